"""What is offered: dated definitions of the ten helps and their items, the price list; a service may name its item.

Rows that stand already name no item, and count once.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_TYPE = """type TEXT NOT NULL CHECK (type IN ('meals', 'cleaning', 'bathing', 'medical', 'emergency', 'mobility',
            'shopping', 'learning', 'recreation', 'companionship')),
        item TEXT NOT NULL DEFAULT '',
        unit TEXT NOT NULL CHECK (unit IN ('time', 'hour', 'piece'))"""
_SPAN = f"""valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
        valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from)"""
TABLES = {
    "service_definition": f"""
        {_TYPE},
        text TEXT NOT NULL DEFAULT '',
        {_SPAN}
    """,
    "service_fee": f"""
        {_TYPE},
        fee_fen INTEGER NOT NULL CHECK (fee_fen >= 0),
        subsidy_fen INTEGER NOT NULL DEFAULT 0 CHECK (subsidy_fen >= 0),
        min_age INTEGER NOT NULL DEFAULT 0,
        max_age INTEGER NOT NULL DEFAULT 150 CHECK (max_age >= min_age),
        flags TEXT NOT NULL DEFAULT '',
        {_SPAN}
    """,
}
COLUMNS = ("item TEXT NOT NULL DEFAULT ''", "quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0)")


def up(migrator: Any, db: Any) -> None:
    """Make the two tables and add the columns."""
    make(db, TABLES, {}, ())
    for column in COLUMNS:
        db.execute_sql(f"ALTER TABLE help_service ADD COLUMN {column}")
