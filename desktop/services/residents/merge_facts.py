"""Flags and grades in which two records of one person disagree: one side's hold, as with any field (handbook 2.1).

Two flags disagree when they are of one kind, share days and are not the same; two grades when they are of one day and
not the same. What only one record says is no disagreement and follows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from itertools import product
from typing import NamedTuple

from desktop.core.words import terms
from desktop.models.resident import Flag, Grade
from desktop.services.register.snapshot import Span
from desktop.services.residents import assessments, parts
from desktop.services.writing.journal import Unit

FLAGS, GRADES = "flags", "grades"


class Disputed(NamedTuple):
    """The rows of each side that the other contradicts."""

    keep: list[Flag] | list[Grade]
    other: list[Flag] | list[Grade]

    def words(self) -> tuple[str, str]:
        """What each side says."""
        return "、".join(map(_words, self.keep)), "、".join(map(_words, self.other))


def disputed(keep: int, other: int) -> Mapping[str, Disputed]:
    """What the two records contradict each other in, by ``flags`` and ``grades``; nothing where they agree."""
    flags = parts.of(Flag, [keep, other])
    grades = parts.of(Grade, [keep, other])
    mine, theirs = _told(flags[keep], flags[other])
    found = {FLAGS: Disputed(mine, theirs)}
    held, given = _on_one_day(grades[keep], grades[other])
    found[GRADES] = Disputed(held, given)
    return {name: one for name, one in found.items() if one.keep}


def choose(unit: Unit, keep: int, other: int, others: Collection[str]) -> None:
    """Void what the side that was not chosen says; ``others`` names what is the other's."""
    for name, one in disputed(keep, other).items():
        for row in one.keep if name in others else one.other:
            unit.void(row, "merged")
            if isinstance(row, Grade):
                assessments.void_with(unit, row.id, "merged")


def _told(keep: list[Flag], other: list[Flag]) -> tuple[list[Flag], list[Flag]]:
    pairs = [(one, two) for one, two in product(keep, other) if one.kind == two.kind and _contradicts(one, two)]
    return [row for row in keep if any(row is one for one, _ in pairs)], [
        row for row in other if any(row is two for _, two in pairs)
    ]


def _contradicts(one: Flag, two: Flag) -> bool:
    mine, theirs = Span(one.from_on, one.to_on), Span(two.from_on, two.to_on)
    return mine != theirs and mine.touches(theirs.first or dt.date.min, theirs.last or dt.date.max)


def _on_one_day(keep: list[Grade], other: list[Grade]) -> tuple[list[Grade], list[Grade]]:
    days = {
        one.assessed_on
        for one, two in product(keep, other)
        if one.assessed_on == two.assessed_on and one.grade != two.grade
    }
    return [row for row in keep if row.assessed_on in days], [row for row in other if row.assessed_on in days]


def _words(row: Flag | Grade) -> str:
    if isinstance(row, Grade):
        return " ".join(part for part in (terms.GRADES.shown.get(row.grade, row.grade), _day(row.assessed_on)) if part)
    span = f"{_day(row.from_on)}–{_day(row.to_on)}" if row.from_on or row.to_on else ""
    return " ".join(part for part in (terms.FLAGS.shown.get(row.kind, row.kind), span) if part)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
