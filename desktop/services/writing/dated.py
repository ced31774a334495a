"""What holds from a day on, for everybody or for some: its checks, and a new row in the place of one of its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from desktop.core.reasons import Reason
from desktop.core.trade import FlagKind
from desktop.core.words import terms
from desktop.models.base import Record
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit

ALL_AGES = (0, 150)
# 高龄 follows from the birth date: who means it says the age.
FLAGS = tuple(kind for kind in terms.FLAGS if kind != FlagKind.ADVANCED_AGE)


def check_span(first: dt.date | None, last: dt.date | None, checks: Checks, name: str = "valid_to") -> None:
    """The last day, in the field of that name, is none before the first."""
    if first is not None and last is not None and last < first:
        checks.refuse(name, Reason.ENDS_BEFORE_START, first.isoformat())


def check_people(values: Mapping[str, Any], flags: Iterable[str], checks: Checks) -> str:
    """The ages are in order and the flags are known; these as a row keeps them."""
    if values["min_age"] is not None and values["max_age"] is not None and values["max_age"] < values["min_age"]:
        checks.refuse("max_age", Reason.OUT_OF_RANGE, f"{values['min_age']}–{ALL_AGES[1]}")
    held = set(flags)
    for flag in held:
        checks.choice("flags", flag, FLAGS)
    return " ".join(sorted(held))


def put(unit: Unit, model: type[Record], values: Mapping[str, Any], same: Iterable[str]) -> int:
    """A new row in the place of one of its day for the same; the id of that one where it says the same already."""
    alike = [getattr(model, name) == values[name] for name in ("valid_from", *same) if values[name] is not None]
    alike += [getattr(model, name).is_null() for name in same if values[name] is None]
    for old in model.select().where(*alike, model.voided_at.is_null()):
        if all(getattr(old, name) == value for name, value in values.items()):
            return int(old.id)
        unit.void(old, "replaced")
    return int(unit.add(model(**values)).id)


def end(unit: Unit, row: Any, last_day: str | dt.date) -> None:
    """A row holds up to a day and no longer."""
    unit.change(row, {"valid_to": last_day_of(row.valid_from, last_day)})


def last_day_of(first: dt.date, last_day: str | dt.date) -> dt.date:
    """A last day as typed, which is none before the first; InvalidDraft otherwise."""
    checks = Checks()
    last = checks.day("last_day", last_day, required=True, future=True)
    if last is not None and last < first:
        checks.refuse("last_day", Reason.ENDS_BEFORE_START, first.isoformat())
    checks.raise_if_any()
    assert last is not None
    return last
