"""收据: what is printed of money taken or given back; each printing after the first says that it is one."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import NotFound
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services.ledger import listing
from desktop.services.ledger.listing import Entry
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class Receipt:
    """An entry with a receipt number; ``again`` says that its receipt was printed before (补打)."""

    entry: Entry
    again: bool


def issue(actor: Actor, entry_id: int) -> Receipt:
    """The receipt of an entry, to be printed now; that it was is noted. NotFound for an entry that has none."""
    permissions.reading(actor, Action.PRINT_RECEIPT)
    with noting(actor) as unit:
        found = listing.entry(entry_id)
        if not found.receipt:
            raise NotFound(Thing.LEDGER_ENTRY, str(entry_id))
        printed = query.count(
            "SELECT count(*) FROM change_log WHERE table_name = ? AND row_id = ? AND action = ?",
            [Thing.LEDGER_ENTRY, entry_id, LogAction.PRINT],
        )
        unit.note(unit.living(LedgerEntry, entry_id), LogAction.PRINT)
    return Receipt(found, printed > 0)
