"""The one way to write: a transaction in which every write leaves a change-log row.

``with writing(actor, reason) as unit`` begins IMMEDIATE; rows are added, changed or voided through the unit.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import peewee

from desktop.core import clock
from desktop.core.errors import AlreadyRecorded, NotAllowed, Overlap, ReasonNeeded, UserError
from desktop.models import query
from desktop.models.base import Record
from desktop.models.change import Change
from desktop.models.database import transaction
from desktop.services.writing.actor import Actor

AnyRecord = TypeVar("AnyRecord", bound=Record)

_STAMPS = frozenset({"id", "uid", "created_at", "created_station", "changed_at", "station", "counter"})
_GUARDS: dict[str, Callable[[], UserError]] = {
    "stay_overlap_bed": lambda: Overlap("bed"),
    "stay_overlap_resident": lambda: Overlap("resident"),
    "leave_overlap": lambda: Overlap("leave"),
    "meal.resident_id": lambda: AlreadyRecorded("meal"),
    "bed.building": lambda: AlreadyRecorded("bed"),
    "resident.id_number": lambda: AlreadyRecorded("id_number"),
    "excusal.resident_id": lambda: AlreadyRecorded("excusal"),
    "staff.name": lambda: AlreadyRecorded("staff"),
    "distinct_pair.low_id": lambda: AlreadyRecorded("pair"),
}


_running = threading.local()


class Unit:
    """The writes of one transaction; each gets the next number of its station's counter."""

    def __init__(self, actor: Actor, reason: str, batch_id: int | None) -> None:
        self.actor = actor
        self.reason = reason
        self.batch_id = batch_id
        self._at = clock.timestamp()
        self._counter = query.count("SELECT counter FROM station WHERE number = ?", [actor.station])

    @property
    def counter(self) -> int:
        """The number of the last write."""
        return self._counter

    def add(self, row: AnyRecord, action: str = "add") -> AnyRecord:
        """Insert a new row."""
        row.created_at = row.changed_at = self._at
        row.created_station = row.station = self.actor.station
        row.counter = self._next()
        with _guarded():
            row.id = query.insert(type(row), _columns(row))
        self._log(row, action, None, _facts(row))
        return row

    def change(self, row: Record, fields: Mapping[str, object], action: str = "change") -> bool:
        """Give fields new values; False, and nothing is written, when all of them have these values already."""
        before = {name: _plain(getattr(row, name)) for name in fields}
        for name, value in fields.items():
            setattr(row, name, value)
        after = {name: _plain(getattr(row, name)) for name in fields}
        changed = [name for name in fields if before[name] != after[name]]
        if not changed:
            return False
        row.changed_at, row.station, row.counter = self._at, self.actor.station, self._next()
        stamps = [row._meta.fields[name] for name in ("changed_at", "station", "counter")]
        with _guarded():
            row.save(only=[row._meta.combined[name] for name in changed] + stamps)
        self._log(row, action, {name: before[name] for name in changed}, {name: after[name] for name in changed})
        return True

    def void(self, row: Record, reason: str) -> None:
        """Mark a row as void (作废); it stays, with its reason."""
        if not reason.strip():
            raise ReasonNeeded("void")
        self.change(row, {"voided_at": self._at, "void_reason": reason.strip()}, "void")

    def note(self, row: Record, action: str) -> None:
        """Log an act that changes no field, such as showing a full ID number."""
        row.counter = self._next()
        self._log(row, action, None, None)

    def finish(self) -> None:
        """Keep the station's counter for the next unit."""
        query.execute("UPDATE station SET counter = ? WHERE number = ?", [self._counter, self.actor.station])

    def resume(self, inner: Unit) -> None:
        """Go on behind the last number of a unit within this one, finished or broken off."""
        if inner.actor.station == self.actor.station:
            self._counter = inner.counter

    def _next(self) -> int:
        self._counter += 1
        return self._counter

    def _log(
        self, row: Record, action: str, before: Mapping[str, object] | None, after: Mapping[str, object] | None
    ) -> None:
        query.insert(
            Change,
            {
                "at": self._at,
                "staff_id": self.actor.staff_id,
                "staff_name": self.actor.name,
                "station": self.actor.station,
                "counter": row.counter,
                "table_name": row._meta.table_name,
                "row_id": row.id,
                "row_uid": row.uid,
                "action": action,
                "before": _json(before),
                "after": _json(after),
                "reason": row.void_reason if action == "void" else self.reason,
                "batch_id": self.batch_id,
            },
        )


@contextmanager
def writing(actor: Actor, reason: str = "", batch_id: int | None = None) -> Iterator[Unit]:
    """One unit of writing: all of it is on disk when the block ends, or none of it. An auditor (审核) only reads."""
    if actor.role == "auditor":
        raise NotAllowed("write", actor.role)
    with transaction():
        outer: Unit | None = getattr(_running, "unit", None)
        if outer is not None:
            # The table learns the numbers of a unit only at its end; one within it counts on from there.
            outer.finish()
        _running.unit = unit = Unit(actor, reason, batch_id)
        try:
            yield unit
        finally:
            _running.unit = outer
            if outer is not None:
                outer.resume(unit)
        unit.finish()


@contextmanager
def _guarded() -> Iterator[None]:
    try:
        yield
    except peewee.IntegrityError as error:
        for mark, make in _GUARDS.items():
            if mark in str(error):
                raise make() from error
        raise


def _columns(row: Record) -> dict[str, object]:
    # Each field as it stands in the row; the key is left to SQLite.
    fields = [field for field in row._meta.sorted_fields if field.name != "id"]
    return {field.column_name: row.__data__.get(field.name) for field in fields}


def _facts(row: Record) -> dict[str, object]:
    named = {field.column_name: getattr(row, field.column_name) for field in row._meta.sorted_fields}
    return {name: _plain(value) for name, value in named.items() if name not in _STAMPS and value not in (None, "")}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _json(values: Mapping[str, object] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)
