"""The house as a picture: floors and rooms, in them each bed with colour, sign and word; arrow keys walk through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.i18n import QT_TRANSLATE_NOOP, said, translate
from desktop.core.trade import BedMode, BedState
from desktop.core.words.beds import floor_name
from desktop.core.words.terms import BED_KINDS, BED_MODES, BED_STATES, GRADES
from desktop.services.beds.board import Board, BoardBed, Floor, Room
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import label

TONES: Mapping[str, Tone] = {
    BedState.FREE: Tone.OK,
    BedState.OCCUPIED: Tone.ACCENT,
    BedState.RESERVED: Tone.NEUTRAL,
    BedState.OUT_OF_SERVICE: Tone.DANGER,
}
# Each state has a sign of its own: who cannot tell the colours apart, or prints in black, sees it too.
_SIGNS: Mapping[str, str] = {
    BedState.FREE: "check",
    BedState.OCCUPIED: "residents",
    BedState.RESERVED: "calendar",
    BedState.OUT_OF_SERVICE: "close",
}
# The handbook's word for days away that keep the bed.
ON_LEAVE = QT_TRANSLATE_NOOP("Beds", "on leave")


class _Face(NamedTuple):
    """How a state is shown."""

    tone: Tone
    sign: str
    words: str


def _face(bed: BoardBed) -> _Face:
    if bed.on_leave:
        return _Face(Tone.ATTENTION, "door", said(ON_LEAVE))
    return _Face(TONES[bed.state], _SIGNS[bed.state], BED_STATES.shown[bed.state])


def _kind(bed: BoardBed) -> str:
    """Nursing or ordinary, and what else than full care it is for."""
    mode = "" if bed.mode == BedMode.FULL else BED_MODES.shown[bed.mode]
    return " · ".join(part for part in (BED_KINDS.shown[bed.kind], mode) if part)


class BedTile(QAbstractButton):
    """One bed: number and state, who lies in it or for whom it is kept, the grade and the kind of bed."""

    opened = Signal(int)
    reached = Signal(int)
    # An arrow key, to be answered by whoever knows where the other beds are.
    left = Signal(int, int)

    def __init__(self, bed: BoardBed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bed, self.face = bed, _face(bed)
        self.grade = GRADES.shown.get(bed.grade, "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        told = (bed.place, self.face.words, bed.resident or bed.words, self.grade, _kind(bed))
        self.setText(" ".join(part for part in told if part))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())

    def sizeHint(self) -> QSize:
        """Room for a name of four characters, a grade and a kind."""
        return QSize(theme.px(152), theme.px(92))

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
        self.opened.emit(self.bed.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the bed, Space chooses it, arrow keys go to the one beside it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.bed.id)
        elif event.key() in _ARROWS and not event.modifiers() & _HELD:
            self.left.emit(self.bed.id, event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the keyboard is, that bed is meant."""
        super().focusInEvent(event)
        self.reached.emit(self.bed.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, number, state; beneath them the name; then grade and kind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = theme.tone_colors(self.face.tone)
        chosen = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(theme.color("focus") if chosen else ink, 3 if chosen else 1))
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, 8, 8)
        self._paint_words(painter, box.adjusted(theme.px(10), theme.px(5), -theme.px(8), -theme.px(5)))
        painter.end()

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        third = inner.height() / 3
        first, second, last = (
            QRectF(inner.left(), inner.top() + third * number, inner.width(), third) for number in range(3)
        )
        self._paint_state(painter, first)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(15))
        _draw(painter, second, self.bed.resident or self.bed.words)
        painter.setFont(theme.font(13))
        kind = _kind(self.bed)
        painter.drawText(last, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), kind)
        taken = painter.fontMetrics().horizontalAdvance(kind) + theme.px(6)
        _draw(painter, last.adjusted(0, 0, -taken, 0), self.grade)

    def _paint_state(self, painter: QPainter, line: QRectF) -> None:
        sign, (tone, name, words) = theme.px(15), self.face
        painter.setPen(theme.tone_colors(tone)[0])
        painter.setFont(theme.font(15, bold=True))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.bed.number)
        painter.setFont(theme.font(13))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        place = line.right() - painter.fontMetrics().horizontalAdvance(words) - sign - theme.px(4)
        painter.drawPixmap(round(place), round(line.center().y() - sign / 2), icons.pixmap(name, tone.value, sign))


class BedPlan(QScrollArea):
    """All floors; ``chosen`` and ``opened`` carry a bed's id."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("BedPlan", "Plan of the rooms"))
        self.tiles: dict[int, BedTile] = {}

    def minimumSizeHint(self) -> QSize:
        """A room with its floor's name: where there is less, the page scrolls."""
        return QSize(theme.px(80), theme.px(200))

    def set_board(self, board: Board) -> None:
        """Show these beds, floor by floor and room by room; the keyboard stays with its bed."""
        held = next((one for one, tile in self.tiles.items() if tile.hasFocus()), None)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 6, 0)
        whole.setSpacing(8)
        self.tiles = {}
        for floor in board.floors:
            if len(board.floors) > 1 or floor.name:
                whole.addWidget(label(floor_name(floor.building, floor.name), "strong"))
            whole.addWidget(self._floor(floor))
        whole.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        if held in self.tiles:
            self.tiles[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, bed_id: int | None) -> None:
        """Mark the bed that is chosen."""
        for one, tile in self.tiles.items():
            tile.setChecked(one == bed_id)

    def take_keyboard(self) -> None:
        """The bed that is chosen, else the first one."""
        marked = next((tile for tile in self.tiles.values() if tile.isChecked()), None)
        place: QWidget = marked or next(iter(self.tiles.values()), self)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _floor(self, floor: Floor) -> QWidget:
        rooms = QWidget()
        flow = FlowLayout(rooms, 12, filled=True)
        for room in floor.rooms:
            flow.addWidget(self._room(room))
        return rooms

    def _room(self, room: Room) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(room.name, "strong"))
        line = QHBoxLayout()
        line.setSpacing(8)
        for bed in room.beds:
            tile = BedTile(bed)
            tile.clicked.connect(lambda _on=False, one=bed.id: self._choose(one))
            tile.reached.connect(self._choose)
            tile.opened.connect(self.opened)
            tile.left.connect(self._walk)
            self.tiles[bed.id] = tile
            line.addWidget(tile, 1)
        column.addLayout(line)
        return card

    def _choose(self, bed_id: int) -> None:
        self.show_chosen(bed_id)
        self.chosen.emit(bed_id)

    def _walk(self, bed_id: int, key: int) -> None:
        """To the bed on that side; at an edge the keyboard stays."""
        inner = self.widget()
        centres = {
            one: tile.mapTo(inner, tile.rect().center()) for one, tile in self.tiles.items() if tile.isVisibleTo(inner)
        }
        found = beside(centres, bed_id, key)
        if found is not None:
            self.tiles[found].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.tiles[found])


def beside(centres: Mapping[int, QPoint], one: int, key: int) -> int | None:
    """Which bed an arrow key leads to: along the line and on to the next, or the nearest of the line above or below.

    ``centres`` are where the beds are, in reading order; None at an edge.
    """
    order = list(centres)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        at = order.index(one) + (1 if key == Qt.Key.Key_Right else -1)
        return order[at] if 0 <= at < len(order) else None
    here, down = centres[one], 1 if key == Qt.Key.Key_Down else -1
    beyond = [point.y() for point in centres.values() if (point.y() - here.y()) * down > 0]
    if not beyond:
        return None
    line = min(beyond, key=lambda y: y * down)
    return _nearest([other for other in order if centres[other].y() == line], centres, here)


def _nearest(among: Sequence[int], centres: Mapping[int, QPoint], here: QPoint) -> int:
    return min(among, key=lambda other: abs(centres[other].x() - here.x()))


def _draw(painter: QPainter, line: QRectF, words: str) -> None:
    elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
