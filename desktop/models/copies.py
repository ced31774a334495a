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


def counts_in(path: Path, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each of the tables has in a closed store; those that it does not have are left out."""
    with storage_trouble(path), closing(driver.connect(path, _STILL)) as copy:
        there = {str(row[0]) for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {one: int(_first(copy, f"SELECT count(*) FROM {one}") or 0) for one in tables if one in there}


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
