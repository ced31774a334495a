"""What a month of the canteen is settled by: person, subsidy class, payer, category; always the sums of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.figures.people import PersonLine
from desktop.core.period import Month


@dataclass(frozen=True)
class Settled:
    """Meals of somebody or of a group, in fen; ``prepaid_fen`` of what they paid was taken from what they left here."""

    name: str
    people: int
    meals: int
    price_fen: int
    subsidy_fen: int
    paid_fen: int
    prepaid_fen: int
    standard: str = ""


@dataclass(frozen=True)
class PersonSettled:
    """One person's month."""

    person: PersonLine
    sums: Settled


@dataclass(frozen=True)
class Share:
    """What one side bears, and of how many meals."""

    meals: int
    fen: int


@dataclass(frozen=True)
class Settlement:
    """A month. People and classes add up to ``whole``; somebody of two categories stands in both of them.

    Its price is borne by the district (the subsidies), by what people left here, and by cash.
    """

    month: Month
    people: Sequence[PersonSettled]
    classes: Sequence[Settled]
    flags: Sequence[Settled]
    whole: Settled
    district: Share
    prepaid: Share
    cash: Share
    guests: int
    guest_paid_fen: int
    # Of a closed month its number and hash, as on its other papers.
    version: str = ""
