"""Where one act of somebody ends and the next begins in the change log, so that every start can take the last back."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    """CREATE TABLE act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        action TEXT NOT NULL,
        staff_id INTEGER,
        staff_name TEXT NOT NULL,
        at TEXT NOT NULL,
        epoch TEXT NOT NULL,
        station INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL CHECK (last >= first),
        taken_back_at TEXT
    )""",
    "CREATE INDEX act_standing ON act (staff_id, staff_name, id) WHERE taken_back_at IS NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Make the table of acts, empty: of what was written before nobody knows where an act ended."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
