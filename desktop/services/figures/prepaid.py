"""What people left for their meals: at the beginning of a month, what came and went, at its end (ADR 0028)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Counts, Made, Piece, Selection, yuan_of
from desktop.core.figures.canteen import Balances
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.period import Month
from desktop.models import query

_ACCOUNT = f"account = '{LedgerAccount.CANTEEN}'"


class _Moved(NamedTuple):
    """An entry of the month, or what stood on somebody's account with the last entry of it, in fen."""

    id: int
    resident_id: int
    kind: str
    amount: int


def prepaid(month: Month) -> tuple[Balances, dict[str, Behind]]:
    """The sums with what is behind them; what was taken stands without its sign, a counter-entry with it."""
    first, last = month.first.isoformat(), month.last.isoformat()
    entries = query.fetch_as(
        _Moved,
        f"SELECT id, resident_id, kind, amount FROM living_ledger_entry WHERE {_ACCOUNT} AND day BETWEEN ? AND ?"
        " ORDER BY day, id",
        [first, last],
    )
    of_kind = {kind: [one for one in entries if one.kind == kind] for kind in EntryKind}
    opening, closing = _standing("day < ?", first), _standing("day <= ?", last)
    behind: dict[str, Selection] = {
        "balances.opening": _sum(opening),
        "balances.top_up": _sum(of_kind[EntryKind.TOP_UP]),
        "balances.deducted": _sum(of_kind[EntryKind.DEDUCT], -1),
        "balances.refunded": _sum(of_kind[EntryKind.REFUND], -1),
        "balances.countered": _sum(of_kind[EntryKind.COUNTER]),
        "balances.closing": _sum(closing),
        "balances.persons": Selection(Counts.PEOPLE, Made(closing, _piece)),
    }
    told = Balances(**{name.removeprefix("balances."): one.value for name, one in behind.items()})
    return told, dict(behind)


def _standing(until: str, day: str) -> list[_Moved]:
    """Whose account does not stand at nothing."""
    return query.fetch_as(
        _Moved,
        "SELECT max(id) AS id, resident_id, '' AS kind, sum(amount) AS amount FROM living_ledger_entry"
        f" WHERE {_ACCOUNT} AND {until} GROUP BY resident_id HAVING sum(amount) <> 0 ORDER BY resident_id",
        [day],
    )


def _sum(found: Sequence[_Moved], sign: int = 1) -> Selection:
    return yuan_of(found, _piece, lambda one: sign * one.amount)


def _piece(one: _Moved) -> Piece:
    return Piece(one.resident_id, Thing.LEDGER_ENTRY, one.id)
