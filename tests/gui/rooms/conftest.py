"""A window on a real centre of its own, standing on Wednesday 2026-10-21, with the director at the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.models.database import close_thread
from desktop.services.actor import Actor
from desktop.ui.bus import Bus
from desktop.ui.jobs import Jobs
from desktop.ui.main_window import MainWindow
from desktop.ui.navigation import Room
from desktop.ui.preferences import Preferences
from desktop.ui.session import Session
from tests.gui.rooms.desk import ROOMS, Desk


@pytest.fixture
def desk(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[Callable[[str], Desk]]:
    """Open the window in a room: ``desk("visits")``."""
    opened: list[MainWindow] = []

    def open_in(room: str) -> Desk:
        session = Session(actor, folder, Bus(), Jobs(close_thread), Preferences())
        window = MainWindow(session, [Room(room, room, room, ROOMS[room])])
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
        window.hide()
        window.deleteLater()
    QApplication.processEvents()
