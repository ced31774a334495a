"""What was agreed for certain weekdays: who is asked for on a day, who is left out and why."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.answers import LeftOut
from desktop.core.errors import InvalidDraft, NotAllowed, NotFound
from desktop.core.routes import StandingSubject
from desktop.core.standing import Span
from desktop.services import undoing
from desktop.services.beds import places, stays
from desktop.services.residents import merging, states
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import ArrangementDraft, HolidayDraft, StopDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

MEALS = StandingSubject.MEAL_DELIVERY
WEDNESDAY = dt.date(2026, 10, 21)


def agree(actor, who, weekdays="", first="2026-10-01", last="", meal="lunch"):
    return arrangements.arrange(actor, ArrangementDraft(who, meal, first, last, weekdays=list(weekdays)))


def on(day=WEDNESDAY, meal="lunch"):
    return {one.agreed.name: one.left_out for one in calendar.asked_on(day, MEALS, meal)}


def test_who_is_asked_for_on_a_day_of_the_week(actor, person):
    agree(actor, person("甲"), "135")
    agree(actor, person("乙"), "24")
    agree(actor, person("丙"), meal="dinner")
    assert on() == {"甲": None}
    assert on(WEDNESDAY + dt.timedelta(days=1)) == {"乙": None}
    assert on(meal="") == {"甲": None, "丙": None}


def test_a_stop_a_holiday_and_who_left_say_why_nothing_is_done(actor, person):
    resting, gone = person("停"), person("走")
    agree(actor, person("甲"))
    stop = arrangements.stop(actor, agree(actor, resting), StopDraft("2026-10-20", "2026-10-22", "女儿来住"))
    agree(actor, gone)
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 20), "迁往安宁")
    assert on() == {"甲": None, "停": LeftOut.STOPPED, "走": LeftOut.OFF_REGISTER}
    arrangements.void_stop(actor, stop, "没有来")
    assert on()["停"] is None
    arrangements.set_holiday(actor, HolidayDraft("2026-10-21", "重阳节"))
    assert on() == {"甲": LeftOut.HOLIDAY, "停": LeftOut.HOLIDAY, "走": LeftOut.OFF_REGISTER}
    arrangements.set_holiday(actor, HolidayDraft("2026-10-21", "重阳节照常送", closed=False))
    assert on()["甲"] is None
    assert [(one.words, one.closed) for one in arrangements.holidays_since(WEDNESDAY)] == [("重阳节照常送", False)]
    arrangements.void_holiday(actor, "2026-10-21", "录错")
    assert arrangements.holidays_since(WEDNESDAY) == []


def test_who_is_on_leave_from_a_bed_gets_none(actor, person):
    who = person("甲")
    agree(actor, who)
    bed = places.save(actor, places.BedDraft(room="101", number="1"))
    stay = stays.admit(actor, stays.StayDraft(who, bed, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-20", "2026-10-21", "住院")
    assert on() == {"甲": LeftOut.AWAY}
    assert on(WEDNESDAY + dt.timedelta(days=1)) == {"甲": None}


def test_how_many_are_to_be_expected(actor, person):
    agree(actor, person("甲"), "15")
    two = agree(actor, person("乙"), "1")
    arrangements.set_holiday(actor, HolidayDraft("2026-10-23", "停业"))
    week = Span(dt.date(2026, 10, 19), dt.date(2026, 10, 26))
    assert calendar.planned(week, MEALS, "lunch") == {week.first: 2, week.last: 2}
    arrangements.stop(actor, two, StopDraft("2026-10-26", "", "住院"))
    assert calendar.planned(week, MEALS, "lunch") == {week.first: 2, week.last: 1}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"valid_from": ""}, ("valid_from", "required")),
        ({"valid_to": "2026-09-30"}, ("valid_to", "ends_before_start")),
        ({"weekdays": ["8"]}, ("weekdays", "unknown_word")),
        ({"meal": "tea"}, ("meal", "unknown_word")),
        ({"resident_id": None}, ("resident_id", "required")),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(actor, person, change, wrong):
    draft = ArrangementDraft(**{"resident_id": person(), "valid_from": "2026-10-01"} | change)
    with pytest.raises(InvalidDraft) as caught:
        arrangements.arrange(actor, draft)
    assert [(one.name, one.reason) for one in caught.value.fields] == [wrong]


def test_one_meal_of_one_person_is_agreed_once_at_a_time(actor, person):
    who = person()
    first = agree(actor, who, "1")
    with pytest.raises(InvalidDraft) as caught:
        agree(actor, who, "2")
    assert [(one.name, one.reason) for one in caught.value.fields] == [("valid_from", "overlap")]
    agree(actor, who, meal="dinner")
    draft = arrangements.draft_of(first)
    draft.valid_to = "2026-10-31"
    arrangements.change(actor, first, draft)
    agree(actor, who, "2", first="2026-11-01")
    assert arrangements.draft_of(first).weekdays == ["1"]
    assert len(calendar.agreed(MEALS)) == 3
    assert len(calendar.agreed(MEALS, dt.date(2026, 11, 1))) == 2


def test_void_and_taken_back(actor, person):
    one = agree(actor, person("甲"))
    arrangements.void(actor, one, "录错人")
    assert on() == {}
    with pytest.raises(NotFound):
        arrangements.draft_of(one)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert on() == {"甲": None}


def test_a_merge_takes_what_was_agreed_along(actor, person):
    keep, other = person("甲"), person("甲乙")
    agree(actor, other)
    merging.merge(actor, keep, other, {})
    assert on() == {"甲": None}


def test_holidays_are_for_the_office(actor, person):
    visitor = Actor(None, "探访丙", "visitor", actor.station)
    with pytest.raises(NotAllowed):
        arrangements.set_holiday(visitor, HolidayDraft("2026-10-21", "重阳节"))
