"""F1 in every box says what works there, and the box is as it was when the list is closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.manual import sections
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.deeds import Deed, DeedsDialog
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.closing.close import CloseMonthDialog
from tests.gui.keyboard import type_words
from tests.gui.places import Tour, furnish
from tests.gui.whole import opened

# How many boxes the tour opens, at least.
BOXES = 20
F1 = Qt.Key.Key_F1


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window as the program builds it."""
    return opened(folder, actor, qtbot)


def keys_of(box: QWidget) -> KeysDialog:
    """The list that F1 opens over a box, wherever the keyboard is in it."""
    QTest.keyClick(box.focusWidget() or box, F1)
    QApplication.processEvents()
    found = [one for one in box.findChildren(KeysDialog) if one.isVisible()]
    assert len(found) == 1, "F1 opened no list"
    assert QTest.qWaitForWindowActive(found[0])
    return found[0]


def said(listed: KeysDialog) -> set[str]:
    """The keys of the list, each by its name for Qt."""
    words = " ".join(one.text() for one in listed.findChildren(QLabel))
    parts = re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z][a-zA-Z]*|\+|-)", words)
    return {QKeySequence(one).toString() for one in parts}


def answered(box: QWidget) -> set[str]:
    """What the box and its buttons answer to by a shortcut."""
    found = {one.key().toString() for one in box.findChildren(QShortcut) if isinstance(one.parent(), QWidget)}
    buttons = [one for one in box.findChildren(QAbstractButton) if one.isVisibleTo(box)]
    return (found | {one.shortcut().toString() for one in buttons}) - {""}


def twice(keys: set[str]) -> set[str]:
    """Keys with two names, once."""
    return {one.replace("Enter", "Return") for one in keys}


def close(listed: KeysDialog) -> None:
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    listed.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def silent_keys(box: QWidget) -> set[str]:
    """What works in a box and stands on no line of its F1."""
    works = twice(answered(box))
    listed = keys_of(box)
    found = works - twice(said(listed))
    close(listed)
    return found


def test_every_box_says_its_keys_on_f1(
    window: MainWindow, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot, tmp_path: Path
) -> None:
    somebody = furnish(actor, person)
    tour = Tour(window, qtbot, folder, tmp_path, somebody)
    found: dict[str, set[str]] = {}
    for name, root in tour.places():
        if root is window or isinstance(root, KeysDialog):
            continue
        found[name] = silent_keys(root)
        assert root.isVisible(), name
    assert len(found) >= BOXES
    assert {name: keys for name, keys in found.items() if keys} == {}


def test_the_boxes_of_a_close_and_of_the_last_acts_say_their_keys(window: MainWindow, qtbot: QtBot) -> None:
    boxes: list[QDialog] = [
        CloseMonthDialog(window.session, Month(2026, 9), window),
        DeedsDialog([Deed("10:30", "登记探访：王芳")], window),
    ]
    for box in boxes:
        box.open()
        qtbot.waitUntil(lambda: not window.session.reads.busy)
        assert silent_keys(box) == set()
        box.reject()


def test_the_list_over_a_box_leaves_what_is_typed_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    form = Form()
    form.add("reason", "原因", TextField())
    box = SmallForm("为什么？", form, "作废", lambda _box: True, window)
    box.begin()
    qtbot.waitUntil(lambda: box.isAncestorOf(QApplication.focusWidget()))
    type_words(QApplication.focusWidget(), "记错了")
    listed = keys_of(box)
    words = " ".join(one.text() for one in listed.findChildren(QLabel))
    assert "作废" in words, "Ctrl+S does what the button says"
    assert "切换栏目" not in words and "Alt+1" not in words, "no room is to be had from a box"
    QTest.keyClick(listed, F1)
    # A button shows for a moment that its key was pressed.
    qtbot.waitUntil(lambda: not box.findChildren(KeysDialog))
    assert box.isVisible()
    assert form.values()["reason"] == "记错了" and form.fields["reason"].isAncestorOf(box.focusWidget())


def test_f2_opens_the_manual_from_a_box_too(window: MainWindow, qtbot: QtBot) -> None:
    box = DeedsDialog([Deed("10:30", "登记探访：王芳")], window)
    box.open()
    listed = keys_of(box)
    QTest.keyClick(listed, Qt.Key.Key_F2)
    # The button shows for a moment that it was pressed.
    qtbot.waitUntil(listed.hits.isVisible)
    assert listed.hits.count() == len(sections())
    listed.reject()
    box.reject()


def test_the_screens_beside_the_window_say_theirs(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    lunch = LunchScreen(window.session, window)
    lunch.start()
    qtbot.waitUntil(lunch.line.hasFocus)
    listed = keys_of(lunch)
    assert {"F2", "F3", "F4", "F5", "F6", "F7", "Ctrl+L", "Esc"} <= said(listed)
    close(listed)
    lunch.close()
    preview = PreviewDialog(tmp_path / "nothing.pdf", "探访月报", window)
    preview.open()
    assert silent_keys(preview) == set()
    preview.reject()
