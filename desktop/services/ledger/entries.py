"""Entering into a ledger: an entry stands for ever, and another one takes it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.canteen_errors import BalanceTooSmall, EntryCountered
from desktop.core.errors import UserError
from desktop.core.ledgers import HOLDERS, OWING, EntryKind, LedgerAccount
from desktop.core.stay_errors import DepositTooSmall, NotPaidAhead
from desktop.core.words.balances import amount_text
from desktop.core.work_errors import HoursTooFew
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services.ledger import balances
from desktop.services.ledger.balances import Balance
from desktop.services.writing.journal import Unit

# Their money goes through the till of who enters them.
_CASH = frozenset({EntryKind.TOP_UP, EntryKind.REFUND, EntryKind.HAND_OVER})
_RECEIPTED = frozenset({EntryKind.TOP_UP, EntryKind.REFUND})
# What is said when there is too little.
_TOO_SMALL = {
    LedgerAccount.CANTEEN: BalanceTooSmall,
    LedgerAccount.STAY: NotPaidAhead,
    LedgerAccount.STAY_DEPOSIT: DepositTooSmall,
    LedgerAccount.TIME_BANK: HoursTooFew,
}


@dataclass(frozen=True)
class Booking:
    """What is to be entered; nobody is named for a till. Hours are ``named_id``'s, for a resident or ``whom``."""

    account: LedgerAccount
    resident_id: int | None
    kind: EntryKind
    amount: int
    meal_id: int | None = None
    remark: str = ""
    named_id: int | None = None
    done_on: dt.date | None = None
    whom: str = ""
    help_service_id: int | None = None
    stay_charge_id: int | None = None
    paired_with: int | None = None


def enter(unit: Unit, booking: Booking, at: dt.datetime | None = None, standing: Balance | None = None) -> LedgerEntry:
    """Enter; BalanceTooSmall when the account would go further below nothing than it may.

    ``standing`` is the balance, when the unit has read it already.
    """
    moment = at or clock.now()
    _refuse_if_too_small(booking, booking.amount, standing)
    year, number = _receipt(moment.year) if booking.kind in _RECEIPTED else (None, None)
    return unit.add(
        LedgerEntry(
            **vars(booking),
            day=moment.date(),
            at=moment.strftime("%H:%M"),
            cash_fen=booking.amount if booking.kind in _CASH else 0,
            cashier=unit.actor.name,
            receipt_year=year,
            receipt_number=number,
        )
    )


def counter(unit: Unit, entry: LedgerEntry, why: str, *, later: bool = False) -> LedgerEntry:
    """Take an entry back by a counter-entry of today; EntryCountered when one stands already.

    The money is that of the till that the entry went through, whoever takes it back. ``later``: the caller asks
    whether the account went too far below nothing (``refuse_if_below``) once all of its entries are there.
    """
    if query.fetch_one("SELECT 1 FROM living_ledger_entry WHERE counter_of = ?", [entry.id]):
        raise EntryCountered()
    moment = clock.now()
    if not later:
        _refuse_if_too_small(entry, -entry.amount)
    return unit.add(
        LedgerEntry(
            account=entry.account,
            resident_id=entry.resident_id,
            named_id=entry.named_id,
            day=moment.date(),
            at=moment.strftime("%H:%M"),
            kind=EntryKind.COUNTER,
            amount=-entry.amount,
            cash_fen=-entry.cash_fen,
            cashier=entry.cashier,
            meal_id=entry.meal_id,
            counter_of=entry.id,
            remark=why,
            done_on=entry.done_on,
            whom=entry.whom,
            help_service_id=entry.help_service_id,
            stay_charge_id=entry.stay_charge_id,
        )
    )


def follow(unit: Unit, entry_ids: Iterable[int]) -> None:
    """Entries belong to somebody else from now on: what takes one of them back stands where it stands."""
    for entry in LedgerEntry.select().where(LedgerEntry.id.in_([*entry_ids])).order_by(LedgerEntry.id):
        holder = HOLDERS[LedgerAccount(entry.account)]
        for counter_entry in LedgerEntry.select().where(LedgerEntry.counter_of == entry.id):
            unit.change(counter_entry, {holder: getattr(entry, holder)})


def refuse_if_below(account: LedgerAccount, holder: int, before: int) -> None:
    """BalanceTooSmall or HoursTooFew when what was moved away since leaves an account further below than it may be."""
    if account in OWING:
        return
    balance = balances.of(account, holder)
    if balance.amount < before and not balance.allows(0):
        raise _too_small(account, before, before - balance.amount)


def take_back(unit: Unit, entry: LedgerEntry, why: str, *, later: bool = False) -> LedgerEntry:
    """``counter`` of what stands for an entry now: itself, or what brought it in again after it was taken back."""
    last, stands = entry, True
    while (after := _counter_of(last)) is not None:
        last, stands = after, not stands
    return counter(unit, last if stands else entry, why, later=later)


def _counter_of(entry: LedgerEntry) -> LedgerEntry | None:
    found: LedgerEntry | None = LedgerEntry.get_or_none(
        LedgerEntry.counter_of == entry.id, LedgerEntry.voided_at.is_null()
    )
    return found


def standing_of_services(service_ids: Collection[int]) -> dict[int, LedgerEntry]:
    """The entry by which the hours of each of these services stand in a time bank now, where there is one."""
    found = query.ids(
        "SELECT e.id FROM living_ledger_entry e WHERE e.help_service_id IN"
        f" {query.LISTED} AND e.amount > 0"
        " AND NOT EXISTS (SELECT 1 FROM living_ledger_entry c WHERE c.counter_of = e.id)",
        [query.listed(service_ids)],
    )
    rows = LedgerEntry.select().where(LedgerEntry.id.in_(found)).order_by(LedgerEntry.id)
    return {one.help_service_id: one for one in rows if one.help_service_id is not None}


def standing_of_meal(meal_id: int) -> LedgerEntry | None:
    """The entry by which a meal is paid out of a balance now: what took, and was not given back."""
    found: LedgerEntry | None = (
        LedgerEntry.select()
        .where(
            LedgerEntry.meal_id == meal_id,
            LedgerEntry.amount < 0,
            LedgerEntry.voided_at.is_null(),
            LedgerEntry.id.not_in(
                LedgerEntry.select(LedgerEntry.counter_of).where(
                    LedgerEntry.counter_of.is_null(False), LedgerEntry.voided_at.is_null()
                )
            ),
        )
        .first()
    )
    return found


def _refuse_if_too_small(of: Booking | LedgerEntry, amount: int, standing: Balance | None = None) -> None:
    account = LedgerAccount(of.account)
    holder = getattr(of, HOLDERS[account]) if account in HOLDERS else None
    if holder is None or amount >= 0 or (account in OWING and of.kind != EntryKind.REFUND):
        return
    balance = standing or balances.of(account, holder)
    if not balance.allows(-amount):
        raise _too_small(account, balance.amount, -amount)


def _too_small(account: LedgerAccount, balance: int, wanted: int) -> UserError:
    return _TOO_SMALL[account](amount_text(account, balance), amount_text(account, wanted))


def _receipt(year: int) -> tuple[int, int]:
    """The next number of the year: numbers have no gaps, for no entry ever goes away."""
    last = query.count(
        "SELECT COALESCE(max(receipt_number), 0) FROM living_ledger_entry WHERE receipt_year = ?", [year]
    )
    return year, last + 1
