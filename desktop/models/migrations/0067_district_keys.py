"""The district that the centre is enrolled with, and the keys that the centre made for it once.

Nothing is filled in: a centre that is enrolled nowhere has no keys.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_HEX = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"
_AGE = "GLOB 'age1?*'"
TABLES = {
    "district_key": f"""
        name TEXT NOT NULL CHECK (name <> ''),
        code TEXT NOT NULL CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
        numbers TEXT NOT NULL CHECK (numbers IN ('full', 'hashed')),
        seal_to TEXT NOT NULL CHECK (seal_to {_AGE}),
        sign_with TEXT NOT NULL CHECK ({_HEX.format("sign_with")}),
        matching TEXT NOT NULL DEFAULT '' CHECK (numbers = 'full' OR matching <> '')
    """,
    "centre_key": f"""
        signs TEXT NOT NULL CHECK (signs <> ''),
        sign_with TEXT NOT NULL CHECK ({_HEX.format("sign_with")}),
        recovers TEXT NOT NULL CHECK (recovers <> ''),
        recovery_to TEXT NOT NULL CHECK (recovery_to {_AGE})
    """,
}
STATEMENTS = (
    # Files that left the house are signed and sealed by these: they are never others.
    "CREATE TRIGGER centre_key_stands BEFORE UPDATE OF signs, sign_with, recovers, recovery_to ON centre_key"
    " BEGIN SELECT RAISE(ABORT, 'row_stands'); END",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    make(db, TABLES, {}, STATEMENTS)
