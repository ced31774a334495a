"""What somebody met on the first day with the window, each as it should have been; driven by keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.services import beds, canteen, printed_codes, registers
from desktop.services.actor import Actor
from desktop.services.beds import BedDraft
from desktop.ui.dialogs.queue_dialog import QueueDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.lunch import LunchScreen
from desktop.ui.preferences import Preferences
from tests.gui.looking import cut_widgets
from tests.gui.pages.keyboard import type_words

CTRL = Qt.KeyboardModifier.ControlModifier
UNKNOWN = "10112345600000199"


def geometry_of(widget: QWidget, box: QWidget) -> QRect:
    return QRect(widget.mapTo(box, QPoint(0, 0)), widget.size())


def come_forward(box: QWidget, qtbot: QtBot) -> None:
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a new centre."""
    session = open_session(folder, Preferences(sounds=False), actor)
    made = build_window(session)
    # Nobody is here to answer what to do with an unsaved form.
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    yield made


@pytest.mark.parametrize(("digit", "list_name"), [("7", "contents"), ("8", "months"), ("9", "contents")])
def test_rooms_without_a_search_put_the_keyboard_into_their_list(
    window: MainWindow, qtbot: QtBot, digit: str, list_name: str
) -> None:
    qtbot.keyClick(window, Qt.Key(ord(digit)), Qt.KeyboardModifier.AltModifier)
    found = getattr(window.page(window.current_room), list_name)
    view = getattr(found, "view", found)
    assert view.hasFocus()
    assert view.selectionModel().hasSelection()


def test_a_small_box_grows_with_what_is_said_in_it(window: MainWindow, qtbot: QtBot) -> None:
    canteen.scan(window.session.actor, UNKNOWN, "lunch", "dine_in")
    box = QueueDialog(window.session, window)
    box.begin()
    come_forward(box, qtbot)
    field = box.form.fields["resident_id"]
    qtbot.keyClick(field.editor, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: cut_widgets(box) == [])
    line, words = geometry_of(field.editor, box), geometry_of(field._words, box)
    assert not line.intersects(words), "the words stand beneath the line, not in it"
    assert field.editor.height() >= field.editor.sizeHint().height()


def test_a_scan_that_was_none_is_taken_off_the_list_with_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    canteen.scan(window.session.actor, UNKNOWN, "lunch", "dine_in")
    queue = QueueDialog(window.session, window)
    queue.begin()
    box = queue.ask_to_dismiss()
    assert box is not None
    come_forward(box, qtbot)
    reason = box.form.fields["reason"]
    qtbot.keyClick(reason.editor, Qt.Key.Key_S, CTRL)
    assert reason.error, "without a reason it stays"
    type_words(reason.editor, "试机")
    qtbot.keyClick(reason.editor, Qt.Key.Key_S, CTRL)
    assert canteen.queue() == []
    assert canteen.day_counts(clock.today()).queued == 0
    assert queue.isHidden()


def test_the_canteen_says_why_a_card_earns_no_meal(
    window: MainWindow, person: Callable[..., int], canteen_prices: None, qtbot: QtBot
) -> None:
    gone = person("李桂兰")
    registers.apply(window.session.actor, gone, "deceased", dt.date(2026, 10, 1), "亲属来电")
    bed = beds.save(window.session.actor, BedDraft(room="101", number="1"))
    screen = LunchScreen(window.session, window)
    qtbot.addWidget(screen)
    screen.take(printed_codes.code_of(CodeKind.RESIDENT, gone))
    assert "已登记去世，请到前台核对" in screen.face.words and "日期" not in screen.face.words
    screen.take(printed_codes.code_of(CodeKind.BED, bed))
    assert "床位标签" in screen.face.words
    assert canteen.queue() == [], "a bed does not wait to be recorded later"
