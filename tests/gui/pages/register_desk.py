"""Somebody at the keyboard of the register of residents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.actor import Actor
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents_page import ResidentsPage
from desktop.ui.preferences import Preferences
from tests.gui.pages.keyboard import type_words
from tests.gui.rooms.desk import Desk

View = TypeVar("View", bound=PageView)
Box = TypeVar("Box", bound=QDialog)


class RegisterDesk(Desk):
    """The window, open at 老年人."""

    @property
    def page(self) -> ResidentsPage:
        """The room."""
        page = self.window.page("residents")
        assert isinstance(page, ResidentsPage)
        return page

    def view(self, kind: type[View]) -> View:
        """The screen that stands in the place of the list."""
        assert isinstance(self.page.view, kind)
        return self.page.view

    def box(self, kind: type[Box]) -> Box:
        """The box that is open over the room."""
        self.qtbot.waitUntil(lambda: bool(self._boxes(kind)))
        return self._boxes(kind)[-1]

    def leave(self, kind: type[QDialog]) -> None:
        """Close a box with Esc; the keyboard goes back to the room."""
        self.box(kind)
        self.key(Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: not self._boxes(kind))
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def words(self, text: str) -> None:
        """Type Chinese wherever the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        type_words(focus, text)
        QApplication.processEvents()

    def choose(self, words: str) -> None:
        """Take a line of the menu that is open, as its arrow keys and Enter do."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().startswith(words))
        menu.setActiveAction(action)
        self.qtbot.keyClick(menu, "\r")
        QApplication.processEvents()

    def _boxes(self, kind: type[Box]) -> list[Box]:
        return [one for one in self.page.findChildren(kind) if one.isVisible()]


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
