"""Fees of stays in a month as value objects, where the centre takes them with this program (ADR 0050)."""

from __future__ import annotations

from dataclasses import dataclass

# The sums, in the order in which they are told.
FEE_SUMS = ("opening", "charged", "paid", "owed", "paid_ahead", "deposits")


@dataclass(frozen=True)
class StayFeeFigures:
    """In fen: what was charged and paid in the month by the day of the entry, and what stood at its end.

    ``opening`` is the balance of all at its beginning, below nothing owed; opening − charged + paid is then
    paid_ahead − owed. ``persons_charged`` are those whose charges of the month do not come to nothing,
    ``persons_owing`` owe at its end.
    """

    opening: int = 0
    charged: int = 0
    paid: int = 0
    owed: int = 0
    paid_ahead: int = 0
    deposits: int = 0
    persons_charged: int = 0
    persons_owing: int = 0
