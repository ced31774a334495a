"""The month's visits as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.acts import Action, Thing
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.trade import VisitOutcome
from desktop.core.words.terms import SERVICE_TYPES, VISIT_BLOCKS, VISIT_CONTACTS, VISIT_METHODS, VISIT_OUTCOMES
from desktop.services.closing import staging
from desktop.services.register import places
from desktop.services.visits import attachments
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery, VisitRow
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.visits import paper_making
from desktop.ui.pages.visits.form import VisitEdit
from desktop.ui.pages.visits.writing import VisitWriting
from desktop.ui.tables.model import Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words

OUTCOME_TONES: Mapping[str, Tone] = {
    VisitOutcome.REACHED: Tone.OK,
    VisitOutcome.NOT_REACHED: Tone.ATTENTION,
    VisitOutcome.REFUSED: Tone.ATTENTION,
    VisitOutcome.HOSPITAL: Tone.ACCENT,
    VisitOutcome.AWAY: Tone.ACCENT,
}


def outcome_chip(outcome: str) -> Chips:
    """An outcome with its colour and sign; nothing for none."""
    if not outcome:
        return Chips(())
    return Chips((ChipSpec(VISIT_OUTCOMES.shown[outcome], OUTCOME_TONES.get(outcome, Tone.NEUTRAL)),))


def _concerns(row: VisitRow) -> Chips:
    return Chips(tuple(ChipSpec(VISIT_BLOCKS.shown[block], Tone.ATTENTION) for block in row.concerns))


def _first_concern(row: VisitRow) -> Chips:
    words = "、".join(VISIT_BLOCKS.shown[block] for block in row.concerns[:1])
    more = f" +{len(row.concerns) - 1}" if len(row.concerns) > 1 else ""
    return Chips((ChipSpec(words + more, Tone.ATTENTION),) if words else ())


def _listing() -> Listing[VisitRow]:
    columns: tuple[Column[VisitRow], ...] = (
        Column(translate("Visits", "Date"), lambda row: day_text(row.visited_on), 112, sort="date"),
        Column(translate("Visits", "Name"), lambda row: row.name, 84, sort="name"),
        Column(translate("Visits", "Community"), lambda row: row.community, 110, sort="community", stretch=True),
        Column(translate("Visits", "Method"), lambda row: VISIT_METHODS.shown[row.method], 62),
        Column(translate("Visits", "Outcome"), lambda row: outcome_chip(row.outcome), 132, sort="outcome"),
        Column(translate("Visits", "Visitors"), lambda row: row.visitors, 100, stretch=True),
        Column(translate("Visits", "Concerns"), _first_concern, 156),
    )
    return Listing(
        key="visit",
        adds=Action.RECORD_VISIT,
        edits=Action.SUPERSEDE_VISIT,
        of=Thing.VISIT,
        import_kind=WorkbookKind.VISITS,
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=search_words(),
        new_text=translate("Visits", "New visit"),
        filters=(
            Filter("community", translate("Visits", "Community"), lambda: {one: one for one in places.communities()}),
            Filter("method", translate("Visits", "Method"), lambda: VISIT_METHODS.shown),
            Filter("outcome", translate("Visits", "Outcome"), lambda: VISIT_OUTCOMES.shown),
        ),
        with_month=True,
        order="date",
        descending=True,
        empty=(
            translate("Visits", "No visit in this month yet"),
            translate("Visits", "Press Ctrl+N, or choose somebody from the roster."),
        ),
    )


# What becomes of the open risks and orders of a visit that becomes void.
_WITH_OPEN, _STAY, _VOID = "with_open", "stay", "void"


def _with_open(typed: Mapping[str, str]) -> bool | None:
    return typed[_WITH_OPEN] == _VOID if _WITH_OPEN in typed else None


class VisitRecords(VisitWriting[VisitRow]):
    """What was visited and tried in a month."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.MONTHS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._more: Button
        super().__init__(session, _listing(), parent)

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The month's visits that fit."""
        return visits.find_ids(
            VisitQuery(
                month=wanted.month,
                text=wanted.text,
                community=wanted.chosen("community"),
                method=wanted.chosen("method"),
                outcome=wanted.chosen("outcome"),
                order=wanted.order or "date",
                descending=wanted.descending,
            )
        )

    def load_rows(self, ids: list[int]) -> Sequence[VisitRow]:
        """Rows from the service."""
        return visits.rows(ids)

    def day_of(self, row: VisitRow) -> dt.date | None:
        """Its own day."""
        return row.visited_on

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> VisitDraft:
        """A new visit, or one on record to be put right."""
        if record_id is None:
            return super().draft_for(record_id, resident_id)
        return VisitEdit(**vars(visit_edits.draft_of(record_id)), visit_id=record_id)

    def form_title(self, draft: VisitDraft, record_id: int | None) -> str:
        """Whether a visit is new or put right."""
        return translate("Visits", "Put a visit right") if record_id else self.listing.new_text

    def make_detail(self) -> DetailPanel:
        """The visit, and what one can do with it."""
        panel = DetailPanel()
        panel.add_button(translate("Visits", "Put it right (Enter)"), self.edit_current, "primary", "edit").ask(
            self.listing.edits, self.chosen
        )
        panel.add_button(
            translate("Visits", "Another visit to this person"), self._again, "plain", "add", "Ctrl+Shift+N"
        ).ask(self.listing.adds)
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents", PERSON_KEY)
        self._more = panel.add_button(translate("DueBoard", "More…"), self.open_menu, "quiet", keys="F10")
        panel.add_button(translate("Visits", "Void…"), self._void, "quiet", keys=VOID_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: VisitRow) -> None:
        """Everything that is known of the visit, and who typed it when."""
        draft, entry = visit_edits.draft_of(row.id), visit_edits.entry_of(row.id)
        scans = attachments.attachments_of("visit", row.id)
        said = "\n".join(f"{VISIT_BLOCKS.shown[block]}：{words}" for block, words in draft.words.items() if words)
        facts = (
            (translate("Visits", "Method"), VISIT_METHODS.shown[row.method]),
            (translate("Visits", "Contact"), VISIT_CONTACTS.shown.get(draft.contact, "")),
            (translate("Visits", "Visitors"), row.visitors),
            (translate("Visits", "Community"), row.community),
            (translate("Visits", "Words"), said),
            (translate("Visits", "Needs"), "、".join(SERVICE_TYPES.shown[need] for need in draft.needs)),
            (translate("Visits", "Remark"), row.remark),
            (translate("Visits", "Typed"), f"{entry.entered_at[:16]} {entry.entered_by}".strip()),
            (translate("Visits", "Signed paper"), str(len(scans)) if scans else ""),
        )
        when = f"{day_text(row.visited_on)} {row.visited_at}".strip()
        detail.show_record(row.name, when, (*outcome_chip(row.outcome).chips, *_concerns(row).chips), facts)
        if entry.supersedes_id is not None:
            detail.show_note(translate("Visits", "Put right: it stands for an earlier entry."), Tone.ACCENT)

    def open_menu(self) -> None:
        """What is done less often."""
        row = self.table.current_row()
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if visit_edits.needs_of(row.id):
            menu.addAction(translate("Visits", "Open orders for its needs"), lambda: self._order(row.id))
        menu.addAction(
            translate("Paper", "Attach the signed scan…"), lambda: paper_making.ask_attachment(self, "visit", row.id)
        )
        for kept in attachments.attachments_of("visit", row.id):
            words = translate("Visits", "Show the scan of {day}").format(day=kept.added_at[:10])
            menu.addAction(words, lambda kept=kept: paper_making.show_attachment(self, kept))
        menu.addAction(
            translate("Visits", "Blank form for this person"),
            lambda: paper_making.preview_form(self, row.resident_id),
        )
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _order(self, visit_id: int) -> None:
        self._to_order = visit_id
        self.open_orders()

    def _again(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.begin(None, row.resident_id)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))

    def _asked_of_open(self, visit_id: int) -> list[Ask]:
        """One question where the visit opened risks or orders that are still open."""
        risks, orders = visits.open_of(visit_id)
        if not risks and not orders:
            return []
        words = translate("Visits", "{risks} open risks, {orders} open orders of this visit").format(
            risks=len(risks), orders=len(orders)
        )
        names = "；".join([*(risk.what for risk in risks), *(SERVICE_TYPES.shown[order.type] for order in orders)])
        answers = {
            _STAY: translate("Visits", "They stay open"),
            _VOID: translate("Visits", "They become void too"),
        }
        return [Ask(_WITH_OPEN, words, SegmentField(answers), required=True, help=names)]

    @asks(Action.VOID_VISIT, RecordsPage.chosen)
    def _void(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        words = translate("Visits", "Void the visit to {name} of {day}?")
        act = Act(
            words.format(name=row.name, day=day_text(row.visited_on)),
            translate("Visits", "Void"),
            Texts(reason(), *self._asked_of_open(row.id)),
            lambda typed: visits.void(self.session.actor, row.id, typed["reason"], _with_open(typed)),
            Topic.VISITS | Topic.SERVICES,
            translate("Visits", "The visit to {name} is void").format(name=row.name),
            closed=lambda typed: staging.voiding("visit", row.id, typed["reason"]),
            about=row.id,
        )
        ask_for(self, act)
