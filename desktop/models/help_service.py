"""Ten-help services, what is offered of them and for how much (handbook 2.3)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class HelpService(Record):
    """One service for one resident, from request to rating; ``service_on`` is the date it counts for.

    Each step keeps its time and who took it at the desk, where it was a step of its own: what was entered as done has
    none. ``closed_at`` is of done and of cancelled alike. While an order is open, its day and times are the plan;
    ``planned_at`` keeps the plan when it is done. An order that a standing arrangement made names it, and ``due_on`` is
    the day that it asked for. ``item`` is what of the type it is, by the name of its
    definition; ``quantity`` how many of it.
    """

    resident = peewee.ForeignKeyField(Resident, backref="services")
    resident_id: int
    type = peewee.TextField()
    state = peewee.TextField(default="done")
    place = peewee.TextField(default="")
    requested_at = peewee.TextField(default="")
    requested_by = peewee.TextField(default="")
    dispatched_at = peewee.TextField(default="")
    dispatched_by = peewee.TextField(default="")
    planned_at = peewee.TextField(default="")
    service_on = peewee.DateField()
    started = peewee.TextField(default="")
    ended = peewee.TextField(default="")
    minutes = peewee.IntegerField(default=0)
    worker = peewee.TextField(default="")
    content = peewee.TextField(default="")
    payer = peewee.TextField(default="")
    fee_fen = peewee.IntegerField(default=0)
    subsidy_fen = peewee.IntegerField(default=0)
    satisfaction = peewee.IntegerField(null=True)
    remark = peewee.TextField(default="")
    cancel_reason = peewee.TextField(default="")
    closed_at = peewee.TextField(default="")
    closed_by = peewee.TextField(default="")
    rated_at = peewee.TextField(default="")
    rated_by = peewee.TextField(default="")
    rated_how = peewee.TextField(default="")
    rating_words = peewee.TextField(default="")
    visit_id = peewee.IntegerField(null=True)
    arrangement_id = peewee.IntegerField(null=True)
    due_on = peewee.DateField(null=True)
    item = peewee.TextField(default="")
    quantity = peewee.IntegerField(default=1)


class ServiceDefinition(Record):
    """What one of the ten helps is, or an ``item`` of it, from a date on, and in what it is counted."""

    type = peewee.TextField()
    item = peewee.TextField(default="")
    unit = peewee.TextField()
    text = peewee.TextField(default="")
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)


class ServiceFee(Record):
    """A line of the price list from a date on: fee and subsidy of a unit, for everybody or by age and flag."""

    type = peewee.TextField()
    item = peewee.TextField(default="")
    unit = peewee.TextField()
    fee_fen = peewee.IntegerField()
    subsidy_fen = peewee.IntegerField(default=0)
    min_age = peewee.IntegerField(default=0)
    max_age = peewee.IntegerField(default=150)
    flags = peewee.TextField(default="")
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)


class ServicePackage(Record):
    """Hours of help a month that a payer grants somebody, of one type or, with none, of any."""

    resident = peewee.ForeignKeyField(Resident, backref="packages")
    resident_id: int
    type = peewee.TextField(default="")
    payer = peewee.TextField()
    minutes = peewee.IntegerField()
    remark = peewee.TextField(default="")
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)


class PayerBudget(Record):
    """What a payer has for the services of each month, from a date on."""

    payer = peewee.TextField()
    amount_fen = peewee.IntegerField()
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)
