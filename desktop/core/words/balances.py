"""The words of ledgers: their codes, and how a meal was paid and what is left of the money left here."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.words.tables import Terms

LEDGER_ACCOUNTS = Terms({LedgerAccount.CANTEEN: ("就餐预存", "prepaid meals"), LedgerAccount.TILL: ("收银", "till")})
ENTRY_KINDS = Terms(
    {
        EntryKind.TOP_UP: ("充值", "top-up"),
        EntryKind.DEDUCT: ("扣款", "deducted"),
        EntryKind.REFUND: ("退款", "refund"),
        EntryKind.COUNTER: ("冲正", "counter-entry"),
        EntryKind.HAND_OVER: ("上交", "handed over"),
    }
)


def payment_words(prepaid: bool, balance_fen: int | None) -> str:
    """One sentence behind a recorded meal; nothing for who never left money here."""
    if balance_fen is None:
        return ""
    if prepaid:
        return translate("Balances", "Paid from the balance; {left} left.").format(left=yuan_text(balance_fen))
    words = translate("Balances", "Balance {left}: not enough, to be paid in cash.")
    return words.format(left=yuan_text(balance_fen))
