"""On which days something that stands is done: examples, and a slow calendar that strikes out day by day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.answers import LeftOut
from desktop.core.standing import Span, Standing, days, left_out

MONDAY = dt.date(2026, 10, 19)
WEEK = Span(MONDAY, MONDAY + dt.timedelta(days=6))


def day(number: int) -> dt.date:
    return dt.date(2026, 10, number)


def test_monday_and_friday_of_a_week() -> None:
    assert days(Standing("15", Span(day(1))), WEEK) == [day(19), day(23)]


def test_no_weekday_is_every_day_while_it_is_in_force() -> None:
    assert days(Standing("", Span(day(21), day(23))), WEEK) == [day(21), day(22), day(23)]


def test_a_stop_and_a_closed_holiday_are_left_out_and_say_why() -> None:
    one = Standing("", Span(day(1)), (Span(day(20), day(21)),))
    assert days(one, WEEK, [day(25)]) == [day(19), day(22), day(23), day(24)]
    assert (left_out(one, day(20)), left_out(one, day(25), [day(25)])) == (LeftOut.STOPPED, LeftOut.HOLIDAY)
    assert left_out(one, day(22), [day(25)]) is None


def test_a_stop_without_an_end_lasts() -> None:
    assert days(Standing("", Span(day(1)), (Span(day(21)),)), WEEK) == [day(19), day(20)]


def test_days_without_any_end_are_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        days(Standing("", Span(day(1))), Span(day(1)))


EPOCH = dt.date(2026, 9, 1)
_DAYS = st.integers(0, 60).map(lambda many: EPOCH + dt.timedelta(days=many))
_SPANS = st.tuples(_DAYS, _DAYS).map(lambda both: Span(min(both), max(both)))
_OPEN_SPANS = st.one_of(_SPANS, _DAYS.map(Span))


def struck_out(one: Standing, within: Span, closed: set[dt.date]) -> list[dt.date]:
    """A calendar of the whole autumn on paper: write every day down, then strike out."""
    paper = {EPOCH + dt.timedelta(days=many) for many in range(-10, 80)}
    paper = {it for it in paper if within.first <= it <= (within.last or it)}
    paper -= {it for it in paper if it < one.valid.first or (one.valid.last or it) < it}
    if one.weekdays:
        names = ["一二三四五六日".index(sign) + 1 for sign in "一二三四五六日"]
        paper -= {it for it in paper if not any(int(sign) == names[it.weekday()] for sign in one.weekdays)}
    for stop in one.stops:
        paper -= {it for it in paper if stop.first <= it <= (stop.last or it)}
    return sorted(paper - closed)


@given(
    weekdays=st.sets(st.sampled_from("1234567")).map(lambda found: "".join(sorted(found))),
    valid=_OPEN_SPANS,
    stops=st.lists(_OPEN_SPANS, max_size=3),
    within=_SPANS,
    closed=st.sets(_DAYS, max_size=5),
)
def test_as_a_calendar_on_paper_says(
    weekdays: str, valid: Span, stops: list[Span], within: Span, closed: set[dt.date]
) -> None:
    one = Standing(weekdays, valid, tuple(stops))
    assert days(one, within, closed) == struck_out(one, within, closed)
