"""Open risks: what is to be done until when, and the result that closes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.trade import RiskLevel
from desktop.core.words.terms import REFERRAL_TARGETS, RISK_LEVELS
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import referrals, risks
from desktop.services.visits.risks import OpenRisk, RiskDraft
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, MemoField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Drafted, ask_for
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PAPER_KEY, PERSON_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.visits import paper_making
from desktop.ui.tables.model import Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words

_TONES: Mapping[str, Tone] = {
    RiskLevel.URGENT: Tone.DANGER,
    RiskLevel.ELEVATED: Tone.ATTENTION,
    RiskLevel.GENERAL: Tone.NEUTRAL,
}


@dataclass
class ResultDraft:
    """How a risk ended, as typed."""

    risk_id: int
    name: str
    what: str
    result: str = ""
    closed_on: str = ""


def _level(row: OpenRisk) -> Chips:
    chips = [ChipSpec(RISK_LEVELS.shown[row.level], _TONES.get(row.level, Tone.NEUTRAL))]
    if row.due_on is not None and row.due_on < clock.today():
        chips.append(ChipSpec(translate("Risks", "overdue"), Tone.DANGER))
    return Chips(tuple(chips))


def _listing() -> Listing[OpenRisk]:
    columns: tuple[Column[OpenRisk], ...] = (
        Column(translate("Risks", "Level"), _level, 160),
        Column(translate("Risks", "Name"), lambda row: row.name, 90),
        Column(translate("Risks", "What"), lambda row: row.what, 180, stretch=True),
        Column(translate("Risks", "Action"), lambda row: row.action, 150, stretch=True),
        Column(translate("Risks", "Found"), lambda row: day_text(row.found_on), 110),
        Column(translate("Risks", "Due"), lambda row: day_text(row.due_on), 110),
    )
    return Listing(
        key="risk-result",
        edits=Action.CLOSE_RISK,
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=search_words(),
        filters=(Filter("level", translate("Risks", "Level"), lambda: RISK_LEVELS.shown),),
        empty=(
            translate("Risks", "No open risk"),
            translate("Risks", "A risk found on a visit stands here until it is closed with a result."),
        ),
    )


class VisitRisks(RecordsPage[OpenRisk, ResultDraft]):
    """Open risks, the urgent first; Enter closes one with its result."""

    topics = Topic.VISITS | Topic.RESIDENTS
    writes = Topic.VISITS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._rows: dict[int, OpenRisk] = {}
        self._note: Button
        super().__init__(session, _listing(), parent)
        self.header.set_primary(translate("Risks", "New risk"), self.add_risk, "add", "Ctrl+N")

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Open risks that fit."""
        self._rows = {row.id: row for row in risks.open_risks()}
        level = wanted.chosen("level")
        found = [row for row in self._rows.values() if not level or row.level == level]
        if wanted.text:
            people = set(residents.find_ids(ResidentQuery(text=wanted.text, state="")))
            found = [row for row in found if row.resident_id in people]
        return [row.id for row in found]

    def load_rows(self, ids: list[int]) -> Sequence[OpenRisk]:
        """Rows that were read last."""
        return [self._rows[one] for one in ids]

    def make_detail(self) -> DetailPanel:
        """The risk and its end."""
        panel = DetailPanel()
        panel.add_button(translate("Risks", "Close with a result (Enter)"), self.edit_current, "primary", "check").ask(
            self.listing.edits
        )
        panel.add_button(translate("Risks", "Hand it on: referral note…"), self.hand_on, "plain", "export", "F2")
        self._note = panel.add_button(
            translate("Risks", "Print the last note again"), self.print_again, "plain", "print", PAPER_KEY
        )
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents", PERSON_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: OpenRisk) -> None:
        """Everything about the risk."""
        facts = (
            (translate("Risks", "What"), row.what),
            (translate("Risks", "Action"), row.action),
            (translate("Risks", "Found"), day_text(row.found_on)),
            (translate("Risks", "Due"), day_text(row.due_on)),
            (translate("Risks", "Handed on"), _handed_on(row.id)),
        )
        self._note.setVisible(bool(referrals.referrals_of(row.id)))
        detail.show_record(row.name, row.community, _level(row).chips, facts)

    @asks(Action.RECORD_RISK)
    def add_risk(self) -> SmallForm:
        """A risk that was told at the desk, without a visit."""
        form = DraftForm(RiskDraft)
        form.add("resident_id", translate("VisitForm", "Resident"), ResidentField())
        form.add("what", translate("Risks", "What"), TextField())
        form.add("level", translate("Risks", "Level"), SegmentField(form.codes("level")))
        form.add("action", translate("Risks", "Action"), TextField())
        form.add("due_on", translate("Risks", "Due"), DateField())
        form.add("found_on", translate("Risks", "Found"), DateField())
        act = Act(
            translate("Risks", "New risk"),
            translate("Risks", "Record it"),
            Drafted(form, RiskDraft(found_on=clock.today())),
            lambda draft: risks.save(self.session.actor, draft),
            Topic.VISITS,
            translate("Risks", "The risk stands until it is closed with a result."),
            closed=lambda draft: staging.adding("risk", draft),
        )
        return ask_for(self, act)

    @asks(Action.REFER)
    def hand_on(self) -> None:
        """Write a referral note for the risk."""
        row = self.table.current_row()
        if row is not None:
            words = translate("Risks", "{name}: {what}").format(name=row.name, what=row.what)
            paper_making.ask_referral(self, row.id, words)

    def print_again(self) -> None:
        """The newest note of the risk."""
        row = self.table.current_row()
        notes = referrals.referrals_of(row.id) if row is not None else []
        if notes:
            paper_making.preview_referral(self, notes[-1][0])

    def open_record(self, record_id: int) -> None:
        """Enter asks for the result."""
        self.edit(record_id)

    def make_form(self) -> DraftForm[ResultDraft]:
        """The result in words and its day."""
        form = DraftForm(ResultDraft)
        form.add("result", translate("Risks", "Result"), MemoField(4), required=True)
        form.add("closed_on", translate("Risks", "Closed on"), DateField(), required=True)
        return form

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> ResultDraft:
        """An empty result of today."""
        row = self._rows[record_id or 0]
        return ResultDraft(row.id, row.name, row.what, closed_on=clock.today().isoformat())

    def form_title(self, draft: ResultDraft, record_id: int | None) -> str:
        """Whose risk it is."""
        return translate("Risks", "{name}: {what}").format(name=draft.name, what=draft.what)

    def save_draft(self, draft: ResultDraft) -> int:
        """Close the risk."""
        risks.close(self.session.actor, draft.risk_id, draft.result, draft.closed_on)
        return draft.risk_id

    def closed_act(self, draft: ResultDraft) -> Staged:
        """The end of the risk."""
        return staging.with_fields("risk", draft.risk_id, {"closed_on": draft.closed_on, "result": draft.result})

    def saved_text(self, draft: ResultDraft) -> str:
        """Say that it is closed."""
        return translate("Risks", "Risk of {name} closed").format(name=draft.name)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))


def _handed_on(risk_id: int) -> str:
    return "\n".join(
        f"{REFERRAL_TARGETS.shown[target]} {at[:10]}" for _id, target, at in referrals.referrals_of(risk_id)
    )
