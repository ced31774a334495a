"""The centre itself: its settings, stations, staff and effective-dated rules."""

from __future__ import annotations

import peewee

from desktop.models.base import Record, SecretField, Table
from desktop.models.named import Named


class CentreRow(Record):
    """The one centre of this data folder."""

    name = peewee.TextField()
    number = peewee.TextField()
    plan = peewee.TextField()
    district = peewee.TextField(default="")

    class Meta:
        table_name = "centre"


class Setting(Table):
    """A choice of this installation, such as the second backup folder. Written by the journal only."""

    key = peewee.TextField(primary_key=True)
    value = peewee.TextField()
    epoch = peewee.TextField(default="")
    station = peewee.IntegerField(default=0)
    counter = peewee.IntegerField(default=0)


class Station(Table):
    """One installation of the program (工位) with the end of its chain in the change log."""

    number = peewee.IntegerField(primary_key=True)
    uid = peewee.TextField(unique=True)
    name = peewee.TextField()
    epoch = peewee.TextField(default="")
    counter = peewee.IntegerField(default=0)
    lamport = peewee.IntegerField(default=0)
    head = peewee.BlobField(default=b"")


class Staff(Record):
    """Somebody who works here; only some have a password and sign in."""

    name = peewee.TextField()
    role = peewee.TextField()
    password = SecretField(default="")
    active = peewee.BooleanField(default=True)
    named = peewee.ForeignKeyField(Named, backref="accounts", null=True)
    named_id: int | None


class Rule(Record):
    """A rule of counting as data: ``value`` is JSON, valid from a date until the next row of the same key."""

    key = peewee.TextField()
    valid_from = peewee.DateField()
    value = peewee.TextField()
    note = peewee.TextField(default="")


class DistrictKeyRow(Record):
    """The district that the centre is enrolled with: public halves, and what it wants. One stands at a time."""

    name = peewee.TextField()
    code = peewee.TextField()
    numbers = peewee.TextField()
    seal_to = peewee.TextField()
    sign_with = peewee.TextField()
    matching = SecretField(default="")

    class Meta:
        table_name = "district_key"


class CentreKeyRow(Record):
    """The centre's own keys, made once: what signs its files, and what its recovery sheet says; with public halves."""

    signs = SecretField()
    sign_with = peewee.TextField()
    recovers = SecretField()
    recovery_to = peewee.TextField()

    class Meta:
        table_name = "centre_key"
