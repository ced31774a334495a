"""A cell of the month matrix or of the day sheet as typed: what somebody had on a day, by the rules of the scan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core.acts import Action, Thing
from desktop.core.errors import ChangedMeanwhile
from desktop.core.ledgers import LedgerAccount
from desktop.models.meal import Meal
from desktop.services.canteen import meals, prepaid
from desktop.services.canteen.meals import MealDraft
from desktop.services.ledger import balances
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

CORRECTED = "corrected"


def put(
    actor: Actor, resident_id: int, day: dt.date, wanted: Mapping[str, str], seen: Mapping[str, str] | None = None
) -> bool:
    """Let a day be {meal: mode}: only the difference is written, in one act; False where there is none.

    ``seen`` is what the cell said when it was typed into: ChangedMeanwhile when something else stands there by now, as
    a scan of the same minute, which nobody meant to void.
    """
    with writing(actor, Action.RECORD_MEAL) as unit:
        standing = _standing(resident_id, day)
        if seen is not None and {meal: row.mode for meal, row in standing.items()} != dict(seen):
            raise ChangedMeanwhile(Thing.MEAL)
        return _put(unit, resident_id, day, wanted, standing)


def _standing(resident_id: int, day: dt.date) -> dict[str, Meal]:
    found = Meal.select().where(Meal.resident == resident_id, Meal.eaten_on == day, Meal.voided_at.is_null())
    return {row.meal: row for row in found}


def _put(unit: Unit, resident_id: int, day: dt.date, wanted: Mapping[str, str], standing: Mapping[str, Meal]) -> bool:
    gone = [row for meal, row in standing.items() if meal not in wanted]
    other = [row for meal, row in standing.items() if meal in wanted and wanted[meal] != row.mode]
    new = [meal for meal in wanted if meal not in standing]
    # What is taken away first leaves its subsidy to those that stay under a cap.
    for row in gone:
        meals.void_in(unit, row.id, CORRECTED)
    for row in other:
        draft = meals.draft_of(row.id)
        draft.mode = wanted[row.meal]
        meals.replace_in(unit, row.id, draft, CORRECTED)
    for meal in new:
        stored = meals.store(unit, MealDraft(resident_id, day, meal=meal, mode=wanted[meal]))
        # Entered today: the till of the day of the meal has been counted.
        prepaid.pay(unit, stored, balances.of(LedgerAccount.CANTEEN, resident_id))
    return bool(gone or other or new)
