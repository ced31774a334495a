"""Leaves on record: seen by bed, put right, void (handbook 2.6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound
from desktop.core.staying import kind_of_leave
from desktop.core.words.staying import LEAVE_KINDS
from desktop.models import query
from desktop.models.bed import Leave, Stay
from desktop.services.beds import stays
from desktop.services.beds.places import place_name
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing


@dataclass(frozen=True)
class LeaveRow:
    """A leave with whose it is; both days inclusive, no last day while somebody is still away."""

    id: int
    uid: str
    resident_id: int
    resident: str
    building: str
    room: str
    number: str
    from_on: dt.date
    to_on: dt.date | None
    reason: str
    kind: str

    @property
    def bed(self) -> str:
        """The bed that was kept, as people call it."""
        return place_name(self.building, self.room, self.number)

    @property
    def why(self) -> str:
        """The kind of the leave, read from its words where none was chosen."""
        return kind_of_leave(self.kind, self.reason)


_LEAVES = (
    "SELECT l.id, l.uid, s.resident_id, r.name, b.building, b.room, b.number, l.from_on, l.to_on, l.reason, l.kind"
    " FROM living_leave l JOIN living_stay s ON s.id = l.stay_id JOIN resident r ON r.id = s.resident_id"
    " JOIN bed b ON b.id = s.bed_id"
)


def of_bed(bed_id: int, most: int = 20) -> list[LeaveRow]:
    """The leaves from a bed, those of stays that have ended too, the newest first."""
    return query.fetch_as(LeaveRow, f"{_LEAVES} WHERE s.bed_id = ? ORDER BY l.from_on DESC LIMIT ?", [bed_id, most])


def of_resident(resident_id: int) -> list[LeaveRow]:
    """Somebody's leaves, from whichever bed, the newest first."""
    return query.fetch_as(
        LeaveRow, f"{_LEAVES} WHERE s.resident_id = ? ORDER BY l.from_on DESC, l.id DESC", [resident_id]
    )


def on_day(day: dt.date) -> list[LeaveRow]:
    """Who is away on a day, by bed."""
    return query.fetch_as(
        LeaveRow,
        f"{_LEAVES} WHERE l.from_on <= ? AND (l.to_on IS NULL OR l.to_on >= ?) ORDER BY b.building, b.room, b.number",
        [day.isoformat(), day.isoformat()],
    )


def leave(leave_id: int) -> LeaveRow:
    """One leave; NotFound."""
    found = query.fetch_as(LeaveRow, f"{_LEAVES} WHERE l.id = ?", [leave_id])
    if not found:
        raise NotFound(Thing.LEAVE, str(leave_id))
    return found[0]


@dataclass
class LeaveDraft:
    """The days of a leave as typed, and why."""

    stay_id: int | None = None
    leave_from: str | dt.date = ""
    leave_to: str | dt.date = ""
    leave_reason: str = ""
    leave_kind: str = declared.choice(LEAVE_KINDS)


def draft_of(leave_id: int) -> LeaveDraft:
    """What was typed of a leave on record; NotFound."""
    row = living(Leave, leave_id)
    return LeaveDraft(row.stay_id, row.from_on, row.to_on or "", row.reason, kind_of_leave(row.kind, row.reason))


def change(actor: Actor, leave_id: int, first: str | dt.date, last: str | dt.date, reason: str, kind: str = "") -> None:
    """Put the days or the reason of a leave right; InvalidDraft outside its stay, Overlap with another leave."""
    with writing(actor, Action.CHANGE_LEAVE) as unit:
        leave = unit.living(Leave, leave_id)
        unit.change(leave, stays.leave_values(unit.living(Stay, leave.stay_id), first, last, reason, kind))


def void(actor: Actor, leave_id: int, reason: str) -> None:
    """作废: a leave recorded by mistake; its days count as occupied."""
    with writing(actor, Action.VOID_LEAVE) as unit:
        unit.void(unit.living(Leave, leave_id), reason)
