"""A label sheet in small, at its true proportions: the paper, its labels, and the code on each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.label_sheets import CODE, QUIET, SLACK, LabelSheet
from desktop.ui.look import theme

_EDGE = 4


class SheetPicture(QWidget):
    """Paints a sheet; what lies beyond the paper stands out. Without a sheet it is empty paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: LabelSheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def sheet(self) -> LabelSheet | None:
        """What is painted."""
        return self._sheet

    def set_sheet(self, sheet: LabelSheet | None) -> None:
        """Paint another one."""
        self._sheet = sheet
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a few lines of a form."""
        return QSize(theme.px(240), theme.px(190))

    def minimumSizeHint(self) -> QSize:
        """On a low screen still to be made out."""
        return QSize(theme.px(120), theme.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, each label, its code."""
        sheet = self._sheet
        if sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRect(self._box(sheet, (0, 0), sheet.page))
        for cell in range(sheet.cells):
            left, top = sheet.place(cell)
            within = left + sheet.label[0] <= sheet.page[0] + SLACK and top + sheet.label[1] <= sheet.page[1] + SLACK
            tone = "accent" if within else "danger"
            painter.setPen(QPen(theme.color(tone), 1))
            painter.setBrush(theme.color(f"{tone}_tint"))
            painter.drawRect(self._box(sheet, (left, top), sheet.label))
            inset, side = max(sheet.padding[0], QUIET * sheet.module), CODE * sheet.module
            if side:
                painter.setBrush(theme.color(tone))
                painter.drawRect(self._box(sheet, (left + inset, top + inset), (side, side)))
        painter.end()

    def _box(self, sheet: LabelSheet, at: tuple[float, float], size: tuple[float, float]) -> QRectF:
        """A place of the sheet on the widget; labels beyond the paper are in sight too."""
        wide, high = (max(side, far) for side, far in zip(sheet.page, sheet.extent, strict=True))
        scale = min((self.width() - 2 * _EDGE) / wide, (self.height() - 2 * _EDGE) / high)
        left, top = (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2
        return QRectF(left + at[0] * scale, top + at[1] * scale, size[0] * scale, size[1] * scale)
