"""A table whose cells are typed in place: any key begins, Enter and the arrows take it and go on, Esc leaves it.

What was refused stays in its cell, marked, with its sentence, until it is typed anew or left with Esc.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.look import theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
# Of a line and a column, what was typed: the sentence of a refusal, "" where it was taken.
Put = Callable[[int, int, str], str]
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
}


_FEW = 7


@dataclass(frozen=True)
class GridLine:
    """A line: its head at the left, the cells that are typed, and what stands behind them."""

    id: int
    head: str
    cells: Sequence[str]
    behind: Sequence[str] = ()


class GridModel(QAbstractTableModel):
    """The lines, and what was typed and refused by (id, column)."""

    def __init__(self, put: Put, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._put = put
        self.lines: list[GridLine] = []
        self.heads: list[str] = []
        self.refused: dict[tuple[int, int], tuple[str, str]] = {}

    def show(self, heads: Sequence[str], lines: Sequence[GridLine]) -> None:
        """Show these lines; the same people in the same columns keep their places."""
        same = list(heads) == self.heads and [one.id for one in lines] == [one.id for one in self.lines]
        if same:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(heads) - 1))
            return
        self.beginResetModel()
        self.heads, self.lines = list(heads), list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words in the middle; what was refused on its own ground, with the sentence."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        refused = self.refused.get((line.id, column))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            every = (*line.cells, *line.behind)
            return refused[0] if refused else every[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return refused[1] if refused else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            typed = column < len(line.cells)
            side = Qt.AlignmentFlag.AlignHCenter if typed else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and refused:
            return theme.color("danger_tint")
        if role == Qt.ItemDataRole.ForegroundRole and refused:
            return theme.color("danger")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The days above, the people at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.heads[section] if section < len(self.heads) else None
        return self.lines[section].head if section < len(self.lines) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells are typed, what stands behind them is not."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.isValid() and index.column() < len(self.lines[index.row()].cells)
        return plain | Qt.ItemFlag.ItemIsEditable if typed else plain

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what is refused stays in the cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line, column, text = self.lines[index.row()], index.column(), str(value).strip()
        place = line.id, column
        if text == line.cells[column] and place not in self.refused:
            return True
        said = self._put(line.id, column, text)
        self.refused.pop(place, None)
        if said:
            self.refused[place] = text, said
        self.dataChanged.emit(index, index)
        return not said


class _CellEditor(QStyledItemDelegate):
    """One line in the cell; Enter and ↑↓ take it and say where to go on."""

    moved = Signal(int, int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a line around the current one; what was refused keeps its ground there too."""
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if index.data(Qt.ItemDataRole.BackgroundRole) is not None:
            option.state = state & ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        super().paint(painter, option, index)
        if state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2))  # type: ignore[attr-defined]
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain field without a frame."""
        made = QLineEdit(parent)
        made.setFrame(False)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setStyleSheet(f"padding: 0; min-height: 0; border: 2px solid {theme.color('focus').name()};")
        return made

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell's own place."""
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and the arrows up and down take what is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*move)
                return True
        return super().eventFilter(editor, event)


class CellGrid(QTableView):
    """The table; ``left`` says that Esc was pressed where nothing is typed or refused."""

    left = Signal()

    def __init__(self, name: str, put: Put, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel(put, self)
        self._size = 0
        self._editor = _CellEditor(self)
        self.setModel(self.cells)
        self.setItemDelegate(self._editor)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionsClickable(False)
            head.setHighlightSections(True)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 4px 2px; }")
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._editor.moved.connect(self._go)
        self._dress()

    def show_lines(self, heads: Sequence[str], lines: Sequence[GridLine]) -> None:
        """Show these lines; the current cell stays current where it still is."""
        current = self.currentIndex()
        was = self._place() if current.isValid() else None
        self.cells.show(heads, lines)
        self._fit()
        if was is not None and not self.currentIndex().isValid():
            at = next((number for number, one in enumerate(lines) if one.id == was[0]), -1)
            if at >= 0 and was[1] < len(heads):
                self.setCurrentIndex(self.cells.index(at, was[1]))

    def go_to(self, line_id: int, column: int) -> None:
        """Make a cell current."""
        at = next((number for number, one in enumerate(self.cells.lines) if one.id == line_id), -1)
        if at >= 0:
            self.setCurrentIndex(self.cells.index(at, column))

    def event(self, event: QEvent) -> bool:
        """Esc over what was refused belongs to the cell, not to the page around it."""
        asked = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if asked is not None and asked.key() == Qt.Key.Key_Escape and self._place() in self.cells.refused:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties, Esc leaves what was refused and then the table; other keys type."""
        index, key = self.currentIndex(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._go(1, 0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            if self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.cells.setData(index, "")
        elif key == Qt.Key.Key_Escape:
            if self.cells.refused.pop(self._place(), None) is None:
                self.left.emit()
            else:
                self.cells.dataChanged.emit(index, index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        # Its own sheet changes the style too.
        if event.type() == QEvent.Type.StyleChange and self._size != theme.px(theme.ROW_HEIGHT):
            self._dress()
            self._fit()

    def _place(self) -> tuple[int, int]:
        index = self.currentIndex()
        return (self.cells.lines[index.row()].id, index.column()) if index.isValid() else (0, 0)

    def _go(self, down: int, right: int) -> None:
        at = self.currentIndex()
        following = self.cells.index(at.row() + down, at.column() + right)
        if following.isValid():
            self.setCurrentIndex(following)

    def _fit(self) -> None:
        typed = len(self.cells.lines[0].cells) if self.cells.lines else 0
        # A few columns may be as wide as their heads; a month's stand as close as their marks let them.
        least = theme.px(40) if typed > _FEW else theme.px(84)
        for column in range(len(self.cells.heads)):
            asked = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            room = max(asked + theme.px(8), least if column < typed else theme.px(84))
            self.setColumnWidth(column, room)

    def _dress(self) -> None:
        self._size = theme.px(theme.ROW_HEIGHT)
        self.setFont(theme.font())
        self.setStyleSheet(f"QTableView {{ gridline-color: {theme.color('hairline').name()}; }}")
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.horizontalHeader().setFixedHeight(theme.px(theme.ROW_HEIGHT))
