"""时间银行: volunteers with their hours, beside them the entries of the chosen one, beneath what services offer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.quantities import hours_text
from desktop.core.words.balances import ENTRY_KINDS
from desktop.core.words.records import why_written
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.centre.centres import centre
from desktop.services.ledger.listing import Entry
from desktop.services.work import timebank
from desktop.services.work.timebank import HoursDraft, Volunteer
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import reading
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason
from desktop.ui.pages.system.offered_hours import OfferedHours
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.turning import Turning


class TimebankSection(SystemSection):
    """Left the volunteers, right the entries, beneath services not booked; an entry is taken back by another one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Timebank",
            "Hours that volunteers served, and hours that are served in return. An entry stays; another one takes it "
            "back. No more goes out than came in.",
        )
        super().__init__(session, translate("Timebank", "Time bank"), about, parent)
        self._rows: dict[int, Volunteer] = {}
        self._entries: dict[int, Entry] = {}
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read anew; who was chosen stays chosen."""
        if not permissions.may(self.session.actor.role, Action.READ_WORKERS):
            self.table.set_ids(())
            self.table.set_empty(translate("Timebank", "Director and front desk see this list"), "", "info")
            self.offered.refresh()
            self._show_rights()
            return
        self._rows = {one.id: one for one in timebank.volunteers(self.session.actor)}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        if self._rows and self.table.current_id() is None:
            self.table.select_id(next(iter(self._rows)))
        self._show_entries()
        self.offered.refresh()
        self._show_rights()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("Ctrl+N", translate("Timebank", "hours that the chosen volunteer served"), self.bring_in),
            Key("F2", translate("Timebank", "hours that are served in return"), self.take_out),
            Key("F4", translate("Timebank", "book the services of the month that nothing keeps out"), self.book_month),
            Key("F6", translate("Timebank", "volunteers, entries, services not yet booked"), self.turn),
            Key("F8", translate("Timebank", "take the chosen entry back by a counter-entry"), self.correct),
            Key("Ctrl+P", translate("Timebank", "the certificate of the chosen volunteer"), self.certificate),
        )

    @asks(Action.ENTER_HOURS)
    def bring_in(self) -> SmallForm | None:
        """Hours that the chosen one served."""
        return self._ask(served=True)

    @asks(Action.ENTER_HOURS)
    def take_out(self) -> SmallForm | None:
        """Hours served in return."""
        return self._ask(served=False)

    @asks(Action.CORRECT_ENTRY)
    def correct(self) -> SmallForm | None:
        """Take the chosen entry back."""
        one, row, actor = self.entries.current_row(), self.table.current_row(), self.session.actor
        if one is None or row is None or not self._may(Action.CORRECT_ENTRY):
            return None
        words = translate("Timebank", "Take back: {name}, {kind} {hours} hours")
        act = Act(
            words.format(name=row.name, kind=ENTRY_KINDS.shown[one.kind], hours=hours_text(one.amount)),
            translate("Timebank", "Take back"),
            Texts(reason()),
            lambda given: timebank.correct(actor, one.id, given["reason"]),
            Topic.SETTINGS,
            translate("Timebank", "Taken back for {name}").format(name=row.name),
            about=one.id,
        )
        return ask_for(self, act)

    def certificate(self) -> None:
        """Show the certificate of the chosen one for printing."""
        row = self.table.current_row()
        if row is None:
            return
        from desktop.reports.forms import volunteer_hours

        about, day, folder = timebank.statement(self.session.actor, row.id), clock.today(), preview_folder(self)

        def make(progress: Progress) -> Paper:
            path = folder / "volunteer-hours.pdf"
            made = volunteer_hours.write_certificate(about, centre().name, path, printed_on=day, progress=progress)
            return Paper(path, volunteer_hours.TITLE, tuple(made.missing))

        title = translate("Timebank", "Writing the certificate")
        preview_made(self, title, make)

    def book_month(self) -> None:
        """Hours of services of the month shown, into the time banks of who served them."""
        self.offered.book_month()

    def turn(self) -> None:
        """From the volunteers to the entries, to the services, to the volunteers."""
        tables: tuple[RecordTable[Any], ...] = (self.table, self.entries, self.offered.table)
        at = next((at for at, one in enumerate(tables) if one.hasFocus() or one.view.hasFocus()), 0)
        tables[(at + 1) % len(tables)].take_keyboard()

    def _ask(self, served: bool) -> SmallForm | None:
        row, actor = self.table.current_row(), self.session.actor
        if row is None or not self._may(Action.ENTER_HOURS):
            return None
        left = hours_text(row.hours.balance)
        head = (
            translate("Timebank", "Hours that {name} served")
            if served
            else translate("Timebank", "Hours out of the time bank of {name}; {left} are left")
        )
        told = translate("Timebank", "In for {name}") if served else translate("Timebank", "Out for {name}")
        act = Act(
            head.format(name=row.name, left=left),
            translate("Timebank", "Enter"),
            Drafted(_form(), HoursDraft(row.id, done_on=clock.today().isoformat())),
            lambda draft: (timebank.bring_in if served else timebank.take_out)(actor, draft),
            Topic.SETTINGS,
            lambda draft: f"{told.format(name=row.name)} {draft.hours}",
            then=self._entered,
            about=row.id,
        )
        return ask_for(self, act)

    def _build(self) -> None:
        self.table: RecordTable[Volunteer] = RecordTable(
            translate("Timebank", "Volunteers"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        hint = translate("Timebank", "Take somebody up under People with the post of a volunteer.")
        self.table.set_empty(translate("Timebank", "Nobody is a volunteer yet"), hint, "info")
        self.entries: RecordTable[Entry] = RecordTable(
            translate("Timebank", "Entries"), _entry_columns(), lambda ids: [self._entries[one] for one in ids]
        )
        self.entries.set_empty(translate("Timebank", "No entry"), "", "table")
        self.table.set_keys(translate("Timebank", "Ctrl+N in   F2 out   Enter entries"))
        self.entries.set_keys(translate("Timebank", "F8 take back   Esc volunteers"))
        both = Turning()
        both.add(self.table, 2, least=360)
        both.add(self.entries, 3, least=420)
        self.in_button = button(translate("Timebank", "Hours in… (Ctrl+N)"), self.bring_in, "primary", "add")
        self.out_button = button(translate("Timebank", "Hours out… (F2)"), self.take_out)
        self.back_button = button(translate("Timebank", "Take the entry back… (F8)"), self.correct)
        self.paper_button = button(translate("Timebank", "Certificate… (Ctrl+P)"), self.certificate)
        head = FlowRow(gap=10)
        for one in (self.in_button, self.out_button, self.back_button, self.paper_button):
            head.add(one)
        self.content.addWidget(head)
        self.offered = OfferedHours(self.session)
        self.content.addWidget(both, 3)
        self.content.addWidget(self.offered, 2)

    def _connect(self) -> None:
        self.table.current_changed.connect(lambda _now: reading(self, self._show_entries))
        self.table.row_activated.connect(lambda _one: self.entries.take_keyboard())
        for one in (self.entries, self.offered.table):
            one.left.connect(self.table.take_keyboard)
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _entered(self, entry_id: int) -> None:
        self.refresh()
        self.entries.select_id(entry_id)

    def _show_entries(self) -> None:
        row = self.table.current_row()
        found = timebank.entries_of(self.session.actor, row.id) if row is not None else []
        self._entries = {one.id: one for one in found}
        self.entries.set_ids(list(self._entries))
        self.entries.model.reload()
        if self._entries and self.entries.current_id() is None:
            self.entries.select_id(next(iter(self._entries)))

    def _show_rights(self) -> None:
        enters = self._may(Action.ENTER_HOURS)
        for made in (self.in_button, self.out_button, self.back_button):
            made.setVisible(enters)
            made.setEnabled(bool(self._rows))
        self.paper_button.setEnabled(bool(self._rows))

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _form() -> DraftForm[HoursDraft]:
    form = DraftForm(HoursDraft)
    form.add("hours", translate("Timebank", "Hours"), TextField(), help=translate("Timebank", "such as 1.5"))
    form.add("done_on", translate("Timebank", "Day"), DateField())
    form.add("resident_id", translate("Timebank", "For whom"), ResidentField())
    help = translate("Timebank", "Fill this where the register has nobody of them.")
    form.add("whom", translate("Timebank", "Or somebody else"), TextField(), help=help)
    help = translate("Timebank", "Stands on the certificate: no names of those who were helped.")
    form.add("remark", translate("Timebank", "What was done"), TextField(), help=help)
    return form


def _columns() -> tuple[Column[Volunteer], ...]:
    return (
        Column(translate("Timebank", "Name"), lambda one: one.name, 90, stretch=True),
        Column(translate("Timebank", "In"), lambda one: hours_text(one.hours.served), 70, Align.RIGHT),
        Column(translate("Timebank", "Out"), lambda one: hours_text(one.hours.taken), 70, Align.RIGHT),
        Column(translate("Timebank", "Balance"), lambda one: hours_text(one.hours.balance), 80, Align.RIGHT),
    )


def _entry_columns() -> tuple[Column[Entry], ...]:
    return (
        Column(translate("Timebank", "Day"), lambda one: str(one.done_on or ""), 116),
        Column(translate("Timebank", "Entry"), _kind, 124),
        Column(translate("Timebank", "Hours"), lambda one: hours_text(one.amount), 70, Align.RIGHT),
        Column(translate("Timebank", "For whom"), lambda one: one.name or one.whom, 90, stretch=True),
        Column(translate("Timebank", "Balance"), lambda one: hours_text(one.after), 80, Align.RIGHT, spare=True),
        Column(translate("Timebank", "Remark"), _what, 100, spare=True),
    )


def _what(one: Entry) -> str:
    of = SERVICE_TYPES.shown[one.service_type] if one.service_type else ""
    return " · ".join(part for part in (of, why_written(one.remark)) if part)


def _kind(one: Entry) -> str:
    words = ENTRY_KINDS.shown[one.kind]
    return (
        translate("Timebank", "{kind} (taken back)").format(kind=words) if one.countered and not one.stands else words
    )
