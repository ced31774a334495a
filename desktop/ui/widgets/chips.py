"""Chips: a word on a coloured ground, with the sign of its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone

_SIGNED = {Tone.OK, Tone.ATTENTION, Tone.DANGER}


@dataclass(frozen=True)
class ChipSpec:
    """A word and the state that its colour and sign stand for."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class Chips:
    """Several chips as the value of a table cell."""

    chips: tuple[ChipSpec, ...]

    def __str__(self) -> str:
        return "、".join(chip.text for chip in self.chips)


def chip_height() -> int:
    """The height of every chip at the text size in use."""
    return theme.px(24)


def chip_width(spec: ChipSpec) -> int:
    """How wide a chip is with its sign."""
    words = QFontMetrics(theme.font(13)).horizontalAdvance(spec.text)
    return words + theme.px(20) + (theme.px(17) if spec.tone in _SIGNED else 0)


def paint_chip(painter: QPainter, corner: QPointF, spec: ChipSpec) -> int:
    """Paint a chip with its left upper corner there; returns its width."""
    width, height = chip_width(spec), chip_height()
    text_color, ground = theme.tone_colors(spec.tone)
    box = QRectF(corner.x(), corner.y(), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(text_color) if theme.is_contrast() else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, height / 2, height / 2)
    left = corner.x() + theme.px(10)
    if spec.tone in _SIGNED:
        sign = theme.px(14)
        place = QPointF(left - theme.px(2), corner.y() + (height - sign) / 2)
        painter.drawPixmap(place, icons.tone_pixmap(spec.tone, sign))
        left += theme.px(15)
    painter.setPen(text_color)
    painter.setFont(theme.font(13))
    painter.drawText(QRectF(left, corner.y(), width, height), int(Qt.AlignmentFlag.AlignVCenter), spec.text)
    painter.restore()
    return width


def paint_chips(painter: QPainter, area: QRectF, chips: Sequence[ChipSpec]) -> bool:
    """Paint chips side by side; what does not fit becomes a number. Returns whether all fitted."""
    left, top = area.left(), area.center().y() - chip_height() / 2
    gap = theme.px(6)
    for index, spec in enumerate(chips):
        rest = ChipSpec(f"+{len(chips) - index}")
        needed = chip_width(spec) + (gap + chip_width(rest) if index < len(chips) - 1 else 0)
        alone = index == len(chips) - 1
        if left + (chip_width(spec) if alone else needed) > area.right() and not (alone and index == 0):
            paint_chip(painter, QPointF(left, top), rest)
            return False
        if alone and index == 0 and chip_width(spec) > area.width():
            paint_chip(painter, QPointF(left, top), _shortened(spec, int(area.width())))
            return False
        left += paint_chip(painter, QPointF(left, top), spec) + gap
    return True


def _shortened(spec: ChipSpec, width: int) -> ChipSpec:
    """A chip of that width, its word cut with a sign."""
    room = width - chip_width(ChipSpec("", spec.tone))
    words = QFontMetrics(theme.font(13)).elidedText(spec.text, Qt.TextElideMode.ElideRight, room)
    return ChipSpec(words, spec.tone)


class Chip(QWidget):
    """A chip of its own."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = ChipSpec(text, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self.spec = ChipSpec(text, tone)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the word and its sign."""
        return QSize(chip_width(self.spec), chip_height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self.spec)
        painter.end()


class ChipRow(QWidget):
    """Chips side by side, as many as fit."""

    def __init__(self, chips: Sequence[ChipSpec] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = tuple(chips)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chips(self, chips: Sequence[ChipSpec]) -> None:
        """Show these chips."""
        self._chips = tuple(chips)
        self.setAccessibleName(str(Chips(self._chips)))
        self.setToolTip(str(Chips(self._chips)))
        self.setVisible(bool(self._chips))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all chips."""
        return QSize(sum(chip_width(chip) + theme.px(6) for chip in self._chips), chip_height())

    def minimumSizeHint(self) -> QSize:
        """Room for one chip."""
        return QSize(theme.px(60), chip_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips."""
        painter = QPainter(self)
        paint_chips(painter, QRectF(self.rect()), self._chips)
        painter.end()
