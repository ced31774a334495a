"""更正单: a correction with its state and who approved it, and the acts that it holds as drafts.

The table of before had no door into it; what a store holds there is told as approved.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make, rebuild

CORRECTION = """
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        number INTEGER NOT NULL DEFAULT 1 CHECK (number > 0),
        reason TEXT NOT NULL CHECK (reason <> ''),
        state TEXT NOT NULL DEFAULT 'approved' CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn')),
        opened_by TEXT NOT NULL DEFAULT '',
        opened_staff_id INTEGER REFERENCES staff (id),
        second_person TEXT NOT NULL DEFAULT '' CHECK (state <> 'approved' OR second_person <> ''),
        paper TEXT NOT NULL DEFAULT '',
        answer TEXT NOT NULL DEFAULT '',
        answered_at TEXT NOT NULL DEFAULT '',
        version INTEGER,
        before TEXT NOT NULL DEFAULT '',
        after TEXT NOT NULL DEFAULT ''"""
TABLES = {
    "correction_act": """
        correction_id INTEGER NOT NULL REFERENCES correction (id),
        act TEXT NOT NULL CHECK (act IN ('add', 'change', 'void', 'refresh')),
        kind TEXT NOT NULL CHECK ((act = 'refresh') = (kind = '')),
        row_uid TEXT NOT NULL DEFAULT '' CHECK (act IN ('add', 'refresh') OR row_uid <> ''),
        fields TEXT NOT NULL DEFAULT '{}',
        reason TEXT NOT NULL DEFAULT '' CHECK (act <> 'void' OR reason <> '')
    """,
}
STATEMENTS = (
    "CREATE INDEX correction_act_correction ON correction_act (correction_id)",
    "CREATE INDEX correction_month ON correction (month)",
)


def up(migrator: Any, db: Any) -> None:
    """Widen the corrections, make the table of their acts."""
    rebuild(db, "correction", CORRECTION)
    make(db, TABLES, {"correction_act": ()}, STATEMENTS)
