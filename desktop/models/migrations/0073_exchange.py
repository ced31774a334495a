"""What two stations of one centre need: the log rows of others as they were written, and the key of their files.

A row of the log that another station wrote names records by ids of that store. ``change_log`` keeps it in the ids of
this one, so that whoever reads the log reads one language; ``change_origin`` keeps the texts that were hashed.
"""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    """CREATE TABLE change_origin (
        change_id INTEGER PRIMARY KEY REFERENCES change_log (id),
        before TEXT,
        after TEXT,
        refs TEXT NOT NULL
    )""",
    "CREATE TRIGGER change_origin_stays BEFORE DELETE ON change_origin"
    " BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END",
    "CREATE TRIGGER change_origin_fixed BEFORE UPDATE ON change_origin"
    " BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END",
    "CREATE TRIGGER change_origin_once BEFORE INSERT ON change_origin"
    " WHEN EXISTS (SELECT 1 FROM change_origin WHERE change_id = new.change_id)"
    " BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END",
    """CREATE TABLE exchange_key (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        identity TEXT NOT NULL CHECK (identity <> ''),
        recipient TEXT NOT NULL CHECK (recipient <> '')
    )""",
)


def up(migrator: Any, db: Any) -> None:
    """Make both tables, empty: there is one station until a second is given."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
