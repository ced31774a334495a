"""The furniture of every page: a table of records with totals beneath and words where there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import SIGNAL, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.tables.model import Column, PagedTableModel
from desktop.ui.tables.view import LineView
from desktop.ui.widgets.cards import Card, EmptyState
from desktop.ui.widgets.labels import label

T = TypeVar("T")
_NOWHERE = QModelIndex()


class RecordTable(Card, Generic[T]):
    """A card with a table.

    ``row_activated`` (Enter, double click) and ``current_changed`` carry an id (or None), ``sort_changed`` the
    column's sort key and whether descending, ``left`` says that Esc was pressed.
    """

    row_activated = Signal(int)
    current_changed = Signal(object)
    sort_changed = Signal(str, bool)
    left = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        load_rows: Callable[[list[int]], Sequence[T]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.model: PagedTableModel[T] = PagedTableModel(columns, load_rows, self)
        self.view = LineView(columns, self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(name)
        self.empty = EmptyState()
        self._count = label(role="small")
        self._totals = label(role="small", wrap=True)
        self._hint = label(role="small")
        self._own_keys = ""
        self._sort = ("", False)
        # Qt tells of the current line before it marks or unmarks it, so that is looked at afterwards.
        self._moved = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._build()
        self._connect()
        self._show_count()

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns; the current record stays current."""
        current = self.current_id()
        self.model.set_columns(columns)
        self.view.set_columns(columns)
        self.set_sort(*self._sort)
        if current is not None:
            self.select_id(current)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records; the current one stays current when it is among them."""
        current = self.current_id()
        self.model.set_ids(ids)
        if current is not None:
            self.select_id(current)
        self._stack.setCurrentIndex(0 if ids else 1)
        self._show_count()
        if current is not None and self.current_id() is None:
            self.current_changed.emit(None)

    def reload(self) -> None:
        """Load rows anew, because records changed."""
        self.model.reload()

    def current_id(self) -> int | None:
        """The id of the current line."""
        index = self.view.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else None

    def current_row(self) -> T | None:
        """The row of the current line."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """The ids of all selected lines, from top to bottom."""
        lines = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.ids[line] for line in lines]

    def select_id(self, record_id: int) -> bool:
        """Make a record current and scroll to it; False when it is not in the table."""
        line = self.model.line_of(record_id)
        if line is None:
            return False
        index = self.model.index(line, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)
        return True

    def set_totals(self, text: str) -> None:
        """Words with the totals of what is listed, beneath the table."""
        self._totals.setText(text)
        self._totals.setVisible(bool(text))
        self._show_hint()

    def set_keys(self, text: str) -> None:
        """Name the keys of this table beneath it, where they are more than those of others, or do something else."""
        self._own_keys = text
        self._show_hint()

    def keys_said(self) -> str:
        """The keys named beneath the table: its own, else those to which somebody listens."""
        if self._own_keys:
            return self._own_keys
        said = [translate("RecordTable", "↑↓ choose")]
        if self.receivers(SIGNAL("row_activated(int)")):
            said.append(translate("RecordTable", "Enter open"))
        if self.receivers(SIGNAL("left()")):
            said.append(translate("RecordTable", "Esc search"))
        return "   ".join(said)

    def set_empty(self, title: str, hint: str, icon: str = "search") -> None:
        """What to say when no record is listed."""
        self.empty.set(title, hint, icon)

    def set_sort(self, key: str, descending: bool) -> None:
        """Show by which column the records are sorted."""
        self._sort = (key, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        section = next((at for at, column in enumerate(self.model.columns) if column.sort == key and key), -1)
        head = self.view.horizontalHeader()
        head.setSortIndicatorShown(section >= 0)
        head.setSortIndicator(section, order)

    def take_keyboard(self) -> None:
        """The lines; where there are none the table itself, so that Esc still leaves."""
        place: QWidget = self.view if self.model.ids else self
        place.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a table without lines too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is room for the keys."""
        super().resizeEvent(event)
        self._show_hint()

    def _build(self) -> None:
        self.body.setContentsMargins(6, 4, 6, 8)
        self.body.setSpacing(4)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.body.addWidget(holder, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 2)
        foot.setSpacing(20)
        foot.addWidget(self._count)
        foot.addWidget(self._totals, 1)
        self._totals.hide()
        # The keys are a courtesy: they never make the table wider, and go where there is no room for all of them.
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self._hint, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.view.opened.connect(self._on_opened)
        self.view.left.connect(self.left)
        self.view.horizontalHeader().sectionClicked.connect(self._on_head)
        chosen = self.view.selectionModel()
        chosen.currentRowChanged.connect(self._on_current)
        chosen.selectionChanged.connect(self._on_marked)

    def _show_count(self) -> None:
        self._count.setText(translate("RecordTable", "{count} in all").format(count=f"{len(self.model.ids):,}"))
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.setText(self.keys_said())
        # One that was never shown does not know yet how large its words are.
        self._hint.ensurePolished()
        # Margins and gaps; the totals, where there are any, share what is left.
        room = self.width() - self._count.sizeHint().width() - 100
        room = room // 2 if not self._totals.isHidden() else room
        self._hint.setVisible(bool(self.model.ids) and self._hint.sizeHint().width() <= room)

    def _on_opened(self, line: int) -> None:
        record_id = self.model.id_at(line)
        if record_id is not None:
            self.row_activated.emit(record_id)

    def _on_current(self) -> None:
        self._moved = True
        self._settling.start()
        self.current_changed.emit(self.current_id())

    def _on_marked(self, _marked: QItemSelection, unmarked: QItemSelection) -> None:
        if unmarked.contains(self.view.currentIndex()):
            self._moved = False
        self._settling.start()

    def _settle(self) -> None:
        """The current line, which a panel shows and acts on, is a marked one: what is seen is what is meant."""
        chosen, current = self.view.selectionModel(), self.view.currentIndex()
        moved, self._moved = self._moved, False
        if not current.isValid() or chosen.isRowSelected(current.row(), _NOWHERE):
            return
        flags = QItemSelectionModel.SelectionFlag
        marked = [index.row() for index in chosen.selectedRows()]
        if moved or not marked:
            chosen.select(current, flags.Select | flags.Rows)
            return
        # It was unmarked by hand while others stay marked.
        nearest = min(marked, key=lambda line: abs(line - current.row()))
        chosen.setCurrentIndex(self.model.index(nearest, 0), flags.NoUpdate)

    def _on_head(self, section: int) -> None:
        key = self.model.columns[section].sort
        if not key:
            self.set_sort(*self._sort)
            return
        descending = self._sort == (key, False)
        self.set_sort(key, descending)
        self.sort_changed.emit(key, descending)
