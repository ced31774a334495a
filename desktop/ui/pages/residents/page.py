"""老年人: the register of residents, with the screens that stand in its place: a card, duplicates, a past day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import IdState, ListKind, ReportKind, WorkbookKind
from desktop.core.codes import CodeKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.printers import LabelKind
from desktop.core.trade import NamedList, RegisterState
from desktop.services.register import listing as residents
from desktop.services.register import old_codes, printed_labels
from desktop.services.register.as_of import AsOfQuery
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import asked, states
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.writing import rules
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import New, Open, TakeIn
from desktop.ui.pages.detail_keys import COLUMNS_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.new_text import NewText
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.residents.as_of import AsOfView
from desktop.ui.pages.residents.assessments_view import AssessmentsView
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.columns import (
    STANDARD,
    ListedRow,
    ages,
    chosen_of,
    columns_of,
    filters,
    further,
    listed,
    offered,
)
from desktop.ui.pages.residents.detail import show_person
from desktop.ui.pages.residents.duplicates_view import DuplicatesView
from desktop.ui.pages.residents.form import ResidentForm
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.header import search_words

# The search answers within this; a longer pause would only be waiting.
_TYPING_PAUSE_MS = 10


class ResidentsPage(RecordsPage[ListedRow, ResidentDraft]):
    """Who is on register, found by whatever a clerk knows of somebody."""

    topics = Topic.RESIDENTS | Topic.VISITS | Topic.BEDS
    writes = Topic.RESIDENTS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        today = clock.today()
        self._month = Month.of(today)
        self._roster_flags = rules.roster_flags(today)
        self._chosen = chosen_of(session.preferences.resident_columns)
        self._edited_from_card: int | None = None
        self._new_community = NewText(self, NamedList.COMMUNITY)
        super().__init__(session, self._listing(), parent)
        self._add_ways()

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Through the search index."""
        first, last = ages(wanted.chosen("age"))
        return residents.find_ids(
            ResidentQuery(
                text=wanted.text,
                community=wanted.chosen("community"),
                flag=wanted.chosen("flag"),
                grade=wanted.chosen("grade"),
                state="" if wanted.chosen("state") == IdState.TO_VERIFY else wanted.chosen("state"),
                age_from=first,
                age_to=last,
                to_verify=wanted.chosen("state") == IdState.TO_VERIFY,
                order=wanted.order,
                descending=wanted.descending,
            )
        )

    def load_rows(self, ids: list[int]) -> Sequence[ListedRow]:
        """From the register, with what the chosen columns need."""
        return listed(ids, further(self._chosen))

    def totals(self, ids: list[int]) -> str:
        """In which of their numbers the digits of a search stand: the list shows these masked, or not at all."""
        found = residents.found_by(ids, self.wanted().text)
        if found is None:
            return ""
        counts = {
            translate("Residents", "ID number"): found.id_number,
            translate("Residents", "Phone"): found.phone,
            translate("Residents", "Emergency contact"): found.contact_phone,
        }
        places = "   ".join(f"{words} {count}" for words, count in counts.items() if count)
        return translate("Residents", "found by: {places}").format(places=places) if places else ""

    def subtitle(self) -> str:
        """How many there are, and what wants attention."""
        counts = residents.counts()
        parts = [translate("Residents", "{count} on register").format(count=f"{counts.on_register:,}")]
        if counts.to_verify:
            parts.append(translate("Residents", "{count} to verify").format(count=counts.to_verify))
        words = translate("Residents", "Perhaps twice: {count}").format(count=counts.duplicates)
        self.duplicates_button.setText(words if counts.duplicates else translate("Residents", "Look for duplicates"))
        return " · ".join(parts)

    def make_detail(self) -> DetailPanel:
        """Who it is, and what one does for them most."""
        panel = DetailPanel()
        panel.add_button(translate("Residents", "Open the card (Enter)"), self.open_current, "primary", "residents")
        panel.add_button(
            translate("Residents", "Record a visit (F6)"), lambda: self._go_new(RoomKey.VISITS), icon="visits"
        ).ask(Action.RECORD_VISIT)
        panel.add_button(
            translate("Residents", "Record a service (F7)"), lambda: self._go_new(RoomKey.SERVICES), icon="services"
        ).ask(Action.RECORD_SERVICE)
        panel.add_button(translate("Residents", "Edit (F2)"), self.edit_current, icon="edit").ask(self.listing.edits)
        return panel

    def show_detail(self, detail: DetailPanel, row: ListedRow) -> None:
        """The facts that one is asked for on the phone."""
        show_person(detail, row, self._month)

    def make_form(self) -> DraftForm[ResidentDraft]:
        """The form of handbook 2.1."""
        form = ResidentForm()
        form.candidate_opened.connect(self.open_card)
        return form

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> ResidentDraft:
        """A resident's draft; a new one comes on register today."""
        if record_id:
            draft = resident_forms.draft_of(record_id)
            if draft.accept_to_verify and draft.id_number:
                # One that is to be verified stands whole in the form, where it is put right.
                states.reveal_id(self.session.actor, record_id)
            return draft
        return ResidentDraft(registered_on=clock.today().isoformat())

    def form_title(self, draft: ResidentDraft, record_id: int | None) -> str:
        """The resident's name."""
        return draft.name if record_id else translate("Residents", "New resident")

    def save_draft(self, draft: ResidentDraft) -> int:
        """Through the service."""
        return asked.save(self.session.actor, draft)

    def saved_text(self, draft: ResidentDraft) -> str:
        """Who was saved."""
        return translate("Residents", "{name} is saved").format(name=draft.name.strip())

    @asks(Action.IMPORT)
    def open_import(self) -> None:
        """Take workbooks in."""
        self.go_requested.emit(RoomKey.IMPORT, TakeIn(WorkbookKind.RESIDENTS))

    # The screens in the place of the list.

    def receive(self, argument: object) -> None:
        """As every register; somebody who is named is shown on the card."""
        if isinstance(argument, Open):
            self.close_views()
            self.table.select_id(argument.record_id)
            self.open_card(argument.record_id)
        else:
            self.close_views()
            super().receive(argument)

    def open_record(self, record_id: int) -> None:
        """Enter or a double click: the card."""
        self.open_card(record_id)

    def open_current(self) -> None:
        """The card of the selected line."""
        current = self.table.current_id()
        if current is not None:
            self.open_card(current)

    def open_card(self, resident_id: int) -> None:
        """Show one person on one screen."""
        made = self.view if isinstance(self.view, ResidentCardView) else self._made_card()
        if made.show_resident(resident_id):
            self.lay(made)

    def open_assessments(self, row: ListedRow) -> None:
        """Somebody's ability assessments, over the card."""
        self.lay(AssessmentsView(self, row))

    def open_duplicates(self) -> None:
        """Who may be on record twice."""
        made = DuplicatesView(self)
        made.opened.connect(self.open_card)
        made.begin()
        self.lay(made)

    def open_as_of(self) -> None:
        """The register as of a past day, narrowed as the chips say."""
        made = AsOfView(self)
        made.opened.connect(self.open_card)
        made.begin(self.as_of_query())
        self.lay(made)

    def keys(self) -> tuple[Key, ...]:
        """Those of the list or of the screen in its place, and of the question that may stand over both."""
        return (*super().keys(), *self._new_community.keys())

    def room_keys(self) -> tuple[Key, ...]:
        """Those of the list."""
        return (
            Key("F2", translate("ResidentsKeys", "edit the person"), self.edit_current),
            Key("Ctrl+I", translate("ResidentsKeys", "take in a workbook"), self.open_import),
            Key("F6", translate("ResidentsKeys", "record a visit"), lambda: self._go_new(RoomKey.VISITS)),
            Key("F7", translate("ResidentsKeys", "record a service"), lambda: self._go_new(RoomKey.SERVICES)),
            Key(COLUMNS_KEY, translate("ResidentsKeys", "which columns are shown"), self.choose_columns),
            Key("F10", translate("ResidentsKeys", "lists and cards"), self._offer_lists),
            Key("Ctrl+D", translate("ResidentsKeys", "people who may be recorded twice"), self.open_duplicates),
            Key("F8", translate("ResidentsKeys", "take the suggested ID number, in the form")),
            Key("Ctrl+Shift+C", translate("ResidentsKeys", "copy lines with headings")),
        )

    # Columns, lists, paper.

    def choose_columns(self) -> None:
        """Which columns the list shows."""
        from desktop.ui.pages.residents.columns_dialog import ColumnsDialog

        ColumnsDialog(offered(), self._chosen, STANDARD, self.set_columns, self).open()

    def set_columns(self, chosen: Sequence[str]) -> None:
        """Show these columns from now on, at this station."""
        self._chosen = tuple(chosen) or STANDARD
        self.listing = replace(self.listing, columns=columns_of(self._chosen, self._visit))
        self.table.set_columns(self.listing.columns)
        self.session.preferences.resident_columns = ",".join(self._chosen)
        self.session.preferences.save()

    def as_of_query(self) -> AsOfQuery:
        """What the chips say, for lists of another day."""
        wanted = self.wanted()
        first, last = ages(wanted.chosen("age"))
        state = wanted.chosen("state")
        return AsOfQuery(
            state=RegisterState.ON_REGISTER if state == IdState.TO_VERIFY else state,
            community=wanted.chosen("community"),
            flag=wanted.chosen("flag"),
            grade=wanted.chosen("grade"),
            age_from=first,
            age_to=last,
        )

    def make_list(self, kind: ListKind) -> None:
        """One of the lists that offices ask for."""
        from desktop.ui.pages.residents.register_lists import RegisterListsDialog

        RegisterListsDialog(self, kind, self.as_of_query()).begin()

    @asks(Action.PRINT_LABELS)
    def print_cards(self) -> None:
        """Cards for the selected people, or for all that are listed."""
        from desktop.ui.pages.label_dialog import Batch, LabelsDialog

        listed = list(self.table.model.ids)
        words = translate("Residents", "all {count} people listed").format(count=len(listed))
        batches = {"listed": Batch(words, listed)}
        chosen = self.table.selected_ids()
        if chosen:
            words = translate("Residents", "the {count} selected people").format(count=len(chosen))
            own = {"selected": Batch(words, chosen)}
            # Whoever marked several means them.
            batches = {**own, **batches} if len(chosen) > 1 else {**batches, **own}
        missing = printed_labels.not_printed(CodeKind.RESIDENT, listed)
        if missing and len(missing) < len(listed):
            words = translate("Residents", "the {count} listed without a printed card").format(count=len(missing))
            batches["missing"] = Batch(words, missing)
        old = old_codes.to_reprint(clock.today())
        if old:
            words = translate("Residents", "the {count} who came with an old card today").format(count=len(old))
            batches["old"] = Batch(words, old)
        LabelsDialog(self, LabelKind.RESIDENTS, batches).open()

    def print_register(self) -> None:
        """在册老年人情况表 of this month."""
        preview_report(self, ReportKind.PEOPLE, self._month)

    def _listing(self) -> Listing[ListedRow]:
        return Listing(
            key="resident",
            adds=Action.EDIT_RESIDENT,
            edits=Action.EDIT_RESIDENT,
            title=translate("Residents", "Residents"),
            columns=columns_of(self._chosen, self._visit),
            search_hint=search_words(),
            new_text=translate("Residents", "New"),
            filters=filters(),
            order="name",
            empty=(
                translate("Residents", "Nobody is on register yet"),
                translate("Residents", "Type the first one with Ctrl+N, or take a workbook in with Import."),
            ),
        )

    def _add_ways(self) -> None:
        self.header.add_action(translate("Residents", "Import (Ctrl+I)"), self.open_import, "import")
        self.lists: Button = self.header.add_action(translate("Residents", "Lists (F10)"), self._offer_lists, "table")
        self.columns_button = button(translate("Residents", "Columns…"), self.choose_columns, "link")
        self.columns_button.setToolTip(COLUMNS_KEY)
        self.duplicates_button = button("", self.open_duplicates, "link")
        self.duplicates_button.setToolTip("Ctrl+D")
        self.filter_bar.add(self.columns_button)
        self.filter_bar.add(self.duplicates_button)
        if self.header.search is not None:
            self.header.search.set_pause(_TYPING_PAUSE_MS)
        self.install_room_keys()
        # The question stands over the card, too, from which a person was edited.
        install(self, self._new_community.keys())

    def _on_saved(self) -> None:
        community = self._editing.community if self._editing is not None else ""
        super()._on_saved()
        self._new_community.ask(community)

    def _visit(self, row: ListedRow) -> str | Chips:
        if row.last_visit_on is not None and row.last_visit_on in self._month:
            return day_text(row.last_visit_on)
        if row.state == RegisterState.ON_REGISTER and self._roster_flags.intersection(row.flags):
            return Chips((ChipSpec(translate("Residents", "Not yet"), Tone.ATTENTION),))
        return "—"

    def _go_new(self, room: RoomKey) -> None:
        current = self.table.current_id()
        if current is not None:
            self.go_requested.emit(room, New(current))

    def _offer_lists(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Residents", "Roll of the register…"), lambda: self.make_list(ListKind.ROLL))
        menu.addAction(translate("Residents", "Who came, who left…"), lambda: self.make_list(ListKind.CHANGES))
        menu.addAction(translate("Residents", "80, 90, 100 years…"), lambda: self.make_list(ListKind.ELDERS))
        menu.addAction(translate("Residents", "Communities by category…"), lambda: self.make_list(ListKind.COMMUNITIES))
        menu.addAction(translate("Residents", "Register form"), self.print_register)
        menu.addSeparator()
        menu.addAction(translate("Residents", "Register as of a past day…"), self.open_as_of)
        menu.addSeparator()
        menu.addAction(translate("Residents", "Resident cards…"), self.print_cards)
        menu.popup(self.lists.mapToGlobal(QPoint(0, self.lists.height())))

    def _made_card(self) -> ResidentCardView:
        made = ResidentCardView(self)
        made.edit_requested.connect(self._edit_from_card)
        made.other_requested.connect(self.open_card)
        made.assessments_requested.connect(self.open_assessments)
        return made

    def _edit_from_card(self, resident_id: int) -> None:
        self.close_views()
        self.table.select_id(resident_id)
        self.edit(resident_id)
        self._edited_from_card = resident_id

    def _close_side(self) -> None:
        super()._close_side()
        back, self._edited_from_card = self._edited_from_card, None
        if back is not None:
            self.open_card(back)
