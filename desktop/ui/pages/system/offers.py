"""十助与价目: what the ten helps and their items are, and what they cost, from which day on; changed by keys."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.progress import Progress
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.prices import SCREEN
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.help_services import definitions, fees
from desktop.services.help_services.definitions import ALWAYS, Definition
from desktop.services.help_services.fees import Fee
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import offer_forms as forms
from desktop.ui.pages.system.price_columns import state_chip
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_DEFINITIONS, _FEES = "definitions", "fees"


class OffersSection(SystemSection):
    """The definitions, or the price list; who may not change them reads them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Offers",
            "What the ten helps are, which items belong to each, and what they cost. Nothing is overwritten: another "
            "word or fee holds from a day on, and services on record keep their item and what they cost.",
        )
        super().__init__(session, translate("Offers", "Ten helps and fees"), about, parent)
        self._offered: list[definitions.Listed] = []
        self._lines: dict[int, fees.Listed] = {}
        self._build()
        self._connect()

    @property
    def shows_fees(self) -> bool:
        """Whether the price list is shown."""
        return self.part.value() == _FEES

    def refresh(self) -> None:
        """List anew."""
        today = clock.today()
        self._offered = definitions.listed(today)
        self._lines = {one.row.id: one for one in fees.listed(today)}
        # What is shipped has no id of its own.
        self.table.set_ids(range(len(self._offered)))
        self.fees.set_ids(list(self._lines))
        for table, ids in ((self.table, range(len(self._offered))), (self.fees, list(self._lines))):
            if ids and table.current_id() is None:
                table.select_id(ids[0])
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("F6", translate("Offers", "from the definitions to the price list, and back"), self.turn),
            Key("Ctrl+N", translate("Offers", "another item, or line of the price list"), self.add),
            Key("F2", translate("Offers", "change the chosen one from a day on"), self.change),
            Key("F4", translate("Offers", "end the chosen one"), self.end),
            Key("F8", translate("Offers", "void the chosen one"), self.void),
            Key("Ctrl+P", translate("Offers", "the notice for the wall: items and fees of today"), self.notice),
        )

    def turn(self) -> None:
        """From the definitions to the price list, or back."""
        self.part.choose(_DEFINITIONS if self.shows_fees else _FEES)

    def add(self) -> SmallForm | None:
        """One more item or line."""
        if not self._may(self._setting):
            return None
        ask = forms.ask_fee if self.shows_fees else forms.ask_definition
        return ask(self, self.session.actor)

    def change(self) -> SmallForm | None:
        """As the chosen one from a day on, with something else in it."""
        row = self._chosen()
        if row is None or not self._may(self._setting):
            return None
        if isinstance(row, Fee):
            return forms.ask_fee(self, self.session.actor, row)
        return forms.ask_definition(self, self.session.actor, row)

    def end(self) -> SmallForm | None:
        """The chosen one holds up to a day and no longer; a whole type has no end."""
        row = self._chosen()
        if row is None or not self._can_end(row) or not self._may(self._setting):
            return None
        return forms.ask_end(self, self.session.actor, row)

    def void(self) -> SmallForm | None:
        """作废: the chosen one was recorded by mistake."""
        row = self._chosen()
        if row is None or not self._may(self._voiding):
            return None
        return forms.ask_void(self, self.session.actor, row)

    def notice(self) -> None:
        """公示: what is offered today and for how much, as a paper for the wall."""
        from desktop.reports import service_notice

        day, folder = clock.today(), preview_folder(self)

        def make(progress: Progress) -> Paper:
            made = service_notice.write_notice(day, folder / "service-notice.pdf", printed_on=day, progress=progress)
            return Paper(made.path, service_notice.TITLE, made.missing)

        preview_made(self, translate("Offers", "Writing the notice"), make)

    # How it is made.

    def _build(self) -> None:
        offered, priced = translate("Offers", "Items"), translate("Offers", "Price list")
        self.part = SegmentField({_DEFINITIONS: offered, _FEES: priced})
        self.part.set_name(translate("Offers", "Items or price list"))
        self.part.set_value(_DEFINITIONS)
        self.table: RecordTable[definitions.Listed] = RecordTable(
            offered, _definition_columns(), lambda ids: [self._offered[one] for one in ids]
        )
        self.fees: RecordTable[fees.Listed] = RecordTable(
            priced, _fee_columns(), lambda ids: [self._lines[one] for one in ids]
        )
        hint = translate("Offers", "Ctrl+N sets the first one.")
        self.fees.set_empty(translate("Offers", "No fee is set yet"), hint, "services")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.fees)
        self._whole = label(role="secondary", wrap=True)
        self.add_button = button(translate("Offers", "New item… (Ctrl+N)"), self.add, "primary", "add")
        self.change_button = button(translate("Offers", "Change… (F2)"), self.change)
        self.end_button = button(translate("Offers", "End… (F4)"), self.end)
        self.void_button = button(translate("Offers", "Void… (F8)"), self.void)
        self.notice_button = button(translate("Offers", "Notice… (Ctrl+P)"), self.notice)
        foot = FlowRow(gap=10)
        for made in (self.change_button, self.end_button, self.void_button, self.notice_button):
            foot.add(made)
        head = FlowRow(gap=16)
        head.add(self.part)
        head.add(self.add_button)
        self.content.addWidget(head)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self._whole)
        self.content.addWidget(foot)

    def _connect(self) -> None:
        self.part.changed.connect(self._on_part)
        for table in (self.table, self.fees):
            table.current_changed.connect(lambda _now: self._show_current())
            table.row_activated.connect(lambda _one: self.change())
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    # What happens.

    def _on_part(self) -> None:
        table = self.fees if self.shows_fees else self.table
        self._stack.setCurrentWidget(table)
        self._show_current()
        table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        row = self._chosen()
        # The text of a definition is longer than its line.
        self._whole.setText(row.shown_text if isinstance(row, Definition) else "")
        self._whole.setVisible(bool(self._whole.text()))
        sets = self._may(self._setting)
        for made in (self.add_button, self.change_button, self.end_button):
            made.setVisible(sets)
        self.void_button.setVisible(self._may(self._voiding))
        new = translate("Offers", "New fee… (Ctrl+N)"), translate("Offers", "New item… (Ctrl+N)")
        self.add_button.setText(new[0] if self.shows_fees else new[1])
        self.change_button.setEnabled(row is not None)
        self.end_button.setEnabled(row is not None and self._can_end(row))
        self.void_button.setEnabled(row is not None and row.id is not None)

    def _can_end(self, row: Definition | Fee) -> bool:
        return isinstance(row, Fee) or bool(row.item)

    def _chosen(self) -> Definition | Fee | None:
        line = self.fees.current_row() if self.shows_fees else self.table.current_row()
        return line.row if line is not None else None

    @property
    def _setting(self) -> Action:
        return Action.SET_PRICE if self.shows_fees else Action.DEFINE_SERVICE

    @property
    def _voiding(self) -> Action:
        return Action.VOID_PRICE if self.shows_fees else Action.VOID_DEFINITION

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _definition_columns() -> tuple[Column[definitions.Listed], ...]:
    return (
        Column(translate("Offers", "Type"), lambda line: SERVICE_TYPES.shown[line.row.type], 96),
        Column(translate("Offers", "Item"), lambda line: definitions.item_shown(line.row.item), 104),
        Column(translate("Offers", "Counted in"), lambda line: SERVICE_UNITS.shown[line.row.unit], 84),
        Column(translate("Offers", "What it is"), lambda line: line.row.shown_text, 160, stretch=True),
        Column(translate("Offers", "State"), lambda line: state_chip(line.state), 124),
        Column(translate("Offers", "From"), lambda line: _day(line.row.valid_from), 104, spare=True),
        Column(translate("Offers", "Until"), lambda line: _day(line.row.valid_to), 104, spare=True),
    )


def _fee_columns() -> tuple[Column[fees.Listed], ...]:
    return (
        Column(translate("Offers", "Service"), lambda line: forms.what_of(line.row), 130, stretch=True),
        Column(translate("Offers", "Fee"), lambda line: yuan_text(line.row.fee_fen), 76, Align.RIGHT),
        Column(translate("Offers", "Subsidy"), lambda line: yuan_text(line.row.subsidy_fen), 76, Align.RIGHT),
        Column(translate("Offers", "For each"), lambda line: SERVICE_UNITS.shown[line.row.unit], 76),
        Column(translate("Offers", "For"), lambda line: SCREEN.whom(line.row.ages, line.row.flags), 96, stretch=True),
        Column(translate("Offers", "State"), lambda line: state_chip(line.state), 124),
        Column(translate("Offers", "From"), lambda line: _day(line.row.valid_from), 104, spare=True),
        Column(translate("Offers", "Until"), lambda line: _day(line.row.valid_to), 104, spare=True),
    )


def _day(day: dt.date | None) -> str:
    return "—" if day is None or day == ALWAYS else day.isoformat()
