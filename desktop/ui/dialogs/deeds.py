"""The last acts, one of which is to be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class Deed(NamedTuple):
    """An act as the list shows it."""

    at: str
    words: str


class DeedsDialog(QDialog):
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
        self.list.setMinimumWidth(theme.px(420))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._take())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(translate("Deeds", "Go back"), self.reject))
        row.addWidget(button(translate("Deeds", "Take back"), self._take, "primary", "undo"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(translate("Deeds", "What was done since signing in, the newest first"), "section"))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.list.setFocus()

    def _take(self) -> None:
        at = self.list.currentRow()
        self.accept()
        if at >= 0:
            self.chosen.emit(at)
