"""Beds, stays and leaves (handbook 2.6)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Contact, Resident


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
    bed_class = peewee.TextField(default="")


class BedNature(Record):
    """What a bed is from a day on (none: since before any record), until the next one; the bed repeats the latest."""

    bed = peewee.ForeignKeyField(Bed, backref="natures")
    bed_id: int
    from_on = peewee.DateField(null=True)
    kind = peewee.TextField()
    mode = peewee.TextField()
    bed_class = peewee.TextField(default="")


class BedInsurance(Record):
    """Days on which a bed is insured (综合责任险), both inclusive, with the insurer's code for it."""

    bed = peewee.ForeignKeyField(Bed, backref="insurances")
    bed_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField()
    code = peewee.TextField(default="")
    insurer = peewee.TextField(default="")


class BedReservation(Record):
    """Days on which a bed is kept for somebody, both inclusive: a resident, or a name that is not on record yet."""

    bed = peewee.ForeignKeyField(Bed, backref="reservations")
    bed_id: int
    resident = peewee.ForeignKeyField(Resident, null=True, backref="reservations")
    resident_id: int | None
    name = peewee.TextField(default="")
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    remark = peewee.TextField(default="")


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
    term = peewee.TextField(default="long")


class Leave(Record):
    """A leave that keeps the bed; first and last day inclusive. From before there were kinds it has its words alone."""

    stay = peewee.ForeignKeyField(Stay, backref="leaves")
    stay_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    reason = peewee.TextField(default="")
    kind = peewee.TextField(default="")


class StayContract(Record):
    """入住协议: what was agreed for somebody's stays, whichever bed; ``contact`` signed where the resident did not.

    ``capacity`` says as what; ``photo`` is a kept file's name.
    """

    resident = peewee.ForeignKeyField(Resident, backref="stay_contracts")
    resident_id: int
    number = peewee.TextField(default="")
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    contact = peewee.ForeignKeyField(Contact, null=True)
    contact_id: int | None
    capacity = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    photo = peewee.TextField(default="")
