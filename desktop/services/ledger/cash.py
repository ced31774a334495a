"""收银日报: what came into each till on a day, and what all balances came to; both add up to the fen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.models import query


@dataclass(frozen=True)
class Movement:
    """A day of a till, or of all balances: 开始 + 收入 − 退 − 扣款 + 冲正 − 上交 = 结存, in fen."""

    name: str
    opening_fen: int
    taken_fen: int
    refunded_fen: int
    deducted_fen: int
    countered_fen: int
    handed_over_fen: int
    closing_fen: int

    @property
    def seen(self) -> bool:
        """Whether something lay there or moved."""
        return any(value for name, value in vars(self).items() if name != "name")


@dataclass(frozen=True)
class CashDay:
    """The tills of a day by who sat at them, and the balances of an account with the same top-ups and refunds."""

    day: dt.date
    tills: tuple[Movement, ...]
    balances: Movement

    @property
    def cash(self) -> Movement:
        """All tills together."""
        names = ("opening", "taken", "refunded", "deducted", "countered", "handed_over", "closing")
        return Movement("", *(sum(getattr(one, f"{name}_fen") for one in self.tills) for name in names))


def of(day: dt.date, account: LedgerAccount = LedgerAccount.CANTEEN) -> CashDay:
    """The sheet of a day: tills that hold something or moved, and what people left here."""
    moved = query.fetch_as(
        Movement, _moved("cash_fen", "cashier", "cash_fen <> 0 GROUP BY cashier ORDER BY cashier"), [day.isoformat()]
    )
    tills = tuple(one for one in moved if one.seen)
    whole = query.fetch_as(Movement, _moved("amount", "''", "account = ?"), [day.isoformat(), account])
    return CashDay(day, tills, whole[0])


def _moved(fen: str, name: str, where: str) -> str:
    kinds = (
        (EntryKind.TOP_UP, ""),
        (EntryKind.REFUND, "-"),
        (EntryKind.DEDUCT, "-"),
        (EntryKind.COUNTER, ""),
        (EntryKind.HAND_OVER, "-"),
    )
    sums = ", ".join(
        f"{sign}COALESCE(sum({fen}) FILTER (WHERE day = d.this AND kind = '{kind}'), 0)" for kind, sign in kinds
    )
    return (
        f"SELECT {name}, COALESCE(sum({fen}) FILTER (WHERE day < d.this), 0), {sums}, COALESCE(sum({fen}), 0)"
        f" FROM (SELECT ? AS this) d JOIN living_ledger_entry e ON e.day <= d.this WHERE {where}"
    )
