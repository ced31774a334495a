"""Nothing is shown as a window of its own while a room is built: it would flash, and take the keyboard away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.system.page import SystemPage
from tests.gui.furnished import ROOMS, entered, window

__all__ = ["window"]


class Shown(QObject):
    """Keeps the names of everything that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Show and isinstance(seen, QWidget) and seen.isWindow():
            self.names.append(type(seen).__name__)
        return False


@pytest.fixture
def shown(window: MainWindow, app: QApplication) -> Iterator[Shown]:
    """What is shown as a window once the main window stands."""
    watching = Shown()
    app.installEventFilter(watching)
    yield watching
    app.removeEventFilter(watching)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_opens_no_window_of_its_own(window: MainWindow, qtbot: QtBot, shown: Shown, room: str) -> None:
    page = entered(window, qtbot, room)
    if isinstance(page, RecordsPage):
        page.begin_new()
        qtbot.waitUntil(lambda: page.form_open)
    if isinstance(page, SystemPage):
        for key in page._makers:
            page.open_section(key)
            qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert shown.names == []
    assert window.isActiveWindow()
