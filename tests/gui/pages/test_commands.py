"""Ctrl+K: pages, acts and people by typing, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.register import listing
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages import commands
from desktop.ui.pages.beds.contracts_view import ContractsView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.columns_dialog import ColumnsDialog
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.page import SystemPage
from tests.gui.whole import opened

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


@pytest.fixture
def people(person: Callable[..., int]) -> dict[str, int]:
    """Four who are called alike in letters or characters."""
    return {name: person(name) for name in ("王芳", "王春芳", "李文芳", "单雄信")}


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, people: dict[str, int], qtbot: QtBot) -> MainWindow:
    return opened(folder, actor, qtbot)


def pressed(window: MainWindow, qtbot: QtBot) -> CommandDialog:
    """Ctrl+K, wherever the keyboard is; the box that comes up."""
    window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CTRL)
    found = QApplication.activeModalWidget()
    assert isinstance(found, CommandDialog)
    found.activateWindow()
    qtbot.waitUntil(found.line.hasFocus, timeout=20_000)
    return found


def typed(box: CommandDialog, words: str) -> list[str]:
    """What is listed once this is typed; letters come by keys, characters as by an input method."""
    if words.isascii():
        QTest.keyClicks(box.line, words)
    else:
        box.line.setText(words)
    box.line.search_now()
    return [item.text(0) for at in range(box.list.topLevelItemCount()) if (item := box.list.topLevelItem(at))]


def chosen(box: CommandDialog) -> str:
    """The line that Enter takes."""
    item = box.list.currentItem()
    return item.text(0) if item is not None else ""


def gone_to(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Ctrl+K, the words, Enter."""
    box = pressed(window, qtbot)
    typed(box, words)
    QTest.keyClick(box.line, ENTER)
    window.activateWindow()
    QApplication.processEvents()
    assert not isinstance(QApplication.activeModalWidget(), CommandDialog)
    qtbot.waitUntil(lambda: not window.session.reads.busy, timeout=20_000)


def test_pages_screens_and_sections_are_found_by_characters_initials_and_pinyin(
    window: MainWindow, qtbot: QtBot
) -> None:
    for words, room in (
        ("食堂", "canteen"),
        ("xfst", "canteen"),
        ("laonian", "residents"),
        ("baobiao", "reports"),
        ("床位", "beds"),
    ):
        gone_to(window, qtbot, words)
        assert (words, window.current_room) == (words, room)
    beds = window.page("beds")
    assert isinstance(beds, BedsPage)
    for words in ("协议", "xy", "xieyi"):
        beds.close_views()
        gone_to(window, qtbot, words)
        assert isinstance(beds.view, ContractsView)
    gone_to(window, qtbot, "czrz")
    system = window.page("system")
    assert isinstance(system, SystemPage)
    assert window.current_room == "system"
    assert system.section("changes").isVisible()


def test_somebody_is_found_and_the_card_stands(window: MainWindow, qtbot: QtBot, people: dict[str, int]) -> None:
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    for words in ("单雄信", "dxx", "sxx", "danxiongxin", "shanxiong"):
        page.close_views()
        window.go("home")
        gone_to(window, qtbot, words)
        assert isinstance(page.view, ResidentCardView)
        assert page.view.resident_id == people["单雄信"]


def test_people_of_the_same_letters_are_all_listed_with_what_tells_them_apart(window: MainWindow, qtbot: QtBot) -> None:
    box = pressed(window, qtbot)
    assert {"王春芳", "王芳"} <= set(typed(box, "wang"))
    box.line.clear()
    assert set(typed(box, "芳")) == {"王芳", "王春芳", "李文芳"}
    item = box.list.topLevelItem(0)
    assert item is not None
    assert "82岁" in item.text(1)
    box.reject()


def test_a_code_leads_to_what_it_is_of(window: MainWindow, qtbot: QtBot, actor: Actor, people: dict[str, int]) -> None:
    bed = places.save(actor, BedDraft(room="301", number="1"))
    [made] = places.rows([bed])
    digits = made.code
    gone_to(window, qtbot, digits)
    page = window.page("beds")
    assert isinstance(page, BedsPage)
    assert (window.current_room, page.table.current_id()) == ("beds", bed)


def test_nothing_typed_reads_no_register(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_wanted: object) -> list[int]:
        raise AssertionError("the register was searched")

    monkeypatch.setattr(listing, "find_ids", never)
    box = pressed(window, qtbot)
    assert box.list.topLevelItemCount() > 40
    box.reject()


def test_an_act_of_the_page_is_done_and_contracts_have_a_key_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    window.go("residents")
    gone_to(window, qtbot, "显示哪些列")
    found = QApplication.activeModalWidget()
    assert isinstance(found, ColumnsDialog)
    found.reject()
    window.activateWindow()
    window.go("beds")
    page = window.page("beds")
    assert isinstance(page, BedsPage)
    qtbot.waitUntil(lambda: page.isVisible() and window.isActiveWindow())
    QTest.keyClick(page.header.search, Qt.Key.Key_R, CTRL)
    assert isinstance(page.view, ContractsView)


def test_what_a_role_may_not_do_is_grey_and_enter_says_who_may(
    app: QApplication, actor: Actor, folder: DataFolder, people: dict[str, int], qtbot: QtBot
) -> None:
    window = opened(folder, replace(actor, role=Role.AUDITOR), qtbot)
    window.go("beds")
    box = pressed(window, qtbot)
    assert typed(box, "入住")[0] == "入住"
    QTest.keyClick(box.line, ENTER)
    assert box.isVisible()
    assert box.strip.text == "“办理入住”只能由主任、前台办理，您的岗位是审核，请找他们办理。"
    box.reject()


def test_arrow_keys_choose_while_one_types_and_are_said(window: MainWindow, qtbot: QtBot) -> None:
    box = pressed(window, qtbot)
    found = typed(box, "芳")
    assert len(found) == 3
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.line.hasFocus()
    assert chosen(box) == found[2]
    assert box.line.accessibleDescription().startswith(found[2])
    QTest.keyClick(box.line, Qt.Key.Key_Up)
    assert chosen(box) == found[1]
    box.line.clear()
    assert typed(box, "qqqqzz") == []
    QTest.keyClick(box.line, ENTER)
    assert box.isVisible()
    box.reject()


def test_it_comes_up_from_within_a_field_that_is_being_typed_in(window: MainWindow, qtbot: QtBot) -> None:
    window.go("residents")
    search = window.page("residents").header.search
    assert search is not None
    QTest.keyClicks(search, "wang")
    pressed(window, qtbot).reject()
    assert search.text() == "wang"


def test_words_are_ranked_by_how_they_begin() -> None:
    assert commands._rank("床位", "床") == 0
    assert commands._rank("养老床位", "床") == 1
    assert commands._rank("床位", "cw") == 2
    assert commands._rank("养老床位", "chuang") == 3
    assert commands._rank("床位", "x") is None
