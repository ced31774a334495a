"""Who visits whom, from a date on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import NothingToDo
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.models.visit import VisitAssignment
from desktop.services.named.resolving import resolver
from desktop.services.writing import about_residents
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


def assign(actor: Actor, resident_ids: Iterable[int], visitor: str, from_on: str | dt.date = "") -> int:
    """Give people a visitor from a day on (today); an empty name takes them off. How many were changed."""
    checks = Checks()
    day = checks.day("from_on", from_on, future=True) or clock.today()
    name = checks.text("visitor", visitor, longest=60)
    checks.raise_if_any()
    people = list(dict.fromkeys(resident_ids))
    if not people:
        raise NothingToDo(Thing.RESIDENT)
    with writing(actor, Action.ASSIGN) as unit:
        before = _typed_on(day)
        changed = [one for one in people if before.get(one, "") != name]
        for one in changed:
            person = about_residents.person_for(one, day)
            for old in VisitAssignment.select().where(
                VisitAssignment.resident == one, VisitAssignment.from_on == day, VisitAssignment.voided_at.is_null()
            ):
                unit.void(old, "replaced")
            unit.add(VisitAssignment(resident=person, visitor=name, from_on=day))
    return len(changed)


def visitors_on(day: dt.date) -> dict[int, str]:
    """The visitor of everybody who has one on a day, by the name that they have on that day."""
    known = resolver(NamedList.PERSON)
    return {person: known.shown(visitor, day) for person, visitor in _typed_on(day).items()}


def _typed_on(day: dt.date) -> dict[int, str]:
    # SQLite gives the other columns of the row that has the maximum.
    found = query.fetch(
        "SELECT resident_id, visitor, max(from_on || printf('%012d', id)) FROM living_visit_assignment"
        " WHERE from_on <= ? GROUP BY resident_id",
        [day.isoformat()],
    )
    return {person: visitor for person, visitor, _ in found if visitor}


def history(resident_id: int) -> list[tuple[dt.date, str]]:
    """(from, visitor) of a person, the newest first."""
    rows = query.fetch(
        "SELECT from_on, visitor FROM living_visit_assignment WHERE resident_id = ? ORDER BY from_on DESC, id DESC",
        [resident_id],
    )
    return [(dt.date.fromisoformat(day), str(visitor)) for day, visitor in rows]
