"""半失能 as a category of its own; 残疾 follows from the certificate and is never recorded."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import DATE, RESIDENT_ID
from desktop.models.migrations.shape_10 import rebuild

FLAG = f"""
        {RESIDENT_ID},
        kind TEXT NOT NULL CHECK (kind IN (
            'living_alone', 'empty_nest', 'left_behind', 'disabled', 'partly_disabled', 'dementia',
            'severely_handicapped', 'bereaved_family', 'kinless', 'destitute_institution', 'destitute_home',
            'minimum_living', 'minimum_living_margin', 'entitled_group')),
        from_on TEXT CHECK (from_on {DATE}),
        to_on TEXT CHECK (to_on {DATE}),
        proof TEXT NOT NULL DEFAULT '',
        CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on)"""


def up(migrator: Any, db: Any) -> None:
    """Widen the list of categories."""
    rebuild(db, "flag", FLAG)
