"""The words of the fees of a stay: their parts, a line of a charge, the entries of its accounts."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.stay_fees import ChargeState, FeeGap, FeeLine, FeePart, FeeUnit, Leaving
from desktop.core.words.balances import ENTRY_KINDS
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.months import month_text
from desktop.core.words.staying import LEAVE_KINDS, STAY_TERMS
from desktop.core.words.tables import Terms
from desktop.core.words.terms import GRADES

FEE_PARTS = Terms(
    {
        FeePart.BED: ("床位费", "bed"),
        FeePart.CARE: ("护理费", "care"),
        FeePart.MEALS: ("伙食费", "meals"),
    }
)
FEE_UNITS = Terms({FeeUnit.MONTH: ("元/月", "a month"), FeeUnit.DAY: ("元/天", "a day")})
CHARGE_STATES = Terms(
    {
        ChargeState.NO_RATE: ("缺收费标准", "no rate"),
        ChargeState.TO_CHARGE: ("待计费", "to charge"),
        ChargeState.DIFFERS: ("有差额", "differs"),
        ChargeState.CHARGED: ("已计费", "charged"),
    }
)
# What the common kinds are called on these accounts.
STAY_ENTRIES = Terms({EntryKind.TOP_UP: ("收费", "paid"), EntryKind.REFUND: ("退费", "given back")})
DEPOSIT_ENTRIES = Terms({EntryKind.TOP_UP: ("收押金", "deposit taken"), EntryKind.REFUND: ("退押金", "deposit back")})
_OF_ACCOUNT = {LedgerAccount.STAY: STAY_ENTRIES, LedgerAccount.STAY_DEPOSIT: DEPOSIT_ENTRIES}
UNGRADED = "未评估"


def entry_word(account: str, kind: str) -> str:
    """What an entry of an account is called, in the language in use."""
    own = _OF_ACCOUNT.get(LedgerAccount(account))
    return own.shown[kind] if own is not None and kind in own else ENTRY_KINDS.shown[kind]


def entry_on_paper(account: str, kind: str) -> str:
    """The same on paper."""
    own = _OF_ACCOUNT.get(LedgerAccount(account))
    return own[kind] if own is not None and kind in own else ENTRY_KINDS[kind]


def what_words(part: str, what: str) -> str:
    """The bed, or the grade in the language in use."""
    if part != FeePart.CARE:
        return what
    return GRADES.shown.get(what, "") or translate("StayFees", "without a grade")


def scope_words(resident: str, place: str, bed_class: str, grade: str, term: str) -> str:
    """What a rate is of; nothing for one of everybody."""
    named = (resident, place, BED_CLASSES.shown.get(bed_class, ""), GRADES.shown.get(grade, ""))
    return " ".join(part for part in (*named, STAY_TERMS.shown.get(term, "")) if part)


def line_words(one: FeeLine) -> str:
    """A line of a charge as one line of a list."""
    rate = f"{yuan_text(one.rate_fen)} {FEE_UNITS.shown[one.unit]}"
    words = translate("StayFees", "{part} {what} {first} – {last}: {nights} nights, {rate}")
    told = words.format(
        part=FEE_PARTS.shown[one.part],
        what=what_words(one.part, one.what),
        first=f"{one.first:%m-%d}",
        last=f"{one.last:%m-%d}",
        nights=one.nights,
        rate=rate,
    )
    return " ".join(told.split()) + _leave_words(one) + f" = {yuan_text(one.fen)}"


def gap_words(one: FeeGap) -> str:
    """A part without a rate, in words."""
    what = what_words(one.part, one.what)
    return " ".join(part for part in (FEE_PARTS.shown[one.part], what, f"{one.day:%m-%d}") if part)


def leaving_words(one: Leaving) -> list[str]:
    """What is to be settled with who leaves, a sentence each: the fees, the deposit, both together."""
    owed = translate("StayFees", "Fees of the stay: {amount} yuan are owed")
    ahead = translate("StayFees", "Fees of the stay: {amount} yuan paid ahead are to be given back")
    even = translate("StayFees", "Fees of the stay: nothing is owed")
    told = [
        (owed if one.left_fen < 0 else ahead if one.left_fen > 0 else even).format(amount=yuan_shown(abs(one.left_fen)))
    ]
    if one.open_fen:
        more = translate("StayFees", "{amount} yuan are in it that are still to be charged")
        less = translate("StayFees", "{amount} yuan are in it that were charged too much and are to be booked back")
        told[0] += translate("StayFees", " ({words})").format(
            words=(more if one.open_fen > 0 else less).format(amount=yuan_shown(abs(one.open_fen)))
        )
    if one.deposit_fen:
        told.append(
            translate("StayFees", "Deposit to be given back: {amount} yuan").format(amount=yuan_shown(one.deposit_fen))
        )
    if one.deposit_fen and one.left_fen < 0:
        back = translate("StayFees", "Once the deposit has paid what is owed, {amount} yuan are to be given back")
        pay = translate("StayFees", "Once the deposit has paid what it can, {amount} yuan are still owed")
        told.append((back if one.settles_fen >= 0 else pay).format(amount=yuan_shown(abs(one.settles_fen))))
    if one.lacking:
        words = translate("StayFees", "Not counted for want of a rate: {months}")
        told.append(words.format(months="、".join(map(month_text, one.lacking))))
    return told


def on_paper(one: FeeLine) -> str:
    """What a line is of, on paper: the bed or the grade, and the leave that lowers it."""
    what = (GRADES.get(one.what, "") or UNGRADED) if one.part == FeePart.CARE else one.what
    leave = f"请假（{LEAVE_KINDS[one.leave]}）按{one.percent}%" if one.leave else ""
    return " ".join(part for part in (what, leave) if part)


def _leave_words(one: FeeLine) -> str:
    if not one.leave:
        return ""
    words = translate("StayFees", " (away, {kind}: {percent} %)")
    return words.format(kind=LEAVE_KINDS.shown[one.leave], percent=one.percent)
