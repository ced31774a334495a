"""Ability assessments of GB/T 42195 with what was answered; each made a grade, and bare grades stay possible."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "assessment": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        grade_id INTEGER NOT NULL REFERENCES grade (id),
        day TEXT NOT NULL CHECK (day {_DAY}),
        reason TEXT NOT NULL CHECK (reason IN ('first', 'routine', 'at_once', 'again', 'other')),
        answers TEXT NOT NULL DEFAULT '' CHECK (answers <> '' OR coma = 1),
        diagnoses TEXT NOT NULL DEFAULT '',
        events TEXT NOT NULL DEFAULT '',
        coma INTEGER NOT NULL DEFAULT 0 CHECK (coma IN (0, 1)),
        assessor TEXT NOT NULL DEFAULT '',
        second_assessor TEXT NOT NULL DEFAULT '',
        agency TEXT NOT NULL DEFAULT '',
        report_no TEXT NOT NULL DEFAULT ''
            CHECK ((assessor <> '' AND second_assessor <> '') OR (agency <> '' AND report_no <> ''))
    """
}
UNIQUE = {"assessment": ((("grade_id",), LIVING),)}
STATEMENTS = (
    "CREATE UNIQUE INDEX assessment_grade ON assessment (grade_id) WHERE voided_at IS NULL",
    "CREATE INDEX assessment_resident ON assessment (resident_id, day)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    make(db, TABLES, UNIQUE, STATEMENTS)
