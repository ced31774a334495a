"""The beds as they stand: a card for each room, in it each bed with colour, sign, word and name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.i18n import QT_TRANSLATE_NOOP, said, translate
from desktop.core.trade import BedState
from desktop.core.words.terms import BED_STATES
from desktop.services.beds.places import BedRow
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import label

TONES: Mapping[str, Tone] = {
    BedState.FREE: Tone.OK,
    BedState.OCCUPIED: Tone.ACCENT,
    BedState.RESERVED: Tone.ATTENTION,
    BedState.OUT_OF_SERVICE: Tone.NEUTRAL,
}
# The handbook's word for days away that keep the bed.
ON_LEAVE = QT_TRANSLATE_NOOP("Beds", "on leave")


class BedTile(QAbstractButton):
    """One bed: number, state with sign and colour, who lies in it."""

    opened = Signal(int)
    reached = Signal(int)

    def __init__(self, row: BedRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.tone = Tone.ATTENTION if row.on_leave else TONES[row.state]
        self.words = said(ON_LEAVE) if row.on_leave else BED_STATES.shown[row.state]
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(" ".join(part for part in (row.place, self.words, row.resident) if part))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())

    def sizeHint(self) -> QSize:
        """Room for a name of four characters."""
        return QSize(theme.px(128), theme.px(72))

    def minimumSizeHint(self) -> QSize:
        """No smaller: it is painted."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the bed."""
        self.opened.emit(self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the bed, Space chooses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.row.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the keyboard is, that bed is meant."""
        super().focusInEvent(event)
        self.reached.emit(self.row.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, number, state, name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = theme.tone_colors(self.tone)
        chosen = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(theme.color("focus") if chosen else ink, 3 if chosen else 1))
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(theme.px(10), theme.px(6), -theme.px(8), -theme.px(6))
        self._paint_words(painter, inner)
        painter.end()

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        sign = theme.px(15)
        half = inner.height() / 2
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        painter.setPen(theme.tone_colors(self.tone)[0])
        painter.setFont(theme.font(15, bold=True))
        painter.drawText(upper, int(left | middle), self.row.number)
        painter.setFont(theme.font(13))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | middle), self.words)
        width = painter.fontMetrics().horizontalAdvance(self.words)
        place = upper.right() - width - sign - theme.px(4)
        painter.drawPixmap(round(place), round(upper.center().y() - sign / 2), icons.tone_pixmap(self.tone, sign))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(15))
        name = painter.fontMetrics().elidedText(self.row.resident, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, int(left | middle), name)


class BedPlan(QScrollArea):
    """All rooms; ``chosen`` and ``opened`` carry a bed's id."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("BedPlan", "Plan of the rooms"))
        self.tiles: dict[int, BedTile] = {}

    def set_rows(self, rows: Sequence[BedRow]) -> None:
        """Show these beds, room by room in their order."""
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 6, 0)
        rooms = QWidget()
        flow = FlowLayout(rooms, 12, filled=True)
        self.tiles = {}
        grouped: dict[tuple[str, str], list[BedRow]] = {}
        for row in rows:
            grouped.setdefault((row.building, row.room), []).append(row)
        for (building, room), beds in grouped.items():
            flow.addWidget(self._room(f"{building} {room}".strip(), beds))
        whole.addWidget(rooms)
        whole.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def show_chosen(self, bed_id: int | None) -> None:
        """Mark the bed that is chosen."""
        for one, tile in self.tiles.items():
            tile.setChecked(one == bed_id)

    def take_keyboard(self) -> None:
        """The bed that is chosen, else the first one."""
        marked = next((tile for tile in self.tiles.values() if tile.isChecked()), None)
        place: QWidget = marked or next(iter(self.tiles.values()), self)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _room(self, name: str, beds: Sequence[BedRow]) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(name, "strong"))
        line = QHBoxLayout()
        line.setSpacing(8)
        for row in beds:
            tile = BedTile(row)
            tile.clicked.connect(lambda _on=False, one=row.id: self._choose(one))
            tile.reached.connect(self._choose)
            tile.opened.connect(self.opened)
            self.tiles[row.id] = tile
            line.addWidget(tile, 1)
        column.addLayout(line)
        return card

    def _choose(self, bed_id: int) -> None:
        self.show_chosen(bed_id)
        self.chosen.emit(bed_id)
