"""Codes of service orders, ledger rows and reports (handbook 3); whatever was printed before works on."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import EVER, LIVING, Keys, make, rebuild

PRINTED_CODE = """
    digits TEXT NOT NULL UNIQUE CHECK (length(digits) = 17),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    serial INTEGER NOT NULL,
    resident_id INTEGER REFERENCES resident (id),
    bed_id INTEGER REFERENCES bed (id),
    help_service_id INTEGER REFERENCES help_service (id),
    replaced_at TEXT,
    CHECK (kind <> 1 OR resident_id IS NOT NULL),
    CHECK (kind <> 2 OR bed_id IS NOT NULL),
    CHECK (kind <> 4 OR help_service_id IS NOT NULL)"""
TABLES = {
    "report_code": """
        digits TEXT NOT NULL UNIQUE CHECK (length(digits) = 17),
        serial INTEGER NOT NULL UNIQUE,
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        report TEXT NOT NULL CHECK (report <> ''),
        version INTEGER NOT NULL CHECK (version > 0)""",
}
UNIQUE: dict[str, Keys] = {
    "report_code": ((("digits",), EVER), (("serial",), EVER), (("month", "report", "version"), LIVING))
}
OTHER = (
    "CREATE INDEX printed_code_order ON printed_code (help_service_id) WHERE help_service_id IS NOT NULL",
    "CREATE UNIQUE INDEX report_code_of ON report_code (month, report, version) WHERE voided_at IS NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Widen the printed codes, make the table of report codes."""
    rebuild(db, "printed_code", PRINTED_CODE)
    make(db, TABLES, UNIQUE, OTHER)
