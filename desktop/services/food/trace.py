"""Who ate of a batch, and of which batches somebody ate.

A meal names no dish: whoever ate at a meal may have eaten of each of its dishes. Nobody is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.acts import Action, LogAction
from desktop.core.canteen_errors import NoSuchBatch
from desktop.core.period import Month
from desktop.core.trade import MealKind
from desktop.models import query
from desktop.models.food import FoodPurchase
from desktop.services.food.dishes import meal_order
from desktop.services.food.purchases import PurchaseRow, batches, of_ids
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class TracedDish:
    """A dish that a batch went into."""

    id: int
    served_on: dt.date
    meal: MealKind
    name: str
    batch: str


@dataclass(frozen=True)
class Eater:
    """A meal at which somebody may have eaten of a batch; a guest has no name.

    ``phone`` is the own one, else that of the first contact.
    """

    meal_id: int
    resident_id: int | None
    name: str
    phone: str
    day: dt.date
    meal: MealKind


@dataclass(frozen=True)
class Trace:
    """What was found of some batches."""

    batches: tuple[PurchaseRow, ...]
    dishes: tuple[TracedDish, ...]
    people: tuple[Eater, ...]
    guests: int

    @property
    def persons(self) -> int:
        """How many residents."""
        return len({one.resident_id for one in self.people})


def batch(actor: Actor, words: str) -> Trace:
    """Who ate of the batches that have these words in their name, number or supplier; NoSuchBatch."""
    found = batches(words) if words.strip() else []
    if not found:
        raise NoSuchBatch(words)
    return of_batches(actor, [one.id for one in found])


def of_batches(actor: Actor, purchase_ids: Iterable[int]) -> Trace:
    """Who ate of these batches; with phones, so not for everybody."""
    permissions.reading(actor, Action.TRACE_FOOD)
    wanted = set(purchase_ids)
    ids = query.listed(wanted)
    dishes = query.fetch_as(
        TracedDish,
        "SELECT DISTINCT d.id, d.served_on, d.meal, d.name, p.name || ' ' || p.batch AS batch"
        " FROM living_dish_batch b JOIN living_dish d ON d.id = b.dish_id"
        f" JOIN living_food_purchase p ON p.id = b.food_purchase_id WHERE b.food_purchase_id IN {query.LISTED}"
        f" ORDER BY d.served_on, {meal_order('d.meal')}, d.id",
        [ids],
    )
    # The join goes from the dishes to the meals of their days, never through all meals.
    eaten = query.fetch_as(
        Eater,
        "SELECT m.id AS meal_id, m.resident_id, COALESCE(r.name, '') AS name, COALESCE(NULLIF(r.phone, ''),"
        " (SELECT c.phone FROM living_contact c WHERE c.resident_id = r.id AND c.phone <> '' ORDER BY c.id LIMIT 1),"
        " '') AS phone, m.eaten_on AS day, m.meal"
        " FROM (SELECT DISTINCT d.served_on, d.meal FROM living_dish_batch b CROSS JOIN living_dish d"
        f" ON d.id = b.dish_id WHERE b.food_purchase_id IN {query.LISTED}) s"
        " CROSS JOIN living_meal m ON m.eaten_on = s.served_on AND m.meal = s.meal"
        " LEFT JOIN living_resident r ON r.id = m.resident_id"
        f" ORDER BY m.eaten_on, {meal_order('m.meal')}, r.name_sort, r.id, m.id",
        [ids],
    )
    return Trace(
        tuple(of_ids(wanted)),
        tuple(dishes),
        tuple(one for one in eaten if one.resident_id is not None),
        sum(one.resident_id is None for one in eaten),
    )


def for_paper(actor: Actor, purchase_ids: Iterable[int]) -> Trace:
    """The same for a list to be printed: that names with phones left the program is logged with each of the batches."""
    wanted = sorted(set(purchase_ids))
    permissions.reading(actor, Action.TRACE_FOOD)
    with noting(actor) as unit:
        for one in wanted:
            unit.note(unit.living(FoodPurchase, one), LogAction.PRINT)
        return of_batches(actor, wanted)


def of_person(actor: Actor, resident_id: int, month: Month) -> list[PurchaseRow]:
    """The batches of which somebody may have eaten in a month, the newest first."""
    permissions.reading(actor, Action.TRACE_FOOD)
    return of_ids(
        query.ids(
            "SELECT DISTINCT b.food_purchase_id FROM living_meal m"
            " JOIN living_dish d ON d.served_on = m.eaten_on AND d.meal = m.meal"
            " JOIN living_dish_batch b ON b.dish_id = d.id"
            " WHERE m.resident_id = ? AND m.eaten_on BETWEEN ? AND ?",
            [resident_id, month.first.isoformat(), month.last.isoformat()],
        )
    )
