"""Every error class has its own sentence, in both languages, that says what happened and what to do."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from enum import Enum

import pytest

from desktop.core import (
    assessment_errors,
    canteen_errors,
    district_errors,
    errors,
    file_errors,
    i18n,
    month_errors,
    office_errors,
    storage_errors,
)
from desktop.core import reasons as codes
from desktop.core.acts import Thing
from desktop.core.answers import Unfinished
from desktop.core.codes import CodeKind
from desktop.core.errors import FieldError, InvalidDraft, Overlap, ShizhuError
from desktop.core.month_errors import MonthClosed
from desktop.core.reasons import Reason
from desktop.core.words import messages

KINDS = [
    kind
    for module in (
        assessment_errors,
        canteen_errors,
        district_errors,
        errors,
        file_errors,
        month_errors,
        office_errors,
        storage_errors,
    )
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, ShizhuError) and dataclasses.is_dataclass(kind)
]


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = i18n.language()
    i18n.install(request.param)
    yield request.param
    i18n.install(before)


def example(kind: type[ShizhuError]) -> ShizhuError:
    values: dict[str, object] = {}
    for item in dataclasses.fields(kind):  # type: ignore[arg-type]
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            values[item.name] = value_of(item)
    return kind(**values)


def value_of(item: dataclasses.Field[object]) -> object:
    """Something of the field's type, which stands there as text."""
    if item.type == "int":
        return 7
    listed: dict[str, type[Enum]] = {"Thing": Thing, "CodeKind": CodeKind, "Unfinished": Unfinished}
    codes_of_type = listed.get(str(item.type)) or getattr(codes, str(item.type), None)
    return f"some-{item.name}" if codes_of_type is None else next(iter(codes_of_type))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_class_has_a_sentence(kind: type[ShizhuError], language: str) -> None:
    words = messages.sentence(example(kind))
    assert words.strip()
    assert "{" not in words
    assert any("一" <= char <= "鿿" for char in words) == (language == "zh_CN")


def test_every_template_of_an_error_is_filled(language: str) -> None:
    for kind in KINDS:
        for reason in kind.says_why:
            values: dict[str, object] = {
                item.name: value_of(item) if item.type == "CodeKind" else reason
                for item in dataclasses.fields(kind)  # type: ignore[arg-type]
            }
            assert "{" not in messages.sentence(kind(**values))


def test_an_unknown_register_state_is_named() -> None:
    assert "no register state asleep" in messages.sentence(
        errors.StateRefused(codes.StateReason.UNKNOWN_STATE, "asleep")
    )


def test_no_two_errors_share_a_sentence(language: str) -> None:
    said = [messages.sentence(example(kind)) for kind in KINDS]
    assert len(set(said)) == len(said)


def test_every_reason_of_a_field_has_words(language: str) -> None:
    for reason in Reason:
        words = messages.field_sentence(FieldError("name", reason))
        assert "{" not in words
        assert words.strip()


def test_a_hint_stands_in_the_sentence() -> None:
    words = messages.field_sentence(FieldError("id_number", Reason.WRONG_CHECK_DIGIT, "530121194203121023"))
    assert words.endswith("530121194203121023")


def test_without_a_hint_its_part_is_left_out() -> None:
    assert messages.field_sentence(FieldError("name", Reason.TOO_LONG)) == "This is too long."


def test_a_draft_names_its_first_field() -> None:
    error = InvalidDraft([FieldError("name", Reason.REQUIRED), FieldError("born_on", Reason.BAD_DATE)])
    assert messages.sentence(error) == "Not saved: 2 fields need correcting. Please fill this in."


def test_a_closed_month_says_the_way_in(language: str) -> None:
    words = messages.sentence(MonthClosed("2026-09"))
    assert words.startswith("2026年9月已月结" if language == "zh_CN" else "2026-9 is closed")
    assert ("更正单" if language == "zh_CN" else "correction") in words, "the way in"


def test_a_month_that_is_not_over_is_named_as_a_month(language: str) -> None:
    words = messages.sentence(month_errors.MonthNotOver("2026-11"))
    assert words.startswith("2026年11月还没有过完" if language == "zh_CN" else "2026-11 is not over")


def test_overlaps_say_whose() -> None:
    assert "bed" in messages.sentence(Overlap(Thing.BED))
    assert "person" in messages.sentence(Overlap(Thing.RESIDENT))


def test_a_bug_is_said_calmly_and_without_its_own_words() -> None:
    assert "530121" not in messages.sentence(ValueError("530121194203121023"))
