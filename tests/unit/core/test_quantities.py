"""Quantities come back as they were typed, whatever hand typed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.quantities import parse_scaled, scaled_text


@pytest.mark.parametrize(
    ("typed", "places", "value"),
    [
        ("12.5", 3, 12500),
        (" 1,200 ", 3, 1_200_000),
        ("１２．５", 3, 12500),
        ("-18℃", 1, -180),
        ("－18.5度", 1, -185),
        ("0", 1, 0),
    ],
)
def test_what_is_typed_is_read(typed, places, value):
    assert parse_scaled(typed, places) == value


@pytest.mark.parametrize("typed", ["", "一斤", "1.2345", "nan", "1..2", "inf"])
def test_what_is_no_such_number_is_refused(typed):
    with pytest.raises(ValueError):
        parse_scaled(typed, 3)


@given(value=st.integers(-(10**9), 10**9), places=st.integers(0, 3))
def test_what_is_shown_is_read_back(value, places):
    assert parse_scaled(scaled_text(value, places), places) == value
