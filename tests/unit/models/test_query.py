"""Rows in the shape that their query promises."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pytest

from desktop.models import query
from desktop.models.database import close_database, open_database


class Meal(StrEnum):
    LUNCH = "lunch"


@dataclass(frozen=True)
class Line:
    id: int
    day: dt.date
    until: dt.date | None
    open: bool
    insured: bool | None
    meal: Meal
    flags: frozenset[str]
    remark: str


class Pair(NamedTuple):
    low: int
    day: dt.date


@pytest.fixture(autouse=True)
def opened(tmp_path):
    open_database(tmp_path / "shizhu.db", create=True)
    yield
    close_database()


def test_a_row_becomes_the_shape_with_dates_truths_codes_and_words():
    assert query.fetch_as(
        Line,
        "SELECT 7, '2026-10-08', '2026-10-09', 1, 0, 'lunch', 'disabled kinless', '' UNION ALL"
        " SELECT 8, '2026-10-08', '', 0, NULL, 'lunch', '', '2026-10-08'",
    ) == [
        Line(
            7,
            dt.date(2026, 10, 8),
            dt.date(2026, 10, 9),
            True,
            False,
            Meal.LUNCH,
            frozenset({"disabled", "kinless"}),
            "",
        ),
        Line(8, dt.date(2026, 10, 8), None, False, None, Meal.LUNCH, frozenset(), "2026-10-08"),
    ]


def test_a_named_tuple_is_a_shape_too_and_no_row_is_none():
    assert query.fetch_one_as(Pair, "SELECT 1, '2026-10-08'") == Pair(1, dt.date(2026, 10, 8))
    assert query.fetch_one_as(Pair, "SELECT 1, '2026-10-08' WHERE 0") is None


@pytest.mark.parametrize("columns", ["1", "1, '2026-10-08', 3"])
def test_too_few_or_too_many_columns_are_no_row_of_the_shape(columns):
    with pytest.raises(TypeError):
        query.fetch_as(Pair, f"SELECT {columns}")


def test_a_missing_date_where_one_must_be_is_an_error_not_a_none():
    with pytest.raises((TypeError, ValueError)):
        query.fetch_as(Pair, "SELECT 1, NULL")
