"""The one SQLite database, its pragmas and its single writer path.

Connections are one per thread. WAL with ``synchronous=FULL`` because WAL+NORMAL loses acknowledged commits
in a power cut; writes begin IMMEDIATE because an upgraded read transaction fails at once when the file is
busy. One process-wide lock keeps two of our own threads from writing or checkpointing together.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import peewee

from desktop.core.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileMissing,
    FolderReadOnly,
    ShizhuError,
    StorageTrouble,
)

BUSY_SECONDS = 10
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": BUSY_SECONDS * 1000,
    "temp_store": "memory",
    "cache_size": -16_000,
    "trusted_schema": 0,
}

database = peewee.SqliteDatabase(None)
_writer = threading.RLock()
_path: list[Path] = []


def open_database(path: Path, create: bool = False) -> None:
    """Open the file for this program; without ``create`` a missing file is an error, never an empty database."""
    close_database()
    if not create and not path.is_file():
        raise FileMissing(path.name)
    mode = "rwc" if create else "rw"
    database.init(f"{path.resolve().as_uri()}?mode={mode}", pragmas=_PRAGMAS, uri=True)
    _path[:] = [path]
    with storage_trouble():
        database.connect()
        database.execute_sql("SELECT count(*) FROM sqlite_master")  # type: ignore[no-untyped-call]


def close_database() -> None:
    """Close this thread's connection and forget the file; other threads close theirs by ``close_thread``."""
    close_thread()
    _path.clear()


def close_thread() -> None:
    """Close the calling thread's connection, if it has one."""
    if not database.deferred and not database.is_closed():
        database.close()


def database_path() -> Path:
    """The file that is open."""
    if not _path:
        raise FileMissing("shizhu.db")
    return _path[0]


@contextmanager
def transaction() -> Iterator[None]:
    """One write transaction; everything in it happens or nothing does. Nested use joins the outer one."""
    with _writer, storage_trouble():
        if database.in_transaction():
            yield
            return
        with database.atomic("IMMEDIATE"):
            yield


def copy_to(target: Path) -> None:
    """Copy the live database by SQLite's backup API; a file copy of a WAL database would be corrupt."""
    with storage_trouble(), closing(sqlite3.connect(target)) as copy:
        database.connect(reuse_if_open=True)
        database.connection().backup(copy)  # type: ignore[no-untyped-call]
        copy.execute("PRAGMA journal_mode=DELETE")


def integrity_problems() -> list[str]:
    """What SQLite's integrity and foreign key checks find; empty when all is well."""
    with storage_trouble():
        found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check(20)")]  # type: ignore[no-untyped-call]
        broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()  # type: ignore[no-untyped-call]
    return [text for text in found if text != "ok"] + [f"foreign key: {row[0]} {row[1]}" for row in broken]


@contextmanager
def storage_trouble() -> Iterator[None]:
    """Turn what SQLite and the disk report into a ``StorageError`` with a sentence."""
    try:
        yield
    except ShizhuError:
        raise
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        known = _known_trouble(str(error))
        if known is None:
            raise
        raise known from error


_TROUBLE = (
    ("database is locked", lambda name: DatabaseBusy()),
    ("database or disk is full", lambda name: DiskFull(name)),
    ("readonly database", lambda name: FolderReadOnly(name)),
    ("unable to open", lambda name: StorageTrouble(name, "unable to open")),
    ("malformed", lambda name: DatabaseDamaged(name)),
    ("not a database", lambda name: DatabaseDamaged(name)),
    ("disk i/o error", lambda name: StorageTrouble(name, "disk I/O error")),
)


def _known_trouble(text: str) -> ShizhuError | None:
    name = _path[0].name if _path else "shizhu.db"
    for part, make in _TROUBLE:
        if part in text.lower():
            return make(name)
    return None
