"""Month close and corrections (handbook section 5)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record, Table


class MonthRow(Record):
    """A closed month with the hash of its first version; version 0.1 kept its figures here, with their own hash."""

    month = peewee.TextField()
    state = peewee.TextField(default="open")
    version = peewee.IntegerField(default=1)
    closed_at = peewee.TextField(default="")
    closed_by = peewee.TextField(default="")
    figures = peewee.TextField(default="")
    sha256 = peewee.TextField(default="")

    class Meta:
        table_name = "month"


class MonthVersion(Record):
    """What a closed month said, once: its hash stands for all its documents and for the log's head at that moment.

    ``origin`` is closed, frozen_later (补冻) or corrected; ``differences`` from the figures before, as JSON.
    """

    month = peewee.TextField()
    version = peewee.IntegerField()
    origin = peewee.TextField()
    differences = peewee.TextField(default="[]")
    head_epoch = peewee.TextField(null=True)
    head_station = peewee.IntegerField(null=True)
    head_counter = peewee.IntegerField(null=True)
    head_sha256 = peewee.TextField(null=True)
    sha256 = peewee.TextField()

    class Meta:
        table_name = "month_version"


class MonthDocument(Table):
    """One document of a version: canonical JSON, deflated, and the SHA-256 of the JSON. Added, never changed."""

    version = peewee.ForeignKeyField(MonthVersion, backref="documents")
    kind = peewee.TextField()
    content = peewee.BlobField()
    sha256 = peewee.TextField()

    class Meta:
        table_name = "month_document"
        primary_key = peewee.CompositeKey("version", "kind")


class Correction(Record):
    """A change to a closed month (更正单): reason, second person, before and after as JSON."""

    month = peewee.TextField()
    reason = peewee.TextField()
    second_person = peewee.TextField()
    before = peewee.TextField()
    after = peewee.TextField()


class ReportCode(Record):
    """The code on the paper of a report: which report of which month, in which version."""

    digits = peewee.TextField(unique=True)
    serial = peewee.IntegerField(unique=True)
    month = peewee.TextField()
    report = peewee.TextField()
    version = peewee.IntegerField()


class SyncExport(Record):
    """A sync file written for the district office: its place in the chain of files."""

    period = peewee.TextField()
    sequence = peewee.IntegerField(unique=True)
    file_name = peewee.TextField()
    sha256 = peewee.TextField()
    previous_sha256 = peewee.TextField(default="")
    received_at = peewee.TextField(default="")
