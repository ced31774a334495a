"""What the canteen's full screen looks like; it shows and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.services.residents import photos
from desktop.ui.frame.practice_strip import PracticeStrip
from desktop.ui.frame.scan import ScanLine
from desktop.ui.frame.urgent_strip import UrgentStrip
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning

_DIGIT_PAUSE_MS = 250
_NAME_LARGEST = 150
_MARGIN = 48
_FOOT_LEAST = 180
# How high a screen is on which the words have their whole size.
_WHOLE = 640
_NAME_LEAST = 44
_PHOTO = (150, 200)
# How much of the height the people to choose from may take, and the height of a line of text to its size.
_CHOICES_SHARE, _LINE = 0.42, 1.5


@dataclass(frozen=True)
class Face:
    """One answer: its light, the word beside the sign, the name, a line beneath it, and what to mind.

    ``careful`` stands in a sign of its own, whatever the light says; ``photo`` is the file of a picture.
    """

    tone: Tone
    word: str
    name: str
    under: str
    careful: str = ""
    photo: Path | None = None


class _Name(QWidget):
    """The name, as large as there is room for; a long one shrinks and is never cut."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.locked = False

    def show_name(self, text: str) -> None:
        """Show a name."""
        self.text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = QPainter(self)
        if self.locked:
            size = int(min(_NAME_LARGEST, self.height() * 0.75))
            painter.drawPixmap(
                (self.width() - size) // 2, (self.height() - size) // 2, icons.pixmap("lock", "ink", size)
            )
            painter.end()
            return
        painter.setPen(theme.color("ink"))
        painter.setFont(_fitted(self.text, self.width(), self.height()))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.text)
        painter.end()


class LunchFace(QWidget):
    """Head, light, name, counters, the last names, the scan line and the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = Face(Tone.ACCENT, "", "", "")
        self.line = ScanLine(translate("Lunch", "Scan, or type a name or ID tail"))
        self.line.setAccessibleName(translate("Lunch", "Scan line"))
        # A narrow line above the light: the queue goes on beneath it.
        self.urgent = UrgentStrip()
        self.urgent.setProperty("place", "window")
        self.practice = PracticeStrip()
        self._what, self._time, self._word, self._under = label(), label(), label(), label(wrap=True)
        self._sign = QLabel()
        self._name = _Name()
        self._photo = QLabel()
        self._photo.setAccessibleName(translate("Lunch", "Photograph"))
        self._careful = label(wrap=True)
        self._first = label(wrap=True)
        self._choices = label()
        self._last = label(wrap=True)
        self._keys = label(wrap=True)
        self._counts = QGridLayout()
        self._picture = QPixmap()
        self._pause = QTimer(self, singleShot=True, interval=_DIGIT_PAUSE_MS)
        self._after_pause: Callable[[], object] | None = None
        self._pause.timeout.connect(self._on_pause)
        self._build(parent)
        self._dress()

    @property
    def name(self) -> str:
        """The name shown."""
        return self._name.text

    @property
    def words(self) -> str:
        """Everything that is said about the last scan."""
        return " ".join(part for part in (self._word.text(), self._name.text, self._under.text()) if part)

    @property
    def careful(self) -> str:
        """What the sign says that is to be minded; nothing where there is none."""
        return "" if self._careful.isHidden() else self._careful.text()

    @property
    def first_served(self) -> str:
        """The counts of those whom the canteen serves first."""
        return self._first.text()

    @property
    def has_photo(self) -> bool:
        """Whether a picture of the person is shown."""
        return not self._photo.isHidden()

    @property
    def choices(self) -> str:
        """The people to choose from."""
        return self._choices.text()

    def show_face(self, face: Face, locked: bool = False) -> None:
        """Show an answer; ``locked`` has a large lock in the place of a name, and no keys."""
        self.face = face
        self._name.locked = locked
        self._pause.stop()
        self._word.setText(face.word)
        self._name.show_name(face.name)
        self._under.setText(face.under)
        self._careful.setText(f"⚠ {face.careful}" if face.careful else "")
        self._careful.setVisible(bool(face.careful))
        self._picture = QPixmap()
        if face.photo is not None:
            self._picture.loadFromData(photos.picture(face.photo))
        self._photo.setVisible(not self._picture.isNull())
        self.show_choices(())
        self.setAccessibleName(self.words)
        self._dress()
        self.update()

    def show_choices(self, lines: Sequence[str]) -> None:
        """Show numbered people in the place of the name."""
        self._choices.setText("\n".join(f"{number}   {line}" for number, line in enumerate(lines, 1)))
        self._choices.setVisible(bool(lines))
        room = self.height() * _CHOICES_SHARE / max(len(lines), 1) / _LINE
        _style(self._choices, round(min(theme.px(26), room)), True, theme.color("ink"))
        self._name.setVisible(not lines)

    def show_head(self, meal: str, mode: str, time: str) -> None:
        """Which meal, how, and what time it is."""
        self._what.setText(translate("Lunch", "{meal} meal · {mode}").format(meal=meal, mode=mode))
        self._time.setText(time)

    def show_counts(self, counts: Sequence[tuple[str, str]]) -> None:
        """Numbers with their words beneath."""
        for column, (number, words) in enumerate(counts):
            for row, text in enumerate((number, words)):
                item = self._counts.itemAtPosition(row, column)
                held = item.widget() if item is not None else None
                if isinstance(held, QLabel):
                    held.setText(text)
                else:
                    self._counts.addWidget(self._count_label(text, row == 0), row, column)

    def show_first_served(self, words: str) -> None:
        """The counts of those whom the canteen serves first, in a line."""
        self._first.setText(words)

    def show_last(self, lines: Sequence[str]) -> None:
        """The names before this one."""
        words = translate("Lunch", "Before: {names}").format(names="     ".join(lines))
        self._last.setText(words if lines else "")

    def wait_for_digit(self, then: Callable[[], object]) -> None:
        """Call back shortly, unless another face is shown before."""
        self._after_pause = then
        self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The light: the whole ground has the colour of the answer, and a bar at the top its full tone."""
        painter = QPainter(self)
        text, ground = theme.tone_colors(self.face.tone)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, self.width(), theme.px(14), text)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large words are no larger than a low screen bears."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_keys"):
            self._dress()

    def _build(self, parent: QWidget) -> None:
        _beneath_each_other(parent, (self.practice, self.urgent), self)
        self.practice.tell()
        head, light, foot = QHBoxLayout(), QHBoxLayout(), Turning(48)
        head.addWidget(self._what)
        head.addStretch(1)
        head.addWidget(self._time)
        light.addStretch(1)
        light.addWidget(self._sign)
        light.addSpacing(12)
        light.addWidget(self._word)
        light.addStretch(1)
        self._under.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._choices.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        counts, lower = QWidget(), QWidget()
        counts.setLayout(self._counts)
        right = QVBoxLayout(lower)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        for part in (self._first, self._last, self._keys, self.line):
            right.addWidget(part)
        foot.add(counts)
        foot.add(lower, 1, least=_FOOT_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addStretch(1)
        column.addLayout(light)
        person = QHBoxLayout()
        person.setSpacing(24)
        person.addWidget(self._photo)
        person.addWidget(self._name, 1)
        column.addLayout(person, 6)
        column.addWidget(self._choices, 6, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._under)
        column.addSpacing(8)
        column.addWidget(self._careful, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(foot)
        for part in (self._choices, self._photo, self._careful):
            part.hide()

    def _dress(self) -> None:
        hue = theme.tone_colors(self.face.tone)[0]
        size = self._bounded(46)
        # On a screen that is low for the size of the text F1 alone has room to say the keys.
        low = self.height() <= theme.px(_WHOLE)
        self._keys.setText(translate("Lunch", "F1: the keys") if low else _keys_words())
        self._counts.setHorizontalSpacing(12 if low else 24)
        # The bar of the light stands at the top; beneath it a low screen has nothing to give away.
        self.setContentsMargins(_MARGIN, *((theme.px(18), _MARGIN, 10) if low else (32, _MARGIN, 28)))
        narrow = low and self.width() < theme.px(_WHOLE)
        self._keys.setVisible(not narrow and not self._name.locked)
        self._last.setVisible(not narrow)
        self._name.setMinimumHeight(self._bounded(_NAME_LEAST))
        sign = icons.tone_pixmap(self.face.tone, size)
        self._sign.setPixmap(sign)
        for part, points, bold, color in (
            (self._what, 26, True, hue),
            (self._time, 30, False, hue),
            (self._word, 38, True, hue),
            (self._under, 28, False, theme.color("ink")),
            (self._first, 19, True, theme.color("ink")),
            (self._last, 19, False, theme.color("ink")),
            (self._keys, 17, False, theme.color("ink")),
        ):
            _style(part, self._bounded(points), bold, color)
        hue, ground = theme.tone_colors(Tone.DANGER)
        framed = f"background: {ground.name()}; border: 3px solid {hue.name()};"
        _style(self._careful, self._bounded(30), True, hue, framed)
        if not self._picture.isNull():
            room = QSize(self._bounded(_PHOTO[0]), self._bounded(_PHOTO[1]))
            whole, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._photo.setPixmap(self._picture.scaled(room, whole, smooth))
        for column in range(self._counts.columnCount()):
            for row in (0, 1):
                item = self._counts.itemAtPosition(row, column)
                held = item.widget() if item is not None else None
                if isinstance(held, QLabel):
                    _style(held, self._bounded(42 if row == 0 else 18), row == 0, theme.color("ink"))

    def _bounded(self, points: float) -> int:
        return max(theme.px(15), min(theme.px(points), round(points * self.height() / _WHOLE)))

    def _count_label(self, text: str, number: bool) -> QLabel:
        made = label(text)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        _style(made, self._bounded(42 if number else 18), number, theme.color("ink"))
        return made

    def _on_pause(self) -> None:
        then, self._after_pause = self._after_pause, None
        if then is not None:
            then()


def _beneath_each_other(parent: QWidget, above: Sequence[QWidget], whole: QWidget) -> None:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for strip in above:
        column.addWidget(strip)
    column.addWidget(whole, 1)


def _keys_words() -> str:
    return translate(
        "Lunch",
        "F2 eat in   F3 take away   F4 delivered   F5 meal   "
        "F6 undo last   F7 guest   F8 companion   Ctrl+1–5 rating   F1 keys   Esc leave",
    )


def _style(part: QLabel, size: int, bold: bool, color: QColor, more: str = "") -> None:
    weight = 700 if bold else 400
    part.setStyleSheet(f"font-size: {size}px; font-weight: {weight}; color: {color.name()}; {more}")


def _fitted(text: str, width: int, height: int) -> QFont:
    """The largest bold font in which the text fits the room."""
    made = theme.font(bold=True)
    made.setPixelSize(_NAME_LARGEST)
    needed = QFontMetrics(made).horizontalAdvance(text) or 1
    size = min(_NAME_LARGEST, _NAME_LARGEST * (width - 2 * _MARGIN) / needed, height * 0.75)
    made.setPixelSize(max(int(size), 24))
    return made
