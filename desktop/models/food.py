"""The food ledger: purchases, dishes and what they were made of, samples, the kitchen's sheets, complaints."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class FoodPurchase(Record):
    """What was bought at once of one kind: a batch. ``quantity_milli`` is thousandths of ``unit``.

    ``photo`` is the kept file of its certificate. ``ended_on`` and ``ended_as`` say when nothing was
    left of it, and why.
    """

    received_on = peewee.DateField()
    supplier = peewee.TextField()
    name = peewee.TextField()
    batch = peewee.TextField()
    quantity_milli = peewee.IntegerField()
    unit = peewee.TextField()
    unit_price_fen = peewee.IntegerField(default=0)
    made_on = peewee.DateField(null=True)
    expires_on = peewee.DateField(null=True)
    certificate = peewee.TextField(default="")
    photo = peewee.TextField(default="")
    accepted_by = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    ended_on = peewee.DateField(null=True)
    ended_as = peewee.TextField(default="")


class Dish(Record):
    """A dish of one meal of one day, planned or served; ``allergens`` are codes in order, with blanks between."""

    served_on = peewee.DateField()
    meal = peewee.TextField()
    name = peewee.TextField()
    price_fen = peewee.IntegerField(null=True)
    allergens = peewee.TextField(default="")
    remark = peewee.TextField(default="")


class DishBatch(Record):
    """A batch that went into a dish."""

    dish = peewee.ForeignKeyField(Dish, backref="batches")
    dish_id: int
    food_purchase = peewee.ForeignKeyField(FoodPurchase, backref="dishes")
    food_purchase_id: int


class FoodSample(Record):
    """A sample of a dish that is kept for a while (留样), and when it was thrown away."""

    dish = peewee.ForeignKeyField(Dish, backref="samples")
    dish_id: int
    taken_on = peewee.DateField()
    taken_at = peewee.TextField()
    grams = peewee.IntegerField()
    taken_by = peewee.TextField(default="")
    place = peewee.TextField(default="")
    thrown_on = peewee.DateField(null=True)
    thrown_at = peewee.TextField(default="")
    thrown_by = peewee.TextField(default="")


class KitchenSheet(Record):
    """One line of a kitchen's daily sheets: about whom, which place or which fridge, whether it was in order.

    ``tenths`` is a temperature in tenths of a degree, of the body or of the store.
    """

    day = peewee.DateField()
    at = peewee.TextField(default="")
    kind = peewee.TextField()
    about = peewee.TextField()
    tenths = peewee.IntegerField(null=True)
    fit = peewee.IntegerField(default=1)
    words = peewee.TextField(default="")
    measure = peewee.TextField(default="")
    done_by = peewee.TextField(default="")


class Complaint(Record):
    """A complaint about the canteen, of a resident or of nobody known, and what became of it."""

    day = peewee.DateField()
    resident = peewee.ForeignKeyField(Resident, null=True)
    resident_id: int | None
    about = peewee.TextField()
    words = peewee.TextField()
    handled_on = peewee.DateField(null=True)
    answer = peewee.TextField(default="")
    handled_by = peewee.TextField(default="")
