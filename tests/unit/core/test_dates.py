"""Dates and times as clerks and spreadsheets write them."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.dates import find_month, find_year, read_date, read_time
from desktop.core.period import Month

OCTOBER = Month(2026, 10)


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-05", "2026/10/5", "2026.10.5", "2026年10月5日", "20261005", "２０２６－１０－０５", "2026年10月5",
        "2026-10-05 09:00:00", "2026-10-05T09:00", "2026年10月5日 星期一", "2026年10月5日上午 9时",
        "'2026-10-05", " 2026. 10. 5 ",
        "46300", 46300.0, 46300.4, 20261005.0, dt.date(2026, 10, 5), dt.datetime(2026, 10, 5, 9, 0),
    ],
)  # fmt: skip
def test_whole_dates(written: object) -> None:
    assert read_date(written) == dt.date(2026, 10, 5)


@pytest.mark.parametrize("written", ["10月5日", "10.5", "10/5", "1005", "10-05", 10.5, 1005.0, "26.10.5"])
def test_month_and_day_need_a_year(written: object) -> None:
    assert read_date(written, year=2026) == dt.date(2026, 10, 5)
    with pytest.raises(ValueError):
        read_date(written)


@pytest.mark.parametrize("written", ["5日", "5", 5.0, 5])
def test_a_day_needs_a_month(written: object) -> None:
    assert read_date(written, month=OCTOBER) == dt.date(2026, 10, 5)
    with pytest.raises(ValueError):
        read_date(written, year=2026)


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        "2026-02-30",
        "2026-13-01",
        "昨天",
        "2026",
        2026.0,
        "202610",
        True,
        -1.0,
        1e300,
        float("nan"),
        "1234567",
    ],
)
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError):
        read_date(written, month=OCTOBER)


def test_ten_point_one_in_a_numeric_cell_may_be_the_tenth_or_the_first() -> None:
    with pytest.raises(ValueError):
        read_date(10.1, year=2026)


@given(st.dates(dt.date(1880, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    for form in ("{0:%Y-%m-%d}", "{0.year}.{0.month}.{0.day}", "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}"):
        assert read_date(form.format(day)) == day


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_anything_gives_a_date_or_a_value_error(value: object) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(read_date(value, month=OCTOBER), dt.date)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("9:00", dt.time(9)), ("09:00:00", dt.time(9)), ("9时30分", dt.time(9, 30)), ("9点", dt.time(9)),
        ("下午2点半", dt.time(14, 30)), ("１４：０５", dt.time(14, 5)), (0.375, dt.time(9)), ("930", dt.time(9, 30)),
        (1430.0, dt.time(14, 30)), (dt.time(9), dt.time(9)), ("2026-10-05 09:00:00", dt.time(9)),
        (dt.datetime(2026, 10, 5, 9), dt.time(9)), (46300.375, dt.time(9)), (dt.timedelta(hours=9), dt.time(9)),
        (9, dt.time(9)), (23.0, dt.time(23)), (24, dt.time(0)), (100, dt.time(1)), (2359, dt.time(23, 59)),
    ],
)  # fmt: skip
def test_times(written: object, time: dt.time) -> None:
    assert read_time(written) == time


@pytest.mark.parametrize("written", ["", "25:00", "9:75", "上午", None, -0.5, 7000.0, 25, 99, 2360, 2400, 9.5])
def test_what_is_no_time_is_refused(written: object) -> None:
    with pytest.raises(ValueError):
        read_time(written)


def test_months_in_titles() -> None:
    assert find_month("老年幸福食堂就餐登记表（2026年10月）") == OCTOBER
    assert find_month("2026-10") == OCTOBER
    assert find_month("10月", 2026) == OCTOBER
    assert find_month("10月") is None and find_month("2026年度") is None and find_month("2026年13月") is None
    assert find_year("2026年度台账") == 2026 and find_year("台账") is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("二〇二六年十月五日", dt.date(2026, 10, 5)),
        ("二〇二六年十二月二十一日", dt.date(2026, 12, 21)),
        ("二〇二六年一月三十日", dt.date(2026, 1, 30)),
        ("二〇二六年十一月十日", dt.date(2026, 11, 10)),
    ],
)
def test_dates_in_chinese_numbers(written: str, day: dt.date) -> None:
    assert read_date(written) == day
