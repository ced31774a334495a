"""Which meal it is: a rule, the same for everybody who asks."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft
from desktop.services.canteen import hours
from desktop.services.writing import rules

DAY = "2026-10-21"


@pytest.mark.parametrize(
    ("time", "meal"),
    [
        ("00:00", "breakfast"),
        ("09:29", "breakfast"),
        ("09:30", "lunch"),
        ("14:59", "lunch"),
        ("15:00", "dinner"),
        ("23:59", "dinner"),
    ],
)
def test_the_time_says_which_meal_it_is(actor, time, meal):
    assert hours.meal_at(dt.datetime.fromisoformat(f"{DAY} {time}")) == meal


def test_a_centre_that_dines_early_says_so_from_a_day_on(actor):
    early = {"lunch_from": "10:00", "dinner_from": "14:00"}
    rules.set_rule(actor, "canteen_hours", dt.date(2026, 10, 22), early)
    assert hours.meal_at(dt.datetime(2026, 10, 21, 14, 30)) == "lunch"
    assert hours.meal_at(dt.datetime(2026, 10, 22, 14, 30)) == "dinner"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"lunch_from": "9:30", "dinner_from": "15:00"}, "lunch_from"),
        ({"lunch_from": "09:30", "dinner_from": "25:00"}, "dinner_from"),
        ({"lunch_from": "15:00", "dinner_from": "15:00"}, "dinner_from"),
        ({"lunch_from": "09:30"}, "dinner_from"),
    ],
)
def test_hours_that_are_none_are_refused_at_their_field(actor, wrong, field):
    with pytest.raises(InvalidDraft) as caught:
        rules.set_rule(actor, "canteen_hours", dt.date(2026, 10, 22), wrong)
    assert [error.name for error in caught.value.fields] == [field]
