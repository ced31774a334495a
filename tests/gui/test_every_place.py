"""Every place that the tour comes by, not a sample: Tab, the keys on F1, the menu of a line and what is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets import tab_order
from desktop.ui.widgets.menus import acts_near, ask_for_menu
from tests.gui.pages.test_said_keys import ELSEWHERE, answered, promised, said, unkeyed
from tests.gui.pages.test_tab_order import focus, goes_back, tabbed
from tests.gui.places import Tour, furnish
from tests.gui.test_looks import gone
from tests.gui.whole import standing

pytestmark = pytest.mark.slow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Place = tuple[str, Page]
# How many tables the tour comes by, at least.
TABLES = 20


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, request: pytest.FixtureRequest):
    """A window in Chinese on the screen that most centres have."""
    i18n.install("zh_CN")
    request.getfixturevalue("furnished")
    made = standing(folder, actor, qtbot)
    yield made
    gone(made)


@pytest.fixture
def furnished(actor: Actor, person: Callable[..., int]) -> int:
    """Somebody of a centre in which every room has something to show."""
    return furnish(actor, person)


def walk(window: MainWindow, tour: Tour, qtbot: QtBot) -> Iterator[Place]:
    """Name and room of every place within the window; boxes have tests of their own."""
    for name, root in tour.places():
        if root is window:
            # A box that was open before may have had it.
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
            yield name, window.page(window.current_room)


@pytest.fixture
def places(window: MainWindow, furnished: int, folder: DataFolder, qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    """The places, one after the other as they are asked for."""
    return walk(window, Tour(window, qtbot, folder, tmp_path, furnished), qtbot)


def wrong_order(page: Page) -> list[str]:
    """Steps of Tab that go back up, and a way back that is another one."""
    order = tab_order.stops(page)
    if not order:
        return ["nothing takes the keyboard"]
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    if focus() is not order[0]:
        # A form asks first what was meant.
        return [f"the keyboard does not go to {type(order[0]).__name__}"]
    found, stops = [], tabbed(page, Qt.Key.Key_Tab)
    for one, two in pairwise(stops):
        # An area shows what it scrolled to only while the keyboard is there.
        two.setFocus(Qt.FocusReason.TabFocusReason)
        if goes_back(page, one, two):
            found.append(f"{type(one).__name__} → {type(two).__name__}")
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    return found + (
        [] if tabbed(page, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])] else ["another way back"]
    )


def test_tab_goes_as_the_eye_does_in_every_place(places: Iterator[Place]) -> None:
    found = {name: wrong_order(page) for name, page in places}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_key_of_every_place_is_said_on_f1_and_every_act_at_a_head_has_one(
    window: MainWindow, places: Iterator[Place]
) -> None:
    unsaid = {}
    for name, page in places:
        room = window.current_room
        heard = (answered(window, room) | promised(window, room)) - said(window, room) - ELSEWHERE
        unsaid[name] = sorted(heard) + unkeyed(page)
    assert {name: wrong for name, wrong in unsaid.items() if wrong} == {}


def menu_lines(table: RecordTable) -> list[str]:
    """The lines of the menu of the current line, opened by the menu key."""
    ask_for_menu()
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    found = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return found


def copied(table: RecordTable, how: Qt.KeyboardModifier) -> str:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(table.view, Qt.Key.Key_C, how)
    return QGuiApplication.clipboard().text()


def wrong_table(table: RecordTable) -> list[str]:
    """What the menu of a table lacks of its acts and keys, and what is copied otherwise than it stands there."""
    table.view.setFocus(Qt.FocusReason.OtherFocusReason)
    table.view.clearSelection()
    table.select_id(table.model.ids[0])
    model = table.model
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(model.columnCount())]
    lines, copy = menu_lines(table), copied(table, CTRL)
    acts = [
        f"{one.text()}\t{keys}"
        if (keys := one.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        else one.text()
        for one in acts_near(table.view)
    ]
    lacking = [one for one in acts if one not in lines]
    lacking += [
        key
        for key in ("Enter", "Ctrl+C", "Ctrl+Alt+C", "Ctrl+Shift+C")
        if not any(key == one.split("\t")[-1] for one in lines)
    ]
    heads, below = copied(table, CTRL | SHIFT).split("\n", 1)
    if len(copy.split("\n")) != 1 or len(copy.split("\t")) != len(titles):
        lacking.append(f"the copied line {copy!r}")
    if heads.split("\t") != titles or below != copy:
        lacking.append(f"the copied heads {heads!r}")
    if copied(table, CTRL | ALT) != copy.split("\t")[table.view.currentIndex().column()]:
        lacking.append("the copied cell")
    return lacking


def test_every_table_has_the_acts_of_its_place_in_its_menu_and_copies_cell_line_and_heads(
    places: Iterator[Place],
) -> None:
    found: dict[str, list[str]] = {}
    for name, page in places:
        shown = [one for one in page.findChildren(RecordTable) if one.isVisible() and one.model.rowCount()]
        for at, table in enumerate(shown):
            chosen = table.current_id()
            found[f"{name} {at}"] = wrong_table(table)
            if chosen is not None:
                # The tour goes on with the line that it chose.
                table.select_id(chosen)
    assert len(found) > TABLES
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
