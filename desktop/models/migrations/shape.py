"""What every table of the first schema has in common. Frozen: a later schema brings a shape of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

RECORD = """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    created_at TEXT NOT NULL,
    created_station INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    station INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    voided_at TEXT,
    void_reason TEXT NOT NULL DEFAULT '',
"""
DATE = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
RESIDENT_ID = "resident_id INTEGER NOT NULL REFERENCES resident (id)"


def make(db: Any, tables: Mapping[str, str], statements: Iterable[str]) -> None:
    """Create record tables, each refusing deletion, then run the other statements."""
    for name, columns in tables.items():
        db.execute_sql(f"CREATE TABLE {name} ({RECORD} {columns})")
        keep(db, name)
    for statement in statements:
        db.execute_sql(statement)


def keep(db: Any, table: str) -> None:
    """Let a table refuse deletion: nothing is ever deleted, it is voided."""
    db.execute_sql(
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END"
    )
