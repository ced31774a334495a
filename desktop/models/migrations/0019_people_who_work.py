"""People who work here: what is known of them, their dated posts, their certificates; an account may be one of them.

Nothing is filled in: who was typed as a worker or visitor stays a text until somebody says who it is.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "{0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_SPAN = f"""
        valid_from TEXT CHECK ({_DAY.format("valid_from")}),
        valid_to TEXT CHECK ({_DAY.format("valid_to")})"""
TABLES = {
    "worker": """
        named_id INTEGER NOT NULL REFERENCES named (id),
        phone TEXT NOT NULL DEFAULT '',
        resident_id INTEGER REFERENCES resident (id),
        note TEXT NOT NULL DEFAULT ''
    """,
    "post": f"""
        named_id INTEGER NOT NULL REFERENCES named (id),
        role TEXT NOT NULL CHECK (role IN ('manager', 'carer', 'social_worker', 'cook', 'visitor', 'volunteer',
            'other')),
        unit TEXT NOT NULL DEFAULT '',{_SPAN}
    """,
    "certificate": f"""
        named_id INTEGER NOT NULL REFERENCES named (id),
        kind TEXT NOT NULL CHECK (kind IN ('carer', 'health', 'social_work', 'fire', 'food_safety', 'nurse',
            'first_aid', 'other')),
        title TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL DEFAULT '',
        issuer TEXT NOT NULL DEFAULT '',{_SPAN},
        photo TEXT NOT NULL DEFAULT ''
    """,
}
UNIQUE = {"worker": ((("named_id",), LIVING),)}
STATEMENTS = (
    "CREATE INDEX worker_resident ON worker (resident_id)",
    "CREATE INDEX post_named ON post (named_id)",
    "CREATE INDEX certificate_named ON certificate (named_id)",
    "ALTER TABLE staff ADD COLUMN named_id INTEGER REFERENCES named (id)",
    "CREATE INDEX staff_named ON staff (named_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the three tables; accounts get a column."""
    make(db, TABLES, UNIQUE, STATEMENTS)
