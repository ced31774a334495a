"""Paper comes back: scan a row of a route sheet, type its result, Enter; the next row.

One line takes everything, so that the hand stays at the keypad: seventeen digits are a row, fewer digits are its
result and then its six blocks, words after a blank are the remark.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, ShizhuError
from desktop.core.i18n import translate
from desktop.core.trade import BlockState, VisitOutcome
from desktop.core.words.messages import sentence
from desktop.core.words.terms import BLOCK_STATES, VISIT_BLOCKS, VISIT_OUTCOMES
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import RowEntry, Sheet, SheetRow
from desktop.ui.answer import answer
from desktop.ui.forms.captions import caption
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import noted
from desktop.ui.frame.scan import ScanLine, is_code
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.own_acts import OwnAct, take_last_back
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.asking import refusal
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label, set_tone

# As printed on the sheet.
RESULTS = {
    "1": VisitOutcome.REACHED,
    "2": VisitOutcome.NOT_REACHED,
    "3": VisitOutcome.REFUSED,
    "4": VisitOutcome.HOSPITAL,
    "5": VisitOutcome.AWAY,
}
STATES: dict[str, str] = {
    "1": BlockState.NORMAL,
    "2": BlockState.ATTENTION,
    "3": BlockState.RISK,
    "4": BlockState.UNCHANGED,
    "0": BlockState.UNCHANGED,
}


@dataclass(frozen=True)
class Reading:
    """What a row on paper says: the result, the blocks that were typed, words."""

    outcome: str
    blocks: dict[str, str]
    remark: str = ""


def read_result(text: str) -> Reading | None:
    """A row's result from digits and words, or None: 1 is all normal, 1112 has the third block of concern."""
    digits, _blank, words = text.strip().partition(" ")
    if not digits.isascii() or not digits.isdigit() or digits[0] not in RESULTS or len(digits) > 1 + len(VISIT_BLOCKS):
        return None
    outcome, stated = RESULTS[digits[0]], digits[1:]
    if any(digit not in STATES for digit in stated) or (stated and outcome != VisitOutcome.REACHED):
        return None
    blocks = {block: STATES[digit] for block, digit in zip(VISIT_BLOCKS, stated, strict=False)}
    return Reading(outcome, blocks, words.strip())


class PaperRows(Page):
    """Rows of paper become visits; ``left`` says that the mode is over."""

    topics = Topic.VISITS
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Paper", "Paper rows"), parent)
        self.row: SheetRow | None = None
        self.sheet: Sheet | None = None
        self.recorded: list[OwnAct] = []
        self.line = ScanLine(translate("Paper", "Scan a row, or type its number on the open sheet"))
        self.day = DateField()
        self._name, self._under = label(role="title"), label(role="secondary", wrap=True)
        self._light, self._last = label(role="section", wrap=True), label(role="secondary", wrap=True)
        columns: tuple[Column[SheetRow], ...] = (
            Column(translate("Paper", "No."), lambda row: str(row.position), 52),
            Column(translate("DueBoard", "Name"), lambda row: row.name, 90),
            Column(translate("DueBoard", "Where"), lambda row: f"{row.community} {row.place}", 180, stretch=True),
            Column(translate("Paper", "State"), _state, 110),
        )
        self.table: RecordTable[SheetRow] = RecordTable(translate("Paper", "Paper rows"), columns, self._rows)
        self._build()
        self.line.installEventFilter(self)
        self.line.scanned.connect(self.take_row)
        self.line.typed.connect(self.take_words)
        self.table.row_activated.connect(self._take_line)

    def begin(self, sheet_id: int | None = None) -> None:
        """Wait for the first row; a sheet that is named is listed."""
        self.row = None
        if sheet_id is not None:
            self._open_sheet(sheet_id)
        self._say(Tone.ACCENT, translate("Paper", "Scan a row"))
        self._show_row()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """The line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the open sheet anew."""
        if self.sheet is not None:
            self._open_sheet(self.sheet.id)

    def take_row(self, digits: str) -> None:
        """A scanned row waits for its result; one that is recorded already is said and left."""
        waiting = self.row
        found = answer(lambda: route_sheets.find_row(digits))
        if isinstance(found, ShizhuError):
            self._say(Tone.DANGER, sentence(found))
            return
        if found.visit_id is not None:
            self._say(Tone.ATTENTION, sentence(AlreadyRecorded(Thing.VISIT, found.name)))
            return
        others = refusal(self.session.actor, Action.RECORD_VISIT, (Thing.ROUTE_ROW, found.id))
        if others:
            self._say(Tone.DANGER, others)
            return
        self.row = found
        if self.sheet is None or self.sheet.id != found.sheet_id:
            self._open_sheet(found.sheet_id)
        if waiting is not None and waiting.id != found.id:
            words = translate("Paper", "{name} was not recorded: no result was typed.").format(name=waiting.name)
            self._say(Tone.ATTENTION, words)
        else:
            self._say(Tone.ACCENT, translate("Paper", "Now the result, then Enter"))
        self._show_row()

    def take_words(self, text: str) -> None:
        """A result for the row that waits, else the number of a row on the open sheet."""
        if self.row is None:
            self._find(text)
            return
        reading = read_result(text)
        if reading is None:
            self._say(Tone.DANGER, translate("Paper", "Not understood: 1 to 5, then up to six digits for the blocks."))
            return
        self._record(self.row, reading)

    def undo_last(self) -> None:
        """Take the last row back."""
        name = take_last_back(self, self.session.actor, self.recorded, Topic.VISITS)
        if name:
            self._say(Tone.ACCENT, translate("Paper", "Taken back: {name}").format(name=name))
        self._show_last()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc forgets the row, then leaves; F6 takes back."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_F6:
                self.undo_last()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.header.set_primary(translate("Paper", "Finish (Esc)"), self.left.emit, "check")
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(caption(translate("Paper", "Day of the visit"), self.day))
        head.addWidget(self.day)
        card.body.addLayout(head)
        card.body.addWidget(self._under)
        card.body.addWidget(self._light)
        card.body.addWidget(self.line)
        keys = "   ".join(f"{key} {VISIT_OUTCOMES.shown[outcome]}" for key, outcome in RESULTS.items())
        card.body.addWidget(label(keys, wrap=True))
        states = " ".join(f"{key} {word}" for key, word in zip("1234", BLOCK_STATES.shown.values(), strict=True))
        more = translate(
            "Paper",
            "After 1 the six blocks may follow ({states}; what is not typed is normal), then a blank and words; "
            "2 and 3 need words, and 3 opens a risk of them.",
        )
        card.body.addWidget(label(more.format(states=states), "secondary", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self._last, 1)
        foot.addWidget(button(translate("Paper", "Take the last back (F6)"), self.undo_last, "quiet", "undo"))
        card.body.addLayout(foot)
        self.content.addWidget(card)
        self.content.addWidget(self.table, 1)
        self.table.set_empty(
            translate("Paper", "No sheet is open yet"), translate("Paper", "Scanning a row opens its sheet."), "scan"
        )

    def _rows(self, ids: list[int]) -> list[SheetRow]:
        rows = {row.id: row for row in self.sheet.rows} if self.sheet else {}
        return [rows[one] for one in ids]

    def _open_sheet(self, sheet_id: int) -> None:
        fresh = self.sheet is None or self.sheet.id != sheet_id
        self.sheet = route_sheets.sheet(sheet_id)
        if fresh:
            # Whoever walked on another day than planned types it once for the whole sheet.
            self.day.set_value(min(self.sheet.day, clock.today()))
        self.table.set_ids([row.id for row in self.sheet.rows])
        self.table.model.reload()
        words = translate("Paper", "Sheet of {day}, {visitor}: {done} of {count} rows recorded")
        self.header.set_subtitle(
            words.format(
                day=day_text(self.sheet.day),
                visitor=self.sheet.visitor or "—",
                done=self.sheet.recorded,
                count=len(self.sheet.rows),
            )
        )

    def _take_line(self, row_id: int) -> None:
        for row in self.sheet.rows if self.sheet else ():
            if row.id == row_id:
                self.take_row(row.code)
        self.take_keyboard()

    def _find(self, text: str) -> None:
        rows = self.sheet.rows if self.sheet else ()
        for row in rows:
            if text == str(row.position) or (text and text in row.name):
                self.take_row(row.code)
                return
        if is_code(text):
            self.take_row(text)
            return
        self._say(Tone.DANGER, translate("Paper", "Scan a row first, or type its number on the open sheet."))

    def _record(self, row: SheetRow, reading: Reading) -> None:
        day: dt.date | str = self.day.day() or str(self.day.value())
        entry = RowEntry(
            outcome=reading.outcome,
            every_block="normal" if reading.outcome == VisitOutcome.REACHED else "",
            blocks=reading.blocks,
            remark=reading.remark,
            day=day,
        )
        recorded = answer(lambda: noted(lambda: route_sheets.record_row(self.session.actor, row.code, entry)))
        if isinstance(recorded, ShizhuError):
            self._say(Tone.DANGER, sentence(recorded))
            return
        self.row = None
        if recorded[1] is not None:
            self.recorded.append(OwnAct(recorded[1], row.name))
        self.session.bus.tell(Topic.VISITS)
        words = translate("Paper", "Recorded: {name}, {outcome}")
        self._say(Tone.OK, words.format(name=row.name, outcome=VISIT_OUTCOMES.shown[reading.outcome]))
        self._show_row()
        self._show_last()

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        elif self.row is not None:
            self.row = None
            self._say(Tone.ACCENT, translate("Paper", "Scan a row"))
            self._show_row()
        else:
            self.left.emit()

    def _say(self, tone: Tone, words: str) -> None:
        self._light.setText(words)
        set_tone(self._light, tone)

    def _show_row(self) -> None:
        row = self.row
        if row is None:
            self._name.setText("—")
            self._under.setText(translate("Paper", "The result of the row goes into the same line."))
            return
        self._name.setText(f"{row.position}. {row.name}")
        self._under.setText(" · ".join(part for part in (row.community, row.place, row.phone) if part))
        self.table.select_id(row.id)

    def _show_last(self) -> None:
        names = "、".join(name for _act, name in reversed(self.recorded[-4:]))
        words = translate("Paper", "{count} recorded, last: {names}").format(count=len(self.recorded), names=names)
        self._last.setText(words if self.recorded else "")


def _state(row: SheetRow) -> Chips:
    if row.visit_id is None:
        return Chips((ChipSpec(translate("Paper", "open")),))
    return Chips((ChipSpec(translate("Paper", "recorded"), Tone.OK),))
