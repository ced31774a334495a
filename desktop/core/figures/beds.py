"""Beds of a month as value objects (handbook 4, Beds)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.bedding import BedClass
from desktop.core.figures.behind import Behind
from desktop.core.figures.day_care import DayCareFigures
from desktop.core.figures.home_beds import HomeBedFigures
from desktop.core.figures.people import PersonLine
from desktop.core.figures.stay_fees import StayFeeFigures
from desktop.core.period import Month
from desktop.core.rates import rate


@dataclass(frozen=True)
class StayLine:
    """One stay's part in a month; ``to_on`` is none when it went on after the month, the days are those of the month.

    ``grade`` is that of the last night of the month; ``paid_by_grade`` the nights and fen by the grade that paid.
    ``nights_by_class`` are the nights present by the class of the bed and the grade, ``away_by_class`` those on leave.
    """

    person: PersonLine
    bed: str
    kind: str
    mode: str
    grade: str
    from_on: dt.date
    to_on: dt.date | None
    occupied_days: int
    leave_days: int
    subsidy_fen: int
    paid_by_grade: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    nights_by_class: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    away_by_class: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ClassLine:
    """全托 beds of one class (兜底, 普惠, 市场, none): at the end of the month, and its bed-days by grade."""

    bed_class: str
    beds: int
    nursing_beds: int
    days: Mapping[str, int]
    away_days: int

    @property
    def occupied_days(self) -> int:
        """The nights of all grades."""
        return sum(self.days.values())


@dataclass(frozen=True)
class PlaceFigures:
    """日托 places or 家庭照护床位 of a month, which no figure of the beds counts: at its end, and in days."""

    mode: str
    places: int
    taken_end: int
    available_days: int
    taken_days: int
    away_days: int
    persons: int


@dataclass(frozen=True)
class BedFigures:
    """Beds of a month (handbook section 4, Beds): the 全托 beds.

    ``places``, ``other_stays``, ``day_care`` and ``home_beds`` are of the other modes; ``fees`` is none where
    the centre takes no fees of stays with this program.
    """

    month: Month
    beds: int
    nursing_beds: int
    in_service_end: int
    occupied_end: int
    available_bed_days: int
    occupied_bed_days: int
    leave_bed_days: int
    stays: tuple[StayLine, ...]
    subsidy_by_grade: Mapping[str, tuple[int, int]]
    operating_subsidy_fen: int
    rules: Mapping[str, str]
    by_class: tuple[ClassLine, ...] = ()
    places: tuple[PlaceFigures, ...] = ()
    other_stays: tuple[StayLine, ...] = ()
    day_care: DayCareFigures = field(default_factory=DayCareFigures)
    home_beds: HomeBedFigures = field(default_factory=HomeBedFigures)
    fees: StayFeeFigures | None = None
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def nursing_share(self) -> Decimal | None:
        """护理型占比 at month end."""
        return rate(self.nursing_beds, self.beds)

    @property
    def inclusive_share(self) -> Decimal | None:
        """兜底线和普惠性占比 at month end; None while no bed has a class."""
        inclusive = sum(one.beds for one in self.by_class if one.bed_class in (BedClass.BASIC, BedClass.INCLUSIVE))
        return rate(inclusive, self.beds) if self.by_class else None

    @property
    def occupancy(self) -> Decimal | None:
        """入住率 = (occupied + leave) ÷ available."""
        return rate(self.occupied_bed_days + self.leave_bed_days, self.available_bed_days)
