"""What is done to a whole record: another state, a number put right, void. Each shows first what follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.dates import read_date
from desktop.core.errors import FieldError, InvalidDraft, ShizhuError
from desktop.core.i18n import translate
from desktop.core.person.identity import examine
from desktop.core.reasons import Reason
from desktop.core.rights import SAYS_WHY
from desktop.core.words import terms
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.core.words.records import record_word
from desktop.core.words.stay_fees import leaving_words
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import states as registers
from desktop.services.residents.state_effects import Effects, EndedStay
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.text_fields import DateField, FieldNote, IdNumberField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, ActBox, Ask, TellingBox, Texts, ask_for, reason
from desktop.ui.pages.residents.words import number_note

LIFE = Topic.RESIDENTS | Topic.VISITS | Topic.SERVICES | Topic.BEDS
_FIX = "F8"


class StateBox(TellingBox):
    """变更状态: which state from which day and why; beneath, live, everything that follows from it."""

    def __init__(self, page: Page, row: ResidentRow) -> None:
        self._row, actor = row, page.session.actor
        self.state = SegmentField(
            {code: word for code, word in terms.REGISTER_STATES.shown.items() if code != row.state}
        )
        fields = Texts(
            Ask("state", translate("ResidentState", "New state"), self.state, required=True),
            Ask("on", translate("ResidentState", "From"), DateField(), required=True, value=clock.today().isoformat()),
            reason(),
        )
        words = translate("ResidentState", "Change the state of {name} (now {state})")
        act = Act(
            words.format(name=row.name, state=terms.REGISTER_STATES.shown[row.state]),
            translate("ResidentState", "Change the state"),
            fields,
            lambda typed: registers.apply(actor, row.id, typed["state"], _given_day(typed["on"]), typed["reason"]),
            LIFE,
            self._done,
            about=row.id,
        )
        super().__init__(page, act)

    def tell(self) -> None:
        """Say what would follow."""
        state, day = self.state.value(), _day(str(self.form.fields["on"].value()))
        if not state or day is None:
            self.say(translate("ResidentState", "Choose the state and the day to see what follows."), Tone.NEUTRAL)
            return
        found = answer(lambda: registers.effects(self._row.id, str(state), day))
        if isinstance(found, ShizhuError):
            self.say(sentence(found), Tone.DANGER)
            return
        lines = effect_lines(found)
        nothing = translate("ResidentState", "Nothing else follows from it.")
        head = translate("ResidentState", "What follows:")
        words = "\n".join([head, *(f"· {line}" for line in lines)]) if lines else nothing
        self.say(words, Tone.ATTENTION if found.closed else Tone.NEUTRAL)

    def _done(self, typed: dict[str, str]) -> str:
        words = translate("ResidentState", "{name}: {state} from {day}")
        state, day = terms.REGISTER_STATES.shown.get(typed["state"], ""), _day(typed["on"])
        return words.format(name=self._row.name, state=state, day=day_text(day))


class CorrectIdBox(ActBox):
    """更正证号: the right number and why; a number that is nearly right is offered with F8."""

    def __init__(self, page: Page, row: ResidentRow) -> None:
        self._born, self._sex = row.born_on, row.sex
        self._suggested, actor = "", page.session.actor
        self.number = IdNumberField(self._check)
        act = Act(
            translate("ResidentState", "Put the ID number of {name} right").format(name=row.name),
            translate("ResidentState", "Put it right"),
            Texts(Ask("id_number", translate("ResidentState", "Right number"), self.number, required=True), reason()),
            lambda typed: registers.correct_id(actor, row.id, typed["id_number"], typed["reason"]),
            LIFE,
            translate("ResidentState", "The number of {name} is put right").format(name=row.name),
            about=row.id,
        )
        super().__init__(page, act)
        self.form.set_values({"id_number": reveal(page, page, row.id)})
        QShortcut(QKeySequence(_FIX), self).activated.connect(self.take_suggestion)

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (*super().said_keys(), (_FIX, translate("ResidentState", "take the number that was probably meant")))

    def take_suggestion(self) -> None:
        """Put the suggested number into the field."""
        if self._suggested:
            self.number.set_value(self._suggested)

    def _check(self, number: str) -> FieldNote | None:
        if len(number) not in {15, 18}:
            return None
        self._suggested, note = number_note(examine(number, self._born, self._sex), _FIX)
        return note


def void_record(page: Page, row: ResidentRow) -> SmallForm:
    """作废: a record made by mistake, with the reason; it stays and counts no more."""
    words = translate("ResidentState", "Make the record of {name} void? Only a record made by mistake is void.")
    act = Act(
        words.format(name=row.name),
        translate("ResidentState", "Make it void"),
        Texts(reason()),
        lambda typed: registers.void(page.session.actor, row.id, typed["reason"]),
        LIFE,
        translate("ResidentState", "The record of {name} is void").format(name=row.name),
        about=row.id,
    )
    return ask_for(page, act)


def effect_lines(found: Effects) -> list[str]:
    """Everything that follows from a state, a sentence each."""
    lines = [
        translate("ResidentState", "{month} is closed and stays as it was counted.").format(month=month)
        for month in found.closed
    ]
    for month, words in (
        (found.leaves_roster, translate("ResidentState", "No more on the roster from {month}.")),
        (found.joins_roster, translate("ResidentState", "On the roster again from {month}.")),
        (found.excused, translate("ResidentState", "Excused on the roster of {month}.")),
    ):
        if month is not None:
            lines.append(words.format(month=month_text(month)))
    lines += [_ending(stay, found.on) for stay in found.stays]
    if found.fees is not None:
        lines += leaving_words(found.fees)
    lines += _called_off(found)
    if found.risks:
        words = translate("ResidentState", "{count} risks stay open: close them with their result.")
        lines.append(words.format(count=len(found.risks)))
    if found.visitor:
        lines.append(translate("ResidentState", "{name} has one person less to visit.").format(name=found.visitor))
    for later in found.later:
        words = translate("ResidentState", "{count} × {kind} dated after it ({first} – {last}): look at them.")
        if later.first == later.last:
            words = translate("ResidentState", "{count} × {kind} dated after it ({first}): look at it.")
        shown = {"first": later.first.isoformat(), "last": later.last.isoformat()}
        lines.append(words.format(count=later.count, kind=record_word(later.kind), **shown))
    return lines


def _called_off(found: Effects) -> list[str]:
    """Open orders, and waiting for a bed."""
    lines = []
    if found.orders:
        words = translate("ResidentState", "{count} open orders are cancelled: {types}")
        types = "、".join(terms.SERVICE_TYPES.shown.get(one.type, one.type) for one in found.orders)
        lines.append(words.format(count=len(found.orders), types=types))
    if found.waits:
        words = translate("ResidentState", "The application for a bed ends that day: {modes}")
        lines.append(words.format(modes="、".join(terms.BED_MODES.shown[mode] for mode in found.waits)))
    return lines


def _ending(stay: EndedStay, on: dt.date) -> str:
    words = translate("ResidentState", "The stay in {bed} ends that day, the bed is free.")
    if stay.ends != on:
        words = translate("ResidentState", "The stay in {bed} ends on {day}, behind the closed months.")
    return words.format(bed=stay.bed, day=stay.ends.isoformat())


def reveal(widget: QWidget, page: Page, resident_id: int) -> str:
    """The whole number; the look is logged. Nothing when it could not be."""
    return perform(widget, lambda: registers.reveal_id(page.session.actor, resident_id)) or ""


def look(page: Page, row: ResidentRow, then: Callable[[str], object]) -> None:
    """Give the whole number to ``then``, which stands on the screen; whoever checks says first what for."""
    actor = page.session.actor
    if actor.role not in SAYS_WHY:
        then(reveal(page, page, row.id))
        return
    words = translate("ResidentState", "What do you need the whole ID number of {name} for? It is kept in the log.")
    act = Act(
        words.format(name=row.name),
        translate("ResidentState", "Show it"),
        Texts(reason()),
        lambda typed: registers.reveal_id(actor, row.id, typed["reason"]),
        Topic.NOTHING,
        then=then,
        about=row.id,
    )
    ask_for(page, act)


def _day(text: str) -> dt.date | None:
    try:
        return read_date(text, year=clock.today().year)
    except ValueError:
        return None


def _given_day(text: str) -> dt.date:
    day = _day(text)
    if day is None:
        raise InvalidDraft([FieldError("on", Reason.BAD_DATE)])
    return day
