"""Receipts of the district for the files that were handed in, each kept whole.

A file counts as received (``sync_export.received_at``) by its receipt alone: no other hand sets it. Before there were
receipts nothing could.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

TABLES = {
    "receipt": """
        file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'),
        period TEXT NOT NULL CHECK (period <> ''),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        accepted_at TEXT NOT NULL CHECK (accepted_at <> ''),
        district TEXT NOT NULL,
        content TEXT NOT NULL CHECK (content <> '')
    """,
}
_NONE = (
    "new.received_at <> '' AND NOT EXISTS (SELECT 1 FROM receipt"
    " WHERE file_sha256 = new.sha256 AND accepted_at = new.received_at AND voided_at IS NULL)"
)
STATEMENTS = (
    "CREATE UNIQUE INDEX receipt_file ON receipt (file_sha256) WHERE voided_at IS NULL",
    "CREATE TRIGGER sync_export_received BEFORE UPDATE OF received_at ON sync_export"
    f" WHEN new.received_at IS NOT old.received_at AND {_NONE} BEGIN SELECT RAISE(ABORT, 'row_stands'); END",
    f"CREATE TRIGGER sync_export_new BEFORE INSERT ON sync_export WHEN {_NONE}"
    " BEGIN SELECT RAISE(ABORT, 'row_stands'); END",
)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    make(db, TABLES, {"receipt": ((("file_sha256",), LIVING),)}, STATEMENTS)
