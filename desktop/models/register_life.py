"""Two records of one person made one, and pairs that are two people after all (handbook 2.1)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class ResidentMerge(Record):
    """A merge: its writes are those of ``created_station`` from ``counter_from`` to ``counter_to`` in the log."""

    keep = peewee.ForeignKeyField(Resident, backref="merges_kept")
    keep_id: int
    other = peewee.ForeignKeyField(Resident, backref="merges_given")
    other_id: int
    choices = peewee.TextField(default="")
    reason = peewee.TextField(default="")
    counter_from = peewee.IntegerField(default=0)
    counter_to = peewee.IntegerField(default=0)
    undone_at = peewee.TextField(null=True)


class DistinctPair(Record):
    """Two residents who look like one and are not; the lower id stands first."""

    low = peewee.ForeignKeyField(Resident, backref="pairs_low")
    low_id: int
    high = peewee.ForeignKeyField(Resident, backref="pairs_high")
    high_id: int
    reason = peewee.TextField()
