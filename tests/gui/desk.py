"""Somebody at the keyboard of an open window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.forms.field import Field
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.visits.page import VisitsPage

ROOMS: dict[str, Callable[[Session], Page]] = {
    "visits": VisitsPage,
    "services": ServicesPage,
    "beds": BedsPage,
    "canteen": CanteenPage,
    "reports": ReportsPage,
    "sync": SyncPage,
    "system": SystemPage,
}


class Desk:
    """Somebody at the keyboard of an open window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type wherever the keyboard is, one key after the other."""
        for char in text:
            QTest.keyClicks(self._focus(), char)
            QApplication.processEvents()

    def enter(self, times: int = 1) -> None:
        """Press Enter."""
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def new_record(self, page: RecordsPage[Any, Any]) -> None:
        """Press Ctrl+N; the button shows for a moment that it was pressed, then the form opens."""
        self.control(Qt.Key.Key_N)
        self.qtbot.waitUntil(lambda: page.form_open)

    def go_to(self, field: Field) -> None:
        """Take the keyboard to a field, once the form has settled."""
        QApplication.processEvents()
        field.grab_keyboard()
        QApplication.processEvents()

    def finish_job(self) -> None:
        """Wait until the worker thread has nothing to do."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.busy, timeout=20_000)
        QApplication.processEvents()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window
