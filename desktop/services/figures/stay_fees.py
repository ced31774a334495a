"""What stays were charged and paid in a month, what is owed at its end, and the deposits that lie here then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Counts, Made, Piece, Selection, yuan_of
from desktop.core.figures.stay_fees import StayFeeFigures
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.period import Month
from desktop.models import query
from desktop.services.writing import rules

_ACCOUNTS = (LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT)
# An entry is of the kind of what it takes back.
_MOVED = (
    "WITH RECURSIVE chain (id, kind) AS (SELECT e.id, e.kind FROM living_ledger_entry e WHERE e.account = ?1"
    " AND e.counter_of IS NULL UNION ALL SELECT c.id, f.kind FROM living_ledger_entry c JOIN chain f"
    " ON c.counter_of = f.id) SELECT e.id, e.resident_id, f.kind, e.amount FROM living_ledger_entry e"
    " JOIN chain f ON f.id = e.id WHERE e.day BETWEEN ?2 AND ?3 ORDER BY e.day, e.id"
)


class _Moved(NamedTuple):
    """An entry of the month with the kind of what it is about, or what stood with the last entry of somebody."""

    id: int
    resident_id: int
    kind: str
    amount: int


def stay_fees(month: Month) -> tuple[StayFeeFigures | None, dict[str, Behind]]:
    """The sums with what is behind them; None in a month for which fees are off and before which none was entered."""
    first, last = month.first.isoformat(), month.last.isoformat()
    if not rules.stay_fees_on(month.first) and not query.fetch_one(
        "SELECT 1 FROM living_ledger_entry WHERE account IN (?, ?) AND day <= ? LIMIT 1", [*_ACCOUNTS, last]
    ):
        return None, {}
    moved = query.fetch_as(_Moved, _MOVED, [LedgerAccount.STAY, first, last])
    charged = [one for one in moved if one.kind == EntryKind.CHARGE]
    paid = [one for one in moved if one.kind != EntryKind.CHARGE]
    opening, closing = (_standing(LedgerAccount.STAY, until, day) for until, day in (("<", first), ("<=", last)))
    owing = [one for one in closing if one.amount < 0]
    of_person: Counter[int] = Counter()
    for one in charged:
        of_person[one.resident_id] += one.amount
    behind: dict[str, Selection] = {
        "fees.opening": _sum(opening),
        "fees.charged": _sum(charged, -1),
        "fees.paid": _sum(paid),
        "fees.owed": _sum(owing, -1),
        "fees.paid_ahead": _sum([one for one in closing if one.amount > 0]),
        "fees.deposits": _sum(_standing(LedgerAccount.STAY_DEPOSIT, "<=", last)),
        "fees.persons_charged": Selection(
            Counts.PEOPLE, Made([one for one in charged if of_person[one.resident_id]], _piece)
        ),
        "fees.persons_owing": Selection(Counts.PEOPLE, Made(owing, _piece)),
    }
    told = StayFeeFigures(**{name.removeprefix("fees."): one.value for name, one in behind.items()})
    return told, dict(behind)


def _standing(account: LedgerAccount, until: str, day: str) -> list[_Moved]:
    """Whose account does not stand at nothing."""
    return query.fetch_as(
        _Moved,
        "SELECT max(id) AS id, resident_id, '' AS kind, sum(amount) AS amount FROM living_ledger_entry"
        f" WHERE account = ? AND day {until} ? GROUP BY resident_id HAVING sum(amount) <> 0 ORDER BY resident_id",
        [account, day],
    )


def _sum(found: Sequence[_Moved], sign: int = 1) -> Selection:
    return yuan_of(found, _piece, lambda one: sign * one.amount)


def _piece(one: _Moved) -> Piece:
    return Piece(one.resident_id, Thing.LEDGER_ENTRY, one.id)
