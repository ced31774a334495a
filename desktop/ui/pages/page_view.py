"""A second screen of a room: it stands in the room's place, and Esc goes back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.widgets.header import PageHeader


class PageView(QWidget):
    """Header with a way back, and ``content`` for the rest; trouble is said in the strip of its page."""

    closed = Signal()

    def __init__(self, page: Page, title: str) -> None:
        super().__init__(page)
        self.page = page
        self.session: Session = page.session
        self.header = PageHeader(title)
        self.header.add_action(translate("PageView", "Back (Esc)"), self.closed.emit, "chevron-left")
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addLayout(self.content, 1)
        install(self, (Key("Esc", "", self.closed.emit),))
        self.hide()

    def refresh(self) -> None:
        """Read everything shown anew, because something was written."""

    def take_keyboard(self) -> None:
        """The widget that the keyboard belongs to when one comes here."""
        self.setFocus()

    def keys(self) -> tuple[Key, ...]:
        """The screen's own keys, for F1; it installs them once it is built."""
        return ()
