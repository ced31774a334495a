"""What the fields of a draft may hold, said once: the service reads them by it, the form marks and offers by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.quantities import scaled_text
from desktop.core.reasons import Reason
from desktop.core.words.tables import Terms
from desktop.services.writing.checks import LONGEST_TEXT, Checks

_KEY = "declared"


@dataclass(frozen=True)
class Declared:
    """How a field is read and shown, whether it has to be filled, its codes, how long its text may be."""

    read: Callable[[Checks, str, Any], object]
    required: bool = False
    codes: Terms | None = None
    longest: int | None = None
    show: Callable[[Any], object] = lambda value: value


_FIELDS: dict[type, Mapping[str, Declared]] = {}


def text(required: bool = False, longest: int = LONGEST_TEXT) -> Any:
    """A text."""
    return _field(
        "", Declared(lambda checks, name, typed: checks.text(name, typed, required, longest), required, longest=longest)
    )


def choice(codes: Terms, default: str = "", required: bool = False, asked: bool = False) -> Any:
    """A code out of a table of terms; ``asked`` as in ``day``."""
    return _field(
        default,
        Declared(lambda checks, name, code: checks.choice(name, code, codes, required), required or asked, codes),
    )


def day(required: bool = False, future: bool = False, asked: bool = False) -> Any:
    """A date as typed; one to come only with ``future``.

    An ``asked`` field is required too, but another one may give its value: whoever reads the draft says when it is
    missing.
    """
    return _field(
        "",
        Declared(
            lambda checks, name, typed: checks.day(name, typed, required, future),
            required or asked,
            show=lambda value: value.isoformat() if value else "",
        ),
    )


def clock_time(required: bool = False) -> Any:
    """A time of day."""
    return _field("", Declared(lambda checks, name, typed: checks.time(name, typed, required), required))


def fen(required: bool = False) -> Any:
    """An amount in yuan as typed, read as fen."""
    return _field("", Declared(lambda checks, name, typed: checks.fen(name, typed, required), required))


def number(lowest: int, highest: int, required: bool = False) -> Any:
    """A whole number within bounds, or nothing."""
    return _field(
        "",
        Declared(
            lambda checks, name, typed: checks.number(name, typed, lowest, highest, required),
            required,
            show=lambda value: "" if value is None else str(value),
        ),
    )


def scaled(places: int, lowest: int, highest: int, required: bool = False) -> Any:
    """A number with decimals, read in units of its last place; the bounds are in these units too."""
    return _field(
        "",
        Declared(
            lambda checks, name, typed: checks.scaled(name, typed, places, lowest, highest, required),
            required,
            show=lambda value: "" if value is None else scaled_text(value, places),
        ),
    )


def yes_no() -> Any:
    """Yes, no, or not known."""
    return _field(None, Declared(lambda checks, name, answer: answer))


def row() -> Any:
    """The id of a row, which has to be named."""
    return _field(None, Declared(_row, required=True))


def read(draft: Any, checks: Checks) -> dict[str, Any]:
    """The values of the declared fields by name; what is wrong is noted in ``checks``."""
    kind: type = type(draft)
    empty = _empty_values(kind)
    values = {}
    for name, one in fields(kind).items():
        typed = getattr(draft, name)
        left = name in empty and (typed is None or typed == "")
        values[name] = empty[name] if left else one.read(checks, name, typed)
    return values


@cache
def _empty_values(kind: type) -> dict[str, Any]:
    """What the fields that may be left empty are read as then: an import reads thousands of such."""
    found = {}
    for one in dataclasses.fields(kind):
        if one.name in fields(kind) and one.default in ("", None):
            checks = Checks()
            value = fields(kind)[one.name].read(checks, one.name, one.default)
            if not checks.errors and value in ("", None):
                found[one.name] = value
    return found


def shown(kind: type, row: Any) -> dict[str, Any]:
    """What a draft shows of a row on record: the declared fields that the row has under the same names."""
    return {name: one.show(getattr(row, name)) for name, one in fields(kind).items() if hasattr(row, name)}


def fields(kind: type) -> Mapping[str, Declared]:
    """What a kind of draft declares, by field; nothing for a class that is no dataclass."""
    # Kept: an import reads thousands of drafts of one kind.
    if kind not in _FIELDS:
        found = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _FIELDS[kind] = {one.name: one.metadata[_KEY] for one in found if _KEY in one.metadata}
    return _FIELDS[kind]


def required_fields(kind: type) -> frozenset[str]:
    """The fields that a draft of this kind declares as required."""
    return frozenset(name for name, one in fields(kind).items() if one.required)


def _row(checks: Checks, name: str, row_id: int | None) -> int | None:
    if row_id is None:
        checks.refuse(name, Reason.REQUIRED)
    return row_id


def _field(default: object, declared: Declared) -> Any:
    return dataclasses.field(default=default, metadata={_KEY: declared})
