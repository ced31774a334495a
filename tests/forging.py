"""What somebody does to the file of the database behind the program's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.models.database import database_path


def forge(sql: str, *values: object, database: Path | None = None) -> None:
    """Run a statement with the triggers out of the way, and put them back as if nothing had been."""
    with sqlite3.connect(database or database_path()) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        other.execute(sql, values)
        for _, text in triggers:
            other.execute(text)
    other.close()
