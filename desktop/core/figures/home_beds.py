"""Care beds at home (家庭照护床位) of a month as value objects: contracts, and the plan against what was done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.figures.people import PersonLine
from desktop.core.rates import rate


@dataclass(frozen=True)
class HomeBedLine:
    """One person's month: times planned in its weeks, how many were done, reviews; the days of the last contract."""

    person: PersonLine
    signed_on: dt.date
    ended_on: dt.date | None
    planned: int
    done: int
    reviews: int


@dataclass(frozen=True)
class HomeBedFigures:
    """Contracts in force at the end of the month, signed and ended in it; the plan of the weeks that end in it."""

    in_force_end: int = 0
    signed: int = 0
    ended: int = 0
    planned: int = 0
    done: int = 0
    reviews: int = 0
    lines: tuple[HomeBedLine, ...] = ()

    @property
    def rate(self) -> Decimal | None:
        """How much of the plan was done, in percent."""
        return rate(self.done, self.planned)
