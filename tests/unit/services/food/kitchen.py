"""A kitchen of one day: what was bought, cooked, kept and eaten."""

from __future__ import annotations

import datetime as dt

from desktop.core.food import SheetOf
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.food import dishes, purchases, samples, sheets
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.writing.actor import Actor

DAY = dt.date(2026, 10, 20)


def buy(actor: Actor, name: str = "五花肉", batch: str = "A1", on: dt.date = DAY, **more: str) -> int:
    """A batch; the id."""
    given = {"supplier": "新民农贸", "quantity": "12.5", "unit": "公斤", "unit_price": "28"} | more
    return purchases.add(actor, PurchaseDraft(name, received_on=on, batch=batch, **given))


def cook(actor: Actor, name: str = "红烧肉", *batches: int, on: dt.date = DAY, meal: str = "lunch") -> int:
    """A dish of some batches; the id."""
    dish = dishes.add(actor, DishDraft(on, meal, name))
    dishes.use(actor, dish, batches)
    return dish


def keep(actor: Actor, dish: int, at: str = "11:20", grams: str = "130") -> int:
    """A sample of a dish; the id."""
    return samples.add(actor, SampleDraft(dish, at, grams, "刘师傅", "留样柜"))


def sheet(actor: Actor, kind: SheetOf, about: str, on: dt.date = DAY, **more: object) -> int:
    """A line of a sheet; the id."""
    given = {"degrees": "4"} if kind == SheetOf.TEMPERATURE else {}
    return sheets.add(actor, SheetDraft(kind, on, about, **(given | more)))  # type: ignore[arg-type]


def eat(actor: Actor, who: int | None, on: dt.date = DAY, meal: str = "lunch") -> int:
    """A meal of somebody, or of a guest; the id."""
    return meals.save(actor, MealDraft(who, on.isoformat(), meal=meal, guest=who is None))
