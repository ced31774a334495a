"""The one way to write: a transaction in which every write leaves a change-log row.

``with writing(actor, Action.X, reason) as unit`` begins IMMEDIATE; rows are added, changed or voided through the unit.
What may be written is asked here, on rows as they stand within the transaction: whether a closed month would change,
whether the row is still the one that the caller read.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple, TypeVar

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import (
    ChangedMeanwhile,
    NotFound,
    ReasonNeeded,
)
from desktop.core.period import Month
from desktop.models import query
from desktop.models.base import Record, said
from desktop.models.change import Change
from desktop.models.database import transaction
from desktop.services.writing import apart, done, own_rows, permissions, refusals
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import Chain, Stamp
from desktop.services.writing.done import Done
from desktop.services.writing.guard import Kept, MonthGuard, kept

AnyRecord = TypeVar("AnyRecord", bound=Record)
Values = Mapping[str, object] | None

# What names the write that made a row what it is.
_VERSION = ("epoch", "station", "counter")
_STAMPS = frozenset({"id", "uid", "created_at", "created_station", "changed_at", "station", "counter", "epoch"})

_running = threading.local()


class _Where(NamedTuple):
    table: str
    id: int
    uid: str


class Unit:
    """The writes of one transaction; each gets the next number of its station's chain."""

    def __init__(self, actor: Actor, reason: str, batch_id: int | None, chain: Chain, guard: MonthGuard) -> None:
        self.actor = actor
        self.reason = reason
        self.batch_id = batch_id
        self.guard = guard
        # What is done; None for acts that everybody may do.
        self.action: Action | None = None
        self._at = clock.timestamp()
        self._chain = chain

    @property
    def counter(self) -> int:
        """The number of the last write."""
        return self._chain.counter

    def add(self, row: AnyRecord, action: LogAction = LogAction.ADD) -> AnyRecord:
        """Insert a new row; MonthClosed when it would count in a closed month that no correction has open."""
        apart.refuse(self.actor.station, row)
        row.created_at = row.changed_at = self._at
        row.created_station = self.actor.station
        self._stamp(row)
        columns = _columns(row)
        opened = self.guard.opens_for_new(row._meta.table_name, _as_kept(row, columns))
        with refusals.in_words(), _open(opened):
            row.id = query.insert(type(row), columns)
        self._log(row, action, None, _facts(row), None)
        self.guard.written(row._meta.table_name)
        return row

    def living(self, model: type[AnyRecord], row_id: int | None) -> AnyRecord:
        """The row as it stands within this transaction; NotFound when there is none or it is void."""
        return living(model, row_id)

    def change(self, row: Record, fields: Mapping[str, object], action: LogAction = LogAction.CHANGE) -> bool:
        """Give fields new values; False, and nothing is written, when all of them have these values already.

        ChangedMeanwhile or NotFound when the row is no longer the one that the caller read, MonthClosed when a closed
        month would count something else, NotAllowed for others' rows where the role may do it with own ones only.
        """
        return self._change(row, fields, action, opening=False)

    def give_back(self, row: Record, fields: Mapping[str, object]) -> bool:
        """Give fields what stood in them before an act that is taken back; only so may a service go a step back."""
        with gate(row.uid):
            return self.change(row, fields)

    def repoint(self, row: Record, resident_id: int, action: LogAction, **also: object) -> bool:
        """Let a row follow to another record of the same person, in closed months too: who somebody is, is a fact."""
        return self._change(row, {"resident_id": resident_id, **also}, action, opening=True)

    def erase(self, row: Record, fields: Mapping[str, object]) -> bool:
        """Take a person's words out of a row, in closed months too: figures and papers stand as they were frozen."""
        return self._change(row, fields, LogAction.ERASE, opening=True)

    def moves_closed(self, row: Record, fields: Mapping[str, object]) -> bool:
        """Whether a closed month would count something else if fields of a row had these values."""
        standing, named = _standing(row), row._meta.combined
        becoming = dict(standing) | {named[name].column_name: kept(named[name], fields[name]) for name in fields}
        return any(self.guard.moved(row._meta.table_name, standing, becoming))

    def _change(self, row: Record, fields: Mapping[str, object], action: LogAction, opening: bool) -> bool:
        apart.refuse(self.actor.station, row, fields)
        table, named = row._meta.table_name, row._meta.combined
        standing = _standing(row)
        own_rows.require_own(self.actor, self.action, table, standing)
        before = {
            name: said(named[name], named[name].python_value(standing[named[name].column_name])) for name in fields
        }
        for name, value in fields.items():
            setattr(row, name, value)
        after = {name: said(named[name], getattr(row, name)) for name in fields}
        changed = [name for name in fields if before[name] != after[name]]
        if not changed:
            return False
        told = {named[name].column_name: kept(named[name], getattr(row, name)) for name in changed}
        becoming = dict(standing) | told
        opened = (
            tuple(self.guard.moved(table, standing, becoming))
            if opening
            else self.guard.opens(table, standing, becoming)
        )
        base, row.changed_at = _version(row), self._at
        self._stamp(row)
        stamps = [row._meta.fields[name] for name in ("changed_at", "epoch", "station", "counter")]
        with refusals.in_words(), _open(opened):
            row.save(only=[named[name] for name in changed] + stamps)
        self._log(row, action, {name: before[name] for name in changed}, {name: after[name] for name in changed}, base)
        self.guard.written(table)
        return True

    def settle(
        self, row: Record, fields: Mapping[str, object], before: Values, action: LogAction, reason: str = ""
    ) -> None:
        """Say what holds of fields that two stations wrote, even where it stands there already.

        Only while rows of another station are taken in, or when a person decides: closed months are open then.
        """
        base, row.changed_at = _version(row), self._at
        for name, value in fields.items():
            setattr(row, name, value)
        self._stamp(row)
        named = row._meta.combined
        stamps = [row._meta.fields[name] for name in ("changed_at", *_VERSION)]
        with gate(row.uid), refusals.in_words():
            row.save(only=[named[name] for name in fields] + stamps)
        after = {name: said(named[name], getattr(row, name)) for name in fields}
        where = _Where(row._meta.table_name, row.id, row.uid)
        self._write(where, action, before, after, base, reason or self.reason)
        self.guard.written(row._meta.table_name)

    def void(self, row: Record, reason: str) -> None:
        """Mark a row as void (作废); it stays, with its reason."""
        if not reason.strip():
            raise ReasonNeeded("void")
        self.change(row, {"voided_at": self._at, "void_reason": reason.strip()}, LogAction.VOID)

    def note(self, row: Record, action: LogAction) -> None:
        """Log an act that changes no field, such as showing a full ID number."""
        self._log(row, action, None, None, _version(row))

    def note_of(self, table: str, row_id: int, uid: str, action: LogAction) -> None:
        """``note`` of a row that is named and was perhaps not found: id 0 and no uid then."""
        self._write(_Where(table, row_id, uid), action, None, None, None, self.reason)

    def log(
        self,
        table: str,
        key: str,
        action: LogAction,
        before: Values = None,
        after: Values = None,
        base: Stamp | None = None,
    ) -> Stamp:
        """Log what has a key and no numbered row: a setting, a backup; the write's name."""
        stamp = self._chain.upcoming
        self._write(_Where(table, 0, key), action, before, after, base, self.reason)
        return stamp

    def _stamp(self, row: Record) -> None:
        stamp = self._chain.upcoming
        row.epoch, row.station, row.counter = stamp.epoch, stamp.station, stamp.counter

    def _log(self, row: Record, action: LogAction, before: Values, after: Values, base: Stamp | None) -> None:
        reason = row.void_reason if action == LogAction.VOID else self.reason
        self._write(_Where(row._meta.table_name, row.id, row.uid), action, before, after, base, reason)

    def _write(
        self, where: _Where, action: LogAction, before: Values, after: Values, base: Stamp | None, reason: str
    ) -> None:
        entry = {
            "at": self._at,
            "staff_id": self.actor.staff_id,
            "staff_name": self.actor.name,
            "table_name": where.table,
            "row_id": where.id,
            "row_uid": where.uid,
            "action": action,
            "base_epoch": base and base.epoch,
            "base_station": base and base.station,
            "base_counter": base and base.counter,
            "before": _json(before),
            "after": _json(after),
            "reason": reason,
            "batch_id": self.batch_id,
        }
        query.insert(Change, self._chain.seal(entry, before, after))


def living(model: type[AnyRecord], row_id: int | None) -> AnyRecord:
    """A row that is not void; NotFound when there is none. Whoever writes asks ``Unit.living`` instead."""
    row = model.get_or_none(model.id == row_id, model.voided_at.is_null()) if row_id else None
    if row is None:
        raise NotFound(thing_of(model), str(row_id or ""))
    return row


def id_of(thing: Thing, uid: str) -> int:
    """The id of a row that is not void, by the uid that lists and files name it by; NotFound when there is none."""
    found = query.ids(f"SELECT id FROM living_{thing} WHERE uid = ?", [uid])
    if not found:
        raise NotFound(thing, uid)
    return found[0]


def thing_of(model: type[Record]) -> Thing:
    """What an error calls a row of this table; a row of a sheet is found with its sheet."""
    table: str = model._meta.table_name
    return Thing.ROUTE_SHEET if table == Thing.ROUTE_ROW else Thing(table)


@contextmanager
def gate(uid: str) -> Iterator[None]:
    """Within it a service may go a step back, and an entry of a ledger become void, of this uid alone."""
    query.execute("INSERT INTO step_gate (uid) VALUES (?)", [uid])
    try:
        yield
    finally:
        query.execute("DELETE FROM step_gate WHERE uid = ?", [uid])


@contextmanager
def writing(actor: Actor, action: Action, reason: str = "", batch_id: int | None = None) -> Iterator[Unit]:
    """One unit of writing: all of it is on disk when the block ends, or none of it; NotAllowed for some roles."""
    with noting(actor, reason, batch_id, action) as unit:
        # What the director says of a role is a row like others: it is read where the rest is.
        permissions.reading(actor, action)
        yield unit


@contextmanager
def noting(actor: Actor, reason: str = "", batch_id: int | None = None, action: Action | None = None) -> Iterator[Unit]:
    """A unit for acts that change no record, such as signing in: open to everybody, an auditor too.

    ``action`` is the act as a whole where it can be taken back.
    """
    act: Done | None = None
    with transaction():
        # Units within one another write one chain.
        chains: dict[int, Chain] | None = getattr(_running, "chains", None)
        outermost = chains is None
        if chains is None:
            chains = _running.chains = {}
            _running.guard = MonthGuard()
        try:
            if actor.station not in chains:
                chains[actor.station] = Chain(actor.station)
            chain, first = chains[actor.station], chains[actor.station].counter + 1
            unit = Unit(actor, reason, batch_id, chains[actor.station], _running.guard)
            unit.action = action
            yield unit
            if outermost:
                for one in chains.values():
                    one.keep()
                if action is not None and chain.counter >= first:
                    span = chain.epoch, chain.station, first, chain.counter
                    act = done.keep(Done(action, actor, clock.timestamp(), *span))
        finally:
            if outermost:
                _running.chains = None
    if act is not None:
        done.remember(act)


@contextmanager
def savepoint() -> Iterator[None]:
    """A part of a unit that is written whole or, when it is refused, not at all, and then uses up no numbers."""
    chains: dict[int, Chain] = getattr(_running, "chains", None) or {}
    marks = {station: chain.mark() for station, chain in chains.items()}
    # peewee's own savepoint stays open once it was rolled back, and each open one makes all later rows slower.
    query.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        query.execute("ROLLBACK TO part")
        for station, mark in marks.items():
            chains[station].back_to(mark)
        raise
    finally:
        query.execute("RELEASE part")


@contextmanager
def correcting(unit: Unit, month: Month) -> Iterator[None]:
    """Within a unit: what a closed month counts may be written, in this one month only (更正单)."""
    unit.guard.correcting = str(month)
    try:
        yield
    finally:
        unit.guard.correcting = ""


@contextmanager
def _open(months: tuple[str, ...]) -> Iterator[None]:
    """Open the gate of closed months for one write; a commit with an open gate fails."""
    for month in months:
        query.execute("INSERT INTO month_gate (month) VALUES (?)", [month])
    try:
        yield
    finally:
        for month in months:
            query.execute("DELETE FROM month_gate WHERE month = ?", [month])


def _standing(row: Record) -> Kept:
    """The row as it stands, by column; refused when it is not the one that the caller read."""
    model = type(row)
    columns, statement = _reading(model)
    found = query.fetch_one(statement, [row.id])
    if found is None:
        raise NotFound(thing_of(model), str(row.id))
    standing = dict(zip(columns, found, strict=True))
    if any(standing[name] != getattr(row, name) for name in _VERSION):
        if standing["voided_at"] is not None:
            raise NotFound(thing_of(model), str(row.id))
        raise ChangedMeanwhile(thing_of(model))
    return standing


@cache
def _reading(model: type[Record]) -> tuple[tuple[str, ...], str]:
    columns = tuple(field.column_name for field in model._meta.sorted_fields)
    named = ", ".join(f'"{column}"' for column in columns)
    return columns, f"SELECT {named} FROM {model._meta.table_name} WHERE id = ?"


def _version(row: Record) -> Stamp | None:
    # A row that was not read whole does not know its version.
    return Stamp(row.epoch, row.station, row.counter) if row.epoch else None


def _columns(row: Record) -> dict[str, object]:
    # Each field as it stands in the row; the key is left to SQLite.
    fields = [field for field in row._meta.sorted_fields if field.name != "id"]
    return {field.column_name: row.__data__.get(field.name) for field in fields}


def _as_kept(row: Record, columns: Mapping[str, object]) -> Kept:
    return {name: kept(row._meta.columns[name], value) for name, value in columns.items()}


def _facts(row: Record) -> dict[str, object]:
    named = {field.column_name: (field, getattr(row, field.column_name)) for field in row._meta.sorted_fields}
    return {
        name: said(field, value)
        for name, (field, value) in named.items()
        if name not in _STAMPS and value not in (None, "")
    }


def _json(values: Values) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)
