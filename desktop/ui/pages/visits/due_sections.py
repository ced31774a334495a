"""The head of the due board: how far the month is, and the four sections with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.core.rates import percent_text
from desktop.services.visits.roster import DueCounts
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.pages.visits.due_words import SECTION_TONES, section_words
from desktop.ui.widgets.charts import RingChart

_HIGH = 118
_SIGNED = frozenset({Tone.OK, Tone.ATTENTION, Tone.DANGER})


class SectionTile(QAbstractButton):
    """One section: sign, word, how many."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self.count = tone, 0
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
        self.update()

    def sizeHint(self) -> QSize:
        """Word and number with room around them."""
        words = QFontMetrics(theme.font(15, bold=True)).horizontalAdvance(self.text())
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
        left = theme.px(16)
        size = theme.px(18) if tone in _SIGNED else 0
        if size:
            painter.drawPixmap(left, theme.px(17), icons.tone_pixmap(tone, size))
            left += size + theme.px(6)
        painter.setPen(hue)
        painter.setFont(theme.font(15, bold=self.isChecked()))
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, theme.px(12), self.width(), theme.px(28)), side, self.text())
        painter.setFont(theme.font(34, bold=True))
        number = QRectF(theme.px(16), theme.px(46), self.width(), theme.px(56))
        painter.drawText(number, side, str(self.count))
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
