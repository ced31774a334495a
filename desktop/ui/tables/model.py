"""The model of a table: a list of ids and a cache of loaded pages. Search and sort are SQL's."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.widgets.chips import Chips

PAGE_ROWS = 200
KEPT_PAGES = 12

T = TypeVar("T")
Cell = str | Chips
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Align(Enum):
    """Where a column's words stand; numbers stand right."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: ``width`` in pixels at normal text size, ``sort`` the key given to the query, "" for none.

    A column with ``stretch`` takes the room that is left; one that is ``spare`` steps aside where there is too little.
    """

    title: str
    value: Callable[[T], Cell]
    width: int
    align: Align = Align.LEFT
    sort: str = ""
    stretch: bool = False
    spare: bool = False


class PagedTableModel(QAbstractTableModel, Generic[T]):
    """Shows the rows of the given ids; ``load_rows`` gets up to 200 ids and returns their rows in the same order."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        load_rows: Callable[[list[int]], Sequence[T]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._load_rows = load_rows
        # Eight bytes a record: a list of 100 000 numbers would take five times as much.
        self._ids = array("q")
        self._pages: OrderedDict[int, list[T]] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the order shown."""
        return self._ids

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns of the same records."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._pages.clear()
        self.endResetModel()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records from now on."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._pages.clear()
        self.endResetModel()

    def reload(self) -> None:
        """Forget loaded rows, because records changed; ids and selection stay."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def id_at(self, line: int) -> int | None:
        """The id in a line."""
        return self._ids[line] if 0 <= line < len(self._ids) else None

    def line_of(self, record_id: int) -> int | None:
        """The line of an id."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def row_at(self, line: int) -> T | None:
        """The row in a line, loaded when needed; None when the record is gone."""
        number, offset = divmod(line, PAGE_ROWS)
        if number not in self._pages:
            start = number * PAGE_ROWS
            self._pages[number] = list(self._load_rows(self._ids[start : start + PAGE_ROWS].tolist()))
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        page = self._pages[number]
        return page[offset] if offset < len(page) else None

    def cell(self, line: int, column: int) -> Cell:
        """What stands in a cell."""
        row = self.row_at(line)
        return "" if row is None else self.columns[column].value(row)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, chips, alignment."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].align.value | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.UserRole:
            return self.cell(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align.value | Qt.AlignmentFlag.AlignVCenter
        return None
