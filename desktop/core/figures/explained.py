"""A figure with the people and records that make it, by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts
from desktop.core.figures.people import PersonLine


class Origin(StrEnum):
    """Where the people and records of an explanation come from."""

    FROZEN = "frozen"
    LIVE = "live"
    TYPED = "typed"


@dataclass(frozen=True)
class Line:
    """One piece of a figure: whom it is about, which record of which day, and what it adds to a sum."""

    resident_id: int | None
    name: str
    community: str
    thing: Thing | None
    row: int | None
    uid: str
    day: dt.date | None
    amount: int


@dataclass(frozen=True)
class Part:
    """A figure, or what stands above or below the line of a rate."""

    value: int | str
    counts: Counts
    people: tuple[PersonLine, ...]
    lines: tuple[Line, ...]

    @property
    def rows(self) -> list[str]:
        """The records, by the names that all computers know."""
        return list(dict.fromkeys(line.uid for line in self.lines if line.uid))


@dataclass(frozen=True)
class Explained:
    """A figure with who and what makes it; a rate has two parts, a number that somebody typed has none.

    ``closed`` is what a closed month froze where its people are told by today's rows.
    """

    figure: str
    value: int | str | None
    origin: Origin
    parts: tuple[Part, ...]
    closed: int | str | None = None

    @property
    def people(self) -> tuple[PersonLine, ...]:
        """Everybody of whom it is made, once."""
        found = {person.resident_id: person for part in self.parts for person in part.people}
        return tuple(found.values())

    @property
    def rows(self) -> list[str]:
        """Every record of which it is made, once."""
        return list(dict.fromkeys(uid for part in self.parts for uid in part.rows))
