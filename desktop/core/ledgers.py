"""The codes of ledgers of entries."""

from __future__ import annotations

from enum import StrEnum


class LedgerAccount(StrEnum):
    """What a ledger's entries are about: prepaid meals of a person, or the cash of a till, which is nobody's."""

    CANTEEN = "canteen"
    TILL = "till"


class EntryKind(StrEnum):
    """What an entry of a ledger is; a counter-entry takes another one back."""

    TOP_UP = "top_up"
    DEDUCT = "deduct"
    REFUND = "refund"
    COUNTER = "counter"
    HAND_OVER = "hand_over"
