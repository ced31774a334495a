"""Canteen attendance and its prices (handbook 2.4)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class MealPrice(Record):
    """The price of a meal from a date on: for everybody, or by mode, age, flag and day of the week (``1`` Monday …)."""

    valid_from = peewee.DateField()
    meal = peewee.TextField()
    price_fen = peewee.IntegerField()
    valid_to = peewee.DateField(null=True)
    mode = peewee.TextField(default="")
    min_age = peewee.IntegerField(default=0)
    max_age = peewee.IntegerField(default=150)
    flags = peewee.TextField(default="")
    weekdays = peewee.TextField(default="")


class SubsidyRule(Record):
    """A subsidy from a date on, by age, flag, meal and mode: an amount, or ``percent`` of the price.

    Of the rules ``combining`` as highest the best one is taken, those as sum come on top. A rule that ``replaces`` puts
    all rules that begin before it out of force.
    """

    valid_from = peewee.DateField()
    min_age = peewee.IntegerField(null=True)
    flags = peewee.TextField(default="")
    meal = peewee.TextField(default="")
    mode = peewee.TextField(default="")
    amount_fen = peewee.IntegerField()
    day_cap_fen = peewee.IntegerField(null=True)
    min_spend_fen = peewee.IntegerField(default=0)
    valid_to = peewee.DateField(null=True)
    max_age = peewee.IntegerField(null=True)
    percent = peewee.IntegerField(null=True)
    month_cap_fen = peewee.IntegerField(null=True)
    combining = peewee.TextField(default="highest")
    replaces = peewee.IntegerField(default=1)


class Meal(Record):
    """One meal of one person on one date; a guest (临时) has no resident. Prices are those of that time.

    ``guest_of`` is the resident with whom a guest came, where that is known; ``occasion`` is that of a meal of many.

    ``price_id`` is the price by which it was charged, None where nobody had set one. ``rule_id`` is the subsidy that
    gave most; where several gave, ``rule_parts`` has each with its fen (``uid:fen uid:fen``).
    """

    resident = peewee.ForeignKeyField(Resident, backref="meals", null=True)
    resident_id: int | None
    guest_of = peewee.ForeignKeyField(Resident, backref="companions", null=True)
    guest_of_id: int | None
    eaten_on = peewee.DateField()
    eaten_at = peewee.TextField(default="")
    meal = peewee.TextField()
    mode = peewee.TextField()
    price_fen = peewee.IntegerField(default=0)
    subsidy_fen = peewee.IntegerField(default=0)
    paid_fen = peewee.IntegerField(default=0)
    rule_id = peewee.IntegerField(null=True)
    price_id = peewee.IntegerField(null=True)
    rule_parts = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    occasion = peewee.TextField(default="")
    rating = peewee.IntegerField(null=True)
    delivered_at = peewee.TextField(default="")


class ScanQueue(Record):
    """A scan at the canteen that found nobody: eat first, record later (先就餐后补录)."""

    scanned = peewee.TextField()
    eaten_on = peewee.DateField()
    eaten_at = peewee.TextField()
    meal = peewee.TextField()
    mode = peewee.TextField()
    occasion = peewee.TextField(default="")
    resolved_at = peewee.TextField(null=True)
    meal_id = peewee.IntegerField(null=True)
