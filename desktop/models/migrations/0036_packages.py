"""Hours of help a month that somebody is granted (政府购买服务包), and what a payer has for a month."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_SPAN = f"""valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
        valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from)"""
_PAYER = "payer TEXT NOT NULL CHECK (payer IN ('government', 'subsidy', 'self', 'volunteer'))"
TABLES = {
    "service_package": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        type TEXT NOT NULL DEFAULT '' CHECK (type IN ('', 'meals', 'cleaning', 'bathing', 'medical', 'emergency',
            'mobility', 'shopping', 'learning', 'recreation', 'companionship')),
        {_PAYER},
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        remark TEXT NOT NULL DEFAULT '',
        {_SPAN}
    """,
    "payer_budget": f"""
        {_PAYER},
        amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
        {_SPAN}
    """,
}


def up(migrator: Any, db: Any) -> None:
    """Make the two tables."""
    make(db, TABLES, {}, ("CREATE INDEX service_package_resident ON service_package (resident_id)",))
