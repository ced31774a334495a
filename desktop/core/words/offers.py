"""Why a service costs what is proposed, in the language in use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.quantities import hours_text
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.terms import SERVICE_TYPES


@dataclass(frozen=True)
class Asked:
    """A line of the price list and how much was asked of it; ``whom`` where it is for some people only."""

    unit: str
    fee_fen: int
    subsidy_fen: int
    minutes: int
    quantity: int
    fee: str
    subsidy: str
    item: str
    whom: str
    since: dt.date


def offer_words(kind: str, item: str, quantity: int = 1) -> str:
    """A type with its item as the screen names them, and how many of it where it is not one."""
    named = " · ".join(part for part in (SERVICE_TYPES.shown[kind], item) if part)
    return f"{named} × {quantity}" if quantity > 1 else named


def why_words(kind: str, asked: Asked) -> str:
    """The sentence: by which line, for whom, how much of it, what that makes."""
    values = {
        "what": offer_words(kind, asked.item),
        "unit": SERVICE_UNITS.shown[asked.unit],
        "fee": yuan_text(asked.fee_fen),
        "subsidy": yuan_text(asked.subsidy_fen),
        "since": asked.since.isoformat(),
    }
    each = translate("Offers", "Price list since {since}, {what}: fee {fee}, subsidy {subsidy} per {unit}").format(
        **values
    )
    if asked.whom:
        each = translate("Offers", "{line}, for {whom}").format(line=each, whom=asked.whom)
    if not asked.fee:
        return translate("Offers", "{line}; it is reckoned once start and end are said.").format(line=each)
    if not asked.minutes and asked.quantity == 1:
        return translate("Offers", "{line}.").format(line=each)
    much = hours_text(asked.minutes) if asked.minutes else str(asked.quantity)
    return translate("Offers", "{line}; {count} × {unit}: fee {fee}, subsidy {subsidy}.").format(
        line=each, count=much, unit=values["unit"], fee=asked.fee, subsidy=asked.subsidy
    )
