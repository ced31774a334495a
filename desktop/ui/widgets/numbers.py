"""The numbers behind a picture, one key away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look import theme
from desktop.ui.widgets.labels import label

Numbers = Sequence[Sequence[str]]


class NumbersPopover(QFrame):
    """A small table over the page; Esc or a click beside it closes it."""

    def __init__(self, title: str, heads: Sequence[str], rows: Numbers, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.table = QTableWidget(len(rows), len(heads))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(title)
        for line, values in enumerate(rows):
            for column, value in enumerate(values):
                self.table.setItem(line, column, _cell(value, column))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label(title, "section"))
        layout.addWidget(self.table)
        height = theme.px(34) * (min(len(rows), 10) + 2) + theme.px(50)
        self.resize(theme.px(120) * max(len(heads), 2) + 60, height)

    def open_over(self, widget: QWidget) -> None:
        """Stand over a widget, inside the screen."""
        corner = widget.mapToGlobal(QPoint((widget.width() - self.width()) // 2, 0))
        self.move(corner)
        self.show()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F6 close it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
            self.close()
            return
        super().keyPressEvent(event)


def _cell(value: str, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(value)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
