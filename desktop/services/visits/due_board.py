"""The due board: everybody to be visited soon, why, by when and by whom, in walking order.

One row per person. Reasons: ``month`` (the monthly visit, due on the target day), ``week`` (tier frequency),
``crisis`` (within 24 hours), ``round`` (an extra round), ``risk`` (an open risk). The earliest decides the place.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.core import clock
from desktop.core.answers import DueKind
from desktop.core.period import Month
from desktop.core.trade import VisitMethod, VisitOutcome
from desktop.models import query
from desktop.services.register import walking
from desktop.services.register.snapshot import Register, as_date, register
from desktop.services.register.walking import Door
from desktop.services.visits import assignments, crises, roster, rounds, tiers
from desktop.services.visits.roster import DueCounts, Standing, VisitFact
from desktop.services.visits.tiers import ORDINARY, Tier
from desktop.services.writing import rules

BUCKETS = ("overdue", "today", "this_week", "later")
_DAYS = {"week": 7, "fortnight": 14}
# A round that ended stays visible for so many days where somebody was missed.
_LINGERING = 7
_BY_WIRE = frozenset({VisitMethod.PHONE, VisitMethod.VIDEO, VisitMethod.REMOTE})
_NOWHERE = Door("", "", ("", (), (), ()))


@dataclass(frozen=True)
class DueReason:
    """Why somebody is due: ``words`` names the crisis (code), the round or the risk; ``ref`` its id."""

    kind: DueKind
    due_on: dt.date | None
    late: bool
    words: str = ""
    ref: int = 0


@dataclass(frozen=True)
class DuePerson:
    """A person on the board. ``door``: so often unreached by phone that somebody has to go there."""

    resident_id: int
    name: str
    sex: str
    age: int | None
    community: str
    place: str
    phone: str
    flags: tuple[str, ...]
    tier: Tier
    visitor: str
    reasons: tuple[DueReason, ...]
    bucket: str
    due_on: dt.date | None
    last_contact: dt.date | None
    attempts: int
    unreached: int
    tried_on: dt.date | None
    door: bool
    risks: int


class Member(NamedTuple):
    """Somebody of the month's roster: ``standing`` is visited, excused or unvisited."""

    visitor: str
    community: str
    standing: str
    attempted: bool


@dataclass(frozen=True)
class Board:
    """What is due on a day, each part in walking order, with the progress of the month of its ``members``."""

    day: dt.date
    overdue: tuple[DuePerson, ...]
    today: tuple[DuePerson, ...]
    this_week: tuple[DuePerson, ...]
    later: tuple[DuePerson, ...]
    members: tuple[Member, ...] = field(repr=False)

    @property
    def progress(self) -> DueCounts:
        """How far the month is."""
        standings = Counter(member.standing for member in self.members)
        return DueCounts(
            required=len(self.members),
            visited=standings["visited"],
            excused=standings["excused"],
            unvisited=standings["unvisited"],
            attempted=sum(member.attempted for member in self.members if member.standing == "unvisited"),
            days_left=Month.of(self.day).days - self.day.day,
        )

    @property
    def people(self) -> tuple[DuePerson, ...]:
        """Everybody, the most pressing part first."""
        return (*self.overdue, *self.today, *self.this_week, *self.later)


def board(day: dt.date, visitor: str = "", community: str = "", known: Register | None = None) -> Board:
    """The board of a day; ``visitor`` and ``community`` show a part of it, the progress that of the part."""
    sight = _Sight(day, known or register())
    due = sight.reasons()
    doors = walking.doors(due)
    people = [sight.person(one, reasons, doors.get(one, _NOWHERE).place) for one, reasons in due.items()]
    people.sort(key=lambda row: (doors.get(row.resident_id, _NOWHERE).key, row.name, row.resident_id))
    # The board has each community by its name of the day, also where it was asked for by another.
    return narrowed(_board(day, people, sight.members()), visitor, sight.known.places.shown(community, day))


def narrowed(whole: Board, visitor: str, community: str) -> Board:
    """The part of a board that is one visitor's or one community's; nothing is read anew."""
    if not visitor and not community:
        return whole

    def shown(one: DuePerson | Member) -> bool:
        return (not visitor or one.visitor == visitor) and (not community or one.community == community)

    return _board(whole.day, filter(shown, whole.people), filter(shown, whole.members))


def _board(day: dt.date, people: Iterable[DuePerson], members: Iterable[Member]) -> Board:
    parts: dict[str, list[DuePerson]] = {bucket: [] for bucket in BUCKETS}
    for row in people:
        parts[row.bucket].append(row)
    overdue, today, this_week, later = (tuple(parts[bucket]) for bucket in BUCKETS)
    return Board(day, overdue, today, this_week, later, tuple(members))


def unreached_in_a_row(facts: tuple[VisitFact, ...]) -> int:
    """How often the person was last tried by phone in vain, since somebody reached them or stood at the door."""
    count = 0
    for fact in reversed(facts):
        if fact.outcome != VisitOutcome.NOT_REACHED or fact.method not in _BY_WIRE:
            break
        count += 1
    return count


class _Sight:
    """Everything that the board asks, each read once."""

    def __init__(self, day: dt.date, known: Register) -> None:
        self.day = day
        self.month = Month.of(day)
        self.known = known
        self.standing: Standing = roster.standing(self.month, self.known)
        self.required = frozenset(self.standing.required)
        self.tiers = tiers.tiers(self.known, day)
        self.contacts = roster.last_contacts(day)
        self.visitors = assignments.visitors_on(day)
        self.frequency = {tier: rules.frequency(tier, day) for tier in ("medium", "high")}
        self.target = self.month.day(min(rules.target_day(day), self.month.days))
        self.until_door = rules.calls_until_door(day)
        self.risks = _open_risks(day)

    def members(self) -> Iterator[Member]:
        """Everybody of the month's roster."""
        found = self.standing
        for one in found.required:
            gone = "excused" if one in found.excused else "unvisited"
            standing = "visited" if one in found.reached else gone
            community = self.known.person_on(one, self.day).community
            yield Member(self.visitors.get(one, ""), community, standing, one in found.facts)

    def reasons(self) -> dict[int, list[DueReason]]:
        """Why each person is due; who is off register is due no more."""
        found: defaultdict[int, list[DueReason]] = defaultdict(list)
        for person, reason in (*self._crises(), *self._monthly(), *self._by_tier(), *self._rounds(), *self._risks()):
            if person in self.known.people and self.known.on_register(person, self.day):
                found[person].append(reason)
        return dict(found)

    def person(self, one: int, reasons: list[DueReason], place: str) -> DuePerson:
        """The row of one person; ``place`` is their door."""
        line, facts = self.known.line(one, self.day), self._facts(one)
        unreached = unreached_in_a_row(facts)
        reasons = sorted(reasons, key=lambda reason: (not reason.late, reason.due_on or dt.date.max))
        return DuePerson(
            resident_id=one,
            name=line.name,
            sex=line.sex,
            age=line.age,
            community=line.community,
            place=place,
            phone=line.phone,
            flags=line.flags,
            tier=self.tiers.get(one, ORDINARY),
            visitor=self.visitors.get(one, ""),
            reasons=tuple(reasons),
            bucket=self._bucket(reasons[0]),
            due_on=reasons[0].due_on,
            last_contact=self.contacts.get(one),
            attempts=sum(fact.outcome != VisitOutcome.REACHED for fact in facts),
            unreached=unreached,
            tried_on=facts[-1].day if facts and facts[-1].outcome != VisitOutcome.REACHED else None,
            door=unreached >= self.until_door,
            risks=len(self.risks.get(one, ())),
        )

    def _facts(self, one: int) -> tuple[VisitFact, ...]:
        return tuple(fact for fact in self.standing.facts.get(one, ()) if fact.day <= self.day)

    def _bucket(self, first: DueReason) -> str:
        if first.late:
            return "overdue"
        if first.due_on is None:
            return "later"
        if first.due_on == self.day:
            return "today"
        return "this_week" if first.due_on.isocalendar()[:2] == self.day.isocalendar()[:2] else "later"

    def _reason(self, kind: DueKind, due_on: dt.date | None, words: str = "", ref: int = 0) -> DueReason:
        return DueReason(kind, due_on, due_on is not None and due_on < self.day, words, ref)

    def _monthly(self) -> Iterator[tuple[int, DueReason]]:
        for one in self.standing.unvisited:
            yield one, self._reason(DueKind.MONTH, self.target)

    def _by_tier(self) -> Iterator[tuple[int, DueReason]]:
        for one, tier in self.tiers.items():
            days = _DAYS.get(self.frequency[tier.level])
            if days is None or one in self.standing.excused or not self._concerned(one, tier):
                continue
            seen = max(filter(None, (self.contacts.get(one), tier.since)), default=self.day)
            yield one, self._reason(DueKind.WEEK, seen + dt.timedelta(days=days))

    def _concerned(self, one: int, tier: Tier) -> bool:
        # An open risk asks for visits to anybody; a grade or a flag only to those on the roster.
        return one in self.required or any(reason.code == "risk_levels" for reason in tier.reasons)

    def _crises(self) -> Iterator[tuple[int, DueReason]]:
        for crisis in crises.open_crises(self.day):
            due_on = crisis.due_at.date()
            passed = due_on == self.day == clock.today() and clock.now() > crisis.due_at
            yield (
                crisis.resident_id,
                DueReason(DueKind.CRISIS, due_on, passed or due_on < self.day, crisis.kind, crisis.id),
            )

    def _rounds(self) -> Iterator[tuple[int, DueReason]]:
        for one_round in rounds.current(self.day, _LINGERING, self.known):
            for one in one_round.open:
                yield one, self._reason(DueKind.ROUND, one_round.to_on, one_round.name, one_round.id)

    def _risks(self) -> Iterator[tuple[int, DueReason]]:
        for one, found in self.risks.items():
            for risk_id, what, due_on in found:
                yield one, self._reason(DueKind.RISK, due_on, what, risk_id)


def _open_risks(day: dt.date) -> dict[int, list[tuple[int, str, dt.date | None]]]:
    found: defaultdict[int, list[tuple[int, str, dt.date | None]]] = defaultdict(list)
    for one, person, what, due_on in query.fetch(
        "SELECT id, resident_id, what, due_on FROM living_risk WHERE found_on <= ?"
        " AND (closed_on IS NULL OR closed_on > ?) ORDER BY due_on IS NULL, due_on, id",
        [day.isoformat(), day.isoformat()],
    ):
        found[person].append((one, what, as_date(due_on)))
    return dict(found)
