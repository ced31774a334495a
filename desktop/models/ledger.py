"""Ledgers of entries whose sum is a balance: meals, stays, tills, volunteers' hours. What stands there stands."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.named import Named
from desktop.models.resident import Resident


class LedgerEntry(Record):
    """One entry of an account of somebody, or of a till, which is nobody's: never changed and never void.

    ``amount`` moves the balance, in the unit of the account; ``cash_fen`` what lies in the till of ``cashier``.
    ``counter_of`` is the id of the entry that this one takes back. Money taken or given has a receipt: the year and its
    number of that year. An account of hours is ``named``'s; ``resident`` or ``whom`` is then who was helped on
    ``done_on``, ``help_service_id`` the service whose hours they are, where they are one's. ``stay_charge_id`` is the
    charge of a month that it books; ``paired_with`` the entry of the deposit out of which this one pays fees.
    """

    account = peewee.TextField()
    resident = peewee.ForeignKeyField(Resident, null=True)
    resident_id: int | None
    named = peewee.ForeignKeyField(Named, null=True)
    named_id: int | None
    day = peewee.DateField()
    at = peewee.TextField(default="")
    kind = peewee.TextField()
    amount = peewee.IntegerField()
    cash_fen = peewee.IntegerField(default=0)
    cashier = peewee.TextField(default="")
    meal_id = peewee.IntegerField(null=True)
    receipt_year = peewee.IntegerField(null=True)
    receipt_number = peewee.IntegerField(null=True)
    counter_of = peewee.IntegerField(null=True)
    remark = peewee.TextField(default="")
    done_on = peewee.DateField(null=True)
    whom = peewee.TextField(default="")
    help_service_id = peewee.IntegerField(null=True)
    stay_charge_id = peewee.IntegerField(null=True)
    paired_with = peewee.IntegerField(null=True)


class CreditLimit(Record):
    """How far below nothing an account of a person may go; of several the one set last holds."""

    account = peewee.TextField()
    resident = peewee.ForeignKeyField(Resident)
    resident_id: int
    limit_fen = peewee.IntegerField()
    remark = peewee.TextField(default="")
