"""A white card with a heading, and the state of a place where there is nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.look import icons, theme
from desktop.ui.look.theme import CARD_PADDING
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class Card(QFrame):
    """A card; put the content into ``body``, a vertical layout, and small controls into ``head``."""

    def __init__(self, title: str = "", aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_PADDING, CARD_PADDING - 4, CARD_PADDING, CARD_PADDING - 4)
        self.body.setSpacing(12)
        self.title = label(title, "section")
        self.aside = label(aside, "secondary")
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.head.addWidget(self.aside)
            self.body.addLayout(self.head)
        else:
            # Without a parent they would outlive every window, and be dressed with it.
            for part in (self.title, self.aside):
                part.setParent(self)
                part.setVisible(False)

    def show_head(self, shown: bool) -> None:
        """Show the heading, or leave it out where something else says the same."""
        self.title.setVisible(shown)
        self.aside.setVisible(shown)


class EmptyState(QWidget):
    """What to do where there is nothing to show."""

    def __init__(self, title: str = "", hint: str = "", icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label(title, "section", wrap=True)
        self._hint = label(hint, "secondary", wrap=True)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._actions = QHBoxLayout()
        self._actions.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._sign, self._title, self._hint):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(self._actions)
        column.addStretch(3)
        self._dress()

    def set(self, title: str, hint: str, icon: str = "") -> None:
        """Say what is missing and what to do."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._icon = icon or self._icon
        self._dress()

    def add_action(self, text: str, slot: Callable[[], object], kind: str = "plain", icon: str = "") -> None:
        """Offer the next step as a button."""
        self._actions.addWidget(button(text, slot, kind, icon))

    def changeEvent(self, event: QEvent) -> None:
        """Scale the sign with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self._sign.setPixmap(icons.pixmap(self._icon, "accent_soft", theme.px(44)))
