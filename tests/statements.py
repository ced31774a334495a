"""What the program asks of SQLite, heard as it happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.models.database import database


@contextmanager
def heard() -> Iterator[list[str]]:
    """Every statement that this thread runs, with its values in place; those of triggers are left out."""
    said: list[str] = []
    connection = database.connection()
    connection.set_trace_callback(said.append)
    try:
        yield said
    finally:
        connection.set_trace_callback(None)
        # A statement with a trigger is heard again once the trigger is through.
        told = [text for text in said if not text.startswith("--")]
        said[:] = [text for before, text in zip(["", *told], told, strict=False) if text != before]
