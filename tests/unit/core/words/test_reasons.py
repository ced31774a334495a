"""Every reason is raised somewhere and has its words, and no words wait for a reason that nobody gives."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from desktop.core import district_errors, errors, i18n, reasons
from desktop.core.errors import FieldError
from desktop.core.reasons import FileReason, KeyFileReason, Reason, SyncReason, UndoReason
from desktop.core.words.file_reasons import file_reason, key_file_reason, sync_reason, undo_reason
from desktop.core.words.messages import field_sentence
from desktop.core.words.reasons import row_reason

ROOT = Path(__file__).resolve().parents[4] / "desktop"
CORE = ROOT / "core"
LISTS = [
    one for _, one in inspect.getmembers(reasons, inspect.isclass) if issubclass(one, StrEnum) and one is not StrEnum
]

REFUSALS = [
    (errors.OtherCode, reasons.CodeWanted),
    (errors.StateRefused, reasons.StateReason),
    (errors.MergeRefused, reasons.MergeReason),
    (district_errors.IntakeRefused, reasons.IntakeReason),
    (district_errors.ReceiptRefused, reasons.ReceiptReason),
]


@pytest.fixture(params=i18n.LANGUAGES, autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = i18n.language()
    i18n.install(request.param)
    yield request.param
    i18n.install(before)


def raised() -> set[tuple[str, str]]:
    """(list, member) of every reason that the program names outside the words themselves."""
    found = set()
    for path in ROOT.rglob("*.py"):
        if path.parent == ROOT / "core" / "words" or path in {
            ROOT / "core" / "reasons.py",
            ROOT / "core" / "errors.py",
            ROOT / "core" / "district_errors.py",
        }:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add((node.value.id, node.attr))
    return found


def test_every_reason_is_given_somewhere() -> None:
    given = raised()
    assert ("Reason", "missing") in given
    unused = {
        f"{one.__name__}.{member.name}"
        for one in LISTS
        for member in one
        if (one.__name__, member.name) not in given and not member.startswith("missing_")
    }
    assert unused == set()


def test_every_reason_has_its_own_words() -> None:
    for words in (
        [row_reason(one) for one in Reason],
        [file_reason(one) for one in FileReason],
        [sync_reason(one, "") for one in SyncReason],
        [key_file_reason(one) for one in KeyFileReason],
        [undo_reason(one, 3) for one in UndoReason],
    ):
        assert all(text.strip() and "{" not in text for text in words)
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", [kind for kind, _ in REFUSALS])
def test_every_reason_of_a_refusal_has_its_sentence(kind: type[errors.ShizhuError]) -> None:
    assert set(kind.says_why) == set(dict(REFUSALS)[kind])


def test_a_row_says_the_same_words_as_a_form_with_the_cell_before_them(language: str) -> None:
    beside = "：" if language == "zh_CN" else ": "
    words = field_sentence(FieldError("visited_on", Reason.BAD_DATE))
    assert row_reason(Reason.BAD_DATE, "2026-13-40") == f"2026-13-40{beside}{words}"


def test_a_missing_cell_is_named_by_its_field(language: str) -> None:
    assert row_reason(Reason.missing("outcome")) == ("缺少探访结果。" if language == "zh_CN" else "Outcome is missing.")


def test_a_field_without_a_code_of_its_own_is_just_required() -> None:
    assert Reason.missing("worker") is Reason.REQUIRED
