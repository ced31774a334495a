"""Records, acts and fields are called the same in every log, and each has its word."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop
from desktop.core import i18n
from desktop.core.acts import LogAction, Thing
from desktop.core.answers import WorkbookKind
from desktop.core.words.fields import FieldWords, field_word, value_words, written
from desktop.core.words.records import action_word, record_word, thing_word, why_written, workbook_word
from desktop.models.tables import RECORDS


@pytest.fixture(params=i18n.LANGUAGES, autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = i18n.language()
    i18n.install(request.param)
    yield request.param
    i18n.install(before)


def test_every_record_and_act_has_its_own_word(language: str) -> None:
    for words in ([record_word(one) for one in Thing], [action_word(one) for one in LogAction]):
        assert len(set(words)) == len(words)
        assert all(any("一" <= char <= "鿿" for char in word) == (language == "zh_CN") for word in words)


def test_every_table_that_the_log_may_name_is_a_record_with_a_word() -> None:
    assert set(RECORDS) - set(Thing) == set()


def _program_reasons() -> Iterator[str]:
    """What the program itself writes as a reason: a text that stands in the call."""
    for path in Path(desktop.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(call.func, "id", getattr(call.func, "attr", "")) if isinstance(call, ast.Call) else ""
            if isinstance(call, ast.Call) and name in ("writing", "void"):
                yield from (one.value for one in call.args[1:] if isinstance(one, ast.Constant) and one.value)


def test_every_reason_that_the_program_gives_itself_has_words(language: str) -> None:
    found = set(_program_reasons())
    assert {"replaced", "export", "merged"} <= found
    if language == "zh_CN":
        assert {one for one in found if why_written(one) == one} == set()


def test_a_record_nobody_named_stands_as_it_is() -> None:
    assert thing_word("recipe") == "recipe"


def test_money_numbers_and_codes_read_alike_in_every_log(language: str) -> None:
    assert value_words("meal", "price_fen", 1250) == "12.50"
    assert value_words("resident", "id_number", "530121194203121023") == "530121********1023"
    assert value_words("bed", "state", "out_of_service") == {"zh_CN": "停用", "en": "out of service"}[language]
    assert value_words("register_event", "state", "moved_out") == {"zh_CN": "迁出", "en": "moved out"}[language]


def test_a_name_says_more_in_one_table_than_in_others() -> None:
    assert field_word("kind", "bed") != field_word("kind", "flag")


def test_inner_workings_are_not_shown() -> None:
    assert written("resident", None, {"name_key": "王芳", "serial": 3}) == ()


def test_a_person_is_named_only_where_one_may_be_named() -> None:
    change = {"resident_id": 7}
    assert written("visit", None, change) == ()
    (one,) = written("visit", None, change, lambda number: f"甲{number}")
    assert (one.before, one.after) == ("", "甲7")


def test_a_change_has_both_values(language: str) -> None:
    (one,) = written("flag", {"kind": "dementia"}, {"kind": "disabled"})
    before, after = {"zh_CN": ("失智", "失能"), "en": ("dementia", "disabled")}[language]
    assert one == FieldWords("kind", field_word("kind"), before, after)


def test_a_workbook_is_called_as_the_room_that_it_fills(language: str) -> None:
    chinese = {"residents": "老年人", "beds": "床位与入住", "services": "十助服务", "meals": "就餐", "visits": "探访"}
    english = {"residents": "Residents", "beds": "Beds and stays", "services": "Help services"}
    wanted = {"zh_CN": chinese, "en": english}[language]
    assert {kind: workbook_word(WorkbookKind(kind)) for kind in wanted} == wanted


def literals_of_void() -> set[str]:
    """Every reason in words that a service itself gives when it makes a row void."""
    found = set()
    for path in (Path(desktop.__file__).parent / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "void":
                found |= {
                    part.value
                    for one in node.args[1:]
                    for part in ast.walk(one)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


def test_no_reason_of_the_program_is_shown_as_it_is_written() -> None:
    i18n.install("zh_CN")
    reasons = literals_of_void()
    assert {"replaced", "merged", "back on the same day"} <= reasons
    assert {reason for reason in reasons if why_written(reason) == reason} == set()
    assert value_words("grade", "void_reason", "replaced") == why_written("replaced") == "被新值取代"
    assert value_words("grade", "void_reason", "填错了") == "填错了", "what somebody wrote stands"
