"""Ten-help services of a month as value objects (handbook 4, Ten-help)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures.behind import Behind
from desktop.core.figures.canteen import Ratings
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.rates import average, rate
from desktop.core.trade import ServiceType


@dataclass(frozen=True)
class Waiting:
    """From the order to the day done, of the services of a month that were ordered here; ``longest`` is 0 of none."""

    orders: int = 0
    days: int = 0
    longest: int = 0

    @property
    def average(self) -> Decimal | None:
        """The average number of days; None where nothing was ordered."""
        return average(self.days, self.orders)


@dataclass(frozen=True)
class ServiceLine:
    """One service type of a month: 人次, 人数, minutes, fee, subsidy; person-times by community; how it pleased."""

    type: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int
    by_community: Mapping[str, int]
    by_place: Mapping[str, int]
    ratings: Ratings = field(default_factory=Ratings)
    waiting: Waiting = field(default_factory=Waiting)


@dataclass(frozen=True)
class PayerLine:
    """What one payer stands for in a month; ``payer`` is empty where nobody said who pays.

    ``budget_fen`` is None where nobody said what there is, ``borne_fen`` where there is no payer to bear anything.
    """

    payer: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int
    budget_fen: int | None = None
    borne_fen: int | None = None

    @property
    def left_fen(self) -> int | None:
        """What is left of the budget; negative where more is borne, None without a budget."""
        return None if self.budget_fen is None or self.borne_fen is None else self.budget_fen - self.borne_fen


@dataclass(frozen=True)
class PackageLine:
    """A package (服务包) in a month: minutes granted and used, and by which services; no type is any of the ten."""

    package_id: int
    person: PersonLine
    type: str
    payer: str
    valid_from: dt.date
    valid_to: dt.date | None
    granted: int
    used: int
    services: tuple[int, ...] = ()

    @property
    def left(self) -> int:
        """Minutes that are left."""
        return max(self.granted - self.used, 0)

    @property
    def over(self) -> int:
        """Minutes that were done beyond what is granted."""
        return max(self.used - self.granted, 0)


@dataclass(frozen=True)
class Packages:
    """The packages in force in a month; granted − used = left − over, in minutes."""

    persons: int = 0
    granted: int = 0
    used: int = 0
    left: int = 0
    over: int = 0
    lines: tuple[PackageLine, ...] = ()


@dataclass(frozen=True)
class WorkerLine:
    """What one person did in a month, under the name of its last day, and how it pleased those asked in the month."""

    name: str
    person_times: int
    persons: int
    minutes: int
    ratings: Ratings


@dataclass(frozen=True)
class SixHelp:
    """The same rows by the six kinds of other plans (六助): which of the ten they are, and how many people had one."""

    types: tuple[str, ...] = ()
    persons: int = 0


@dataclass(frozen=True)
class Coverage:
    """社区帮扶覆盖: how many of those who are disabled (失能) had a service in the month, and who had none."""

    disabled: int = 0
    helped: int = 0
    unhelped: tuple[PersonLine, ...] = ()

    @property
    def rate(self) -> Decimal | None:
        """The share in percent; None where nobody is disabled."""
        return rate(self.helped, self.disabled)


@dataclass(frozen=True)
class ServicePoint:
    """A month among others: 人次 by type code, how many services were ordered first and how long they took on average.

    ``recorded`` is False for a month without a service; ``orders`` is None where that month did not count them yet.
    """

    month: Month
    person_times: Mapping[str, int] = field(default_factory=dict)
    orders: int | None = None
    average: Decimal | None = None
    recorded: bool = False

    @property
    def total(self) -> int:
        """人次 of all types."""
        return sum(self.person_times.values())


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
    payers: tuple[PayerLine, ...] = ()
    six: SixHelp = field(default_factory=SixHelp)
    coverage: Coverage = field(default_factory=Coverage)
    packages: Packages = field(default_factory=Packages)
    trend: tuple[ServicePoint, ...] = ()
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def person_times(self) -> Mapping[str, int]:
        """人次 by type code."""
        return {line.type: line.person_times for line in self.lines}

    @property
    def meals_in_all(self) -> int:
        """助餐: the rows of services and the meals of the canteen, which are apart."""
        return self.person_times.get(ServiceType.MEALS, 0) + self.canteen_meals

    @property
    def total(self) -> int:
        """人次 of all types, canteen meals apart."""
        return sum(line.person_times for line in self.lines)
