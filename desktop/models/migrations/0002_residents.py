"""Residents, their contacts, flags, grades, register events and printed codes (handbook 2.1, 2.2, 3)."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import DATE, RESIDENT_ID, make

STATES = "('on_register', 'moved_out', 'deceased', 'cancelled')"

TABLES = {
    "resident": f"""
        name TEXT NOT NULL CHECK (name <> ''),
        name_key TEXT NOT NULL,
        document_kind TEXT NOT NULL CHECK (document_kind IN ('identity_card', 'residence_permit', 'other', 'none')),
        id_number TEXT,
        id_written TEXT NOT NULL DEFAULT '',
        id_state TEXT NOT NULL CHECK (id_state IN ('valid', 'to_verify', 'none')),
        id_issue TEXT NOT NULL DEFAULT '',
        sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unknown')),
        born_on TEXT CHECK (born_on {DATE}),
        ethnicity TEXT NOT NULL DEFAULT '',
        marital TEXT NOT NULL DEFAULT '',
        household_place TEXT NOT NULL DEFAULT '',
        household_kind TEXT NOT NULL DEFAULT '' CHECK (household_kind IN ('', 'urban', 'rural')),
        community TEXT NOT NULL DEFAULT '',
        building TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        living TEXT NOT NULL DEFAULT ''
            CHECK (living IN ('', 'alone', 'empty_nest', 'with_children', 'left_behind', 'institution', 'other')),
        disability_kind TEXT NOT NULL DEFAULT '',
        disability_level INTEGER CHECK (disability_level BETWEEN 1 AND 4),
        chronic TEXT NOT NULL DEFAULT '',
        allergies TEXT NOT NULL DEFAULT '',
        health_record INTEGER CHECK (health_record IN (0, 1)),
        health_record_no TEXT NOT NULL DEFAULT '',
        family_doctor INTEGER CHECK (family_doctor IN (0, 1)),
        family_doctor_name TEXT NOT NULL DEFAULT '',
        insured_medical INTEGER CHECK (insured_medical IN (0, 1)),
        insured_care INTEGER CHECK (insured_care IN (0, 1)),
        insured_accident INTEGER CHECK (insured_accident IN (0, 1)),
        allowance_age INTEGER CHECK (allowance_age IN (0, 1)),
        allowance_care INTEGER CHECK (allowance_care IN (0, 1)),
        allowance_service INTEGER CHECK (allowance_service IN (0, 1)),
        consent_on TEXT CHECK (consent_on {DATE}),
        consent_by TEXT NOT NULL DEFAULT '',
        consent_paper_no TEXT NOT NULL DEFAULT '',
        photo TEXT NOT NULL DEFAULT '',
        remarks TEXT NOT NULL DEFAULT '',
        register_state TEXT NOT NULL CHECK (register_state IN {STATES}),
        state_on TEXT CHECK (state_on {DATE})""",
    "contact": f"""
        {RESIDENT_ID},
        name TEXT NOT NULL,
        relation TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT ''""",
    "external_id": f"""
        {RESIDENT_ID},
        platform TEXT NOT NULL,
        value TEXT NOT NULL""",
    "register_event": f"""
        {RESIDENT_ID},
        state TEXT NOT NULL CHECK (state IN {STATES}),
        on_date TEXT CHECK (on_date {DATE}),
        source TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT ''""",
    "flag": f"""
        {RESIDENT_ID},
        kind TEXT NOT NULL CHECK (kind IN (
            'living_alone', 'empty_nest', 'left_behind', 'disabled', 'dementia', 'severely_handicapped',
            'bereaved_family', 'kinless', 'destitute_institution', 'destitute_home', 'minimum_living',
            'minimum_living_margin', 'entitled_group')),
        from_on TEXT CHECK (from_on {DATE}),
        to_on TEXT CHECK (to_on {DATE}),
        proof TEXT NOT NULL DEFAULT '',
        CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on)""",
    "grade": f"""
        {RESIDENT_ID},
        grade TEXT NOT NULL CHECK (grade IN ('intact', 'mild', 'moderate', 'severe', 'complete')),
        assessed_on TEXT CHECK (assessed_on {DATE}),
        assessor TEXT NOT NULL DEFAULT ''""",
    "printed_code": """
        digits TEXT NOT NULL UNIQUE CHECK (length(digits) = 17),
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
        serial INTEGER NOT NULL,
        resident_id INTEGER REFERENCES resident (id),
        bed_id INTEGER,
        replaced_at TEXT,
        CHECK (kind <> 1 OR resident_id IS NOT NULL),
        CHECK (kind <> 2 OR bed_id IS NOT NULL)""",
}

OTHER = (
    "CREATE UNIQUE INDEX resident_id_number ON resident (id_number) WHERE id_number IS NOT NULL AND voided_at IS NULL",
    "CREATE INDEX resident_name_key ON resident (name_key)",
    "CREATE INDEX resident_state_name ON resident (register_state, name_key)",
    "CREATE INDEX resident_community ON resident (community, name_key)",
    "CREATE INDEX resident_born ON resident (born_on)",
    "CREATE INDEX resident_phone ON resident (phone) WHERE phone <> ''",
    "CREATE INDEX contact_resident ON contact (resident_id)",
    "CREATE INDEX external_id_resident ON external_id (resident_id)",
    "CREATE INDEX register_event_resident ON register_event (resident_id, on_date)",
    "CREATE INDEX flag_resident ON flag (resident_id, kind)",
    "CREATE INDEX flag_kind ON flag (kind, resident_id)",
    "CREATE INDEX grade_resident ON grade (resident_id, assessed_on)",
    "CREATE UNIQUE INDEX printed_code_serial ON printed_code (kind, serial)",
    "CREATE INDEX printed_code_resident ON printed_code (resident_id) WHERE resident_id IS NOT NULL",
    "CREATE INDEX printed_code_bed ON printed_code (bed_id) WHERE bed_id IS NOT NULL",
    # Characters stand apart in the key, so a phrase finds any part of a name, number or pinyin.
    "CREATE VIRTUAL TABLE resident_search USING fts5 (key, tokenize = 'unicode61')",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    make(db, TABLES, OTHER)
