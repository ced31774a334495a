"""Passwords: tries counted beside the log, a password that stood stays one, and old hashes can leave the log.

A row of ``forget_gate`` opens the payloads of the log within one transaction, as ``month_gate`` opens a month: it
refers to ``never``, which is always empty, so a commit with an open gate fails. Nothing but payload and salt can be
changed then.
"""

from __future__ import annotations

from typing import Any

_FIXED = (
    *("id", "at", "staff_id", "epoch", "station", "counter", "lamport", "table_name", "row_id", "row_uid", "action"),
    *("base_epoch", "base_station", "base_counter", "batch_id", "payload_sha256", "previous", "hash"),
)
_MOVED = " OR ".join(f"new.{column} IS NOT old.{column}" for column in _FIXED)
_SHAPE = "new.password <> '' AND new.password NOT GLOB '$argon2id$*' AND new.password NOT GLOB 'scrypt$*'"
STATEMENTS = (
    """CREATE TABLE sign_in_try (
        staff_id INTEGER PRIMARY KEY, tries INTEGER NOT NULL CHECK (tries > 0), last_at TEXT NOT NULL)""",
    """CREATE TRIGGER staff_password_stays BEFORE UPDATE OF password ON staff
        WHEN old.password <> '' AND new.password = ''
        BEGIN SELECT RAISE(ABORT, 'staff_password_stays'); END""",
    f"""CREATE TRIGGER staff_password_new BEFORE INSERT ON staff WHEN {_SHAPE}
        BEGIN SELECT RAISE(ABORT, 'staff_password_shape'); END""",
    f"""CREATE TRIGGER staff_password_other BEFORE UPDATE OF password ON staff WHEN {_SHAPE}
        BEGIN SELECT RAISE(ABORT, 'staff_password_shape'); END""",
    """CREATE TABLE forget_gate (id INTEGER PRIMARY KEY,
        shut INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED)""",
    "DROP TRIGGER change_log_fixed",
    f"""CREATE TRIGGER change_log_fixed BEFORE UPDATE ON change_log
        WHEN NOT EXISTS (SELECT 1 FROM forget_gate) OR {_MOVED}
        BEGIN SELECT RAISE(ABORT, 'change_log_fixed'); END""",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and the triggers."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
