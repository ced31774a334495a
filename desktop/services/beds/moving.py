"""换床: whoever lies in a bed lies in another one from a day on; the move is a new row (handbook 2.6)."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded
from desktop.core.reasons import Reason
from desktop.models.bed import Leave, Stay
from desktop.services.beds import stays
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

# What is kept is the Chinese word, as in the workbooks.
MOVED = "换床"


def move(actor: Actor, stay_id: int, bed_id: int | None, day: str | dt.date) -> int:
    """Into another bed from that day on; a leave that runs then goes on from there. The new stay's id.

    AlreadyRecorded for a stay that has ended; Overlap where the other bed is taken, and then nothing changed.
    """
    checks = Checks()
    on = checks.day("from_on", day, required=True)
    if bed_id is None:
        checks.refuse("bed_id", Reason.REQUIRED)
    checks.raise_if_any()
    assert on is not None
    with writing(actor, Action.MOVE_BED) as unit:
        stay = unit.living(Stay, stay_id)
        if stay.to_on is not None:
            raise AlreadyRecorded(Thing.STAY, stay.to_on.isoformat())
        if on < stay.from_on:
            checks.refuse("from_on", Reason.ENDS_BEFORE_START, stay.from_on.isoformat())
        if stay.bed_id == bed_id:
            checks.refuse("bed_id", Reason.SAME_BED)
        checks.raise_if_any()
        away = _away(stay, on)
        going_on = (away.to_on, away.reason) if away is not None else None
        stays.end(unit, stay, on, MOVED)
        made = stays.store_stay(unit, StayDraft(stay.resident_id, bed_id, on))
        if going_on is not None:
            _go_on_away(unit, made, on, *going_on)
        return int(made.id)


def _away(stay: Stay, on: dt.date) -> Leave | None:
    """The leave that the day lies in, begun before it."""
    until = Leave.to_on.is_null() | (Leave.to_on >= on)
    found: Leave | None = Leave.get_or_none(Leave.stay == stay, Leave.voided_at.is_null(), Leave.from_on <= on, until)
    return found


def _go_on_away(unit: Unit, stay: Stay, first: dt.date, last: dt.date | None, reason: str) -> None:
    unit.add(Leave(stay=stay, from_on=first, to_on=last, reason=reason))
