"""Percentages: half-up to the second decimal, and 100.00 only where it is all of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.rates import compares, percent_text, rate, rate_text, reaches, share


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
    """rules.md A8."""
    part = min(part, whole)
    assert (rate(part, whole) == Decimal(100)) == (part == whole)
    assert reaches(part, whole, Decimal(100)) is (part == whole)


@pytest.mark.parametrize(
    ("value", "direction", "met"),
    [("90", ">=", True), ("89.99", ">=", False), ("90", "<=", True), ("90.01", "<=", False), ("89.99", "<=", True)],
)
def test_a_target_is_met_where_it_is_just_reached(value, direction, met):
    assert compares(Decimal(value), Decimal(90), direction) is met


@pytest.mark.parametrize(
    ("part", "whole", "per", "found"),
    [(1, 3, 1000, "333.33"), (1, 600, 1000, "1.67"), (3, 4, 100, "75.00"), (3, 0, 1000, None), (3, -1, 1000, None)],
)
def test_so_many_of_each_thousand(part, whole, per, found):
    assert share(part, whole, per) == (None if found is None else Decimal(found))
