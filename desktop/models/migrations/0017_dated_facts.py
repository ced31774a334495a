"""Where somebody lives and what somebody is enrolled in, from a day on (none: since before any record).

Nothing is filled in: who has no row here has had the values of the resident's own row since before any record.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

TABLES = {
    "dwelling": """
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        from_on TEXT CHECK (from_on IS NULL OR from_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        community TEXT NOT NULL DEFAULT '',
        building TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        living TEXT NOT NULL DEFAULT ''
    """,
    "enrolment": """
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        kind TEXT NOT NULL CHECK (kind IN ('health_record', 'family_doctor', 'insured_medical', 'insured_care',
            'insured_accident', 'allowance_age', 'allowance_care', 'allowance_service')),
        from_on TEXT CHECK (from_on IS NULL OR from_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        held INTEGER,
        detail TEXT NOT NULL DEFAULT ''
    """,
}
UNIQUE = {
    "dwelling": ((("resident_id", "from_on"), LIVING),),
    "enrolment": ((("resident_id", "kind", "from_on"), LIVING),),
}
STATEMENTS = (
    "CREATE INDEX dwelling_resident ON dwelling (resident_id, from_on)",
    "CREATE INDEX enrolment_resident ON enrolment (resident_id, kind, from_on)",
)


def up(migrator: Any, db: Any) -> None:
    """Make both tables."""
    make(db, TABLES, UNIQUE, STATEMENTS)
