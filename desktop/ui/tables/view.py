"""The view of a table: sticky head, no grid, rows that grow with the text, keys that one expects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.tables.delegate import CellDelegate


class LineView(QTableView):
    """A table of whole lines; Enter and a double click open one, Esc leaves, Ctrl+C copies."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, widths: Sequence[int], stretching: Sequence[bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths, self._stretching = tuple(widths), tuple(stretching)
        self._dragged = False
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(36)
        head.sectionHandleDoubleClicked.connect(self._on_handle)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._dress()

    def fit_columns(self) -> None:
        """Give every column its width; stretching ones share what is left, all shrink a little where it is narrow."""
        model = self.model()
        if model is None or self._dragged or not self._widths:
            return
        room = self.viewport().width()
        wanted = [theme.px(width) for width in self._widths]
        spare = room - sum(wanted)
        if spare < 0:
            wanted = _shrunk(wanted, self._stretching, room)
        elif any(self._stretching):
            share = spare // sum(self._stretching)
            wanted = [width + share * stretch for width, stretch in zip(wanted, self._stretching, strict=True)]
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, Ctrl+C; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_lines()
        else:
            super().keyPressEvent(event)

    def copy_lines(self) -> None:
        """Put the selected lines on the clipboard, tabs between the cells."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns = range(self.model().columnCount())
        text = "\n".join("\t".join(self._words(line, column) for column in columns) for line in lines)
        QGuiApplication.clipboard().setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dragged = False
            self._dress()
            self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line under the pointer is tinted."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No line is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, the first line is selected, so that arrows and Enter work at once."""
        super().focusInEvent(event)
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)

    def _on_handle(self, column: int) -> None:
        self._dragged = True
        self.resizeColumnToContents(column)

    def _hover(self, line: int) -> None:
        if line != self._cells.hovered_line:
            self._cells.hovered_line = line
            self.viewport().update()

    def _words(self, line: int, column: int) -> str:
        index: QModelIndex = self.model().index(line, column)
        return str(index.data(Qt.ItemDataRole.DisplayRole)).replace("\t", " ").replace("\n", " ")

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(theme.ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(theme.px(theme.ROW_HEIGHT))


def _shrunk(wanted: list[int], stretching: Sequence[bool], room: int) -> list[int]:
    # Stretching columns (names, addresses) can be cut with a tool tip; figures and dates cannot.
    flexible = sum(width for width, stretch in zip(wanted, stretching, strict=True) if stretch)
    if not flexible:
        return wanted
    factor = max(0.55, 1 - (sum(wanted) - room) / flexible)
    return [int(width * factor) if stretch else width for width, stretch in zip(wanted, stretching, strict=True)]
