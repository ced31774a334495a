"""Consent that somebody withdrew."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class ConsentWithdrawal(Record):
    """One choice of the consent form, taken back on a day; it holds until ``renewed_on``.

    ``asked_by`` is who came: the person, a guardian or an agent.
    """

    resident = peewee.ForeignKeyField(Resident, backref="withdrawals")
    resident_id: int
    scope = peewee.TextField()
    withdrawn_on = peewee.DateField()
    asked_by = peewee.TextField()
    paper_no = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    renewed_on = peewee.DateField(null=True)
