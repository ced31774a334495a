"""What is to be settled with somebody who leaves on a day: fees charged and not yet charged, and the deposit."""

from __future__ import annotations

import datetime as dt

from desktop.core.ledgers import LedgerAccount
from desktop.core.stay_fees import Leaving
from desktop.services.ledger import balances
from desktop.services.stay_fees import charges


def leaving(resident_id: int, day: dt.date) -> Leaving | None:
    """What is to be settled with somebody who leaves on a day; None where fees are off and no money lies here."""
    if not charges.turned_on():
        return None
    found = charges.of_resident(resident_id, day)
    fees, deposit = (
        balances.of(account, resident_id).amount for account in (LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT)
    )
    counted = [one for one in found if not one.gaps]
    made = Leaving(
        fees,
        sum(one.difference_fen for one in counted),
        deposit,
        tuple(one.month for one in found if one.gaps),
    )
    return made if found or fees or deposit else None
