"""Dishes: the menu of the days to come, and what was served of which batches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.core.acts import Action
from desktop.core.canteen_errors import NothingToCopy
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.food import ALLERGENS
from desktop.models import query
from desktop.models.food import Dish, DishBatch, FoodPurchase, FoodSample
from desktop.services.food.purchases import PurchaseRow, batches, of_ids
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing


@dataclass
class DishDraft:
    """A dish as typed; without a price it comes with the meal. A dish of record keeps its day and meal."""

    served_on: str | dt.date = declared.day(required=True, future=True)
    meal: str = declared.choice(terms.MEALS, MealKind.LUNCH, required=True)
    name: str = declared.text(required=True, longest=40)
    price: str = declared.fen()
    remark: str = declared.text(longest=200)
    allergens: list[str] = field(default_factory=list)
    shown: DishDraft | None = reconciling.base()


@dataclass(frozen=True)
class DishRow:
    """A dish of a day with how many batches it names and whether a sample of it was taken."""

    id: int
    served_on: dt.date
    meal: MealKind
    name: str
    price_fen: int | None
    allergens: str
    remark: str
    batches: int
    sample_id: int | None

    @property
    def contains(self) -> tuple[str, ...]:
        """The codes of its allergens."""
        return tuple(self.allergens.split())


def add(actor: Actor, draft: DishDraft, purchase_ids: Iterable[int] = ()) -> int:
    """One more dish of a day and meal with the batches that it was made of, all or nothing; the id."""
    with writing(actor, Action.RECORD_DISH) as unit:
        values, named = _read(draft), dict.fromkeys(purchase_ids)
        _refuse_absent(unit, named, values["served_on"])
        dish_id = int(unit.add(Dish(**values)).id)
        _name(unit, dish_id, named)
        return dish_id


def store(unit: Unit, draft: DishDraft) -> int:
    """The same within a unit."""
    values = _read(draft)
    return int(unit.add(Dish(**values)).id)


def change(actor: Actor, dish_id: int, draft: DishDraft) -> None:
    """Put name, price, allergens or remark right; another day or meal is another dish."""
    with writing(actor, Action.RECORD_DISH) as unit:
        row = unit.living(Dish, dish_id)
        reconciling.reconcile(draft, _draft(row))
        values = _read(draft, dish_id)
        wrong = [name for name in ("served_on", "meal") if values[name] != getattr(row, name)]
        if wrong:
            raise InvalidDraft([FieldError(name, Reason.DISH_STAYS) for name in wrong])
        unit.change(row, values)
    reconciling.opened(draft)


def draft_of(dish_id: int) -> DishDraft:
    """What the form of a dish on record opens with; NotFound."""
    return reconciling.opened(_draft(living(Dish, dish_id)))


def void(actor: Actor, dish_id: int, reason: str) -> None:
    """作废: it was not served; its batches and its sample go with it."""
    with writing(actor, Action.VOID_FOOD) as unit:
        row = unit.living(Dish, dish_id)
        for model in (DishBatch, FoodSample):
            for one in model.select().where(model.dish == dish_id, model.voided_at.is_null()):
                unit.void(one, reason)
        unit.void(row, reason)


def use(actor: Actor, dish_id: int, purchase_ids: Iterable[int]) -> None:
    """Say of which batches a dish was made: these and no others.

    Refused for one that was not in the store that day. One past its day is taken all the same: who ate of it has to be
    found again.
    """
    with writing(actor, Action.RECORD_DISH) as unit:
        dish = unit.living(Dish, dish_id)
        wanted = dict.fromkeys(purchase_ids)
        standing = {
            one.food_purchase_id: one
            for one in DishBatch.select().where(DishBatch.dish == dish_id, DishBatch.voided_at.is_null())
        }
        new = [one for one in wanted if one not in standing]
        _refuse_absent(unit, new, dish.served_on)
        _name(unit, dish_id, new)
        for purchase_id, one in standing.items():
            if purchase_id not in wanted:
                unit.void(one, "taken out of the dish")


def copy(actor: Actor, first: dt.date, into: dt.date, days: int = 7) -> int:
    """The menu of some days anew from another day on; how many dishes. Those that stand there already stay.

    NothingToCopy where nothing is planned, or all of it stands there.
    """
    with writing(actor, Action.RECORD_DISH) as unit:
        stands = {(one.served_on, one.meal, one.name) for one in menu(into, into + dt.timedelta(days=days - 1))}
        moved = [(one, one.served_on + (into - first)) for one in menu(first, first + dt.timedelta(days=days - 1))]
        fresh = [(one, day) for one, day in moved if (day, one.meal, one.name) not in stands]
        if not fresh:
            raise NothingToCopy(first)
        for one, day in fresh:
            unit.add(
                Dish(served_on=day, meal=one.meal, name=one.name, price_fen=one.price_fen, allergens=one.allergens)
            )
        return len(fresh)


def menu(first: dt.date, last: dt.date, meal: str = "") -> list[DishRow]:
    """The dishes of some days, day by day and meal by meal; of one meal or of all."""
    return query.fetch_as(
        DishRow,
        "SELECT d.id, d.served_on, d.meal, d.name, d.price_fen, d.allergens, d.remark,"
        " (SELECT count(*) FROM living_dish_batch b WHERE b.dish_id = d.id) AS batches,"
        " (SELECT s.id FROM living_food_sample s WHERE s.dish_id = d.id) AS sample_id"
        " FROM living_dish d WHERE d.served_on BETWEEN ? AND ? AND ? IN ('', d.meal)"
        f" ORDER BY d.served_on, {meal_order('d.meal')}, d.id",
        [first.isoformat(), last.isoformat(), meal],
    )


def made_of(dish_id: int) -> list[PurchaseRow]:
    """The batches that a dish names."""
    return of_ids(query.ids("SELECT food_purchase_id FROM living_dish_batch WHERE dish_id = ?", [dish_id]))


def likely(dish_id: int) -> list[PurchaseRow]:
    """Batches in the store that day of what the same dish was made of before; for a new dish none."""
    dish = living(Dish, dish_id)
    names = set(
        query.texts(
            "SELECT DISTINCT p.name FROM living_dish d JOIN living_dish_batch b ON b.dish_id = d.id"
            " JOIN living_food_purchase p ON p.id = b.food_purchase_id WHERE d.name = ? AND d.id <> ?",
            [dish.name, dish_id],
        )
    )
    return [one for one in batches(day=dish.served_on) if one.name in names and not one.expired(dish.served_on)]


def known(name: str) -> DishDraft | None:
    """A dish of this name as it was served last: its price and allergens; None for a new one."""
    found = query.ids("SELECT id FROM living_dish WHERE name = ? ORDER BY served_on DESC, id DESC LIMIT 1", [name])
    return _draft(living(Dish, found[0])) if found else None


def names() -> list[str]:
    """Every dish that was ever on a menu, the latest first."""
    return query.texts("SELECT name FROM living_dish GROUP BY name ORDER BY max(served_on) DESC, name")


def _read(draft: DishDraft, but: int = 0) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    for one in draft.allergens:
        checks.choice("allergens", one, ALLERGENS)
    price = values.pop("price")
    values["price_fen"] = price if str(draft.price).strip() else None
    values["allergens"] = " ".join(one for one in ALLERGENS if one in draft.allergens)
    checks.raise_if_any()
    day: dt.date = values["served_on"]
    same = query.ids(
        "SELECT id FROM living_dish WHERE served_on = ? AND meal = ? AND name = ? AND id <> ?",
        [day.isoformat(), values["meal"], values["name"], but],
    )
    if same:
        raise InvalidDraft([FieldError("name", Reason.ALREADY_RECORDED)])
    return values


def _draft(row: Dish) -> DishDraft:
    price = "" if row.price_fen is None else yuan_text(row.price_fen)
    return DishDraft(**declared.shown(DishDraft, row), price=price, allergens=row.allergens.split())


def _refuse_absent(unit: Unit, purchase_ids: Iterable[int], day: dt.date) -> None:
    for purchase_id in purchase_ids:
        row = unit.living(FoodPurchase, purchase_id)
        if row.received_on > day or (row.ended_on is not None and row.ended_on < day):
            when = row.received_on if row.received_on > day else row.ended_on
            raise InvalidDraft([FieldError("batches", Reason.BATCH_NOT_THERE, f"{row.name} {when}")])


def _name(unit: Unit, dish_id: int, purchase_ids: Iterable[int]) -> None:
    for purchase_id in purchase_ids:
        unit.add(DishBatch(dish_id=dish_id, food_purchase_id=purchase_id))


def in_order(meals: Sequence[str]) -> list[str]:
    """Meals in the order of a day."""
    return sorted(set(meals), key=list(terms.MEALS).index)


def meal_order(column: str) -> str:
    """SQL that puts meals in the order of a day."""
    return f"CASE {column} " + " ".join(f"WHEN '{one}' THEN {at}" for at, one in enumerate(terms.MEALS)) + " END"
