"""The slow way to the state of a station: its log told from the first row to the last, in the words of who wrote it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.writing.chain import OF_THE_LOG


def twin() -> dict[tuple[str, str], dict[str, Any]]:
    """Every record as the rows say, in the order (lamport, epoch, station, counter); no id of this store is asked."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table, uid, at, epoch, station, counter, first, after, refs in query.fetch(
        "SELECT table_name, row_uid, at, epoch, station, counter, c.before IS NULL,"
        " CASE WHEN o.change_id IS NULL THEN c.after ELSE o.after END,"
        " CASE WHEN o.change_id IS NULL THEN c.refs ELSE o.refs END"
        " FROM change_log c LEFT JOIN change_origin o ON o.change_id = c.id"
        " WHERE c.after IS NOT NULL ORDER BY lamport, epoch, station, counter"
    ):
        if table not in RECORDS:
            continue
        fields = RECORDS[table]._meta.columns
        if first:
            empty = RECORDS[table]()
            found[table, uid] = {name: _kept(field, empty.__data__.get(field.name)) for name, field in fields.items()}
            found[table, uid] |= {"uid": uid, "created_at": at, "created_station": station}
            del found[table, uid]["id"]
        row, named = found[table, uid], json.loads(refs or "{}")
        for name, value in json.loads(after).items():
            uids = named.get(name) if name not in OF_THE_LOG else None
            row[name] = uids[str(value)] if uids and value is not None else _kept(fields[name], value)
        row |= {"changed_at": at, "epoch": epoch, "station": station, "counter": counter}
    for (table, uid), row in found.items():
        if table == "resident":
            row["name_sort"] = query.text("SELECT name_sort FROM resident WHERE uid = ?", [uid])
        if table == "staff":
            row["password"] = query.text("SELECT password FROM staff WHERE uid = ?", [uid])
    return found


def _kept(field: Any, value: Any) -> Any:
    found = field.db_value(field.python_value(value))
    return found.isoformat() if isinstance(found, dt.date) else found
