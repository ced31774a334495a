"""What every recorded row has beside its facts."""

from __future__ import annotations

import datetime as dt
import hashlib

import peewee

from desktop.models.database import database


def new_uid() -> str:
    """A time-ordered UUID (version 7) as text."""
    # Loaded at the first write: it reads the metadata of all packages, which no window has to wait for.
    import uuid6

    return str(uuid6.uuid7())


class Table(peewee.Model):
    """Base of all tables."""

    class Meta:
        database = database
        legacy_table_names = False


class SecretField(peewee.TextField):
    """A text that stands in its row alone: of what it holds, the log says a fingerprint."""


_FINGERPRINT = "sha256:"


def said(field: peewee.Field, value: object) -> object:
    """A field's value as the log says it."""
    if isinstance(field, SecretField):
        # Of a salted hash: nobody guesses a password from it, and it tells one that was exchanged.
        text = str(value or "")
        done = not text or text.startswith(_FINGERPRINT)
        return text if done else _FINGERPRINT + hashlib.sha256(text.encode()).hexdigest()
    return value.isoformat() if isinstance(value, dt.date) else value


class Record(Table):
    """A recorded fact: integer key, UUID, who-when stamps and the void mark. Written by the journal only.

    (epoch, station, counter) names the write that made the row what it is.
    """

    id = peewee.AutoField()
    uid = peewee.TextField(unique=True, default=new_uid)
    created_at = peewee.TextField()
    created_station = peewee.IntegerField()
    changed_at = peewee.TextField()
    station = peewee.IntegerField()
    counter = peewee.IntegerField()
    epoch = peewee.TextField(default="")
    voided_at = peewee.TextField(null=True)
    void_reason = peewee.TextField(default="")
