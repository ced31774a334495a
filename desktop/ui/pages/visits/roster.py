"""The roster of a month: who is still to be visited, and who was; Enter on a line records a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.figures.people import PersonLine
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.text import place_text
from desktop.core.trade import RiskTier, Role
from desktop.core.words.terms import FLAGS, REGISTER_STATES, RISK_TIERS, VISIT_METHODS, VISIT_OUTCOMES
from desktop.services.closing import staging
from desktop.services.register import listing as residents
from desktop.services.register import places, snapshot
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import assignments, roster, tiers
from desktop.services.visits.roster import Roster
from desktop.services.visits.roster_changes import RosterChanges, roster_changes
from desktop.services.visits.tiers import ORDINARY, Tier
from desktop.services.writing import rules
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Refused, reading, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages import into_correction
from desktop.ui.pages.acts import Act, Texts, ask_for, reason
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.visits import due_words
from desktop.ui.pages.visits.records import outcome_chip
from desktop.ui.pages.visits.tabs import (
    EXCUSED,
    LATE,
    MOVES,
    REQUIRED,
    UNVISITED,
    VISITED,
    StandingTabs,
    standing_words,
)
from desktop.ui.pages.visits.writing import VisitsOfPeople
from desktop.ui.tables.model import Column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.labels import label

CAME, GONE = "came", "gone"
_TONES = {
    VISITED: Tone.OK,
    UNVISITED: Tone.ATTENTION,
    EXCUSED: Tone.NEUTRAL,
    LATE: Tone.ACCENT,
    CAME: Tone.ACCENT,
    GONE: Tone.NEUTRAL,
}
_CAN_EXCUSE = frozenset({"hospital", "away"})


@dataclass(frozen=True)
class RosterLine:
    """Somebody of the roster with standing, this month's contact, risk tier and assigned visitor."""

    person: PersonLine
    standing: str
    contact: str
    attempts: int = 0
    outcome: str = ""
    tier: Tier = ORDINARY
    visitor: str = ""


def lines_of(found: Roster) -> Iterator[RosterLine]:
    """Everybody of the roster and those who joined late."""
    for open_one in found.unvisited:
        yield RosterLine(
            open_one.person, UNVISITED, _last_seen(open_one.last_contact), open_one.attempts, open_one.last_outcome
        )
    for seen in found.visited:
        yield RosterLine(seen.person, VISITED, f"{day_text(seen.first_on)} {VISIT_METHODS.shown[seen.method]}")
    for excused in found.excused:
        why = VISIT_OUTCOMES.shown.get(excused.reason) or REGISTER_STATES.shown.get(excused.reason, "")
        yield RosterLine(
            excused.person,
            EXCUSED,
            f"{why} {day_text(excused.since) if excused.since else ''}".strip(),
            outcome=excused.reason if excused.reason in _CAN_EXCUSE else "",
        )
    for late in found.late_joiners:
        yield RosterLine(late, LATE, translate("Roster", "counts from next month"))


def moves_of(found: RosterChanges) -> Iterator[RosterLine]:
    """Who came onto the roster and who left it against the month before."""
    words = _move_words()
    for move in found.came:
        yield RosterLine(move.person, CAME, words.get(move.reason, move.reason))
    for move in found.left:
        yield RosterLine(move.person, GONE, words.get(move.reason, move.reason))


def _move_words() -> dict[str, str]:
    return {
        "joined": translate("Roster", "new on the register"),
        "returned": translate("Roster", "back on the register"),
        "flagged": translate("Roster", "a flag began"),
        "unflagged": translate("Roster", "the flag ended"),
        "late_before": translate("Roster", "joined late last month"),
        "rule": translate("Roster", "the rule changed"),
        **REGISTER_STATES.shown,
    }


@dataclass(frozen=True)
class RosterRead:
    """The roster of a month as this list shows it: the lines by standing, and those of who came and left."""

    lines: tuple[RosterLine, ...]
    moves: tuple[RosterLine, ...]
    counts: dict[str, int]
    changes: RosterChanges


def read_roster(month: Month) -> RosterRead:
    """Read over one pass of the register; tier and visitor as of today, in a month that is over of its last day."""
    known, day = snapshot.register(), min(clock.today(), month.last)
    found, changes = roster.roster(month, known), roster_changes(month, known)
    levels, visitors = tiers.tiers(known, day), assignments.visitors_on(day)

    def with_care(lines: Iterable[RosterLine]) -> tuple[RosterLine, ...]:
        return tuple(
            replace(line, tier=levels.get(one, ORDINARY), visitor=visitors.get(one, ""))
            for line in lines
            for one in (line.person.resident_id,)
        )

    return RosterRead(with_care(lines_of(found)), with_care(moves_of(changes)), counts_of(found), changes)


def _tier(line: RosterLine) -> Chips | str:
    if line.tier.level == RiskTier.ORDINARY:
        return RISK_TIERS.shown[RiskTier.ORDINARY]
    return Chips((ChipSpec(RISK_TIERS.shown[line.tier.level], due_words.TIER_TONES[line.tier.level]),))


def _address(line: RosterLine) -> str:
    return place_text(line.person.community, line.person.address)


def _due(standing: str, month: Month) -> str:
    if standing != UNVISITED:
        return ""
    target = rules.target_day(month.first)
    return day_text(month.day(min(target, month.days)))


def _last_seen(day: dt.date | None) -> str:
    if day is None:
        return translate("Roster", "never seen yet")
    return translate("Roster", "last seen {day}").format(day=day_text(day))


def counts_of(found: Roster) -> dict[str, int]:
    """The numbers beside the tabs."""
    return {
        UNVISITED: len(found.unvisited),
        VISITED: len(found.visited),
        EXCUSED: len(found.excused),
        REQUIRED: len(found.unvisited) + len(found.visited) + len(found.excused),
        LATE: len(found.late_joiners),
    }


def _standing(line: RosterLine) -> Chips:
    words = {**standing_words(), CAME: translate("Roster", "came"), GONE: translate("Roster", "left")}
    return Chips((ChipSpec(words[line.standing], _TONES[line.standing]),))


def _attempts(line: RosterLine) -> str:
    return str(line.attempts) if line.attempts else ""


def _listing() -> Listing[RosterLine]:
    columns: tuple[Column[RosterLine], ...] = (
        Column(translate("Roster", "Name"), lambda line: line.person.name, 90),
        Column(translate("Roster", "Standing"), _standing, 88),
        Column(translate("DueBoard", "Risk tier"), _tier, 100),
        Column(translate("Roster", "Address"), _address, 170, stretch=True),
        Column(translate("Roster", "Phone"), lambda line: line.person.phone, 126),
        Column(translate("Roster", "Contact"), lambda line: line.contact, 170, stretch=True),
        Column(translate("DueBoard", "Visitor"), lambda line: line.visitor, 84, spare=True),
        Column(translate("Roster", "Tries"), _attempts, 62, spare=True),
    )
    return Listing(
        key="visit",
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=search_words(),
        new_text=translate("Visits", "New visit"),
        filters=(
            Filter("community", translate("Visits", "Community"), lambda: {one: one for one in places.communities()}),
            Filter("flag", translate("Roster", "Flag"), lambda: FLAGS.shown),
        ),
        with_month=True,
        empty=(translate("Roster", "Nobody stands here"), translate("Roster", "Look at another tab or month.")),
    )


class VisitRoster(VisitsOfPeople[RosterLine]):
    """Everybody of the roster with the standing that the tab asks for. Its ids are those of residents."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.MONTHS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._standing = UNVISITED
        self._lines: dict[int, RosterLine] = {}
        self._read: RosterRead | None = None
        self.counts: dict[str, int] = {}
        self.excuse_button: Button | None = None
        self.withdraw_button: Button | None = None
        super().__init__(session, _listing(), parent)
        self.standings = StandingTabs()
        self.standings.chosen.connect(self.show_standing)
        self._moves = label(role="secondary", wrap=True)
        self.above.setSpacing(6)
        self.above.addWidget(self.standings)
        self.above.addWidget(self._moves)

    @property
    def standing(self) -> str:
        """The standing that is listed."""
        return self._standing

    def show_standing(self, standing: str) -> None:
        """List those of a standing."""
        self._standing = standing
        self.standings.show_tab(standing)
        reading(self, self.show_list)

    def long_reading(self) -> Callable[[], object]:
        """The roster of the month, which asks for the whole register."""
        month = self.month
        assert month is not None
        return lambda: read_roster(month)

    def take_reading(self, found: object) -> None:
        """The roster with its numbers."""
        assert isinstance(found, RosterRead)
        self._read, self.counts = found, found.counts
        self.standings.set_counts(self.counts)
        self._say_moves(found.changes)

    def await_list(self) -> None:
        """No list, and no number of another month."""
        super().await_list()
        if hasattr(self, "standings"):
            self.standings.set_counts({})
            self._moves.clear()

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Those of the standing, by community and name as on the printed list."""
        assert self._read is not None
        lines = self._read.moves if self._standing == MOVES else self._read.lines
        self._lines = {line.person.resident_id: line for line in lines}
        community = wanted.chosen("community")
        called = places.called(community) if community else frozenset()
        ids = [one for one, line in self._lines.items() if self._belongs(line, wanted, called)]
        if wanted.text:
            fitting = set(residents.find_ids(ResidentQuery(text=wanted.text, state="")))
            ids = [one for one in ids if one in fitting]
        return ids

    def load_rows(self, ids: list[int]) -> Sequence[RosterLine]:
        """Lines of the roster that was read last."""
        return [self._lines[one] for one in ids]

    def make_detail(self) -> DetailPanel:
        """The person, a visit, the excuse."""
        panel = DetailPanel()
        panel.add_button(translate("Roster", "Record a visit (Enter)"), self.visit_current, "primary", "visits")
        self.excuse_button = panel.add_button(
            translate("Roster", "Confirm the excuse"), self._excuse, "plain", "check", "F2"
        )
        self.withdraw_button = panel.add_button(
            translate("Roster", "Withdraw the excuse"), self._withdraw, "plain", "undo", VOID_KEY
        )
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents", PERSON_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: RosterLine) -> None:
        """The person with the month's contact."""
        person = row.person
        age = "" if person.age is None else translate("PersonChoice", "{age} years").format(age=person.age)
        facts = (
            (translate("Roster", "Phone"), person.phone),
            (translate("Roster", "Address"), place_text(person.community, person.address)),
            (translate("Roster", "Contact"), row.contact),
            (translate("DueBoard", "Due"), _due(row.standing, self.month) if self.month else ""),
            (translate("DueBoard", "Risk tier"), RISK_TIERS.shown[row.tier.level]),
            (translate("DueBoard", "Visitor"), row.visitor),
            (translate("Roster", "Tries"), _attempts(row)),
        )
        flags = tuple(ChipSpec(FLAGS.shown[flag]) for flag in person.flags)
        detail.show_record(person.name, age, (*_standing(row).chips, *outcome_chip(row.outcome).chips, *flags), facts)
        may = row.outcome in _CAN_EXCUSE and self.session.actor.role == Role.DIRECTOR
        for button, standing in ((self.excuse_button, UNVISITED), (self.withdraw_button, EXCUSED)):
            if button is not None:
                button.setVisible(may and row.standing == standing)

    def _belongs(self, line: RosterLine, wanted: Wanted, called: frozenset[str]) -> bool:
        standing = line.standing == self._standing or (self._standing == REQUIRED and line.standing != LATE)
        standing = standing or self._standing == MOVES
        flag = wanted.chosen("flag")
        return standing and (not called or line.person.community in called) and (not flag or flag in line.person.flags)

    def _say_moves(self, changes: RosterChanges) -> None:
        words = translate("Roster", "Against last month: {came} came, {left} left, {stayed} stayed.")
        self._moves.setText(words.format(came=len(changes.came), left=len(changes.left), stayed=changes.stayed))

    @asks(Action.CONFIRM_EXCUSE)
    def _excuse(self) -> None:
        row, month = self.table.current_row(), self.month
        if row is None or month is None:
            return
        words = translate("Roster", "{name} is excused from this month").format(name=row.person.name)
        person = row.person.resident_id
        succeeds(
            self,
            lambda: roster.confirm_excuse(self.session.actor, person, month, row.outcome),
            Topic.VISITS,
            words,
            Refused(ways_out=into_correction.offered(self, lambda: staging.excusing(person, row.outcome))),
        )

    @asks(Action.CONFIRM_EXCUSE)
    def _withdraw(self) -> None:
        row, month = self.table.current_row(), self.month
        if row is None or month is None:
            return
        person = row.person.resident_id
        act = Act(
            translate("Roster", "Withdraw the excuse of {name}?").format(name=row.person.name),
            translate("Roster", "Withdraw"),
            Texts(reason()),
            lambda typed: roster.withdraw_excuse(self.session.actor, person, month, typed["reason"]),
            Topic.VISITS,
            translate("Roster", "The excuse of {name} is withdrawn").format(name=row.person.name),
            about=(person, str(month)),
        )
        ask_for(self, act)

    def _open_person(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(current))
