"""What a bed is from a day on, the days of its insurance, for whom it is kept; its class.

Nothing is filled in: a bed without rows here has had the values of its own row since before any record.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_CLASS = "bed_class TEXT NOT NULL DEFAULT '' CHECK (bed_class IN ('', 'basic', 'inclusive', 'market'))"
TABLES = {
    "bed_nature": f"""
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        from_on TEXT CHECK (from_on IS NULL OR from_on {_DAY}),
        kind TEXT NOT NULL CHECK (kind IN ('nursing', 'ordinary')),
        mode TEXT NOT NULL CHECK (mode IN ('full', 'day', 'home')),
        {_CLASS}
    """,
    "bed_insurance": f"""
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        from_on TEXT NOT NULL CHECK (from_on {_DAY}),
        to_on TEXT NOT NULL CHECK (to_on {_DAY} AND to_on >= from_on),
        code TEXT NOT NULL DEFAULT '',
        insurer TEXT NOT NULL DEFAULT ''
    """,
    "bed_reservation": f"""
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        resident_id INTEGER REFERENCES resident (id),
        name TEXT NOT NULL DEFAULT '',
        from_on TEXT NOT NULL CHECK (from_on {_DAY}),
        to_on TEXT CHECK (to_on {_DAY} AND to_on >= from_on),
        remark TEXT NOT NULL DEFAULT '',
        CHECK (resident_id IS NOT NULL OR name <> '')
    """,
}
UNIQUE = {"bed_nature": ((("bed_id", "from_on"), LIVING),)}
STATEMENTS = (
    "CREATE INDEX bed_nature_bed ON bed_nature (bed_id, from_on)",
    "CREATE INDEX bed_insurance_bed ON bed_insurance (bed_id, from_on)",
    "CREATE INDEX bed_reservation_bed ON bed_reservation (bed_id, from_on)",
    "CREATE INDEX bed_reservation_resident ON bed_reservation (resident_id)",
    f"ALTER TABLE bed ADD COLUMN {_CLASS}",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and add the column."""
    make(db, TABLES, UNIQUE, STATEMENTS)
