"""Menu, purchases, samples and cooks' checks go until the canteen's ledger brings tables that are written and read.

They came with the first schema and no program ever wrote to them. Should anybody have filled one by hand, all five
stay as they are, for they refer to each other; this program neither reads nor hands them in.
"""

from __future__ import annotations

from typing import Any

# Those that refer to others first.
UNUSED = ("dish_batch", "food_sample", "cook_check", "purchase", "dish")


def up(migrator: Any, db: Any) -> None:
    """Drop the five tables when all of them are empty."""
    if any(db.execute_sql(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in UNUSED):
        return
    for table in UNUSED:
        db.execute_sql(f"DROP VIEW IF EXISTS living_{table}")
        db.execute_sql(f"DROP TABLE {table}")
