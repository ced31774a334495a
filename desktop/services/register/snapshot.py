"""Residents as they stood on a date: state, flags, grades, dwelling, enrolments. Lists and figures print them as lines.

A flag holds from its first day (none: before any record) to its last day, both inclusive. A register event
holds from its date on: who died on the 10th is no longer on register on the 10th.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desktop.core.answers import IdState
from desktop.core.figures.people import PersonLine
from desktop.core.period import age_on, birthday
from desktop.core.person.identity import masked
from desktop.core.trade import FlagKind, NamedList, RegisterState
from desktop.models import query
from desktop.services.named.resolving import NOTHING, Resolver, resolver

ELDERLY = 80
_DAY = dt.timedelta(days=1)
# Who has a disability certificate (残疾证) of any level; what people write for none is none.
CERTIFIED = "(disability_level IS NOT NULL OR disability_kind NOT IN ('', '无', '否', '没有', '无残疾'))"


class Span(NamedTuple):
    """Days from ``first`` to ``last`` inclusive; None is open."""

    first: dt.date | None
    last: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether the day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day from ``first`` to ``last`` lies in it."""
        return (self.first is None or self.first <= last) and (self.last is None or first <= self.last)


class Person(NamedTuple):
    """The facts of one resident that lists and figures need."""

    id: int
    name: str
    sex: str
    born_on: dt.date | None
    id_number: str
    id_state: IdState
    community: str
    address: str
    phone: str
    living: str
    health_record: bool
    family_doctor: bool
    building: str = ""
    room: str = ""
    certified: bool = False

    def having(self, said: Mapping[str, Any]) -> Person:
        """The same resident with other values of some fields."""
        return self._replace(**said)

    def age(self, day: dt.date) -> int | None:
        """Full years on a day; None without a birth date."""
        return None if self.born_on is None else age_on(self.born_on, day)


class Home(NamedTuple):
    """Where and with whom somebody lives from a day on (None: before any record)."""

    since: dt.date | None
    community: str
    address: str
    living: str
    building: str = ""
    room: str = ""

    @property
    def said(self) -> dict[str, Any]:
        """The fields of a person that it tells."""
        return {name: value for name, value in self._asdict().items() if name != "since"}


class Event(NamedTuple):
    """A change of register state."""

    state: str
    on: dt.date | None
    reason: str


@dataclass(frozen=True)
class Register:
    """All residents that are not void, with their dated facts, as the database has them now."""

    people: dict[int, Person]
    events: dict[int, tuple[Event, ...]]
    flags: dict[int, tuple[tuple[str, Span], ...]]
    grades: dict[int, tuple[tuple[dt.date | None, str], ...]]
    # Only of people who ever changed them; all others have always had what their row says.
    homes: dict[int, tuple[Home, ...]] = field(default_factory=dict)
    enrolments: dict[int, tuple[tuple[dt.date | None, str, bool], ...]] = field(default_factory=dict)
    places: Resolver = NOTHING

    def person_on(self, person: int, day: dt.date, named_on: dt.date | None = None) -> Person:
        """The resident with the dwelling and the enrolments of a day; the community by its name then, or ``named_on``.

        Tables of a month name every community as its last day does, so that none is two lines.
        """
        one = self.people[person]
        said: dict[str, Any] = {}
        for home in self.homes.get(person, ()):
            if home.since is None or home.since <= day:
                said = said | home.said
        for since, kind, held in self.enrolments.get(person, ()):
            if since is None or since <= day:
                said = said | {kind: held}
        if self.places.kept:
            written = said.get("community", one.community)
            said = said | {"community": self.places.shown(written, named_on or day)}
        return one.having(said) if said else one

    def state_on(self, person: int, day: dt.date) -> str:
        """The register state on a day; ``""`` before the person came."""
        state = ""
        for event in self.events.get(person, ()):
            if event.on is None or event.on <= day:
                state = event.state
        return state

    def on_register(self, person: int, day: dt.date) -> bool:
        """Whether the person is on register on a day."""
        return self.state_on(person, day) == RegisterState.ON_REGISTER

    def stays_on(self, person: int, first: dt.date, last: dt.date) -> bool:
        """Whether the person is on register on every one of these days."""
        later = (event for event in self.events.get(person, ()) if event.on is not None and first < event.on <= last)
        return self.on_register(person, first) and all(one.state == RegisterState.ON_REGISTER for one in later)

    def flags_on(self, person: int, day: dt.date, derived: bool = False) -> tuple[str, ...]:
        """The flags held on a day; ``derived`` adds advanced age and the disability certificate."""
        spans = self.flags.get(person)
        held = tuple(dict.fromkeys([kind for kind, span in spans if span.holds(day)])) if spans else ()
        if not derived:
            return held
        one = self.people[person]
        age = one.age(day)
        found = [FlagKind.ADVANCED_AGE] if age is not None and age >= ELDERLY else []
        if one.certified or FlagKind.SEVERELY_HANDICAPPED in held:
            found.append(FlagKind.HANDICAPPED)
        return (*held, *found)

    def flags_stay(self, person: int, first: dt.date, last: dt.date) -> bool:
        """Whether the flags are the same on every one of these days, advanced age among them."""
        one = self.people[person]
        turns = [] if one.born_on is None else [birthday(one.born_on, ELDERLY)]
        for _kind, span in self.flags.get(person, ()):
            turns += [day for day in (span.first, span.last and span.last + _DAY) if day is not None]
        return not any(first < day <= last for day in turns)

    def spans(self, person: int, kinds: frozenset[str]) -> list[Span]:
        """The days of the flags of these kinds; of advanced age from the birthday that brings it.

        The certificate is undated, as the birth date is; whoever is 重残 has one too, in those days at least.
        """
        one = self.people[person]
        if FlagKind.HANDICAPPED in kinds:
            kinds |= {FlagKind.SEVERELY_HANDICAPPED}
        found = [span for kind, span in self.flags.get(person, ()) if kind in kinds]
        if FlagKind.ADVANCED_AGE in kinds and one.born_on is not None:
            found.append(Span(birthday(one.born_on, ELDERLY), None))
        if FlagKind.HANDICAPPED in kinds and one.certified:
            found.append(Span(None, None))
        return found

    def grade_on(self, person: int, day: dt.date) -> str:
        """The capability grade in force on a day, of one day the one recorded last; ``""`` for none."""
        grade = ""
        for assessed, found in self.grades.get(person, ()):
            if assessed is None or assessed <= day:
                grade = found
        return grade

    def line(self, person: int, day: dt.date) -> PersonLine:
        """The resident as a list prints one on that day."""
        one = self.person_on(person, day)
        return PersonLine(
            resident_id=one.id,
            name=one.name,
            sex=one.sex,
            age=one.age(day),
            id_masked=masked(one.id_number) if one.id_number else "",
            community=one.community,
            address=one.address,
            phone=one.phone,
            flags=self.flags_on(person, day),
        )

    def sorted(self, people: Iterable[int], day: dt.date) -> list[int]:
        """Residents in the order in which lists of a day print them: community, then name."""
        return sorted(people, key=lambda one: (self.person_on(one, day).community, self.people[one].name, one))


def register(only: Sequence[int] | None = None) -> Register:
    """Read the whole register, or the part of these residents."""
    facts = (_people(only), _events(only), _flags(only), _grades(only), _homes(only), _enrolments(only))
    return Register(*facts, places=resolver(NamedList.COMMUNITY))


def as_date(text: str | None) -> dt.date | None:
    """A date as the database keeps it."""
    return dt.date.fromisoformat(text) if text else None


def _among(column: str, only: Sequence[int] | None) -> str:
    # Ids are numbers of our own, so they may stand in the text: there may be more than SQLite takes parameters.
    return "" if only is None else f" WHERE {column} IN ({','.join(str(int(one)) for one in only)})"


def _people(only: Sequence[int] | None) -> dict[int, Person]:
    rows = query.fetch(
        "SELECT id, name, sex, born_on, COALESCE(id_number, ''), id_state, community, address, phone, living,"
        f" health_record, family_doctor, building, room, {CERTIFIED} FROM living_resident{_among('id', only)}"
    )
    found: dict[int, Person] = {}
    for one, name, sex, born, number, id_state, community, address, phone, living, record, doctor, *door in rows:
        known = (number, id_state, community, address, phone, living, bool(record), bool(doctor))
        found[one] = Person(one, name, sex, as_date(born), *known, *door)
    return found


def _events(only: Sequence[int] | None) -> dict[int, tuple[Event, ...]]:
    found: defaultdict[int, list[Event]] = defaultdict(list)
    # Most people have the same facts: each is made once.
    made: dict[tuple[object, ...], Event] = {}
    # NULL sorts first in SQLite: before any record.
    for person, *facts in query.fetch(
        "SELECT resident_id, state, on_date, reason FROM living_register_event"
        f"{_among('resident_id', only)} ORDER BY on_date, id"
    ):
        state, on, reason = key = tuple(facts)
        if key not in made:
            made[key] = Event(state, as_date(on), reason)
        found[person].append(made[key])
    return {person: tuple(events) for person, events in found.items()}


def _flags(only: Sequence[int] | None) -> dict[int, tuple[tuple[str, Span], ...]]:
    found: defaultdict[int, list[tuple[str, Span]]] = defaultdict(list)
    made: dict[tuple[object, ...], tuple[str, Span]] = {}
    for person, *facts in query.fetch(
        f"SELECT resident_id, kind, from_on, to_on FROM living_flag{_among('resident_id', only)} ORDER BY id"
    ):
        kind, first, last = key = tuple(facts)
        if key not in made:
            made[key] = (kind, Span(as_date(first), as_date(last)))
        found[person].append(made[key])
    return {person: tuple(flags) for person, flags in found.items()}


def _grades(only: Sequence[int] | None) -> dict[int, tuple[tuple[dt.date | None, str], ...]]:
    found: defaultdict[int, list[tuple[dt.date | None, str]]] = defaultdict(list)
    for person, grade, assessed in query.fetch(
        "SELECT resident_id, grade, assessed_on FROM living_grade"
        f"{_among('resident_id', only)} ORDER BY assessed_on, id"
    ):
        found[person].append((as_date(assessed), grade))
    return {person: tuple(grades) for person, grades in found.items()}


def _homes(only: Sequence[int] | None) -> dict[int, tuple[Home, ...]]:
    found: defaultdict[int, list[Home]] = defaultdict(list)
    for person, since, *said in query.fetch(
        "SELECT resident_id, from_on, community, address, living, building, room FROM living_dwelling"
        f"{_among('resident_id', only)} ORDER BY from_on, id"
    ):
        found[person].append(Home(as_date(since), *said))
    return {person: tuple(homes) for person, homes in found.items()}


def _enrolments(only: Sequence[int] | None) -> dict[int, tuple[tuple[dt.date | None, str, bool], ...]]:
    """The two enrolments that lists and figures ask for."""
    found: defaultdict[int, list[tuple[dt.date | None, str, bool]]] = defaultdict(list)
    condition = _among("resident_id", only) or " WHERE 1"
    for person, since, kind, held in query.fetch(
        f"SELECT resident_id, from_on, kind, held FROM living_enrolment{condition}"
        " AND kind IN ('health_record', 'family_doctor') ORDER BY from_on, id"
    ):
        found[person].append((as_date(since), kind, bool(held)))
    return {person: tuple(rows) for person, rows in found.items()}
