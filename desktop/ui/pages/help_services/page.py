"""十助服务: the month's services and what is still to be done; urgent help stands on top until it is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import OrderState, ReportKind, WorkbookKind
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.period import Month
from desktop.core.trade import OPEN_ORDERS, NamedList, ServiceState
from desktop.core.words.fields import field_word
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_STATES, SERVICE_TYPES
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.help_services import on_paper
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery, ServiceRow
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.ui.answer import answer
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Place
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import Open, PaperOfDay, PaperRow, ShowStanding, ShowUrgent
from desktop.ui.pages.detail_keys import PAPER_KEY, PERSON_KEY, VOID_KEY
from desktop.ui.pages.help_services import paper_acts
from desktop.ui.pages.help_services.acts import OrderActs
from desktop.ui.pages.help_services.attendance_view import AttendanceView
from desktop.ui.pages.help_services.board_view import BoardView
from desktop.ui.pages.help_services.form import ServiceForm
from desktop.ui.pages.help_services.order_words import item, state_chip, times, told_steps, type_chip
from desktop.ui.pages.help_services.packages_view import PackagesView
from desktop.ui.pages.help_services.paper_view import PaperView
from desktop.ui.pages.help_services.sheet_view import ServiceSheetView
from desktop.ui.pages.help_services.standing_view import StandingView
from desktop.ui.pages.help_services.urgent_view import UrgentView
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.new_text import NewText
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.strips import MessageStrip


def _states() -> Mapping[str, str]:
    return {
        OrderState.UNCLOSED: translate("Services", "not finished"),
        OrderState.STALE: translate("Services", "waiting too long"),
        OrderState.TO_ASK: translate("Services", "to be asked (follow-up)"),
        OrderState.ABOVE_FEE: translate("Services", "subsidy above the fee"),
        **SERVICE_STATES.shown,
    }


def _money(fen: int) -> str:
    return yuan_text(fen) if fen else ""


def _listing() -> Listing[ServiceRow]:
    columns: tuple[Column[ServiceRow], ...] = (
        Column(translate("Services", "Type"), type_chip, 88, sort="type"),
        Column(translate("Services", "Item"), item, 96, spare=True),
        Column(translate("Services", "Date"), lambda row: day_text(row.service_on), 112, sort="date"),
        Column(translate("Services", "Name"), lambda row: row.name, 90, sort="name"),
        Column(translate("Services", "Community"), lambda row: row.community, 110, stretch=True, spare=True),
        Column(translate("Services", "State"), state_chip, 108),
        Column(translate("Services", "Time"), times, 118, spare=True),
        Column(translate("Services", "Worker"), lambda row: row.worker, 100, sort="worker", stretch=True),
        Column(translate("Services", "Fee"), lambda row: _money(row.fee_fen), 82, Align.RIGHT),
    )
    return Listing(
        key="service",
        adds=Action.RECORD_SERVICE,
        edits=Action.RECORD_SERVICE,
        of=Thing.HELP_SERVICE,
        import_kind=WorkbookKind.SERVICES,
        title=translate("Services", "Help services"),
        columns=columns,
        search_hint=search_words(),
        new_text=translate("Services", "New order"),
        filters=(
            Filter("type", translate("Services", "Type"), lambda: SERVICE_TYPES.shown),
            Filter("state", translate("Services", "State"), _states),
        ),
        with_month=True,
        order="date",
        descending=True,
        empty=(
            translate("Services", "No service in this month yet"),
            translate("Services", "Press Ctrl+N when somebody asks for help, or to record what was done."),
        ),
    )


def _still_out(digits: str) -> bool:
    found = answer(lambda: on_paper.find(digits))
    return not isinstance(found, ShizhuError) and found.out


class ServicesPage(RecordsPage[ServiceRow, ServiceDraft]):
    """The services of a month with the open orders of every month."""

    topics = Topic.SERVICES | Topic.RESIDENTS | Topic.MONTHS
    writes = Topic.SERVICES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._steps: dict[str, Button] = {}
        self.doubts = MessageStrip()
        self.acts = OrderActs(self, lambda: session.actor, lambda: self.table.current_row(), self.doubts)
        # What is not done yet, asked for once a refresh.
        self._open: list[ServiceRow] = []
        super().__init__(session, _listing(), parent)
        self.above.addWidget(self.doubts)
        self.header.add_action(translate("Services", "Monthly report"), self._preview, "print", "Ctrl+P")
        self._new_name = NewText(self, NamedList.PERSON)
        self.header.add_action(translate("Services", "Activity (F3)"), self.open_activity, "scan")
        self.header.add_action(translate("Services", "Board (F4)"), self.open_board, "table")
        self.header.add_action(translate("Services", "Paper (F10)"), self.open_paper, "print")
        self.header.add_action(translate("Services", "Sheet (Ctrl+M)"), self.open_sheet, "table")
        self.header.add_action(translate("Services", "Grants (Ctrl+B)"), self.open_packages, "")
        self.header.add_action(translate("Services", "Weekly (Ctrl+T)"), self.open_standing, "")
        self.install_room_keys()

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The services that fit."""
        self._open = help_services.open_orders()
        state = wanted.chosen("state")
        return help_services.find_ids(
            ServiceQuery(
                month=wanted.month,
                text=wanted.text,
                type=wanted.chosen("type"),
                state=state if state in SERVICE_STATES else "",
                unclosed=state == OrderState.UNCLOSED,
                stale=state == OrderState.STALE,
                to_ask=state == OrderState.TO_ASK,
                above_fee=state == OrderState.ABOVE_FEE,
                order=wanted.order or "date",
                descending=wanted.descending,
            )
        )

    def load_rows(self, ids: list[int]) -> Sequence[ServiceRow]:
        """Rows from the service."""
        return help_services.rows(ids)

    def day_of(self, row: ServiceRow) -> dt.date | None:
        """Its own day."""
        return row.service_on

    def subtitle(self) -> str:
        """How many orders are open."""
        count = len(self._open)
        return translate("Services", "{count} orders open").format(count=count) if count else ""

    def totals(self, ids: list[int]) -> str:
        """What was taken for what is listed."""
        fee, subsidy = help_services.fees(ids)
        if not fee and not subsidy:
            return ""
        words = translate("Services", "fees {fee}   subsidy {subsidy} yuan")
        return words.format(fee=yuan_shown(fee), subsidy=yuan_shown(subsidy))

    def make_detail(self) -> DetailPanel:
        """The service and its way to done."""
        panel = DetailPanel()
        steps = (
            ("dispatch", translate("Services", "Dispatch… (F6)"), self.acts.dispatch, "primary"),
            ("finish", translate("Services", "Done today (F7)"), self.acts.finish, "plain"),
            ("finish_at", translate("Services", "Done, and when… (F11)"), self.acts.finish_at, "plain"),
            ("rate", translate("Services", "How it pleased… (F8)"), self.acts.rate, "plain"),
            ("edit", translate("Services", "Edit (Enter)"), self.edit_current, "plain"),
        )
        for key, words, slot, kind in steps:
            self._steps[key] = panel.add_button(words, slot, kind)
        self._steps["edit"].ask(self.listing.edits, self.chosen)
        ends = (
            ("cancel", translate("Services", "Cancel…"), self.acts.cancel),
            ("void", translate("Services", "Void…"), self.acts.void),
        )
        for key, words, slot in ends:
            self._steps[key] = panel.add_button(words, slot, "quiet", keys=VOID_KEY)
        panel.add_button(translate("Services", "Service sheet…"), self._print_sheet, "plain", "print", keys=PAPER_KEY)
        panel.add_button(
            translate("Services", "Open the person"), self._open_person, "plain", "residents", keys=PERSON_KEY
        )
        return panel

    def show_detail(self, detail: DetailPanel, row: ServiceRow) -> None:
        """The service with the steps that its state allows."""
        facts = (
            (translate("Services", "Item"), item(row)),
            (translate("Services", "Time"), times(row)),
            (translate("Services", "Place"), SERVICE_PLACES.shown.get(row.place, "")),
            (translate("Services", "Worker"), row.worker),
            (translate("Services", "Payer"), PAYERS.shown.get(row.payer, "")),
            (translate("Services", "Fee"), _money(row.fee_fen)),
            (translate("Services", "Subsidy"), _money(row.subsidy_fen)),
            (translate("Services", "Satisfaction"), str(row.satisfaction or "")),
            (translate("Services", "What was said"), row.rating_words),
            (translate("Services", "Remark"), row.remark),
            *told_steps(row),
        )
        under = f"{row.community}  {day_text(row.service_on)}".strip()
        detail.show_record(row.name, under, (*type_chip(row).chips, *state_chip(row).chips), facts)
        open_order = row.state in OPEN_ORDERS
        self._steps["dispatch"].setVisible(row.state == ServiceState.REQUESTED)
        for key in ("finish", "finish_at", "cancel"):
            self._steps[key].setVisible(open_order)
        self._steps["rate"].setVisible(row.state == ServiceState.DONE)
        self._steps["void"].setVisible(not open_order)

    def make_form(self) -> DraftForm[ServiceDraft]:
        """The service's form."""
        return ServiceForm()

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> ServiceDraft:
        """A service on record, or a new one of today."""
        if record_id is not None:
            return help_services.draft_of(record_id)
        today = clock.today()
        day = today.isoformat() if self.month is None or today in self.month else ""
        return ServiceDraft(resident_id=resident_id, service_on=day)

    def save_draft(self, draft: ServiceDraft) -> int:
        """Record it."""
        return help_services.save(self.session.actor, draft)

    def closed_act(self, draft: ServiceDraft) -> Staged:
        """The service, or what was put right of it."""
        if draft.service_id is None:
            return staging.adding("service", draft)
        return staging.changing("service", draft.service_id, draft)

    def saved_text(self, draft: ServiceDraft) -> str:
        """Whose service was saved; of a finished one, what nobody noted, which counts as nothing."""
        words = translate("Services", "{name}: {type} is saved")
        said = words.format(name=residents.name_of(draft.resident_id), type=SERVICE_TYPES.shown.get(draft.type, ""))
        open_ones = help_services.unnoted(draft)
        if not open_ones:
            return said
        missing = "、".join(field_word(name, "help_service") for name in open_ones)
        return translate("Services", "{said}. Not noted: {fields}; Enter on the line adds it.").format(
            said=said, fields=missing
        )

    def room_keys(self) -> tuple[Key, ...]:
        """An activity, the way of an order, and the answers about a worker whom the list of people does not have."""
        return (
            Key("F3", translate("Services", "an activity of many: one scan a person"), self.open_activity),
            Key("F4", translate("Services", "the board of open orders, by state, worker or day"), self.open_board),
            Key("F10", translate("Services", "day lists on paper: print them, bring them back"), self.open_paper),
            Key("Ctrl+M", translate("Services", "many services, typed row by row and saved at once"), self.open_sheet),
            Key("Ctrl+B", translate("Services", "packages of help, and payers' budgets"), self.open_packages),
            Key("Ctrl+T", translate("Services", "services for certain weekdays, and their orders"), self.open_standing),
            *self.acts.keys(),
            *self._new_name.keys(),
        )

    @asks(Action.RECORD_SERVICE)
    def open_activity(self) -> None:
        """Say an activity once, then scan whoever is there."""
        self.lay(AttendanceView(self))

    def open_paper(self) -> PaperView:
        """Print the day lists, bring them back."""
        view = self.view
        if not isinstance(view, PaperView):
            view = PaperView(self)
            self.lay(view)
        return view

    def places(self) -> tuple[Place, ...]:
        """The screens over the list."""
        return (
            Place(translate("Standing", "Standing services"), ShowStanding()),
            Place(translate("OrderPaper", "Day lists: print, bring back"), PaperOfDay()),
            Place(translate("Urgent", "Urgent help that is not closed yet"), ShowUrgent()),
        )

    def receive(self, argument: object) -> None:
        """An order that came back on paper; one that is closed already is shown."""
        if isinstance(argument, PaperOfDay):
            self.open_paper()
        elif isinstance(argument, ShowStanding):
            self.open_standing()
        elif isinstance(argument, ShowUrgent):
            self.open_urgent()
        elif not isinstance(argument, PaperRow):
            super().receive(argument)
        elif isinstance(self.view, PaperView) or _still_out(argument.digits):
            self.open_paper().take_scan(argument.digits)
        else:
            self.close_views()
            self.show_record(printed_codes.find(argument.digits).row_id)

    def open_packages(self) -> None:
        """What people are granted, what is used of it, what payers have."""
        self.lay(PackagesView(self, self.month or Month.of(clock.today())))

    @asks(Action.RECORD_SERVICE)
    def open_sheet(self) -> None:
        """Many services, row by row."""
        self.lay(ServiceSheetView(self))

    def open_standing(self) -> None:
        """What was agreed for certain weekdays, and its orders."""
        if not isinstance(self.view, StandingView):
            self.lay(StandingView(self))

    def open_urgent(self) -> None:
        """Urgent help that is open; once it is left, the window goes back to where one was called away."""
        if not isinstance(self.view, UrgentView):
            view = UrgentView(self)
            view.record_wanted.connect(self._open_record)
            self.lay(view)
            view.closed.connect(self.left_again)

    def open_board(self) -> None:
        """The open orders side by side."""
        self.lay(BoardView(self))

    def _open_record(self, service_id: int) -> None:
        self.close_views()
        self.show_record(service_id)

    def _on_saved(self) -> None:
        worker = self._editing.worker if self._editing is not None else ""
        super()._on_saved()
        if self._saved_id is not None:
            self.acts.say_doubts(self._saved_id)
        self._new_name.ask(worker)

    def _preview(self) -> None:
        if self.month is not None:
            preview_report(self, ReportKind.SERVICES, self.month)

    @asks(Action.PRINT_ORDER)
    def _print_sheet(self) -> None:
        row = self.table.current_row()
        if row is not None:
            paper_acts.preview_sheet(self, row.id)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))
