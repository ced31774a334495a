"""Names sorted as a dictionary sorts them: by their sounds, which are kept beside the name.

The key is derived, as the search index is; services.residents.index_many writes both.
"""

from __future__ import annotations

from typing import Any

from desktop.core.text import sort_key

STATEMENTS = (
    "ALTER TABLE resident ADD COLUMN name_sort TEXT NOT NULL DEFAULT ''",
    "DROP INDEX resident_state_name",
    "CREATE INDEX resident_state_name ON resident (register_state, name_sort) WHERE voided_at IS NULL",
    "DROP INDEX resident_community",
    "CREATE INDEX resident_community ON resident (community, name_sort)",
)


def up(migrator: Any, db: Any) -> None:
    """Add the key, and fill it for everybody on record."""
    db.execute_sql(STATEMENTS[0])
    for one, name in db.execute_sql("SELECT id, name FROM resident").fetchall():
        db.execute_sql("UPDATE resident SET name_sort = ? WHERE id = ?", (sort_key(name), one))
    for statement in STATEMENTS[1:]:
        db.execute_sql(statement)
