"""The centre, its staff and rules, the change log, imports and months: what every room stands on.

The change log and every record refuse deletion in the database itself: nothing is ever deleted, it is voided.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import keep, make

TABLES = {
    "centre": """
        name TEXT NOT NULL CHECK (name <> ''),
        number TEXT NOT NULL CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
        plan TEXT NOT NULL,
        district TEXT NOT NULL DEFAULT ''""",
    "staff": """
        name TEXT NOT NULL CHECK (name <> ''),
        role TEXT NOT NULL CHECK (role IN ('director', 'clerk', 'visitor', 'worker', 'auditor')),
        password TEXT NOT NULL DEFAULT '',
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))""",
    "rule": """
        key TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        value TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''""",
    "import_batch": """
        kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        sheet TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '',
        undone_at TEXT""",
    "month": """
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'corrected')),
        version INTEGER NOT NULL DEFAULT 1,
        closed_at TEXT NOT NULL DEFAULT '',
        closed_by TEXT NOT NULL DEFAULT '',
        figures TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT ''""",
    "correction": """
        month TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        second_person TEXT NOT NULL CHECK (second_person <> ''),
        before TEXT NOT NULL,
        after TEXT NOT NULL""",
    "sync_export": """
        period TEXT NOT NULL,
        sequence INTEGER NOT NULL UNIQUE,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        previous_sha256 TEXT NOT NULL DEFAULT '',
        received_at TEXT NOT NULL DEFAULT ''""",
}

OTHER = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE station (
        number INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        counter INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE change_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        staff_id INTEGER REFERENCES staff (id),
        staff_name TEXT NOT NULL,
        station INTEGER NOT NULL,
        counter INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        row_uid TEXT NOT NULL,
        action TEXT NOT NULL,
        before TEXT,
        after TEXT,
        reason TEXT NOT NULL DEFAULT '',
        batch_id INTEGER REFERENCES import_batch (id))""",
    "CREATE UNIQUE INDEX change_log_station_counter ON change_log (station, counter)",
    "CREATE INDEX change_log_row ON change_log (table_name, row_id)",
    "CREATE INDEX change_log_batch ON change_log (batch_id) WHERE batch_id IS NOT NULL",
    """CREATE TABLE import_issue (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        batch_id INTEGER NOT NULL REFERENCES import_batch (id),
        row INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        reason TEXT NOT NULL,
        text TEXT NOT NULL,
        value TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX import_issue_batch ON import_issue (batch_id)",
    "CREATE UNIQUE INDEX month_month ON month (month) WHERE voided_at IS NULL",
    "CREATE UNIQUE INDEX staff_name ON staff (name) WHERE voided_at IS NULL",
    "CREATE UNIQUE INDEX rule_key_from ON rule (key, valid_from) WHERE voided_at IS NULL",
    """CREATE TRIGGER change_log_fixed BEFORE UPDATE ON change_log
       BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END""",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    make(db, TABLES, OTHER)
    keep(db, "change_log")
