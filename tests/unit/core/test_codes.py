"""The 17 digits on cards and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.codes import Code, CodeKind, fold, grouped, serials

codes = st.builds(
    Code,
    st.sampled_from(CodeKind),
    st.from_regex(r"[0-9]{6}", fullmatch=True).filter(str.isascii),
    st.integers(1, 10**8 - 1),
)


def test_a_code_is_seventeen_digits_with_a_check():
    assert Code(CodeKind.BED, "530114", 1).digits == "25301140000000115"


@given(codes)
def test_a_code_is_read_back_however_it_was_typed_or_scanned(code):
    wide = code.digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for text in (code.digits, grouped(code.digits), wide, f" {code.digits}\n"):
        assert Code.parse(text) == code


@given(codes, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(code, place, by):
    digits = list(code.digits)
    digits[place] = str((int(digits[place]) + by) % 10)
    with pytest.raises(ValueError):
        Code.parse("".join(digits))


@given(codes, st.integers(0, 15))
def test_two_swapped_neighbours_are_noticed(code, place):
    digits = list(code.digits)
    if digits[place] == digits[place + 1]:
        return
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    with pytest.raises(ValueError):
        Code.parse("".join(digits))


@pytest.mark.parametrize(
    "text", ["", "abc", "7" + "0" * 16, "05301140000000142", "2530114000000011", "253011400000001150"]
)
def test_what_is_no_whole_code_is_refused(text):
    with pytest.raises(ValueError):
        Code.parse(text)


@pytest.mark.parametrize(
    ("kind", "digits"),
    [
        (CodeKind.RESIDENT, "15301140000000177"),
        (CodeKind.BED, "25301140000000115"),
        (CodeKind.ROSTER_ROW, "35301140000000150"),
        (CodeKind.SERVICE_ORDER, "45301140000000185"),
        (CodeKind.REPORT, "55301140000000123"),
        (CodeKind.LEDGER_ROW, "65301140000000158"),
    ],
)
def test_the_first_code_of_each_kind(kind, digits):
    assert Code(kind, "530114", 1).digits == digits
    assert int(digits) % 97 == 1
    assert Code.parse(digits) == Code(kind, "530114", 1)


def test_a_station_gives_the_serials_that_begin_with_its_number_less_one():
    assert (serials(1).start, serials(1)[-1]) == (1, 9_999_999)
    assert (serials(10).start, serials(10)[-1]) == (90_000_001, 99_999_999)
    for station in (0, 11):
        with pytest.raises(ValueError, match="station"):
            serials(station)


@given(st.integers(1, 10), st.data())
def test_a_code_tells_its_station(station, data):
    serial = data.draw(st.sampled_from(serials(station)))
    code = Code(CodeKind.BED, "530114", serial)
    assert code.station == station == int(code.digits[7]) + 1


def test_a_serial_beyond_eight_digits_cannot_be_printed():
    with pytest.raises(ValueError):
        Code(CodeKind.BED, "530114", 10**8)


def test_an_input_method_widening_a_scan_does_no_harm():
    assert fold("２５３０　１１４") == "2530114"
