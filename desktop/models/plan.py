"""What plans ask for: their indicators, dated, and the figures that somebody has to type for them."""

from __future__ import annotations

import peewee

from desktop.models.base import Record


class IndicatorRow(Record):
    """One version of an indicator of a plan: holds from a day (none: since before any record) until the next one.

    ``numerator`` and ``denominator`` name counts; without a numerator nobody here knows it. ``target`` is a decimal
    number as a text, empty where the document sets none.
    """

    plan = peewee.TextField()
    key = peewee.TextField()
    position = peewee.IntegerField(default=0)
    name = peewee.TextField()
    document = peewee.TextField(default="")
    clause = peewee.TextField(default="")
    page = peewee.TextField(default="")
    direction = peewee.TextField(default=">=")
    target = peewee.TextField(default="")
    unit = peewee.TextField(default="")
    per = peewee.IntegerField(default=100)
    numerator = peewee.TextField(default="")
    denominator = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)

    class Meta:
        table_name = "indicator"


class TypedFigure(Record):
    """A figure that no room can count (填报数): how many on a day, and who says so."""

    key = peewee.TextField()
    value = peewee.IntegerField()
    as_of = peewee.DateField()
    source = peewee.TextField()
    note = peewee.TextField(default="")
