"""The demo's canteen: who eats there, and the signs of the month matrix."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.period import Month
from desktop.core.trade import Capability
from desktop.demo.history import History
from desktop.demo.people import DemoPerson

LUNCH, DELIVERED, DINNER = "√", "送", "晚"
PRICES = (("午餐", 15), ("晚餐", 12))
SUBSIDIES = (("60周岁及以上", 3), ("80周岁及以上", 5), ("低保、特困", 8))
_CLOSED_ON = 6  # Sunday
_EATERS = 0.22


@dataclass(frozen=True)
class Eater:
    """Somebody who eats at the canteen: how often, whether the meal is brought, whether dinner follows."""

    person: DemoPerson
    appetite: float
    delivered: bool
    dinner: float


@dataclass(frozen=True)
class MealRow:
    """One line of the matrix: the signs by day."""

    person: DemoPerson
    signs: Mapping[dt.date, str]

    @property
    def meals(self) -> int:
        """How many meals the signs stand for."""
        return sum(len(sign) for sign in self.signs.values())


def build_eaters(rng: random.Random, people: list[DemoPerson]) -> list[Eater]:
    """About every fifth resident; those who walk badly have their lunch brought."""
    eaters = []
    for person in people:
        if rng.random() >= _EATERS:
            continue
        weak = person.grade in {Capability.MODERATE, Capability.SEVERE, Capability.COMPLETE}
        delivered = rng.random() < (0.85 if weak else 0.1)
        dinner = rng.choice((0.0, 0.0, 0.1, 0.3)) if not delivered else 0.0
        eaters.append(Eater(person, rng.choice((0.95, 0.85, 0.7, 0.5, 0.2)), delivered, dinner))
    return eaters


def month_meals(rng: random.Random, eaters: list[Eater], history: History, month: Month) -> list[MealRow]:
    """The month's matrix; an eater without a single meal keeps the empty line that the clerk drew."""
    days = [day for day in history.days(month) if day.weekday() != _CLOSED_ON]
    rows = []
    for eater in eaters:
        if not eater.person.present_on(month.first):
            continue
        signs = {day: _sign(rng, eater) for day in days if eater.person.present_on(day)}
        rows.append(MealRow(eater.person, {day: sign for day, sign in signs.items() if sign}))
    return rows


def _sign(rng: random.Random, eater: Eater) -> str:
    lunch = ""
    if rng.random() < eater.appetite:
        lunch = DELIVERED if eater.delivered else LUNCH
    return lunch + (DINNER if rng.random() < eater.dinner else "")
