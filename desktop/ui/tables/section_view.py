"""The tables of a report on the screen: key figures as tiles, every table with its picture, totals and rule note."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.core.document import PERCENT
from desktop.core.i18n import translate
from desktop.ui.look import theme
from desktop.ui.tables.delegate import CELL_PADDING
from desktop.ui.tables.model import Align, Column, PagedTableModel
from desktop.ui.tables.view import LineView
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.charts import LineChart
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.menus import add_line, menu_of, popup
from desktop.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from desktop.core.document import Chart, Section

_ALIGNS = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}
_WIDEST = 280
_MEASURED_ROWS = 150
_NAME = 130
_TILE = 165
_PICTURE = 130
_DASH = "—"

Cells = tuple[str, ...]


def key_figures(section: Section) -> list[tuple[str, str]]:
    """(caption, value) of the first table: its only row, or the totals of many."""
    titles = [column.title for column in section.columns]
    if len(section.rows) == 1:
        return list(zip(titles, _words(section.rows[0]), strict=True))
    if section.totals is None:
        return []
    return list(zip(titles, _words(section.totals), strict=True))[1:]


class FigureTiles(QWidget):
    """Numbers that one can read from afar, as many side by side as there is room for.

    Those that open take the keyboard: ``opened`` carries the place of one on Enter, a click or from its menu.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[_Tile] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def set_figures(self, figures: Sequence[tuple[str, str]], opening: Container[int] = ()) -> None:
        """Show these (caption, value) pairs; those at the places ``opening`` can be opened."""
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = [_Tile(*figure, at in opening) for at, figure in enumerate(figures)]
        for at, tile in enumerate(self._tiles):
            tile.opened.connect(lambda at=at: self.opened.emit(at))
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fewer side by side where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to let the page decide."""
        return QSize(theme.px(_TILE), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        across = max(1, self.width() // theme.px(_TILE))
        if across == self._across:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for index, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, index // across, index % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)


class SectionView(QWidget):
    """One table of a report; the totals are its last line. ``opened`` carries a line and the column one stands in."""

    opened = Signal(int, int)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lines = [_words(row) for row in section.rows]
        if self._lines and section.totals is not None:
            self._lines.append(_words(section.totals))
        if section.chart is not None and any(value is not None for value in section.chart.values):
            column.addWidget(_picture(section.title, section.chart))
        if self._lines:
            column.addWidget(self._table(section), 1)
        else:
            empty = translate("Reports", "Nothing to list")
            hint = translate("Reports", "The month has no record for this table.")
            column.addWidget(EmptyState(empty, hint, "table"), 1)
        if section.note:
            column.addWidget(label(section.note, "small", wrap=True))

    def _table(self, section: Section) -> LineView:
        columns = [_column(section, at, self._lines) for at in range(len(section.columns))]
        self.model = PagedTableModel(columns, lambda ids: [self._lines[at] for at in ids], self)
        self.view = LineView(columns)
        self.view.setModel(self.model)
        self.view.setAccessibleName(section.title)
        self.model.set_ids(range(len(self._lines)))
        self.view.opened.connect(lambda line: self.opened.emit(line, self.view.currentIndex().column()))
        return self.view


def _picture(title: str, chart: Chart) -> LineChart:
    made = LineChart(title, ("", ""))
    points = [
        (label, float(value)) for label, value in zip(chart.labels, chart.values, strict=True) if value is not None
    ]
    made.set_points(points, PERCENT if chart.unit == PERCENT else "")
    # Its numbers are the table beneath: the keyboard has nothing to do here.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setToolTip("")
    made.setFixedHeight(theme.px(_PICTURE))
    return made


class Overview(Scrolled):
    """The key figures of a report with their rule note; ``opened`` carries the line and column of one."""

    opened = Signal(int, int)

    def __init__(self, section: Section, opening: Container[int] = (), parent: QWidget | None = None) -> None:
        inner = QWidget()
        super().__init__(inner, parent)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(14)
        self.tiles = FigureTiles()
        # Of many lines the totals are shown, without their first word.
        line = shown_line(section)
        first = 1 if line else 0
        figures = key_figures(section)
        self.tiles.set_figures(figures, [at for at in range(len(figures)) if at + first in opening])
        self.tiles.opened.connect(lambda at: self.opened.emit(line, at + first))
        column.addWidget(self.tiles)
        column.addWidget(label(section.note, "secondary", wrap=True))
        column.addStretch(1)


def shown_line(section: Section) -> int:
    """Which line the key figures of a table are: its only one, or the totals behind the last."""
    return 0 if len(section.rows) == 1 else len(section.rows)


class _Tile(QFrame):
    """One number with its caption; Enter and a click open it where something stands behind it."""

    opened = Signal()

    def __init__(self, caption: str, value: str, opens: bool) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setProperty("tone", "neutral")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(0)
        column.addWidget(label(caption, "secondary", wrap=True))
        column.addStretch(1)
        column.addWidget(label(value, "title"))
        self.setAccessibleName(f"{caption} {value}")
        self._opens = opens
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(translate("Reports", "Who and what makes this number (Enter)"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        if self._opens and event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the number."""
        menu = menu_of(self)
        if self._opens:
            words = translate("Reports", "Who and what makes this number")
            add_line(menu, words, "Enter").triggered.connect(lambda: self.opened.emit())
        popup(menu, event.globalPos())


def _words(row: Sequence[object]) -> Cells:
    return tuple(_DASH if cell is None else str(cell) for cell in row)


def _column(section: Section, at: int, lines: Sequence[Cells]) -> Column[Cells]:
    metrics = QFontMetrics(theme.font())
    title = section.columns[at].title
    texts = [title, *(line[at] for line in lines[:_MEASURED_ROWS])]
    widest = max(metrics.horizontalAdvance(text) for text in texts)
    wanted = round(widest * theme.TextSize.NORMAL / theme.text_size()) + 2 * CELL_PADDING + 6
    align = _ALIGNS[section.columns[at].align]
    # Addresses and remarks may be cut a little, names and figures never.
    stretch = align is Align.LEFT and wanted > _NAME
    return Column(title, lambda line: line[at], min(wanted, _WIDEST), align, stretch=stretch)
