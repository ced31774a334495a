"""系统 → 报表版式: typed, seen on the paper beside it, kept, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.answers import ReportKind
from desktop.core.document import BOXES
from desktop.services.own_forms import layouts
from desktop.services.own_forms.layouts import Layout
from desktop.services.writing.actor import Actor
from desktop.ui.pages.system.layouts import LayoutsSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.desk import Desk

Open = Callable[[str], Desk]
VISITS = ReportKind.VISITS


@pytest.fixture
def opened(person: Callable[..., int], desk: Open) -> tuple[Desk, LayoutsSection]:
    """The section with the first report."""
    person("段春梅", flags=["living_alone"])
    here = desk("system")
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("layouts")
    section = page.sections["layouts"]
    assert isinstance(section, LayoutsSection)
    settle(here)
    return here, section


def settle(here: Desk) -> None:
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy, timeout=20_000)
    QApplication.processEvents()


def paper(here: Desk) -> str:
    """What the preview shows."""
    settle(here)
    path = here.window.session.folder.root / "preview" / "layout.pdf"
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def choose_table(section: LayoutsSection, table: str) -> None:
    section.table.set_value(table)
    section.table.changed.emit()


def column(section: LayoutsSection, title: str) -> int:
    titles = [section.columns.item(at).text() for at in range(section.columns.count())]
    return titles.index(title)


def test_the_paper_follows_what_is_typed(opened: tuple[Desk, LayoutsSection]) -> None:
    here, section = opened
    assert "制表" in paper(here)
    here.go_to(section.form.fields["letterhead"])
    here.type("MZJ")
    here.qtbot.waitUntil(lambda: "MZJ" in paper(here), timeout=20_000)
    assert layouts.layout_of(VISITS) == Layout(), "nothing is kept yet"


def test_ctrl_s_keeps_it_and_one_undo_gives_the_look_of_before(opened: tuple[Desk, LayoutsSection]) -> None:
    here, section = opened
    here.go_to(section.form.fields["letterhead"])
    here.type("MZJ")
    section.form.fields["boxes"].set_value("填表、负责人")
    here.control(Qt.Key.Key_S)
    kept = layouts.layout_of(VISITS)
    assert (kept.letterhead, kept.boxes) == ("MZJ", ("填表", "负责人"))
    here.window.deeds.take_back_last()
    here.finish_job()
    assert layouts.layout_of(VISITS) == Layout()


def test_a_column_is_hidden_by_space_and_moved_by_ctrl_arrows(opened: tuple[Desk, LayoutsSection]) -> None:
    here, section = opened
    choose_table(section, "未探访人员名单")
    section.columns.setFocus()
    section.columns.setCurrentRow(column(section, "联系电话"))
    here.key(Qt.Key.Key_Space)
    section.columns.setCurrentRow(column(section, "社区"))
    before = column(section, "社区")
    here.control(Qt.Key.Key_Up)
    assert column(section, "社区") == before - 1
    here.control(Qt.Key.Key_S)
    chosen = layouts.layout_of(VISITS).columns["未探访人员名单"]
    assert ("联系电话", False) in chosen
    titles = [title for title, _shown in chosen]
    assert titles.index("社区") == before - 1
    assert list(layouts.layout_of(VISITS).columns) == ["未探访人员名单"], "no other table is touched"


def test_no_table_without_a_column(opened: tuple[Desk, LayoutsSection]) -> None:
    here, section = opened
    choose_table(section, "分类别情况")
    section.columns.setFocus()
    for at in range(section.columns.count()):
        section.columns.setCurrentRow(at)
        here.key(Qt.Key.Key_Space)
    here.control(Qt.Key.Key_S)
    assert layouts.layout_of(VISITS) == Layout()
    assert "分类别情况" in here.window.page("system").strip.text


def test_too_many_boxes_are_said_beside_the_field(opened: tuple[Desk, LayoutsSection]) -> None:
    here, section = opened
    section.form.fields["boxes"].set_value("一、二、三、四、五、六")
    section.columns.setFocus()
    here.control(Qt.Key.Key_S)
    assert section.form.fields["boxes"].error
    assert layouts.layout_of(VISITS).boxes == BOXES


def test_f8_gives_the_look_that_the_program_ships(opened: tuple[Desk, LayoutsSection], actor: Actor) -> None:
    here, section = opened
    section.form.fields["letterhead"].set_value("甲")
    section.columns.setFocus()
    here.control(Qt.Key.Key_S)
    here.key(Qt.Key.Key_F8)
    assert section.form.fields["letterhead"].value() == ""
    here.control(Qt.Key.Key_S)
    assert layouts.layout_of(VISITS) == Layout()
