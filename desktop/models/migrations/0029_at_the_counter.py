"""What the canteen minds beside allergies, and with whom a guest came."""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    "ALTER TABLE resident ADD COLUMN diet TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meal ADD COLUMN guest_of_id INTEGER REFERENCES resident (id)",
    "CREATE INDEX meal_guest_of ON meal (guest_of_id) WHERE guest_of_id IS NOT NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Add the two columns; nobody has either yet."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
