"""The first rows of a sheet as they stand, with the row of headings marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.core.i18n import translate
from desktop.importing.book.inspection import column_letters
from desktop.ui.look import theme

_NO_INDEX = QModelIndex()
_ROOM = 230
_LINE_HEIGHT = 28
_WIDEST = 220
Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """Texts by line and column; ``heads`` are the lines (from 0) of the headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[str]] = ()
        self._heads: range = range(0)
        self._words: dict[int, str] = {}
        self._width = 0

    def show(self, rows: Sequence[Sequence[str]], heads: range, words: dict[int, str]) -> None:
        """Show these lines; ``words`` says as what a column is read."""
        self.beginResetModel()
        self._rows, self._heads, self._words = rows, heads, words
        self._width = max((len(row) for row in rows), default=0)
        self.endResetModel()

    def room(self, column: int) -> int:
        """How wide a column needs to be; titles above the headings may run over."""
        metrics = QFontMetrics(theme.font(14, bold=True))
        texts = [row[column] for row in self._rows[self._heads.start :] if column < len(row)]
        widest = max(map(metrics.horizontalAdvance, [self._head(column), *texts]))
        return max(widest + theme.px(26), theme.px(56))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The lines that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The columns of the widest line."""
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; the headings stand out, what is above them is pale."""
        line = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[line]
            return row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.BackgroundRole and line in self._heads:
            return theme.color("accent_tint")
        if role == Qt.ItemDataRole.ForegroundRole and line < self._heads.start:
            return theme.color("secondary")
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(14, bold=line in self._heads)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Line numbers, and letters with what the column is read as."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._head(section)

    def _head(self, column: int) -> str:
        return f"{column_letters(column + 1)} {self._words.get(column, '')}".strip()


class SheetPreview(QTableView):
    """A small table to look at; it takes no keyboard, the list of columns leads it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = PreviewModel(self)
        self.setModel(self.sheet)
        self.setAccessibleName(translate("ImportWizard", "First lines of the sheet"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress()

    def show_rows(self, rows: Sequence[Sequence[str]], heads: range, words: dict[int, str]) -> None:
        """Show these lines from the headings on."""
        self.sheet.show(rows, heads, words)
        self._fit()
        above = max(heads.start - 1, 0)
        if above < len(rows):
            self.scrollTo(self.sheet.index(above, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def show_column(self, column: int) -> None:
        """Mark a column and bring it into sight."""
        if 0 <= column < self.sheet.columnCount() and self.sheet.rowCount():
            self.selectColumn(column)
            line = max(self.rowAt(1), 0)
            self.scrollTo(self.sheet.index(line, column))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "sheet"):
            self._dress()

    def _dress(self) -> None:
        height = theme.px(_LINE_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumWidth(theme.px(44))
        self.verticalHeader().setStyleSheet("QHeaderView::section { padding: 0 8px; font-weight: 400; border: 0; }")
        self.horizontalHeader().setFixedHeight(theme.px(38))
        # Larger text shows fewer lines, not a higher preview: the columns below need the room.
        lines = max((_ROOM - theme.px(52)) // height, 3)
        self.setFixedHeight(theme.px(52) + lines * height)
        self._fit()

    def _fit(self) -> None:
        for at in range(self.sheet.columnCount()):
            self.setColumnWidth(at, min(self.sheet.room(at), theme.px(_WIDEST)))
