"""Money of a stay: fees paid and given back, the deposit taken, given back or paying fees, what is charged besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.stay_errors import CounterStays, FeesOff, MoreThanOwed
from desktop.models.ledger import LedgerEntry
from desktop.models.resident import Resident
from desktop.services.ledger import balances, entries
from desktop.services.ledger.entries import Booking
from desktop.services.stay_fees import charges
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

ACCOUNTS = (LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT)


@dataclass
class StayMoneyDraft:
    """Money of somebody's stay, as typed."""

    resident_id: int | None = declared.row()
    amount: str = declared.fen(required=True)
    remark: str = declared.text(longest=200)


@dataclass
class OtherChargeDraft:
    """What somebody is charged besides bed, care and meals, as typed; ``words`` say what for."""

    resident_id: int | None = declared.row()
    amount: str = declared.fen(required=True)
    words: str = declared.text(required=True, longest=200)


def pay(actor: Actor, draft: StayMoneyDraft) -> int:
    """Take money for fees, owed or to come, from whoever brings it; the entry's id, which has a receipt."""
    values = _read(draft)
    with writing(actor, Action.TAKE_STAY_MONEY) as unit:
        return _enter(unit, values, LedgerAccount.STAY, EntryKind.TOP_UP, values["amount"])


def refund(actor: Actor, draft: StayMoneyDraft) -> int:
    """Give back what was paid ahead, to who left or to their family; the entry's id. NotPaidAhead beyond that."""
    values = _read(draft)
    with writing(actor, Action.GIVE_STAY_MONEY) as unit:
        return _enter(unit, values, LedgerAccount.STAY, EntryKind.REFUND, -values["amount"])


def take_deposit(actor: Actor, draft: StayMoneyDraft) -> int:
    """Take a deposit; the entry's id, which has a receipt."""
    values = _read(draft)
    with writing(actor, Action.TAKE_STAY_MONEY) as unit:
        about_residents.person_for(values["resident_id"], clock.today())
        return _enter(unit, values, LedgerAccount.STAY_DEPOSIT, EntryKind.TOP_UP, values["amount"])


def give_deposit_back(actor: Actor, draft: StayMoneyDraft) -> int:
    """Give the deposit back, or part of it; the entry's id. DepositTooSmall beyond what there is."""
    values = _read(draft)
    with writing(actor, Action.GIVE_STAY_MONEY) as unit:
        return _enter(unit, values, LedgerAccount.STAY_DEPOSIT, EntryKind.REFUND, -values["amount"])


def pay_from_deposit(actor: Actor, draft: StayMoneyDraft) -> int:
    """Pay fees that are owed out of the deposit; the id of the entry of the fees. MoreThanOwed, DepositTooSmall."""
    values = _read(draft)
    with writing(actor, Action.TAKE_STAY_MONEY) as unit:
        who, fen, why = int(unit.living(Resident, values["resident_id"]).id), values["amount"], values["remark"]
        owed = max(-balances.of(LedgerAccount.STAY, who).amount, 0)
        if fen > owed:
            raise MoreThanOwed(yuan_text(owed), yuan_text(fen))
        kind = EntryKind.FROM_DEPOSIT
        taken = entries.enter(unit, Booking(LedgerAccount.STAY_DEPOSIT, who, kind, -fen, remark=why))
        paid = Booking(LedgerAccount.STAY, who, kind, fen, remark=why, paired_with=int(taken.id))
        return int(entries.enter(unit, paid).id)


def charge_other(actor: Actor, draft: OtherChargeDraft) -> int:
    """Charge something besides the fees of a month: what was advanced, used up or broken; the entry's id."""
    values = _read(draft)
    with writing(actor, Action.CHARGE_STAY) as unit:
        _refuse_off()
        who = int(unit.living(Resident, values["resident_id"]).id)
        booking = Booking(LedgerAccount.STAY, who, EntryKind.CHARGE, -values["amount"], remark=values["words"])
        return int(entries.enter(unit, booking).id)


def correct(actor: Actor, entry_id: int, reason: str) -> None:
    """Take an entry back by a counter-entry of today: what a deposit paid with both, a charge with the later ones.

    EntryCountered for one that is taken back; CounterStays for a counter-entry.
    """
    why = reason.strip()
    if not why:
        raise ReasonNeeded("correct_entry")
    with writing(actor, Action.CORRECT_ENTRY, why) as unit:
        entry = unit.living(LedgerEntry, entry_id)
        if entry.account not in ACCOUNTS:
            raise NotFound(Thing.LEDGER_ENTRY, str(entry_id))
        if entry.kind == EntryKind.COUNTER:
            raise CounterStays()
        for one in _with_its_pair(entry):
            if one.stay_charge_id is None or _countered(one):
                # EntryCountered, where it is.
                entries.counter(unit, one, why)
            else:
                charges.take_back(unit, one.stay_charge_id, why)


def _countered(entry: LedgerEntry) -> bool:
    return bool(
        LedgerEntry.select().where(LedgerEntry.counter_of == entry.id, LedgerEntry.voided_at.is_null()).exists()
    )


def _with_its_pair(entry: LedgerEntry) -> list[LedgerEntry]:
    """The entry, and the one of the other account that was entered with it."""
    if entry.kind != EntryKind.FROM_DEPOSIT:
        return [entry]
    pair = (LedgerEntry.id == entry.paired_with) | (LedgerEntry.paired_with == entry.id)
    return [entry, *LedgerEntry.select().where(pair)]


def _enter(unit: Unit, values: dict[str, Any], account: LedgerAccount, kind: EntryKind, fen: int) -> int:
    if fen > 0:
        _refuse_off()
    who = int(unit.living(Resident, values["resident_id"]).id)
    return int(entries.enter(unit, Booking(account, who, kind, fen, remark=values["remark"])).id)


def _refuse_off() -> None:
    if not charges.turned_on():
        raise FeesOff()


def _read(draft: StayMoneyDraft | OtherChargeDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    if not values["amount"] and not checks.refused("amount"):
        checks.refuse("amount", Reason.BAD_AMOUNT)
    checks.raise_if_any()
    return values
