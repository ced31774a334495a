"""Who works here, paid or not: an entry of the named list of people with posts and certificates."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.named import Named
from desktop.models.resident import Resident


class Worker(Record):
    """What is known of a person who works here; a resident may be one, as a volunteer."""

    named = peewee.ForeignKeyField(Named, backref="workers")
    named_id: int
    phone = peewee.TextField(default="")
    resident = peewee.ForeignKeyField(Resident, backref="workers", null=True)
    resident_id: int | None
    note = peewee.TextField(default="")


class Post(Record):
    """What somebody is and where, from a day (none: since before any record) until the last day, if there is one."""

    named = peewee.ForeignKeyField(Named, backref="posts")
    named_id: int
    role = peewee.TextField()
    unit = peewee.TextField(default="")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)


class Certificate(Record):
    """A certificate of somebody until its last day; without one it does not end.

    ``photo`` is a kept file's name; only a carer's has a ``level``.
    """

    named = peewee.ForeignKeyField(Named, backref="certificates")
    named_id: int
    kind = peewee.TextField()
    title = peewee.TextField(default="")
    number = peewee.TextField(default="")
    issuer = peewee.TextField(default="")
    level = peewee.TextField(default="")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    photo = peewee.TextField(default="")


class Training(Record):
    """A training that was held: what for, when, how long."""

    kind = peewee.TextField()
    title = peewee.TextField()
    day = peewee.DateField()
    minutes = peewee.IntegerField()
    trainer = peewee.TextField(default="")
    remark = peewee.TextField(default="")


class TrainingTaker(Record):
    """Who took part: somebody who works here, or a resident; with ``relative`` a resident's family of that name."""

    training = peewee.ForeignKeyField(Training, backref="takers")
    training_id: int
    named = peewee.ForeignKeyField(Named, backref="trainings", null=True)
    named_id: int | None
    resident = peewee.ForeignKeyField(Resident, backref="trainings", null=True)
    resident_id: int | None
    relative = peewee.TextField(default="")
