"""The living rows of each record table as a view: ``living_visit`` is ``visit`` without what was voided.

Reads of the program go to these views, so that no query can forget the condition. SQLite puts a view's own condition
into the query that names it: the indexes of the table answer as before, partial ones too.
"""

from __future__ import annotations

from desktop.models import query

_TABLES = (
    "SELECT m.name FROM sqlite_master m WHERE m.type = 'table'"
    " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'voided_at') ORDER BY m.name"
)


def make_views() -> None:
    """Give every table with a void mark its view."""
    for (table,) in query.fetch(_TABLES):
        query.execute(
            f"CREATE VIEW IF NOT EXISTS living_{table} AS SELECT * FROM {table} WHERE voided_at IS NULL",
        )


def drop_views() -> None:
    """Take the views away: SQLite rebuilds no table that a view looks at."""
    for (view,) in query.fetch(
        "SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'living!_%' ESCAPE '!'"
    ):
        query.execute(f"DROP VIEW {view}")
