"""日托: one line for all day: scanned once somebody comes, scanned again they leave; beneath it who was there.

The green line comes when the time is on disk. Other days are shown and put right here too; a scan is always of now.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.codes import replaced_words
from desktop.core.words.messages import sentence
from desktop.services.day_care import attendance, scanning
from desktop.services.day_care.attendance import DayRow
from desktop.services.day_care.scanning import DayScan
from desktop.services.register.listing import ResidentRow
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.resident_field import choice_lines
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import noted
from desktop.ui.frame.rights import asks
from desktop.ui.frame.scan import ScanLine
from desktop.ui.look.sounds import Sound, Sounds
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds import day_care_acts as acts
from desktop.ui.pages.own_acts import OwnAct, take_last_back
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label, set_tone

_SOUNDS = {Tone.OK: Sound.OK, Tone.ATTENTION: Sound.AGAIN, Tone.DANGER: Sound.REFUSED}
_DAY = dt.timedelta(days=1)
# Who comes so late may be leaving.
_LATE = "14:00"


class DayCareView(PageView):
    """The line, and the times of a day; of earlier days those first that nobody signed out."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("DayCare", "Day care"))
        self.day = clock.today()
        self.recorded: list[OwnAct] = []
        self._choices: tuple[ResidentRow, ...] = ()
        self._came: DayScan | None = None
        self._sounds = Sounds(self.session.preferences.sounds)
        self.line = ScanLine(translate("DayCare", "Scan, or type a name or ID tail and press Enter"))
        self.line.setAccessibleName(translate("DayCare", "Scan line"))
        self.light, self.count = label(role="title", wrap=True), label(role="section", wrap=True)
        self.unsigned = label(wrap=True)
        self.table: RecordTable[DayRow] = RecordTable(translate("DayCare", "Who was there"), _columns(), _load)
        self._build()
        install(self, self.keys())
        self.line.scanned.connect(self.take)
        self.line.typed.connect(self.take)
        self.line.installEventFilter(self)
        self._say(Tone.ACCENT, translate("DayCare", "Scan once: in. Scan again: out."), silent=True)
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is said on F1."""
        return (
            Key("Ctrl+N", translate("DayCare", "record a time by hand"), self.add),
            Key("F2", translate("DayCare", "put the chosen time right"), self.change),
            Key("F12", translate("DayCare", "void the chosen time"), self.void),
            Key("F6", translate("DayCare", "take the last scan back"), self.undo_last),
            Key("F5", translate("DayCare", "the last scan was a leaving: when they came"), self.was_leaving),
            Key("F8", translate("DayCare", "the oldest time that nobody signed out"), self.to_unsigned),
            Key("F3", translate("DayCare", "the day before"), lambda: self.turn(-1)),
            Key("F4", translate("DayCare", "the day after"), lambda: self.turn(1)),
            Key("F7", translate("DayCare", "back to the scan line, and to today"), self.to_line),
            Key("Ctrl+P", translate("DayCare", "the sheet of the month"), self.print_sheet),
            Key("1 … 9", translate("DayCare", "and Enter: choose among people of one name")),
        )

    def take_keyboard(self) -> None:
        """The scan line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the day anew."""
        chosen = self.table.current_id()
        ids = attendance.of_day(self.day)
        self.table.set_ids(ids)
        self.table.model.reload()
        if chosen in ids:
            self.table.select_id(chosen)
        self.header.set_subtitle(day_text(self.day))
        self._show_counts()

    def take(self, text: str) -> None:
        """A scan, or what was typed: in, or out; of now, whatever day is shown."""
        self.day = clock.today()
        actor = self.session.actor
        if self._choices and text.isdigit() and 1 <= int(text) <= len(self._choices):
            chosen = self._choices[int(text) - 1].id
            self._answer(lambda: scanning.record(actor, chosen))
        else:
            self._answer(lambda: scanning.scan(actor, text))

    def take_scan(self, digits: str) -> None:
        """A scan while the keyboard is in the list."""
        self.take(digits)
        self.take_keyboard()

    def undo_last(self) -> None:
        """Take the last scan back."""
        self._came = None
        name = take_last_back(self, self.session.actor, self.recorded, Topic.BEDS)
        words = translate("DayCare", "Taken back: {name}").format(name=name)
        self._say(Tone.ACCENT, words if name else translate("DayCare", "There is nothing to take back."), silent=True)
        self.refresh()

    @asks(Action.RECORD_DAY_CARE)
    def was_leaving(self) -> SmallForm | None:
        """The last scan let somebody in who was leaving: ask when they came."""
        if self._came is None:
            words = translate("DayCare", "The last scan let nobody in: F2 puts a time right.")
            self._say(Tone.ATTENTION, words, silent=True)
            return None
        return acts.ask_came(self.page, self.session.actor, self._came)

    def turn(self, days: int) -> None:
        """Another day, today at the latest."""
        self.show_day(min(self.day + days * _DAY, clock.today()))

    def show_day(self, day: dt.date) -> None:
        """The times of a day."""
        self.day = day
        self.refresh()

    def to_line(self) -> None:
        """Today, and the line."""
        self.show_day(clock.today())
        self.take_keyboard()

    def to_unsigned(self) -> SmallForm | None:
        """Show the oldest time of an earlier day that nobody signed out, and ask when they left."""
        found = attendance.rows(attendance.unsigned(clock.today())[:1])
        if not found:
            self._say(Tone.ACCENT, translate("DayCare", "Everybody of earlier days was signed out."), silent=True)
            return None
        self.show_day(found[0].day)
        self.table.select_id(found[0].id)
        return acts.ask_change(self.page, self.session.actor, found[0])

    @asks(Action.RECORD_DAY_CARE)
    def add(self) -> SmallForm:
        """Record a time of the day that is shown."""
        return acts.ask_new(self.page, self.session.actor, self.day)

    @asks(Action.RECORD_DAY_CARE)
    def change(self) -> SmallForm | None:
        """Put the chosen time right."""
        row = self._chosen()
        return acts.ask_change(self.page, self.session.actor, row) if row else None

    @asks(Action.VOID_DAY_CARE)
    def void(self) -> SmallForm | None:
        """The chosen time was recorded by mistake."""
        row = self._chosen()
        return acts.ask_void(self.page, self.session.actor, row) if row else None

    def print_sheet(self) -> SmallForm:
        """The sheet of the month of the day that is shown."""
        return acts.ask_sheet(self.page, Month.of(self.day))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the line and forgets the people to choose from before it leaves; down goes into the list."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Down:
            self.table.take_keyboard()
            return True
        if event.key() == Qt.Key.Key_Escape and (self.line.text() or self._choices):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if pressed:
                self.line.clear()
                self._choices = ()
                self._say(Tone.ACCENT, translate("DayCare", "Scan the next card"), silent=True)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> DayRow | None:
        row = self.table.current_row()
        if row is None:
            words = translate("DayCare", "Choose a time in the list first: ↓ goes there.")
            self._say(Tone.ATTENTION, words, silent=True)
        return row

    def _answer(self, call: Callable[[], DayScan]) -> None:
        answered = answer(lambda: noted(call))
        self._choices, self._came = (), None
        if isinstance(answered, ShizhuError):
            self._say(Tone.DANGER, sentence(answered))
            return
        found, act = answered
        if act is not None:
            self.recorded.append(OwnAct(act, found.name))
            self.session.bus.tell(Topic.BEDS)
        if found.kind == ScanKind.CHOOSE:
            self._choices = found.choices
        if found.kind == ScanKind.RECORDED and found.came:
            self._came = found
        self._say(*_light(found))
        self.refresh()

    def _say(self, tone: Tone, words: str, silent: bool = False) -> None:
        self.light.setText(words)
        set_tone(self.light, tone)
        if not silent:
            self._sounds.play(_SOUNDS.get(tone, Sound.OK))

    def _show_counts(self) -> None:
        places = attendance.places_on(self.day)
        rows = attendance.rows(list(self.table.model.ids))
        people = len({row.resident_id for row in rows})
        there = 0 if self.day != clock.today() else sum(not row.left_at for row in rows)
        words = translate("DayCare", "{there} there now · {people} people in the day · {places} places")
        over = translate("DayCare", "More people are there than there are places.") if there > places > 0 else ""
        self.count.setText("　".join(filter(None, (words.format(there=there, people=people, places=places), over))))
        set_tone(self.count, Tone.ATTENTION if over else Tone.NEUTRAL)
        waiting = len(attendance.unsigned(clock.today()))
        told = translate("DayCare", "{count} times of earlier days that nobody signed out: F8 goes to the oldest.")
        self.unsigned.setText(told.format(count=waiting) if waiting else "")
        self.unsigned.setVisible(bool(waiting))

    def _build(self) -> None:
        self.header.set_primary(translate("DayCare", "By hand… (Ctrl+N)"), self.add, "add")
        card = Card()
        for part in (self.light, self.line, self.count, self.unsigned):
            card.body.addWidget(part)
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("DayCare", "Take the last back (F6)"), self.undo_last, "undo"),
            (translate("DayCare", "It was a leaving… (F5)"), self.was_leaving, ""),
            (translate("DayCare", "Edit… (F2)"), self.change, "edit"),
            (translate("DayCare", "Void… (F12)"), self.void, ""),
            (translate("DayCare", "Not signed out (F8)"), self.to_unsigned, ""),
            (translate("DayCare", "Day before (F3)"), lambda: self.turn(-1), "chevron-left"),
            (translate("DayCare", "Day after (F4)"), lambda: self.turn(1), "chevron-right"),
            (translate("DayCare", "Sheet of the month… (Ctrl+P)"), self.print_sheet, "print"),
        )
        self.content.addWidget(card)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        first = translate("DayCare", "Each scan lets somebody in, the next one out.")
        self.table.set_empty(translate("DayCare", "Nobody on this day"), first, "scan")
        self.table.set_keys(translate("DayCare", "↑↓ choose   Enter edit   Esc scan line"))
        self.table.row_activated.connect(lambda _one: self.change())
        self.table.left.connect(self.take_keyboard)


def _columns() -> tuple[Column[DayRow], ...]:
    return (
        Column(translate("DayCare", "Name"), lambda row: row.name, 100, stretch=True),
        Column(translate("DayCare", "Community"), lambda row: row.community, 130, spare=True),
        Column(translate("DayCare", "Came"), lambda row: row.came_at, 76, Align.CENTRE),
        Column(translate("DayCare", "Left"), _left, 120, Align.CENTRE),
        Column(translate("DayCare", "Hours"), _hours, 76, Align.RIGHT),
        Column(translate("DayCare", "Remark"), lambda row: row.remark, 180, stretch=True, spare=True),
    )


def _left(row: DayRow) -> Chips | str:
    if row.left_at:
        return row.left_at
    if row.unsigned:
        return Chips((ChipSpec(translate("DayCare", "not signed out"), Tone.ATTENTION),))
    return Chips((ChipSpec(translate("DayCare", "there"), Tone.OK),))


def _hours(row: DayRow) -> str:
    return "" if row.minutes is None else f"{row.minutes / 60:.2f}"


def _load(ids: list[int]) -> Sequence[DayRow]:
    return attendance.rows(ids)


def _light(found: DayScan) -> tuple[Tone, str]:
    """The light, with what a scan should be told besides: an old card, a first coming late in the day."""
    tone, words = _told(found)
    if found.old is not None:
        return Tone.ATTENTION, f"{words}\n{replaced_words(*found.old)}"
    if found.kind == ScanKind.RECORDED and found.came and found.at >= _LATE:
        return tone, f"{words}\n{translate('DayCare', 'Leaving, and nobody signed them in? F5 asks when they came.')}"
    return tone, words


def _told(found: DayScan) -> tuple[Tone, str]:
    if found.kind == ScanKind.RECORDED:
        words = translate("DayCare", "In: {name}, {at}") if found.came else translate("DayCare", "Out: {name}, {at}")
        return Tone.OK, words.format(name=found.name, at=found.at)
    if found.kind == ScanKind.AGAIN:
        came = translate("DayCare", "{name} came at {at} a moment ago; nothing is added.")
        left = translate("DayCare", "{name} left at {at} a moment ago; nothing is added.")
        return Tone.ATTENTION, (came if found.came else left).format(name=found.name, at=found.at)
    if found.kind == ScanKind.CHOOSE:
        return Tone.ACCENT, choice_lines(found.choices, found.more)
    words = sentence(found.error) if found.error is not None else ""
    return Tone.DANGER, ": ".join(part for part in (found.name, words) if part)
