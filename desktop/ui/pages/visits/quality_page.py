"""质量: what makes a month's visits look made up, each with a way to put it right or words that explain it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.answers import HonestyKind, HonestyState
from desktop.core.i18n import translate
from desktop.services.visits import honesty
from desktop.services.visits.honesty import Finding
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import MemoField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PERSON_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.tables.model import Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter

_TONES = {
    HonestyState.OPEN: Tone.ATTENTION,
    HonestyState.EXPLAINED: Tone.ACCENT,
    HonestyState.FIXED: Tone.OK,
}


def state_words() -> dict[str, str]:
    """The three states of a finding."""
    return {
        HonestyState.OPEN: translate("Quality", "open"),
        HonestyState.EXPLAINED: translate("Quality", "explained"),
        HonestyState.FIXED: translate("Quality", "put right"),
    }


def kind_words() -> dict[str, str]:
    """The checks by name."""
    return {
        HonestyKind.BURST: translate("Quality", "Typed in one go"),
        HonestyKind.SAME_WORDS: translate("Quality", "Same words"),
        HonestyKind.AFTER_DEATH: translate("Quality", "After death"),
        HonestyKind.IN_HOSPITAL: translate("Quality", "In hospital"),
        HonestyKind.OFF_REGISTER: translate("Quality", "Off register"),
        HonestyKind.PHONE_SEEN: translate("Quality", "Seen by phone"),
        HonestyKind.TWO_PLACES: translate("Quality", "In two places"),
        HonestyKind.UNTIMED: translate("Quality", "No times of day"),
        HonestyKind.LAST_EVENING: translate("Quality", "Last evening"),
    }


def _state(found: Finding) -> Chips:
    return Chips((ChipSpec(state_words()[found.state], _TONES[found.state]),))


def _listing() -> Listing[Finding]:
    columns: tuple[Column[Finding], ...] = (
        Column(translate("Quality", "State"), _state, 104),
        Column(translate("Quality", "Check"), lambda found: kind_words()[found.kind], 120),
        Column(translate("Quality", "What was found"), honesty.sentence, 320, stretch=True),
        Column(translate("Quality", "Visits"), lambda found: str(len(found.visits)), 70),
    )
    return Listing(
        key="finding",
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=translate("Quality", "a name or words"),
        filters=(
            Filter("state", translate("Quality", "State"), state_words),
            Filter("kind", translate("Quality", "Check"), kind_words),
        ),
        with_month=True,
        empty=(
            translate("Quality", "Nothing looks made up in this month"),
            translate("Quality", "The checks look anew whenever a visit is recorded."),
        ),
    )


class QualityPage(RecordsPage[Finding, None]):
    """The findings of a month, the open first; Enter opens the visit. ``visit_requested`` carries its id."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.BEDS | Topic.MONTHS | Topic.SETTINGS
    visit_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._found: list[Finding] = []
        self._explain_button: Button | None = None
        super().__init__(session, _listing(), parent)

    def long_reading(self) -> Callable[[], object]:
        """The findings of the month, which ask for the whole register."""
        month = self.month
        assert month is not None
        return lambda: honesty.findings(month)

    def take_reading(self, found: object) -> None:
        """The findings."""
        assert isinstance(found, list)
        self._found = found

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The findings that fit; their ids are places in the list read last."""
        state, kind = wanted.chosen("state"), wanted.chosen("kind")
        return [
            at
            for at, found in enumerate(self._found)
            if (not state or found.state == state)
            and (not kind or found.kind == kind)
            and wanted.text in "、".join((*found.names, honesty.sentence(found)))
        ]

    def load_rows(self, ids: list[int]) -> Sequence[Finding]:
        """Findings that were read last."""
        return [self._found[at] for at in ids]

    def open_record(self, record_id: int) -> None:
        """The first visit in question, or the person where every visit is void."""
        found = self._found[record_id]
        if found.state != HonestyState.FIXED and found.visits:
            self.visit_requested.emit(found.visits[0])
        elif found.residents:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(found.residents[0]))

    def make_detail(self) -> DetailPanel:
        """The finding, the visit, the person, the explanation."""
        panel = DetailPanel()
        panel.add_button(translate("Quality", "Open the visit (Enter)"), self._open_visit, "primary", "visits")
        self._explain_button = panel.add_button(translate("Quality", "Explain…"), self.explain, "plain", "edit", "F2")
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents", PERSON_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: Finding) -> None:
        """What was found, what to do, who is concerned."""
        names = "、".join(row.names[:12]) + (" …" if len(row.names) > 12 else "")
        facts = (
            (translate("Quality", "People"), names),
            (translate("Quality", "Visits"), str(len(row.visits))),
            (translate("Quality", "What to do"), honesty.advice(row.kind)),
            (translate("Quality", "Explanation"), row.words),
        )
        detail.show_record(kind_words()[row.kind], honesty.sentence(row), _state(row).chips, facts)
        if self._explain_button is not None:
            self._explain_button.setVisible(row.state != HonestyState.FIXED)

    @asks(Action.EXPLAIN_FINDING)
    def explain(self) -> SmallForm | None:
        """Ask why the finding is right as it stands."""
        row, month = self.table.current_row(), self.month
        if row is None or month is None or row.state == HonestyState.FIXED:
            return None
        words = Ask("words", translate("Quality", "Explanation"), MemoField(3), required=True, value=row.words)
        act = Act(
            honesty.sentence(row),
            translate("Quality", "Keep it"),
            Texts(words),
            lambda typed: honesty.explain(self.session.actor, month, row.key, typed["words"]),
            Topic.VISITS,
            translate("Quality", "The explanation is kept"),
            about=row.key,
        )
        return ask_for(self, act)

    def _open_visit(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.open_record(current)

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None and row.residents:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.residents[0]))
