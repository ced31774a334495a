"""Three pictures drawn with the painter: a ring, bars, lines. F6 shows each one's numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.core.scales import nice_top
from desktop.ui.look import theme
from desktop.ui.widgets.numbers import Numbers, NumbersPopover

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class Chart(QWidget):
    """A picture with a name and its numbers."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.heads = name, tuple(heads)
        self.rows: Numbers = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.setToolTip(translate("Chart", "F6 shows the numbers"))

    def set_rows(self, rows: Numbers) -> None:
        """The numbers as words, for the table and for a screen reader."""
        self.rows = tuple(tuple(row) for row in rows)
        self.setAccessibleDescription("; ".join(" ".join(row) for row in self.rows))
        self.update()

    def show_numbers(self) -> NumbersPopover:
        """Open the table of the numbers."""
        popover = NumbersPopover(self.name, self.heads, self.rows, self)
        popover.open_over(self)
        return popover

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 and Enter show the numbers."""
        if event.key() in (Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_numbers()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Enough to be read."""
        return QSize(theme.px(160), theme.px(72))

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(theme.px(260), theme.px(190))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and a ring around it when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw into the area; each picture has its own way."""
        raise NotImplementedError


class RingChart(Chart):
    """A share of a whole, with the number in the middle."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, heads, parent)
        self._share, self._text, self._under = 0.0, "—", ""

    def set_share(self, share: float, text: str, under: str) -> None:
        """Show a share from 0 to 1, the number in words and the counts beneath it."""
        self._share, self._text, self._under = min(max(share, 0.0), 1.0), text, under
        self.update()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """A ring that begins at twelve o'clock."""
        side = min(area.width(), area.height()) - 8
        width = max(side * 0.085, 8.0)
        ring = QRectF(0, 0, side - width, side - width)
        ring.moveCenter(area.center())
        painter.setPen(QPen(theme.color("neutral_tint"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 0, 360 * 16)
        painter.setPen(QPen(theme.color("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))
        painter.setPen(theme.color("ink"))
        big = _fitting(self._text, 34, side * 0.68)
        painter.setFont(theme.font(big, bold=True))
        below = QRectF(ring.left(), area.center().y() + theme.px(12), ring.width(), theme.px(24))
        if not self._has_room(below, ring.width() / 2 - width / 2):
            # On the ring itself they could not be read: the number alone, F6 has the counts.
            painter.drawText(ring, _CENTRE, self._text)
            return
        above = QRectF(ring.left(), area.center().y() - theme.px(34), ring.width(), theme.px(44))
        painter.drawText(above, _CENTRE, self._text)
        painter.setPen(theme.color("secondary"))
        painter.setFont(theme.font(14))
        painter.drawText(below, _CENTRE, self._under)

    def _has_room(self, below: QRectF, inside: float) -> bool:
        """Whether there are counts that stand wholly within the ring, where it is narrower than in its middle."""
        words = QFontMetrics(theme.font(14)).tightBoundingRect(self._under)
        foot = below.height() / 2 + words.height() / 2 + theme.px(12)
        return bool(self._under) and foot < inside and words.width() / 2 < (inside**2 - foot**2) ** 0.5


@dataclass(frozen=True)
class Bar:
    """One bar: what stands under it, how high it is, and whether it is the one in question."""

    label: str
    value: int
    marked: bool = False


class BarChart(Chart):
    """Bars by day; the marked one is today's."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, heads, parent)
        self._bars: tuple[Bar, ...] = ()

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars; their numbers become the table."""
        self._bars = tuple(bars)
        self.set_rows([(bar.label, str(bar.value)) for bar in bars])

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Scale lines, bars, labels; so many labels as there is room for."""
        if not self._bars:
            return
        top = nice_top(max(bar.value for bar in self._bars))
        plot = _draw_scale(painter, area, top)
        step = plot.width() / len(self._bars)
        width = min(step * 0.7, theme.px(40))
        every = _label_step([bar.label for bar in self._bars], step)
        for index, bar in enumerate(self._bars):
            middle = plot.left() + step * (index + 0.5)
            height = plot.height() * bar.value / top
            self._draw_bar(painter, QRectF(middle - width / 2, plot.bottom() - height, width, height), bar)
            if bar.marked or (index % every == 0 and not _near_marked(self._bars, index, every)):
                _draw_label(painter, middle, plot.bottom(), bar.label, bar.marked)

    def _draw_bar(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if bar.marked else "accent_soft"))
        painter.drawRoundedRect(box, 3, 3)
        if bar.marked and bar.value:
            painter.setPen(theme.color("accent"))
            painter.setFont(theme.font(13, bold=True))
            above = QRectF(box.center().x() - theme.px(30), box.top() - theme.px(20), theme.px(60), theme.px(20))
            painter.drawText(above, _CENTRE, str(bar.value))


class LineChart(Chart):
    """A line over months."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, heads, parent)
        self._points: tuple[tuple[str, float], ...] = ()
        self._unit = ""

    def set_points(self, points: Sequence[tuple[str, float]], unit: str = "") -> None:
        """Show these (label, value) points; their numbers become the table."""
        self._points, self._unit = tuple(points), unit
        self.set_rows([(name, f"{value:.12g}{unit}") for name, value in points])

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Scale lines, the line with a dot for each month, the last value in words."""
        if not self._points:
            return
        top = nice_top(max(value for _, value in self._points))
        plot = _draw_scale(painter, area, top)
        step = plot.width() / len(self._points)
        every = _label_step([name for name, _ in self._points], step)
        line = QPolygonF()
        for index, (name, value) in enumerate(self._points):
            middle = plot.left() + step * (index + 0.5)
            line.append(QPointF(middle, plot.bottom() - plot.height() * value / top))
            if (len(self._points) - 1 - index) % every == 0:
                _draw_label(painter, middle, plot.bottom(), name, False)
        painter.setPen(QPen(theme.color("accent"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        painter.setBrush(theme.color("card"))
        for dot in line.toList():
            painter.drawEllipse(dot, 4, 4)


def _draw_scale(painter: QPainter, area: QRectF, top: int) -> QRectF:
    metrics = QFontMetrics(theme.font(13))
    left = metrics.horizontalAdvance(str(top)) + 10
    plot = area.adjusted(left, theme.px(18), -2, -theme.px(24))
    painter.setFont(theme.font(13))
    for part in (0, 0.25, 0.5, 0.75, 1):
        if part in (0.25, 0.75) and (plot.height() < theme.px(140) or top % 4):
            continue
        height = plot.bottom() - plot.height() * part
        painter.setPen(QPen(theme.color("line" if part == 0 else "hairline"), 1))
        painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
        painter.setPen(theme.color("secondary"))
        box = QRectF(area.left(), height - theme.px(10), left - 8, theme.px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{top * part:.12g}")
    return plot


def _draw_label(painter: QPainter, middle: float, bottom: float, words: str, marked: bool) -> None:
    painter.setPen(QColor(theme.color("accent" if marked else "secondary")))
    painter.setFont(theme.font(13, bold=marked))
    painter.drawText(QRectF(middle - theme.px(40), bottom + 4, theme.px(80), theme.px(20)), _CENTRE, words)


def _label_step(labels: Sequence[str], room: float) -> int:
    metrics = QFontMetrics(theme.font(13))
    widest = max(metrics.horizontalAdvance(words) for words in labels) + 8
    return max(1, ceil(widest / room))


def _near_marked(bars: Sequence[Bar], index: int, every: int) -> bool:
    return any(bars[other].marked for other in range(max(0, index - every + 1), min(len(bars), index + every)))


def _fitting(words: str, size: float, room: float) -> float:
    width = QFontMetrics(theme.font(size, bold=True)).horizontalAdvance(words)
    return size if width <= room else max(size * room / width, 12)
