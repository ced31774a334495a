"""What the food ledger lacks, day by day: a day on which a meal was served asks for its sheets, dishes and samples."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.food import SHEET_PARTS, FoodPart, SheetOf
from desktop.core.period import Month
from desktop.core.words.food import FOOD_PARTS
from desktop.models import query
from desktop.services.food import dishes, sheets


@dataclass(frozen=True)
class FoodDay:
    """A day with the meals that were served on it; ``missing`` are the parts of its ledger that are not there.

    ``first_meal`` is the id of a meal of the day.
    """

    day: dt.date
    meals: tuple[str, ...]
    first_meal: int
    missing: tuple[FoodPart, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def begun() -> dt.date | None:
    """From which day on the centre keeps a food ledger: that of its first sheet or sample; None before."""
    found = query.text(
        "SELECT COALESCE(min(day), '') FROM (SELECT min(day) AS day FROM living_kitchen_sheet"
        " UNION ALL SELECT min(taken_on) FROM living_food_sample)"
    )
    return dt.date.fromisoformat(found) if found else None


def of_month(month: Month) -> list[FoodDay]:
    """The days of a month on which something was served since the ledger was begun."""
    return of_days(month.first, month.last)


def of_days(first: dt.date, last: dt.date) -> list[FoodDay]:
    """The same of some days."""
    begins = begun()
    if begins is None or begins > last:
        return []
    first = max(first, begins)
    served: dict[dt.date, dict[str, int]] = {}
    for day, meal, one in query.fetch(
        "SELECT eaten_on, meal, min(id) FROM living_meal WHERE eaten_on BETWEEN ? AND ? GROUP BY eaten_on, meal",
        [first.isoformat(), last.isoformat()],
    ):
        served.setdefault(dt.date.fromisoformat(day), {})[meal] = one
    written = {(one.day, one.kind) for one in sheets.lines(first, last)}
    cooked: dict[tuple[dt.date, str], list[dishes.DishRow]] = {}
    for dish in dishes.menu(first, last):
        cooked.setdefault((dish.served_on, dish.meal), []).append(dish)
    return [
        FoodDay(
            day,
            tuple(dishes.in_order(list(meals))),
            min(meals.values()),
            _missing({kind for on, kind in written if on == day}, [cooked.get((day, meal), []) for meal in meals]),
        )
        for day, meals in sorted(served.items())
    ]


def _missing(written: set[SheetOf], of_meals: list[list[dishes.DishRow]]) -> tuple[FoodPart, ...]:
    found = {part for part, kind in SHEET_PARTS.items() if kind not in written}
    if not all(of_meals):
        found.add(FoodPart.DISHES)
    every = [dish for meal in of_meals for dish in meal]
    if any(not dish.batches for dish in every):
        found.add(FoodPart.BATCHES)
    if any(dish.sample_id is None for dish in every):
        found.add(FoodPart.SAMPLES)
    return tuple(part for part in map(FoodPart, FOOD_PARTS) if part in found)
