"""What was agreed for certain weekdays, its stops and the holidays; a route list may be walked to bring meals.

Lists that stand already were all walked for visits.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_TO = "{0} TEXT CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND {0} >= {1})"
TABLES = {
    "standing_arrangement": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        subject TEXT NOT NULL CHECK (subject IN ('meal_delivery')),
        meal TEXT NOT NULL DEFAULT '' CHECK (meal IN ('', 'breakfast', 'lunch', 'dinner')),
        weekdays TEXT NOT NULL DEFAULT '' CHECK (weekdays NOT GLOB '*[^1-7]*'),
        valid_from TEXT NOT NULL CHECK ({_DAY.format("valid_from")}),
        {_TO.format("valid_to", "valid_from")},
        remark TEXT NOT NULL DEFAULT ''
    """,
    "standing_stop": f"""
        arrangement_id INTEGER NOT NULL REFERENCES standing_arrangement (id),
        from_on TEXT NOT NULL CHECK ({_DAY.format("from_on")}),
        {_TO.format("to_on", "from_on")},
        reason TEXT NOT NULL CHECK (reason <> '')
    """,
    "holiday": f"""
        day TEXT NOT NULL CHECK ({_DAY.format("day")}),
        words TEXT NOT NULL CHECK (words <> ''),
        closed INTEGER NOT NULL DEFAULT 1 CHECK (closed IN (0, 1))
    """,
}
UNIQUE = {"holiday": ((("day",), LIVING),)}
STATEMENTS = (
    "CREATE INDEX standing_arrangement_resident ON standing_arrangement (resident_id)",
    "CREATE INDEX standing_stop_arrangement ON standing_stop (arrangement_id)",
    "CREATE UNIQUE INDEX holiday_day ON holiday (day) WHERE voided_at IS NULL",
    "ALTER TABLE route_sheet ADD COLUMN kind TEXT NOT NULL DEFAULT 'visit' CHECK (kind IN ('visit', 'delivery'))",
    "ALTER TABLE route_sheet ADD COLUMN meal TEXT NOT NULL DEFAULT ''"
    " CHECK (meal IN ('', 'breakfast', 'lunch', 'dinner') AND (meal = '') = (kind = 'visit'))",
    "ALTER TABLE route_row ADD COLUMN outcome TEXT NOT NULL DEFAULT ''"
    " CHECK (outcome IN ('', 'delivered', 'nobody', 'not_delivered'))",
    "ALTER TABLE route_row ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE route_row ADD COLUMN meal_id INTEGER REFERENCES meal (id)",
    "ALTER TABLE route_row ADD COLUMN risk_id INTEGER REFERENCES risk (id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the three tables; sheets and their rows get columns."""
    make(db, TABLES, UNIQUE, STATEMENTS)
