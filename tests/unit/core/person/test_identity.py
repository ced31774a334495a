"""The ID number: what is right, what a spreadsheet did to it, what was probably meant."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.person import identity

AREAS = st.sampled_from(["530114", "513401", "530425", "810000", "830000", "110101", "532101"])
BIRTHS = st.dates(dt.date(1900, 1, 1), dt.date(2020, 12, 31))


@st.composite
def valid_numbers(draw: st.DrawFn) -> str:
    body = draw(AREAS) + f"{draw(BIRTHS):%Y%m%d}" + f"{draw(st.integers(0, 999)):03d}"
    return body + identity.check_character(body)


@given(valid_numbers())
def test_a_valid_number_stays_as_it_is(number: str) -> None:
    found = identity.examine(number)
    assert (found.number, found.state, found.reasons, found.normalised) == (number, "valid", (), False)


@given(valid_numbers(), st.data())
def test_every_single_wrong_digit_is_noticed_and_the_right_number_suggested(number: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, 16))
    digit = data.draw(st.sampled_from([char for char in "0123456789" if char != number[position]]))
    typed = number[:position] + digit + number[position + 1 :]
    assert not identity.is_valid(typed)
    right = identity.suggestions(typed, identity.birth_of(number), identity.sex_of(number))
    assert number in [suggestion.number for suggestion in right]


@given(valid_numbers(), st.integers(0, 15))
def test_every_swap_of_neighbours_is_noticed_and_undone(number: str, position: int) -> None:
    typed = number[:position] + number[position + 1] + number[position] + number[position + 2 :]
    if typed != number:
        assert not identity.is_valid(typed)
        assert number in [suggestion.number for suggestion in identity.suggestions(typed)]


@given(valid_numbers())
def test_fifteen_digits_match_eighteen_of_the_twentieth_century(number: str) -> None:
    fifteen = number[:6] + number[8:17]
    found = identity.examine(fifteen)
    assert found.number[:6] + found.number[8:17] == fifteen
    assert found.number[6:8] == "19" and found.written == fifteen
    assert "fifteen_digits" in found.reasons and found.normalised


@given(valid_numbers())
def test_no_masked_number_shows_the_birth_date(number: str) -> None:
    assert identity.masked(number) == number[:6] + "********" + number[-4:]


@pytest.mark.parametrize(
    "typed",
    ["５３０１２１１９４７０１０１３７９５", "'530121194701013795", "530121 19470101 3795", "530121-19470101-3795"],
)
def test_disguised_numbers_are_rewritten(typed: str) -> None:
    found = identity.examine(typed)
    assert (found.number, found.state, found.reasons) == ("530121194701013795", "valid", ("reformatted_number",))


def test_a_lower_case_x_is_rewritten() -> None:
    assert identity.examine("53011519270718218x").number == "53011519270718218X"


@pytest.mark.parametrize(
    "cell", [5.30114194806138e17, 530114194806138000, "5.30114E+17", "5.301E+17", "530114194806138000"]
)
def test_a_number_that_a_spreadsheet_rounded_is_never_kept(cell: object) -> None:
    found = identity.examine(cell)
    assert (found.number, found.state, found.reasons) == ("", "damaged", ("damaged_number",))


def test_fifteen_digits_in_a_numeric_cell_are_whole() -> None:
    assert identity.examine(530112420402446.0).number == identity.widened("530112420402446")


@pytest.mark.parametrize("cell", ["", None, "无", "  ", "不详", "/"])
def test_no_number_is_missing(cell: object) -> None:
    assert identity.examine(cell).reasons == ("missing_number",)


def test_a_mistyped_birth_year_is_put_right_from_the_typed_birth_date() -> None:
    found = identity.examine("530122196306636749", dt.date(1963, 6, 3), "female")
    assert found.state == "to_verify" and found.reasons == ("wrong_check_digit",)
    assert [(item.number, item.how, item.position) for item in found.suggestions] == [
        ("530122196306036749", "digit", 13)
    ]


def test_contradictions_with_what_was_typed_are_named() -> None:
    number = "513401195808120392"
    assert identity.examine(number, dt.date(1958, 8, 12), "female").reasons == ("sex_contradicts",)
    assert identity.examine(number, dt.date(1958, 8, 13), "male").reasons == ("birth_contradicts",)
    assert identity.examine(number, dt.date(1958, 8, 12), "male").state == "valid"


def test_permits_of_hong_kong_macao_and_taiwan_are_numbers_like_others() -> None:
    body = "83000019500101001"
    found = identity.examine(body + identity.check_character(body))
    assert (found.kind, found.state, found.born_on) == ("residence_permit", "valid", dt.date(1950, 1, 1))


def test_another_document_is_not_checked() -> None:
    assert identity.examine("E12345678").kind == "other"


def test_a_number_with_an_impossible_birth_date_is_to_be_verified() -> None:
    body = "53011419500230001"
    assert identity.examine(body + identity.check_character(body)).reasons == ("impossible_birth",)


def test_a_digit_too_few_is_to_be_verified() -> None:
    assert identity.examine("53012119470101379").reasons == ("wrong_length",)


def test_a_right_check_character_makes_no_impossible_birth_date_valid() -> None:
    body = "53011419500230001"
    assert not identity.is_valid(body + identity.check_character(body))


def test_a_short_document_shows_its_first_character_only() -> None:
    assert identity.masked("E12345678") == "E********"
    assert identity.masked("E123456789") == "E*********"
    assert identity.masked("E1234567890") == "E12345*7890"
    assert identity.masked("") == ""


def test_a_wrong_number_says_whether_it_was_rewritten_too() -> None:
    assert not identity.examine("530122196306636749").normalised
    assert identity.examine("530122 196306636749").normalised


@pytest.mark.parametrize("cell", ["-", "—", "——", "无", "/"])
def test_a_dash_is_no_number(cell: str) -> None:
    found = identity.examine(cell)
    assert (found.state, found.written) == ("missing", cell)


def with_check(body: str) -> str:
    return body + identity.check_character(body)


def test_the_check_character_is_that_of_the_standards_own_examples() -> None:
    # GB 11643-1999, 附录 A.
    assert identity.check_character("11010519491231002") == "X"
    assert identity.check_character("44052418800101001") == "4"


def test_somebody_was_born_between_1880_and_today(now: dt.datetime) -> None:
    births = ("18791231", "18800101", "20261021", "20261022", "19500229", "19480229")
    assert [identity.birth_of(f"530114{born}0011") for born in births] == [
        None,
        dt.date(1880, 1, 1),
        dt.date(2026, 10, 21),
        None,
        None,
        dt.date(1948, 2, 29),
    ]


def test_an_odd_seventeenth_digit_is_a_mans() -> None:
    assert [identity.sex_of(f"5301141950010100{digit}X") for digit in "0129"] == ["female", "male", "female", "male"]


def test_fifteen_digits_become_this_number() -> None:
    assert identity.widened("110105491231002") == "11010519491231002X"
    found = identity.examine("110105491231002", dt.date(1949, 12, 31), "female")
    assert (found.state, found.reasons, found.born_on, found.sex) == (
        "valid",
        ("fifteen_digits",),
        dt.date(1949, 12, 31),
        "female",
    )


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        (1e15, "damaged"),
        (-1e15, "damaged"),
        (float("nan"), "damaged"),
        (999999999999999.0, "to_verify"),
        (True, "to_verify"),
        (530112, "to_verify"),
    ],
)
def test_a_numeric_cell_keeps_fifteen_digits_at_most(cell: object, state: str) -> None:
    assert identity.examine(cell).state == state


def test_three_zeros_at_the_end_are_a_rounded_number_only_where_the_check_fails() -> None:
    rounded = identity.examine("530114194806138000")
    assert (rounded.number, rounded.state, rounded.written) == ("", "damaged", "530114194806138000")
    assert identity.examine("530114194806138001").state == "to_verify"


def test_suggestions_agree_with_what_is_known_and_name_their_place() -> None:
    right = "11010519491231002X"
    typed = "110105194912310028"
    every = identity.suggestions(typed)
    assert ("digit", 18, "8", "X", right) in [
        (one.how, one.position, one.was, one.becomes, one.number) for one in every
    ]
    assert all(identity.is_valid(one.number) for one in every)
    assert all(sum(a != b for a, b in zip(one.number, typed, strict=True)) == 1 for one in every if one.how == "digit")
    born = identity.suggestions(typed, dt.date(1949, 12, 31))
    assert right in [one.number for one in born]
    assert all(identity.birth_of(one.number) == dt.date(1949, 12, 31) for one in born)
    men = identity.suggestions(typed, None, "male")
    assert men and all(identity.sex_of(one.number) == "male" for one in men)
    assert len(men) < len(every) == len(identity.suggestions(typed, None, "unknown"))


def test_a_swap_names_the_first_of_its_two_places() -> None:
    right = "11010519491231002X"
    typed = "11010519491321002X"
    (found,) = [one for one in identity.suggestions(typed) if one.number == right]
    assert (found.how, found.position, found.was, found.becomes) == ("swap", 12, "32", "23")


def test_swaps_are_proposed_before_digits_however_many_fit() -> None:
    """rules.md B7: several numbers fit, and a swap of neighbours is the likeliest slip of a hand."""
    right = "110105194912310089"
    right = right[:17] + identity.check_character(right[:17])
    typed = right[:15] + right[16] + right[15] + right[17]
    found = identity.suggestions(typed, dt.date(1949, 12, 31), "female")
    hows = [one.how for one in found]
    assert len(found) > 5 and hows == sorted(hows, key=("swap", "digit").index)
    assert right in [one.number for one in found if one.how == "swap"]


def test_what_contradicts_stands_before_what_was_rewritten() -> None:
    found = identity.examine("11010519491231002x", dt.date(1949, 12, 30), "male")
    assert found.reasons == ("birth_contradicts", "sex_contradicts", "reformatted_number")
    assert (found.state, found.normalised, found.kind) == ("to_verify", True, "identity_card")
    plain = identity.examine("E1234567 8")
    assert (plain.kind, plain.state, plain.normalised, plain.number) == ("other", "valid", True, "E12345678")


@pytest.mark.parametrize("prefix", ["81", "82", "83", "71", "53"])
def test_the_first_digits_tell_a_permit_from_an_identity_card(prefix: str) -> None:
    kind = "residence_permit" if prefix in {"81", "82", "83"} else "identity_card"
    assert identity.examine(with_check(f"{prefix}000019500101001")).kind == kind


def test_letters_that_look_like_digits_are_named_by_the_first_of_them() -> None:
    right = "530121194701013795"
    typed = "53O12119470lO13795"
    (found,) = identity.examine(typed).suggestions
    assert (found.number, found.how, found.position, found.was, found.becomes) == (right, "look_alike", 3, "O", "0")


def test_letters_in_an_old_number_of_fifteen_are_read_as_digits_and_it_is_widened() -> None:
    right = "530121194701013795"
    typed = f"53O{right[3:6]}{right[8:17]}"
    (found,) = identity.examine(typed).suggestions
    assert (found.number, found.how, found.position, found.was, found.becomes) == (right, "look_alike", 3, "O", "0")


def test_of_two_numbers_in_a_field_those_that_agree_are_proposed_by_their_place() -> None:
    one, other = "530121194701013795", "11010519491231002X"
    found = identity.examine(f"{one}、{other}")
    assert (found.number, found.state, found.reasons) == ("", "to_verify", ("several_numbers",))
    assert [(part.number, part.how, part.position) for part in found.suggestions] == [
        (one, "part", 1),
        (other, "part", 2),
    ]
    noted = identity.examine(f"{one}、作废、{other}")
    assert [(part.number, part.position) for part in noted.suggestions] == [(one, 1), (other, 2)]
    assert "several_numbers" not in identity.examine(f"{one}、作废").reasons
    agreeing = identity.examine(f"{one}、{other}", dt.date(1949, 12, 31), "female")
    assert [(part.number, part.position) for part in agreeing.suggestions] == [(other, 2)]


@pytest.mark.parametrize(
    ("number", "kept"),
    [("530121194701013795", "530121194701013795"), ("110105491231002", "11010519491231002X")],
)
def test_a_note_behind_a_number_is_no_part_of_it(number: str, kept: str) -> None:
    found = identity.examine(f"{number}（已故）")
    assert (found.number, found.state, found.written) == (kept, "valid", f"{number}（已故）")


def test_a_tick_is_a_text_and_no_number() -> None:
    assert (identity.examine(True).number, identity.examine(1).number) == ("TRUE", "1")


def test_a_right_number_is_never_its_own_suggestion() -> None:
    assert "11010519491231002X" not in [one.number for one in identity.suggestions("11010519491231002X")]


def test_in_a_text_every_number_is_masked_and_the_rest_stays() -> None:
    text = "王芳 530121194701013795 电话 13800000001"
    assert identity.masked_text(text).startswith("王芳 530121********3795 电话 ")
    assert identity.masked_text("王芳 60岁") == "王芳 60岁"
