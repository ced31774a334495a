"""What a day's food ledger still asks for, in the order in which a kitchen does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.food import SHEET_PARTS, FoodPart, SheetOf
from desktop.models import query
from desktop.services.food import dishes, sheets
from desktop.services.food.dishes import DishRow


@dataclass(frozen=True)
class Todo:
    """One thing to be done: a sheet, or dishes of a meal; without a meal none is planned for the day at all."""

    part: FoodPart
    meal: str = ""
    dishes: tuple[DishRow, ...] = ()

    @property
    def sheet(self) -> SheetOf | None:
        """The sheet that is to be written; None where it is about dishes."""
        return SHEET_PARTS.get(self.part)


def of_day(day: dt.date) -> list[Todo]:
    """What is missing of a day; of one to come only its dishes can be."""
    planned = dishes.menu(day, day)
    served = query.texts("SELECT DISTINCT meal FROM living_meal WHERE eaten_on = ?", [day.isoformat()])
    found = [] if day > clock.today() else _sheets(day)
    if not planned and not served:
        return [*found, Todo(FoodPart.DISHES)]
    for meal in dishes.in_order([*served, *(one.meal for one in planned)]):
        cooked = tuple(one for one in planned if one.meal == meal)
        if not cooked:
            found.append(Todo(FoodPart.DISHES, meal))
        elif day <= clock.today():
            found += [Todo(FoodPart.BATCHES, meal, (one,)) for one in cooked if not one.batches]
            unsampled = tuple(one for one in cooked if one.sample_id is None)
            found += [Todo(FoodPart.SAMPLES, meal, unsampled)] if unsampled else []
    return found


def _sheets(day: dt.date) -> list[Todo]:
    written = {one.kind for one in sheets.lines(day, day)}
    return [Todo(part) for part, kind in SHEET_PARTS.items() if kind not in written]
