"""The fold: what the writes of a record say together, field by field, in the order of their Lamport time.

The order is (lamport, epoch, station, counter), which every station knows and none can choose. So a record is a
function of the set of its rows in the log, whatever way they came.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.models import query
from desktop.models.base import Record, SecretField
from desktop.models.tables import RECORDS
from desktop.services.writing.chain import Stamp
from desktop.services.writing.guard import kept

Order = tuple[int, str, int, int]
ORDER = "lamport, epoch, station, counter"


@dataclass
class Folded:
    """A record as its writes say it: columns that they speak of, the first write and the last."""

    table: str
    row_id: int
    uid: str
    begun: Order
    created_at: str
    created_station: int
    whole: bool
    columns: dict[str, Any] = field(default_factory=dict)
    changed_at: str = ""
    last: Stamp = field(default_factory=lambda: Stamp("", 0, 0))


def fold(table: str, row_id: int) -> Folded | None:
    """A record folded from all its rows of the log; None when none of them says anything."""
    names = {name: one for name, one in RECORDS[table]._meta.combined.items()}
    found: Folded | None = None
    for lamport, epoch, station, counter, at, uid, first, after in query.fetch(
        f"SELECT {ORDER}, at, row_uid, before IS NULL, after FROM change_log"
        f" WHERE table_name = ? AND row_id = ? AND after IS NOT NULL ORDER BY {ORDER}",
        [table, row_id],
    ):
        if found is None:
            found = Folded(table, row_id, uid, (lamport, epoch, station, counter), at, station, bool(first))
        for name, value in json.loads(after).items():
            if name in names:
                found.columns[names[name].column_name] = value
        found.changed_at, found.last = at, Stamp(epoch, station, counter)
    return found


def as_columns(one: Folded, secrets: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a folded record as the database keeps them; of a password what has that fingerprint."""
    model = RECORDS[one.table]
    found: dict[str, Any] = {}
    for column, value in one.columns.items():
        of_it = model._meta.columns[column]
        if isinstance(of_it, SecretField):
            if value and value not in secrets:
                # Nobody here knows what the fingerprint is of: what stands here stays.
                continue
            value = secrets.get(value, "")
        found[column] = kept(of_it, of_it.python_value(value))
    return found


def fresh(one: Folded, columns: Mapping[str, Any]) -> dict[str, Any]:
    """All columns of a record that is new here."""
    model: type[Record] = RECORDS[one.table]
    row = model()
    made = {field.column_name: kept(field, row.__data__.get(field.name)) for field in model._meta.sorted_fields}
    return (
        made
        | {"id": one.row_id, "uid": one.uid}
        | dict(columns)
        | stamps(one)
        | {
            "created_at": one.created_at,
            "created_station": one.created_station,
        }
    )


def stamps(one: Folded) -> dict[str, Any]:
    """What names the write that made a record what it is."""
    epoch, station, counter = one.last.epoch, one.last.station, one.last.counter
    return {"changed_at": one.changed_at, "epoch": epoch, "station": station, "counter": counter}
