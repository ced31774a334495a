"""What somebody met on the first day with the window, each as it should have been; driven by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services import canteen
from desktop.services.actor import Actor
from desktop.ui.dialogs.queue_dialog import QueueDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences import Preferences
from tests.gui.looking import cut_widgets


CTRL = Qt.KeyboardModifier.ControlModifier
UNKNOWN = "10112345600000199"


def geometry_of(widget: QWidget, box: QWidget) -> QRect:
    return QRect(widget.mapTo(box, QPoint(0, 0)), widget.size())


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
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
    field = box.form.fields["resident_id"]
    qtbot.keyClick(field.editor, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: cut_widgets(box) == [])
    line, words = geometry_of(field.editor, box), geometry_of(field._words, box)
    assert not line.intersects(words), "the words stand beneath the line, not in it"
    assert field.editor.height() >= field.editor.sizeHint().height()
