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
class StayCash:
    """What of a till's day was money of stays, in fen: it is in the columns of the till already."""

    name: str
    fees_taken_fen: int
    fees_refunded_fen: int
    deposits_taken_fen: int
    deposits_refunded_fen: int
    countered_fen: int


@dataclass(frozen=True)
class StayAccount:
    """A day of all fees of stays, or of all deposits, in fen.

    开始 + 收入 − 退 − 计费 ± 押金抵扣 + 冲正 = 结存; below nothing is owed.
    """

    name: str
    opening_fen: int
    taken_fen: int
    refunded_fen: int
    charged_fen: int
    from_deposit_fen: int
    countered_fen: int
    closing_fen: int


@dataclass(frozen=True)
class CashDay:
    """The tills of a day by who sat at them, and the balances of an account with the same top-ups and refunds.

    What of it was money of stays, by till and by account; both empty where nobody ever had any.
    """

    day: dt.date
    tills: tuple[Movement, ...]
    balances: Movement
    stay_cash: tuple[StayCash, ...] = ()
    stay_accounts: tuple[StayAccount, ...] = ()

    @property
    def cash_of_stays(self) -> StayCash:
        """What all tills together took and gave for stays."""
        names = ("fees_taken", "fees_refunded", "deposits_taken", "deposits_refunded", "countered")
        return StayCash("", *(sum(getattr(one, f"{name}_fen") for one in self.stay_cash) for name in names))

    @property
    def cash(self) -> Movement:
        """All tills together."""
        names = ("opening", "taken", "refunded", "deducted", "countered", "handed_over", "closing")
        return Movement("", *(sum(getattr(one, f"{name}_fen") for one in self.tills) for name in names))


_OF_STAYS = f"account IN ('{LedgerAccount.STAY}', '{LedgerAccount.STAY_DEPOSIT}')"


def _sum(fen: str, kind: EntryKind, sign: str = "", account: LedgerAccount | None = None) -> str:
    of = "" if account is None else f" AND account = '{account}'"
    return f"COALESCE({sign}sum({fen}) FILTER (WHERE kind = '{kind}' AND day = ?1{of}), 0)"


_STAY_CASH = (
    f"SELECT cashier, {_sum('cash_fen', EntryKind.TOP_UP, '', LedgerAccount.STAY)},"
    f" {_sum('cash_fen', EntryKind.REFUND, '-', LedgerAccount.STAY)},"
    f" {_sum('cash_fen', EntryKind.TOP_UP, '', LedgerAccount.STAY_DEPOSIT)},"
    f" {_sum('cash_fen', EntryKind.REFUND, '-', LedgerAccount.STAY_DEPOSIT)},"
    f" {_sum('cash_fen', EntryKind.COUNTER)}"
    f" FROM living_ledger_entry WHERE {_OF_STAYS} AND cash_fen <> 0 AND day = ?1 GROUP BY cashier ORDER BY cashier"
)
_STAY_ACCOUNTS = (
    "SELECT account, COALESCE(sum(amount) FILTER (WHERE day < ?1), 0),"
    f" {_sum('amount', EntryKind.TOP_UP)}, {_sum('amount', EntryKind.REFUND, '-')},"
    f" {_sum('amount', EntryKind.CHARGE, '-')}, {_sum('amount', EntryKind.FROM_DEPOSIT)},"
    f" {_sum('amount', EntryKind.COUNTER)}, COALESCE(sum(amount), 0)"
    f" FROM living_ledger_entry WHERE {_OF_STAYS} AND day <= ?1 GROUP BY account ORDER BY account"
)


def of(day: dt.date, account: LedgerAccount = LedgerAccount.CANTEEN) -> CashDay:
    """The sheet of a day: tills that hold something or moved, and what people left here."""
    moved = query.fetch_as(
        Movement, _moved("cash_fen", "cashier", "cash_fen <> 0 GROUP BY cashier ORDER BY cashier"), [day.isoformat()]
    )
    tills = tuple(one for one in moved if one.seen)
    whole = query.fetch_as(Movement, _moved("amount", "''", "account = ?"), [day.isoformat(), account])
    stay_cash = tuple(query.fetch_as(StayCash, _STAY_CASH, [day.isoformat()]))
    accounts = query.fetch_as(StayAccount, _STAY_ACCOUNTS, [day.isoformat()])
    return CashDay(day, tills, whole[0], stay_cash, tuple(accounts))


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
