"""结算 by keys: pages to be signed, or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages import papers
from tests.gui.desk import Desk

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def here(desk: Callable[[str], Desk], actor: Actor, person: Callable[..., int], canteen_prices: None) -> Desk:
    """王芳 has eaten once in October; the box is open."""
    meals.save(actor, MealDraft(person("王芳"), "2026-10-20"))
    found = desk("canteen")
    found.key(Qt.Key.Key_P, CONTROL_SHIFT)
    return found


def test_the_month_is_shown_for_printing(here: Desk) -> None:
    here.control(Qt.Key.Key_S)
    here.finish_job()
    [shown] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]
    assert "结算表" in shown.windowTitle()
    shown.reject()


def test_or_written_as_a_workbook(here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / "10.xlsx"
    monkeypatch.setattr(papers, "ask_where", lambda _widget, _name, _kinds: book)
    here.key(Qt.Key.Key_2)
    here.control(Qt.Key.Key_S)
    here.finish_job()
    cells = [cell for row in load_workbook(book).worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "王芳" in cells and 15 in cells and 5 in cells and 10 in cells
