"""The month's visits as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.terms import VISIT_BLOCKS, VISIT_METHODS, VISIT_OUTCOMES
from desktop.services import residents, visits
from desktop.services.visits import VisitQuery, VisitRow
from desktop.ui.bus import Topic
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField, day_text
from desktop.ui.pages.asks import Open
from desktop.ui.pages.register import Listing, Wanted
from desktop.ui.pages.visits_form import VisitWriting
from desktop.ui.perform import succeeds
from desktop.ui.session import Session
from desktop.ui.tables.model import Column
from desktop.ui.theme import Tone
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter

OUTCOME_TONES = {
    "reached": Tone.OK,
    "not_reached": Tone.ATTENTION,
    "refused": Tone.ATTENTION,
    "hospital": Tone.ACCENT,
    "away": Tone.ACCENT,
}


def outcome_chip(outcome: str) -> Chips:
    """An outcome with its colour and sign; nothing for none."""
    if not outcome:
        return Chips(())
    return Chips((ChipSpec(VISIT_OUTCOMES[outcome], OUTCOME_TONES.get(outcome, Tone.NEUTRAL)),))


def _concerns(row: VisitRow) -> Chips:
    return Chips(tuple(ChipSpec(VISIT_BLOCKS[block], Tone.ATTENTION) for block in row.concerns))


def _first_concern(row: VisitRow) -> Chips:
    words = "、".join(VISIT_BLOCKS[block] for block in row.concerns[:1])
    more = f" +{len(row.concerns) - 1}" if len(row.concerns) > 1 else ""
    return Chips((ChipSpec(words + more, Tone.ATTENTION),) if words else ())


def _listing() -> Listing[VisitRow]:
    columns: tuple[Column[VisitRow], ...] = (
        Column(translate("Visits", "Date"), lambda row: day_text(row.visited_on), 112, sort="date"),
        Column(translate("Visits", "Name"), lambda row: row.name, 84, sort="name"),
        Column(translate("Visits", "Community"), lambda row: row.community, 110, sort="community", stretch=True),
        Column(translate("Visits", "Method"), lambda row: VISIT_METHODS[row.method], 62),
        Column(translate("Visits", "Outcome"), lambda row: outcome_chip(row.outcome), 132, sort="outcome"),
        Column(translate("Visits", "Visitors"), lambda row: row.visitors, 100, stretch=True),
        Column(translate("Visits", "Concerns"), _first_concern, 156),
    )
    return Listing(
        key="visit",
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=translate("Visits", "name, initials, ID tail, phone or scan"),
        new_text=translate("Visits", "New visit"),
        filters=(
            Filter(
                "community", translate("Visits", "Community"), lambda: {one: one for one in residents.communities()}
            ),
            Filter("method", translate("Visits", "Method"), lambda: VISIT_METHODS),
            Filter("outcome", translate("Visits", "Outcome"), lambda: VISIT_OUTCOMES),
        ),
        with_month=True,
        order="date",
        descending=True,
        empty=(
            translate("Visits", "No visit in this month yet"),
            translate("Visits", "Press Ctrl+N, or choose somebody from the roster."),
        ),
    )


class VisitRecords(VisitWriting[VisitRow]):
    """What was visited and tried in a month."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.MONTHS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
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

    def open_record(self, record_id: int) -> None:
        """A visit stands as it was recorded: Enter shows it, and nothing is overwritten."""
        if self.detail is not None:
            self._show_side(detail=True)

    def make_detail(self) -> DetailPanel:
        """The visit, and the way to take it back."""
        panel = DetailPanel()
        panel.add_button(translate("Visits", "Another visit to this person"), self._again, "plain", "add")
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents")
        panel.add_button(translate("Visits", "Void…"), self._void, "quiet")
        return panel

    def show_detail(self, detail: DetailPanel, row: VisitRow) -> None:
        """Everything that the row knows."""
        when = f"{day_text(row.visited_on)} {row.visited_at}".strip()
        facts = (
            (translate("Visits", "Method"), VISIT_METHODS[row.method]),
            (translate("Visits", "Visitors"), row.visitors),
            (translate("Visits", "Community"), row.community),
            (translate("Visits", "Remark"), row.remark),
        )
        chips = (*outcome_chip(row.outcome).chips, *_concerns(row).chips)
        detail.show_record(row.name, when, chips, facts)

    def _again(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.begin(None, row.resident_id)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go_requested.emit("residents", Open(row.resident_id))

    def _void(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        form = Form()
        form.add("reason", translate("Visits", "Reason"), TextField(), required=True)
        words = translate("Visits", "Void the visit to {name} of {day}?").format(
            name=row.name, day=day_text(row.visited_on)
        )

        def act(box: SmallForm) -> bool:
            reason = str(box.form.fields["reason"].value())
            done = translate("Visits", "Visit voided")
            return succeeds(box, lambda: visits.void(self.session.actor, row.id, reason), Topic.VISITS, done)

        SmallForm(words, form, translate("Visits", "Void"), act, self).begin()
