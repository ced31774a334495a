"""The change log as a chain: each write named by (epoch, station, counter), with the hash of the one before it.

Old rows are chained in the order of their counters; the store's first epoch begins with this migration. The way of
hashing is written down in docs/decisions/0011-change-log.md; this file keeps its own copy of it for ever.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from typing import Any

DIGIT, HEX = "[0-9]", "[0-9a-f]"
EPOCH_NAME = f"GLOB '{DIGIT * 8}T{DIGIT * 6}Z-{HEX * 8}'"

EPOCH = f"""CREATE TABLE epoch (
    name TEXT PRIMARY KEY CHECK (name {EPOCH_NAME}),
    cause TEXT NOT NULL CHECK (cause IN ('store', 'upgrade', 'restore')),
    begun_at TEXT NOT NULL,
    parent_epoch TEXT REFERENCES epoch (name),
    parent_station INTEGER,
    parent_counter INTEGER,
    parent_hash BLOB CHECK (length(parent_hash) = 32),
    CHECK ((parent_epoch IS NULL) = (parent_hash IS NULL)))"""
LOG = """CREATE TABLE change_log_next (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    staff_name TEXT NOT NULL,
    epoch TEXT NOT NULL REFERENCES epoch (name),
    station INTEGER NOT NULL,
    counter INTEGER NOT NULL CHECK (counter > 0),
    lamport INTEGER NOT NULL CHECK (lamport > 0),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    row_uid TEXT NOT NULL,
    action TEXT NOT NULL,
    base_epoch TEXT,
    base_station INTEGER,
    base_counter INTEGER,
    before TEXT,
    after TEXT,
    refs TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    batch_id INTEGER REFERENCES import_batch (id),
    salt BLOB NOT NULL,
    payload_sha256 BLOB NOT NULL CHECK (length(payload_sha256) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((base_epoch IS NULL) = (base_counter IS NULL) AND (base_epoch IS NULL) = (base_station IS NULL)))"""
WIDER = (
    "ALTER TABLE station ADD COLUMN epoch TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE station ADD COLUMN lamport INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE station ADD COLUMN head BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE setting ADD COLUMN epoch TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE setting ADD COLUMN station INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE setting ADD COLUMN counter INTEGER NOT NULL DEFAULT 0",
)
# A row is never replaced, not even by INSERT OR REPLACE, which deletes without asking the triggers of deletion.
GUARDS = (
    "DROP TABLE change_log",
    "ALTER TABLE change_log_next RENAME TO change_log",
    "CREATE UNIQUE INDEX change_log_stamp ON change_log (epoch, station, counter)",
    "CREATE INDEX change_log_row ON change_log (table_name, row_id)",
    "CREATE INDEX change_log_batch ON change_log (batch_id) WHERE batch_id IS NOT NULL",
    """CREATE TRIGGER change_log_fixed BEFORE UPDATE ON change_log
       BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END""",
    """CREATE TRIGGER change_log_kept BEFORE DELETE ON change_log
       BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END""",
    """CREATE TRIGGER change_log_once BEFORE INSERT ON change_log
       WHEN EXISTS (SELECT 1 FROM change_log WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM change_log
           WHERE epoch = NEW.epoch AND station = NEW.station AND counter = NEW.counter)
       BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END""",
    "CREATE TRIGGER epoch_fixed BEFORE UPDATE ON epoch BEGIN SELECT RAISE(ABORT, 'epoch_fixed'); END",
    "CREATE TRIGGER epoch_stays BEFORE DELETE ON epoch BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END",
    """CREATE TRIGGER epoch_once BEFORE INSERT ON epoch WHEN EXISTS (SELECT 1 FROM epoch WHERE name = NEW.name)
       BEGIN SELECT RAISE(ABORT, 'epoch_fixed'); END""",
)
# Columns that refer to a table without saying so in the schema of before.
UNSAID = {"printed_code": {"bed_id": "bed"}, "change_log": {"staff_id": "staff", "batch_id": "import_batch"}}
OLD = (
    *("id", "at", "staff_id", "staff_name", "station", "counter", "table_name", "row_id", "row_uid"),
    *("action", "before", "after", "reason", "batch_id"),
)
NEW = (
    *OLD,
    *("epoch", "lamport", "base_epoch", "base_station", "base_counter"),
    *("refs", "salt", "payload_sha256", "previous", "hash"),
)
AT_ONCE = 2_000


def up(migrator: Any, db: Any) -> None:
    """Make the epochs, stamp every record, chain what is in the log."""
    db.execute_sql(EPOCH)
    for statement in WIDER:
        db.execute_sql(statement)
    db.execute_sql(LOG)
    stations = [row[0] for row in db.execute_sql("SELECT number FROM station ORDER BY number").fetchall()]
    name = _begin(db) if stations else ""
    for table in _stamped(db):
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN epoch TEXT NOT NULL DEFAULT ''")
        if name:
            db.execute_sql(f"UPDATE {table} SET epoch = ?", (name,))
    lamports = {
        one: place
        for place, (one,) in enumerate(db.execute_sql("SELECT id FROM change_log ORDER BY id").fetchall(), start=1)
    }
    for station in stations:
        head = _chain(db, name, station, lamports)
        db.execute_sql(
            "UPDATE station SET epoch = ?, lamport = ?, head = ?, counter = max(counter,"
            " (SELECT coalesce(max(counter), 0) FROM change_log_next WHERE station = number)) WHERE number = ?",
            (name, len(lamports), head, station),
        )
    for statement in GUARDS:
        db.execute_sql(statement)


def _begin(db: Any) -> str:
    # The moment as SQLite reads it: universal time in the name, the wall clock beside it.
    moment, begun_at = db.execute_sql(
        "SELECT strftime('%Y%m%dT%H%M%SZ', 'now'), datetime('now', 'localtime')"
    ).fetchone()
    name = f"{moment}-{secrets.token_hex(4)}"
    db.execute_sql("INSERT INTO epoch (name, cause, begun_at) VALUES (?, 'upgrade', ?)", (name, begun_at))
    return name


def _stamped(db: Any) -> list[str]:
    tables = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    stamps = {"uid", "created_station", "station", "counter"}
    return [name for (name,) in tables if stamps <= {row[1] for row in _columns(db, name)}]


def _columns(db: Any, table: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.execute_sql(f'PRAGMA table_info("{table}")').fetchall()
    return found


def _chain(db: Any, epoch: str, station: int, lamports: dict[int, int]) -> bytes:
    references = _References(db)
    # The stamp of each row's last version; a look at an ID number makes none.
    versions: dict[tuple[str, int], int] = {}
    head = _genesis(db, epoch, station)
    sql = f"INSERT INTO change_log_next ({', '.join(NEW)}) VALUES ({', '.join('?' * len(NEW))})"
    for several in _old_rows(db, station):
        chained = []
        for old in several:
            row = dict(zip(OLD, old, strict=True))
            key = (row["table_name"], row["row_id"])
            base = versions.get(key)
            row |= {"epoch": epoch, "lamport": lamports[row["id"]], "refs": references.of(row)}
            row |= {"base_epoch": base and epoch, "base_station": base and station, "base_counter": base}
            head = _seal(row, head)
            if row["after"] is not None:
                versions[key] = row["counter"]
            chained.append([row[column] for column in NEW])
        db.connection().executemany(sql, chained)
    return head


def _old_rows(db: Any, station: int) -> Iterator[list[tuple[Any, ...]]]:
    last = -1
    while True:
        several = db.execute_sql(
            f"SELECT {', '.join(OLD)} FROM change_log WHERE station = ? AND counter > ? ORDER BY counter LIMIT ?",
            (station, last, AT_ONCE),
        ).fetchall()
        if not several:
            return
        yield several
        last = several[-1][OLD.index("counter")]


def _genesis(db: Any, epoch: str, station: int) -> bytes:
    cause, begun_at = db.execute_sql("SELECT cause, begun_at FROM epoch WHERE name = ?", (epoch,)).fetchone()
    return _sha256(["shizhu-log-1", epoch, station, cause, begun_at, None, None, None, None])


def _seal(row: dict[str, Any], previous: bytes) -> bytes:
    row["salt"] = secrets.token_bytes(16)
    payload = [row["staff_name"], row["reason"], row["before"], row["after"], row["refs"]]
    row["payload_sha256"] = hashlib.sha256(row["salt"] + _written(payload)).digest()
    row["previous"] = previous
    named = ("epoch", "station", "counter", "lamport", "at", "table_name", "row_uid", "action")
    facts = [row[name] for name in (*named, "base_epoch", "base_station", "base_counter")]
    row["hash"] = _sha256([*facts, row["payload_sha256"].hex(), previous.hex()])
    found: bytes = row["hash"]
    return found


def _written(value: list[Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _sha256(value: list[Any]) -> bytes:
    return hashlib.sha256(_written(value)).digest()


class _References:
    """The uids of the rows that a payload names by their ids."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._targets: dict[str, dict[str, str]] = {}
        self._uids: dict[str, dict[int, str]] = {}

    def of(self, row: dict[str, Any]) -> str:
        named: dict[str, dict[str, str]] = {}
        targets = self._of_table(row["table_name"])
        texts = [row[side] for side in ("before", "after") if row[side]]
        pairs = [(name, value) for text in texts for name, value in json.loads(text).items() if name in targets]
        for name, value in pairs:
            self._note(named, name, targets[name], value)
        for name, target in UNSAID["change_log"].items():
            self._note(named, name, target, row[name])
        return json.dumps(named, sort_keys=True, separators=(",", ":")) if named else ""

    def _note(self, named: dict[str, dict[str, str]], name: str, table: str, value: Any) -> None:
        uid = self._of_rows(table).get(value) if value is not None else None
        if uid is not None:
            named.setdefault(name, {})[str(value)] = uid

    def _of_table(self, table: str) -> dict[str, str]:
        if table not in self._targets:
            keys = self._db.execute_sql(f'PRAGMA foreign_key_list("{table}")').fetchall()
            self._targets[table] = {key[3]: key[2] for key in keys} | UNSAID.get(table, {})
        return self._targets[table]

    def _of_rows(self, table: str) -> dict[int, str]:
        if table not in self._uids:
            self._uids[table] = dict(self._db.execute_sql(f"SELECT id, uid FROM {table}").fetchall())
        return self._uids[table]
