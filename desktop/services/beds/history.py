"""What was with a bed, or with somebody who had one: stays, leaves, reservations, outages, insurance, what it was."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.models import query
from desktop.services.beds.places import place_name


class Entry(NamedTuple):
    """One record with its days: of a stay the last one is the day from which the bed is free, else inclusive.

    ``first`` none is since before any record; ``words`` are codes and texts as the record has them.
    """

    thing: str
    id: int
    uid: str
    first: dt.date | None
    last: dt.date | None
    bed_id: int
    resident_id: int | None
    building: str
    room: str
    number: str
    person: str
    one: str
    two: str
    three: str

    @property
    def place(self) -> str:
        """The bed as people call it."""
        return place_name(self.building, self.room, self.number)

    @property
    def words(self) -> tuple[str, ...]:
        """What the record says beside its days."""
        return (self.one, self.two, self.three)


_ALL = (
    "WITH entry (thing, id, uid, first, last, bed_id, resident_id, name, one, two, three) AS ("
    "SELECT 'stay', id, uid, from_on, to_on, bed_id, resident_id, '', end_reason, '', '' FROM living_stay"
    " UNION ALL SELECT 'leave', l.id, l.uid, l.from_on, l.to_on, s.bed_id, s.resident_id, '', l.reason, l.kind, ''"
    " FROM living_leave l JOIN living_stay s ON s.id = l.stay_id"
    " UNION ALL SELECT 'bed_reservation', id, uid, from_on, to_on, bed_id, resident_id, name, remark, '', ''"
    " FROM living_bed_reservation"
    " UNION ALL SELECT 'bed_outage', id, uid, from_on, to_on, bed_id, NULL, '', reason, '', '' FROM living_bed_outage"
    " UNION ALL SELECT 'bed_insurance', id, uid, from_on, to_on, bed_id, NULL, '', insurer, code, ''"
    " FROM living_bed_insurance"
    " UNION ALL SELECT 'bed_nature', id, uid, from_on, NULL, bed_id, NULL, '', kind, mode, bed_class"
    " FROM living_bed_nature)"
    " SELECT e.thing, e.id, e.uid, e.first, e.last, e.bed_id, e.resident_id, b.building, b.room, b.number,"
    " COALESCE(r.name, e.name) AS person, e.one, e.two, e.three FROM entry e JOIN living_bed b ON b.id = e.bed_id"
    " LEFT JOIN living_resident r ON r.id = e.resident_id WHERE e.{column} = ?"
    " ORDER BY e.first IS NULL, e.first DESC, e.thing, e.id DESC"
)


def of_bed(bed_id: int) -> list[Entry]:
    """Everything of a bed, the newest first."""
    return query.fetch_as(Entry, _ALL.format(column="bed_id"), [bed_id])


def of_person(resident_id: int) -> list[Entry]:
    """The stays, leaves and reservations of somebody in whichever bed, the newest first."""
    return query.fetch_as(Entry, _ALL.format(column="resident_id"), [resident_id])
