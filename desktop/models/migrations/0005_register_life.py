"""Merges of two residents, to be undone, and pairs that staff found to be two people (handbook 2.1).

Also the indexes of the register made to answer by themselves.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import make

TABLES = {
    # The writes of a merge are those of its station from counter_from to counter_to in the change log.
    "resident_merge": """
        keep_id INTEGER NOT NULL REFERENCES resident (id),
        other_id INTEGER NOT NULL REFERENCES resident (id),
        choices TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        counter_from INTEGER NOT NULL DEFAULT 0,
        counter_to INTEGER NOT NULL DEFAULT 0,
        undone_at TEXT,
        CHECK (keep_id <> other_id)""",
    "distinct_pair": """
        low_id INTEGER NOT NULL REFERENCES resident (id),
        high_id INTEGER NOT NULL REFERENCES resident (id),
        reason TEXT NOT NULL CHECK (reason <> ''),
        CHECK (low_id < high_id)""",
}

OTHER = (
    "CREATE INDEX resident_merge_keep ON resident_merge (keep_id)",
    "CREATE INDEX resident_merge_other ON resident_merge (other_id)",
    "CREATE UNIQUE INDEX distinct_pair_once ON distinct_pair (low_id, high_id) WHERE voided_at IS NULL",
    "CREATE INDEX distinct_pair_high ON distinct_pair (high_id)",
    # The list, its counts and the check for duplicates read only records that are not void: with the void ones left
    # out an index answers by itself, without a look at each of 100 000 rows.
    "DROP INDEX resident_state_name",
    "CREATE INDEX resident_state_name ON resident (register_state, name_key) WHERE voided_at IS NULL",
    "DROP INDEX resident_born",
    "CREATE INDEX resident_born ON resident (born_on, name_key) WHERE voided_at IS NULL",
    "CREATE INDEX resident_to_verify ON resident (register_state) WHERE voided_at IS NULL AND id_state <> 'valid'",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    make(db, TABLES, OTHER)
