"""The state of a station in words that mean the same at every other: records by uid, references by uid."""

from __future__ import annotations

from typing import Any

from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.writing.chain import references


def state() -> dict[tuple[str, str], dict[str, Any]]:
    """Every record of every table, with what it says."""
    uids = {table: query.mapping(f"SELECT id, uid FROM {table}") for table in RECORDS}
    found = {}
    for table, model in RECORDS.items():
        names = [field.column_name for field in model._meta.sorted_fields]
        targets = references(table)
        for values in query.each(f"SELECT {', '.join(names)} FROM {table}"):
            row = dict(zip(names, values, strict=True))
            del row["id"]
            for column, target in targets.items():
                if row[column] is not None:
                    row[column] = uids[target][row[column]]
            found[table, row["uid"]] = row
    return found
