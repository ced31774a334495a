"""The change log, its epochs, its acts and the import batches: who wrote what, when, where and why."""

from __future__ import annotations

import peewee

from desktop.models.base import Record, Table


class Epoch(Table):
    """A stretch of this store's life: from its making, its upgrade or a restore to the next restore.

    ``name`` is the UTC moment of its beginning with 8 random hexadecimal digits; the parent is the last write of the
    store that was restored.
    """

    name = peewee.TextField(primary_key=True)
    cause = peewee.TextField()
    begun_at = peewee.TextField()
    parent_epoch = peewee.TextField(null=True)
    parent_station = peewee.IntegerField(null=True)
    parent_counter = peewee.IntegerField(null=True)
    parent_hash = peewee.BlobField(null=True)


class Change(Table):
    """One write: before and after are JSON of the changed fields. Rows are only ever added.

    (epoch, station, counter) names it, the base names the write that had made the row what it was, ``lamport`` orders
    the writes of all stations, ``refs`` gives the uids of the rows that it names by id, the hashes chain it.
    """

    id = peewee.AutoField()
    at = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    staff_name = peewee.TextField()
    station = peewee.IntegerField()
    epoch = peewee.TextField()
    counter = peewee.IntegerField()
    lamport = peewee.IntegerField()
    table_name = peewee.TextField(column_name="table_name")
    row_id = peewee.IntegerField()
    row_uid = peewee.TextField()
    action = peewee.TextField()
    base_epoch = peewee.TextField(null=True)
    base_station = peewee.IntegerField(null=True)
    base_counter = peewee.IntegerField(null=True)
    before = peewee.TextField(null=True)
    after = peewee.TextField(null=True)
    refs = peewee.TextField(default="")
    reason = peewee.TextField(default="")
    batch_id = peewee.IntegerField(null=True)
    salt = peewee.BlobField()
    payload_sha256 = peewee.BlobField()
    previous = peewee.BlobField()
    hash = peewee.BlobField()

    class Meta:
        table_name = "change_log"


class ChangeOrigin(Table):
    """The texts of a write of another station as they were hashed there; the log has them in the ids of this store."""

    change = peewee.ForeignKeyField(Change, primary_key=True)
    before = peewee.TextField(null=True)
    after = peewee.TextField(null=True)
    refs = peewee.TextField()

    class Meta:
        table_name = "change_origin"


class Act(Table):
    """Where one act lies in the log, from its first write to its last; bookkeeping of taking back, no record."""

    id = peewee.AutoField()
    action = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    staff_name = peewee.TextField()
    at = peewee.TextField()
    epoch = peewee.TextField()
    station = peewee.IntegerField()
    first = peewee.IntegerField()
    last = peewee.IntegerField()
    taken_back_at = peewee.TextField(null=True)


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
