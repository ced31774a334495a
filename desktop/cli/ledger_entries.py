"""An entry of the ledger as the commands tell it, whichever account it is of."""

from __future__ import annotations

from desktop.cli.shapes import day_text
from desktop.core.money import yuan_text
from desktop.core.words.stay_fees import entry_word
from desktop.services.ledger.listing import Entry


def entry_values(one: Entry) -> dict[str, object]:
    """What the JSON says of every entry; amounts in yuan."""
    return {
        "id": one.id,
        "day": day_text(one.day),
        "at": one.at,
        "kind": one.kind,
        "amount": yuan_text(one.amount),
        "balance": yuan_text(one.after),
        "cashier": one.cashier,
        "receipt": one.receipt or None,
        "counter_of": one.counter_of,
        "countered": one.countered,
        "remark": one.remark,
    }


def entry_line(one: Entry) -> str:
    """The entry in a line, its kind in the words of its account."""
    kind, amount, left = entry_word(one.account, one.kind), yuan_text(one.amount), yuan_text(one.after)
    told = (str(one.id), f"{one.day} {one.at}", kind, one.month, amount, left, one.receipt, one.remark)
    return "  ".join(filter(None, told))
