"""The roster of a month (应访名单) by rule, and who of it is due (handbook sections 2.2 and 4).

Required: on register and holding a roster flag on day 1, or from a day up to the cut-off day on, both on the
same day. Who comes to hold both after that day is a late joiner (新增) and counts from next month.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound
from desktop.core.figures.people import PersonLine
from desktop.core.figures.visits import ExcusedLine, UnvisitedLine, VisitedLine
from desktop.core.period import Month
from desktop.core.trade import DERIVED_FLAGS, RegisterState, VisitOutcome
from desktop.models import query
from desktop.models.resident import Resident
from desktop.models.visit import Excusal
from desktop.services.register.snapshot import Register, Span, register
from desktop.services.visits.recording import visitor_names
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing

ABSENT = frozenset({VisitOutcome.HOSPITAL, VisitOutcome.AWAY})
GONE = frozenset({RegisterState.DECEASED, RegisterState.MOVED_OUT, RegisterState.CANCELLED})
RULES = ("visit_roster_flags", "visit_cutoff_day", "visit_frequency")


@dataclass(frozen=True)
class VisitFact:
    """What the roster needs of one visit."""

    id: int
    resident_id: int
    day: dt.date
    method: str
    outcome: str
    at: str = ""


@dataclass(frozen=True)
class Standing:
    """Where each person of a month stands, by id: what lists, boards and trends are made of."""

    month: Month
    required: tuple[int, ...]
    late: tuple[int, ...]
    reached: frozenset[int]
    excused: dict[int, str]
    facts: dict[int, tuple[VisitFact, ...]]

    @property
    def unvisited(self) -> tuple[int, ...]:
        """Who is still to be visited."""
        return tuple(one for one in self.required if one not in self.reached and one not in self.excused)


@dataclass(frozen=True)
class Roster:
    """The roster of a month, each required person in exactly one of visited, excused, unvisited."""

    month: Month
    visited: tuple[VisitedLine, ...]
    excused: tuple[ExcusedLine, ...]
    unvisited: tuple[UnvisitedLine, ...]
    late_joiners: tuple[PersonLine, ...]
    facts: dict[int, tuple[VisitFact, ...]]


@dataclass(frozen=True)
class DueCounts:
    """The progress of the month on a day: who is still to be visited, and how soon."""

    required: int
    visited: int
    excused: int
    unvisited: int
    attempted: int
    days_left: int


@dataclass(frozen=True)
class Tally:
    """How many of a month's roster are required, excused, reached and unvisited."""

    required: int
    excused: int
    reached: int
    unvisited: int


def members(known: Register, month: Month) -> tuple[list[int], list[int]]:
    """(required, late joiners) of a month, by id."""
    required, late = _joined(known, month)
    return known.sorted(required, month.last), known.sorted(late, month.last)


def tallies(span: Sequence[Month], known: Register) -> dict[Month, Tally]:
    """The counts of several months in a row, their visits read in one pass; the same as ``standing`` has."""
    visited = _visited(span[0], span[-1]) if span else {}
    found = {}
    for month in span:
        required, _ = _joined(known, month)
        of_month, confirmed = visited.get(str(month), {}), _confirmed(month)
        reached = excused = 0
        for one in required:
            was_reached, was_absent = of_month.get(one, (False, False))
            reached += was_reached
            excused += not was_reached and bool(_excuse(known, one, month, was_absent, confirmed))
        found[month] = Tally(len(required), excused, reached, len(required) - excused - reached)
    return found


def standing(month: Month, known: Register | None = None) -> Standing:
    """Who is required, reached and excused in a month."""
    known = known or register()
    required, late = members(known, month)
    facts = visit_facts(month)
    reached = {one for one in required if any(fact.outcome == VisitOutcome.REACHED for fact in facts.get(one, ()))}
    confirmed = _confirmed(month)
    excused = {
        one: reason
        for one in required
        if one not in reached and (reason := _excuse(known, one, month, _absent(facts.get(one, ())), confirmed))
    }
    return Standing(month, tuple(required), tuple(late), frozenset(reached), excused, facts)


def roster(month: Month, known: Register | None = None) -> Roster:
    """The roster with everybody's standing."""
    known = known or register()
    found = standing(month, known)
    return Roster(
        month=month,
        visited=_visited_lines(known, month, [one for one in found.required if one in found.reached], found.facts),
        excused=tuple(_excused_line(known, one, month, reason) for one, reason in found.excused.items()),
        unvisited=_unvisited_lines(known, month, list(found.unvisited), found.facts),
        late_joiners=tuple(known.line(one, month.last) for one in found.late),
        facts=found.facts,
    )


def visit_facts(month: Month) -> dict[int, tuple[VisitFact, ...]]:
    """The visits and attempts of a month by resident, oldest first."""
    found: defaultdict[int, list[VisitFact]] = defaultdict(list)
    for one, person, day, method, outcome, at in query.fetch(
        "SELECT id, resident_id, visited_on, method, outcome, visited_at FROM living_visit"
        " WHERE visited_on BETWEEN ? AND ? ORDER BY visited_on, visited_at, id",
        [month.first.isoformat(), month.last.isoformat()],
    ):
        found[person].append(VisitFact(one, person, dt.date.fromisoformat(day), method, outcome, at))
    return {person: tuple(facts) for person, facts in found.items()}


def confirm_excuse(actor: Actor, resident_id: int, month: Month, reason: str) -> None:
    """The director confirms that somebody in hospital or away at every attempt is excused from a month."""
    with writing(actor, Action.CONFIRM_EXCUSE) as unit:
        checks = Checks()
        why = checks.choice("reason", reason, ABSENT, required=True)
        checks.raise_if_any()
        unit.living(Resident, resident_id)
        unit.add(Excusal(resident_id=resident_id, month=str(month), reason=why, confirmed_by=actor.name))


def withdraw_excuse(actor: Actor, resident_id: int, month: Month, reason: str) -> None:
    """Void an excuse that was confirmed by mistake; NotFound where none stands, MonthClosed in a closed month."""
    with writing(actor, Action.CONFIRM_EXCUSE, reason.strip()) as unit:
        row = Excusal.get_or_none(
            Excusal.resident == resident_id, Excusal.month == str(month), Excusal.voided_at.is_null()
        )
        if row is None:
            raise NotFound(Thing.EXCUSAL, str(month))
        unit.void(row, reason)


def last_contacts(before: dt.date) -> dict[int, dt.date]:
    """The last day up to ``before`` on which each resident was reached."""
    found = query.mapping(
        "SELECT resident_id, max(visited_on) FROM living_visit WHERE outcome = 'reached'"
        " AND visited_on <= ? GROUP BY resident_id",
        [before.isoformat()],
    )
    return {person: dt.date.fromisoformat(day) for person, day in found.items()}


def _joined(known: Register, month: Month) -> tuple[list[int], list[int]]:
    """(required, late joiners) of a month in no order."""
    wanted = rules.roster_flags(month.first)
    cutoff = month.day(min(rules.cutoff_day(month.first), month.days))
    required: list[int] = []
    late: list[int] = []
    # Few hold a flag, and only the derived ones need none.
    for person in known.people if DERIVED_FLAGS & wanted else known.flags.keys() & known.people.keys():
        since = _first_day(known, person, wanted, month)
        if since is not None:
            (required if since <= cutoff else late).append(person)
    return required, late


def _first_day(known: Register, person: int, wanted: frozenset[str], month: Month) -> dt.date | None:
    """The first day of the month on which the person is on register and holds a wanted flag."""
    spans = [span for span in known.spans(person, wanted) if span.touches(month.first, month.last)]
    if not spans:
        return None
    for day in _turning_days(known, person, spans, month):
        if any(span.holds(day) for span in spans) and known.on_register(person, day):
            return day
    return None


def _turning_days(known: Register, person: int, spans: list[Span], month: Month) -> Iterator[dt.date]:
    # The two conditions can only come true together on day 1 or on a day when a flag or an event begins.
    yield month.first
    starts = {span.first for span in spans} | {event.on for event in known.events.get(person, ())}
    yield from sorted(day for day in starts if day is not None and day in month)


def _excuse(known: Register, person: int, month: Month, absent: bool, confirmed: dict[int, str]) -> str:
    state = known.state_on(person, month.last)
    if state in GONE:
        return state
    return confirmed.get(person, "") if absent else ""


def _absent(facts: Sequence[VisitFact]) -> bool:
    """Whether there were attempts, and the person was in hospital or away at every one."""
    return bool(facts) and all(fact.outcome in ABSENT for fact in facts)


def _visited(first: Month, last: Month) -> dict[str, dict[int, tuple[bool, bool]]]:
    """(reached, absent at every attempt) by month and resident."""
    found: defaultdict[str, dict[int, tuple[bool, bool]]] = defaultdict(dict)
    for month, person, reached, absent in query.fetch(
        "SELECT substr(visited_on, 1, 7), resident_id, max(outcome = 'reached'), min(outcome IN ('hospital', 'away'))"
        " FROM living_visit WHERE visited_on BETWEEN ? AND ? GROUP BY 1, 2",
        [first.first.isoformat(), last.last.isoformat()],
    ):
        found[month][person] = (bool(reached), bool(absent))
    return found


def _confirmed(month: Month) -> dict[int, str]:
    return query.mapping("SELECT resident_id, reason FROM living_excusal WHERE month = ?", [str(month)])


def _visited_lines(
    known: Register, month: Month, people: list[int], facts: dict[int, tuple[VisitFact, ...]]
) -> tuple[VisitedLine, ...]:
    reached = {one: [fact for fact in facts[one] if fact.outcome == VisitOutcome.REACHED] for one in people}
    names = visitor_names([found[0].id for found in reached.values()])
    return tuple(
        VisitedLine(
            person=known.line(one, month.last),
            first_on=found[0].day,
            method=found[0].method,
            visitors=names.get(found[0].id, ""),
            times=len(found),
        )
        for one, found in reached.items()
    )


def _unvisited_lines(
    known: Register, month: Month, people: list[int], facts: dict[int, tuple[VisitFact, ...]]
) -> tuple[UnvisitedLine, ...]:
    contacts = last_contacts(month.last)
    return tuple(
        UnvisitedLine(
            person=known.line(one, month.last),
            last_contact=contacts.get(one),
            attempts=len(facts.get(one, ())),
            last_outcome=facts[one][-1].outcome if one in facts else "",
        )
        for one in people
    )


def _excused_line(known: Register, person: int, month: Month, reason: str) -> ExcusedLine:
    # Who left, came back and left again left on the last of these days.
    left = [event.on for event in known.events[person] if event.state == reason and event.on and event.on in month]
    since = left[-1] if left else None
    return ExcusedLine(known.line(person, month.last), reason, since)
