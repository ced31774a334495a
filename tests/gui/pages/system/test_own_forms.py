"""系统 → 自有表格: a form is kept, checked, filled and retired, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core.period import Month
from desktop.services.own_forms import templates
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.system.own_forms import OwnFormsSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.desk import Desk
from tests.unit.reports.own_forms.books import one_cell

Open = Callable[[str], Desk]


@pytest.fixture
def visited(actor: Actor, person: Callable[..., int]) -> None:
    """One of two people of the roster was visited this month."""
    found = [person(name, flags=["living_alone"]) for name in ("段春梅", "字文慧")]
    visits.save(actor, VisitDraft(found[0], "2026-10-08", visitors="马丽"))


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """What the next file box answers."""

    def choose(name: str, **cells: object) -> Path:
        path = tmp_path / name
        if cells:
            one_cell(path, **cells)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
        return path

    return choose


def section_of(here: Desk) -> OwnFormsSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("own_forms")
    QApplication.processEvents()
    section = page.sections["own_forms"]
    assert isinstance(section, OwnFormsSection)
    return section


def keep(here: Desk, section: OwnFormsSection) -> None:
    """Ctrl+N, and Enter for the name that stands there."""
    section.acts[section.add].setFocus()
    here.control(Qt.Key.Key_N)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    here.qtbot.waitUntil(QApplication.activeModalWidget().isActiveWindow)
    here.enter()
    here.qtbot.waitUntil(lambda: section.table.current_row() is not None)
    here.finish_job()
    here.window.activateWindow()
    here.qtbot.waitUntil(lambda: section.isAncestorOf(QApplication.focusWidget()))


def test_a_form_is_kept_and_filled_by_keys(visited: None, desk: Open, chosen: Callable[..., Path]) -> None:
    here = desk("system")
    section = section_of(here)
    chosen("街道月报.xlsx", A1="{{centre.name}}", A2="{{visits.required}}", A3="{{#visits.unvisited}}{{.姓名}}")
    keep(here, section)
    assert [row.name for row in templates.own_forms()] == ["街道月报"]
    assert section.wrong.isHidden(), "every name in it is known"
    target = chosen("填好.xlsx")
    here.control(Qt.Key.Key_E)
    here.finish_job()
    assert [cell.value for cell in openpyxl.load_workbook(target).active["A"]] == ["示例中心", 2, "字文慧"]
    assert target.name in section.window().page("system").strip.text


def test_enter_on_a_line_fills_and_another_month_has_its_own_figures(
    visited: None, desk: Open, chosen: Callable[..., Path]
) -> None:
    here = desk("system")
    section = section_of(here)
    chosen("表.xlsx", A1="{{month}}", A2="{{visits.visited}}")
    keep(here, section)
    section.picker.set_month(Month(2026, 9))
    target = chosen("九月.xlsx")
    section.table.view.setFocus()
    here.enter()
    here.finish_job()
    assert [cell.value for cell in openpyxl.load_workbook(target).active["A"]] == ["2026-09", 0]


def test_a_mistake_is_listed_by_its_cell_and_nothing_is_written(
    visited: None, desk: Open, chosen: Callable[..., Path]
) -> None:
    here = desk("system")
    section = section_of(here)
    chosen("表.xlsx", B3="{{visits.requird}}", B4="{{.姓名}}")
    keep(here, section)
    told = [section.wrong.item(at).text() for at in range(section.wrong.count())]
    assert len(told) == 2 and "Sheet!B3" in told[0] and "visits.required" in told[0] and "Sheet!B4" in told[1]
    target = chosen("填好.xlsx")
    here.control(Qt.Key.Key_E)
    here.finish_job()
    assert not target.exists()
    chosen("好.xlsx", B3="{{visits.required}}")
    here.key(Qt.Key.Key_F7)
    here.finish_job()
    assert section.wrong.isHidden(), "the other file has no mistake"


def test_a_form_is_retired_and_one_undo_brings_it_back(visited: None, desk: Open, chosen: Callable[..., Path]) -> None:
    here = desk("system")
    section = section_of(here)
    chosen("表.xlsx", A1="x")
    keep(here, section)
    here.key(Qt.Key.Key_F8)
    assert templates.own_forms()[0].retired_on is not None
    here.window.deeds.take_back_last()
    here.finish_job()
    assert templates.own_forms()[0].retired_on is None


def test_all_names_are_saved_to_copy_from(visited: None, desk: Open, chosen: Callable[..., Path]) -> None:
    here = desk("system")
    section = section_of(here)
    target = chosen("名称.xlsx")
    section.acts[section.save_names].setFocus()
    here.key(Qt.Key.Key_F3)
    here.finish_job()
    assert "{{visits.required}}" in [cell.value for cell in openpyxl.load_workbook(target).worksheets[0]["A"]]


def test_a_macro_workbook_is_refused_in_a_sentence(visited: None, desk: Open, chosen: Callable[..., Path]) -> None:
    here = desk("system")
    section = section_of(here)
    path = chosen("宏.xlsm", A1="x")
    section.acts[section.add].setFocus()
    here.control(Qt.Key.Key_N)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    here.enter()
    assert path.name in box.strip.text and "宏" in box.strip.text
    assert templates.own_forms() == []
    box.give_up()
