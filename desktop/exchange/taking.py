"""``exchange in``: rows of the log of other stations taken in, in one transaction, all of them or none.

The rows are kept as they were written, then each record that any side wrote since the sides last agreed is folded
anew and laid down in the order of its first write. What the guards of the database refuse then is what both sides
cannot have: the record that came later becomes void, by a write of its own, until a person decides otherwise.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.answers import IdState
from desktop.core.errors import AlreadyRecorded, NotAllowed, UserError
from desktop.core.exchange_errors import (
    ExchangeMisfits,
    ExchangeOtherVersion,
    ExchangeUnreadable,
    NotHeardYet,
    OneStation,
)
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.exchange import incoming, local, package
from desktop.exchange.fold import Folded, as_columns, fold, fresh, stamps
from desktop.models import query
from desktop.models.base import Record, said
from desktop.models.centre import CentreRow, Staff
from desktop.models.database import transaction
from desktop.models.migrate import latest_schema
from desktop.models.tables import RECORDS
from desktop.services.closing import corrections
from desktop.services.ledger import entries
from desktop.services.register import listing as residents
from desktop.services.writing import apart, heads, heard, permissions, refusals
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import Stamp
from desktop.services.writing.journal import Unit, gate, savepoint, writing

# Why a record is void that two stations could not both have.
BOTH = "two stations"
_NEVER_LIFTED = frozenset({Thing.STAFF, Thing.PRINTED_CODE, Thing.NAMED, Thing.ROUTE_SHEET, Thing.ROUTE_ROW})
_LIFTED = (apart.SHARED - _NEVER_LIFTED) | {Thing.CONSENT_WITHDRAWAL}
_MARK = "exchange"

_Row = tuple[str, int]


@dataclass(frozen=True)
class Taken:
    """How many rows of the log were new here, and the records that are void because both sides had one.

    ``corrections`` are the closed months that count otherwise now, and have a correction open for it.
    """

    rows: int
    void: tuple[tuple[str, str], ...] = ()
    corrections: tuple[str, ...] = ()


def take(actor: Actor, path: Path, accept_fork: bool = False) -> Taken:
    """Take a file of another station in; whatever is refused, nothing of it stands here afterwards."""
    with transaction():
        with _spoiled_is_unreadable(path):
            opened = _opened(path)
            incoming.learn_epochs(opened.parts["epoch"], accept_fork)
            rows = incoming.proved(opened.parts["log"], path)
            incoming.refuse_gap(opened.about["heads"], rows, path)
            _refuse_other_passwords(opened.parts["secret"], path)
        if not rows:
            return Taken(0)
        query.execute("UPDATE station SET lamport = max(lamport, ?)", [rows[-1]["lamport"]])
        with writing(actor, Action.EXCHANGE) as unit:
            taking = _Taking(unit, path, opened)
            taking.run(rows)
            heads.tell(unit, actor.station, LogAction.TAKE_IN, **heard.said(opened.about))
        corrected = _corrections(actor, taking.late)
    return Taken(len(rows), tuple(taking.void), corrected)


@contextmanager
def _spoiled_is_unreadable(path: Path) -> Iterator[None]:
    """Whoever has the key of the stations may have written anything: what has another shape is no file of theirs."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, *query.WRONG_VALUES) as error:
        raise ExchangeUnreadable(path.name) from error


def _refuse_other_passwords(lines: Iterable[list[Any]], path: Path) -> None:
    for fingerprint, text in lines:
        if said(Staff._meta.fields["password"], text) != fingerprint:
            raise ExchangeUnreadable(path.name)


def _corrections(actor: Actor, months: Iterable[str]) -> tuple[str, ...]:
    """Open a correction of each closed month that counts otherwise now; the first station keeps the months."""
    if actor.station != apart.FIRST:
        return ()
    found = []
    for month in sorted(set(months)):
        # Whoever may not open one finds the drift of the month, and another one that stands open takes it up.
        with suppress(AlreadyRecorded, NotAllowed, NotHeardYet):
            corrections.open_for(actor, Month.parse(month), translate("Exchange", "late records of another station"))
            found.append(month)
    return tuple(found)


def _opened(path: Path) -> package.Opened:
    identity = query.text("SELECT identity FROM exchange_key")
    if not identity:
        raise OneStation()
    opened = package.read(path, identity)
    if opened.about["centre"] != CentreRow.get(CentreRow.voided_at.is_null()).uid:
        raise ExchangeUnreadable(path.name)
    if opened.about["schema"] != latest_schema():
        raise ExchangeOtherVersion(path.name)
    return opened


class _Taking:
    """One file on its way in."""

    def __init__(self, unit: Unit, path: Path, opened: package.Opened) -> None:
        self._unit = unit
        self._path = path
        self._opened = opened
        self.void: list[tuple[str, str]] = []
        self.late: set[str] = set()
        self._secrets: dict[str, str] = dict(opened.parts["secret"])
        for text in query.texts("SELECT password FROM staff WHERE password <> ''"):
            self._secrets[str(said(Staff._meta.fields["password"], text))] = text

    def run(self, rows: list[incoming.Row]) -> None:
        """Keep the rows, fold the records, lay them down."""
        query.execute("PRAGMA defer_foreign_keys = ON")
        ids = local.Ids(rows, self._path)
        local.keep(rows, ids)
        new = {(table, ids.of(table, uid)) for table, uid in ids.new}
        touched = {
            (row["table_name"], ids.of(row["table_name"], row["row_uid"]))
            for row in rows
            if row["table_name"] in RECORDS and row["after"] is not None
        }
        touched |= _written_since(rows)
        folded = [one for table, row_id in touched if (one := fold(table, row_id)) is not None]
        with months_open(one for one in folded if one.table == Thing.MONTH):
            stood = {one: _columns(*one) for one in touched - new}
            self._lift(stood)
            for one in sorted(folded, key=_rank):
                self._lay(one, stood.get((one.table, one.row_id)))
            self._follow(folded)
            self._look_at_closed(folded, stood)
        self._keep_documents()
        self._keep_rights(rows)
        residents.index_many(sorted(one.row_id for one in folded if one.table == Thing.RESIDENT))

    def _look_at_closed(self, folded: Iterable[Folded], stood: Mapping[_Row, dict[str, Any]]) -> None:
        for one in folded:
            before, after = stood.get((one.table, one.row_id)), _columns(one.table, one.row_id)
            if one.table not in (Thing.MONTH, Thing.MONTH_VERSION):
                self.late.update(self._unit.guard.moved(one.table, before, after))

    def _lift(self, standing: Iterable[_Row]) -> None:
        """Let the records that are laid down anew stand in nobody's way meanwhile."""
        for table, row_id in sorted(standing):
            if table in _LIFTED:
                with gate(query.text(f"SELECT uid FROM {table} WHERE id = ?", [row_id])):
                    said_void = f"UPDATE {table} SET voided_at = ? WHERE id = ? AND voided_at IS NULL"
                    query.execute(said_void, [_MARK, row_id])

    def _lay(self, one: Folded, stood: dict[str, Any] | None) -> None:
        columns, new = as_columns(one, self._secrets), stood is None
        misfits = ExchangeMisfits(self._path.name, Thing(one.table))
        if one.table in _LIFTED:
            columns.setdefault("voided_at", stood["voided_at"] if stood else None)
        try:
            with savepoint(), refusals.in_words(lambda: misfits):
                self._put(one, columns, new)
        except UserError as error:
            if one.table not in _LIFTED:
                raise misfits from error
            self._lay_aside(one, columns, new)

    def _put(self, one: Folded, columns: dict[str, Any], new: bool) -> None:
        if new:
            _insert(one.table, fresh(one, columns))
            return
        with gate(one.uid):
            _update(one.table, one.row_id, columns | stamps(one))

    def _lay_aside(self, one: Folded, columns: dict[str, Any], new: bool) -> None:
        """What both sides cannot have: the later record goes, a person's record keeps all but its number."""
        unit, at = self._unit, clock.timestamp()
        if one.table == Thing.RESIDENT:
            before: dict[str, object] = {name: one.columns.get(name, "") for name in ("id_number", "id_state")}
            fields: dict[str, object] = {"id_number": None, "id_state": IdState.TO_VERIFY}
            self._put(one, columns | fields, new)
        else:
            before = {"voided_at": None, "void_reason": ""}
            fields = {"voided_at": at, "void_reason": BOTH}
            self._put(one, columns | fields, new)
        row = RECORDS[one.table].get_by_id(one.row_id)
        unit.settle(row, fields, before, LogAction.TAKE_IN, BOTH)
        self.void.append((one.table, one.uid))

    def _follow(self, folded: Iterable[Folded]) -> None:
        """Money of a meal that is void now goes back where it was taken; one station alone writes that."""
        for one in folded:
            if one.table == Thing.MEAL and one.created_station == self._unit.actor.station:
                row: Record = RECORDS[one.table].get_by_id(one.row_id)
                entry = entries.standing_of_meal(one.row_id) if row.void_reason == BOTH else None
                if entry is not None:
                    entries.take_back(self._unit, entry, BOTH, later=True)

    def _keep_rights(self, rows: Iterable[incoming.Row]) -> None:
        """What a role may do is said at station 1 and holds at every one; other settings are each station's own."""
        for row in rows:
            if row["table_name"] == Thing.SETTING and row["row_uid"].startswith(permissions.KEYS):
                query.execute(
                    "INSERT OR REPLACE INTO setting (key, value, epoch, station, counter) VALUES (?, ?, ?, ?, ?)",
                    [row["row_uid"], json.loads(row["after"])[row["row_uid"]]]
                    + [row[one] for one in ("epoch", "station", "counter")],
                )

    def _keep_documents(self) -> None:
        for uid, kind, content, proof in self._opened.parts["document"]:
            version = query.count("SELECT id FROM month_version WHERE uid = ?", [uid])
            query.execute(
                "INSERT INTO month_document (version_id, kind, content, sha256) SELECT ?, ?, ?, ?"
                " WHERE NOT EXISTS (SELECT 1 FROM month_document WHERE version_id = ? AND kind = ?)",
                [version, kind, base64.b64decode(content), proof, version, kind],
            )


def _written_since(rows: list[incoming.Row]) -> set[_Row]:
    """The records that were written here and not before the eyes of everybody who wrote the rows of a file."""
    known = heads.Knowledge()
    first: dict[tuple[str, int], Stamp] = {}
    for row in rows:
        stamp = Stamp(row["epoch"], row["station"], row["counter"])
        chain = stamp.epoch, stamp.station
        if chain not in first or stamp.counter < first[chain].counter:
            first[chain] = stamp
    least = heads.least(known.heads_at(one) for one in first.values())
    found: set[_Row] = set()
    for chain in heads.here():
        found |= {
            (table, row_id)
            for table, row_id in query.fetch(
                "SELECT DISTINCT table_name, row_id FROM change_log"
                " WHERE epoch = ? AND station = ? AND counter > ? AND after IS NOT NULL",
                [*chain, least.get(chain, 0)],
            )
            if table in RECORDS
        }
    return found


def _rank(one: Folded) -> tuple[object, ...]:
    """What one station alone writes stands first, what says 不再 comes after what was done before anybody knew."""
    rank = 2 if one.table in (Thing.CONSENT_WITHDRAWAL, Thing.MONTH) else 1 if one.table in apart.SHARED else 0
    return rank, one.begun


@contextmanager
def months_open(coming: Iterable[Folded]) -> Iterator[None]:
    """Closed months let rows in that came late: papers stay as they were frozen, and the drift names what came."""
    months = set(query.texts("SELECT month FROM month")) | {str(one.columns["month"]) for one in coming}
    for month in sorted(months):
        query.execute("INSERT INTO month_gate (month) VALUES (?)", [month])
    try:
        yield
    finally:
        query.execute("DELETE FROM month_gate")


def _columns(table: str, row_id: int) -> dict[str, Any]:
    names = [field.column_name for field in RECORDS[table]._meta.sorted_fields]
    listed = ", ".join(f'"{name}"' for name in names)
    return dict(zip(names, query.fetch_one(f"SELECT {listed} FROM {table} WHERE id = ?", [row_id]) or (), strict=True))


def _insert(table: str, columns: dict[str, Any]) -> None:
    named = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    query.execute(f"INSERT INTO {table} ({named}) VALUES ({marks})", list(columns.values()))


def _update(table: str, row_id: int, columns: dict[str, Any]) -> None:
    names = list(columns)
    listed = ", ".join(f'"{name}"' for name in names)
    standing = query.fetch_one(f"SELECT {listed} FROM {table} WHERE id = ?", [row_id])
    differing = [name for name, value in zip(names, standing or (), strict=False) if value != columns[name]]
    if differing:
        # Only what differs is named: a ledger refuses to be written over, even with what it says.
        query.execute(
            f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in differing)} WHERE id = ?",
            [*(columns[name] for name in differing), row_id],
        )
