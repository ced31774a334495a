"""Care beds at home: the picture of the contract, kept as that of a stay's contract is."""

from __future__ import annotations

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """Add the column; nothing is known of papers from before."""
    db.execute_sql("ALTER TABLE home_bed ADD COLUMN photo TEXT NOT NULL DEFAULT ''")
