"""How whole the food ledger of a month is, of the days on which something was served."""

from __future__ import annotations

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Piece, rows_of
from desktop.core.figures.canteen import FoodDayLine, FoodLedger
from desktop.core.period import Month
from desktop.services.food import days
from desktop.services.food.days import FoodDay


def food_ledger(month: Month) -> tuple[FoodLedger, dict[str, Behind]]:
    """The figures with what is behind them: of each day the first of its meals stands for it."""
    served = days.of_month(month)
    behind: dict[str, Behind] = {
        "food.days": rows_of(served, _piece),
        "food.complete": rows_of([one for one in served if one.complete], _piece),
    }
    return FoodLedger(tuple(FoodDayLine(one.day, tuple(map(str, one.missing))) for one in served)), behind


def _piece(one: FoodDay) -> Piece:
    return Piece(None, Thing.MEAL, one.first_meal)
