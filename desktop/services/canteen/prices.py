"""Canteen prices and subsidies by date (handbook 2.4): the highest subsidy that applies, they do not add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models import query
from desktop.models.meal import MealPrice, SubsidyRule
from desktop.services.writing.journal import Unit


@dataclass(frozen=True)
class Subsidy:
    """One subsidy rule in force."""

    id: int
    min_age: int | None
    flags: frozenset[str]
    meal: str
    mode: str
    amount_fen: int
    min_spend_fen: int

    def applies(self, age: int | None, flags: Iterable[str], meal: str, mode: str) -> bool:
        """Whether somebody of that age and with those flags gets it for that meal."""
        if (self.meal and self.meal != meal) or (self.mode and self.mode != mode):
            return False
        if self.min_age is not None and (age is None or age < self.min_age):
            return False
        return not self.flags or bool(self.flags & set(flags))


@dataclass(frozen=True)
class Charge:
    """What a meal costs somebody, in fen."""

    price_fen: int
    subsidy_fen: int
    rule_id: int | None

    @property
    def paid_fen(self) -> int:
        """What is left to pay."""
        return self.price_fen - self.subsidy_fen


@dataclass(frozen=True)
class PriceList:
    """Prices and subsidies in force on one date."""

    prices: dict[str, int]
    subsidies: tuple[Subsidy, ...]

    def prices_meal(self, meal: str) -> bool:
        """Whether somebody has set what this meal costs; that may be nothing."""
        return meal in self.prices

    def charge(self, age: int | None, flags: Iterable[str], meal: str, mode: str) -> Charge:
        """The charge for a resident; a subsidy never exceeds the price."""
        price = self.prices.get(meal, 0)
        held = tuple(flags)
        fitting = [one for one in self.subsidies if one.applies(age, held, meal, mode) and price >= one.min_spend_fen]
        if not fitting:
            return Charge(price, 0, None)
        best = max(fitting, key=lambda one: one.amount_fen)
        return Charge(price, min(best.amount_fen, price), best.id)


def in_force(day: dt.date) -> PriceList:
    """The price list of a date. Subsidies come in sets: the newest set replaces the one before it."""
    text = day.isoformat()
    prices = query.fetch(
        "SELECT meal, price_fen FROM living_meal_price WHERE valid_from <= ? ORDER BY valid_from",
        [text],
    )
    subsidies = query.fetch_as(
        Subsidy,
        "SELECT id, min_age, flags, meal, mode, amount_fen, min_spend_fen FROM living_subsidy_rule WHERE"
        " valid_from = (SELECT max(valid_from) FROM living_subsidy_rule WHERE valid_from <= ?)",
        [text],
    )
    return PriceList(
        dict(prices),
        tuple(subsidies),
    )


def store_price(unit: Unit, valid_from: dt.date, meal: str, price_fen: int) -> None:
    """Let a meal cost something from a date on; a price of the same day is replaced."""
    for old in MealPrice.select().where(
        MealPrice.valid_from == valid_from, MealPrice.meal == meal, MealPrice.voided_at.is_null()
    ):
        if old.price_fen == price_fen:
            return
        unit.void(old, "replaced")
    unit.add(MealPrice(valid_from=valid_from, meal=meal, price_fen=price_fen))


def store_subsidies(unit: Unit, valid_from: dt.date, rules: Iterable[tuple[int | None, tuple[str, ...], int]]) -> None:
    """Replace the subsidies from a date on by (min_age, flags, amount_fen) rules."""
    wanted = {(min_age, " ".join(sorted(flags)), amount) for min_age, flags, amount in rules}
    for old in SubsidyRule.select().where(SubsidyRule.valid_from == valid_from, SubsidyRule.voided_at.is_null()):
        mine = (old.min_age, old.flags, old.amount_fen)
        if mine in wanted:
            wanted.remove(mine)
        else:
            unit.void(old, "replaced")
    for min_age, flags, amount in sorted(wanted, key=str):
        unit.add(SubsidyRule(valid_from=valid_from, min_age=min_age, flags=flags, amount_fen=amount))
