"""Named lists with history: communities, people who work, payers, suppliers (``core.trade.NamedList``)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record


class Named(Record):
    """An entry of a named list; retired, it is offered no more and still stands for its texts."""

    list = peewee.TextField()
    retired_on = peewee.DateField(null=True)
    note = peewee.TextField(default="")


class NamedName(Record):
    """What an entry is called from a day on (none: since before any record) until its next name."""

    named = peewee.ForeignKeyField(Named, backref="names")
    named_id: int
    name = peewee.TextField()
    valid_from = peewee.DateField(null=True)


class NamedAlias(Record):
    """A text that stands for an entry of a list, or for none: it stays as it was typed. ``key`` is its folded form."""

    list = peewee.TextField()
    text = peewee.TextField()
    key = peewee.TextField()
    named = peewee.ForeignKeyField(Named, backref="aliases", null=True)
    named_id: int | None
