"""One room on a centre of its own (``desk``), and the window as the program builds it (``register``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.models.database import close_thread
from desktop.services.help_services import orders
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.session import Session
from tests.gui.desk import ROOMS, Desk
from tests.gui.register_desk import RegisterDesk


@pytest.fixture
def desk(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[Callable[[str], Desk]]:
    """Wednesday 2026-10-21, the director at the desk: open the window in a room: ``desk("visits")``."""
    opened: list[MainWindow] = []

    def open_in(room: str) -> Desk:
        session = Session(actor, folder, Bus(), Jobs(close_thread), Preferences())
        window = MainWindow(session, [Room(room, room, room, ROOMS[room])], urgent_orders=orders.urgent_orders)
        opened.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QApplication.processEvents()
        return Desk(window, qtbot)

    yield open_in
    for window in opened:
        window.jobs.stop()
        window.session.reads.stop()
        window.hide()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def register(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[Callable[[], RegisterDesk]]:
    """Open the window at the register, once the people are in it."""
    opened: list[MainWindow] = []

    def open_it() -> RegisterDesk:
        window = build_window(open_session(folder, Preferences(sounds=False), actor))
        opened.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
        window.go("residents")
        QApplication.processEvents()
        return RegisterDesk(window, qtbot)

    yield open_it
    for window in opened:
        window._closing = True
        window.jobs.stop()
        window.session.reads.stop()
        window.hide()
        window.deleteLater()
    QApplication.processEvents()
