"""What somebody has to see to: a month that was not charged to all, fees owed for long, who left and is not settled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.period import Month
from desktop.core.stay_fees import ChargeState
from desktop.models import query
from desktop.services.stay_fees import charges, standing
from desktop.services.stay_fees.charges import MonthFees
from desktop.services.stay_fees.standing import Standing
from desktop.services.writing import rules

# Who stayed in a month and has no charge of it that counts.
_UNCHARGED = (
    "SELECT DISTINCT s.resident_id FROM living_stay s WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?)"
    " AND s.resident_id NOT IN (SELECT c.resident_id FROM living_stay_charge c WHERE c.month = ?)"
)


@dataclass(frozen=True)
class FeesDue:
    """``uncharged`` are those of the month before; ``owing`` owe what was charged before this month began."""

    uncharged: tuple[MonthFees, ...] = ()
    owing: tuple[Standing, ...] = ()
    to_settle: tuple[Standing, ...] = ()


def due(today: dt.date) -> FeesDue:
    """What there is to see to on a day; nothing where fees are off and no money lies here."""
    if not charges.turned_on():
        return FeesDue()
    month = Month.of(today)
    found = standing.everybody()
    return FeesDue(
        tuple(uncharged(month.shifted(-1))),
        tuple(one for one in found if one.owed_since is not None and one.owed_since < month.first),
        tuple(one for one in found if one.to_settle),
    )


def uncharged(month: Month) -> list[MonthFees]:
    """Whom a month was not charged yet though it costs them something, or though a rate is missing."""
    if not rules.stay_fees_on(month.first):
        return []
    who = query.ids(_UNCHARGED, [month.last.isoformat(), month.first.isoformat(), str(month)])
    wanted = {ChargeState.TO_CHARGE, ChargeState.NO_RATE}
    return [one for one in charges.months(month, who) if one.state in wanted]
