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


@pytest.mark.parametrize("serial", [-1, 0, 10**8])
def test_a_serial_is_from_one_to_eight_nines(serial):
    with pytest.raises(ValueError, match="serial"):
        Code(CodeKind.BED, "530114", serial)
    assert Code(CodeKind.BED, "530114", 1).digits[7:15] == "00000001"
    assert Code(CodeKind.BED, "530114", 99_999_999).digits[7:15] == "99999999"


@pytest.mark.parametrize("number", ["", "53011", "5301140", "53011a", "５３０１１４", "53011²"])
def test_a_centre_number_is_six_plain_digits(number):
    with pytest.raises(ValueError, match="centre"):
        Code(CodeKind.BED, number, 1)


def test_the_last_serial_of_one_station_and_the_first_of_the_next_tell_them_apart():
    found = [Code(CodeKind.BED, "530114", serial).station for serial in (1, 9_999_999, 10_000_001, 99_999_999)]
    assert found == [1, 1, 2, 10]
    assert [len(serials(station)) for station in (1, 2, 10)] == [9_999_999] * 3
    assert (serials(2)[0], serials(2)[-1]) == (10_000_001, 19_999_999)


@pytest.mark.parametrize(
    ("digits", "why"),
    [
        ("05301140000000132", "not a code"),
        ("75301140000000115", "not a code"),
        ("2530114000000011", "not a code"),
        ("253011400000001155", "not a code"),
        ("2530114000000011X", "not a code"),
        ("25301140000000116", "check digits"),
        ("25301140000000018", "serial"),
    ],
)
def test_a_refusal_says_what_is_wrong(digits, why):
    with pytest.raises(ValueError, match=why):
        Code.parse(digits)


def test_a_number_is_printed_in_groups_for_reading_aloud():
    assert grouped("25301140000000115") == "2 530114 0000 0001 15"
    assert fold(" 2-530114·0000.0001 15\n") == "25301140000000115"
