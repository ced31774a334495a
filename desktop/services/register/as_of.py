"""The register as it stood on any past day: who was on it, with the flags and grades of that day.

Register states, flags, grades, dwelling and enrolments are dated facts and answer for every day; name and phone are
what is known now. Figures rest on the same facts (``people.Register``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.person.identity import masked
from desktop.core.text import name_key
from desktop.core.trade import RegisterState
from desktop.services.register.snapshot import Person, Register, register


@dataclass(frozen=True)
class AsOfQuery:
    """Whom the list shows; an empty field does not filter, no ``state`` shows everybody who had one."""

    state: str = RegisterState.ON_REGISTER
    text: str = ""
    community: str = ""
    flag: str = ""
    grade: str = ""
    age_from: int | None = None
    age_to: int | None = None


@dataclass(frozen=True)
class AsOfRow:
    """One resident as of a day; ``since`` is the day from which the state held (None: before any record)."""

    resident_id: int
    name: str
    sex: str
    born_on: dt.date | None
    age: int | None
    id_masked: str
    community: str
    building: str
    room: str
    address: str
    phone: str
    living: str
    flags: tuple[str, ...]
    grade: str
    state: str
    since: dt.date | None


def register_as_of(day: dt.date, wanted: AsOfQuery | None = None, known: Register | None = None) -> list[AsOfRow]:
    """The register on a day, by community and name; advanced age (高龄) is among the flags."""
    known = known or register()
    asked = wanted or AsOfQuery()
    rows = (_row(known, one, day) for one in known.sorted(known.people, day))
    meant = known.places.names(asked.community)
    return [row for row in rows if row.state and (not asked.community or row.community in meant) and _fits(row, asked)]


def _row(known: Register, one: int, day: dt.date) -> AsOfRow:
    person: Person = known.person_on(one, day)
    state, since = "", None
    for event in known.events.get(one, ()):
        if event.on is None or event.on <= day:
            state, since = event.state, event.on
    return AsOfRow(
        resident_id=one,
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        age=person.age(day),
        id_masked=masked(person.id_number) if person.id_number else "",
        community=person.community,
        building=person.building,
        room=person.room,
        address=person.address,
        phone=person.phone,
        living=person.living,
        flags=known.flags_on(one, day, derived=True),
        grade=known.grade_on(one, day),
        state=state,
        since=since,
    )


def _fits(row: AsOfRow, wanted: AsOfQuery) -> bool:
    return all(
        (
            wanted.state in ("", row.state),
            wanted.flag == "" or wanted.flag in row.flags,
            wanted.grade in ("", row.grade),
            name_key(wanted.text) in name_key(row.name),
            wanted.age_from is None or (row.age is not None and row.age >= wanted.age_from),
            wanted.age_to is None or (row.age is not None and row.age <= wanted.age_to),
        )
    )
