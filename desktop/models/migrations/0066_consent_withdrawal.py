"""Consent that was withdrawn: what of it, from which day, and until when; triggers keep what is not recorded then."""

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
_STANDS = (
    "EXISTS (SELECT 1 FROM consent_withdrawal WHERE resident_id = {person} AND scope = '{scope}'"
    " AND renewed_on IS NULL AND voided_at IS NULL)"
)
# What no new row comes into, and which fields of a resident stay empty.
STOPPED = {
    **dict.fromkeys(("help_service", "meal", "standing_arrangement", "bed_application"), "processing"),
    **dict.fromkeys(("bed_reservation", "stay", "home_bed", "day_attendance"), "processing"),
    **dict.fromkeys(("service_package", "training_taker"), "processing"),
    **dict.fromkeys(("assessment", "grade"), "sensitive"),
    "contact": "contacts",
}
FIELDS = {
    **dict.fromkeys(("chronic", "allergies", "diet", "health_record_no"), "sensitive"),
    "photo": "photo",
}


def _new(table: str, scope: str) -> str:
    stands = _STANDS.format(person="new.resident_id", scope=scope)
    return (
        f"CREATE TRIGGER {table}_consent BEFORE INSERT ON {table} WHEN new.voided_at IS NULL AND {stands}"
        f" BEGIN SELECT RAISE(ABORT, 'consent_{scope}'); END"
    )


def _filled(field: str, scope: str) -> str:
    stands = _STANDS.format(person="new.id", scope=scope)
    return (
        f"CREATE TRIGGER resident_consent_{field} BEFORE UPDATE OF {field} ON resident"
        f" WHEN new.{field} <> '' AND new.{field} IS NOT old.{field} AND {stands}"
        f" BEGIN SELECT RAISE(ABORT, 'consent_{scope}'); END"
    )


STATEMENTS = (
    "CREATE INDEX consent_withdrawal_standing ON consent_withdrawal (resident_id, scope)"
    " WHERE renewed_on IS NULL AND voided_at IS NULL",
    *(_new(table, scope) for table, scope in STOPPED.items()),
    *(_filled(field, scope) for field, scope in FIELDS.items()),
)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    make(db, TABLES, {}, STATEMENTS)
