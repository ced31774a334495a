"""Consent that was withdrawn: what of it, from which day, and until it was given anew."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "consent_withdrawal": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        scope TEXT NOT NULL CHECK (scope IN ('processing', 'sensitive', 'district', 'contacts', 'photo')),
        withdrawn_on TEXT NOT NULL CHECK (withdrawn_on {_DAY}),
        asked_by TEXT NOT NULL CHECK (asked_by <> ''),
        paper_no TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT '',
        renewed_on TEXT CHECK (renewed_on {_DAY} AND renewed_on >= withdrawn_on)
    """,
}
STATEMENTS = (
    "CREATE INDEX consent_withdrawal_standing ON consent_withdrawal (resident_id, scope)"
    " WHERE renewed_on IS NULL AND voided_at IS NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    make(db, TABLES, {}, STATEMENTS)
