"""Unit tests read the program's own English, whatever a test before them spoke."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.core import i18n
from desktop.services.writing import going_out


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The source language, before and after."""
    i18n.install("en")
    yield
    i18n.install("en")


@pytest.fixture(autouse=True)
def looked_at() -> Iterator[None]:
    """Papers that a test draws are looked at, unless somebody hands them out."""
    with going_out.looking():
        yield
