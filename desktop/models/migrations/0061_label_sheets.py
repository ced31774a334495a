"""Label sheets of the centre's own: measures in hundredths of a millimetre.

Nothing is filled in: the sheets that the program ships stay in its resources.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

MEASURES = (
    *("page_wide", "page_high", "label_wide", "label_high"),
    *("margin_left", "margin_top", "gap_across", "gap_down", "padding"),
)
TABLES = {
    "label_sheet": f"""
        name TEXT NOT NULL CHECK (name <> ''),
        paper TEXT NOT NULL CHECK (paper <> ''),
        {" ".join(f"{one} INTEGER NOT NULL CHECK (typeof({one}) = 'integer' AND {one} >= 0)," for one in MEASURES)}
        columns INTEGER NOT NULL CHECK (columns BETWEEN 1 AND 50),
        rows INTEGER NOT NULL CHECK (rows BETWEEN 1 AND 50),
        outlined INTEGER NOT NULL DEFAULT 0 CHECK (outlined IN (0, 1)),
        retired_on TEXT CHECK (retired_on IS NULL OR retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    """,
}
UNIQUE = {"label_sheet": ((("name",), LIVING),)}


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    make(db, TABLES, UNIQUE, ())
