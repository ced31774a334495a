"""Errors that a person can understand are caught in one place of the window."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import desktop
from desktop.core import (
    account_errors,
    canteen_errors,
    errors,
    file_errors,
    month_errors,
    privacy_errors,
    storage_errors,
)
from desktop.core.errors import NotFound, ShizhuError
from desktop.ui.answer import answer

ROOT = Path(desktop.__file__).parent
WINDOW = (ROOT / "app.py", *sorted((ROOT / "ui").rglob("*.py")))
UNDERSTOOD = frozenset(
    name
    for module in (account_errors, canteen_errors, errors, file_errors, month_errors, privacy_errors, storage_errors)
    for name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, ShizhuError)
)


def caught(tree: ast.AST) -> Iterator[str]:
    """The names after ``except`` and in ``suppress(…)``."""
    for node in ast.walk(tree):
        named: list[ast.expr] = []
        if isinstance(node, ast.ExceptHandler) and node.type is not None:
            named = [node.type]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "suppress":
            named = node.args
        for part in named:
            for one in ast.walk(part):
                if isinstance(one, ast.Name):
                    yield one.id
                elif isinstance(one, ast.Attribute):
                    yield one.attr


def test_only_answer_catches_what_a_person_understands():
    found = {
        path.relative_to(ROOT).as_posix()
        for path in WINDOW
        if UNDERSTOOD.intersection(caught(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert found == {"ui/answer.py"}


def test_an_answer_is_the_result_or_the_error():
    def refuse() -> int:
        raise NotFound("bed", "7")

    assert answer(lambda: 7) == 7
    assert isinstance(answer(refuse), NotFound)
