"""Months, ages and birthdays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.period import Month, age_on, birthday, born_by

days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def test_a_month_knows_its_days():
    february = Month.parse("2024-02")
    assert (february.first, february.last, february.days) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29), 29)
    assert dt.date(2024, 2, 29) in february
    assert dt.date(2024, 3, 1) not in february
    assert len(list(february)) == 29


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-1", "26-01", "2026/01", "", "二月"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError):
        Month.parse(text)


@given(st.integers(1900, 9000), st.integers(1, 12), st.integers(-500, 500))
def test_shifting_there_and_back_is_nothing(year, number, months):
    month = Month(year, number)
    if year * 12 + months > 1900 * 12 + 12:
        assert month.shifted(months).shifted(-months) == month


def test_months_sort_by_time():
    assert Month(2026, 9) < Month(2026, 10) < Month(2027, 1)


@given(days, st.integers(0, 120))
def test_somebody_is_that_old_from_the_birthday_on_and_not_the_day_before(born, age):
    day = birthday(born, age)
    assert age_on(born, day) == age
    if age:
        assert age_on(born, day - dt.timedelta(days=1)) == age - 1


@given(st.dates(dt.date(1900, 1, 1), dt.date(2026, 12, 31)), st.dates(dt.date(2000, 1, 1)), st.integers(0, 99))
def test_born_by_is_where_an_age_begins(born, day, age):
    assert (born <= born_by(day, age)) == (age_on(born, day) >= age)


def test_a_leap_day_bounds_an_age_too():
    assert born_by(dt.date(2026, 2, 28), 80) == dt.date(1946, 2, 28)
    assert born_by(dt.date(2024, 2, 29), 81) == dt.date(1943, 2, 28)


def test_a_leap_day_child_turns_older_on_the_first_of_march():
    assert birthday(dt.date(1944, 2, 29), 81) == dt.date(2025, 3, 1)
    assert birthday(dt.date(1944, 2, 29), 80) == dt.date(2024, 2, 29)
