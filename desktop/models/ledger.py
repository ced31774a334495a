"""Ledgers of entries whose sum is a balance: prepaid meals today. What stands there stands."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class LedgerEntry(Record):
    """One entry of an account of a person, or of a till, which is nobody's: never changed and never void.

    ``amount_fen`` moves the balance, ``cash_fen`` what lies in the till of ``cashier``; ``counter_of`` is the id of the
    entry that this one takes back. Money taken or given has a receipt: the year and its number of that year.
    """

    account = peewee.TextField()
    resident = peewee.ForeignKeyField(Resident, null=True)
    resident_id: int | None
    day = peewee.DateField()
    at = peewee.TextField(default="")
    kind = peewee.TextField()
    amount_fen = peewee.IntegerField()
    cash_fen = peewee.IntegerField(default=0)
    cashier = peewee.TextField(default="")
    meal_id = peewee.IntegerField(null=True)
    receipt_year = peewee.IntegerField(null=True)
    receipt_number = peewee.IntegerField(null=True)
    counter_of = peewee.IntegerField(null=True)
    remark = peewee.TextField(default="")


class CreditLimit(Record):
    """How far below nothing an account of a person may go; of several the one set last holds."""

    account = peewee.TextField()
    resident = peewee.ForeignKeyField(Resident)
    resident_id: int
    limit_fen = peewee.IntegerField()
    remark = peewee.TextField(default="")
