"""The one place of the window that catches an error which a person can understand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.core.errors import ShizhuError

T = TypeVar("T")


def answer(call: Callable[[], T]) -> T | ShizhuError:
    """What the call gives, or why it could not: for a screen with a face of its own; pages use ``perform``."""
    try:
        return call()
    except ShizhuError as error:
        return error
