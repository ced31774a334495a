"""Day care (日托): who came and went, day by day."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class DayAttendance(Record):
    """Somebody came to the day care and left; without ``left_at`` still there, or nobody signed them out."""

    resident = peewee.ForeignKeyField(Resident, backref="day_attendances")
    resident_id: int
    day = peewee.DateField()
    came_at = peewee.TextField()
    left_at = peewee.TextField(default="")
    remark = peewee.TextField(default="")
