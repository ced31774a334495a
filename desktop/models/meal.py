"""Canteen attendance, its prices and the food-safety ledger (handbook 2.4)."""

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
    """A subsidy from a date on, by age or by flag; the highest that applies is taken, they do not add up."""

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


class Dish(Record):
    """A dish on the menu of a day, with its price (菜单)."""

    served_on = peewee.DateField()
    meal = peewee.TextField()
    name = peewee.TextField()
    price_fen = peewee.IntegerField(null=True)


class Purchase(Record):
    """A batch of food bought (食材可溯)."""

    bought_on = peewee.DateField()
    supplier = peewee.TextField()
    what = peewee.TextField()
    batch_no = peewee.TextField(default="")
    quantity = peewee.TextField(default="")
    certificate = peewee.TextField(default="")


class DishBatch(Record):
    """Which batch went into which dish."""

    dish = peewee.ForeignKeyField(Dish, backref="batches")
    purchase = peewee.ForeignKeyField(Purchase, backref="dishes")


class FoodSample(Record):
    """A kept sample of a dish (留样)."""

    dish = peewee.ForeignKeyField(Dish, backref="samples")
    grams = peewee.IntegerField()
    kept_at = peewee.TextField()
    kept_by = peewee.TextField()
    discarded_at = peewee.TextField(default="")


class CookCheck(Record):
    """The morning check of a cook (晨检)."""

    checked_on = peewee.DateField()
    cook = peewee.TextField()
    fit = peewee.BooleanField()
    remark = peewee.TextField(default="")
