"""失能 or 半失能 proposed from a capability grade: a person records it or puts it away, nothing is set by itself.

Which grade proposes which is a dated rule (``grade_proposals``; as shipped 中度 or worse 失能, 轻度 半失能).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.core.trade import FlagKind
from desktop.models import query
from desktop.models.resident import Flag, Resident
from desktop.models.visit import FindingExplanation
from desktop.services.register.snapshot import as_date
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

# The grade's uid follows; the word is that of the first category that a grade could propose.
_KEY = "disabled-"
# Whether a category was held on the day of a grade ``g`` or later.
_HELD = (
    "EXISTS (SELECT 1 FROM living_flag f WHERE f.resident_id = g.resident_id AND f.kind = ?"
    " AND (f.to_on IS NULL OR f.to_on >= COALESCE(g.assessed_on, '')))"
)


class Proposal(NamedTuple):
    """Somebody on register for whom the grade in force proposes ``flag``; ``uid`` names that grade, ``on`` its day."""

    resident_id: int
    name: str
    grade: str
    on: dt.date | None
    uid: str
    flag: str


def proposals(only: Sequence[int] | None = None) -> list[Proposal]:
    """Whom a grade proposes a category for and who has not been recorded or put away, by name; all, or of these.

    The grade in force is the last by its day, of one day the one recorded last. Who held the category, or 失能 where
    半失能 would be proposed, on that day or later is not proposed again, also when somebody has ended it since.
    """
    proposed = rules.grade_proposals()
    some = "" if only is None else f" AND r.id IN {query.LISTED}"
    found = query.fetch(
        f"SELECT r.id, r.name, g.grade, g.assessed_on, g.uid, {_HELD}, {_HELD} FROM living_grade g"
        " JOIN living_resident r ON r.id = g.resident_id AND r.register_state = 'on_register'"
        " WHERE NOT EXISTS (SELECT 1 FROM living_grade l WHERE l.resident_id = g.resident_id"
        " AND (COALESCE(l.assessed_on, ''), l.id) > (COALESCE(g.assessed_on, ''), g.id))"
        f" AND NOT EXISTS (SELECT 1 FROM living_finding_explanation e WHERE e.key = '{_KEY}' || g.uid){some}"
        " ORDER BY r.name_sort, r.id",
        [FlagKind.DISABLED, FlagKind.PARTLY_DISABLED, *([] if only is None else [query.listed(only)])],
    )
    rows = ((*row[:3], as_date(row[3]), *row[4:]) for row in found)
    return [
        Proposal(one, name, grade, day, uid, flag)
        for one, name, grade, day, uid, disabled, partly in rows
        if (flag := proposed(grade, day)) and not disabled and not (partly and flag == FlagKind.PARTLY_DISABLED)
    ]


def accept(actor: Actor, resident_id: int) -> None:
    """Record what is proposed from the day of the grade on; its proof is the assessment.

    Who was 半失能 and is 失能 now is it no more: that category ends on the day before.
    """
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        one = _of(unit, resident_id)
        if one.on is not None and one.flag == FlagKind.DISABLED:
            _end_partly(unit, resident_id, one.on)
        unit.add(Flag(resident_id=resident_id, kind=one.flag, from_on=one.on, proof="能力评估"))


def put_away(actor: Actor, resident_id: int, reason: str) -> None:
    """Say why a grade does not make somebody what it proposes; another grade proposes anew."""
    if not reason.strip():
        raise ReasonNeeded("explain")
    with writing(actor, Action.EXPLAIN_FINDING, reason.strip()) as unit:
        one = _of(unit, resident_id)
        month = str(Month.of(clock.today()))
        unit.add(FindingExplanation(month=month, key=_KEY + one.uid, words=reason.strip()))


def _end_partly(unit: Unit, resident_id: int, day: dt.date) -> None:
    for row in Flag.select().where(
        Flag.resident == resident_id, Flag.kind == FlagKind.PARTLY_DISABLED, Flag.voided_at.is_null()
    ):
        if row.to_on is None and (row.from_on is None or row.from_on < day):
            unit.change(row, {"to_on": day - dt.timedelta(days=1)})


def _of(unit: Unit, resident_id: int) -> Proposal:
    unit.living(Resident, resident_id)
    found = proposals([resident_id])
    if not found:
        raise NotFound(Thing.GRADE, str(resident_id))
    return found[0]
