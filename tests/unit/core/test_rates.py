"""Percentages: half-up to the second decimal, and 100.00 only where it is all of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.rates import percent_text, rate, rate_text, reaches


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (16_467, 20_000, "82.34"),  # 82.335
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (0, 7, "0.00"),
        (7, 7, "100.00"),
        (2_000, 2_001, "99.95"),
        (20_000, 20_001, "99.99"),
        (19_999, 20_000, "99.99"),  # 99.995
        (3, 2, "150.00"),
        (0, 0, "—"),
        (3, 0, "—"),
    ],
)
def test_a_rate_as_it_is_printed(part, whole, text):
    assert rate_text(rate(part, whole)) == text
    assert percent_text(part, whole) == (text if text == "—" else f"{text}%")


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_hundred_is_printed_only_where_nobody_is_missing(part, whole):
    part = min(part, whole)
    assert (rate(part, whole) == Decimal(100)) == (part == whole)
    assert reaches(part, whole, Decimal(100)) is (part == whole)
