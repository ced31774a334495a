"""A carer's certificate has a level, by which an allowance is paid."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    "ALTER TABLE certificate ADD COLUMN level TEXT NOT NULL DEFAULT ''"
    " CHECK (level IN ('', 'level_5', 'level_4', 'level_3', 'level_2', 'level_1') AND (level = '' OR kind = 'carer'))",
)


def up(migrator: Any, db: Any) -> None:
    """Add the column; no certificate said its level before."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
