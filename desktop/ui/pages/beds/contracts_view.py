"""协议: who lies here or is cared for at home without a contract, or with one that ended or ends soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.home_beds import HomeBedState
from desktop.core.i18n import translate
from desktop.core.staying import ContractKind, ContractState
from desktop.core.words.staying import CAPACITIES, CONTRACT_KINDS, CONTRACT_STATES
from desktop.services.beds import contracts
from desktop.services.beds.contracts import ContractRow
from desktop.services.contracts import due
from desktop.services.contracts.due import ContractLine
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import HomeBedRow
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages import papers
from desktop.ui.pages.asks import Open
from desktop.ui.pages.beds import contract_acts, home_bed_acts
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.papers import ShownList
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.due import due_words
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

_TONES = {
    ContractState.ENDED: Tone.DANGER,
    ContractState.NONE: Tone.DANGER,
    ContractState.COMING: Tone.ATTENTION,
    ContractState.ENDS_SOON: Tone.ATTENTION,
    ContractState.HOLDS: Tone.OK,
}
Read = Callable[[dt.date], Sequence[ContractLine]]


class ContractsView(PageView):
    """The list; F4 shows those to be seen to, everybody of today, those without a picture, every one on record."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Contracts", "Contracts"))
        self._kinds: tuple[tuple[str, Read], ...] = (
            (translate("Contracts", "to be seen to"), due.due),
            (translate("Contracts", "everybody who is here or cared for at home today"), due.lines),
            (translate("Contracts", "without a picture of the paper"), _without_picture),
            (translate("Contracts", "every contract of a stay on record"), due.on_record),
        )
        self._kind = 0
        self.lines: list[ContractLine] = []
        self.said, self.shown = MessageStrip(), label(role="secondary", wrap=True)
        self.table: RecordTable[ContractLine] = RecordTable(
            translate("Contracts", "Contracts"), _columns(), lambda ids: [self.lines[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with the chosen contract, by keys."""
        return (
            Key("F2", translate("Contracts", "put the contract right"), self.put_right),
            Key("F3", translate("Contracts", "a contract: the first, or the next one"), self.ask_next),
            Key("F6", translate("Contracts", "the picture of the contract"), self.show_picture),
            Key("F7", translate("Contracts", "another picture; the one before is kept"), self.replace_picture),
            Key(
                "F4",
                translate("Contracts", "the next list: everybody, without a picture, all on record"),
                self.turn,
            ),
            Key(VOID_KEY, translate("Contracts", "void the contract, recorded by mistake"), self.void),
            Key(PERSON_KEY, translate("Contracts", "open the person"), self.open_person),
            Key("Ctrl+P", translate("Contracts", "the list on paper"), self.print_list),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """Read anew; who was chosen stays chosen."""
        chosen, today = self.table.current_row(), clock.today()
        shown, read = self._kinds[self._kind]
        self.lines = list(read(today))
        self.table.set_ids(range(len(self.lines)))
        self.table.model.reload()
        at = next((at for at, one in enumerate(self.lines) if chosen and _same(one, chosen)), 0)
        if self.lines:
            self.table.select_id(at)
        asked = [one.state for one in (self.lines if self._kind == 0 else due.due(today))]
        told = [f"{CONTRACT_STATES.shown[state]} {asked.count(state)}" for state in due.ASKED if state in asked]
        self.header.set_subtitle(" · ".join(told) or translate("Contracts", "Every contract holds."))
        words = translate("Contracts", "Shown: {shown}. Seen to from {days} days before the end (system, rules).")
        self.shown.setText(words.format(shown=shown, days=rules.contract_days(today)))

    def turn(self) -> None:
        """The next of the lists."""
        self._kind = (self._kind + 1) % len(self._kinds)
        self.refresh()

    @asks(Action.EDIT_CONTRACT)
    def put_right(self) -> SmallForm | None:
        """What was written wrongly of the chosen one; a first contract where there is none."""
        one = self._chosen()
        if one is None:
            return None
        if one.kind == ContractKind.HOME_BED:
            return self._at_home(one, home_bed_acts.ask_change)
        if one.record_id is None:
            return self.ask_next()
        return contract_acts.ask_right(self.page, self.session.actor, contracts.contract(one.record_id))

    @asks(Action.EDIT_CONTRACT)
    def ask_next(self) -> SmallForm | None:
        """The first contract of the chosen person, or the one after the last."""
        one = self._chosen()
        if one is None:
            return None
        if one.kind == ContractKind.HOME_BED:
            return self._at_home(one, home_bed_acts.ask_renew)
        return contract_acts.ask_next(self.page, self.session.actor, one.resident_id, one.name)

    @asks(Action.EDIT_CONTRACT)
    def void(self) -> SmallForm | None:
        """The chosen contract was recorded by mistake."""
        one = self._of_stay()
        return contract_acts.ask_void(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_CONTRACT)
    def show_picture(self) -> None:
        """The picture of the chosen contract; without one, choose it."""
        self._picture(contract_acts.show_or_choose, home_bed_acts.show_or_choose)

    @asks(Action.EDIT_CONTRACT)
    def replace_picture(self) -> None:
        """Another picture of the chosen contract."""
        self._picture(contract_acts.choose_picture, home_bed_acts.choose_picture)

    def open_person(self) -> None:
        """The chosen person, in the register."""
        one = self._chosen()
        if one is not None:
            self.page.go_requested.emit(RoomKey.RESIDENTS, Open(one.resident_id))

    def print_list(self) -> None:
        """What is listed, as pages."""
        lines, shown = list(self.lines), self._kinds[self._kind][0]
        title = translate("Contracts", "Contracts: {shown}").format(shown=shown)
        paper = ShownList(
            title,
            _paper_columns(),
            tuple(range(len(lines))),
            lambda ids: [lines[one] for one in ids],
            clock.today().isoformat(),
        )
        papers.preview_list(self.page, paper)

    def _at_home(self, one: ContractLine, ask: Callable[[Page, Actor, HomeBedRow], SmallForm]) -> SmallForm:
        """What is asked of a contract at home; it is signed first where it is not."""
        home = _home_bed(one)
        asked = ask if home.state != HomeBedState.ASSESSED else home_bed_acts.ask_sign
        return asked(self.page, self.session.actor, home)

    def _picture(
        self,
        of_stay: Callable[[Page, Actor, ContractRow], None],
        at_home: Callable[[Page, Actor, HomeBedRow], None],
    ) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.record_id is None or one.from_on is None:
            self._say_none()
        elif one.kind == ContractKind.HOME_BED:
            at_home(self.page, self.session.actor, _home_bed(one))
        else:
            of_stay(self.page, self.session.actor, contracts.contract(one.record_id))

    def _say_none(self) -> None:
        self.said.say(translate("Contracts", "There is no contract yet: F3 records it."), Tone.ATTENTION)

    def _chosen(self) -> ContractLine | None:
        one = self.table.current_row()
        if one is None:
            self.said.say(translate("Contracts", "Choose somebody in the list first."), Tone.ATTENTION)
        return one

    def _of_stay(self) -> ContractRow | None:
        """The chosen contract of a stay; why there is none is said."""
        one = self._chosen()
        if one is None:
            return None
        if one.kind == ContractKind.HOME_BED:
            words = translate("Contracts", "That is done where the care beds at home are (Esc, Ctrl+H).")
            self.said.say(words, Tone.NEUTRAL)
            return None
        if one.record_id is None:
            self._say_none()
            return None
        return contracts.contract(one.record_id)

    def _build(self) -> None:
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("Contracts", "First or next contract… (F3)"), self.ask_next, "add"),
            (translate("Contracts", "Put right… (F2)"), self.put_right, "edit"),
            (translate("Contracts", "Picture… (F6)"), self.show_picture, ""),
            (translate("Contracts", "Another picture… (F7)"), self.replace_picture, ""),
            (translate("Contracts", "Void… (F12)"), self.void, ""),
            (translate("Contracts", "To be seen to, all (F4)"), self.turn, ""),
            (translate("Contracts", "Print the list (Ctrl+P)"), self.print_list, "print"),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(self.shown)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        more = translate("Contracts", "F4 shows those that hold too.")
        self.table.set_empty(translate("Contracts", "No contract is to be seen to"), more, "beds")
        self.table.set_keys(translate("Contracts", "↑↓ choose   Enter put right   F3 next   Esc back"))
        self.table.row_activated.connect(lambda _one: self.put_right())
        self.table.left.connect(self.closed)


def _home_bed(one: ContractLine) -> HomeBedRow:
    return next(row for row in progress.rows() if row.id == one.record_id)


def _same(one: ContractLine, other: ContractLine) -> bool:
    """Whether two lines are of one contract, or of one person where nothing was on record."""
    named = (one.kind, one.resident_id) == (other.kind, other.resident_id)
    return named and (one.record_id == other.record_id or other.record_id is None)


def _columns() -> tuple[Column[ContractLine], ...]:
    return (
        Column(translate("Contracts", "State"), _state, 128),
        Column(translate("Contracts", "Name"), lambda one: one.name, 90, stretch=True),
        Column(translate("Contracts", "Of"), lambda one: CONTRACT_KINDS.shown[one.kind], 130, spare=True),
        Column(translate("Contracts", "Bed, community"), lambda one: one.place, 120, spare=True),
        Column(translate("Contracts", "Number"), lambda one: one.number, 170, spare=True),
        Column(translate("Contracts", "Until"), lambda one: _day(one.until), 112),
        Column(translate("Contracts", "Left"), _left, 120, spare=True),
        Column(translate("Contracts", "Picture"), _picture_word, 70, spare=True),
        Column(translate("Contracts", "Signed by"), _signer, 150, spare=True),
    )


def _paper_columns() -> tuple[Column[ContractLine], ...]:
    """In plain words, and from when."""
    state, *others = (replace(one, spare=False) for one in _columns())
    first = Column[ContractLine](translate("Contracts", "From"), lambda one: _day(one.from_on), 100)
    return (replace(state, value=lambda one: CONTRACT_STATES.shown[one.state]), *others[:4], first, *others[4:])


def _state(one: ContractLine) -> Chips:
    return Chips((ChipSpec(CONTRACT_STATES.shown[one.state], _TONES[one.state]),))


def _left(one: ContractLine) -> str:
    return due_words(one.until, clock.today()) if one.until else ""


def _picture_word(one: ContractLine) -> str:
    return translate("Contracts", "yes") if one.picture else ""


def _without_picture(day: dt.date) -> list[ContractLine]:
    return [one for one in due.lines(day) if one.from_on is not None and not one.picture]


def _signer(one: ContractLine) -> str:
    return " ".join(part for part in (one.signed_by, CAPACITIES.shown.get(one.capacity, "")) if part)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
