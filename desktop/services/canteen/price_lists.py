"""Prices and subsidies as a list shows them, and trying out what somebody would pay, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.core.answers import PriceState
from desktop.core.words import terms
from desktop.core.words.prices import SCREEN, Why, why_words
from desktop.models import query
from desktop.services.canteen import eaters, meals, prices
from desktop.services.canteen.eaters import Eater
from desktop.services.canteen.price_edits import FLAGS
from desktop.services.canteen.prices import Charge, Dated, Price, Subsidy

Row = TypeVar("Row", Price, Subsidy)


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """A price or a subsidy, and whether it holds on the day that was asked for."""

    row: Row
    state: PriceState


@dataclass(frozen=True)
class Tried:
    """What somebody would pay on a day; ``why`` is one sentence."""

    eater: Eater
    charge: Charge
    why: str


def listed(day: dt.date) -> tuple[list[Listed[Price]], list[Listed[Subsidy]]]:
    """Every price and every subsidy: what holds on the day first, by meal; then what is to come, then what was."""
    book = prices.book()
    now = book.around(day)
    return _in_order(book.prices, now.prices, day), _in_order(book.subsidies, now.subsidies, day)


def tried(resident_id: int, day: dt.date, meal: str, mode: str) -> Tried:
    """What a meal costs somebody; caps count the other meals of the month that are on record."""
    eater = eaters.of_id(resident_id, day)
    same = query.ids(
        "SELECT id FROM living_meal WHERE resident_id = ? AND eaten_on = ? AND meal = ?",
        [resident_id, day.isoformat(), meal],
    )
    charge = meals.charge_of(eater, meal, mode, but_meal=same[0] if same else 0)
    return Tried(eater, charge, why_words(_why(eater, charge, meal, mode)))


def _why(eater: Eater, charge: Charge, meal: str, mode: str) -> Why:
    price = charge.price
    return Why(
        eater.age,
        # 高龄 is said by the age.
        tuple(flag for flag in FLAGS if flag in eater.flags),
        meal,
        mode,
        price.price_fen if price is not None else None,
        _whom(price) if price is not None and price.personal else "",
        tuple((_whom(part.rule), part.fen) for part in charge.parts),
        tuple(_whom(rule) for rule in charge.cut),
        eater.left,
    )


def _whom(row: Dated) -> str:
    return SCREEN.whom(row.ages, row.flags)


def _in_order(every: Iterable[Row], now: Iterable[Row], day: dt.date) -> list[Listed[Row]]:
    holding = {one.id for one in now}
    found = [Listed(one, _state(one, one.id in holding, day)) for one in every]
    states, at_table = list(PriceState), ["", *terms.MEALS]
    found.sort(key=lambda one: (-one.row.valid_from.toordinal(), one.row.id))
    found.sort(key=lambda one: (states.index(one.state), at_table.index(one.row.meal)))
    return found


def _state(one: Dated, holds: bool, day: dt.date) -> PriceState:
    if holds:
        return PriceState.IN_FORCE
    if one.valid_from > day:
        return PriceState.TO_COME
    return PriceState.REPLACED if one.holds(day) else PriceState.OVER
