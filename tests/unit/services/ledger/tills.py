"""What tests read of a ledger."""

from __future__ import annotations

from desktop.core.ledgers import LedgerAccount
from desktop.services.ledger import balances, listing


def balance(who: int) -> int:
    """What stands on somebody's account for meals."""
    return balances.of(LedgerAccount.CANTEEN, who).fen


def entered(who: int) -> list[tuple[str, int, int]]:
    """Somebody's entries in the order in which they were made: kind, amount, what stood after it."""
    rows = reversed(listing.of_resident(LedgerAccount.CANTEEN, who))
    return [(one.kind, one.amount_fen, one.after_fen) for one in rows]
