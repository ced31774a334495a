"""The centre's own forms and the layouts of its reports.

Nothing is filled in: a report without a layout is laid out as the program ships it.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

TABLES = {
    "report_layout": """
        report TEXT NOT NULL CHECK (report <> ''),
        letterhead TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        boxes TEXT NOT NULL DEFAULT '[]',
        columns TEXT NOT NULL DEFAULT '{}'
    """,
    "own_form": """
        name TEXT NOT NULL CHECK (name <> ''),
        file TEXT NOT NULL CHECK (file <> ''),
        retired_on TEXT CHECK (retired_on IS NULL OR retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    """,
}
UNIQUE = {"report_layout": ((("report",), LIVING),), "own_form": ((("name",), LIVING),)}


def up(migrator: Any, db: Any) -> None:
    """Make the two tables."""
    make(db, TABLES, UNIQUE, ())
