"""Named lists with history: an entry, what it is called from a day on (none: since before any record), other texts.

Nothing is filled in: a text that no list has stays as it was typed.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "{0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_LIST = "list TEXT NOT NULL CHECK (list IN ('community', 'person', 'payer', 'supplier'))"
TABLES = {
    "named": f"""
        {_LIST},
        retired_on TEXT CHECK ({_DAY.format("retired_on")}),
        note TEXT NOT NULL DEFAULT ''
    """,
    "named_name": f"""
        named_id INTEGER NOT NULL REFERENCES named (id),
        name TEXT NOT NULL CHECK (name <> ''),
        valid_from TEXT CHECK ({_DAY.format("valid_from")})
    """,
    "named_alias": f"""
        {_LIST},
        text TEXT NOT NULL CHECK (text <> ''),
        key TEXT NOT NULL CHECK (key <> ''),
        named_id INTEGER REFERENCES named (id)
    """,
}
UNIQUE = {
    "named_name": ((("named_id", "valid_from"), LIVING),),
    "named_alias": ((("list", "key"), LIVING),),
}
STATEMENTS = (
    "CREATE INDEX named_name_named ON named_name (named_id, valid_from)",
    "CREATE INDEX named_alias_named ON named_alias (named_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the three tables."""
    make(db, TABLES, UNIQUE, STATEMENTS)
