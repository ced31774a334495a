"""The menu of a week, as it hangs on the wall: each day and meal with its dishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.canteen_errors import NothingPlanned
from desktop.services.food import dishes
from desktop.services.food.dishes import DishRow

DAYS = 7


def monday(day: dt.date) -> dt.date:
    """The first day of a day's week."""
    return day - dt.timedelta(days=day.weekday())


@dataclass(frozen=True)
class WeekMenu:
    """The menu from Monday to Sunday; ``meals`` are those for which anything is planned."""

    days: tuple[dt.date, ...]
    meals: tuple[str, ...]
    dishes: Mapping[tuple[dt.date, str], tuple[DishRow, ...]]

    def of(self, day: dt.date, meal: str) -> tuple[DishRow, ...]:
        """The dishes of a meal; none where nothing is planned."""
        return self.dishes.get((day, meal), ())

    @property
    def allergens(self) -> frozenset[str]:
        """The codes of every allergen of the week."""
        return frozenset(code for those in self.dishes.values() for one in those for code in one.contains)


def week_menu(day: dt.date) -> WeekMenu:
    """The menu of the week of a day; NothingPlanned where there is no dish in it."""
    first = monday(day)
    days = tuple(first + dt.timedelta(days=one) for one in range(DAYS))
    planned: dict[tuple[dt.date, str], tuple[DishRow, ...]] = {}
    for one in dishes.menu(days[0], days[-1]):
        planned[one.served_on, one.meal] = (*planned.get((one.served_on, one.meal), ()), one)
    if not planned:
        raise NothingPlanned(days[0], days[-1])
    meals = tuple(dishes.in_order([meal for _day, meal in planned]))
    return WeekMenu(days, meals, planned)
