"""The standing calendar: what was agreed for certain weekdays, its stops, and the holidays of the centre."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class StandingArrangement(Record):
    """Something done for a person week after week; ``weekdays`` has digits (``1`` Monday …), nothing for every day.

    A meal that is brought has its ``meal``; a help service all that its orders are made with. An amount that is None is
    what the price list says of the day that is due.
    """

    resident = peewee.ForeignKeyField(Resident)
    resident_id: int
    subject = peewee.TextField()
    meal = peewee.TextField(default="")
    weekdays = peewee.TextField(default="")
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)
    remark = peewee.TextField(default="")
    type = peewee.TextField(default="")
    place = peewee.TextField(default="")
    started = peewee.TextField(default="")
    ended = peewee.TextField(default="")
    worker = peewee.TextField(default="")
    content = peewee.TextField(default="")
    payer = peewee.TextField(default="")
    fee_fen = peewee.IntegerField(null=True)
    subsidy_fen = peewee.IntegerField(null=True)
    item = peewee.TextField(default="")
    quantity = peewee.IntegerField(default=1)


class StandingStop(Record):
    """Days on which an arrangement rests, both inclusive; without a last day until further notice."""

    arrangement = peewee.ForeignKeyField(StandingArrangement, backref="stops")
    arrangement_id: int
    from_on = peewee.DateField()
    to_on = peewee.DateField(null=True)
    reason = peewee.TextField()


class Holiday(Record):
    """A day that has a name; ``closed``: nothing that stands is done on it."""

    day = peewee.DateField()
    words = peewee.TextField()
    closed = peewee.IntegerField(default=1)
