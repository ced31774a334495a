"""What tests read of a ledger."""

from __future__ import annotations

from desktop.core.ledgers import LedgerAccount
from desktop.services.ledger import balances, listing


def balance(who: int) -> int:
    """What stands on somebody's account for meals."""
    return balances.of(LedgerAccount.CANTEEN, who).amount


def entered(who: int) -> list[tuple[str, int, int]]:
    """Somebody's entries in the order in which they were made: kind, amount, what stood after it."""
    rows = reversed(listing.of_holder(LedgerAccount.CANTEEN, who))
    return [(one.kind, one.amount, one.after) for one in rows]
