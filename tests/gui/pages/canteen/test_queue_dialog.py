"""Unknown cards of the canteen, worked off by keys alone: who it was, skipped, no meal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.services.canteen import meals, scanning
from desktop.services.canteen.meals import MealQuery
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.canteen.queue_dialog import QueueDialog
from tests.gui.keyboard import type_words
from tests.gui.register_desk import RegisterDesk

STRANGERS = ("13901140000000199", "15301149999999900", "10112345600000199")
F8, SHIFT = Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def box_of(kind: type[SmallForm], qtbot: QtBot) -> SmallForm:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def test_three_cards_are_skipped_dismissed_and_recorded_by_keys(
    register: Callable[[], RegisterDesk],
    actor: Actor,
    person: Callable[..., int],
    canteen_prices: None,
    qtbot: QtBot,
) -> None:
    window = register().window
    person("王㛃华")
    for code in STRANGERS:
        scanning.scan(actor, code, "lunch", "dine_in")
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(focus(), F8)
    queue = box_of(QueueDialog, qtbot)
    assert isinstance(queue, QueueDialog) and {key for key, _words in queue.said_keys()} >= {"F3", "Shift+F8"}
    QTest.keyClick(focus(), Qt.Key.Key_F3)
    assert queue.current is not None and queue.current.scanned == STRANGERS[1]
    QTest.keyClick(focus(), F8, SHIFT)
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (queue, None))
    type_words(focus(), "试机")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(scanning.queue()) == 2)
    # Off the screen no window manager gives the keyboard back.
    with qtbot.waitActive(queue):
        queue.activateWindow()
    assert queue.current is not None and queue.current.scanned == STRANGERS[2]
    type_words(focus(), "王㛃华")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(queue.isHidden)
    assert [one.scanned for one in scanning.queue()] == [STRANGERS[0]], "skipped, it still waits"
    (row,) = meals.rows(meals.find_ids(MealQuery(day=clock.today())))
    assert row.name == "王㛃华"
