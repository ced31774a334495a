"""Ten-help services of a month as value objects (handbook 4, Ten-help)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures.behind import Behind
from desktop.core.figures.canteen import Ratings
from desktop.core.period import Month
from desktop.core.rates import average


@dataclass(frozen=True)
class ServiceLine:
    """One service type of a month: 人次, 人数, minutes, fee, subsidy; person-times by community."""

    type: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int
    by_community: Mapping[str, int]
    by_place: Mapping[str, int]


@dataclass(frozen=True)
class WorkerLine:
    """What one person did in a month, under the name of its last day, and how it pleased those asked in the month."""

    name: str
    person_times: int
    persons: int
    minutes: int
    ratings: Ratings


@dataclass(frozen=True)
class Waiting:
    """From the order to the day done, of the services of a month that were ordered here."""

    orders: int = 0
    days: int = 0

    @property
    def average(self) -> Decimal | None:
        """The average number of days; None where nothing was ordered."""
        return average(self.days, self.orders)


@dataclass(frozen=True)
class ServiceFigures:
    """Ten-help services done in a month (handbook section 4, Ten-help); all ten types, zeros included.

    ``ratings`` are those given in the month, whenever the service was.
    """

    month: Month
    lines: tuple[ServiceLine, ...]
    communities: tuple[str, ...]
    persons: int
    minutes: int
    by_payer: Mapping[str, int]
    fee_fen: int
    subsidy_fen: int
    canteen_meals: int
    rules: Mapping[str, str]
    ratings: Ratings = field(default_factory=Ratings)
    waiting: Waiting = field(default_factory=Waiting)
    workers: tuple[WorkerLine, ...] = ()
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def person_times(self) -> Mapping[str, int]:
        """人次 by type code."""
        return {line.type: line.person_times for line in self.lines}

    @property
    def total(self) -> int:
        """人次 of all types, canteen meals apart."""
        return sum(line.person_times for line in self.lines)
