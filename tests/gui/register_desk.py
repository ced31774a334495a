"""Somebody at the keyboard of the register of residents."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.page import ResidentsPage
from tests.gui.desk import Desk
from tests.gui.keyboard import type_words

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
        box = self._boxes(kind)[-1]
        self.qtbot.waitUntil(box.isActiveWindow)
        return box

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
