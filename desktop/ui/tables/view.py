"""The view of a table: sticky head, no grid, rows that grow with the text, keys that one expects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import theme
from desktop.ui.tables.delegate import CELL_PADDING, CellDelegate
from desktop.ui.tables.model import Column
from desktop.ui.widgets.menus import add_line, menu_of, popup


class LineView(QTableView):
    """A table of whole lines; Enter and a double click open one, Esc leaves.

    Ctrl+C copies the marked lines, with Shift under their heads, with Alt one cell; the menu names all of it.
    """

    opened = Signal(int)
    left = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
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

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Lay out other columns, which the model has taken already."""
        self._columns = tuple(columns)
        self._dragged = False
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its width: spare ones step aside where it is narrow, stretching ones share what is left."""
        if self.model() is None or self._dragged or not self._columns:
            return
        room = self.viewport().width()
        widths = {at: self._least(column) for at, column in enumerate(self._columns)}
        spare = [at for at, column in enumerate(self._columns) if column.spare]
        # As if the scroll bar stood there: columns must not come and go with how many lines a search finds.
        bar = self.verticalScrollBar()
        steady = room if bar.isVisible() else room - bar.sizeHint().width()
        while spare and sum(widths.values()) > steady:
            del widths[spare.pop()]
        flexible = {at: width for at, width in widths.items() if self._columns[at].stretch}
        # Down to three quarters rather than a scroll bar; the whole words are in the tool tip.
        left = max(room - sum(widths.values()), -sum(flexible.values()) // 4)
        for at, width in flexible.items():
            widths[at] += left * width // sum(flexible.values())
        self._squeeze(widths, room)
        for at in range(len(self._columns)):
            self.setColumnHidden(at, at not in widths)
            if at in widths:
                self.setColumnWidth(at, widths[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, Ctrl+C, Ctrl+Shift+C, Ctrl+Alt+C; the rest is Qt's."""
        one_cell = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        with_heads = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == with_heads:
            self.copy_lines(heads=True)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == one_cell:
            self.copy_cell()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_lines()
        else:
            super().keyPressEvent(event)

    def copy_lines(self, heads: bool = False) -> None:
        """Put the selected lines on the clipboard, tabs between the cells, if wanted under the heads."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns = range(self.model().columnCount())
        found = ["\t".join(self._words(line, column) for column in columns) for line in lines]
        if heads:
            found.insert(0, "\t".join(column.title for column in self._columns))
        QGuiApplication.clipboard().setText("\n".join(found))

    def copy_cell(self) -> None:
        """Put the words of the current cell on the clipboard."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self._words(index.row(), index.column()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the line under the pointer, or with the current one by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            marked = self.selectionModel().isRowSelected(index.row(), QModelIndex())
            how = flags.NoUpdate if marked else flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(index, how)
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        popup(self._menu(index), at)

    def _menu(self, index: QModelIndex) -> QMenu:
        menu = menu_of(self)
        if not index.isValid():
            return menu
        acts = menu.actions()
        opens = add_line(menu, translate("LineView", "Open the line"), "Enter")
        opens.triggered.connect(lambda: self.opened.emit(index.row()))
        if acts:
            menu.insertAction(acts[0], opens)
        menu.addSeparator()
        for words, keys, copy in (
            (translate("LineView", "Copy this cell"), "Ctrl+Alt+C", self.copy_cell),
            (translate("LineView", "Copy the marked lines"), "Ctrl+C", self.copy_lines),
            (translate("LineView", "Copy them with the heads"), "Ctrl+Shift+C", lambda: self.copy_lines(heads=True)),
        ):
            add_line(menu, words, keys).triggered.connect(lambda _checked=False, copy=copy: copy())
        return menu

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
        # Qt makes the first line current by itself, without selecting it; a click selects its own line.
        model, by_hand = self.model(), event.reason() == Qt.FocusReason.MouseFocusReason
        if model is not None and model.rowCount() and not by_hand and not self.selectionModel().hasSelection():
            self.selectRow(max(self.currentIndex().row(), 0))

    def _on_handle(self, column: int) -> None:
        self._dragged = True
        self.resizeColumnToContents(column)

    def _hover(self, line: int) -> None:
        if line != self._cells.hovered_line:
            self._cells.hovered_line = line
            self.viewport().update()

    def _words(self, line: int, column: int) -> str:
        index: QModelIndex = self.model().index(line, column)
        words = str(index.data(Qt.ItemDataRole.DisplayRole)).replace("\t", " ").replace("\n", " ")
        # A spreadsheet would take these for a formula.
        return f"'{words}" if words[:1] in {"=", "+", "@"} or (words[:1] == "-" and len(words) > 1) else words

    def _squeeze(self, widths: dict[int, int], room: int) -> None:
        """Where even that is too broad: every column goes down towards its title, then the last ones step aside."""
        titles = {at: self._title(self._columns[at]) for at in widths}
        while len(widths) > 1 and sum(titles[at] for at in widths) > room:
            del widths[max(widths)]
        over, give = sum(widths.values()) - room, sum(widths.values()) - sum(titles[at] for at in widths)
        if over > 0 and give > 0:
            for at, width in widths.items():
                widths[at] = width - -(-over * (width - titles[at]) // give)

    def _least(self, column: Column[Any]) -> int:
        return max(theme.px(column.width), self._title(column))

    def _title(self, column: Column[Any]) -> int:
        # The title is never cut, nor the arrow beside it.
        words = QFontMetrics(theme.font(14)).horizontalAdvance(column.title)
        return words + 2 * CELL_PADDING + (theme.px(24) if column.sort else 2)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(theme.ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(theme.px(theme.ROW_HEIGHT))
