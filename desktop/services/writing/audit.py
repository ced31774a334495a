"""Reading the change log: who wrote what, when, at which station, why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import ReasonNeeded
from desktop.core.person.identity import masked, masked_text
from desktop.models import query
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_NUMBERS = frozenset({"id_number", "id_written"})
# Digits that are nobody's number: of printed codes, and of hashes.
_NO_NUMBERS = frozenset({"digits", "sha256", "file_sha256", "previous_sha256"})
_COLUMNS = "id, at, staff_name, station, table_name, row_id, action, before, after, reason, batch_id"


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
    """One write; ``before`` and ``after`` hold the fields that it touched, ID numbers masked unless revealed."""

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
    """The writes that match, the newest first; ID numbers are masked wherever they stand."""
    return [_change(row) for row in _found(wanted)]


def reveal(actor: Actor, wanted: ChangeQuery, reason: str) -> list[ChangeRow]:
    """The same with whole ID numbers; that they were shown and why is in the log, at each record that has one."""
    if not reason.strip():
        raise ReasonNeeded("reveal_log")
    with writing(actor, Action.REVEAL_LOG, reason.strip()) as unit:
        found = _found(wanted)
        shown = {(row[4], row[5]) for row in found if _masks(row)}
        unit.log(Thing.CHANGE_LOG, "reveal", LogAction.SHOW_ID, None, {"records": len(shown)})
        for table, row_id in sorted(shown):
            uid = query.text(
                "SELECT row_uid FROM change_log WHERE table_name = ? AND row_id = ? LIMIT 1", [table, row_id]
            )
            unit.note_of(table, row_id, uid, LogAction.SHOW_ID)
        return [_change(row, whole=True) for row in found]


def _found(wanted: ChangeQuery) -> list[query.Row]:
    filters = (
        ("table_name = ?", wanted.table),
        ("row_id = ?", wanted.row_id),
        ("staff_name = ?", wanted.staff),
        ("batch_id = ?", wanted.batch_id),
    )
    chosen = [(condition, value) for condition, value in filters if value not in ("", None)]
    where = " AND ".join(condition for condition, _ in chosen) or "1"
    return query.fetch(
        f"SELECT {_COLUMNS} FROM change_log WHERE {where} ORDER BY id DESC LIMIT ?",
        [*(value for _, value in chosen), max(wanted.limit, 0)],
    )


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
        f"SELECT {_COLUMNS} FROM change_log WHERE id IN {query.LISTED}",
        [query.listed(ids)],
    )
    return [_change(row) for row in query.in_order(found, ids)]


def count() -> int:
    """How many writes are on record."""
    return query.count("SELECT count(*) FROM change_log")


def _masks(row: query.Row) -> bool:
    """Whether something of a write is masked."""
    masked_one, whole = _change(row), _change(row, whole=True)
    return (masked_one.before, masked_one.after, masked_one.reason) != (whole.before, whole.after, whole.reason)


def _change(row: query.Row, whole: bool = False) -> ChangeRow:
    *facts, before, after, reason, batch_id = row
    one, at, staff, station, table, row_id, action = facts
    said = reason if whole else masked_text(reason)
    sides = _fields(before, whole), _fields(after, whole)
    return ChangeRow(one, at, staff, station, table, row_id, action, *sides, said, batch_id)


def _fields(text: str | None, whole: bool) -> Mapping[str, object] | None:
    if text is None:
        return None
    found: dict[str, object] = json.loads(text)
    return {name: _shown(name, value, whole) for name, value in found.items()}


def _shown(name: str, value: object, whole: bool) -> object:
    # Even the hash of a password is nobody's reading.
    if name == "password":
        return "…"
    if whole or name in _NO_NUMBERS:
        return value
    if name in _NUMBERS and value:
        return masked(str(value))
    return _masked(value)


def _masked(value: object) -> object:
    """Numbers within words, lists and whatever else was written as JSON."""
    if isinstance(value, str):
        return masked_text(value)
    if isinstance(value, list):
        return [_masked(one) for one in value]
    if isinstance(value, dict):
        return {name: _masked(one) for name, one in value.items()}
    return value
