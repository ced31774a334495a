"""What a day of the ledger lacks, against a slow twin that asks each part by itself."""

from __future__ import annotations

import datetime as dt

from desktop.core.food import FoodPart, SheetOf
from desktop.core.period import Month
from desktop.services.food import days, dishes
from desktop.services.food.dishes import DishDraft
from tests.unit.services.food.kitchen import DAY, buy, cook, eat, keep, sheet

OCTOBER = Month(2026, 10)


def lacking() -> dict[int, tuple[FoodPart, ...]]:
    return {one.day.day: one.missing for one in days.of_month(OCTOBER)}


def whole_day(actor, on=DAY, meal="lunch") -> None:
    for kind, about in zip(SheetOf, ("刘师傅", "灶台", "冷藏柜"), strict=True):
        sheet(actor, kind, about, on)
    keep(actor, cook(actor, "红烧肉", buy(actor, on=on), on=on, meal=meal))


def test_nothing_is_asked_before_the_ledger_was_begun(actor, person):
    eat(actor, person(), DAY - dt.timedelta(days=1))
    eat(actor, person("李明"), DAY)
    dishes.add(actor, DishDraft(DAY - dt.timedelta(days=5), "lunch", "面条"))
    assert (days.begun(), lacking()) == (None, {})
    sheet(actor, SheetOf.CLEANING, "灶台")
    assert (days.begun(), list(lacking())) == (DAY, [20])


def test_a_ledger_that_was_begun_on_the_last_day_of_a_month_asks_for_that_day(actor, person):
    last = dt.date(2026, 9, 30)
    eat(actor, person(), last)
    sheet(actor, SheetOf.CLEANING, "灶台", last)
    assert [one.day for one in days.of_month(Month(2026, 9))] == [last]


def test_a_day_with_everything_is_complete(actor, person):
    eat(actor, person())
    whole_day(actor)
    found = days.of_month(OCTOBER)
    assert [(one.complete, one.meals) for one in found] == [(True, ("lunch",))]


def test_a_day_on_which_nobody_ate_asks_for_nothing(actor):
    sheet(actor, SheetOf.CLEANING, "灶台")
    assert lacking() == {}


def test_every_part_that_is_not_there_is_named(actor, person):
    who = person()
    sheet(actor, SheetOf.CLEANING, "灶台")
    eat(actor, who)
    assert lacking() == {20: (FoodPart.MORNING_CHECK, FoodPart.TEMPERATURE, FoodPart.DISHES)}
    dish = dishes.add(actor, DishDraft(DAY, "lunch", "红烧肉"))
    assert lacking()[20][2:] == (FoodPart.BATCHES, FoodPart.SAMPLES)
    dishes.use(actor, dish, [buy(actor)])
    keep(actor, dish)
    assert lacking() == {20: (FoodPart.MORNING_CHECK, FoodPart.TEMPERATURE)}
    eat(actor, who, meal="dinner")
    assert lacking() == {20: (FoodPart.MORNING_CHECK, FoodPart.TEMPERATURE, FoodPart.DISHES)}


def test_the_first_meal_of_a_day_stands_for_it(actor, person):
    sheet(actor, SheetOf.CLEANING, "灶台")
    lunch = eat(actor, person())
    eat(actor, person("李明", born="1950-01-01"), meal="dinner")
    assert [one.first_meal for one in days.of_month(OCTOBER)] == [lunch]


def test_a_guest_is_served_too(actor):
    sheet(actor, SheetOf.CLEANING, "灶台")
    eat(actor, None)
    assert list(lacking()) == [20]


def test_a_dish_of_a_meal_that_nobody_ate_needs_no_sample(actor, person):
    eat(actor, person())
    whole_day(actor)
    dishes.add(actor, DishDraft(DAY, "dinner", "面条"))
    assert lacking() == {20: ()}
