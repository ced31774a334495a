"""失能 proposed from a grade of 中度 or worse: a person records it or puts it away, nothing is set by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.core.trade import Capability, FlagKind
from desktop.models import query
from desktop.models.resident import Flag, Resident
from desktop.models.visit import FindingExplanation
from desktop.services.register.snapshot import as_date
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

# Handbook 2.2: an assessed grade of 中度 or worse proposes the category.
PROPOSING = (Capability.MODERATE, Capability.SEVERE, Capability.COMPLETE)
_KEY = "disabled-"


class Proposal(NamedTuple):
    """Somebody on register whose grade in force proposes 失能; ``uid`` names that grade, ``on`` its day."""

    resident_id: int
    name: str
    grade: str
    on: dt.date | None
    uid: str


def proposals(only: Sequence[int] | None = None) -> list[Proposal]:
    """Whom a grade proposes 失能 for and who has not been recorded or put away, by name; all, or of these residents.

    The grade in force is the last by its day, of one day the one recorded last. Who held the category on that day
    or later is not proposed again, also when somebody has ended it since.
    """
    some = "" if only is None else f" AND r.id IN {query.LISTED}"
    found = query.fetch(
        "SELECT r.id, r.name, g.grade, g.assessed_on, g.uid FROM living_grade g"
        " JOIN living_resident r ON r.id = g.resident_id AND r.register_state = 'on_register'"
        " WHERE g.grade IN ('moderate', 'severe', 'complete')"
        " AND NOT EXISTS (SELECT 1 FROM living_grade l WHERE l.resident_id = g.resident_id"
        " AND (COALESCE(l.assessed_on, ''), l.id) > (COALESCE(g.assessed_on, ''), g.id))"
        " AND NOT EXISTS (SELECT 1 FROM living_flag f WHERE f.resident_id = g.resident_id AND f.kind = 'disabled'"
        " AND (f.to_on IS NULL OR f.to_on >= COALESCE(g.assessed_on, '')))"
        f" AND NOT EXISTS (SELECT 1 FROM living_finding_explanation e WHERE e.key = '{_KEY}' || g.uid){some}"
        " ORDER BY r.name_sort, r.id",
        [] if only is None else [query.listed(only)],
    )
    return [Proposal(one, name, grade, as_date(day), uid) for one, name, grade, day, uid in found]


def accept(actor: Actor, resident_id: int) -> None:
    """Record the proposed 失能 from the day of the grade on; its proof is the assessment."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        one = _of(unit, resident_id)
        unit.add(Flag(resident_id=resident_id, kind=FlagKind.DISABLED, from_on=one.on, proof="能力评估"))


def put_away(actor: Actor, resident_id: int, reason: str) -> None:
    """Say why a grade does not make somebody 失能; another grade proposes anew."""
    if not reason.strip():
        raise ReasonNeeded("explain")
    with writing(actor, Action.EXPLAIN_FINDING, reason.strip()) as unit:
        one = _of(unit, resident_id)
        month = str(Month.of(clock.today()))
        unit.add(FindingExplanation(month=month, key=_KEY + one.uid, words=reason.strip()))


def _of(unit: Unit, resident_id: int) -> Proposal:
    unit.living(Resident, resident_id)
    found = proposals([resident_id])
    if not found:
        raise NotFound(Thing.GRADE, str(resident_id))
    return found[0]
