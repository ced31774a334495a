"""Extra rounds of visits (节日慰问, 寒潮 …) that the director starts for a chosen group."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, NotFound, NothingToDo
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import RoundKind
from desktop.core.words import terms
from desktop.models import query
from desktop.models.resident import Resident
from desktop.models.visit import ExtraRound, RoundMember
from desktop.services.register.snapshot import Register, register
from desktop.services.visits import roster, tiers
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class GroupQuery:
    """Whom a round is for: everybody on register who meets all conditions; an empty one does not filter.

    ``flags`` may name 高龄 too; ``on_roster`` keeps to those required this month.
    """

    flags: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    age_from: int | None = None
    on_roster: bool = False


@dataclass
class RoundDraft:
    """A round as typed."""

    name: str = declared.text(required=True, longest=60)
    kind: str = declared.choice(terms.ROUND_KINDS, RoundKind.FESTIVAL, required=True)
    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(required=True, future=True)
    group: GroupQuery = GroupQuery()


@dataclass(frozen=True)
class RoundProgress:
    """How far a round is; the ids are residents. Who died or left is no more among the open ones."""

    id: int
    name: str
    kind: str
    from_on: dt.date
    to_on: dt.date
    members: tuple[int, ...]
    reached: tuple[int, ...]
    open: tuple[int, ...]


def group_members(group: GroupQuery, day: dt.date, known: Register | None = None) -> list[int]:
    """The residents of a group on a day, by community and name."""
    known = known or register()
    levels = tiers.tiers(known, day) if group.tiers else {}
    required = set(roster.members(known, Month.of(day))[0]) if group.on_roster else None
    meant = frozenset().union(*(known.places.names(one) for one in group.communities))
    found = (
        one
        for one in known.people
        if known.on_register(one, day)
        and (required is None or one in required)
        and (not group.tiers or levels.get(one, tiers.ORDINARY).level in group.tiers)
        and (not meant or known.person_on(one, day).community in meant)
        and _fits(known, one, day, group)
    )
    return known.sorted(found, day)


def _fits(known: Register, one: int, day: dt.date, group: GroupQuery) -> bool:
    person = known.person_on(one, day)
    age = person.age(day)
    return (
        (not group.flags or not set(group.flags).isdisjoint(known.flags_on(one, day, derived=True)))
        and (not group.grades or known.grade_on(one, day) in group.grades)
        and (group.age_from is None or (age is not None and age >= group.age_from))
    )


def validate(draft: RoundDraft) -> list[FieldError]:
    """What keeps a round from being started."""
    checks = Checks()
    _read(draft, checks)
    return checks.errors


def start_round(actor: Actor, draft: RoundDraft) -> int:
    """Start a round with everybody who is in the group today; only the director may. The id."""
    checks = Checks()
    values = _read(draft, checks)
    checks.raise_if_any()
    with writing(actor, Action.START_ROUND) as unit:
        members = group_members(draft.group, clock.today())
        if not members:
            raise NothingToDo(Thing.RESIDENT)
        row = unit.add(ExtraRound(**values))
        for one in members:
            unit.add(RoundMember(round=row, resident=Resident(id=one)))
        return int(row.id)


def void(actor: Actor, round_id: int, reason: str) -> None:
    """作废: the round was called off; visits that were made stay."""
    with writing(actor, Action.VOID_ROUND) as unit:
        unit.void(unit.living(ExtraRound, round_id), reason)


def rounds(month: Month, known: Register | None = None) -> list[RoundProgress]:
    """The rounds that touch a month, the newest first."""
    return list(_rounds("to_on >= ? AND from_on <= ?", [month.first.isoformat(), month.last.isoformat()], known))


def current(day: dt.date, lingering: int, known: Register | None = None) -> list[RoundProgress]:
    """The rounds that run on a day or ended no more than so many days before."""
    since = day - dt.timedelta(days=lingering)
    return list(_rounds("to_on >= ? AND from_on <= ?", [since.isoformat(), day.isoformat()], known))


def progress(round_id: int, known: Register | None = None) -> RoundProgress:
    """How far one round is."""
    for found in _rounds("id = ?", [round_id], known):
        return found
    raise NotFound(Thing.EXTRA_ROUND, str(round_id))


def _rounds(condition: str, values: list[object], known: Register | None) -> Iterator[RoundProgress]:
    found = query.fetch_as(
        _Round,
        f"SELECT id, name, kind, from_on, to_on FROM living_extra_round WHERE {condition}"
        " ORDER BY from_on DESC, id DESC",
        values,
    )
    if not found:
        return
    known = known or register()
    ids = [one.id for one in found]
    members, visited = _by_round(_MEMBERS, ids), _by_round(_VISITED, ids)
    for one in found:
        yield _progress(known, one, members[one.id], set(visited[one.id]))


class _Round(NamedTuple):
    id: int
    name: str
    kind: str
    from_on: dt.date
    to_on: dt.date


# Of all rounds at once: (round, resident).
_MEMBERS = f"SELECT round_id, resident_id FROM living_round_member WHERE round_id IN {query.LISTED} ORDER BY id"
_VISITED = (
    "SELECT DISTINCT e.id, v.resident_id FROM living_extra_round e CROSS JOIN living_visit v"
    " ON v.visited_on BETWEEN e.from_on AND e.to_on AND v.outcome = 'reached'"
    f" WHERE e.id IN {query.LISTED}"
)


def _by_round(sql: str, rounds: list[int]) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, resident in query.fetch(sql, [query.listed(rounds)]):
        found[one].append(resident)
    return found


def _progress(known: Register, one: _Round, listed: list[int], visited: set[int]) -> RoundProgress:
    # Whose record was voided since was never there to be visited.
    members = [member for member in listed if member in known.people]
    until = min(clock.today(), one.to_on)
    waiting = [member for member in members if member not in visited and known.on_register(member, until)]
    reached = tuple(member for member in members if member in visited)
    return RoundProgress(*one, tuple(members), reached, tuple(waiting))


def _read(draft: RoundDraft, checks: Checks) -> dict[str, Any]:
    values = declared.read(draft, checks)
    first, last = values["from_on"], values["to_on"]
    if first and last and last < first:
        checks.refuse("to_on", Reason.ENDS_BEFORE_START)
    return values
