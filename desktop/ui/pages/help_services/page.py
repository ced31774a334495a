"""十助服务: the month's services and what is still to be done; urgent help stands on top until it is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.answers import OrderState, ReportKind, WorkbookKind
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.trade import OPEN_ORDERS, NamedList, ServiceState, ServiceType
from desktop.core.words.fields import field_word
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_STATES, SERVICE_TYPES
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.help_services import orders as help_services
from desktop.services.help_services import steps
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery, ServiceRow
from desktop.services.help_services.steps import RatingDraft
from desktop.services.people.names import SERVING
from desktop.services.register import listing as residents
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.help_services.attendance_view import AttendanceView
from desktop.ui.pages.help_services.form import STARS, ServiceForm
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.new_text import NewText
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.strips import MessageStrip

_TONES: Mapping[str, Tone] = {
    ServiceState.REQUESTED: Tone.ATTENTION,
    ServiceState.DISPATCHED: Tone.ACCENT,
    ServiceState.DONE: Tone.OK,
    ServiceState.RATED: Tone.OK,
    ServiceState.CANCELLED: Tone.NEUTRAL,
}


def _type(row: ServiceRow) -> Chips:
    urgent = row.type == ServiceType.EMERGENCY and row.state in OPEN_ORDERS
    return Chips((ChipSpec(SERVICE_TYPES.shown[row.type], Tone.DANGER if urgent else Tone.NEUTRAL),))


def _state(row: ServiceRow) -> Chips:
    return Chips((ChipSpec(SERVICE_STATES.shown[row.state], _TONES[row.state]),))


def _states() -> Mapping[str, str]:
    return {OrderState.UNCLOSED: translate("Services", "not finished"), **SERVICE_STATES.shown}


def _times(row: ServiceRow) -> str:
    return f"{row.started}–{row.ended}" if row.started and row.ended else row.started


def _money(fen: int) -> str:
    return yuan_text(fen) if fen else ""


def _listing() -> Listing[ServiceRow]:
    columns: tuple[Column[ServiceRow], ...] = (
        Column(translate("Services", "Type"), _type, 88, sort="type"),
        Column(translate("Services", "Date"), lambda row: day_text(row.service_on), 112, sort="date"),
        Column(translate("Services", "Name"), lambda row: row.name, 90, sort="name"),
        Column(translate("Services", "Community"), lambda row: row.community, 110, stretch=True, spare=True),
        Column(translate("Services", "State"), _state, 88),
        Column(translate("Services", "Time"), _times, 118, spare=True),
        Column(translate("Services", "Worker"), lambda row: row.worker, 100, sort="worker", stretch=True),
        Column(translate("Services", "Fee"), lambda row: _money(row.fee_fen), 82, Align.RIGHT),
    )
    return Listing(
        key="service",
        import_kind=WorkbookKind.SERVICES,
        title=translate("Services", "Help services"),
        columns=columns,
        search_hint=search_words(),
        new_text=translate("Services", "New service"),
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


class ServicesPage(RecordsPage[ServiceRow, ServiceDraft]):
    """The services of a month with the open orders of every month."""

    topics = Topic.SERVICES | Topic.RESIDENTS | Topic.MONTHS
    writes = Topic.SERVICES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._steps: dict[str, Button] = {}
        # What is not done yet, asked for once a refresh.
        self._open: list[ServiceRow] = []
        super().__init__(session, _listing(), parent)
        self.urgent = MessageStrip()
        self.above.addWidget(self.urgent)
        self.header.add_action(translate("Services", "Monthly report"), self._preview, "print", "Ctrl+P")
        self._new_name = NewText(self, NamedList.PERSON)
        self.header.add_action(translate("Services", "Activity (F3)"), self.open_activity, "scan")
        self.install_room_keys()

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The services that fit."""
        self._open = help_services.open_orders()
        self._say_urgent()
        unclosed = wanted.chosen("state") == OrderState.UNCLOSED
        return help_services.find_ids(
            ServiceQuery(
                month=wanted.month,
                text=wanted.text,
                type=wanted.chosen("type"),
                state="" if unclosed else wanted.chosen("state"),
                unclosed=unclosed,
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
            ("dispatch", translate("Services", "Dispatch… (F6)"), self._dispatch, "primary"),
            ("finish", translate("Services", "Done today (F7)"), self._finish, "plain"),
            ("rate", translate("Services", "How it pleased… (F8)"), self._rate, "plain"),
            ("edit", translate("Services", "Edit (Enter)"), self.edit_current, "plain"),
        )
        for key, words, slot, kind in steps:
            self._steps[key] = panel.add_button(words, slot, kind)
        ends = (
            ("cancel", translate("Services", "Cancel…"), self._cancel),
            ("void", translate("Services", "Void…"), self._void),
        )
        for key, words, slot in ends:
            self._steps[key] = panel.add_button(words, slot, "quiet", keys=VOID_KEY)
        panel.add_button(
            translate("Services", "Open the person"), self._open_person, "plain", "residents", keys=PERSON_KEY
        )
        return panel

    def show_detail(self, detail: DetailPanel, row: ServiceRow) -> None:
        """The service with the steps that its state allows."""
        facts = (
            (translate("Services", "Time"), _times(row)),
            (translate("Services", "Place"), SERVICE_PLACES.shown.get(row.place, "")),
            (translate("Services", "Worker"), row.worker),
            (translate("Services", "Payer"), PAYERS.shown.get(row.payer, "")),
            (translate("Services", "Fee"), _money(row.fee_fen)),
            (translate("Services", "Subsidy"), _money(row.subsidy_fen)),
            (translate("Services", "Satisfaction"), str(row.satisfaction or "")),
            (translate("Services", "Remark"), row.remark),
        )
        under = f"{row.community}  {day_text(row.service_on)}".strip()
        detail.show_record(row.name, under, (*_type(row).chips, *_state(row).chips), facts)
        open_order = row.state in OPEN_ORDERS
        self._steps["dispatch"].setVisible(row.state == ServiceState.REQUESTED)
        for key in ("finish", "cancel"):
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
            Key("F6", translate("Services", "dispatch the chosen order"), self._dispatch),
            Key("F7", translate("Services", "the chosen order was done today"), self._finish),
            Key("F8", translate("Services", "how the chosen service pleased"), self._rate),
            *self._new_name.keys(),
        )

    def open_activity(self) -> None:
        """Say an activity once, then scan whoever is there."""
        self.lay(AttendanceView(self))

    def _on_saved(self) -> None:
        worker = self._editing.worker if self._editing is not None else ""
        super()._on_saved()
        self._new_name.ask(worker)

    def _say_urgent(self) -> None:
        waiting = [row for row in self._open if row.type == ServiceType.EMERGENCY]
        if not waiting:
            self.urgent.clear()
            return
        names = "、".join(row.name for row in waiting[:3])
        words = translate("Services", "Urgent help is not closed yet: {names} ({count}). It stands on top of the list.")
        self.urgent.say(words.format(names=names, count=len(waiting)), Tone.DANGER)

    def _preview(self) -> None:
        if self.month is not None:
            preview_report(self, ReportKind.SERVICES, self.month)

    def _dispatch(self) -> None:
        who = Ask("worker", translate("Services", "Worker"), NameField(SERVING, help_services.workers()), required=True)
        self._ask(
            translate("Services", "Who goes to {name} for {type}?"),
            translate("Services", "Dispatch"),
            Texts(who),
            lambda row, typed: steps.dispatch(self.session.actor, row.id, typed["worker"]),
            translate("Services", "{type} for {name} is dispatched"),
        )

    def _finish(self) -> None:
        row = self.table.current_row()
        if row is not None:
            done = _about(row, translate("Services", "{type} for {name}: recorded as done today"))
            succeeds(self, lambda: steps.finish(self.session.actor, row.id), Topic.SERVICES, done)

    def _rate(self) -> None:
        stars = Ask("satisfaction", translate("Services", "Satisfaction"), SegmentField(STARS), required=True)
        self._ask(
            translate("Services", "How did {type} please {name}?"),
            translate("Services", "Save"),
            Texts(stars),
            lambda row, typed: steps.rate(self.session.actor, row.id, RatingDraft(typed["satisfaction"])),
            translate("Services", "{type} for {name} is followed up"),
        )

    def _cancel(self) -> None:
        self._ask(
            translate("Services", "Why is {type} for {name} cancelled?"),
            translate("Services", "Cancel the order"),
            Texts(reason()),
            lambda row, typed: steps.cancel(self.session.actor, row.id, typed["reason"]),
            translate("Services", "{type} for {name} is cancelled"),
        )

    def _void(self) -> None:
        self._ask(
            translate("Services", "Why is {type} for {name} void?"),
            translate("Services", "Void"),
            Texts(reason()),
            lambda row, typed: help_services.void(self.session.actor, row.id, typed["reason"]),
            translate("Services", "{type} for {name} is void"),
            lambda row, typed: staging.voiding("service", row.id, typed["reason"]),
        )

    def _ask(
        self,
        words: str,
        press: str,
        fields: Texts,
        call: Callable[[ServiceRow, dict[str, str]], object],
        done: str,
        closed: Callable[[ServiceRow, dict[str, str]], Staged] | None = None,
    ) -> None:
        row = self.table.current_row()
        if row is not None:
            instead = None if closed is None else partial(closed, row)
            shown, told = _about(row, words), _about(row, done)
            act = Act(shown, press, fields, partial(call, row), Topic.SERVICES, told, about=row.id, closed=instead)
            ask_for(self, act)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))


def _about(row: ServiceRow, words: str) -> str:
    return words.format(type=SERVICE_TYPES.shown[row.type], name=row.name)
