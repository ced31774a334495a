"""The visits of a month with what the honesty checks ask of each: who typed it, when, and in which words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.core.words import terms
from desktop.models import query
from desktop.services.named.resolving import resolver
from desktop.services.register import walking
from desktop.services.register.snapshot import Register


@dataclass(frozen=True)
class Entry:
    """One visit. ``typed``: by a person, not imported; ``proved``: from a route sheet whose signed scan is kept."""

    id: int
    resident_id: int
    day: dt.date
    at: str
    method: str
    outcome: str
    contact: str
    words: str
    entered_at: dt.datetime
    entered_by: str
    typed: bool
    proved: bool
    void: bool
    void_reason: str
    supersedes_id: int | None
    visitors: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """What all checks look at: the month, the register, the doors, the days in hospital, the entries."""

    month: Month
    known: Register
    doors: dict[int, walking.Door]
    hospital: dict[int, tuple[tuple[dt.date, dt.date], ...]]
    entries: tuple[Entry, ...]


def entries(month: Month) -> tuple[Entry, ...]:
    """The visits of a month in the order of entry, void ones too."""
    words = " || ' ' || ".join(f"v.{block}_words" for block in terms.VISIT_BLOCKS)
    names = _visitors(month)
    rows = query.fetch(
        f"SELECT v.id, v.resident_id, v.visited_on, v.visited_at, v.method, v.outcome, v.contact,"
        f" trim({words} || ' ' || v.remark), v.created_at, COALESCE(c.staff_name, ''),"
        " c.id IS NOT NULL AND c.batch_id IS NULL,"
        " EXISTS (SELECT 1 FROM living_route_row w JOIN living_attachment a ON a.sheet_id = w.sheet_id"
        " WHERE w.visit_id = v.id), v.voided_at IS NOT NULL, v.void_reason, v.supersedes_id"
        " FROM visit v LEFT JOIN change_log c ON c.table_name = 'visit' AND c.row_id = v.id AND c.action = 'add'"
        " WHERE v.visited_on BETWEEN ? AND ? ORDER BY v.created_at, v.id",
        [month.first.isoformat(), month.last.isoformat()],
    )
    return tuple(_entry(row, tuple(names.get(row[0], ()))) for row in rows)


def hospital_days(known: Register) -> dict[int, tuple[tuple[dt.date, dt.date], ...]]:
    """The days that somebody with a bed was on leave in hospital; first and last day inclusive."""
    found: defaultdict[int, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for person, first, last in query.fetch(
        "SELECT s.resident_id, l.from_on, COALESCE(l.to_on, s.to_on, '9999-12-31') FROM living_leave l"
        " JOIN living_stay s ON s.id = l.stay_id WHERE ("
        "l.reason LIKE '%院%' OR l.reason = 'hospital')"
    ):
        if person in known.people:
            found[person].append((dt.date.fromisoformat(first), dt.date.fromisoformat(last)))
    return {person: tuple(spans) for person, spans in found.items()}


def _visitors(month: Month) -> dict[int, list[str]]:
    # Two names of one person are one visitor.
    known = resolver(NamedList.PERSON)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for visit, name in query.fetch(
        "SELECT w.visit_id, w.name FROM living_visitor w JOIN visit v ON v.id = w.visit_id"
        " WHERE v.visited_on BETWEEN ? AND ? ORDER BY w.id",
        [month.first.isoformat(), month.last.isoformat()],
    ):
        person = known.shown(name, month.last)
        if person not in found[visit]:
            found[visit].append(person)
    return found


def _entry(row: query.Row, visitors: tuple[str, ...]) -> Entry:
    one, person, day, at, method, outcome, contact, words, entered, by, typed, proved, void, reason, before = row
    return Entry(
        id=one,
        resident_id=person,
        day=dt.date.fromisoformat(day),
        at=at,
        method=method,
        outcome=outcome,
        contact=contact,
        words=" ".join(words.split()),
        entered_at=dt.datetime.fromisoformat(entered),
        entered_by=by,
        typed=bool(typed),
        proved=bool(proved),
        void=bool(void),
        void_reason=reason,
        supersedes_id=before,
        visitors=visitors,
    )
