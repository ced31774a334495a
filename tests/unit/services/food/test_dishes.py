"""Dishes: planned, copied from week to week, made of batches that were there."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.canteen_errors import NothingToCopy
from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services import undoing
from desktop.services.food import dishes, purchases
from desktop.services.food.dishes import DishDraft
from desktop.services.writing import done
from tests.unit.services.food.kitchen import DAY, buy, cook, keep

WEEK = dt.timedelta(days=7)


def why(caught) -> list[tuple[str, str]]:
    return [(one.name, one.reason) for one in caught.value.fields]


def test_a_menu_is_in_the_order_of_days_and_meals(actor):
    dishes.add(actor, DishDraft(DAY, "dinner", "面条"))
    dishes.add(actor, DishDraft(DAY, "breakfast", "豆浆", "2", allergens=["soybeans"]))
    dishes.add(actor, DishDraft(DAY - dt.timedelta(days=1), "lunch", "炒青菜", "0"))
    found = [
        (str(one.served_on)[8:], one.meal, one.name, one.price_fen, one.contains)
        for one in dishes.menu(DAY - WEEK, DAY)
    ]
    assert found == [
        ("19", "lunch", "炒青菜", 0, ()),
        ("20", "breakfast", "豆浆", 200, ("soybeans",)),
        ("20", "dinner", "面条", None, ()),
    ]
    assert [one.name for one in dishes.menu(DAY, DAY, "dinner")] == ["面条"]


def test_allergens_stand_in_one_order_and_only_known_ones(actor):
    dish = dishes.add(actor, DishDraft(DAY, "lunch", "蛋炒饭", allergens=["nuts", "eggs"]))
    assert dishes.draft_of(dish).allergens == ["eggs", "nuts"]
    with pytest.raises(InvalidDraft) as caught:
        dishes.add(actor, DishDraft(DAY, "lunch", "鱼", allergens=["fishes"]))
    assert why(caught) == [("allergens", Reason.UNKNOWN_WORD)]


def test_a_dish_stands_once_at_a_meal(actor):
    dishes.add(actor, DishDraft(DAY, "lunch", "红烧肉"))
    with pytest.raises(InvalidDraft) as caught:
        dishes.add(actor, DishDraft(DAY, "lunch", " 红烧肉 "))
    assert why(caught) == [("name", Reason.ALREADY_RECORDED)]
    dishes.add(actor, DishDraft(DAY, "dinner", "红烧肉"))


def test_a_dish_keeps_its_day_and_meal(actor):
    dish = dishes.add(actor, DishDraft(DAY, "lunch", "红烧肉"))
    draft = dishes.draft_of(dish)
    draft.meal = "dinner"
    with pytest.raises(InvalidDraft) as caught:
        dishes.change(actor, dish, draft)
    assert why(caught) == [("meal", Reason.DISH_STAYS)]
    draft.meal, draft.name, draft.price = "lunch", "红烧五花肉", "12"
    dishes.change(actor, dish, draft)
    assert [(one.name, one.price_fen) for one in dishes.menu(DAY, DAY)] == [("红烧五花肉", 1200)]


def test_a_dish_names_these_batches_and_no_others(actor):
    pork, potato, rice = buy(actor), buy(actor, "土豆"), buy(actor, "大米")
    dish = cook(actor, "土豆烧肉", pork, potato)
    dishes.use(actor, dish, [potato, rice, rice])
    assert {one.name for one in dishes.made_of(dish)} == {"土豆", "大米"}
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert {one.name for one in dishes.made_of(dish)} == {"五花肉", "土豆"}


def test_a_batch_that_was_not_there_is_refused_and_nothing_is_written(actor):
    early, late = buy(actor, on=DAY - WEEK), buy(actor, "草鱼", on=DAY)
    dish = dishes.add(actor, DishDraft(DAY - dt.timedelta(days=1), "lunch", "鱼"))
    with pytest.raises(InvalidDraft) as caught:
        dishes.use(actor, dish, [early, late])
    assert [(one.name, one.reason, one.hint) for one in caught.value.fields] == [
        ("batches", Reason.BATCH_NOT_THERE, "草鱼 2026-10-20")
    ]
    assert dishes.made_of(dish) == []
    purchases.end(actor, early, day=DAY - dt.timedelta(days=1))
    dishes.use(actor, dish, [early])
    assert [one.id for one in dishes.made_of(dish)] == [early], "some of it was there that day"
    dishes.use(actor, dish, [])
    purchases.end(actor, early, day=DAY - dt.timedelta(days=2))
    with pytest.raises(InvalidDraft):
        dishes.use(actor, dish, [early])


def test_a_dish_whose_batch_is_unknown_or_was_not_there_is_not_on_record_either(actor):
    fish = buy(actor, "草鱼", on=DAY)
    with pytest.raises(InvalidDraft):
        dishes.add(actor, DishDraft(DAY - dt.timedelta(days=1), "lunch", "鱼"), [fish])
    with pytest.raises(NotFound):
        dishes.add(actor, DishDraft(DAY, "lunch", "鱼"), [fish, 99])
    assert dishes.menu(DAY - WEEK, DAY) == []
    made = dishes.add(actor, DishDraft(DAY, "lunch", "鱼"), [fish, fish])
    assert [one.id for one in dishes.made_of(made)] == [fish]


def test_a_batch_past_its_day_is_named_all_the_same(actor):
    """Who ate of it has to be found."""
    milk = buy(actor, "牛奶", on=DAY - WEEK, expires_on="2026-10-18")
    assert [one.expired(DAY) for one in dishes.made_of(cook(actor, "奶茶", milk))] == [True]


def test_a_void_dish_takes_its_batches_and_its_sample_along_and_back(actor):
    dish = cook(actor, "红烧肉", buy(actor))
    keep(actor, dish)
    dishes.void(actor, dish, "没做")
    left = "SELECT (SELECT count(*) FROM living_dish_batch) + (SELECT count(*) FROM living_food_sample)"
    assert (dishes.menu(DAY, DAY), query.count(left)) == ([], 0)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert ([one.name for one in dishes.menu(DAY, DAY)], query.count(left)) == (["红烧肉"], 2)


def test_last_week_s_menu_is_copied_without_batches_and_without_what_stands_there(actor):
    cook(actor, "红烧肉", buy(actor, on=DAY - WEEK), on=DAY - WEEK)
    dishes.add(actor, DishDraft(DAY - WEEK, "lunch", "炒青菜", "3", allergens=["peanuts"]))
    dishes.add(actor, DishDraft(DAY, "lunch", "红烧肉"))
    assert dishes.copy(actor, DAY - WEEK, DAY) == 1
    found = [(one.name, one.price_fen, one.allergens, one.batches) for one in dishes.menu(DAY, DAY)]
    assert found == [("红烧肉", None, "", 0), ("炒青菜", 300, "peanuts", 0)]
    with pytest.raises(NothingToCopy):
        dishes.copy(actor, DAY - WEEK, DAY)


def test_what_a_dish_was_made_of_before_is_likely_again(actor):
    old, new, fish = buy(actor, on=DAY - WEEK), buy(actor, batch="A2"), buy(actor, "草鱼")
    cook(actor, "红烧肉", old, on=DAY - WEEK)
    purchases.end(actor, old, day=DAY - WEEK)
    dish = dishes.add(actor, DishDraft(DAY, "lunch", "红烧肉"))
    assert [one.id for one in dishes.likely(dish)] == [new]
    assert dishes.likely(dishes.add(actor, DishDraft(DAY, "lunch", "蒸鱼"))) == []
    assert fish not in [one.id for one in dishes.likely(dish)]


def test_a_known_dish_comes_with_its_last_price_and_allergens(actor):
    dishes.add(actor, DishDraft(DAY - WEEK, "lunch", "豆浆", "2"))
    dishes.add(actor, DishDraft(DAY, "breakfast", "豆浆", "2.5", allergens=["soybeans"]))
    found = dishes.known("豆浆")
    assert found is not None
    assert (found.price, found.allergens) == ("2.50", ["soybeans"])
    assert dishes.known("燕窝") is None
    assert dishes.names() == ["豆浆"]
