"""The chain of the change log: what a write is called, and the hash that binds it to the write before it.

A write is named for ever by (epoch, station, counter). Every (epoch, station) has one chain in the order of its
counters: each row holds the hash of the one before it. Names of rows by their ids mean something here only, so they
stay out of the hash; their uids are in it. docs/decisions/0011-change-log.md is the contract.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.file_errors import NotInitialised
from desktop.models import query
from desktop.models.database import database_path

# Columns of the log itself that name a row by its id here.
OF_THE_LOG = {"staff_id": "staff", "batch_id": "import_batch"}
HASHED = (
    *("epoch", "station", "counter", "lamport", "at", "table_name", "row_uid", "action"),
    *("base_epoch", "base_station", "base_counter"),
)
PAYLOAD = ("staff_name", "reason", "before", "after", "refs")
# Rows of the log with what their writer wrote, by column: of another station's it stands apart (``change_origin``).
WITH_ORIGIN = "change_log c LEFT JOIN change_origin o ON o.change_id = c.id"
AS_WRITTEN = {
    one: f"CASE WHEN o.change_id IS NULL THEN c.{one} ELSE o.{one} END" for one in ("before", "after", "refs")
}
_FORMAT = "shizhu-log-1"
_SALT_BYTES = 16


@dataclass(frozen=True)
class Stamp:
    """The name of a write."""

    epoch: str
    station: int
    counter: int


@dataclass(frozen=True)
class Head:
    """The last write of a chain with its hash (hexadecimal); counter 0 and the epoch's own hash before the first."""

    epoch: str
    station: int
    counter: int
    hash: str


class Chain:
    """The end of a station's chain while one transaction writes; ask within the transaction."""

    def __init__(self, station: int) -> None:
        row = query.fetch_one("SELECT epoch, counter, lamport, head FROM station WHERE number = ?", [station])
        if row is None:
            raise NotInitialised(str(database_path().parent))
        self.station = station
        self.epoch, self.counter, self._lamport, self._hash = str(row[0]), int(row[1]), int(row[2]), bytes(row[3])
        self._uids: dict[tuple[str, int], str] = {}

    @property
    def upcoming(self) -> Stamp:
        """The name of the next write; it is taken once its row is in the log."""
        return Stamp(self.epoch, self.station, self.counter + 1)

    def seal(self, entry: dict[str, Any], *sides: Mapping[str, object] | None) -> dict[str, Any]:
        """The whole log row of the next write: its place in the chain, its references, its hashes.

        ``sides`` are the fields before and after that the entry holds as JSON.
        """
        self.counter += 1
        self._lamport += 1
        entry |= {"epoch": self.epoch, "station": self.station, "counter": self.counter, "lamport": self._lamport}
        entry["refs"] = self._references(entry, sides)
        entry["salt"] = secrets.token_bytes(_SALT_BYTES)
        entry["payload_sha256"] = payload_hash(entry)
        entry["previous"] = self._hash
        entry["hash"] = self._hash = row_hash(entry)
        return entry

    def mark(self) -> tuple[int, int, bytes]:
        """Where the chain stands, for ``back_to``."""
        return self.counter, self._lamport, self._hash

    def back_to(self, mark: tuple[int, int, bytes]) -> None:
        """Give back the numbers of writes that were rolled back."""
        self.counter, self._lamport, self._hash = mark
        # A row that is gone gives its id to the next one.
        self._uids.clear()

    def keep(self) -> None:
        """Let the station's row know the end of its chain."""
        query.execute(
            "UPDATE station SET counter = ?, lamport = ?, head = ? WHERE number = ?",
            [self.counter, self._lamport, self._hash, self.station],
        )

    def _references(self, entry: Mapping[str, Any], sides: Iterable[Mapping[str, object] | None]) -> str:
        targets = references(entry["table_name"])
        named = [
            (name, targets[name], value)
            for side in sides
            for name in targets.keys() & (side or {})
            if isinstance(value := (side or {})[name], int)
        ]
        named += [(name, table, entry[name]) for name, table in OF_THE_LOG.items() if isinstance(entry[name], int)]
        # Asked one by one: a set minus the keys of a dict walks through all of them, at every write of a long unit.
        self._learn({(table, one) for _, table, one in named if (table, one) not in self._uids})
        found: dict[str, dict[str, str]] = {}
        for name, table, one in named:
            if (table, one) in self._uids:
                found.setdefault(name, {})[str(one)] = self._uids[table, one]
        return json.dumps(found, sort_keys=True, separators=(",", ":")) if found else ""

    def _learn(self, unknown: set[tuple[str, int]]) -> None:
        # In one statement: a scan names its person, its subsidy and who scans.
        if not unknown:
            return
        asked = sorted(unknown)
        selects = " UNION ALL ".join(f"SELECT '{table}', id, uid FROM {table} WHERE id = ?" for table, _ in asked)
        for table, one, uid in query.fetch(selects, [one for _, one in asked]):
            self._uids[table, one] = str(uid)


def payload_hash(entry: Mapping[str, Any]) -> bytes:
    """The salted SHA-256 of what a write says: who, why, before, after, references."""
    return hashlib.sha256(bytes(entry["salt"]) + _written(entry[name] for name in PAYLOAD)).digest()


def row_hash(entry: Mapping[str, Any]) -> bytes:
    """The SHA-256 of a log row: its name and place, the hash of its payload, the hash of the row before it."""
    facts = [entry[name] for name in HASHED]
    return _sha256([*facts, bytes(entry["payload_sha256"]).hex(), bytes(entry["previous"]).hex()])


def genesis(epoch: str, station: int) -> bytes:
    """What the first write of an epoch at a station follows: the SHA-256 of how the epoch began."""
    row = query.fetch_one(
        "SELECT cause, begun_at, parent_epoch, parent_station, parent_counter, parent_hash FROM epoch WHERE name = ?",
        [epoch],
    )
    if row is None:
        return bytes(hashlib.sha256().digest_size)
    *facts, parent_hash = row
    return _sha256([_FORMAT, epoch, station, *facts, None if parent_hash is None else bytes(parent_hash).hex()])


def head(station: int) -> Head:
    """Where a station's chain ends now."""
    row = query.fetch_one("SELECT epoch, counter, head FROM station WHERE number = ?", [station])
    if row is None:
        raise NotInitialised(str(database_path().parent))
    return Head(str(row[0]), station, int(row[1]), bytes(row[2]).hex())


@cache
def references(table: str) -> Mapping[str, str]:
    """Column → table of the rows that a table refers to; the same in every store of this schema."""
    return {row[3]: row[2] for row in query.fetch(f'PRAGMA foreign_key_list("{table}")')}


def _written(values: Iterable[object]) -> bytes:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":")).encode()


def _sha256(values: Iterable[object]) -> bytes:
    return hashlib.sha256(_written(values)).digest()
