"""Meals that were recorded before anybody said what they cost, and pricing them in one act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from desktop.core.acts import Action
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.models.meal import Meal
from desktop.services.canteen import eaters, meals, prepaid, prices
from desktop.services.canteen.meals import MealQuery
from desktop.services.ledger import balances
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing


@dataclass(frozen=True)
class Owed:
    """What somebody still pays in cash for meals that got their price late."""

    resident_id: int | None
    name: str
    fen: int


@dataclass(frozen=True)
class Priced:
    """How many meals got their price, what they come to in fen, and how many still have none.

    ``prepaid_fen`` was taken out of balances; ``owed`` says what is to be paid in cash, by whom (None: guests).
    """

    meals: int
    price_fen: int
    subsidy_fen: int
    left: int
    prepaid_fen: int = 0
    owed: tuple[Owed, ...] = ()


def months() -> Counter[Month]:
    """How many meals of each month have no price, the newest month first."""
    return Counter(Month.of(row.eaten_on) for row in meals.rows(meals.find_ids(MealQuery(unpriced=True))))


def price_meals(actor: Actor, month: Month) -> Priced:
    """Charge the month's meals without a price by the prices of their days, the oldest first; all of them or none.

    Nobody can have paid a meal without a price: it is paid out of the balance now, as at the scan.
    MonthClosed when the month is closed: what it counted stands.
    """
    done, price, subsidy, left, prepaid_fen = 0, 0, 0, 0, 0
    owed: dict[int | None, Owed] = {}
    with writing(actor, Action.PRICE_MEALS) as unit:
        lists: dict[object, prices.PriceList] = {}
        for meal_id in meals.find_ids(MealQuery(month=month, unpriced=True, descending=False)):
            row = unit.living(Meal, meal_id)
            if row.eaten_on not in lists:
                lists[row.eaten_on] = prices.in_force(row.eaten_on)
            listed = lists[row.eaten_on]
            if row.resident_id is None:
                charge, name = listed.charge(prices.GUEST, row.meal, row.mode), ""
            else:
                eater = eaters.of_id(row.resident_id, row.eaten_on)
                charge, name = meals.charge_of(eater, row.meal, row.mode, listed, row.id), eater.name
            if charge.price is None:
                left += 1
                continue
            unit.change(row, charge.columns)
            if _paid(unit, row):
                prepaid_fen += row.paid_fen
            elif row.paid_fen:
                before = owed.get(row.resident_id, Owed(row.resident_id, name, 0))
                owed[row.resident_id] = replace(before, fen=before.fen + row.paid_fen)
            done, price, subsidy = done + 1, price + charge.price_fen, subsidy + charge.subsidy_fen
    return Priced(done, price, subsidy, left, prepaid_fen, tuple(owed.values()))


def _paid(unit: Unit, meal: Meal) -> bool:
    if meal.resident_id is None:
        return False
    return prepaid.pay(unit, meal, balances.of(LedgerAccount.CANTEEN, meal.resident_id)) is not None
