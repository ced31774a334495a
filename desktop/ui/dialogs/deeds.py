"""The last acts, one of which is to be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label

_WIDE, _HIGH = 480, 340


class Deed(NamedTuple):
    """An act as the list shows it."""

    at: str
    words: str


class DeedsDialog(GrowingDialog):
    """Arrow keys choose, Enter takes back, Esc leaves everything; ``chosen`` carries the place in the list."""

    chosen = Signal(int)

    def __init__(self, deeds: Sequence[Deed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Deeds", "What was done"))
        self.list = QListWidget()
        self.list.addItems([f"{deed.at}  {deed.words}" for deed in deeds])
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.be_large(_WIDE, _HIGH)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._take())
        back = button(translate("Deeds", "Go back"), self.reject)
        take = button(translate("Deeds", "Take back"), self._take, "primary", "undo")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(
            label(translate("Deeds", "What was done since signing in, the newest first"), "section", wrap=True)
        )
        column.addWidget(self.list, 1)
        column.addWidget(ButtonRow(back, take))
        self.list.setFocus()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("↑ ↓", translate("Deeds", "choose an act")),
            ("Enter", translate("Deeds", "take the chosen act back")),
        )

    def _take(self) -> None:
        at = self.list.currentRow()
        self.accept()
        if at >= 0:
            self.chosen.emit(at)
