"""送餐: what was agreed beside the stops of a day; a stop comes back by its code or a card and one key.

One line takes everything: a code is a stop, 1, 2 or 3 is what became of it, with words after a blank.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.routes import DeliveryOutcome, StandingSubject
from desktop.core.standing import Span
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.messages import sentence
from desktop.core.words.routes import DELIVERY_OUTCOMES, LEFT_OUT
from desktop.services.deliveries import lists, signing
from desktop.services.standing import calendar
from desktop.services.standing.calendar import Agreed
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import SheetRow
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import noted
from desktop.ui.frame.rights import asks
from desktop.ui.frame.scan import ScanLine
from desktop.ui.look.theme import Tone
from desktop.ui.pages.agreed_view import AgreedView, days, until
from desktop.ui.pages.canteen import delivery_acts as acts
from desktop.ui.pages.own_acts import OwnAct, take_last_back
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.turning import Turning

# As printed on the list.
RESULTS = {"1": DeliveryOutcome.DELIVERED, "2": DeliveryOutcome.NOBODY, "3": DeliveryOutcome.NOT_DELIVERED}
# How many days ahead the kitchen is told of.
_COMING = 7
_TONES = {
    DeliveryOutcome.DELIVERED: Tone.OK,
    DeliveryOutcome.NOBODY: Tone.DANGER,
    DeliveryOutcome.NOT_DELIVERED: Tone.ATTENTION,
}


class DeliveriesView(AgreedView):
    """The stops of a day and meal, and what was agreed."""

    subject = StandingSubject.MEAL_DELIVERY

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Deliveries", "Delivered meals"), _agreed_columns())
        self.row: SheetRow | None = None
        self.recorded: list[OwnAct] = []
        self._stops: dict[int, SheetRow] = {}
        self.line = ScanLine(translate("Deliveries", "Scan a row or a card, or type a number or a name of the list"))
        self.day, self.meal = DateField(), SegmentField(terms.MEALS.shown)
        self.meal.set_name(translate("Deliveries", "Meal"))
        self.said, self.left = label(role="section", wrap=True), label(role="secondary", wrap=True)
        self.coming = label(role="secondary", wrap=True)
        self.stops: RecordTable[SheetRow] = RecordTable(
            translate("Deliveries", "Stops"), _stop_columns(), lambda ids: [self._stops[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.day.set_value(clock.today())
        self.meal.set_value(MealKind.LUNCH)
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with meals that are brought, by keys."""
        return (
            Key("F3", translate("Deliveries", "make the list of the day and meal, and print it"), self.make_list),
            Key("Ctrl+P", translate("Deliveries", "print the list of the chosen stop again"), self.print_again),
            Key("F6", translate("Deliveries", "take the last stop back"), self.undo_last),
            *self.agreed_keys(),
            Key("Enter", translate("Deliveries", "what became of the stop: 1, 2 or 3, with words after a blank")),
        )

    def take_keyboard(self) -> None:
        """The line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the day and what was agreed anew."""
        self.read_agreed()
        day, meal = self._day(), self.meal.value()
        self._stops = {row.id: row for row in lists.stops(day, meal)}
        self.stops.set_ids(list(self._stops))
        waiting = lists.waiting(day, meal)
        words = translate("Deliveries", "{day}: {back} of {count} stops are back, {waiting} on no list yet")
        open_ones = sum(one.left_out is None for one in waiting)
        back = sum(row.back for row in self._stops.values())
        told = words.format(day=day_text(day), back=back, count=len(self._stops), waiting=open_ones)
        self.header.set_subtitle(told)
        out = [f"{one.agreed.name}（{LEFT_OUT.shown[one.left_out]}）" for one in waiting if one.left_out]
        gone = translate("Deliveries", "Left out: {names}").format(names="、".join(out))
        self.left.setText(gone if out else "")
        self.left.setVisible(bool(out))
        week = _week(day)
        planned = calendar.planned(Span(week[0], week[-1]), StandingSubject.MEAL_DELIVERY, meal)
        coming = "　".join(f"{one:%m-%d} {planned.get(one, 0)}" for one in week)
        self.coming.setText(translate("Deliveries", "To come, by what was agreed: {days}").format(days=coming))
        self.stops.model.reload()

    @asks(Action.MAKE_SHEET)
    def make_list(self) -> SmallForm:
        """Keep a list of those who have none yet, and print it."""
        return acts.ask_list(self.page, self._day().isoformat(), self.meal.value())

    def print_again(self) -> None:
        """The list of the chosen stop, else the last one of the day."""
        row = self.stops.current_row() or next(iter(self._stops.values()), None)
        if row is None:
            self._say(Tone.ATTENTION, translate("Deliveries", "There is no list of this day and meal yet (F3)."))
        else:
            acts.preview_list(self.page, route_sheets.sheet(row.sheet_id))

    def ask(self, one: Agreed | None) -> SmallForm:
        """The meal, and for whom."""
        return acts.ask_arrangement(self.page, self.session.actor, one)

    def tell(self, words: str, tone: Tone) -> None:
        """Above the line."""
        self._say(tone, words)

    def take_code(self, digits: str) -> None:
        """A scanned row or card waits for its key."""
        found = answer(lambda: signing.find(digits, self._day(), self.meal.value()))
        if isinstance(found, ShizhuError):
            self._say(Tone.DANGER, sentence(found))
        else:
            self._wait_for(found)

    def take_words(self, text: str) -> None:
        """What became of the stop that waits; without one, a number or a name of the list."""
        key, _blank, words = text.partition(" ")
        if self.row is not None and key in RESULTS:
            self._record(self.row, RESULTS[key], words.strip())
            return
        found = [row for row in self._stops.values() if text == str(row.position) or text in row.name]
        if len(found) == 1:
            self._wait_for(found[0])
        elif self.row is not None:
            self._say(Tone.DANGER, translate("Deliveries", "Not understood: 1, 2 or 3, then a blank and words."))
        else:
            self._say(Tone.DANGER, translate("Deliveries", "No such stop: scan its code, or type its number."))

    def undo_last(self) -> None:
        """Take the last stop back."""
        name = take_last_back(self, self.session.actor, self.recorded, Topic.MEALS | Topic.VISITS)
        if name:
            self._say(Tone.ACCENT, translate("Deliveries", "Taken back: {name}").format(name=name))

    def _record(self, row: SheetRow, outcome: DeliveryOutcome, words: str) -> None:
        done = answer(lambda: noted(lambda: signing.record(self.session.actor, row.id, outcome, words)))
        if isinstance(done, ShizhuError):
            self._say(Tone.DANGER, sentence(done))
            return
        self.row = None
        if done[1] is not None:
            self.recorded.append(OwnAct(done[1], row.name))
        self.session.bus.tell(Topic.MEALS | Topic.VISITS)
        told = translate("Deliveries", "{name}: {outcome}")
        if outcome == DeliveryOutcome.NOBODY:
            told = translate("Deliveries", "{name}: {outcome}. A risk of today stands on the due board.")
        self._say(_TONES[outcome], told.format(name=row.name, outcome=DELIVERY_OUTCOMES.shown[outcome]))

    def _wait_for(self, row: SheetRow) -> None:
        self.row = row
        self.stops.select_id(row.id)
        keys = "   ".join(f"{key} {DELIVERY_OUTCOMES.shown[outcome]}" for key, outcome in RESULTS.items())
        self._say(Tone.ACCENT, f"{row.position}. {row.name} · {row.community} {row.place}   {keys}")

    def _day(self) -> dt.date:
        return self.day.day() or clock.today()

    def _say(self, tone: Tone, words: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)

    def _build(self) -> None:
        self.header.set_primary(translate("Deliveries", "Make the list… (F3)"), self.make_list, "print")
        self.content.addWidget(FlowRow(self.day, self.meal))
        self.content.addWidget(self.said)
        self.content.addWidget(self.line)
        self.content.addWidget(self.left)
        self.content.addWidget(self.coming)
        both = Turning()
        both.add(self.stops, 3, least=520)
        both.add(self.agreed, 2, least=420)
        self.content.addWidget(both, 1)
        told = (
            *self.agreed_buttons(),
            (translate("Deliveries", "Print again (Ctrl+P)"), self.print_again, "print"),
            (translate("Deliveries", "Take the last back (F6)"), self.undo_last, "undo"),
        )
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        hint = translate("Deliveries", "F3 makes the list of those whom what was agreed asks for.")
        self.stops.set_empty(translate("Deliveries", "No list of this day and meal yet"), hint, "canteen")
        first = translate("Deliveries", "Ctrl+N agrees on meals for somebody.")
        self.agreed.set_empty(translate("Deliveries", "Nothing is agreed yet"), first, "residents")
        self.line.scanned.connect(self.take_code)
        self.line.typed.connect(self.take_words)
        self.day.changed.connect(self.refresh)
        self.meal.changed.connect(self.refresh)
        self.stops.row_activated.connect(self._take_line)
        self.stops.left.connect(self.take_keyboard)
        self.agreed.left.connect(self.take_keyboard)

    def _take_line(self, row_id: int) -> None:
        self._wait_for(self._stops[row_id])
        self.take_keyboard()


def _week(day: dt.date) -> list[dt.date]:
    return [day + dt.timedelta(days=days) for days in range(_COMING)]


def _stop_columns() -> tuple[Column[SheetRow], ...]:
    return (
        Column(translate("Deliveries", "No."), lambda row: str(row.position), 52),
        Column(translate("Deliveries", "Name"), lambda row: row.name, 90),
        Column(translate("Deliveries", "Where"), lambda row: f"{row.community} {row.place}", 150, stretch=True),
        Column(translate("Deliveries", "State"), _state, 135),
        Column(translate("Deliveries", "Words"), lambda row: row.words, 100, spare=True),
    )


def _agreed_columns() -> tuple[Column[Agreed], ...]:
    return (
        Column(translate("Deliveries", "Name"), lambda one: one.name, 90),
        Column(translate("Deliveries", "Meal"), lambda one: terms.MEALS.shown[one.meal], 60),
        Column(translate("Deliveries", "Days"), days, 120, stretch=True),
        Column(translate("Deliveries", "Until"), until, 100),
    )


def _state(row: SheetRow) -> Chips:
    if not row.outcome:
        return Chips((ChipSpec(translate("Deliveries", "not back yet")),))
    outcome = DeliveryOutcome(row.outcome)
    return Chips((ChipSpec(DELIVERY_OUTCOMES.shown[outcome], _TONES[outcome]),))
