"""An item of the status bar: a fact that opens the place where it can be changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import Button


class StatusItem(Button):
    """A small fact with the sign of its state; a click opens its place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "status", "", parent)
        self._name = name
        self._tone = Tone.NEUTRAL
        self._fact = ""

    def show_fact(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say the fact; an empty one hides the item."""
        self._tone, self._fact = tone, text
        self.setText(text)
        self.setVisible(bool(text))
        self.setAccessibleName(f"{self._name} {text}")
        self.setToolTip(self._name)
        self._dress()

    def fit(self, room: int) -> None:
        """Be no wider than this; what is left out of the fact is in the tool tip."""
        self.setText(self._fact)
        over = self.sizeHint().width() - room
        if over > 0:
            wide = self.fontMetrics().horizontalAdvance(self._fact) - over
            self.setText(self.fontMetrics().elidedText(self._fact, Qt.TextElideMode.ElideRight, max(wide, 0)))
        self.setToolTip(f"{self._name}：{self._fact}" if over > 0 else self._name)

    def _dress(self) -> None:
        if getattr(self, "_tone", Tone.NEUTRAL) is Tone.NEUTRAL:
            self.setIcon(QIcon())
            return
        size = theme.px(15)
        self.setIconSize(QSize(size, size))
        self.setIcon(QIcon(icons.tone_pixmap(self._tone, size)))
