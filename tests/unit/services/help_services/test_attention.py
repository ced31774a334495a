"""What waits too long, and who is to be asked how a service pleased: both by rules."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.services.help_services import attention, orders, steps
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.help_services.steps import RatingDraft
from desktop.services.writing import rules

OCTOBER = Month(2026, 10)
TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def order(person, actor):
    one = person()

    def make(kind="cleaning", day="2026-10-21", state="requested", **more):
        return orders.save(actor, ServiceDraft(resident_id=one, type=kind, state=state, service_on=day, **more))

    return make


def stale_at(*moment):
    with clock.standing_at(dt.datetime(2026, 10, *moment)):
        return attention.stale()


def test_an_order_that_nobody_was_sent_for_waits_two_days(order, actor):
    one = order()
    assert stale_at(22, 23, 59) == []
    assert stale_at(23, 11, 29) == [one], "its planned day is past by more than one"
    steps.dispatch(actor, one, "普建国")
    assert stale_at(22, 23, 59) == []


def test_an_order_of_a_day_to_come_does_not_wait(order):
    one = order(day="2026-10-30")
    assert stale_at(30, 11, 0) == [one]
    assert stale_at(29, 11, 0) == []


def test_urgent_help_waits_half_an_hour_and_stands_first(order, actor):
    old, urgent = order(day="2026-10-01", state="dispatched"), order("emergency")
    assert stale_at(21, 11, 59) == [old]
    assert stale_at(21, 12, 0) == [urgent, old]
    steps.finish(actor, urgent)
    assert stale_at(21, 13, 0) == [old]


def test_the_limits_are_a_rule(order, actor):
    one = order("emergency")
    rules.set_rule(actor, "order_stale", TODAY, {"waiting_days": 2, "past_days": 1, "urgent_minutes": 5})
    assert stale_at(21, 11, 36) == [one]


def test_all_urgent_help_and_a_tenth_of_the_rest_are_asked_about(order):
    urgent = [order("emergency", f"2026-10-0{day}", "done") for day in (3, 5)]
    others = [order("cleaning", f"2026-10-{day:02d}", "done") for day in range(1, 21)]
    order(state="requested")
    found = attention.to_ask(OCTOBER)
    assert set(urgent) < set(found)
    assert len(set(found) & set(others)) == 2
    assert found == attention.to_ask(OCTOBER), "whoever draws, draws the same"
    assert attention.to_ask(Month(2026, 9)) == []


def test_who_was_asked_leaves_the_list_and_nobody_takes_the_place(order, actor):
    others = [order("cleaning", f"2026-10-{day:02d}", "done") for day in range(1, 11)]
    [drawn] = attention.to_ask(OCTOBER)
    assert drawn in others
    steps.rate(actor, drawn, RatingDraft("5"))
    assert attention.to_ask(OCTOBER) == []
    assert orders.find_ids(ServiceQuery(month=OCTOBER, to_ask=True)) == []


def test_a_part_of_a_tenth_is_one(order):
    assert attention.to_ask(OCTOBER) == []
    one = order(state="done")
    assert attention.to_ask(OCTOBER) == [one]


def test_whom_to_ask_is_a_rule(order, actor):
    one, two = order("bathing", state="done"), order("emergency", state="done")
    rules.set_rule(actor, "service_follow_up", TODAY, {"always": ["bathing"], "percent": 0})
    assert attention.to_ask(OCTOBER) == [one]
    rules.set_rule(actor, "service_follow_up", TODAY, {"always": [], "percent": 100})
    assert attention.to_ask(OCTOBER) == [one, two]
