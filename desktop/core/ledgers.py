"""The codes of ledgers of entries, and in what each of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class LedgerAccount(StrEnum):
    """What a ledger's entries are about.

    Prepaid meals, fees of a stay and its deposit, the cash of a till, which is nobody's, a volunteer's hours.
    """

    CANTEEN = "canteen"
    STAY = "stay"
    STAY_DEPOSIT = "stay_deposit"
    TILL = "till"
    TIME_BANK = "time_bank"


class LedgerUnit(StrEnum):
    """What the amounts of an account are counted in, whole."""

    FEN = "fen"
    MINUTES = "minutes"


class ServiceUnit(StrEnum):
    """In what a fee of a help service is counted."""

    TIME = "time"
    HOUR = "hour"
    PIECE = "piece"


class EntryKind(StrEnum):
    """What an entry of a ledger is; a counter-entry takes another one back."""

    TOP_UP = "top_up"
    DEDUCT = "deduct"
    REFUND = "refund"
    COUNTER = "counter"
    HAND_OVER = "hand_over"
    HOURS_IN = "hours_in"
    HOURS_OUT = "hours_out"
    CHARGE = "charge"
    FROM_DEPOSIT = "from_deposit"


UNITS: Mapping[LedgerAccount, LedgerUnit] = MappingProxyType(
    {
        LedgerAccount.CANTEEN: LedgerUnit.FEN,
        LedgerAccount.STAY: LedgerUnit.FEN,
        LedgerAccount.STAY_DEPOSIT: LedgerUnit.FEN,
        LedgerAccount.TILL: LedgerUnit.FEN,
        LedgerAccount.TIME_BANK: LedgerUnit.MINUTES,
    }
)
# The column that names whose the entry is; a till's entries are nobody's.
HOLDERS: Mapping[LedgerAccount, str] = MappingProxyType(
    {
        LedgerAccount.CANTEEN: "resident_id",
        LedgerAccount.STAY: "resident_id",
        LedgerAccount.STAY_DEPOSIT: "resident_id",
        LedgerAccount.TIME_BANK: "named_id",
    }
)
# Below nothing is what somebody owes: no limit asks how far, only giving back more than there is is refused.
OWING = frozenset({LedgerAccount.STAY})
