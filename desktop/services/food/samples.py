"""留样: a sample of each dish is kept for as long as the rule says, then thrown away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind
from desktop.models import query
from desktop.models.food import Dish, FoodSample
from desktop.services.writing import declared, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_MOST_GRAMS = 5000


@dataclass
class SampleDraft:
    """A sample as typed: it is taken on the day on which the dish is served."""

    dish_id: int | None = declared.row()
    taken_at: str = declared.clock_time()
    grams: str = declared.number(1, _MOST_GRAMS, required=True)
    taken_by: str = declared.text(longest=60)
    place: str = declared.text(longest=60)


@dataclass(frozen=True)
class SampleRow:
    """A sample with its dish."""

    id: int
    dish_id: int
    taken_on: dt.date
    taken_at: str
    meal: MealKind
    name: str
    grams: int
    taken_by: str
    place: str
    thrown_on: dt.date | None
    thrown_at: str
    thrown_by: str

    @property
    def keeps_until(self) -> dt.datetime:
        """Until when it has to be kept, by the rule of its day."""
        taken = dt.datetime.combine(self.taken_on, dt.time.fromisoformat(self.taken_at))
        return taken + dt.timedelta(hours=rules.food_sample(self.taken_on)[1])


def add(actor: Actor, draft: SampleDraft) -> int:
    """A sample was taken; the id. Refused for fewer grams than the rule asks, and for a second one of the dish."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        return store(unit, draft)


def add_all(actor: Actor, dish_ids: Iterable[int], draft: SampleDraft) -> list[int]:
    """Samples of several dishes, taken alike and at once, all or none; the ids."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        return [store(unit, replace(draft, dish_id=dish_id)) for dish_id in dish_ids]


def store(unit: Unit, draft: SampleDraft) -> int:
    """The same within a unit."""
    values, dish_id = _read(draft), draft.dish_id
    dish = unit.living(Dish, dish_id)
    _refuse(dish.served_on, values)
    if query.ids("SELECT id FROM living_food_sample WHERE dish_id = ?", [dish.id]):
        raise InvalidDraft([FieldError("dish_id", Reason.ALREADY_RECORDED)])
    return int(unit.add(FoodSample(**values, taken_on=dish.served_on)).id)


def change(actor: Actor, sample_id: int, draft: SampleDraft) -> None:
    """Put a sample right; it stays with its dish."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        row = unit.living(FoodSample, sample_id)
        values = _read(draft) | {"dish_id": row.dish_id}
        _refuse(row.taken_on, values)
        unit.change(row, values)


def draft_of(sample_id: int) -> SampleDraft:
    """What the form of a sample on record opens with; NotFound."""
    return SampleDraft(**declared.shown(SampleDraft, living(FoodSample, sample_id)))


def throw_away(actor: Actor, sample_id: int, by: str = "", at: dt.datetime | None = None) -> None:
    """A sample was thrown away; refused before its hours are over, and a second time."""
    throw_all(actor, [sample_id], by, at)


def throw_all(actor: Actor, sample_ids: Iterable[int], by: str = "", at: dt.datetime | None = None) -> None:
    """Several were thrown away at once, all or none."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        for sample_id in sample_ids:
            _throw(unit, sample_id, by, at or clock.now())


def void(actor: Actor, sample_id: int, reason: str) -> None:
    """作废: it was never taken."""
    with writing(actor, Action.VOID_FOOD) as unit:
        unit.void(unit.living(FoodSample, sample_id), reason)


def samples(first: dt.date, last: dt.date) -> list[SampleRow]:
    """The samples of some days in their order."""
    return query.fetch_as(
        SampleRow,
        f"{_ROWS} WHERE s.taken_on BETWEEN ? AND ? ORDER BY s.taken_on, s.id",
        [first.isoformat(), last.isoformat()],
    )


def kept() -> list[SampleRow]:
    """Samples that were not thrown away, the oldest first."""
    return query.fetch_as(SampleRow, f"{_ROWS} WHERE s.thrown_on IS NULL ORDER BY s.taken_on, s.taken_at, s.id")


def due(now: dt.datetime) -> list[SampleRow]:
    """Samples whose hours are over and that still stand there."""
    return [one for one in kept() if one.keeps_until <= now]


def proposal(dish_id: int) -> SampleDraft:
    """A draft as the last sample was taken, of as many grams as the rule asks."""
    dish = living(Dish, dish_id)
    last = query.fetch("SELECT taken_by, place FROM living_food_sample ORDER BY taken_on DESC, id DESC LIMIT 1")
    by, place = last[0] if last else ("", "")
    grams, _hours = rules.food_sample(dish.served_on)
    return SampleDraft(dish_id, f"{clock.now():%H:%M}", str(grams), by, place)


def _throw(unit: Unit, sample_id: int, by: str, when: dt.datetime) -> None:
    row = unit.living(FoodSample, sample_id)
    ends = _row(sample_id).keeps_until
    if row.thrown_on is not None:
        raise InvalidDraft([FieldError("thrown_on", Reason.ALREADY_RECORDED)])
    if when < ends:
        raise InvalidDraft([FieldError("thrown_on", Reason.KEPT_LONGER, f"{ends:%Y-%m-%d %H:%M}")])
    unit.change(row, {"thrown_on": when.date(), "thrown_at": f"{when:%H:%M}", "thrown_by": by.strip()})


def _read(draft: SampleDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    if not values["taken_at"] and not checks.refused("taken_at"):
        checks.refuse("taken_at", Reason.REQUIRED)
    checks.raise_if_any()
    return values


def _refuse(day: dt.date, values: dict[str, Any]) -> None:
    least, _hours = rules.food_sample(day)
    if day > clock.today():
        raise InvalidDraft([FieldError("dish_id", Reason.FUTURE_DATE)])
    if values["grams"] < least:
        raise InvalidDraft([FieldError("grams", Reason.OUT_OF_RANGE, f"{least}–{_MOST_GRAMS}")])


def _row(sample_id: int) -> SampleRow:
    return query.fetch_as(SampleRow, f"{_ROWS} WHERE s.id = ?", [sample_id])[0]


_ROWS = (
    "SELECT s.id, s.dish_id, s.taken_on, s.taken_at, d.meal, d.name, s.grams, s.taken_by, s.place, s.thrown_on,"
    " s.thrown_at, s.thrown_by FROM living_food_sample s JOIN living_dish d ON d.id = s.dish_id"
)
