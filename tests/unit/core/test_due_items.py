"""Reminders 60, 30 and 0 days before the last day, and after it; what was renewed asks for nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.answers import DueStage
from desktop.core.due_items import lasting, stage

TODAY = dt.date(2026, 10, 21)


@pytest.mark.parametrize(
    ("last_day", "found"),
    [
        (None, DueStage.NO_END),
        (dt.date(2026, 12, 21), DueStage.LATER),
        (dt.date(2026, 12, 20), DueStage.WITHIN_60),
        (dt.date(2026, 11, 21), DueStage.WITHIN_60),
        (dt.date(2026, 11, 20), DueStage.WITHIN_30),
        (dt.date(2026, 10, 22), DueStage.WITHIN_30),
        (dt.date(2026, 10, 21), DueStage.LAST_DAY),
        (dt.date(2026, 10, 20), DueStage.ENDED),
    ],
)
def test_the_last_day_itself_still_holds(last_day, found):
    assert stage(last_day, TODAY) is found


def by_counting_days(last_day: dt.date, today: dt.date) -> DueStage:
    """The twin: look at each day from today on until the certificate holds no more."""
    if today > last_day:
        return DueStage.ENDED
    held, day = 0, today
    while day < last_day:
        held, day = held + 1, day + dt.timedelta(days=1)
    if held == 0:
        return DueStage.LAST_DAY
    if held <= 30:
        return DueStage.WITHIN_30
    return DueStage.WITHIN_60 if held <= 60 else DueStage.LATER


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
CERTIFICATES = st.lists(st.tuples(st.sampled_from("ABC"), st.none() | DAYS), max_size=12)


@given(DAYS, DAYS)
def test_the_stage_is_what_counting_the_days_gives(last_day, today):
    assert stage(last_day, today) is by_counting_days(last_day, today)


@given(CERTIFICATES, DAYS)
def test_a_kind_asks_only_for_what_nothing_else_of_it_outlasts(found, today):
    kept = lasting(found, lambda one: one[0], lambda one: one[1])
    assert sorted(kind for kind, _ in kept) == sorted({kind for kind, _ in found})
    for kind, last_day in kept:
        ends = [day for other, day in found if other == kind]
        whole = None if None in ends else max(ends)
        assert last_day == whole
        # A renewed certificate never presses more than the newest of its kind does.
        assert stage(last_day, today) is min(
            (stage(day, today) for day in ends), key=lambda one: -list(DueStage).index(one)
        )
