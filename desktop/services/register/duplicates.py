"""Who may be on record twice: found while typing, importing and merging files, worked off as a list.

The rules are those of ``core.likeness``; here they meet the register through its indexes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from desktop.core.acts import Action, Thing
from desktop.core.answers import Likeness
from desktop.core.errors import NothingToDo, ReasonNeeded
from desktop.core.person.identity import masked
from desktop.core.person.likeness import WHYS, Facts, why_alike
from desktop.core.text import name_key
from desktop.models import query
from desktop.models.register_life import DistinctPair
from desktop.services.register.snapshot import as_date
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

Mark = TypeVar("Mark", bound=Hashable)


@dataclass(frozen=True)
class Candidate:
    """Somebody on record who may be the same person; ``why`` says by what."""

    resident_id: int
    name: str
    why: Likeness
    sex: str
    born_on: dt.date | None
    id_masked: str
    community: str
    phone: str
    state: str


@dataclass(frozen=True)
class Pair:
    """Two residents who may be one; the lower id stands first."""

    one: Candidate
    other: Candidate

    @property
    def why(self) -> Likeness:
        """The reason, the same from both sides."""
        return self.one.why


@dataclass(frozen=True)
class _Known:
    """A resident as compared and shown."""

    id: int
    facts: Facts
    sex: str
    community: str
    state: str

    def candidate(self, why: Likeness) -> Candidate:
        facts = self.facts
        number = masked(facts.id_number) if facts.id_number else ""
        shown = (self.sex, facts.born_on, number, self.community, facts.phone, self.state)
        return Candidate(self.id, facts.name, why, *shown)


def similar_to(facts: Facts, besides: int | None = None) -> list[Candidate]:
    """Everybody on record who may be the same person, the surest first.

    ``besides`` is the resident whom the facts belong to; whoever was found to be another person is left out.
    """
    distinct = _distinct_from(besides) if besides is not None else set()
    found = [
        known.candidate(why)
        for known in _near(facts)
        if known.id != besides and known.id not in distinct and (why := why_alike(facts, known.facts))
    ]
    return sorted(found, key=lambda one: (WHYS.index(one.why), one.resident_id))


def worklist() -> list[Pair]:
    """Every pair that may be one person and was not dismissed, the surest first."""
    dismissed = {(row[0], row[1]) for row in query.fetch(_DISMISSED)}
    # Equal numbers need no look: the database refuses a second living one.
    groups = (*_groups("born_on"), *_groups("phone"))
    found: dict[tuple[int, int], Pair] = {}
    for group in groups:
        for one, other in combinations(group, 2):
            key = (min(one.id, other.id), max(one.id, other.id))
            if key in found or key in dismissed:
                continue
            why = why_alike(one.facts, other.facts)
            if why:
                low, high = sorted((one, other), key=lambda known: known.id)
                found[key] = Pair(low.candidate(why), high.candidate(why))
    return sorted(found.values(), key=lambda pair: (WHYS.index(pair.why), pair.one.name, pair.one.resident_id))


def dismiss(actor: Actor, one: int, other: int, reason: str) -> None:
    """Keep that these two are not the same person; the pair does not come up again."""
    if not reason.strip():
        raise ReasonNeeded("dismiss_pair")
    if one == other:
        raise NothingToDo(Thing.DISTINCT_PAIR)
    with writing(actor, Action.DISMISS_PAIR, reason.strip()) as unit:
        keep_apart(unit, one, other, reason.strip())


def keep_apart(unit: Unit, one: int, other: int, reason: str) -> None:
    """The same within a unit."""
    unit.add(DistinctPair(low_id=min(one, other), high_id=max(one, other), reason=reason))


def reopen(actor: Actor, one: int, other: int, reason: str) -> None:
    """Let a dismissed pair come up again."""
    row = DistinctPair.get_or_none(
        DistinctPair.low_id == min(one, other),
        DistinctPair.high_id == max(one, other),
        DistinctPair.voided_at.is_null(),
    )
    if row is None:
        raise NothingToDo(Thing.DISTINCT_PAIR)
    with writing(actor, Action.REOPEN_PAIR, reason.strip()) as unit:
        unit.void(row, reason)


class Seen(Generic[Mark]):
    """Entries held in memory with the same check, for taking in many rows; each has a mark of the caller's choice."""

    def __init__(self) -> None:
        self._by_number: dict[str, list[tuple[Facts, Mark]]] = defaultdict(list)
        self._by_birth: dict[dt.date, list[tuple[Facts, Mark]]] = defaultdict(list)
        self._by_phone: dict[str, list[tuple[Facts, Mark]]] = defaultdict(list)
        self._by_masked: dict[str, list[tuple[Facts, Mark]]] = defaultdict(list)

    def add(self, facts: Facts, mark: Mark) -> None:
        """Remember an entry."""
        if facts.id_number:
            self._by_number[facts.id_number].append((facts, mark))
            self._by_masked[masked(facts.id_number)].append((facts, mark))
        if facts.born_on is not None:
            self._by_birth[facts.born_on].append((facts, mark))
        if facts.phone:
            self._by_phone[facts.phone].append((facts, mark))

    def numbered(self, id_number: str) -> Mark | None:
        """The newest entry with this ID number."""
        found = self._by_number.get(id_number)
        return found[-1][1] if found else None

    def masked_as(self, shown: str, name: str) -> list[Mark]:
        """The entries of this name whose number looks so when it is masked."""
        return [mark for known, mark in self._by_masked.get(shown, ()) if name_key(known.name) == name_key(name)]

    def namesake(self, facts: Facts) -> Mark | None:
        """The first entry with the same name and birth date."""
        return next((mark for known, mark in self._born(facts) if name_key(known.name) == name_key(facts.name)), None)

    def first_like(self, facts: Facts) -> Mark | None:
        """The first entry that may be the same person, found without looking at all of them."""
        return next((mark for known, mark in self._near(facts) if why_alike(facts, known)), None)

    def similar_to(self, facts: Facts) -> list[tuple[Likeness, Facts, Mark]]:
        """(why, facts, mark) of every entry that may be the same person, the surest first."""
        found: dict[Mark, tuple[Likeness, Facts, Mark]] = {}
        for known, mark in self._near(facts):
            why = why_alike(facts, known)
            if why:
                found.setdefault(mark, (why, known, mark))
        return sorted(found.values(), key=lambda one: WHYS.index(one[0]))

    def _near(self, facts: Facts) -> Iterator[tuple[Facts, Mark]]:
        yield from self._by_number.get(facts.id_number, ())
        yield from self._born(facts)
        yield from self._by_phone.get(facts.phone, ())

    def _born(self, facts: Facts) -> Iterable[tuple[Facts, Mark]]:
        return self._by_birth.get(facts.born_on, ()) if facts.born_on is not None else ()


_SHOWN = "id, name, born_on, phone, COALESCE(id_number, ''), sex, community, register_state"
_DISMISSED = "SELECT low_id, high_id FROM living_distinct_pair"


def _near(facts: Facts) -> list[_Known]:
    # One indexed look for each thing that can match; OR over three indexes would scan.
    looks: list[tuple[str, str]] = []
    if facts.id_number:
        looks.append(("id_number = ? AND id_number IS NOT NULL", facts.id_number))
    if facts.born_on is not None:
        looks.append(("born_on = ?", facts.born_on.isoformat()))
    if facts.phone:
        looks.append(("phone = ? AND phone <> ''", facts.phone))
    found: dict[int, _Known] = {}
    for condition, value in looks:
        rows = query.fetch(f"SELECT {_SHOWN} FROM living_resident WHERE {condition}", [value])
        found |= {known.id: known for known in _known(rows)}
    return list(found.values())


def _groups(column: str) -> Iterator[list[_Known]]:
    rows = query.fetch(
        f"SELECT {_SHOWN} FROM living_resident WHERE {column} IN (SELECT {column} FROM living_resident"
        f" WHERE {column} IS NOT NULL AND {column} <> '' GROUP BY {column} HAVING count(*) > 1)"
        f" ORDER BY {column}, id"
    )
    group: list[_Known] = []
    for known in _known(rows):
        if group and getattr(known.facts, column) != getattr(group[0].facts, column):
            yield group
            group = []
        group.append(known)
    if group:
        yield group


def _known(rows: Iterable[query.Row]) -> Iterator[_Known]:
    for one, name, born, phone, number, *shown in rows:
        yield _Known(one, Facts(name, as_date(born), phone, number), *shown)


def _distinct_from(resident_id: int) -> set[int]:
    rows = query.fetch(f"{_DISMISSED} WHERE low_id = ? OR high_id = ?", [resident_id, resident_id])
    return {row[1] if row[0] == resident_id else row[0] for row in rows}
