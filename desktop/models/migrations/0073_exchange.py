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


CAUSES = "'store', 'upgrade', 'restore'"
MORE = f"{CAUSES}, 'station'"


def up(migrator: Any, db: Any) -> None:
    """Make both tables, empty: there is one station until a second is given, and with it an epoch begins."""
    (made,) = db.execute_sql("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'epoch'").fetchone()
    kept = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'epoch' AND type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    rows = db.execute_sql("SELECT * FROM epoch ORDER BY name").fetchall()
    # Their parents stand among them: a table beside it would name rows of one that is dropped.
    db.execute_sql("PRAGMA legacy_alter_table = 1")
    db.execute_sql("DROP TABLE epoch")
    db.execute_sql("PRAGMA legacy_alter_table = 0")
    db.execute_sql(made.replace(CAUSES, MORE))
    for row in rows:
        db.execute_sql(f"INSERT INTO epoch VALUES ({', '.join('?' * len(row))})", row)
    for (sql,) in kept:
        db.execute_sql(sql)
    for statement in STATEMENTS:
        db.execute_sql(statement)
