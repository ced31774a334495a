"""Meals that were recorded before anybody said what they cost are found, and those that cost nothing are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.services.canteen import meals, prices
from desktop.services.canteen.meals import MealDraft, MealQuery
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)


def price(actor: Actor, day: str, meal: str, fen: int) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        prices.store_price(unit, dt.date.fromisoformat(day), meal, fen)


def test_a_meal_without_a_price_is_listed_to_be_priced(actor: Actor, person: Callable[..., int]) -> None:
    who = person()
    free = meals.save(actor, MealDraft(who, "2026-10-05", meal="lunch"))
    price(actor, "2026-10-06", "lunch", 1500)
    meals.save(actor, MealDraft(who, "2026-10-06", meal="lunch"))
    dinner = meals.save(actor, MealDraft(who, "2026-10-06", meal="dinner"))
    assert set(meals.find_ids(MealQuery(month=OCTOBER, unpriced=True))) == {free, dinner}
    assert meals.unpriced(OCTOBER) == 2
    assert meals.unpriced(Month(2026, 9)) == 0


def test_a_price_set_afterwards_leaves_the_meal_to_be_priced(actor: Actor, person: Callable[..., int]) -> None:
    free = meals.save(actor, MealDraft(person(), "2026-10-05", meal="lunch"))
    price(actor, "2026-10-01", "lunch", 1500)
    assert meals.find_ids(MealQuery(month=OCTOBER, unpriced=True)) == [free]


def test_a_meal_that_is_meant_to_cost_nothing_is_not_listed(actor: Actor, person: Callable[..., int]) -> None:
    price(actor, "2026-10-01", "lunch", 0)
    meals.save(actor, MealDraft(person(), "2026-10-05", meal="lunch"))
    assert meals.unpriced(OCTOBER) == 0
