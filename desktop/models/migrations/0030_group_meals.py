"""The occasion of a meal that many eat together (聚餐), of a scan that waits too."""

from __future__ import annotations

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """Add the column to both; no meal was of an occasion before."""
    for table in ("meal", "scan_queue"):
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN occasion TEXT NOT NULL DEFAULT ''")
