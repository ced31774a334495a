"""Many services at once, typed row by row: all of them are recorded in one act, or none."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.work_errors import RowsRefused
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def save_all(actor: Actor, drafts: Sequence[ServiceDraft]) -> list[int]:
    """Record new services; their ids, in order. RowsRefused names every row that cannot be, and saves none."""
    wrong: dict[int, UserError] = {}
    saved = []
    with writing(actor, Action.RECORD_SERVICE) as unit:
        for at, draft in enumerate(drafts):
            try:
                saved.append(int(orders.store(unit, draft).id))
            except UserError as error:
                wrong[at] = error
        if wrong:
            # Out of the unit: what the other rows wrote in it is not kept.
            raise RowsRefused(len(wrong), wrong)
    return saved
