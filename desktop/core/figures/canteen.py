"""The canteen of a month as value objects (handbook 4, Canteen)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures.behind import Behind
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.rates import average

# What a meal or a service may be rated, the worst first.
SCORES = range(1, 6)
# The sums of balances in the order of a ledger.
BALANCE_SUMS = ("opening", "top_up", "deducted", "refunded", "countered", "closing")


@dataclass(frozen=True)
class CanteenDay:
    """Meals served on one date, by (meal, mode)."""

    day: dt.date
    meals: Mapping[tuple[str, str], int]

    @property
    def total(self) -> int:
        """人次 of the day."""
        return sum(self.meals.values())


@dataclass(frozen=True)
class CanteenPerson:
    """One resident's meals of a month."""

    person: PersonLine
    meals: int
    price_fen: int
    subsidy_fen: int
    paid_fen: int


@dataclass(frozen=True)
class Balances:
    """What people left for their meals, in fen: ``closing`` is the sum of the others with the signs of a ledger."""

    opening: int = 0
    top_up: int = 0
    deducted: int = 0
    refunded: int = 0
    countered: int = 0
    closing: int = 0
    persons: int = 0


@dataclass(frozen=True)
class FoodDayLine:
    """A day on which something was served, with the codes of what its food ledger lacks (``core.food.FoodPart``)."""

    day: dt.date
    missing: tuple[str, ...]


@dataclass(frozen=True)
class FoodLedger:
    """How whole the food ledger of a month is: the days served since it was begun, and what some of them lack."""

    days: tuple[FoodDayLine, ...] = ()

    @property
    def incomplete(self) -> tuple[FoodDayLine, ...]:
        """The days that lack something."""
        return tuple(one for one in self.days if one.missing)

    @property
    def complete(self) -> int:
        """How many days lack nothing."""
        return len(self.days) - len(self.incomplete)


@dataclass(frozen=True)
class Ratings:
    """What was said of the meals of a month, guests' too, or of its services: how many got each score."""

    by_score: Mapping[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many were rated."""
        return sum(self.by_score.values())

    @property
    def average(self) -> Decimal | None:
        """The average score; None where nothing was rated."""
        return average(sum(score * count for score, count in self.by_score.items()), self.count)


@dataclass(frozen=True)
class Complaints:
    """How many complaints (投诉与意见) were received in a month, and how many answered in it, of whatever month."""

    received: int = 0
    answered: int = 0


@dataclass(frozen=True)
class CanteenFigures:
    """Canteen of a month (handbook section 4, Canteen); guests (临时) are in ``guests`` and ``ratings`` only.

    ``by_flag`` has 人次 and 人数 by the flags held on the day of the meal; who holds several is in each.
    """

    month: Month
    meals: Mapping[tuple[str, str], int]
    cells: Mapping[tuple[str, str, str], int]
    by_day: tuple[CanteenDay, ...]
    people: tuple[CanteenPerson, ...]
    guests: int
    guest_paid_fen: int
    by_band: Mapping[str, int]
    by_flag: Mapping[str, tuple[int, int]]
    price_fen: int
    subsidy_fen: int
    paid_fen: int
    rules: Mapping[str, str]
    ratings: Ratings = field(default_factory=Ratings)
    complaints: Complaints = field(default_factory=Complaints)
    balances: Balances = field(default_factory=Balances)
    food: FoodLedger = field(default_factory=FoodLedger)
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def persons(self) -> int:
        """人数: distinct residents."""
        return len(self.people)

    @property
    def total(self) -> int:
        """人次 of residents."""
        return sum(self.meals.values())
