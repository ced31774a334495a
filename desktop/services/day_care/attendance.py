"""日托出勤: who came to the day care and when they left, recorded, put right and listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused, FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedMode
from desktop.models import query
from desktop.models.day_care import DayAttendance
from desktop.services.beds import natures
from desktop.services.register import places, snapshot
from desktop.services.writing import about_residents, declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing


@dataclass
class DayDraft:
    """Somebody's time in day care as typed; without ``left_at`` still there, or nobody signed them out."""

    resident_id: int | None = declared.row()
    day: str | dt.date = declared.day(required=True)
    came_at: str = declared.clock_time(required=True)
    left_at: str = declared.clock_time()
    remark: str = declared.text(longest=200)
    shown: DayDraft | None = reconciling.base()


@dataclass(frozen=True)
class DayRow:
    """Somebody's time in day care on a day, as a list shows it."""

    id: int
    uid: str
    resident_id: int
    name: str
    community: str
    day: dt.date
    came_at: str
    left_at: str
    remark: str

    @property
    def minutes(self) -> int | None:
        """How long it was; nobody knows where nobody signed out."""
        return minutes_between(self.came_at, self.left_at) if self.left_at else None

    @property
    def unsigned(self) -> bool:
        """Whether the day is over and nobody signed them out."""
        return not self.left_at and self.day < clock.today()


def add(actor: Actor, draft: DayDraft) -> int:
    """Record somebody's time; the id. Overlap when they were there at that time already."""
    with writing(actor, Action.RECORD_DAY_CARE) as unit:
        return store(unit, draft)


def store(unit: Unit, draft: DayDraft) -> int:
    """The same within a unit."""
    return int(unit.add(DayAttendance(**_read(draft))).id)


def was_leaving(actor: Actor, attendance_id: int, came_at: str) -> None:
    """The scan that let somebody in was their leaving: nobody had signed them in. From when they came until then."""
    with writing(actor, Action.RECORD_DAY_CARE) as unit:
        row = unit.living(DayAttendance, attendance_id)
        if row.left_at:
            raise AlreadyRecorded(Thing.DAY_ATTENDANCE, row.left_at)
        draft = _draft(row)
        draft.came_at, draft.left_at = came_at, row.came_at
        unit.change(row, _read(draft))


def change(actor: Actor, attendance_id: int, draft: DayDraft) -> None:
    """Put right who it was, the day or the times."""
    with writing(actor, Action.RECORD_DAY_CARE) as unit:
        row = unit.living(DayAttendance, attendance_id)
        reconciling.reconcile(draft, _draft(row))
        unit.change(row, _read(draft))
    reconciling.opened(draft)


def draft_of(attendance_id: int) -> DayDraft:
    """What the form of a time on record opens with; NotFound."""
    return reconciling.opened(_draft(living(DayAttendance, attendance_id)))


def void(actor: Actor, attendance_id: int, reason: str) -> None:
    """作废: they were not there."""
    with writing(actor, Action.VOID_DAY_CARE) as unit:
        unit.void(unit.living(DayAttendance, attendance_id), reason)


def of_day(day: dt.date) -> list[int]:
    """The times of a day: who is still there first, then who came last."""
    return query.ids(
        "SELECT id FROM living_day_attendance WHERE day = ? ORDER BY left_at <> '', came_at DESC, id DESC",
        [day.isoformat()],
    )


def rows(ids: Sequence[int]) -> list[DayRow]:
    """The rows of these ids, in their order."""
    found = query.fetch_as(DayRow, f"{_ROWS} WHERE a.id IN {query.LISTED}", [query.listed(ids)])
    by_id = {one.id: one for one in places.named(found)}
    return [by_id[one] for one in ids if one in by_id]


def between(first: dt.date, last: dt.date) -> list[DayRow]:
    """Every time from a day to another, in the order in which they came."""
    ordered = f"{_ROWS} WHERE a.day BETWEEN ? AND ? ORDER BY a.day, a.came_at, a.id"
    return places.named(query.fetch_as(DayRow, ordered, [first.isoformat(), last.isoformat()]))


def present() -> int:
    """How many people are there now."""
    return query.count(
        "SELECT count(*) FROM living_day_attendance WHERE day = ? AND left_at = ''", [clock.today().isoformat()]
    )


def places_on(day: dt.date) -> int:
    """How many places of day care there are on a day: beds that are of that mode then, there and in service."""
    on = day.isoformat()
    there = query.ids(
        "SELECT b.id FROM living_bed b WHERE (b.opened_on IS NULL OR b.opened_on <= ?)"
        " AND (b.closed_on IS NULL OR b.closed_on > ?) AND NOT EXISTS (SELECT 1 FROM living_bed_outage o"
        " WHERE o.bed_id = b.id AND o.from_on <= ? AND (o.to_on IS NULL OR o.to_on >= ?))",
        [on, on, on, on],
    )
    held = natures.natures()
    return sum(held.on(one, day).mode == BedMode.DAY for one in there)


def unsigned(before: dt.date) -> list[int]:
    """Those of earlier days whom nobody signed out, the oldest first."""
    return query.ids(
        "SELECT id FROM living_day_attendance WHERE left_at = '' AND day < ? ORDER BY day, came_at, id",
        [before.isoformat()],
    )


def left_after(came_at: str, at: str) -> str:
    """The time at which somebody leaves; InvalidDraft where the clock stands before the one at which they came."""
    if at <= came_at:
        raise InvalidDraft([FieldError("left_at", Reason.ENDS_BEFORE_START, came_at)])
    return at


def minutes_between(first: str, last: str) -> int:
    """Minutes from one time of day to another."""
    return _minute(last) - _minute(first)


_ROWS = (
    "SELECT a.id, a.uid, a.resident_id, r.name, r.community, a.day, a.came_at, a.left_at, a.remark"
    " FROM living_day_attendance a JOIN living_resident r ON r.id = a.resident_id"
)


def _read(draft: DayDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    if values["left_at"] and values["came_at"] and values["left_at"] <= values["came_at"]:
        checks.refuse("left_at", Reason.ENDS_BEFORE_START, values["came_at"])
    checks.raise_if_any()
    day: dt.date = values["day"]
    person = about_residents.person_for(values["resident_id"], day)
    if not snapshot.register([person.id]).on_register(person.id, day):
        raise DateRefused(Reason.OFF_REGISTER, day)
    return values


def _draft(row: DayAttendance) -> DayDraft:
    return DayDraft(**declared.shown(DayDraft, row))


def _minute(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:])
