"""Welfare visits, their visitors and needs, the risks found and the excuses confirmed (handbook 2.5)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class Visit(Record):
    """One visit or attempt. The six blocks hold a state and words each."""

    resident = peewee.ForeignKeyField(Resident, backref="visits")
    resident_id: int
    visited_on = peewee.DateField()
    visited_at = peewee.TextField(default="")
    method = peewee.TextField()
    outcome = peewee.TextField()
    health = peewee.TextField(default="")
    health_words = peewee.TextField(default="")
    spirit = peewee.TextField(default="")
    spirit_words = peewee.TextField(default="")
    safety = peewee.TextField(default="")
    safety_words = peewee.TextField(default="")
    hygiene = peewee.TextField(default="")
    hygiene_words = peewee.TextField(default="")
    dwelling = peewee.TextField(default="")
    dwelling_words = peewee.TextField(default="")
    support = peewee.TextField(default="")
    support_words = peewee.TextField(default="")
    remark = peewee.TextField(default="")


class Visitor(Record):
    """Somebody who made a visit."""

    visit = peewee.ForeignKeyField(Visit, backref="visitors")
    visit_id: int
    name = peewee.TextField()


class VisitNeed(Record):
    """A ten-help type that the visited person needs."""

    visit = peewee.ForeignKeyField(Visit, backref="needs")
    visit_id: int
    type = peewee.TextField()


class Risk(Record):
    """A risk that rides on the due list until it is closed."""

    resident = peewee.ForeignKeyField(Resident, backref="risks")
    resident_id: int
    visit = peewee.ForeignKeyField(Visit, backref="risks", null=True)
    visit_id: int | None
    found_on = peewee.DateField()
    what = peewee.TextField()
    level = peewee.TextField(default="general")
    action = peewee.TextField(default="")
    due_on = peewee.DateField(null=True)
    closed_on = peewee.DateField(null=True)
    result = peewee.TextField(default="")


class Excusal(Record):
    """The director confirms that a person in hospital or away is excused (免访) from a month."""

    resident = peewee.ForeignKeyField(Resident, backref="excusals")
    resident_id: int
    month = peewee.TextField()
    reason = peewee.TextField()
    confirmed_by = peewee.TextField()
