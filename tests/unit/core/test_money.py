"""Yuan outside, fen inside."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.money import parse_yuan, to_fen, to_yuan, yuan_shown, yuan_text


@pytest.mark.parametrize(
    ("typed", "fen"), [("12", 1200), ("12.5", 1250), ("¥12.50", 1250), ("1,234元", 123400), (" 0.005 ", 1), ("0", 0)]
)
def test_what_a_clerk_types_is_read(typed, fen):
    assert to_fen(parse_yuan(typed)) == fen


@pytest.mark.parametrize("typed", ["", "-1", "十元", "1e400", "nan", "1..2", "99999999"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValueError):
        parse_yuan(typed)


@given(st.integers(0, 10**9))
def test_fen_come_back_whole(fen):
    assert to_fen(to_yuan(fen)) == fen
    assert Decimal(yuan_text(fen)) * 100 == fen


def test_ten_million_yuan_are_the_most():
    assert parse_yuan("10000000") == Decimal("10000000.00")
    for typed in ("10000000.01", "10000001"):
        with pytest.raises(ValueError):
            parse_yuan(typed)


@pytest.mark.parametrize(
    ("fen", "shown"), [(0, "0.00"), (99_999, "999.99"), (2_748_600, "27,486.00"), (-150_000, "-1,500.00")]
)
def test_a_sum_is_read_by_its_thousands(fen, shown):
    assert yuan_shown(fen) == shown
