"""Month close and corrections (handbook section 5)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record


class MonthRow(Record):
    """A closed month with its frozen figures (JSON), their SHA-256 and the report version."""

    month = peewee.TextField()
    state = peewee.TextField(default="open")
    version = peewee.IntegerField(default=1)
    closed_at = peewee.TextField(default="")
    closed_by = peewee.TextField(default="")
    figures = peewee.TextField(default="")
    sha256 = peewee.TextField(default="")

    class Meta:
        table_name = "month"


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
