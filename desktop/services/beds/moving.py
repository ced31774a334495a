"""换床: whoever lies in a bed lies in another one from a day on; the move is a new row (handbook 2.6)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded
from desktop.core.reasons import Reason
from desktop.models.bed import Leave, Stay
from desktop.services.beds import stays
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing

# What is kept is the Chinese word, as in the workbooks.
MOVED = "换床"


def move(actor: Actor, stay_id: int, bed_id: int | None, day: str | dt.date, reason: str = "") -> int:
    """Into another bed from that day on, in one act with one reason; the new stay's id.

    Whoever was to leave later leaves from there; leaves go on, or begin, from there. AlreadyRecorded for a stay that
    ended by that day; Overlap where the other bed is taken, and then nothing changed.
    """
    checks = Checks()
    on = checks.day("from_on", day, required=True)
    if bed_id is None:
        checks.refuse("bed_id", Reason.REQUIRED)
    checks.raise_if_any()
    assert on is not None
    with writing(actor, Action.MOVE_BED, reason.strip() or MOVED) as unit:
        stay = unit.living(Stay, stay_id)
        if stay.to_on is not None and stay.to_on <= on:
            raise AlreadyRecorded(Thing.STAY, stay.to_on.isoformat())
        if on < stay.from_on:
            checks.refuse("from_on", Reason.ENDS_BEFORE_START, stay.from_on.isoformat())
        if stay.bed_id == bed_id:
            checks.refuse("bed_id", Reason.SAME_BED)
        checks.raise_if_any()
        left, why = stay.to_on, stay.end_reason
        going_on = _leaves_from(stay, on)
        stays.end(unit, stay, on, MOVED)
        made = stays.store_stay(unit, StayDraft(stay.resident_id, bed_id, on, left or "", why, term=stay.term))
        for values in going_on:
            unit.add(Leave(stay=made, **values))
        return int(made.id)


def _leaves_from(stay: Stay, on: dt.date) -> list[dict[str, Any]]:
    """The leaves that have days from then on, as they go on: one that began before goes on from that day."""
    until = Leave.to_on.is_null() | (Leave.to_on >= on)
    found = Leave.select().where(Leave.stay == stay, Leave.voided_at.is_null(), until).order_by(Leave.from_on)
    return [
        {"from_on": max(one.from_on, on), "to_on": one.to_on, "reason": one.reason, "kind": one.kind} for one in found
    ]
