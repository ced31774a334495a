"""What the fields of a draft may hold, said once: the service reads them by it, the form marks what is required."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from desktop.services.writing.checks import LONGEST_TEXT, Checks

_KEY = "declared"


@dataclass(frozen=True)
class Declared:
    """How a field is read, and whether it has to be filled."""

    read: Callable[[Checks, str, Any], object]
    required: bool = False


def text(required: bool = False, longest: int = LONGEST_TEXT) -> Any:
    """A text."""
    return _field("", Declared(lambda checks, name, typed: checks.text(name, typed, required, longest), required))


def choice(allowed: Container[str], default: str = "", required: bool = False) -> Any:
    """A code out of a list."""
    return _field(default, Declared(lambda checks, name, code: checks.choice(name, code, allowed, required), required))


def day(required: bool = False, future: bool = False) -> Any:
    """A date as typed; one to come only with ``future``."""
    return _field("", Declared(lambda checks, name, typed: checks.day(name, typed, required, future), required))


def clock_time() -> Any:
    """A time of day."""
    return _field("", Declared(lambda checks, name, typed: checks.time(name, typed)))


def fen() -> Any:
    """An amount in yuan as typed, read as fen."""
    return _field("", Declared(lambda checks, name, typed: checks.fen(name, typed)))


def number(lowest: int, highest: int) -> Any:
    """A whole number within bounds, or nothing."""
    return _field("", Declared(lambda checks, name, typed: checks.number(name, typed, lowest, highest)))


def read(draft: Any, checks: Checks) -> dict[str, Any]:
    """The values of the declared fields by name; what is wrong is noted in ``checks``."""
    return {name: one.read(checks, name, getattr(draft, name)) for name, one in _declared(type(draft)).items()}


def required_fields(kind: type) -> frozenset[str]:
    """The fields that a draft of this kind declares as required; none for a class that is no dataclass."""
    return frozenset(name for name, one in _declared(kind).items() if one.required)


def _declared(kind: type) -> dict[str, Declared]:
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return {one.name: one.metadata[_KEY] for one in fields if _KEY in one.metadata}


def _field(default: object, declared: Declared) -> Any:
    return dataclasses.field(default=default, metadata={_KEY: declared})
