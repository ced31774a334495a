"""The window as the program builds it, open at the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.actor import Actor
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences import Preferences
from tests.gui.pages.register_desk import RegisterDesk


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
        window.hide()
        window.deleteLater()
    QApplication.processEvents()
