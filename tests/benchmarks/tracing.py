"""Who ate of a batch, in a year of three meals a day of 300 people, one dish a meal, a new batch each week."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.food import Dish, DishBatch, FoodPurchase
from desktop.services.centre import centres
from desktop.services.food import trace
from desktop.services.writing.journal import writing
from tests.benchmarks.measuring import Measured, median_ms
from tests.benchmarks.scanning import AT, PEOPLE, begun
from tests.benchmarks.scanning_many import fill

DAYS, GOAL = 365, 500.0
_MEALS = ("breakfast", "lunch", "dinner")


def measure(folder: Path) -> Measured:
    """One week's batch: everybody who ate on seven days, with phones."""
    actor, _codes = begun(folder / "trace")
    fill(0, DAYS * len(_MEALS) * PEOPLE)
    first = AT.date() - dt.timedelta(days=DAYS)
    with writing(actor, Action.RECORD_DISH) as unit:
        weeks = []
        for day in (first + dt.timedelta(days=past) for past in range(DAYS)):
            if not (day - first).days % 7:
                bought = FoodPurchase(
                    received_on=day, supplier="粮油店", name="大米", batch=f"{day:%m%d}", quantity_milli=1, unit="袋"
                )
                weeks.append(unit.add(bought).id)
            for meal in _MEALS:
                dish = unit.add(Dish(served_on=day, meal=meal, name="米饭"))
                unit.add(DishBatch(dish=dish, food_purchase=weeks[-1]))
    query.execute("ANALYZE")
    asked = weeks[len(weeks) // 2]
    found = trace.of_batches(actor, [asked])
    assert (len(found.dishes), len(found.people)) == (21, 21 * PEOPLE)
    ours = median_ms(lambda: trace.of_batches(actor, [asked]), 9)
    centres.close_centre()
    return Measured("who ate of a batch, a year of meals", ours, 0.0, "", GOAL, absolute=True)
