"""Indicators of the plans as dated rows, figures typed for them, and why an allowance stopped.

Nothing is filled in: until somebody changes an indicator, what the program ships holds.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_PERHAPS = f"{{0}} IS NULL OR {_DAY}"
TABLES = {
    "indicator": f"""
        plan TEXT NOT NULL CHECK (plan <> ''),
        key TEXT NOT NULL CHECK (key <> ''),
        position INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL CHECK (name <> ''),
        document TEXT NOT NULL DEFAULT '',
        clause TEXT NOT NULL DEFAULT '',
        page TEXT NOT NULL DEFAULT '',
        direction TEXT NOT NULL DEFAULT '>=' CHECK (direction IN ('>=', '<=')),
        target TEXT NOT NULL DEFAULT '',
        unit TEXT NOT NULL DEFAULT '',
        per INTEGER NOT NULL DEFAULT 100 CHECK (per > 0),
        numerator TEXT NOT NULL DEFAULT '',
        denominator TEXT NOT NULL DEFAULT '' CHECK (denominator = '' OR numerator <> ''),
        remark TEXT NOT NULL DEFAULT '',
        valid_from TEXT CHECK ({_PERHAPS.format("valid_from")}),
        valid_to TEXT CHECK ({_PERHAPS.format("valid_to")})
    """,
    "typed_figure": f"""
        key TEXT NOT NULL CHECK (key <> ''),
        value INTEGER NOT NULL CHECK (value >= 0),
        as_of TEXT NOT NULL CHECK ({_DAY.format("as_of")}),
        source TEXT NOT NULL CHECK (source <> ''),
        note TEXT NOT NULL DEFAULT ''
    """,
}
UNIQUE = {"indicator": ((("plan", "key", "valid_from"), LIVING),)}
STATEMENTS = (
    "CREATE INDEX indicator_plan ON indicator (plan, key, valid_from)",
    "CREATE INDEX typed_figure_key ON typed_figure (key, as_of)",
    "ALTER TABLE enrolment ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
)


def up(migrator: Any, db: Any) -> None:
    """Make the two tables; an enrolment gets a column."""
    make(db, TABLES, UNIQUE, STATEMENTS)
