"""A centre that takes fees of stays: its rates, and what tests say of them shortly."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.models.resident import Grade
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.ledger import balances, listing
from desktop.services.stay_fees import charges, rates
from desktop.services.stay_fees.charges import MonthFees
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def turn_on(actor: Actor, since: dt.date = dt.date(2026, 9, 1)) -> None:
    rules.set_rule(actor, "stay_fees", since, "on", "入住协议")


def usual_rates(actor: Actor) -> None:
    """Bed 1 550, care 620 or 1 240 (severe), meals 930 a month; 31 days make whole yuan of a night."""
    for part, fen, grade in (
        ("bed", "1550", ""),
        ("care", "620", ""),
        ("care", "1240", "severe"),
        ("meals", "930", ""),
    ):
        rates.set_rate(actor, RateDraft("2026-01-01", part, fen, grade=grade))


def bed(actor: Actor, number: str, bed_class: str = "inclusive", room: str = "304") -> int:
    draft = BedDraft(building="1号楼", room=room, number=number, opened_on="2026-01-01", bed_class=bed_class)
    return places.save(actor, draft)


def admit(actor: Actor, who: int, where: int, first: str, last: str = "", term: str = "long") -> int:
    return stays.admit(actor, StayDraft(who, where, first, last, term=term))


def graded(actor: Actor, who: int, grade: str, since: dt.date) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident=who, grade=grade, assessed_on=since))


def fees(who: int, month: Month = OCTOBER) -> MonthFees:
    [found] = charges.months(month, [who])
    return found


def told(found: MonthFees) -> list[tuple[str, int, int, int, str, int]]:
    """Part, first and last day, nights, kind of leave, fen."""
    return [(one.part, one.first.day, one.last.day, one.nights, one.leave, one.fen) for one in found.lines]


def owed(who: int) -> int:
    return -balances.of(LedgerAccount.STAY, who).amount


def deposit(who: int) -> int:
    return balances.of(LedgerAccount.STAY_DEPOSIT, who).amount


def entered(who: int, account: LedgerAccount = LedgerAccount.STAY) -> list[tuple[str, int]]:
    """Somebody's entries in the order in which they were made."""
    return [(one.kind, one.amount) for one in reversed(listing.of_holder(account, who))]
