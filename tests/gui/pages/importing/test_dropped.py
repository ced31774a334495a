"""A workbook that is dropped onto any room is taken in as what the room has; roles and running work are asked first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.answers import WorkbookKind
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.services.writing.actor import Actor
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.pages.opening import FileOpening
from tests.gui.pages.closing.test_receipts import drop
from tests.gui.whole import opened


def test_a_workbook_goes_to_the_import_of_the_room_and_back(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(folder, actor, qtbot)
    FileOpening(window)
    table = tmp_path / "床位.csv"
    table.write_text("房号,床号\n301,1\n301,2\n", encoding="utf-8")
    window.go("beds")
    assert drop(window, table)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    assert window.current_room == "import"
    qtbot.waitUntil(lambda: not window.jobs.busy and page.work.book is not None, timeout=30_000)
    assert (page.work.kind, page.work.path) == (WorkbookKind.BEDS, table)
    page.leave()
    assert window.current_room == "beds"
    assert drop(window, tmp_path / "a.shizhu-exchange")
    assert window.current_room == "system"
    assert window.strip.text == "这是另一个工位的文件：请在这里按 F5 选它。"


def test_who_may_not_import_is_told_who_may(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(folder, replace(actor, role=Role.AUDITOR), qtbot)
    FileOpening(window)
    table = tmp_path / "名册.csv"
    table.write_text("姓名\n王芳\n", encoding="utf-8")
    assert drop(window, table)
    assert window.current_room == "home"
    assert "您的岗位是审核" in window.page("home").strip.text
