"""Closed months keep what they said: a row for each version, and beside it its documents, which nothing can change.

A document is named by its kind (a report, the figures, the roster …); its content is canonical JSON, deflated.
"""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE month_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
        created_at TEXT NOT NULL,
        created_station INTEGER NOT NULL,
        changed_at TEXT NOT NULL,
        station INTEGER NOT NULL,
        counter INTEGER NOT NULL,
        epoch TEXT NOT NULL DEFAULT '',
        voided_at TEXT,
        void_reason TEXT NOT NULL DEFAULT '',
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        version INTEGER NOT NULL CHECK (version > 0),
        origin TEXT NOT NULL CHECK (origin IN ('closed', 'frozen_later', 'corrected')),
        differences TEXT NOT NULL DEFAULT '[]',
        head_epoch TEXT,
        head_station INTEGER,
        head_counter INTEGER,
        head_sha256 TEXT,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        UNIQUE (month, version)
    )
    """,
    """
    CREATE TABLE month_document (
        version_id INTEGER NOT NULL REFERENCES month_version (id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        content BLOB NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        PRIMARY KEY (version_id, kind)
    ) WITHOUT ROWID
    """,
    """
    CREATE TRIGGER month_version_kept BEFORE DELETE ON month_version
    BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END
    """,
    """
    CREATE TRIGGER month_version_stands BEFORE UPDATE OF
        month, version, origin, differences, voided_at, head_epoch, head_station, head_counter, head_sha256, sha256
    ON month_version BEGIN SELECT RAISE(ABORT, 'month_is_frozen'); END
    """,
    """
    CREATE TRIGGER month_document_stays BEFORE DELETE ON month_document
    BEGIN SELECT RAISE(ABORT, 'nothing_is_deleted'); END
    """,
    """
    CREATE TRIGGER month_document_stands BEFORE UPDATE ON month_document
    BEGIN SELECT RAISE(ABORT, 'month_is_frozen'); END
    """,
    # REPLACE deletes without asking the triggers above, even from another program.
    """
    CREATE TRIGGER month_document_once BEFORE INSERT ON month_document
    WHEN EXISTS (SELECT 1 FROM month_document WHERE version_id = NEW.version_id AND kind = NEW.kind)
    BEGIN SELECT RAISE(ABORT, 'month_is_frozen'); END
    """,
    """
    CREATE TRIGGER month_version_once BEFORE INSERT ON month_version BEGIN
        SELECT RAISE(ABORT, 'row_stands') WHERE EXISTS (SELECT 1 FROM month_version WHERE id = new.id)
            OR EXISTS (SELECT 1 FROM month_version WHERE uid = new.uid);
        SELECT RAISE(ABORT, 'UNIQUE constraint failed: month_version.month, month_version.version')
            WHERE EXISTS (SELECT 1 FROM month_version WHERE month = new.month AND version = new.version);
    END
    """,
    """
    CREATE TRIGGER month_version_alone_1 BEFORE UPDATE OF month, version ON month_version BEGIN
        SELECT RAISE(ABORT, 'UNIQUE constraint failed: month_version.month, month_version.version')
            WHERE EXISTS (SELECT 1 FROM month_version
                WHERE month = new.month AND version = new.version AND id IS NOT new.id);
    END
    """,
    """
    CREATE TRIGGER month_version_fixed BEFORE UPDATE OF id, uid ON month_version
    WHEN new.id IS NOT old.id OR new.uid IS NOT old.uid
    BEGIN SELECT RAISE(ABORT, 'row_stands'); END
    """,
)


def up(migrator: Any, db: Any) -> None:
    """Make both tables and what guards them."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
