"""Taking one import back whole."""

from __future__ import annotations

from desktop.services import import_batches
from desktop.services.actor import Actor


def undo_import(actor: Actor, import_id: int) -> int:
    """Void everything that the import recorded; the number of rows. Refused when rows were changed or used since."""
    return import_batches.undo(actor, import_id)
