"""Beds, stays and leaves (handbook 2.6)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class Bed(Record):
    """A bed. ``opened_on`` none: before any record; ``closed_on``: first day no longer there."""

    building = peewee.TextField(default="")
    floor = peewee.TextField(default="")
    room = peewee.TextField()
    number = peewee.TextField()
    kind = peewee.TextField()
    mode = peewee.TextField()
    state = peewee.TextField(default="free")
    external_code = peewee.TextField(default="")
    insured = peewee.BooleanField(null=True)
    opened_on = peewee.DateField(null=True)
    closed_on = peewee.DateField(null=True)


class BedOutage(Record):
    """Days on which a bed was out of service; first and last day inclusive."""

    bed = peewee.ForeignKeyField(Bed, backref="outages")
    bed_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    reason = peewee.TextField(default="")


class Stay(Record):
    """A resident in a bed: occupies its first day and not its last. A move is a new row."""

    resident = peewee.ForeignKeyField(Resident, backref="stays")
    resident_id: int
    bed = peewee.ForeignKeyField(Bed, backref="stays")
    bed_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    end_reason = peewee.TextField(default="")


class Leave(Record):
    """A leave (住院/回家) that keeps the bed; first and last day inclusive."""

    stay = peewee.ForeignKeyField(Stay, backref="leaves")
    stay_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    reason = peewee.TextField(default="")
