"""床位档案: everything that is on record of a bed, or of somebody's beds, line by line, put right where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from desktop.core.acts import Action, Thing
from desktop.core.i18n import translate
from desktop.core.words.beds import BED_CLASSES, entry_words
from desktop.core.words.records import record_word
from desktop.core.words.terms import BED_KINDS, BED_MODES, BED_STATES
from desktop.services.beds import history, leaves
from desktop.services.beds import places as beds
from desktop.services.beds.history import Entry
from desktop.services.beds.leaves import LeaveRow
from desktop.services.beds.places import BedRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import ask_for
from desktop.ui.pages.asks import Open
from desktop.ui.pages.beds import acts, fact_acts
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.what_if_box import WHAT_IF_KEY, ask_what_if
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.strips import MessageStrip

# More leaves than any bed has.
_MANY = 100_000


class EntriesView(PageView):
    """The records, the newest first; the chosen one is put right or voided."""

    def __init__(self, page: Page, title: str) -> None:
        super().__init__(page, title)
        self._entries: list[Entry] = []
        self.said = MessageStrip()
        self.table: RecordTable[Entry] = RecordTable(title, _columns(), lambda ids: [self._entries[one] for one in ids])
        self.table.set_empty(translate("BedFile", "Nothing is on record yet"), "", "beds")
        self.table.row_activated.connect(lambda _one: self.put_right())
        self.table.left.connect(self.closed)
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)

    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        """What is done with the chosen record."""
        return (
            Key("F2", translate("BedFile", "put the chosen record right"), self.put_right),
            Key(VOID_KEY, translate("BedFile", "void the chosen record"), self.void),
            Key(PERSON_KEY, translate("BedFile", "open the person of the chosen record"), self.open_person),
            Key(WHAT_IF_KEY, translate("BedFile", "another day of leaving, another grade: what if"), self.what_if),
        )

    def refresh(self) -> None:
        """Read anew; the line that was chosen stays so."""
        chosen = self.table.current_row()
        self._entries = list(self.entries())
        self.table.set_ids(range(len(self._entries)))
        self.table.model.reload()
        at = next((at for at, one in enumerate(self._entries) if chosen and one.uid == chosen.uid), 0)
        if self._entries:
            self.table.select_id(at)

    def take_keyboard(self) -> None:
        """The records."""
        self.table.take_keyboard()

    @asks(Action.EDIT_BED)
    def put_right(self) -> SmallForm | None:
        """The box of the chosen record; a stay is ended or voided in the list of beds, not changed here."""
        one = self._chosen()
        if one is None:
            return None
        if one.thing == Thing.LEAVE:
            return ask_for(self.page, acts.change_leave(self.session.actor, _row(one), _leave(one)))
        if one.thing == Thing.STAY:
            words = translate("BedFile", "A stay is ended by F8 of the beds, or voided here (F12) and recorded anew.")
            self.said.say(words, Tone.NEUTRAL)
            return None
        return fact_acts.ask_right(self.page, self.session.actor, one.bed_id, one)

    @asks(Action.VOID_BED_FACT)
    def void(self) -> SmallForm | None:
        """Why the chosen record is void."""
        one = self._chosen()
        if one is None:
            return None
        actor = self.session.actor
        if one.thing == Thing.LEAVE:
            return ask_for(self.page, acts.void_leave(actor, _row(one), _leave(one)))
        if one.thing == Thing.STAY:
            return ask_for(self.page, acts.void_stay(actor, _row(one), one.id))
        return fact_acts.ask_void(self.page, actor, one)

    def open_person(self) -> None:
        """The person of the chosen record, in the register."""
        one = self._chosen()
        if one is not None and one.resident_id is not None:
            self.page.go_requested.emit(RoomKey.RESIDENTS, Open(one.resident_id))
        elif one is not None:
            self.say_nobody()

    def say_nobody(self) -> None:
        """That the chosen record is nobody's."""
        self.said.say(translate("BedFile", "The chosen record names nobody."), Tone.NEUTRAL)

    def what_if(self) -> SmallForm | None:
        """What a month would come to with another day of leaving, or another grade, of the person of the record."""
        one = self._chosen()
        if one is None:
            return None
        if one.resident_id is None:
            self.say_nobody()
            return None
        return ask_what_if(self.page, one.resident_id, one.person)

    def _chosen(self) -> Entry | None:
        one = self.table.current_row()
        if one is None:
            self.said.say(translate("BedFile", "Choose a line first."), Tone.ATTENTION)
        return one


class BedFileView(EntriesView):
    """Everything of one bed, and what is recorded of it from a day on.

    ``person_wanted`` carries id and name of somebody whose beds are asked for.
    """

    person_wanted = Signal(int, str)

    def __init__(self, page: Page, bed: BedRow) -> None:
        self.bed = bed
        super().__init__(page, translate("BedFile", "File of bed {bed}").format(bed=bed.place))
        told = (
            (translate("BedFile", "What it is from a day on… (F6)"), self.add_nature),
            (translate("BedFile", "Insurance… (F7)"), self.add_insurance),
            (translate("BedFile", "Out of service… (F8)"), self.add_outage),
            (translate("BedFile", "Keep for somebody… (F9)"), self.add_reservation),
            (translate("BedFile", "Beds of the person (F4)"), self.show_person),
            (translate("BedFile", "What if… (Shift+F8)"), self.what_if),
            (translate("BedFile", "Put right… (F2)"), self.put_right),
            (translate("BedFile", "Void… (F12)"), self.void),
        )
        self.content.addWidget(FlowRow(*(button(words, call) for words, call in told)))
        self.table.set_keys(translate("BedFile", "↑↓ choose   Enter put right   Esc back"))
        install(self, self.keys())
        self.refresh()

    def entries(self) -> Sequence[Entry]:
        """All of the bed."""
        return history.of_bed(self.bed.id)

    def keys(self) -> tuple[Key, ...]:
        """What is recorded of the bed, and the acts with one record."""
        return (
            Key("F6", translate("BedFile", "what the bed is from a day on: kind, mode, class"), self.add_nature),
            Key("F7", translate("BedFile", "the days of its insurance"), self.add_insurance),
            Key("F8", translate("BedFile", "days on which it is out of service"), self.add_outage),
            Key("F9", translate("BedFile", "keep it for somebody"), self.add_reservation),
            Key("F4", translate("BedFile", "all beds of the person of the chosen record"), self.show_person),
            *super().keys(),
        )

    def refresh(self) -> None:
        """Read anew, with what stands beneath the title."""
        super().refresh()
        found = beds.rows([self.bed.id])
        if found:
            self.bed = found[0]
            self.header.set_subtitle(_words(self.bed))

    @asks(Action.EDIT_BED)
    def add_nature(self) -> SmallForm:
        """Another kind, mode or class from a day on."""
        return fact_acts.ask_nature(self.page, self.session.actor, self.bed.id, self.bed.place)

    @asks(Action.EDIT_BED)
    def add_insurance(self) -> SmallForm:
        """A policy."""
        return fact_acts.ask_insurance(self.page, self.session.actor, [self.bed.id], self.bed.place)

    @asks(Action.EDIT_BED)
    def add_outage(self) -> SmallForm:
        """Days out of service."""
        return fact_acts.ask_outage(self.page, self.session.actor, self.bed.id, self.bed.place)

    @asks(Action.RESERVE_BED)
    def add_reservation(self) -> SmallForm:
        """Keep it for somebody."""
        return fact_acts.ask_reservation(self.page, self.session.actor, self.bed.id, self.bed.place)

    def show_person(self) -> None:
        """All beds of the person of the chosen record."""
        one = self._chosen()
        if one is not None and one.resident_id is not None:
            self.person_wanted.emit(one.resident_id, one.person)
        elif self.bed.resident_id is not None:
            # A policy or an outage is nobody's: who lies in the bed is meant.
            self.person_wanted.emit(self.bed.resident_id, self.bed.resident)
        else:
            self.say_nobody()


class PersonBedsView(EntriesView):
    """The stays, leaves and reservations of somebody, in whichever bed."""

    def __init__(self, page: Page, resident_id: int, name: str) -> None:
        self._resident_id = resident_id
        super().__init__(page, translate("BedFile", "Beds of {name}").format(name=name))
        told = (
            (translate("BedFile", "Put right… (F2)"), self.put_right),
            (translate("BedFile", "Void… (F12)"), self.void),
            (translate("BedFile", "Open the person (Ctrl+G)"), self.open_person),
            (translate("BedFile", "What if… (Shift+F8)"), self.what_if),
        )
        self.content.addWidget(FlowRow(*(button(words, call) for words, call in told)))
        self.table.set_keys(translate("BedFile", "↑↓ choose   Enter put right   Esc back"))
        install(self, self.keys())
        self.refresh()

    def entries(self) -> Sequence[Entry]:
        """All of the person."""
        return history.of_person(self._resident_id)


def _words(bed: BedRow) -> str:
    """What a bed is today, on a line."""
    kind, mode = BED_KINDS.shown[bed.kind], BED_MODES.shown[bed.mode]
    return " · ".join(
        part
        for part in (BED_STATES.shown[bed.state], bed.resident, kind, mode, BED_CLASSES.shown.get(bed.bed_class, ""))
        if part
    )


def _row(one: Entry) -> BedRow:
    """The bed of a record, with the person of the record."""
    return replace(beds.rows([one.bed_id])[0], resident=one.person)


def _leave(one: Entry) -> dict[str, LeaveRow]:
    """The leave of a record, as the boxes of leaves take it."""
    return {str(leave.id): leave for leave in leaves.of_bed(one.bed_id, most=_MANY) if leave.id == one.id}


def _columns() -> tuple[Column[Entry], ...]:
    return (
        Column(translate("BedFile", "What"), lambda one: record_word(one.thing), 130),
        Column(translate("BedFile", "From"), lambda one: one.first.isoformat() if one.first else "—", 112),
        Column(translate("BedFile", "Until"), lambda one: one.last.isoformat() if one.last else "—", 112),
        Column(translate("BedFile", "Bed"), lambda one: one.place, 120, spare=True),
        Column(translate("BedFile", "Person"), lambda one: one.person, 100),
        Column(translate("BedFile", "Words"), lambda one: entry_words(one.thing, one.words), 180, stretch=True),
    )
