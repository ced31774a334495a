"""What of a month is explained when it is closed: for how many, and by whom, beside the words."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import rebuild

EXPLANATION = """
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        key TEXT NOT NULL CHECK (key <> ''),
        words TEXT NOT NULL CHECK (words <> ''),
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        explained_by TEXT NOT NULL DEFAULT ''"""


def up(migrator: Any, db: Any) -> None:
    """Widen the explanations of findings."""
    rebuild(db, "finding_explanation", EXPLANATION)
