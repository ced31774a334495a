"""A code is compared with the member of its list, so that the type checker sees a misspelt or a foreign one."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import desktop
from desktop.core import acts, answers, reasons, trade

ROOT = Path(desktop.__file__).parent
CODES = frozenset(
    member.value
    for module in (trade, acts, reasons, answers)
    for _, one in inspect.getmembers(module, inspect.isclass)
    if issubclass(one, StrEnum)
    for member in one
)
FIELD = "the name of a field or column"
# Words that look like a code and are none.
NO_CODES = {
    ("services/privacy/erased_columns.py", "attachment"): "a table of the database",
    ("services/stay_fees/rates.py", "grade"): FIELD,
    ("ui/pages/system/rule_parts.py", "food_sample"): "the key of a rule",
    ("ui/pages/system/rule_words.py", "food_sample"): "the key of a rule",
    ("services/visits/due_board.py", "unvisited"): "how somebody stands in the roster of a month",
    ("importing/book/claims.py", "phone"): FIELD,
    ("importing/kinds/updates.py", "id_number"): FIELD,
    ("importing/papers/verdict_report.py", "id_number"): FIELD,
    ("services/residents/merging.py", "id_number"): FIELD,
    ("ui/pages/importing/file.py", "month"): FIELD,
    ("ui/pages/importing/foot.py", "month"): FIELD,
    ("ui/pages/residents/facts.py", "phone"): FIELD,
    ("importing/book/reading.py", "refused"): "a key of the answer of the reading process",
    ("importing/book/words.py", "none"): "a cell that says that there is none",
    ("importing/papers/blank_template.py", "day"): "how a column of the blank workbook looks",
    ("ui/pages/importing/columns.py", "day"): "how a column was found",
    ("importing/book/claims.py", "residents"): "the kind of a table in a workbook",
    ("importing/book/lines.py", "residents"): "the kind of a table in a workbook",
    ("importing/book/lines.py", "meal"): FIELD,
    ("importing/book/sections.py", "residents"): "the kind of a table in a workbook",
    ("models/copies.py", "centre"): "a table of the database",
    ("models/copies.py", "month_version"): "a table of the database",
    ("reports/paper/table.py", "centre"): "how a column is aligned",
    ("reports/paper/workbook.py", "centre"): "how a column is aligned",
    ("services/closing/documents.py", "person"): FIELD,
    ("services/closing/exports.py", "full"): "the period of a sync file",
    ("sync/read.py", "month"): "the kind of a sync file",
    ("sync/judging.py", "resident"): FIELD,
    ("services/closing/receipts.py", "resident"): "a table of the database",
    ("services/residents/merging.py", "other"): "one of the two records that are merged",
    ("services/residents/timeline.py", "month"): "whether meals are counted by month or day",
    ("ui/pages/residents/register_lists.py", "pdf"): "the kind of a file",
}


def compared(source: str) -> Iterator[str]:
    """Every text that stands at one side of a comparison, or after ``case``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                yield from texts(side)
        elif isinstance(node, ast.MatchValue):
            yield from texts(node.value)


def texts(side: ast.expr) -> Iterator[str]:
    if isinstance(side, ast.Constant) and isinstance(side.value, str):
        yield side.value
    elif isinstance(side, (ast.Tuple, ast.List, ast.Set)):
        for one in side.elts:
            yield from texts(one)
    elif isinstance(side, ast.Call) and isinstance(side.func, ast.Name) and side.func.id == "frozenset":
        for one in side.args:
            yield from texts(one)


def found() -> set[tuple[str, str]]:
    return {
        (path.relative_to(ROOT).as_posix(), text)
        for path in ROOT.rglob("*.py")
        if "migrations" not in path.parts
        for text in compared(path.read_text(encoding="utf-8"))
        if text in CODES
    }


def test_no_code_is_compared_as_a_plain_text():
    assert found() - set(NO_CODES) == set()


def test_every_word_let_through_still_stands_there():
    assert set(NO_CODES) - found() == set()


def test_comparisons_memberships_and_cases_are_seen():
    source = (
        'a == "lunch"\nb in ("requested", "dispatched")\nc not in frozenset({"self"})\nmatch d:\n    case "dinner": 1\n'
    )
    assert set(compared(source)) == {"lunch", "requested", "dispatched", "self", "dinner"}
