"""The words of ledgers: their codes, amounts in their unit, how a meal was paid and what is left of money left here."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core import ledgers
from desktop.core.i18n import translate
from desktop.core.ledgers import EntryKind, LedgerAccount, LedgerUnit, ServiceUnit
from desktop.core.money import yuan_text
from desktop.core.quantities import hours_text
from desktop.core.words.tables import Terms

LEDGER_ACCOUNTS = Terms(
    {
        LedgerAccount.CANTEEN: ("就餐预存", "prepaid meals"),
        LedgerAccount.STAY: ("住养费用", "stay fees"),
        LedgerAccount.STAY_DEPOSIT: ("入住押金", "stay deposit"),
        LedgerAccount.TILL: ("收银", "till"),
        LedgerAccount.TIME_BANK: ("时间银行", "time bank"),
    }
)
LEDGER_UNITS = Terms({LedgerUnit.FEN: ("元", "yuan"), LedgerUnit.MINUTES: ("小时", "hours")})
SERVICE_UNITS = Terms(
    {ServiceUnit.TIME: ("次", "time"), ServiceUnit.HOUR: ("小时", "hour"), ServiceUnit.PIECE: ("件", "piece")}
)
ENTRY_KINDS = Terms(
    {
        EntryKind.TOP_UP: ("充值", "top-up"),
        EntryKind.DEDUCT: ("扣款", "deducted"),
        EntryKind.REFUND: ("退款", "refund"),
        EntryKind.COUNTER: ("冲正", "counter-entry"),
        EntryKind.HAND_OVER: ("上交", "handed over"),
        EntryKind.HOURS_IN: ("存入", "hours in"),
        EntryKind.HOURS_OUT: ("支取", "hours out"),
        EntryKind.CHARGE: ("计费", "charged"),
        EntryKind.FROM_DEPOSIT: ("押金抵扣", "out of the deposit"),
    }
)


def amount_text(account: LedgerAccount, amount: int) -> str:
    """An amount of an account in its unit, without the unit's word."""
    return yuan_text(amount) if ledgers.UNITS[account] == LedgerUnit.FEN else hours_text(amount)


def payment_words(prepaid: bool, balance_fen: int | None) -> str:
    """One sentence behind a recorded meal; nothing for who never left money here."""
    if balance_fen is None:
        return ""
    if prepaid:
        return translate("Balances", "Paid from the balance; {left} left.").format(left=yuan_text(balance_fen))
    words = translate("Balances", "Balance {left}: not enough, to be paid in cash.")
    return words.format(left=yuan_text(balance_fen))


def late_words(prepaid_fen: int, owed: Iterable[tuple[str, int]]) -> list[str]:
    """How meals that got their price late are paid: out of balances, and by whom still in cash (no name: guests)."""
    told = []
    if prepaid_fen:
        taken = translate("Balances", "{yuan} yuan were taken out of balances.")
        told.append(taken.format(yuan=yuan_text(prepaid_fen)))
    guests = translate("Balances", "guests")
    names = "、".join(f"{name or guests} {yuan_text(fen)}" for name, fen in owed)
    if names:
        told.append(translate("Balances", "Still to be paid in cash: {names}").format(names=names))
    return told
