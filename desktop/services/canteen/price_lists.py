"""Prices and subsidies as a list shows them, and trying out what somebody would pay, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop.core.answers import PriceState
from desktop.core.trade import FlagKind, MealKind, MealMode
from desktop.core.words import terms
from desktop.core.words.prices import SCREEN, Why, why_words
from desktop.models import query
from desktop.services.canteen import eaters, meals, prices
from desktop.services.canteen.prices import Charge, Dated, Diner, Price, Subsidy
from desktop.services.register.snapshot import ELDERLY
from desktop.services.writing import declared
from desktop.services.writing.checks import Checks
from desktop.services.writing.dated import ALL_AGES, FLAGS

Row = TypeVar("Row", Price, Subsidy)


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """A price or a subsidy, and whether it holds on the day that was asked for."""

    row: Row
    state: PriceState


@dataclass(frozen=True)
class Tried:
    """What somebody would pay on a day; ``why`` is one sentence."""

    charge: Charge
    why: str


@dataclass
class TryDraft:
    """Whose meal is tried out: a resident's, or that of anybody of an age and with flags."""

    day: str | dt.date = declared.day(required=True, future=True)
    meal: str = declared.choice(terms.MEALS, MealKind.LUNCH, required=True)
    mode: str = declared.choice(terms.MEAL_MODES, MealMode.DINE_IN, required=True)
    age: str = declared.number(*ALL_AGES)
    resident_id: int | None = None
    flags: list[str] = field(default_factory=list)


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
    return Tried(charge, why_words(_why(Diner(eater.age, eater.flags), charge, meal, mode, eater.left)))


def try_out(draft: TryDraft) -> Tried:
    """What a meal would cost the resident, or anybody like that who ate nothing before; InvalidDraft names faults."""
    checks = Checks()
    values = declared.read(draft, checks)
    for flag in draft.flags:
        checks.choice("flags", flag, FLAGS)
    checks.raise_if_any()
    day, meal, mode, age = (values[name] for name in ("day", "meal", "mode", "age"))
    if draft.resident_id is not None:
        return tried(draft.resident_id, day, meal, mode)
    of_age = {FlagKind.ADVANCED_AGE} if age is not None and age >= ELDERLY else set()
    diner = Diner(age, frozenset({*draft.flags, *of_age}))
    charge = prices.in_force(day).charge(diner, meal, mode)
    return Tried(charge, why_words(_why(diner, charge, meal, mode)))


def _why(diner: Diner, charge: Charge, meal: str, mode: str, left: bool = False) -> Why:
    price = charge.price
    return Why(
        diner.age,
        # 高龄 is said by the age.
        tuple(flag for flag in FLAGS if flag in diner.flags),
        meal,
        mode,
        price.price_fen if price is not None else None,
        _whom(price) if price is not None and price.personal else "",
        tuple((_whom(part.rule), part.fen) for part in charge.parts),
        tuple(_whom(rule) for rule in charge.cut),
        left,
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
