"""轮候: who waits for a bed, in which order and why; the free beds with who comes next, and those that are offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft
from desktop.core.i18n import translate
from desktop.core.waiting import Moved, OfferState, sets_apart
from desktop.core.words.terms import BED_KINDS, BED_MODES
from desktop.core.words.waiting import OFFER_STATES
from desktop.core.words.waiting_why import (
    before_words,
    front_words,
    grade_words,
    held_words,
    moved_words,
    order_words,
)
from desktop.services.beds import offers, waiting
from desktop.services.beds.offered import Offer
from desktop.services.beds.offers import FreeBed
from desktop.services.beds.waiting import Place
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Ask, Texts
from desktop.ui.pages.asks import Open
from desktop.ui.pages.beds import waiting_acts as acts
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning

# What moved is told over so many days, until another day is asked for.
_DAYS = 30
_TONES = {OfferState.OPEN: Tone.ATTENTION, OfferState.ACCEPTED: Tone.OK}


@dataclass(frozen=True)
class BedLine:
    """A bed that is free, or kept for whom it was offered to."""

    bed_id: int
    bed: str
    free: FreeBed | None = None
    offer: Offer | None = None

    @property
    def name(self) -> str:
        """Who comes next, or for whom it is kept."""
        if self.offer is not None:
            return self.offer.name
        return self.free.next.waiting.name if self.free and self.free.next else ""


class WaitingView(PageView):
    """The order beside the beds; beneath it why the chosen one stands there, and what moved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Waiting", "Waiting list"))
        self.since = clock.today() - dt.timedelta(days=_DAYS)
        self._places: dict[int, Place] = {}
        self._moved: dict[int, Moved] = {}
        self._offers: list[Offer] = []
        self._lines: dict[int, BedLine] = {}
        self.said, self.why = MessageStrip(), label(wrap=True)
        self.rule = label(order_words(), "secondary", wrap=True)
        self.table: RecordTable[Place] = RecordTable(
            translate("Waiting", "Who waits"), self._columns(), lambda ids: [self._places[one] for one in ids]
        )
        self.beds: RecordTable[BedLine] = RecordTable(
            translate("Waiting", "Free and offered beds"),
            _bed_columns(),
            lambda ids: [self._lines[one] for one in ids],
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with the list, by keys."""
        return (
            Key("Ctrl+N", translate("Waiting", "somebody applies for a bed"), self.apply),
            Key("F2", translate("Waiting", "put the chosen application right"), self.change),
            Key("F3", translate("Waiting", "offer a bed to the chosen one"), self.offer),
            Key("F6", translate("Waiting", "the offered bed is accepted"), self.accept),
            Key("F7", translate("Waiting", "the offered bed is refused, with the reason"), self.refuse),
            Key("Shift+F7", translate("Waiting", "the centre takes its offer back"), self.take_back),
            Key("F8", translate("Waiting", "withdraw the chosen application"), self.withdraw),
            Key("F12", translate("Waiting", "void an application recorded by mistake"), self.void),
            Key("F4", translate("Waiting", "since which day it is told what moved"), self.ask_since),
            Key("F10", translate("Waiting", "from the list to the beds and back"), self.turn),
            Key("Ctrl+G", translate("Waiting", "open the chosen person"), self.open_person),
            Key("Ctrl+P", translate("Waiting", "the list on paper"), self.print_list),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def show_bed(self, bed_id: int) -> None:
        """A bed that is offered, for its answer."""
        self.beds.select_id(bed_id)
        self.beds.take_keyboard()
        self._tell(translate("Waiting", "The bed is offered. Accept or refuse here, or take the offer back."))

    def turn(self) -> None:
        """From one table into the other."""
        there = self.table if self.beds.isAncestorOf(self.window().focusWidget() or self) else self.beds
        there.take_keyboard()

    def refresh(self) -> None:
        """Read everything anew."""
        chosen, bed = self.table.current_id(), self.beds.current_id()
        self._places = {one.application.id: one for one in waiting.places()}
        self._moved = {one.now.application_id: one for one in waiting.moves(self.since)}
        self._offers = offers.offers()
        kept = [BedLine(one.bed_id, one.bed, offer=one) for one in self._offers if one.stands]
        free = [BedLine(one.bed.id, one.bed.place, free=one) for one in offers.free_beds()]
        self._lines = {one.bed_id: one for one in (*kept, *free)}
        for table, ids, before in ((self.table, list(self._places), chosen), (self.beds, list(self._lines), bed)):
            table.set_ids(ids)
            table.model.reload()
            if before in ids:
                table.select_id(before)
        words = translate("Waiting", "{count} wait · {free} beds are free · {kept} are offered")
        self.header.set_subtitle(words.format(count=len(self._places), free=len(free), kept=len(kept)))
        self._show_why()

    @asks(Action.EDIT_WAITING)
    def apply(self) -> SmallForm:
        """Somebody applies."""
        return acts.ask_application(self.page, self.session.actor)

    @asks(Action.EDIT_WAITING)
    def change(self) -> SmallForm | None:
        """Put the chosen one right."""
        one = self._chosen()
        return acts.ask_application(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_WAITING)
    def withdraw(self) -> SmallForm | None:
        """The chosen one waits no more."""
        one = self._chosen()
        return acts.ask_withdraw(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_WAITING)
    def void(self) -> SmallForm | None:
        """It was recorded by mistake."""
        one = self._chosen()
        return acts.ask_void(self.page, self.session.actor, one) if one else None

    @asks(Action.OFFER_BED)
    def offer(self) -> SmallForm | None:
        """Offer the chosen one a bed: the one of the list of beds where it fits, else the first that does."""
        one = self._chosen()
        return self._offer(one, self.beds.current_id()) if one else None

    def offer_to_next(self, bed_id: int) -> SmallForm | None:
        """Offer a free bed to who comes next for it; of one that is offered, the answer."""
        line = self._lines[bed_id]
        if line.offer is not None:
            return acts.ask_accept(self.page, self.session.actor, line.offer)
        if line.free is None or line.free.next is None:
            self._tell(translate("Waiting", "Nobody waits for such a bed."))
            return None
        return self._offer(line.free.next, bed_id)

    @asks(Action.ANSWER_OFFER)
    def accept(self) -> SmallForm | None:
        """The offered bed is taken."""
        one = self._answered()
        return acts.ask_accept(self.page, self.session.actor, one) if one else None

    @asks(Action.ANSWER_OFFER)
    def refuse(self) -> SmallForm | None:
        """The offered bed is not taken."""
        one = self._answered()
        return acts.ask_refuse(self.page, self.session.actor, one) if one else None

    @asks(Action.OFFER_BED)
    def take_back(self) -> SmallForm | None:
        """The centre needs the bed otherwise."""
        one = self._answered()
        return acts.ask_take_back(self.page, self.session.actor, one) if one else None

    def ask_since(self) -> SmallForm:
        """Since which day it is told what moved."""
        asked = Texts(Ask("since", translate("Waiting", "Since"), DateField(), True, self.since.isoformat()))

        def show(box: SmallForm) -> bool:
            typed = answer(lambda: waiting.since_day(asked.given()["since"]))
            if isinstance(typed, InvalidDraft):
                box.show_errors(typed.fields)
            elif isinstance(typed, dt.date):
                self.since = typed
                self.refresh()
            return isinstance(typed, dt.date)

        words = translate("Waiting", "What moved since which day?")
        box = SmallForm(words, asked.form, translate("Waiting", "Show"), show, self.page)
        box.begin()
        return box

    def open_person(self) -> None:
        """The card of the chosen one."""
        one = self._chosen()
        if one is not None:
            self.page.go_requested.emit(RoomKey.RESIDENTS, Open(one.application.resident_id))

    def print_list(self) -> None:
        """The list of today on paper."""
        acts.print_list(self.page, clock.today())

    def _offer(self, one: Place, bed_id: int | None) -> SmallForm | None:
        fitting = {
            line.bed_id: line.bed
            for line in self._lines.values()
            if line.free is not None and one.application.fits(line.free.bed.mode, line.free.bed.kind)
        }
        if not fitting:
            self._tell(translate("Waiting", "No bed of this kind is free."))
            return None
        chosen = bed_id if bed_id in fitting else next(iter(fitting))
        offered = {str(bed): place for bed, place in fitting.items()}
        return acts.ask_offer(self.page, self.session.actor, one, offered, chosen)

    def _answered(self) -> Offer | None:
        """The offer that stands for whoever or whatever bed is chosen, the table that has the keyboard first."""
        line, place = self.beds.current_row(), self.table.current_row()
        of_bed = [one for one in self._offers if one.stands and line is not None and one.bed_id == line.bed_id]
        who = None if place is None else place.application.id
        of_person = [one for one in self._offers if one.stands and one.application_id == who]
        in_beds = self.beds.isAncestorOf(self.window().focusWidget() or self)
        found = (of_bed + of_person) if in_beds else (of_person + of_bed)
        if not found:
            self._tell(translate("Waiting", "No bed is offered here. F3 offers one."))
        return found[0] if found else None

    def _chosen(self) -> Place | None:
        one = self.table.current_row()
        if one is None:
            self._tell(translate("Waiting", "Choose somebody in the list first."))
        return one

    def _tell(self, words: str) -> None:
        self.said.say(words, Tone.ATTENTION)

    def _show_why(self) -> None:
        """Why the chosen one stands there, what moved since, and which beds were offered."""
        one = self.table.current_row()
        self.why.setText("\n".join(self._why(one)) if one else "")
        self.why.setVisible(one is not None)

    def _why(self, one: Place) -> list[str]:
        same = [other for other in self._places.values() if other.application.mode == one.application.mode]
        ahead = same[one.position - 2].waiting if one.position > 1 else None
        first = before_words(ahead, one.waiting, sets_apart(ahead, one.waiting)) if ahead else front_words()
        since = translate("Waiting", "Since {day}: {moved}")
        found = [first, since.format(day=self.since.isoformat(), moved=moved_words(self._moved[one.application.id]))]
        had = [_offer_words(offer) for offer in self._offers if offer.application_id == one.application.id]
        if had:
            found.append(translate("Waiting", "Offered: {beds}").format(beds="；".join(had)))
        if one.application.remark:
            found.append(one.application.remark)
        return found

    def _columns(self) -> tuple[Column[Place], ...]:
        return (
            Column(translate("Waiting", "Place"), lambda one: str(one.position), 56, Align.CENTRE),
            Column(translate("Waiting", "Moved"), self._move_text, 64, Align.CENTRE),
            Column(translate("Waiting", "Name"), lambda one: one.waiting.name, 84, stretch=True),
            Column(translate("Waiting", "Class"), lambda one: held_words(one.waiting), 150, stretch=True),
            Column(translate("Waiting", "Grade"), lambda one: grade_words(one.waiting), 96),
            Column(translate("Waiting", "Applied"), lambda one: day_text(one.application.applied_on), 112),
            Column(translate("Waiting", "Wants"), _wants, 120, spare=True),
            Column(translate("Waiting", "Offer"), self._offer_chip, 104),
        )

    def _move_text(self, one: Place) -> str:
        before = self._moved[one.application.id].before
        if before is None:
            return translate("Waiting", "new")
        forwards = before - one.position
        return f"↑{forwards}" if forwards > 0 else f"↓{-forwards}" if forwards else "—"

    def _offer_chip(self, one: Place) -> Chips | str:
        mine = (offer for offer in self._offers if offer.application_id == one.application.id and offer.stands)
        standing = next(mine, None)
        return _chip(standing) if standing else ""

    def _build(self) -> None:
        self.header.set_primary(translate("Waiting", "Apply… (Ctrl+N)"), self.apply, "add")
        both = Turning()
        both.add(self.table, 3, least=600)
        both.add(self.beds, 2, least=340)
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("Waiting", "Offer a bed… (F3)"), self.offer, "beds"),
            (translate("Waiting", "Accepted… (F6)"), self.accept, "check"),
            (translate("Waiting", "Refused… (F7)"), self.refuse, ""),
            (translate("Waiting", "Take back… (Shift+F7)"), self.take_back, ""),
            (translate("Waiting", "Change… (F2)"), self.change, "edit"),
            (translate("Waiting", "Withdraw… (F8)"), self.withdraw, ""),
            (translate("Waiting", "Void… (F12)"), self.void, ""),
            (translate("Waiting", "Moved since… (F4)"), self.ask_since, "calendar"),
            (translate("Waiting", "Print (Ctrl+P)"), self.print_list, "print"),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(both, 1)
        self.content.addWidget(self.why)
        self.content.addWidget(self.rule)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        first = translate("Waiting", "Ctrl+N puts somebody on the list.")
        self.table.set_empty(translate("Waiting", "Nobody waits for a bed"), first, "beds")
        self.beds.set_empty(translate("Waiting", "No bed is free or offered"), "", "beds")
        self.table.set_keys(translate("Waiting", "↑↓ choose   Enter offer a bed   F10 beds   Esc back"))
        self.beds.set_keys(translate("Waiting", "↑↓ choose   Enter offer, or answer   Esc list"))
        self.table.current_changed.connect(lambda _one: self._show_why())
        self.table.row_activated.connect(lambda _one: self.offer())
        self.table.left.connect(self.closed)
        self.beds.row_activated.connect(self.offer_to_next)
        self.beds.left.connect(self.table.take_keyboard)


def _bed_columns() -> tuple[Column[BedLine], ...]:
    return (
        Column(translate("Waiting", "Bed"), lambda one: one.bed, 120, stretch=True),
        Column(translate("Waiting", "State"), _bed_chip, 104),
        Column(translate("Waiting", "Who"), _who, 130, stretch=True),
        Column(
            translate("Waiting", "Until"),
            lambda one: day_text(one.offer.expires_on) if one.offer else "",
            112,
            spare=True,
        ),
    )


def _bed_chip(one: BedLine) -> Chips:
    return _chip(one.offer) if one.offer else Chips((ChipSpec(translate("Waiting", "free")),))


def _who(one: BedLine) -> str:
    if one.offer is not None:
        return one.name
    words = translate("Waiting", "next: {name}")
    return words.format(name=one.name) if one.name else translate("Waiting", "nobody waits")


def _chip(one: Offer) -> Chips:
    return Chips((ChipSpec(OFFER_STATES.shown[one.state], _TONES[OfferState(one.state)]),))


def _wants(one: Place) -> str:
    kind = BED_KINDS.shown.get(one.application.kind, "")
    return " · ".join(part for part in (BED_MODES.shown[one.application.mode], kind) if part)


def _offer_words(one: Offer) -> str:
    words = translate("Waiting", "{bed} on {day}, {state}")
    state = OFFER_STATES.shown[one.state]
    if one.state == OfferState.OPEN:
        state = translate("Waiting", "{state} by {day}").format(state=state, day=one.expires_on.isoformat())
    said = words.format(bed=one.bed, day=one.offered_on.isoformat(), state=state)
    more = "，".join(part for part in (one.turn_reason, one.answer_reason) if part)
    return f"{said}（{more}）" if more else said
