"""Taking one import back whole."""

from __future__ import annotations

from desktop.core.progress import Progress
from desktop.services import import_batches
from desktop.services.writing.actor import Actor


def undo_import(actor: Actor, import_id: int, progress: Progress | None = None) -> int:
    """Void what the import recorded, give back what it changed; the number of rows it had added.

    Refused when rows were changed or used since.
    """
    return import_batches.undo(actor, import_id, progress)
