"""How a meal was paid and what is left of the money left here, in words."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.money import yuan_text


def payment_words(prepaid: bool, balance_fen: int | None) -> str:
    """One sentence behind a recorded meal; nothing for who never left money here."""
    if balance_fen is None:
        return ""
    if prepaid:
        return translate("Balances", "Paid from the balance; {left} left.").format(left=yuan_text(balance_fen))
    words = translate("Balances", "Balance {left}: not enough, to be paid in cash.")
    return words.format(left=yuan_text(balance_fen))
