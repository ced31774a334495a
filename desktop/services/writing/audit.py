"""Reading the change log: who wrote what, when, at which station, why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.person.identity import masked
from desktop.models import query


@dataclass(frozen=True)
class ChangeQuery:
    """Which writes the list shows, the newest first; an empty field does not filter."""

    table: str = ""
    row_id: int | None = None
    staff: str = ""
    batch_id: int | None = None
    limit: int = 50


@dataclass(frozen=True)
class ChangeRow:
    """One write; ``before`` and ``after`` hold the fields that it touched, ID numbers masked."""

    id: int
    at: str
    staff: str
    station: int
    table: str
    row_id: int
    action: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    reason: str
    batch_id: int | None


def changes(wanted: ChangeQuery) -> list[ChangeRow]:
    """The writes that match, the newest first."""
    filters = (
        ("table_name = ?", wanted.table),
        ("row_id = ?", wanted.row_id),
        ("staff_name = ?", wanted.staff),
        ("batch_id = ?", wanted.batch_id),
    )
    chosen = [(condition, value) for condition, value in filters if value not in ("", None)]
    where = " AND ".join(condition for condition, _ in chosen) or "1"
    found = query.fetch(
        "SELECT id, at, staff_name, station, table_name, row_id, action, before, after, reason, batch_id"
        f" FROM change_log WHERE {where} ORDER BY id DESC LIMIT ?",
        [*(value for _, value in chosen), max(wanted.limit, 0)],
    )
    return [_change(row) for row in found]


def find_ids(text: str = "", table: str = "", day: str = "") -> list[int]:
    """The ids of the writes that fit, the newest first: by part of the person's name or reason, table, ISO date."""
    conditions, values = ["1"], []
    if text.strip():
        conditions.append("(staff_name LIKE ? OR reason LIKE ?)")
        values += [f"%{text.strip()}%"] * 2
    if table:
        conditions.append("table_name = ?")
        values.append(table)
    if day:
        conditions.append("at LIKE ?")
        values.append(f"{day}%")
    return query.ids(f"SELECT id FROM change_log WHERE {' AND '.join(conditions)} ORDER BY id DESC", values)


def rows(ids: Sequence[int]) -> list[ChangeRow]:
    """The writes of these ids, in their order."""
    found = query.fetch(
        "SELECT id, at, staff_name, station, table_name, row_id, action, before, after, reason, batch_id"
        f" FROM change_log WHERE id IN {query.LISTED}",
        [query.listed(ids)],
    )
    return [_change(row) for row in query.in_order(found, ids)]


def count() -> int:
    """How many writes are on record."""
    return query.count("SELECT count(*) FROM change_log")


def _change(row: query.Row) -> ChangeRow:
    *facts, before, after, reason, batch_id = row
    one, at, staff, station, table, row_id, action = facts
    return ChangeRow(one, at, staff, station, table, row_id, action, _fields(before), _fields(after), reason, batch_id)


def _fields(text: str | None) -> Mapping[str, object] | None:
    if text is None:
        return None
    found: dict[str, object] = json.loads(text)
    return {name: _shown(name, value) for name, value in found.items()}


def _shown(name: str, value: object) -> object:
    if name in ("id_number", "id_written") and value:
        return masked(str(value))
    # Even the hash of a password is nobody's reading.
    return "…" if name == "password" else value
