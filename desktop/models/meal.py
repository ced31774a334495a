"""Canteen attendance and its prices (handbook 2.4)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class MealPrice(Record):
    """The price of a meal from a date on."""

    valid_from = peewee.DateField()
    meal = peewee.TextField()
    price_fen = peewee.IntegerField()


class SubsidyRule(Record):
    """A subsidy from a date on, by age or by flag; the highest that applies is taken, they do not add up.

    ``meal``, ``mode`` and ``min_spend_fen`` are asked when a meal is charged; no form sets them yet. ``day_cap_fen`` is
    a column of sync format v1 and always empty.
    """

    valid_from = peewee.DateField()
    min_age = peewee.IntegerField(null=True)
    flags = peewee.TextField(default="")
    meal = peewee.TextField(default="")
    mode = peewee.TextField(default="")
    amount_fen = peewee.IntegerField()
    day_cap_fen = peewee.IntegerField(null=True)
    min_spend_fen = peewee.IntegerField(default=0)


class Meal(Record):
    """One meal of one person on one date; a guest (临时) has no resident. Prices are those of that time."""

    resident = peewee.ForeignKeyField(Resident, backref="meals", null=True)
    resident_id: int | None
    eaten_on = peewee.DateField()
    eaten_at = peewee.TextField(default="")
    meal = peewee.TextField()
    mode = peewee.TextField()
    price_fen = peewee.IntegerField(default=0)
    subsidy_fen = peewee.IntegerField(default=0)
    paid_fen = peewee.IntegerField(default=0)
    rule_id = peewee.IntegerField(null=True)
    remark = peewee.TextField(default="")
    rating = peewee.IntegerField(null=True)
    delivered_at = peewee.TextField(default="")


class ScanQueue(Record):
    """A scan at the canteen that found nobody: eat first, record later (先就餐后补录)."""

    scanned = peewee.TextField()
    eaten_on = peewee.DateField()
    eaten_at = peewee.TextField()
    meal = peewee.TextField()
    mode = peewee.TextField()
    resolved_at = peewee.TextField(null=True)
    meal_id = peewee.IntegerField(null=True)
