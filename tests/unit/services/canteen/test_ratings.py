"""What people say of their meal: once a meal, said anew, in the month of the meal's day."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.services import undoing
from desktop.services.canteen import meals, ratings, scanning
from desktop.services.canteen.meals import MealDraft, MealQuery
from desktop.services.figures import canteen
from desktop.services.figures.explained import explain
from desktop.services.writing import done, months
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
NOON = dt.datetime(2026, 10, 21, 11, 40)


def rating_of(meal_id):
    return meals.rows([meal_id])[0].rating


def test_a_meal_is_rated_said_anew_and_taken_back(person, actor):
    eaten = meals.save(actor, MealDraft(person(), "2026-10-20"))
    ratings.rate(actor, eaten, 4)
    ratings.rate(actor, eaten, "2")
    assert rating_of(eaten) == 2
    undoing.take_back(actor, done.standing(actor)[0])
    assert rating_of(eaten) == 4
    undoing.take_back(actor, done.standing(actor)[0])
    assert rating_of(eaten) is None


@pytest.mark.parametrize("score", ["", "0", "6", "四", "4.5"])
def test_a_score_is_a_number_from_1_to_5(person, actor, score):
    eaten = meals.save(actor, MealDraft(person(), "2026-10-20"))
    with pytest.raises(InvalidDraft) as refused:
        ratings.rate(actor, eaten, score)
    assert [error.name for error in refused.value.fields] == ["rating"]
    assert rating_of(eaten) is None


def test_the_meal_of_somebody_is_the_one_named_else_the_last_of_the_day(person, actor):
    one = person()
    lunch = scanning.record(actor, one, "lunch", "dine_in", NOON).meal_id
    dinner = scanning.record(actor, one, "dinner", "dine_in", NOON.replace(hour=17)).meal_id
    assert ratings.rate_eaten(actor, one, NOON.date(), "", 5) == dinner
    assert ratings.rate_eaten(actor, one, NOON.date(), "lunch", 3) == lunch
    assert (rating_of(lunch), rating_of(dinner)) == (3, 5)
    with pytest.raises(NotFound):
        ratings.rate_eaten(actor, one, NOON.date(), "breakfast", 3)
    scanning.take_back(actor, dinner)
    assert ratings.rate_eaten(actor, one, NOON.date(), "", 1) == lunch, "a void meal is rated no more"


def test_a_closed_month_keeps_what_was_said_until_a_correction_changes_it(person, actor):
    eaten = meals.save(actor, MealDraft(person(), "2026-09-20"))
    ratings.rate(actor, eaten, 3)
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        ratings.rate(actor, eaten, 5)
    assert rating_of(eaten) == 3


def test_a_rating_goes_with_the_meal_that_stands_in_its_place(person, actor):
    eaten = meals.save(actor, MealDraft(person(), "2026-10-20", rating="4"))
    draft = meals.draft_of(eaten)
    draft.mode = "takeaway"
    assert rating_of(meals.replace(actor, eaten, draft, "打包带走")) == 4
    assert meals.find_ids(MealQuery(month=OCTOBER, rating="4")) != []
    assert meals.find_ids(MealQuery(month=OCTOBER, rating="5")) == []


SCORES = st.lists(st.tuples(st.booleans(), st.sampled_from((None, 1, 2, 3, 4, 5)), st.integers(28, 33)), max_size=9)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCORES)
def test_average_and_count_are_what_somebody_finds_who_looks_at_each_meal(person, actor, said):
    """Guests' too; the month is that of the meal's day, whatever the month in which it was said."""
    with forgotten():
        counted = []
        for at, (guest, score, day) in enumerate(said):
            on = dt.date(2026, 9, 1) + dt.timedelta(days=day - 1)
            who = None if guest else person(f"甲{at}")
            eaten = meals.save(actor, MealDraft(who, on, guest=guest))
            if score is not None:
                ratings.rate(actor, eaten, score)
                counted += [score] if on.month == 10 else []
        found = canteen(OCTOBER).ratings
        # Half-up in whole hundredths.
        hundredths = (sum(counted) * 200 + len(counted)) // (2 * len(counted)) if counted else None
        told = None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}"
        assert (found.count, found.average and str(found.average)) == (len(counted), told)
        assert {score: count for score, count in found.by_score.items() if count} == {
            score: counted.count(score) for score in set(counted)
        }
        asked = explain(OCTOBER, "canteen.ratings.average")
        assert asked.value == (told or "—")
        assert [part.value for part in asked.parts] == [sum(counted), len(counted)]
