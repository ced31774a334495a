"""服务纸单: the day lists are printed here and come back here: scan a row, Enter, the next.

One line takes everything, so that the hand stays at the keypad: a code is an order, and then Enter is as planned, a
digit the score, ``0930-1015`` the times, 0 nobody at home, 9 and words why it was cancelled. Nothing is said to be
done before it is on disk.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.codes import fold
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.trade import ServiceState
from desktop.core.words.messages import sentence
from desktop.core.words.terms import SERVICE_STATES, SERVICE_TYPES
from desktop.services.help_services import definitions, on_paper, orders, steps
from desktop.services.help_services.on_paper import PaperOrder
from desktop.services.help_services.steps import DoneDraft
from desktop.services.people.names import SERVING
from desktop.ui.answer import answer
from desktop.ui.forms.captions import caption
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import noted
from desktop.ui.frame.rights import asks
from desktop.ui.frame.scan import CODE_DIGITS, WITHIN_SECONDS, ScanLine, is_code
from desktop.ui.look.sounds import Sound, Sounds
from desktop.ui.look.theme import Tone
from desktop.ui.pages.detail_keys import PAPER_KEY
from desktop.ui.pages.help_services import paper_acts
from desktop.ui.pages.help_services.acts import told_doubts
from desktop.ui.pages.help_services.order_words import state_chip, times, type_chip
from desktop.ui.pages.help_services.paper_typing import Said, read
from desktop.ui.pages.own_acts import OwnAct, take_last_back
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.asking import refusal
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label, set_tone

# What is written of an order that found nobody at home; data of the centre, in the language of its papers.
NOBODY = "没人在家"
_SOUNDS = {Tone.OK: Sound.OK, Tone.ATTENTION: Sound.AGAIN, Tone.DANGER: Sound.REFUSED}
# So many digits beneath a code name it, where it cannot be scanned.
_TAIL = 4
# So many names of one worker are told above the table.
_NAMED = 8


class PaperView(PageView):
    """The orders of a day that were printed, and the line by which they come back."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("OrderPaper", "Day lists: print, bring back"))
        self.row: PaperOrder | None = None
        self.recorded: list[OwnAct] = []
        self.now: Callable[[], float] = time.monotonic
        self._scanned_at = 0.0
        self._rows: dict[int, PaperOrder] = {}
        self._sounds = Sounds(self.session.preferences.sounds)
        self.line = ScanLine(translate("OrderPaper", "Scan a row, or type a name or the last digits of its code"))
        self.line.setAccessibleName(translate("OrderPaper", "Scan line"))
        self.day, self.done_on, self.worker = DateField(), DateField(), NameField(SERVING, orders.workers())
        # Whose list of which day is being brought back.
        self._list: tuple[dt.date, str] | None = None
        self.name, self.under = label(role="title", wrap=True), label(role="secondary", wrap=True)
        self.light, self.also = label(role="section", wrap=True), label(role="secondary", wrap=True)
        self.left = label(role="secondary", wrap=True)
        self.table: RecordTable[PaperOrder] = RecordTable(
            translate("OrderPaper", "What was printed of the day"),
            _columns(),
            lambda ids: [self._rows[one] for one in ids],
        )
        self._build()
        install(self, self.keys())
        self.day.set_value(clock.today())
        self.refresh()
        self._show_row()
        self._say(Tone.ACCENT, translate("OrderPaper", "Scan a row"), silent=True)

    def keys(self) -> tuple[Key, ...]:
        """Paper out, paper back."""
        return (
            Key("F3", translate("OrderPaper", "print the day list of one worker or of each"), self.print_lists),
            Key(PAPER_KEY, translate("OrderPaper", "print the service sheet of the chosen order"), self.print_sheet),
            Key("F6", translate("OrderPaper", "take the last one back"), self.undo_last),
            Key("Enter", translate("OrderPaper", "after a scan: done as planned")),
            Key("1 … 5", translate("OrderPaper", "and Enter: the score, done as planned")),
            Key("0930-1015", translate("OrderPaper", "and Enter: from when until when, with a blank and the score")),
            Key("0, 9", translate("OrderPaper", "nobody at home; 9, a blank and words: cancelled, and why")),
        )

    def take_keyboard(self) -> None:
        """The line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the day anew: what is back, what is still out and with whom."""
        day = self._day()
        self._rows = {row.id: row for row in on_paper.printed(day)}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        out = [row for row in self._rows.values() if row.out]
        words = translate("OrderPaper", "{day}: {back} of {count} are back")
        told = words.format(day=day_text(day), back=len(self._rows) - len(out), count=len(self._rows))
        self.header.set_subtitle(told)
        lines = [translate("OrderPaper", "Still out: {names}").format(names=_by_worker(out))] if out else []
        earlier = "　".join(f"{day_text(one)} {count}" for one, count in on_paper.out_before(day).items())
        if earlier:
            lines.append(translate("OrderPaper", "Still out of earlier days: {days}").format(days=earlier))
        self.left.setText("\n".join(lines))
        self.left.setVisible(bool(lines))

    def take_code(self, digits: str) -> None:
        """A scanned order waits for what its paper says; one that is closed already is said and left."""
        self._scanned_at = self.now()
        found = answer(lambda: on_paper.find(digits))
        if isinstance(found, ShizhuError):
            self._say(Tone.DANGER, sentence(found))
        else:
            self._wait_for(found)

    def take_scan(self, digits: str) -> None:
        """A code that was scanned while the keyboard was elsewhere in this screen."""
        self.take_code(digits)
        self.take_keyboard()

    def take_nothing(self) -> None:
        """Enter alone: the order that waits was done as planned."""
        # Some scanners send Enter twice: the second is nobody's word that it was done.
        if self.row is not None and self.now() - self._scanned_at > WITHIN_SECONDS:
            self._record(self.row, Said())

    def take_words(self, text: str) -> None:
        """What the paper of the order that waits says; without one, a name or the last digits of a code."""
        tail = fold(text)[-CODE_DIGITS:]
        if is_code(tail) and not isinstance(answer(lambda: on_paper.find(tail)), ShizhuError):
            # Something stood in the line already when the next row was scanned.
            self.take_code(tail)
        elif self.row is None:
            self._find(text)
        elif (said := read(text)) is not None:
            self._record(self.row, said)
        else:
            words = translate("OrderPaper", "Not understood: 1–5, times such as 0930-1015, 0, or 9 and a reason.")
            self._say(Tone.DANGER, words)

    @asks(Action.PRINT_ORDER)
    def print_lists(self) -> None:
        """The lists of the day."""
        if paper_acts.ask_lists(self.page, self._day()) is None:
            words = translate("OrderPaper", "No order is open for {day}.").format(day=day_text(self._day()))
            self._say(Tone.ATTENTION, words)

    @asks(Action.PRINT_ORDER)
    def print_sheet(self) -> None:
        """The sheet of the order that waits, else of the chosen one."""
        row = self.row or self.table.current_row()
        if row is None:
            self._say(Tone.ATTENTION, translate("OrderPaper", "Scan or choose an order first."))
        else:
            paper_acts.preview_sheet(self.page, row.id)

    def undo_last(self) -> None:
        """Take the last one back."""
        name = take_last_back(self, self.session.actor, self.recorded, Topic.SERVICES)
        if name:
            self._say(Tone.ACCENT, translate("OrderPaper", "Taken back: {name}").format(name=name), silent=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the line, then forgets the order that waits, before it leaves."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and (self.line.text() or self.row):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._forget()
                return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        if self.line.text():
            self.line.clear()
            return
        self.row = None
        self._show_row()
        self._say(Tone.ACCENT, translate("OrderPaper", "Scan a row"), silent=True)

    def _find(self, text: str) -> None:
        digits = fold(text)
        by_code = len(digits) >= _TAIL and digits.isascii() and digits.isdigit()
        rows = self._rows.values()
        found = [row for row in rows if (row.code.endswith(digits) if by_code else text in row.name)]
        if len(found) > 1:
            # Whoever is back already is seldom meant.
            found = [row for row in found if row.out] or found
        if len(found) == 1:
            self._wait_for(found[0])
        elif found:
            words = translate("OrderPaper", "{count} orders are meant: type more, scan the row, or choose below.")
            self._say(Tone.ATTENTION, words.format(count=len(found)))
        else:
            self._say(Tone.DANGER, translate("OrderPaper", "No such order was printed for this day: scan its code."))

    def _wait_for(self, row: PaperOrder) -> None:
        before = self.row
        others = refusal(self.session.actor, Action.ADVANCE_SERVICE, (Thing.HELP_SERVICE, row.id)) if row.out else ""
        if others:
            self._say(Tone.DANGER, others)
            return
        if row.planned_on != self._day():
            self.day.set_value(row.planned_on)
            self.refresh()
        listed = row.planned_on, row.order.worker
        if self._list not in (None, listed):
            # What was typed once for a whole list is not said of the next one.
            self.done_on.set_value("")
            self.worker.set_value("")
        self._list = listed
        self.row = row if row.out else None
        self._show_row()
        self.table.select_id(row.id)
        if not row.out:
            words = translate("OrderPaper", "{name}: {type} is on record already: {state}.")
            said = words.format(
                name=row.name, type=SERVICE_TYPES.shown[row.order.type], state=SERVICE_STATES.shown[row.order.state]
            )
            self._say(Tone.ATTENTION, said)
        elif before is not None and before.id != row.id:
            words = translate("OrderPaper", "{name} was not recorded: nothing was typed.").format(name=before.name)
            self._say(Tone.ATTENTION, words)
        else:
            self._say(Tone.ACCENT, translate("OrderPaper", "Enter: as planned   1–5: score"), silent=True)

    def _record(self, row: PaperOrder, said: Said) -> None:
        done = answer(lambda: noted(lambda: self._write(row, said)))
        if isinstance(done, ShizhuError):
            self._say(Tone.DANGER, sentence(done))
            return
        self.row = None
        if done[1] is not None:
            self.recorded.append(OwnAct(done[1], row.name))
        self.session.bus.tell(Topic.SERVICES)
        self.refresh()
        self._show_row()
        self._say(Tone.OK if said.done else Tone.ATTENTION, _told(orders.rows([row.id])[0]))
        self.also.setText(told_doubts(row.id))
        self.also.setVisible(bool(self.also.text()))
        self.take_keyboard()

    def _write(self, row: PaperOrder, said: Said) -> None:
        if not said.done:
            words = f"{NOBODY}（{said.reason}）" if said.reason else NOBODY
            steps.cancel(self.session.actor, row.id, words if said.nobody else said.reason)
            return
        day = self.done_on.value() or row.planned_on
        # An end alone: it began as planned.
        started = said.started or (row.order.started if said.ended else "")
        steps.finish(self.session.actor, row.id, DoneDraft(day, started, said.ended, self.worker.value(), said.score))

    def _day(self) -> dt.date:
        return self.day.day() or clock.today()

    def _show_row(self) -> None:
        self.also.hide()
        row = self.row
        if row is None:
            self.name.setText("—")
            self.under.setText(translate("OrderPaper", "What the paper says goes into the same line."))
            return
        self.name.setText(f"{row.name}　{SERVICE_TYPES.shown[row.order.type]}")
        parts = (day_text(row.planned_on), times(row.order), row.order.worker, f"{row.community} {row.place}".strip())
        what = definitions.item_shown(row.order.item), row.order.content
        self.under.setText(" · ".join(part for part in (*parts, *what) if part))

    def _say(self, tone: Tone, words: str, silent: bool = False) -> None:
        self.light.setText(words)
        set_tone(self.light, tone)
        if not silent and tone in _SOUNDS:
            self._sounds.play(_SOUNDS[tone])

    def _build(self) -> None:
        self.header.set_primary(translate("OrderPaper", "Print the day list… (F3)"), self.print_lists, "print")
        card = Card()
        for part in (self.name, self.under, self.light, self.also, self.line):
            card.body.addWidget(part)
        hint = translate(
            "OrderPaper",
            "After a scan: Enter done as planned; 1–5 the score; 0930-1015 the times; 0 nobody at home; "
            "9, a blank and why it was cancelled.",
        )
        card.body.addWidget(label(hint, "secondary", wrap=True))
        self.content.addWidget(card)
        day, other = translate("OrderPaper", "Day of the lists"), translate("OrderPaper", "Done on another day")
        self.content.addWidget(
            FlowRow(
                *(caption(day, self.day), self.day, caption(other, self.done_on), self.done_on),
                *(caption(translate("OrderPaper", "Somebody else went"), self.worker), self.worker),
            )
        )
        self.content.addWidget(self.left)
        self.content.addWidget(self.table, 1)
        ways = (
            (translate("OrderPaper", "Service sheet (Ctrl+Shift+P)"), self.print_sheet, "print"),
            (translate("OrderPaper", "Take the last back (F6)"), self.undo_last, "undo"),
        )
        self.content.addWidget(FlowRow(*(button(words, call, "quiet", icon) for words, call, icon in ways)))
        self.table.set_empty(
            translate("OrderPaper", "Nothing was printed of this day yet"),
            translate("OrderPaper", "F3 prints the open orders of the day, a list for each worker."),
            "print",
        )
        self.table.set_keys(translate("OrderPaper", "↑↓ choose   Enter take this one   Esc back to the scan line"))
        self.line.scanned.connect(self.take_code)
        self.line.typed.connect(self.take_words)
        self.line.emptied.connect(self.take_nothing)
        self.line.installEventFilter(self)
        self.day.changed.connect(self.refresh)
        self.table.row_activated.connect(self._take_line)
        self.table.left.connect(self.take_keyboard)

    def _take_line(self, service_id: int) -> None:
        self._wait_for(self._rows[service_id])
        self.take_keyboard()


def _columns() -> tuple[Column[PaperOrder], ...]:
    return (
        Column(translate("Services", "Worker"), lambda row: row.order.worker, 100),
        Column(translate("Services", "Name"), lambda row: row.name, 90, stretch=True),
        Column(translate("Services", "Type"), lambda row: type_chip(row.order), 88),
        Column(translate("Services", "Time"), lambda row: times(row.order), 118, spare=True),
        Column(translate("OrderPaper", "Where"), lambda row: f"{row.community} {row.place}".strip(), 150, spare=True),
        Column(translate("Services", "State"), lambda row: state_chip(row.order), 108),
    )


def _by_worker(rows: list[PaperOrder]) -> str:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.order.worker or translate("OrderPaper", "nobody sent yet")].append(row.name)
    return "；".join(f"{who} {len(names)}（{_named(names)}）" for who, names in found.items())


def _named(names: list[str]) -> str:
    # All of them stand in the table.
    return "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


def _told(row: orders.ServiceRow) -> str:
    """What stands on record now, read from there."""
    what = f"{row.name} {SERVICE_TYPES.shown[row.type]}"
    if row.state == ServiceState.CANCELLED:
        return translate("OrderPaper", "Cancelled: {what}, {why}").format(what=what, why=row.cancel_reason)
    parts = [day_text(row.service_on), times(row)]
    if row.satisfaction is not None:
        parts.append(translate("OrderPaper", "score {score}").format(score=row.satisfaction))
    return translate("OrderPaper", "Done: {what}, {facts}").format(what=what, facts=" ".join(filter(None, parts)))
