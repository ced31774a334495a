"""Entering into a ledger: an entry stands for ever, and another one takes it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.canteen_errors import BalanceTooSmall, EntryCountered
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import yuan_text
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services.ledger import balances
from desktop.services.ledger.balances import Balance
from desktop.services.writing.journal import Unit

# Their money goes through the till of who enters them.
_CASH = frozenset({EntryKind.TOP_UP, EntryKind.REFUND, EntryKind.HAND_OVER})
_RECEIPTED = frozenset({EntryKind.TOP_UP, EntryKind.REFUND})


@dataclass(frozen=True)
class Booking:
    """What is to be entered; ``resident_id`` is None for a till."""

    account: LedgerAccount
    resident_id: int | None
    kind: EntryKind
    amount_fen: int
    meal_id: int | None = None
    remark: str = ""


def enter(unit: Unit, booking: Booking, at: dt.datetime | None = None, standing: Balance | None = None) -> LedgerEntry:
    """Enter; BalanceTooSmall when the account would go further below nothing than it may.

    ``standing`` is the balance, when the unit has read it already.
    """
    moment = at or clock.now()
    _refuse_if_too_small(booking.account, booking.resident_id, booking.amount_fen, standing)
    year, number = _receipt(moment.year) if booking.kind in _RECEIPTED else (None, None)
    return unit.add(
        LedgerEntry(
            **{name: getattr(booking, name) for name in ("account", "resident_id", "kind", "amount_fen", "meal_id")},
            day=moment.date(),
            at=moment.strftime("%H:%M"),
            cash_fen=booking.amount_fen if booking.kind in _CASH else 0,
            cashier=unit.actor.name,
            receipt_year=year,
            receipt_number=number,
            remark=booking.remark,
        )
    )


def counter(unit: Unit, entry: LedgerEntry, why: str) -> LedgerEntry:
    """Take an entry back by a counter-entry of today; EntryCountered when one stands already.

    The money is that of the till that the entry went through, whoever takes it back.
    """
    if query.fetch_one("SELECT 1 FROM living_ledger_entry WHERE counter_of = ?", [entry.id]):
        raise EntryCountered()
    moment = clock.now()
    _refuse_if_too_small(LedgerAccount(entry.account), entry.resident_id, -entry.amount_fen)
    return unit.add(
        LedgerEntry(
            account=entry.account,
            resident_id=entry.resident_id,
            day=moment.date(),
            at=moment.strftime("%H:%M"),
            kind=EntryKind.COUNTER,
            amount_fen=-entry.amount_fen,
            cash_fen=-entry.cash_fen,
            cashier=entry.cashier,
            meal_id=entry.meal_id,
            counter_of=entry.id,
            remark=why,
        )
    )


def standing_of_meal(meal_id: int) -> LedgerEntry | None:
    """The entry by which a meal is paid out of a balance now: what took, and was not given back."""
    found: LedgerEntry | None = (
        LedgerEntry.select()
        .where(
            LedgerEntry.meal_id == meal_id,
            LedgerEntry.amount_fen < 0,
            LedgerEntry.id.not_in(
                LedgerEntry.select(LedgerEntry.counter_of).where(LedgerEntry.counter_of.is_null(False))
            ),
        )
        .first()
    )
    return found


def _refuse_if_too_small(
    account: LedgerAccount, resident_id: int | None, amount_fen: int, standing: Balance | None = None
) -> None:
    if resident_id is None or amount_fen >= 0:
        return
    balance = standing or balances.of(account, resident_id)
    if not balance.allows(-amount_fen):
        raise BalanceTooSmall(yuan_text(balance.fen), yuan_text(-amount_fen))


def _receipt(year: int) -> tuple[int, int]:
    """The next number of the year: numbers have no gaps, for no entry ever goes away."""
    last = query.count(
        "SELECT COALESCE(max(receipt_number), 0) FROM living_ledger_entry WHERE receipt_year = ?", [year]
    )
    return year, last + 1
