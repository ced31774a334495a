"""Meals that were recorded before anybody said what they cost are found, and those that cost nothing are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models.meal import Meal
from desktop.services import undoing
from desktop.services.canteen import meals, price_edits, unpriced
from desktop.services.canteen.meals import MealDraft, MealQuery
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.canteen.unpriced import Owed, Priced
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)


def price(actor: Actor, day: str, meal: str, fen: int) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_price(unit, dt.date.fromisoformat(day), meal, fen)


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


def test_meals_without_a_price_are_priced_in_one_act_oldest_first_and_by_their_days(
    actor: Actor, clerk: Actor, person: Callable[..., int]
) -> None:
    who = person("王芳", born="1944-03-05")
    lunches = [meals.save(actor, MealDraft(who, f"2026-10-0{day}", meal="lunch")) for day in (7, 5, 6)]
    guest = meals.save(actor, MealDraft(None, "2026-10-05", meal="lunch", guest=True))
    meals.save(actor, MealDraft(who, "2026-10-05", meal="breakfast"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15"))
    price_edits.set_price(actor, PriceDraft("2026-10-06", "lunch", "16"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "5", min_age="80", month_cap="12"))
    assert unpriced.price_meals(clerk, OCTOBER) == Priced(
        4, 1500 + 1600 + 1600 + 1500, 1200, 1, 0, (Owed(who, "王芳", 1000 + 1100 + 1400), Owed(None, "", 1500))
    )
    found = [Meal.get_by_id(one) for one in (*lunches, guest)]
    assert [(row.price_fen, row.subsidy_fen, row.paid_fen) for row in found] == [
        (1600, 200, 1400),
        (1500, 500, 1000),
        (1600, 500, 1100),
        (1500, 0, 1500),
    ]
    assert meals.unpriced(OCTOBER) == 1
    assert unpriced.price_meals(clerk, OCTOBER) == Priced(0, 0, 0, 1)
    undoing.take_back(clerk, done.standing(clerk)[0])
    assert meals.unpriced(OCTOBER) == 5


def test_a_meal_at_nothing_by_a_price_of_some_people_is_not_listed(actor: Actor, person: Callable[..., int]) -> None:
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "0", min_age="100"))
    meals.save(actor, MealDraft(person("王芳", born="1924-03-05"), "2026-10-05", meal="lunch"))
    assert meals.unpriced(OCTOBER) == 0


def test_a_closed_month_keeps_its_meals_without_a_price(actor: Actor, person: Callable[..., int]) -> None:
    one = meals.save(actor, MealDraft(person(), "2026-09-05", meal="lunch"))
    price_edits.set_price(actor, PriceDraft("2026-09-01", "lunch", "15"))
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        unpriced.price_meals(actor, Month(2026, 9))
    assert Meal.get_by_id(one).price_fen == 0
    with pytest.raises(NotAllowed):
        unpriced.price_meals(Actor(None, "审核", "auditor", actor.station), OCTOBER)
