"""Who waits for a bed, and which beds they were offered (轮候)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.bed import Bed
from desktop.models.resident import Resident


class BedApplication(Record):
    """Somebody wants a bed of a mode and, where ``kind`` says so, of a kind, from ``applied_on`` on.

    It ends by an admission into such a bed or by leaving the register, which nobody writes down here; ``ended_on`` is
    the day on which it was withdrawn.
    """

    resident = peewee.ForeignKeyField(Resident, backref="bed_applications")
    resident_id: int
    applied_on = peewee.DateField()
    mode = peewee.TextField(default="full")
    kind = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    ended_on = peewee.DateField(null=True)
    end_reason = peewee.TextField(default="")


class BedOffer(Record):
    """A bed that was offered to who waits; it stands up to ``expires_on``, that day inclusive."""

    application = peewee.ForeignKeyField(BedApplication, backref="offers")
    application_id: int
    bed = peewee.ForeignKeyField(Bed, backref="offers")
    bed_id: int
    offered_on = peewee.DateField()
    expires_on = peewee.DateField()
    turn_reason = peewee.TextField(default="")
    state = peewee.TextField(default="open")
    answered_on = peewee.DateField(null=True)
    answer_reason = peewee.TextField(default="")
