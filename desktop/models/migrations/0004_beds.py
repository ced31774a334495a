"""Beds, stays and leaves; overlapping stays are refused by the database itself (handbook 2.6)."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import DATE, make

TABLES = {
    "bed": f"""
        building TEXT NOT NULL DEFAULT '',
        floor TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL CHECK (room <> ''),
        number TEXT NOT NULL CHECK (number <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('nursing', 'ordinary')),
        mode TEXT NOT NULL CHECK (mode IN ('full', 'day', 'home')),
        state TEXT NOT NULL CHECK (state IN ('free', 'occupied', 'reserved', 'out_of_service')),
        external_code TEXT NOT NULL DEFAULT '',
        insured INTEGER CHECK (insured IN (0, 1)),
        opened_on TEXT CHECK (opened_on {DATE}),
        closed_on TEXT CHECK (closed_on {DATE})""",
    "bed_outage": f"""
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        from_on TEXT NOT NULL CHECK (from_on {DATE}),
        to_on TEXT CHECK (to_on {DATE}),
        reason TEXT NOT NULL DEFAULT '',
        CHECK (to_on IS NULL OR to_on >= from_on)""",
    "stay": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        from_on TEXT NOT NULL CHECK (from_on {DATE}),
        to_on TEXT CHECK (to_on {DATE}),
        end_reason TEXT NOT NULL DEFAULT '',
        CHECK (to_on IS NULL OR to_on >= from_on)""",
    "leave": f"""
        stay_id INTEGER NOT NULL REFERENCES stay (id),
        from_on TEXT NOT NULL CHECK (from_on {DATE}),
        to_on TEXT CHECK (to_on {DATE}),
        reason TEXT NOT NULL DEFAULT '',
        CHECK (to_on IS NULL OR to_on >= from_on)""",
}

INDEXES = (
    "CREATE UNIQUE INDEX bed_place ON bed (building, room, number) WHERE voided_at IS NULL",
    "CREATE INDEX bed_outage_bed ON bed_outage (bed_id)",
    "CREATE INDEX stay_bed ON stay (bed_id, from_on)",
    "CREATE INDEX stay_resident ON stay (resident_id, from_on)",
    "CREATE INDEX leave_stay ON leave (stay_id, from_on)",
)

# A stay occupies its first day and not its last, so one may begin on the day another ends.
STAYS = """
    CREATE TRIGGER stay_{column}_{when} BEFORE {event} ON stay WHEN new.voided_at IS NULL
    BEGIN
        SELECT RAISE(ABORT, 'stay_overlap_{column}') WHERE EXISTS (
            SELECT 1 FROM stay WHERE {column}_id = new.{column}_id AND id IS NOT new.id AND voided_at IS NULL
            AND from_on < COALESCE(new.to_on, '9999-12-31') AND new.from_on < COALESCE(to_on, '9999-12-31'));
    END"""
LEAVES = """
    CREATE TRIGGER leave_{when} BEFORE {event} ON leave WHEN new.voided_at IS NULL
    BEGIN
        SELECT RAISE(ABORT, 'leave_overlap') WHERE EXISTS (
            SELECT 1 FROM leave WHERE stay_id = new.stay_id AND id IS NOT new.id AND voided_at IS NULL
            AND from_on <= COALESCE(new.to_on, '9999-12-31') AND new.from_on <= COALESCE(to_on, '9999-12-31'));
    END"""


def up(migrator: Any, db: Any) -> None:
    """Make the tables and their guards."""
    make(db, TABLES, INDEXES)
    for when, event in (("insert", "INSERT"), ("update", "UPDATE")):
        for column in ("bed", "resident"):
            db.execute_sql(STAYS.format(column=column, when=when, event=event))
        db.execute_sql(LEAVES.format(when=when, event=event))
