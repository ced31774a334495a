"""Fields into which one types."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.core import clock, i18n
from desktop.core.dates import read_date, read_time
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.money import parse_yuan
from desktop.core.reasons import Reason
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.field import Field
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import icon_button


def weekday_word(day: dt.date) -> str:
    """周一 … 周日, or its English form."""
    words = (
        translate("Weekday", "Mon"),
        translate("Weekday", "Tue"),
        translate("Weekday", "Wed"),
        translate("Weekday", "Thu"),
        translate("Weekday", "Fri"),
        translate("Weekday", "Sat"),
        translate("Weekday", "Sun"),
    )
    return words[day.weekday()]


def day_text(day: dt.date | None) -> str:
    """A date as tables show it: 10-08 周四; with the year when it is another one; a dash for none."""
    if day is None:
        return "—"
    numbers = f"{day:%m-%d}" if day.year == clock.today().year else day.isoformat()
    return f"{numbers} {weekday_word(day)}"


class TextField(Field):
    """One line of text."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TypingLine()
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self._place()

    def value(self) -> str:
        """The text as typed."""
        return self.line.text()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.line.setText("" if value is None else str(value))

    def kind_words(self) -> str:
        """What is typed, where a hint in the line says it."""
        return self.line.placeholderText() or super().kind_words()

    def _place(self) -> None:
        self._set_editor(self.line)

    def _say_unread(self, reason: Reason) -> None:
        # Named on leaving the field; an empty one is nobody's mistake yet.
        if self.line.text().strip():
            self.set_error(field_sentence(FieldError("", reason)))


class PasswordField(TextField):
    """A line that does not show what is typed."""

    secret = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)


class MemoField(Field):
    """Several lines of text; Enter begins a new line, Tab goes on."""

    def __init__(self, lines: int = 3, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.box = QPlainTextEdit()
        self.box.setPlaceholderText(placeholder)
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self.changed)
        self.box.setFixedHeight(theme.px(24) * lines + 18)
        self._set_editor(self.box)

    def value(self) -> str:
        """The text as typed."""
        return self.box.toPlainText()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.box.setPlainText("" if value is None else str(value))

    def _enter_goes_on(self) -> bool:
        return False


class MoneyField(TextField):
    """An amount in yuan; 12 becomes 12.00."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("0.00", parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.editingFinished.connect(self._tidy)

    def _place(self) -> None:
        # A short line stands at the left as every other does; a layout alone would put it in the middle.
        self.line.setMaximumWidth(theme.px(160))
        beside = QWidget()
        beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._set_editor(self.line, beside)

    def _tidy(self) -> None:
        try:
            self.line.setText(str(parse_yuan(unicodedata.normalize("NFKC", self.line.text()))))
        except ValueError:
            self._say_unread(Reason.BAD_AMOUNT)


class TimeField(TextField):
    """A time of day, typed as 930, 9:30 or 下午2点半; it is rewritten in full: 09:30."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder or translate("VisitForm", "such as 930"), parent)
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> str:
        """HH:MM, or what was typed when it is no time."""
        return self._read() or self.line.text().strip()

    def _tidy(self) -> None:
        read = self._read()
        if read:
            self.line.setText(read)
        else:
            self._say_unread(Reason.BAD_TIME)

    def _read(self) -> str:
        try:
            return read_time(unicodedata.normalize("NFKC", self.line.text()).strip()).strftime("%H:%M")
        except ValueError:
            return ""


class DateField(TextField):
    """A date, typed as 1008, 10.8 or 2026-10-08; F4 or t is today, arrow keys go by days.

    ``value`` is ISO text, or what was typed when it is no date.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("DateField", "such as 1008 or 10.8"), parent)
        self.line.editingFinished.connect(self._tidy)
        self.line.textChanged.connect(lambda _text: self._say_weekday())
        self.set_help(translate("DateField", "F4 today"))

    def day(self) -> dt.date | None:
        """The date meant, or None."""
        try:
            return read_date(self.line.text().strip(), year=clock.today().year)
        except ValueError:
            return None

    def value(self) -> str:
        """ISO text, or what was typed."""
        day = self.day()
        return day.isoformat() if day else self.line.text().strip()

    def set_value(self, value: object) -> None:
        """Show a date or a text."""
        self.line.setText(value.isoformat() if isinstance(value, dt.date) else str(value or ""))

    def set_day(self, day: dt.date) -> None:
        """Enter a date as if it had been typed."""
        self.set_value(day)
        self.changed.emit()

    def kind_words(self) -> str:
        """A day."""
        return translate("DateField", "Day")

    def open_calendar(self) -> None:
        """Choose from a calendar."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(i18n.language()))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Red is for what is wrong; a visit may well be on a Sunday.
            calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        calendar.setSelectedDate(_qdate(self.day() or clock.today()))
        calendar.activated.connect(lambda day: self._take(day, popup))
        calendar.clicked.connect(lambda day: self._take(day, popup))
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        calendar.setFocus()

    def _place(self) -> None:
        name = translate("DateField", "Calendar")
        self._set_editor(self.line, icon_button("calendar", name, self.open_calendar))

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F4 or event.text() in {"t", "T"}:
            self.set_day(clock.today())
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Up else -1
            day = self.day()
            self.set_day(day + dt.timedelta(days=step) if day else clock.today())
        else:
            return False
        return True

    def _take(self, day: QDate, popup: QWidget) -> None:
        popup.close()
        self.set_day(_date(day))

    def _tidy(self) -> None:
        day = self.day()
        if day is not None:
            self.line.setText(day.isoformat())
        else:
            self._say_unread(Reason.BAD_DATE)

    def _say_weekday(self) -> None:
        day = self.day()
        self.set_note(weekday_word(day) if day else "")


class BirthDateField(DateField):
    """A birth date: the year is always typed, so 8 digits are enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.setPlaceholderText(translate("DateField", "such as 19440305"))
        self.set_help("")


@dataclass(frozen=True)
class FieldNote:
    """What a live check says beneath a field."""

    text: str
    tone: Tone = Tone.NEUTRAL


class IdNumberField(TextField):
    """An ID number; full-width digits and blanks are put right, ``check`` says live what it thinks of it."""

    def __init__(self, check: Callable[[str], FieldNote | None], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._check = check
        self.line.textChanged.connect(lambda _text: self.check_now())
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> str:
        """The number in plain digits."""
        return _plain_number(self.line.text())

    def check_now(self) -> None:
        """Ask the check again, because a related field changed."""
        number = self.value()
        note = self._check(number) if number else None
        self.set_note(note.text if note else "", note.tone if note else Tone.NEUTRAL)

    def _tidy(self) -> None:
        if self.value() != self.line.text():
            self.line.setText(self.value())


def _plain_number(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> dt.date:
    return dt.date(day.year(), day.month(), day.day())
