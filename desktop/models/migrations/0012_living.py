"""A view without void rows for every table of records, so that no reader can forget them.

Views are derived from the tables: models.migrate drops them before later steps and makes them anew after.
"""

from __future__ import annotations

from typing import Any

TABLES = (
    "SELECT m.name FROM sqlite_master m WHERE m.type = 'table'"
    " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'voided_at') ORDER BY m.name"
)


def up(migrator: Any, db: Any) -> None:
    """Make the views."""
    for (table,) in db.execute_sql(TABLES).fetchall():
        db.execute_sql(f"CREATE VIEW living_{table} AS SELECT * FROM {table} WHERE voided_at IS NULL")
