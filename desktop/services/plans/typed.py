"""Figures that no room can count (填报数): how many, on which day, and who says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.words import counts
from desktop.models import query
from desktop.models.plan import TypedFigure
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass
class TypedDraft:
    """A figure as typed."""

    key: str = declared.choice(counts.TYPED, required=True)
    value: str = declared.number(0, 99_999_999, required=True)
    as_of: str | dt.date = declared.day(required=True)
    source: str = declared.text(required=True, longest=100)
    note: str = declared.text(longest=200)


@dataclass(frozen=True)
class TypedRow:
    """A figure on record."""

    id: int
    key: str
    value: int
    as_of: dt.date
    source: str
    note: str


_ALL = "SELECT id, key, value, as_of, source, note FROM living_typed_figure"


def record(actor: Actor, draft: TypedDraft) -> int:
    """Put a figure on record; it holds from its day until a later one. The id."""
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    with writing(actor, Action.RECORD_FIGURE) as unit:
        return int(unit.add(TypedFigure(**values)).id)


def void(actor: Actor, figure_id: int, reason: str) -> None:
    """作废: it was typed by mistake; the one before it holds again."""
    with writing(actor, Action.VOID_FIGURE) as unit:
        unit.void(unit.living(TypedFigure, figure_id), reason)


def listed() -> list[TypedRow]:
    """Every figure on record, by what it counts, the newest of each first."""
    return query.fetch_as(TypedRow, f"{_ALL} ORDER BY key, as_of DESC, id DESC")


def known_on(day: dt.date) -> dict[str, TypedRow]:
    """What is known on a day: of each the last one up to then, of one day the one typed last."""
    rows = query.fetch_as(TypedRow, f"{_ALL} WHERE as_of <= ? ORDER BY as_of, id", [day.isoformat()])
    return {row.key: row for row in rows}
