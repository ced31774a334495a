"""Who ate of a batch, and back from a person: nobody is left out, by a slow twin that asks row by row."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.canteen_errors import NoSuchBatch
from desktop.core.errors import NotAllowed
from desktop.core.period import Month
from desktop.models.food import Dish, DishBatch
from desktop.models.meal import Meal
from desktop.services.canteen import meals
from desktop.services.food import dishes, trace
from desktop.services.writing.actor import Actor
from tests.unit.services.food.kitchen import DAY, buy, cook, eat

NEXT = DAY + dt.timedelta(days=1)
BEFORE = DAY - dt.timedelta(days=1)


def test_who_ate_at_the_meals_of_its_dishes_with_the_guests_counted(actor, person):
    wang, li = person("王芳", phone="13888000001"), person("李明", born="1950-01-01", sex="male")
    pork = buy(actor, on=BEFORE)
    cook(actor, "红烧肉", pork, on=BEFORE)
    cook(actor, "肉丝面", pork, meal="dinner")
    cook(actor, "炒青菜", buy(actor, "青菜", "B1"))
    eat(actor, wang, BEFORE)
    eat(actor, li, BEFORE, "dinner")
    eat(actor, li, DAY, "dinner")
    eat(actor, None, DAY, "dinner")
    eat(actor, wang)
    found = trace.batch(actor, "A1")
    assert [(one.name, one.phone, one.day, one.meal) for one in found.people] == [
        ("王芳", "13888000001", BEFORE, "lunch"),
        ("李明", "", DAY, "dinner"),
    ]
    assert [(one.name, one.batch) for one in found.dishes] == [("红烧肉", "五花肉 A1"), ("肉丝面", "五花肉 A1")]
    assert (found.guests, found.persons, [one.name for one in found.batches]) == (1, 2, ["五花肉"])


def test_lunch_comes_before_dinner(actor, person):
    pork, who = buy(actor), person()
    for meal in ("dinner", "breakfast", "lunch"):
        cook(actor, f"肉{meal}", pork, meal=meal)
        eat(actor, who, meal=meal)
    found = trace.of_batches(actor, [pork])
    assert [str(one.meal) for one in found.people] == ["breakfast", "lunch", "dinner"]
    assert [str(one.meal) for one in found.dishes] == ["breakfast", "lunch", "dinner"]


def test_words_find_every_batch_that_they_may_mean(actor, person):
    for name, batch in (("五花肉", "A1"), ("肉末", "A1"), ("土豆", "B7")):
        cook(actor, f"菜{name}", buy(actor, name, batch))
    assert {one.name for one in trace.batch(actor, "肉").batches} == {"五花肉", "肉末"}
    assert {one.name for one in trace.batch(actor, "B7").batches} == {"土豆"}
    assert len(trace.batch(actor, "新民").batches) == 3
    for nothing in ("龙虾", " ", ""):
        with pytest.raises(NoSuchBatch):
            trace.batch(actor, nothing)


def test_a_void_meal_and_a_batch_taken_out_trace_nobody(actor, person):
    pork = buy(actor)
    dish = cook(actor, "红烧肉", pork)
    meals.void(actor, eat(actor, person()), "录错")
    assert trace.of_batches(actor, [pork]).people == ()
    eat(actor, person("李明", born="1950-01-01"))
    assert trace.of_batches(actor, [pork]).persons == 1
    dishes.use(actor, dish, [])
    assert trace.of_batches(actor, [pork]).people == ()


def test_back_from_a_person_to_the_batches_of_a_month(actor, person):
    who = person()
    cook(actor, "红烧肉", buy(actor), buy(actor, "土豆"))
    cook(actor, "鱼", buy(actor, "草鱼"), meal="dinner")
    eat(actor, who)
    assert {one.name for one in trace.of_person(actor, who, Month(2026, 10))} == {"五花肉", "土豆"}
    assert trace.of_person(actor, who, Month(2026, 9)) == []


def test_phones_are_not_for_everybody(actor, clerk):
    pork = buy(actor)
    worker = Actor(None, "护理甲", "worker", actor.station)
    with pytest.raises(NotAllowed):
        trace.of_batches(worker, [pork])
    assert trace.of_batches(clerk, [pork]).people == ()


MEALS = ("breakfast", "lunch", "dinner")
DAYS = (BEFORE, DAY)
SLOT = st.tuples(st.sampled_from(DAYS), st.sampled_from(MEALS))


@pytest.fixture
def three(actor, person):
    """Three people and three batches."""
    people = [person(f"人{at}", born=f"194{at}-01-05") for at in range(3)]
    return people, [buy(actor, f"料{at}", on=BEFORE) for at in range(3)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cooked=st.lists(st.tuples(SLOT, st.sets(st.integers(0, 2))), max_size=5),
    eaten=st.sets(st.tuples(st.integers(0, 2), SLOT), max_size=8),
    asked=st.sets(st.integers(0, 2), min_size=1),
)
def test_a_trace_is_what_a_slow_twin_finds(cooked, eaten, asked, actor, three):
    people, batches = three
    for row in [*Dish.select().where(Dish.voided_at.is_null())]:
        dishes.void(actor, row.id, "再来")
    for row in [*Meal.select().where(Meal.voided_at.is_null())]:
        meals.void(actor, row.id, "再来")
    for at, ((day, meal), used) in enumerate(cooked):
        cook(actor, f"菜{at}", *(batches[one] for one in used), on=day, meal=meal)
    for who, (day, meal) in eaten:
        eat(actor, people[who], day, meal)
    wanted = {batches[one] for one in asked}
    slow = {
        (meal.resident_id, meal.eaten_on, meal.meal)
        for meal in Meal.select().where(Meal.voided_at.is_null())
        for dish in Dish.select().where(Dish.voided_at.is_null())
        for link in DishBatch.select().where(DishBatch.voided_at.is_null())
        if (dish.served_on, dish.meal) == (meal.eaten_on, meal.meal)
        and link.dish_id == dish.id
        and link.food_purchase_id in wanted
    }
    found = trace.of_batches(actor, wanted).people
    assert {(one.resident_id, one.day, str(one.meal)) for one in found} == slow
    assert len(found) == len(slow)
