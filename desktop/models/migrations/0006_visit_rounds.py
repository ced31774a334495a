"""Visits as work to be done: who visits whom, crises, extra rounds, route sheets, scans of signed paper.

A visit also says how the person was met (seen or spoken to) and which visit it takes the place of, so that
nothing is overwritten; a finding of the quality page keeps its explanation.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import DATE, RESIDENT_ID, make

TABLES = {
    "crisis_event": f"""
        {RESIDENT_ID},
        kind TEXT NOT NULL CHECK (kind <> ''),
        happened_on TEXT NOT NULL CHECK (happened_on {DATE}),
        happened_at TEXT NOT NULL DEFAULT '',
        words TEXT NOT NULL DEFAULT ''""",
    "visit_assignment": f"""
        {RESIDENT_ID},
        visitor TEXT NOT NULL,
        from_on TEXT NOT NULL CHECK (from_on {DATE})""",
    "extra_round": f"""
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind <> ''),
        from_on TEXT NOT NULL CHECK (from_on {DATE}),
        to_on TEXT NOT NULL CHECK (to_on {DATE}),
        CHECK (to_on >= from_on)""",
    "round_member": f"""
        round_id INTEGER NOT NULL REFERENCES extra_round (id),
        {RESIDENT_ID}""",
    "route_sheet": f"""
        day TEXT NOT NULL CHECK (day {DATE}),
        visitor TEXT NOT NULL DEFAULT '',
        round_id INTEGER REFERENCES extra_round (id)""",
    "route_row": f"""
        sheet_id INTEGER NOT NULL REFERENCES route_sheet (id),
        {RESIDENT_ID},
        position INTEGER NOT NULL CHECK (position > 0),
        serial INTEGER NOT NULL UNIQUE,
        digits TEXT NOT NULL UNIQUE CHECK (length(digits) = 17),
        visit_id INTEGER REFERENCES visit (id)""",
    "attachment": """
        sheet_id INTEGER REFERENCES route_sheet (id),
        visit_id INTEGER REFERENCES visit (id),
        round_id INTEGER REFERENCES extra_round (id),
        path TEXT NOT NULL UNIQUE CHECK (path <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('jpg', 'png', 'pdf')),
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        CHECK ((sheet_id IS NOT NULL) + (visit_id IS NOT NULL) + (round_id IS NOT NULL) = 1)""",
    "finding_explanation": """
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        key TEXT NOT NULL CHECK (key <> ''),
        words TEXT NOT NULL CHECK (words <> '')""",
    "referral": """
        risk_id INTEGER NOT NULL REFERENCES risk (id),
        target TEXT NOT NULL CHECK (target IN ('community', 'hospital', 'police')),
        request TEXT NOT NULL DEFAULT ''""",
}

OTHER = (
    "ALTER TABLE visit ADD COLUMN contact TEXT NOT NULL DEFAULT '' CHECK (contact IN ('', 'seen', 'spoken'))",
    "ALTER TABLE visit ADD COLUMN supersedes_id INTEGER REFERENCES visit (id)",
    "CREATE INDEX crisis_event_date ON crisis_event (happened_on)",
    "CREATE INDEX visit_assignment_resident ON visit_assignment (resident_id, from_on)",
    "CREATE INDEX extra_round_dates ON extra_round (to_on)",
    "CREATE UNIQUE INDEX round_member_once ON round_member (round_id, resident_id) WHERE voided_at IS NULL",
    "CREATE INDEX route_sheet_day ON route_sheet (day)",
    "CREATE INDEX route_row_sheet ON route_row (sheet_id, position)",
    "CREATE INDEX route_row_visit ON route_row (visit_id) WHERE visit_id IS NOT NULL",
    "CREATE INDEX attachment_sheet ON attachment (sheet_id) WHERE sheet_id IS NOT NULL",
    "CREATE INDEX attachment_visit ON attachment (visit_id) WHERE visit_id IS NOT NULL",
    "CREATE UNIQUE INDEX finding_explanation_key ON finding_explanation (month, key) WHERE voided_at IS NULL",
    "CREATE INDEX referral_risk ON referral (risk_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, then widen the visit."""
    make(db, TABLES, OTHER)
