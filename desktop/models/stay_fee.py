"""Fees of stays: what bed, care and meals cost from a day on, and what a month of somebody was charged."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.bed import Bed
from desktop.models.resident import Resident


class StayRate(Record):
    """What a part of a stay costs a month or a day, from a day on: for everybody, or for one thing that is named."""

    part = peewee.TextField()
    resident = peewee.ForeignKeyField(Resident, null=True, backref="stay_rates")
    resident_id: int | None
    bed = peewee.ForeignKeyField(Bed, null=True, backref="rates")
    bed_id: int | None
    building = peewee.TextField(default="")
    room = peewee.TextField(default="")
    bed_class = peewee.TextField(default="")
    grade = peewee.TextField(default="")
    term = peewee.TextField(default="")
    unit = peewee.TextField()
    amount_fen = peewee.IntegerField()
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)
    remark = peewee.TextField(default="")


class StayCharge(Record):
    """What a month of somebody was charged: ``number`` 1 first, later ones are differences (补差).

    ``amount_fen`` is what this one charges, ``whole_fen`` what the month came to then by its ``lines`` (JSON).
    """

    resident = peewee.ForeignKeyField(Resident, backref="stay_charges")
    resident_id: int
    month = peewee.TextField()
    number = peewee.IntegerField()
    amount_fen = peewee.IntegerField()
    whole_fen = peewee.IntegerField()
    lines = peewee.TextField()
    remark = peewee.TextField(default="")
