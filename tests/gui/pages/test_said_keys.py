"""Every key that a room answers stands on F1: a key that is said nowhere is found by nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

import desktop
from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.keys import keys as of_all_rooms
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.panel import FormPanel
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.tabs import VisitTabs
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.header import PageHeader, SearchField
from tests.gui.pages.system.test_page import SECTIONS
from tests.gui.whole import opened

ROOMS = ("home", "residents", "visits", "services", "canteen", "beds", "reports", "sync", "system", "import")
# Said under another name: rooms, parts of a room, the way back, the second name of Enter; F1 closes what it opened.
ELSEWHERE = {
    *("Alt+Left", "F1"),
    *(f"Alt+{number}" for number in range(1, 10)),
    *("Ctrl+Shift+Tab", "Ctrl+Return", "Ctrl+Enter", "Return", "Enter"),
}


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot) -> MainWindow:
    """A window with one person."""
    person("王芳", flags=["living_alone"])
    return opened(folder, actor, qtbot)


def said(window: RoomWindow[Any], room: str) -> set[str]:
    of_room = window.page(room).keys()
    everywhere = window.keys_everywhere() or of_all_rooms()
    lines = [one.keys for one in of_room] + [keys for keys, _words in everywhere]
    parts = [part for line in lines for part in line.replace("，", " ").replace("…", " ").replace("/", " ").split()]
    return {QKeySequence(part).toString() for part in parts} | {QKeySequence(line).toString() for line in lines}


def promised(window: RoomWindow[Any], room: str) -> set[str]:
    """The keys that stand on the buttons of a room, in brackets, or in their hints."""
    page = window.page(room)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)]
    words = " ".join(f"{one.text()} {one.toolTip()}" for one in buttons)
    found = re.findall(r"[（(]((?:Ctrl|Alt|Shift|F[0-9])[^）) ]*)[）)]", words)
    return {QKeySequence(one.replace("←", "Left")).toString() for one in found}


def answered(window: RoomWindow[Any], room: str) -> set[str]:
    """The keys of the window and of what is seen of a room."""
    page = window.page(room)
    found = [one for one in page.findChildren(QShortcut) if seen(one, page)]
    found += [one for one in window.children() if isinstance(one, QShortcut)]
    return {one.key().toString() for one in found}


def seen(shortcut: QShortcut, page: QWidget) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisibleTo(page) and shortcut.isEnabled()


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_room_answers_to_is_said_on_f1(window: MainWindow, qtbot: QtBot, room: str) -> None:
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert answered(window, room) - said(window, room) - ELSEWHERE == set()
    assert promised(window, room) - said(window, room) - ELSEWHERE == set()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_of_the_system_room_says_its_keys(window: MainWindow, section: str) -> None:
    window.go("system", section)
    assert answered(window, "system") - said(window, "system") - ELSEWHERE == set()
    assert promised(window, "system") - said(window, "system") - ELSEWHERE == set()


@pytest.mark.parametrize("room", ["residents", "services", "canteen", "beds"])
def test_an_open_form_says_its_keys(window: MainWindow, qtbot: QtBot, room: str) -> None:
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page(room).findChild(FormPanel) is not None)
    assert answered(window, room) - said(window, room) - ELSEWHERE == set()


def unkeyed(page: QWidget) -> list[str]:
    """The acts at the head of a page that no key calls: none stands on them, in words or in their hint."""
    heads = [one for one in page.findChildren(PageHeader) if one.isVisibleTo(page)]
    acts = [one for head in heads for one in head.findChildren(Button) if one.isVisibleTo(page)]
    return [one.text() for one in acts if not re.search(r"[（(][A-Z]", f"{one.text()} {one.toolTip()}")]


@pytest.mark.parametrize("room", ROOMS)
def test_every_act_at_the_head_of_a_room_has_a_key(window: MainWindow, qtbot: QtBot, room: str) -> None:
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert unkeyed(window.page(room)) == []


def tables_of(place: QWidget) -> list[RecordTable]:
    return [one for one in place.findChildren(RecordTable) if one.isVisibleTo(place)]


@pytest.mark.parametrize("room", ROOMS)
def test_the_foot_of_a_table_speaks_of_a_search_only_where_there_is_one(
    window: MainWindow, qtbot: QtBot, room: str
) -> None:
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    page = window.page(room)
    searches = [one for one in page.findChildren(SearchField) if one.isVisibleTo(page)]
    spoken = [one.keys_said() for one in tables_of(page) if "搜索" in one.keys_said()]
    assert not spoken or searches, spoken


@pytest.mark.parametrize("section", SECTIONS)
def test_the_tables_of_the_system_room_speak_of_no_search_that_is_not_there(
    window: MainWindow, qtbot: QtBot, section: str
) -> None:
    window.go("system", section)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    page = window.page("system")
    searches = [one for one in page.findChildren(SearchField) if one.isVisibleTo(page)]
    spoken = [one.keys_said() for one in tables_of(page) if "搜索" in one.keys_said()]
    assert not spoken or searches, spoken


def test_the_searches_of_all_rooms_say_alike_what_they_take(window: MainWindow, qtbot: QtBot) -> None:
    said_there = {}
    for room in ROOMS:
        window.go(room)
        qtbot.waitUntil(lambda: not window.session.reads.busy)
        page = window.page(room)
        for one in page.findChildren(SearchField):
            if one.isVisibleTo(page):
                said_there[room] = one.placeholderText()
    assert {"residents", "services", "canteen", "beds"} <= set(said_there)
    assert all(words.endswith("姓名、拼音首字母、证号后四位、电话或扫码") for words in said_there.values()), said_there


def heard_by_code(folder: str) -> set[str]:
    """F-keys that modules of a folder hear themselves, without a shortcut."""
    files = (Path(desktop.__file__).parent / "ui" / folder).rglob("*.py")
    return {f"F{number}" for path in files for number in re.findall(r"Key_F([0-9]+)", path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("folder", ["forms", "widgets", "tables", "frame"])
def test_what_a_part_of_all_rooms_hears_itself_is_said_for_all_rooms(folder: str) -> None:
    general = " ".join(keys for keys, _words in of_all_rooms()).split()
    assert heard_by_code(folder) - set(general) - {"F1", "F10"} == set()


def panels(window: MainWindow) -> list[tuple[str, DetailPanel]]:
    """The panel of every room, and those of the parts of 月探访."""
    found: list[tuple[str, DetailPanel]] = []
    for room in ("residents", "services", "canteen", "beds", "sync"):
        found += [(room, one) for one in window.page(room).findChildren(DetailPanel)]
    visits = window.page("visits")
    assert isinstance(visits, VisitsPage)
    for key in VisitTabs.KEYS:
        found += [(key, one) for one in visits.part(key).findChildren(DetailPanel)]
    return found


def test_every_act_of_a_panel_beside_a_list_has_a_key_on_it(window: MainWindow) -> None:
    found = panels(window)
    assert len(found) >= 11
    acts = [(room, one.text()) for room, panel in found for one in panel.findChildren(Button) if one.text()]
    assert len(acts) >= 40
    assert [
        one for one in acts if not re.search(r"[（(](Enter|回车|[A-Z]|[A-Z][A-Za-z]*\+.+|F\d+)[）)]$", one[1])
    ] == []


def test_no_key_of_a_panel_is_a_key_of_its_room_or_of_all_rooms(window: MainWindow) -> None:
    everywhere = {QKeySequence(part).toString() for keys, _words in of_all_rooms() for part in keys.split()}
    for room in ("services", "canteen", "beds", "sync"):
        page = window.page(room)
        lines = page.keys()
        of_room = [one.keys for one in lines]
        assert len(of_room) == len(set(of_room)), room
    for room, panel in panels(window):
        assert not set(panel.keyed) & everywhere, room


def test_f1_in_a_part_of_the_visits_says_the_keys_of_its_panel(window: MainWindow) -> None:
    window.go("visits")
    visits = window.page("visits")
    assert isinstance(visits, VisitsPage)
    for key in VisitTabs.KEYS:
        visits.show_tab(key)
        lines = visits.keys()
        said_lines = {(one.keys, one.words) for one in lines}
        for panel in visits.part(key).findChildren(DetailPanel):
            assert set(panel.keyed.items()) <= said_lines
        assert answered(window, "visits") - said(window, "visits") - ELSEWHERE == set(), key


def test_the_keys_of_a_panel_do_its_acts_with_the_chosen_record(
    window: MainWindow, actor: Actor, person: Callable[..., int], qtbot: QtBot
) -> None:
    somebody = person("李桂兰")
    order = ServiceDraft(resident_id=somebody, type="cleaning", state="requested", service_on=clock.today().isoformat())
    saved = orders.save(actor, order)
    window.go("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    page.table.select_id(saved)
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_F12)
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm) and "取消" in box.windowTitle(), "an open order is cancelled, not voided"
    box.give_up()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    page.edit_current()
    QTest.keyClick(page.panel.form, Qt.Key.Key_F12)
    assert QApplication.activeModalWidget() is None, "over a form the keys of the panel do nothing"
    page.panel.give_up()
    QTest.keyClick(page.table.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert window.current_room == "residents"
