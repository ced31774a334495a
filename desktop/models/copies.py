"""A closed copy of the database, looked into without making it the program's own and without a trace beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.models.database import address, storage_trouble


@dataclass(frozen=True)
class CopyFacts:
    """What a copy holds: the centre's number, its newest migration, and what the integrity check says."""

    centre: str
    schema: str
    problems: tuple[str, ...]


def look_into(path: Path) -> CopyFacts:
    """Read a copy, even from a medium that cannot be written; empty texts where it is no database of this program."""
    # Immutable: no lock, no journal, so a write-protected stick is as good as any.
    sealed = address(path.resolve(), "mode=ro&immutable=1")
    with storage_trouble(path), closing(sqlite3.connect(sealed, uri=True)) as copy:
        problems = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(20)")]
        tables = {str(row[0]) for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ours = {"centre", "schema_migration"} <= tables
        return CopyFacts(
            _first(copy, "SELECT number FROM centre WHERE voided_at IS NULL") if ours else "",
            _first(copy, "SELECT max(name) FROM schema_migration") if ours else "",
            tuple(text for text in problems if text != "ok"),
        )


def _first(copy: sqlite3.Connection, sql: str) -> str:
    row = copy.execute(sql).fetchone()
    return str(row[0]) if row and row[0] else ""
