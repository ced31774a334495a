"""Care beds at home: their way goes forward only, a plan stands on a contract, one of a person is open at a time.

``step_gate`` of the orders lets one row go back within one transaction, for an act that is taken back.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_OPEN = "'assessed', 'signed', 'serving'"
TABLES = {
    "home_bed": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        state TEXT NOT NULL CHECK (state IN ({_OPEN}, 'ended', 'declined')),
        assessed_on TEXT NOT NULL CHECK (assessed_on {_DAY}),
        assessor TEXT NOT NULL DEFAULT '',
        needs TEXT NOT NULL DEFAULT '',
        signed_on TEXT CHECK (signed_on {_DAY} AND signed_on >= assessed_on)
            CHECK ((signed_on IS NULL) = (state IN ('assessed', 'declined'))),
        contract_no TEXT NOT NULL DEFAULT '' CHECK (contract_no = '' OR signed_on IS NOT NULL),
        signed_by TEXT NOT NULL DEFAULT '',
        contract_to TEXT CHECK (contract_to {_DAY} AND contract_to >= signed_on),
        review_on TEXT CHECK (review_on {_DAY} AND review_on >= signed_on),
        ended_on TEXT CHECK (ended_on {_DAY} AND ended_on >= COALESCE(signed_on, assessed_on))
            CHECK ((ended_on IS NULL) = (state IN ({_OPEN}))),
        end_reason TEXT NOT NULL DEFAULT '' CHECK ((end_reason = '') = (ended_on IS NULL)),
        remark TEXT NOT NULL DEFAULT ''
    """,
    "home_bed_plan": f"""
        home_bed_id INTEGER NOT NULL REFERENCES home_bed (id),
        type TEXT NOT NULL CHECK (type IN ('meals', 'cleaning', 'bathing', 'medical', 'emergency', 'mobility',
            'shopping', 'learning', 'recreation', 'companionship')),
        times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 21),
        valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
        valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from)
    """,
    "home_bed_review": f"""
        home_bed_id INTEGER NOT NULL REFERENCES home_bed (id),
        reviewed_on TEXT NOT NULL CHECK (reviewed_on {_DAY}),
        outcome TEXT NOT NULL CHECK (outcome IN ('go_on', 'adjust', 'to_end')),
        words TEXT NOT NULL DEFAULT '',
        reviewer TEXT NOT NULL DEFAULT ''
    """,
}
OVERLAP = """CREATE TRIGGER home_bed_plan_overlap_{when} BEFORE {event} ON home_bed_plan WHEN new.voided_at IS NULL
    BEGIN SELECT RAISE(ABORT, 'home_bed_plan_overlap') WHERE EXISTS (SELECT 1 FROM home_bed_plan
        WHERE home_bed_id = new.home_bed_id AND type = new.type AND id IS NOT new.id AND voided_at IS NULL
        AND valid_from <= COALESCE(new.valid_to, '9999-12-31')
        AND new.valid_from <= COALESCE(valid_to, '9999-12-31')); END"""
_LINE = "home_bed_id, type, valid_from, valid_to, voided_at"
EVENTS = (("insert", "INSERT"), ("update", f"UPDATE OF {_LINE}"))
STATEMENTS = (
    "CREATE INDEX home_bed_resident ON home_bed (resident_id)",
    "CREATE INDEX home_bed_plan_bed ON home_bed_plan (home_bed_id)",
    "CREATE INDEX home_bed_review_bed ON home_bed_review (home_bed_id)",
    # A resident who was two on record may have two that are open: a person says which ends.
    f"""CREATE TRIGGER home_bed_open_one BEFORE INSERT ON home_bed
        WHEN new.voided_at IS NULL AND new.state IN ({_OPEN})
        BEGIN SELECT RAISE(ABORT, 'home_bed_open') WHERE EXISTS (SELECT 1 FROM home_bed
            WHERE resident_id = new.resident_id AND voided_at IS NULL AND state IN ({_OPEN})); END""",
    """CREATE TRIGGER home_bed_step BEFORE UPDATE OF state ON home_bed
        WHEN new.state <> old.state AND old.uid NOT IN (SELECT uid FROM step_gate) AND NOT (
            (old.state = 'assessed' AND new.state IN ('signed', 'declined'))
            OR (old.state = 'signed' AND new.state IN ('serving', 'ended'))
            OR (old.state = 'serving' AND new.state = 'ended'))
        BEGIN SELECT RAISE(ABORT, 'home_bed_back'); END""",
    """CREATE TRIGGER home_bed_plan_signed BEFORE INSERT ON home_bed_plan WHEN new.voided_at IS NULL
        BEGIN SELECT RAISE(ABORT, 'home_bed_unserved') WHERE NOT EXISTS (SELECT 1 FROM home_bed
            WHERE id = new.home_bed_id AND voided_at IS NULL AND state = 'serving'
            AND signed_on <= new.valid_from); END""",
    *(OVERLAP.format(when=when, event=event) for when, event in EVENTS),
    """CREATE TRIGGER home_bed_review_signed BEFORE INSERT ON home_bed_review WHEN new.voided_at IS NULL
        BEGIN SELECT RAISE(ABORT, 'home_bed_unserved') WHERE NOT EXISTS (SELECT 1 FROM home_bed
            WHERE id = new.home_bed_id AND voided_at IS NULL AND signed_on <= new.reviewed_on); END""",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and what keeps their way."""
    make(db, TABLES, {}, STATEMENTS)
