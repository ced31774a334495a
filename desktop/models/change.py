"""The change log and the import batches: who wrote what, when, where and why."""

from __future__ import annotations

import peewee

from desktop.models.base import Record, Table


class Change(Table):
    """One write: before and after are JSON of the changed fields. Rows are only ever added."""

    id = peewee.AutoField()
    at = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    staff_name = peewee.TextField()
    station = peewee.IntegerField()
    counter = peewee.IntegerField()
    table_name = peewee.TextField(column_name="table_name")
    row_id = peewee.IntegerField()
    row_uid = peewee.TextField()
    action = peewee.TextField()
    before = peewee.TextField(null=True)
    after = peewee.TextField(null=True)
    reason = peewee.TextField(default="")
    batch_id = peewee.IntegerField(null=True)

    class Meta:
        table_name = "change_log"


class ImportBatch(Record):
    """One workbook taken in: what file, with which answer; ``undone_at`` once it was taken back."""

    kind = peewee.TextField()
    file_name = peewee.TextField()
    file_sha256 = peewee.TextField()
    sheet = peewee.TextField()
    answer = peewee.TextField(default="")
    undone_at = peewee.TextField(null=True)


class ImportIssue(Table):
    """One verdict of an import that a person may want to read again; the value is masked."""

    id = peewee.AutoField()
    batch = peewee.ForeignKeyField(ImportBatch, backref="issues")
    row = peewee.IntegerField()
    verdict = peewee.TextField()
    reason = peewee.TextField()
    text = peewee.TextField()
    value = peewee.TextField(default="")
