"""A line of the home page: a chip, what it is about, and the way there by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.look import icons, theme
from desktop.ui.widgets.chips import ChipSpec, chip_height, chip_width, paint_chip
from desktop.ui.widgets.labels import label

_HIGH = 38
_PAD = 8


@dataclass(frozen=True)
class LineSpec:
    """What a line says and what opening it does."""

    chip: ChipSpec
    text: str
    open: Callable[[], object]


class Line(QAbstractButton):
    """One line; Enter, Space and a click open it, arrows go to its neighbours."""

    def __init__(self, spec: LineSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setText(spec.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{spec.chip.text} {spec.text}")
        self.setToolTip(spec.text)
        self.clicked.connect(lambda: spec.open())

    def sizeHint(self) -> QSize:
        """As high as a finger needs."""
        return QSize(theme.px(240), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The words are cut with a tool tip where it is narrow."""
        return QSize(theme.px(140), theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up and down go on."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chip, words, arrow, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        paint_chip(painter, QPointF(_PAD, (self.height() - chip_height()) / 2), self.spec.chip)
        arrow = theme.px(16)
        left = _PAD + chip_width(self.spec.chip) + theme.px(10)
        room = self.width() - left - arrow - 2 * _PAD
        painter.setFont(theme.font())
        painter.setPen(theme.color("ink"))
        words = QFontMetrics(theme.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.drawPixmap(
            self.width() - arrow - _PAD, (self.height() - arrow) // 2, icons.pixmap("chevron-right", "secondary", arrow)
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(box, 6, 6)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class LineList(QWidget):
    """Lines beneath each other, or a word when there is none."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._nothing = label(nothing, "secondary", wrap=True)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self.lines: list[Line] = []

    def set_nothing(self, words: str) -> None:
        """What stands where there is no line."""
        self._nothing.setText(words)

    def show_lines(self, specs: Sequence[LineSpec]) -> None:
        """Show these lines; the keyboard stays in the same place."""
        focused = next((at for at, line in enumerate(self.lines) if line.hasFocus()), None)
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [Line(spec) for spec in specs]
        for at, line in enumerate(self.lines):
            self._column.insertWidget(at, line)
        self._nothing.setVisible(not specs)
        if focused is not None and self.lines:
            self.lines[min(focused, len(self.lines) - 1)].setFocus()
