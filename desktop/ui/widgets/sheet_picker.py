"""A label sheet in small: where printing begins on one that is partly used."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet
from desktop.ui.look import theme


class SheetPicker(QWidget):
    """Paints the cells of a sheet; a click or the arrow keys choose the first one to print on.

    ``chosen`` carries the cell, counted from 1.
    """

    chosen = Signal(int)

    def __init__(self, sheet: LabelSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._cell, self._count = sheet, 1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._tell()

    @property
    def cell(self) -> int:
        """The first cell to print on."""
        return self._cell

    def set_sheet(self, sheet: LabelSheet) -> None:
        """Show another layout, from its first cell."""
        self._sheet = sheet
        self.set_cell(1)

    def set_count(self, count: int) -> None:
        """How many labels there are to print."""
        self._count = count
        self.update()

    def set_cell(self, cell: int) -> None:
        """Begin there."""
        self._cell = min(max(cell, 1), self._sheet.cells)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Upright like the sheet."""
        return QSize(theme.px(240), theme.px(330))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, its cells, those that will be printed on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.color("card"))
        painter.drawRect(self._paper())
        for cell in range(1, self._sheet.cells + 1):
            taken = cell < self._cell
            printed = not taken and cell < self._cell + self._count
            painter.setBrush(theme.color("neutral_tint" if taken else "accent_tint" if printed else "card"))
            painter.setPen(QPen(theme.color("accent" if cell == self._cell else "hairline"), 2))
            painter.drawRect(self._box(cell))
            if cell == self._cell or printed:
                painter.setPen(theme.color("accent"))
                painter.setFont(theme.font(13, bold=cell == self._cell))
                painter.drawText(self._box(cell), int(Qt.AlignmentFlag.AlignCenter), str(cell))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a cell begins there."""
        place = QPointF(event.position())
        found = next((cell for cell in range(1, self._sheet.cells + 1) if self._box(cell).contains(place)), None)
        if found is not None:
            self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go by cells."""
        across = self._sheet.columns
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: across, Qt.Key.Key_Up: -across}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 1 <= self._cell + step <= self._sheet.cells:
            self._choose(self._cell + step)

    def _choose(self, cell: int) -> None:
        self.set_cell(cell)
        self.chosen.emit(cell)

    def _tell(self) -> None:
        self.setAccessibleName(translate("SheetPicker", "First label: {cell}").format(cell=self._cell))

    def _scale(self) -> float:
        width, height = self._sheet.page
        return min((self.width() - 8) / width, (self.height() - 8) / height)

    def _paper(self) -> QRectF:
        scale = self._scale()
        width, height = self._sheet.page[0] * scale, self._sheet.page[1] * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _box(self, cell: int) -> QRectF:
        scale, paper = self._scale(), self._paper()
        left, top = self._sheet.place(cell - 1)
        width, height = self._sheet.label
        box = QRectF(paper.left() + left * scale, paper.top() + top * scale, width * scale, height * scale)
        return box.adjusted(1.5, 1.5, -1.5, -1.5)
