"""Yuan outside, fen inside."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.money import capitals, parse_yuan, to_fen, to_yuan, yuan_shown, yuan_text


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("12", 1200), ("12.5", 1250), ("¥12.50", 1250), ("1,234元", 123400), (" 0.005 ", 1), ("０．５元", 50), ("0", 0)],
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


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (1000, "壹拾元整"),
        (12000, "壹佰贰拾元整"),
        (12050, "壹佰贰拾元伍角整"),
        (100506, "壹仟零伍元零陆分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (10700053, "壹拾万柒仟元伍角叁分"),
        (1_000_100_00, "壹佰万零壹佰元整"),
        (100_000_001_00, "壹亿零壹元整"),
        (325004014_80, "叁亿贰仟伍佰万肆仟零壹拾肆元捌角整"),
        (-1230, "负壹拾贰元叁角整"),
    ],
)
def test_an_amount_is_written_as_on_a_receipt(fen, words):
    assert capitals(fen) == words


def spelled(fen):
    """Every digit with its place, noughts too; then the noughts that are not said are taken out."""
    digits = "零壹贰叁肆伍陆柒捌玖"
    places = ["元", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿", "拾", "佰", "仟"]
    yuan = str(fen // 100).zfill(12)
    whole = "".join(digits[int(one)] + places[11 - at] for at, one in enumerate(yuan))
    whole = re.sub("零[拾佰仟]", "零", whole)
    whole = re.sub("零+", "零", whole)
    whole = re.sub("零([万亿元])", r"\1", whole)
    whole = whole.replace("亿万", "亿零").removeprefix("零").lstrip("亿万零")
    whole = re.sub("零+", "零", whole).replace("零元", "元").removeprefix("元")
    jiao, cents = fen // 10 % 10, fen % 10
    if not jiao and not cents:
        return (whole or "零元") + "整"
    tenths = f"{digits[jiao]}角" if jiao else ("零" if whole else "")
    return whole + tenths + (f"{digits[cents]}分" if cents else "整")


@given(st.one_of(st.integers(0, 10**14 - 1), st.integers(0, 10**7), st.sampled_from([10**n for n in range(14)])))
def test_it_says_what_spelling_every_digit_says(fen):
    assert capitals(fen) == spelled(fen)
