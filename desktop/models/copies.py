"""A closed copy of the database, looked into without making it the program's own and without a trace beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.errors import ShizhuError
from desktop.core.proofs import file_sha256, hash_file, write_hash
from desktop.core.storage_errors import DatabaseDamaged
from desktop.models import driver
from desktop.models.database import copy_to, storage_trouble

# The setting that holds the last sync file known from a store that was set aside: its number and its hash.
SYNC_KNOWN = "sync_known"
BACKUP_FOLDER = "backup_folder"
# Immutable: no lock, no journal, so a write-protected stick is as good as any.
# What SQLite itself keeps, statistics among it, is nobody's schema; views are made anew by a restore.
OBJECTS = (
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'index', 'trigger') AND sql IS NOT NULL"
    " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
)
_STILL = "mode=ro&immutable=1"
# The kept files that records name: scans with their SHA-256, the others by names made of it. A void scan stays on
# record, and so does its file; of an erased person there is none any more.
SCANS = (("attachment", "SELECT 'attachments/' || path, sha256 FROM attachment WHERE path NOT LIKE 'erased/%'"),)
NAMED = (
    ("living_resident", "SELECT 'photos/' || photo FROM living_resident WHERE photo <> ''"),
    ("living_certificate", "SELECT 'certificates/' || photo FROM living_certificate WHERE photo <> ''"),
    ("living_food_purchase", "SELECT 'certificates/' || photo FROM living_food_purchase WHERE photo <> ''"),
    ("living_stay_contract", "SELECT 'certificates/' || photo FROM living_stay_contract WHERE photo <> ''"),
    ("living_home_bed", "SELECT 'certificates/' || photo FROM living_home_bed WHERE photo <> ''"),
    ("living_own_form", "SELECT 'forms/' || file FROM living_own_form WHERE file <> ''"),
)


def copy_proven(target: Path, reason: str) -> None:
    """Copy the live database; its hash stands beside the name before the copy takes it, so that none is without."""
    try:
        copy_to(target, lambda part: write_hash(target, file_sha256(part), reason))
    except ShizhuError:
        if not target.exists():
            hash_file(target).unlink(missing_ok=True)
        raise


@dataclass(frozen=True)
class CopyFacts:
    """What a copy holds: the centre's number, its newest migration, and what the integrity check says."""

    centre: str
    schema: str
    problems: tuple[str, ...]


def look_into(path: Path) -> CopyFacts:
    """Read a copy, even from a medium that cannot be written; empty texts where it is no database of this program."""
    with storage_trouble(path), closing(driver.connect(path, _STILL)) as copy:
        problems = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(20)")]
        tables = {str(row[0]) for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ours = {"centre", "schema_migration"} <= tables
        return CopyFacts(
            _first(copy, "SELECT number FROM centre WHERE voided_at IS NULL") if ours else "",
            _first(copy, "SELECT max(name) FROM schema_migration") if ours else "",
            tuple(text for text in problems if text != "ok"),
        )


def schema_of(path: Path) -> tuple[str, list[tuple[str, str, str]]]:
    """A closed store's newest migration, and its tables, indexes and triggers as (kind, name, SQL).

    What the migrations of this program never make is among them as well.
    """
    with storage_trouble(path), closing(driver.connect(path, _STILL)) as copy:
        return _first(copy, "SELECT max(name) FROM schema_migration"), copy.execute(OBJECTS).fetchall()


@dataclass(frozen=True)
class Inside:
    """What a restored copy holds: how many rows of each table, the last write, the last closed month.

    ``version`` is (month, number, origin, differences, the log's head of four, SHA-256) with its ``documents`` (kind,
    content, SHA-256); ``scans`` (name, SHA-256) and ``named`` are the kept files that its records name.
    """

    rows: dict[str, int]
    head: tuple[str, int, int, bytes] | None
    version: tuple[Any, ...] | None
    documents: tuple[tuple[str, bytes, str], ...]
    scans: tuple[tuple[str, str], ...]
    named: tuple[str, ...]


def opened(path: Path, tables: Iterable[str]) -> Inside:
    """Open a restored copy as a store, to write; DatabaseDamaged when it does not hold together."""
    with storage_trouble(path), closing(driver.connect(path, "mode=rw")) as store:
        store.execute("PRAGMA journal_mode = WAL")
        broken = [str(row[0]) for row in store.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
        broken += [f"{row[0]} {row[1]}" for row in store.execute("PRAGMA foreign_key_check")]
        if broken:
            raise DatabaseDamaged(path.name, broken[0])
        there = {str(row[0]) for row in store.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        rows = {one: int(_first(store, f"SELECT count(*) FROM {one}") or 0) for one in tables if one in there}
        version = _last_version(store) if "month_version" in there else None
        documents = _documents(store, version[0]) if version else ()
        head = store.execute("SELECT epoch, station, counter, hash FROM change_log ORDER BY id DESC LIMIT 1").fetchone()
        scans, named = _kept(store, SCANS, there), _kept(store, NAMED, there)
        return Inside(
            rows,
            tuple(head) if head else None,
            version[1:] if version else None,
            documents,
            tuple((name, proof) for name, proof in scans),
            tuple(name for (name,) in named),
        )


def _last_version(store: sqlite3.Connection) -> tuple[Any, ...] | None:
    found: tuple[Any, ...] | None = store.execute(
        "SELECT id, month, version, origin, differences, head_epoch, head_station, head_counter, head_sha256, sha256"
        " FROM month_version ORDER BY month DESC, version DESC LIMIT 1"
    ).fetchone()
    return found


def _documents(store: sqlite3.Connection, version: int) -> tuple[tuple[str, bytes, str], ...]:
    return tuple(store.execute("SELECT kind, content, sha256 FROM month_document WHERE version_id = ?", [version]))


def _kept(store: sqlite3.Connection, asked: Iterable[tuple[str, str]], there: set[str]) -> list[tuple[Any, ...]]:
    # A store of an earlier schema lacks some of them, or the column of the picture.
    known = [(table, sql) for table, sql in asked if table in there]
    return [row for table, sql in known if _names_files(store, table) for row in store.execute(sql)]


def _names_files(store: sqlite3.Connection, table: str) -> bool:
    columns = {str(row[1]) for row in store.execute(f"PRAGMA table_info({table})")}
    return bool(columns & {"path", "photo", "file"})


@dataclass(frozen=True)
class NamesGiven:
    """What a store has named for others, and nobody may name again: epochs, counters, sync files with their hash.

    ``second_place`` is the second backup place, which belongs to the computer and not to the data.
    """

    epochs: tuple[str, ...] = ()
    counter: int = 0
    files: tuple[tuple[int, str], ...] = ()
    second_place: str = ""


def names_given(path: Path) -> NamesGiven:
    """The names that a closed store has given; what cannot be read of a damaged one is left out."""
    try:
        with closing(driver.connect(path, _STILL)) as store:
            epochs = _readable(store, "SELECT name FROM epoch")
            counters = _readable(store, "SELECT max(counter) FROM station")
            files = _readable(store, "SELECT sequence, sha256 FROM sync_export ORDER BY sequence DESC LIMIT 1")
            known = _readable(store, "SELECT value FROM setting WHERE key = ?", SYNC_KNOWN)
            places = _readable(store, "SELECT value FROM setting WHERE key = ?", BACKUP_FOLDER)
    except driver.errors():
        return NamesGiven()
    parted = [(int(text.partition(" ")[0]), text.partition(" ")[2]) for (text,) in known]
    return NamesGiven(
        tuple(name for (name,) in epochs),
        max((one or 0 for (one,) in counters), default=0),
        (*files, *parted),
        next((place for (place,) in places), ""),
    )


def _readable(store: sqlite3.Connection, sql: str, *values: str) -> list[tuple[Any, ...]]:
    try:
        return store.execute(sql, values).fetchall()
    except driver.errors():
        # A store of version 0.1 has no epochs, a damaged one perhaps nothing at all.
        return []


def _first(copy: sqlite3.Connection, sql: str) -> str:
    row = copy.execute(sql).fetchone()
    return str(row[0]) if row and row[0] else ""
