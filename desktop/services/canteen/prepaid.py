"""预存: money that somebody leaves with the canteen, out of which meals are paid at the scan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.canteen_errors import MealIsVoid
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.models.ledger import CreditLimit, LedgerEntry
from desktop.models.meal import Meal
from desktop.models.resident import Resident
from desktop.services.ledger import entries
from desktop.services.ledger.balances import Balance
from desktop.services.ledger.entries import Booking
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


@dataclass
class MoneyDraft:
    """Money taken from somebody or given back, as typed."""

    resident_id: int | None = declared.row()
    amount: str = declared.fen(required=True)
    remark: str = declared.text(longest=200)


@dataclass
class HandOverDraft:
    """Money that leaves a till for the office, as typed."""

    amount: str = declared.fen(required=True)
    remark: str = declared.text(longest=200)


@dataclass
class LimitDraft:
    """How far below nothing somebody's balance may go, as typed; nothing typed is not at all."""

    resident_id: int | None = declared.row()
    limit: str = declared.fen()
    remark: str = declared.text(longest=200)


def top_up(actor: Actor, draft: MoneyDraft) -> int:
    """Take money for meals to come; the entry's id, which has a receipt."""
    values = _read(draft)
    with writing(actor, Action.TOP_UP) as unit:
        return _enter(unit, values, EntryKind.TOP_UP, 1)


def refund(actor: Actor, draft: MoneyDraft) -> int:
    """Give money back, to who left or died too (whoever fetches it stands in the remark); the entry's id."""
    values = _read(draft)
    with writing(actor, Action.REFUND) as unit:
        return _enter(unit, values, EntryKind.REFUND, -1)


def hand_over(actor: Actor, draft: HandOverDraft) -> int:
    """Money leaves the own till for the office (上交); the entry's id."""
    values = _read(draft)
    with writing(actor, Action.HAND_OVER) as unit:
        booking = Booking(LedgerAccount.TILL, None, EntryKind.HAND_OVER, -values["amount"], remark=values["remark"])
        return int(entries.enter(unit, booking).id)


def correct(actor: Actor, entry_id: int, reason: str) -> int:
    """Take an entry back by a counter-entry of today; its id. The wrong entry stays to be seen.

    MealIsVoid where a meal that counts no more would be paid again; NotFound for an entry of another account.
    """
    if not reason.strip():
        raise ReasonNeeded("correct_entry")
    with writing(actor, Action.CORRECT_ENTRY, reason.strip()) as unit:
        entry = unit.living(LedgerEntry, entry_id)
        if entry.account not in (LedgerAccount.CANTEEN, LedgerAccount.TILL):
            raise NotFound(Thing.LEDGER_ENTRY, str(entry_id))
        if entry.amount > 0 and entry.meal_id is not None:
            _refuse_void(entry.meal_id)
        return int(entries.counter(unit, entry, reason.strip()).id)


def set_limit(actor: Actor, draft: LimitDraft) -> int:
    """Let somebody's balance go below nothing, so far and no further, from now on; the id."""
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    with writing(actor, Action.SET_CREDIT) as unit:
        row = CreditLimit(
            account=LedgerAccount.CANTEEN,
            resident_id=_known(unit, values["resident_id"]),
            limit_fen=values["limit"],
            remark=values["remark"],
        )
        return int(unit.add(row).id)


def pay(unit: Unit, meal: Meal, balance: Balance, at: dt.datetime | None = None) -> int | None:
    """Pay a meal out of the balance, in the meal's own transaction; what is left, None when it is paid in cash.

    In cash: nothing is to be paid, nothing was ever left here, or there is too little for the whole of it.
    """
    if meal.resident_id is None or not meal.paid_fen or not balance.opened or not balance.allows(meal.paid_fen):
        return None
    booking = Booking(LedgerAccount.CANTEEN, meal.resident_id, EntryKind.DEDUCT, -meal.paid_fen, meal.id)
    entries.enter(unit, booking, at, balance)
    return balance.amount - meal.paid_fen


def give_back(unit: Unit, meal_id: int, why: str) -> bool:
    """What a meal that counts no more took out of a balance goes back into it; False when it took nothing."""
    entry = entries.standing_of_meal(meal_id)
    if entry is None:
        return False
    entries.counter(unit, entry, why)
    return True


def _enter(unit: Unit, values: dict[str, Any], kind: EntryKind, sign: int) -> int:
    if sign > 0:
        about_residents.person_for(values["resident_id"], clock.today())
    who = _known(unit, values["resident_id"])
    booking = Booking(LedgerAccount.CANTEEN, who, kind, sign * values["amount"], remark=values["remark"])
    return int(entries.enter(unit, booking).id)


def _known(unit: Unit, resident_id: int | None) -> int:
    return int(unit.living(Resident, resident_id).id)


def _refuse_void(meal_id: int) -> None:
    if not query.fetch_one("SELECT 1 FROM living_meal WHERE id = ?", [meal_id]):
        raise MealIsVoid()


def _read(draft: MoneyDraft | HandOverDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    if not values["amount"] and not checks.refused("amount"):
        checks.refuse("amount", Reason.BAD_AMOUNT)
    checks.raise_if_any()
    return values
