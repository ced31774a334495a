"""The head of the due board: how far the month is, and the four sections with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.core.rates import percent_text
from desktop.services.visits.roster import DueCounts
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.pages.visits.due_words import SECTION_TONES, section_words
from desktop.ui.widgets.charts import RingChart

_HIGH = 118
# On a low or narrow screen: one line, and the numbers of the ring in the roster's tab only.
_LOW, _LOW_NUMBER = 44, 20
_LOW_SCREEN, _TILE_LEAST = 640, 120
_SIGNED = frozenset({Tone.OK, Tone.ATTENTION, Tone.DANGER})


class SectionTile(QAbstractButton):
    """One section: sign, word, how many."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self.count = tone, 0
        self._low = False
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The arrow keys of the list lead here; a click leaves the keyboard in the list.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many people stand there."""
        self.count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def set_low(self, low: bool) -> None:
        """The number beside the word instead of beneath it, on a small screen."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Word and number with room around them."""
        words = QFontMetrics(theme.font(15, bold=True)).horizontalAdvance(self.text())
        if self._low:
            number = QFontMetrics(theme.font(_LOW_NUMBER, bold=True)).horizontalAdvance(str(self.count))
            return QSize(words + number + theme.px(50), theme.px(_LOW))
        return QSize(words + theme.px(56), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; the open section has a tinted ground and a bar beneath."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._tone if self.count else Tone.NEUTRAL
        hue, tint = theme.tone_colors(tone)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(hue if self.isChecked() else theme.color("hairline"), 2 if self.isChecked() else 1))
        painter.setBrush(tint if self.isChecked() else theme.color("card"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
        edge = theme.px(10 if self._low else 16)
        upper = box if self._low else QRectF(0, theme.px(12), self.width(), theme.px(28))
        left, size = edge, theme.px(18) if tone in _SIGNED else 0
        if size:
            painter.drawPixmap(left, round(upper.center().y() - size / 2), icons.tone_pixmap(tone, size))
            left += size + theme.px(6)
        painter.setPen(hue)
        painter.setFont(theme.font(15, bold=self.isChecked()))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignLeft | middle), self.text())
        painter.setFont(theme.font(_LOW_NUMBER if self._low else 34, bold=True))
        lower = upper if self._low else QRectF(0, theme.px(46), self.width(), theme.px(56))
        side = Qt.AlignmentFlag.AlignRight if self._low else Qt.AlignmentFlag.AlignLeft
        painter.drawText(lower.adjusted(edge, 0, -edge, 0), int(side | middle), str(self.count))
        painter.end()


class SectionBar(QWidget):
    """Ring and sections side by side; ``chosen`` carries a section's key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("DueBoard", "Sections"))
        self.ring = RingChart(
            translate("DueBoard", "Visits this month"), (translate("DueBoard", "What"), translate("DueBoard", "People"))
        )
        self.tiles = {key: SectionTile(words, SECTION_TONES[key]) for key, words in section_words().items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.ring)
        for key, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            row.addWidget(tile, 1)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where the list beneath would get too little."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        broad = self.ring.width() + sum(theme.px(_TILE_LEAST) for _one in self.tiles)
        low = self.window().height() < theme.px(_LOW_SCREEN) or self.width() < broad
        self.ring.setHidden(low)
        for tile in self.tiles.values():
            tile.set_low(low)

    def show_section(self, key: str) -> None:
        """Mark the open section."""
        self.tiles[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, int], progress: DueCounts) -> None:
        """How many stand in each section, and how far the month is."""
        for key, tile in self.tiles.items():
            tile.set_count(counts[key])
        whole = progress.required - progress.excused
        text = percent_text(progress.visited, whole)
        share = progress.visited / whole if whole > 0 else 0.0
        self.ring.set_share(share, text, f"{progress.visited} / {whole}")
        self.ring.set_rows(
            [
                (translate("DueBoard", "On the roster"), str(progress.required)),
                (translate("DueBoard", "Visited"), str(progress.visited)),
                (translate("DueBoard", "Excused"), str(progress.excused)),
                (translate("DueBoard", "Not visited"), str(progress.unvisited)),
                (translate("DueBoard", "of these tried in vain"), str(progress.attempted)),
                (translate("DueBoard", "Days left"), str(progress.days_left)),
            ]
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "ring"):
            self._dress()

    def _dress(self) -> None:
        self.ring.setFixedSize(theme.px(132), theme.px(_HIGH))
        self._arrange()
