"""What people say of their meal, 1 to 5: at the till, in the list of meals, by command."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound
from desktop.core.figures.canteen import SCORES
from desktop.models import query
from desktop.models.meal import Meal
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


def rate(actor: Actor, meal_id: int, score: str | int) -> None:
    """Say how a meal pleased, 1 to 5; said again, it is said anew. Raises InvalidDraft, NotFound, MonthClosed."""
    value = _read(score)
    with writing(actor, Action.RATE_MEAL) as unit:
        _store(unit, meal_id, value)


def rate_eaten(actor: Actor, resident_id: int, day: dt.date, meal: str, score: str | int) -> int:
    """Say how somebody's meal of a day pleased; the meal's id. Without ``meal`` it is the last one of that day.

    Raises InvalidDraft, NotFound where there is no such meal, MonthClosed.
    """
    value = _read(score)
    with writing(actor, Action.RATE_MEAL) as unit:
        found = _eaten(resident_id, day, meal)
        _store(unit, found, value)
    return found


def _eaten(resident_id: int, day: dt.date, meal: str) -> int:
    found = query.ids(
        "SELECT id FROM living_meal WHERE resident_id = ? AND eaten_on = ? AND (? = '' OR meal = ?)"
        " ORDER BY eaten_at DESC, id DESC LIMIT 1",
        [resident_id, day.isoformat(), meal, meal],
    )
    if not found:
        raise NotFound(Thing.MEAL, day.isoformat())
    return found[0]


def _read(score: str | int) -> int | None:
    checks = Checks()
    value = checks.number("rating", str(score), SCORES[0], SCORES[-1], required=True)
    checks.raise_if_any()
    return value


def _store(unit: Unit, meal_id: int, value: int | None) -> None:
    unit.change(unit.living(Meal, meal_id), {"rating": value})
