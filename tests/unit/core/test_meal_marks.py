"""The marks of a month matrix are read as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import meal_marks
from desktop.core.trade import MealKind, MealMode
from desktop.importing.kinds.marks import read_legend, read_mark

SERVED = st.dictionaries(st.sampled_from(list(MealKind)), st.sampled_from(list(MealMode)))


@given(SERVED)
def test_what_is_written_is_read_back(served: dict[str, str]) -> None:
    mark = meal_marks.written(served)
    read = meal_marks.read(mark)
    assert read is not None
    assert dict(read) == served
    own_legend = read_legend([meal_marks.LEGEND])
    assert dict(read_mark(mark, own_legend) or ()) == served, "as a sheet with the legend beneath it says"


@pytest.mark.parametrize(
    ("served", "mark"),
    [
        ({}, ""),
        ({"lunch": "dine_in"}, "√"),
        ({"lunch": "delivered"}, "送"),
        ({"lunch": "takeaway"}, "打"),
        ({"breakfast": "dine_in"}, "早"),
        ({"dinner": "delivered"}, "晚送"),
        ({"lunch": "dine_in", "dinner": "dine_in"}, "√晚"),
        ({"dinner": "dine_in", "lunch": "delivered"}, "送晚"),
        ({"breakfast": "dine_in", "lunch": "delivered"}, "早午送"),
        ({"breakfast": "dine_in", "lunch": "dine_in", "dinner": "takeaway"}, "早午晚打"),
    ],
)
def test_marks_are_those_that_people_write(served: dict[str, str], mark: str) -> None:
    assert meal_marks.written(served) == mark


def test_what_nobody_understands_is_no_mark() -> None:
    assert [meal_marks.read(mark) for mark in ("△", "√√", "晚饭", "√?")] == [None] * 4
    assert [meal_marks.read(mark) for mark in ("", " ", "×", "0", "/")] == [()] * 5
