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
    """A change to a closed month (更正单): why, who opened it, who approved it or said no, and what it came to.

    ``second_person`` approved, or the district office did in writing: then ``paper`` is the number of its paper;
    ``version`` is the month's version that it made, ``before`` and ``after`` are the figures of that moment as JSON.
    """

    month = peewee.TextField()
    number = peewee.IntegerField(default=1)
    reason = peewee.TextField()
    state = peewee.TextField(default="approved")
    opened_by = peewee.TextField(default="")
    opened_staff_id = peewee.IntegerField(null=True)
    second_person = peewee.TextField(default="")
    paper = peewee.TextField(default="")
    answer = peewee.TextField(default="")
    answered_at = peewee.TextField(default="")
    version = peewee.IntegerField(null=True)
    before = peewee.TextField(default="")
    after = peewee.TextField(default="")


class CorrectionAct(Record):
    """One act that a correction holds as a draft: ``fields`` are those of the form, as JSON, by name."""

    correction = peewee.ForeignKeyField(Correction, backref="acts")
    correction_id: int
    act = peewee.TextField()
    kind = peewee.TextField(default="")
    row_uid = peewee.TextField(default="")
    fields = peewee.TextField(default="{}")
    reason = peewee.TextField(default="")

    class Meta:
        table_name = "correction_act"


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


class Receipt(Record):
    """The district's receipt for one of our files, whole as it was signed; also for a file that is not known here."""

    file_sha256 = peewee.TextField()
    period = peewee.TextField()
    sequence = peewee.IntegerField()
    accepted_at = peewee.TextField()
    district = peewee.TextField()
    content = peewee.TextField()
