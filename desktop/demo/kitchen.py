"""The demo's food ledger: what was bought each week, cooked each day, kept, cleaned and measured."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.food import LicenceKind, SheetOf
from desktop.core.paths import resource
from desktop.core.period import Month
from desktop.core.trade import MealKind, NamedList
from desktop.models import query
from desktop.services.food import dishes, purchases, samples, sheets
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.named import entries
from desktop.services.people import certificates
from desktop.services.people.certificates import LicenceDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_YEAR = dt.timedelta(days=365)
# After closing time of the second day.
_EVENING = dt.timedelta(hours=6)
_WEEK = dt.timedelta(days=7)


def keep_kitchen(actor: Actor, month: Month) -> None:
    """The ledger of every day since a month began on which somebody ate; the last lacks its samples, as it goes."""
    data = tomllib.loads(resource("demo", "kitchen.toml").read_text(encoding="utf-8"))
    served = [
        (dt.date.fromisoformat(day), meal)
        for day, meal in query.fetch(
            "SELECT DISTINCT eaten_on, meal FROM living_meal WHERE eaten_on >= ? ORDER BY eaten_on, meal DESC",
            [month.first.isoformat()],
        )
    ]
    with writing(actor, Action.RECORD_KITCHEN):
        _license(actor, data)
        bought: list[int] = []
        since: dt.date | None = None
        days = sorted({day for day, _meal in served})
        for number, day in enumerate(days):
            if since is None or day - since >= _WEEK:
                for batch in bought:
                    purchases.end(actor, batch, day=day)
                bought, since = _buy(actor, data, day), day
            _sheets(actor, data, day)
            for meal in (meal for on, meal in served if on == day):
                made = _cook(actor, day, meal, data["dishes"][number % len(data["dishes"])], bought)
                at = "11:10" if meal == MealKind.LUNCH else "17:10"
                for dish in made if day != days[-1] else ():
                    samples.add(actor, SampleDraft(dish, at, "150", _cook_of(day), data["place"]))
        for one in samples.due(clock.now() - _EVENING):
            samples.throw_away(actor, one.id, one.taken_by, one.keeps_until + _EVENING)


def _license(actor: Actor, data: Mapping[str, Any]) -> None:
    for number, (name, licence) in enumerate(data["suppliers"], 1):
        supplier = entries.add(actor, NamedList.SUPPLIER, name)
        ends = clock.today() + number * _YEAR
        certificates.add(actor, supplier, LicenceDraft(LicenceKind.FOOD, number=licence, valid_to=ends))


def _buy(actor: Actor, data: Mapping[str, Any], day: dt.date) -> list[int]:
    return [
        purchases.add(
            actor,
            PurchaseDraft(
                name,
                data["suppliers"][supplier][0],
                day,
                quantity,
                unit,
                price,
                made_on=day,
                expires_on=day + dt.timedelta(days=lasts),
                accepted_by=_cook_of(day),
            ),
        )
        for name, supplier, quantity, unit, price, lasts in data["foods"]
    ]


def _sheets(actor: Actor, data: Mapping[str, Any], day: dt.date) -> None:
    by = _cook_of(day)
    lines = [SheetDraft(SheetOf.MORNING_CHECK, day, by, "07:20", "36.4", done_by=by)]
    lines += [SheetDraft(SheetOf.CLEANING, day, one, "14:10", done_by=by) for one in data["cleaned"]]
    lines += [SheetDraft(SheetOf.TEMPERATURE, day, one, "08:00", cold, done_by=by) for one, cold in data["stores"]]
    sheets.add_all(actor, lines)


def _cook(actor: Actor, day: dt.date, meal: str, menu: list[Any], bought: list[int]) -> list[int]:
    made = []
    for name, allergens, foods in menu:
        draft = DishDraft(day, meal, name, allergens=list(allergens))
        made.append(dishes.add(actor, draft, [bought[one] for one in foods]))
    return made


def _cook_of(day: dt.date) -> str:
    return next(iter(sheets.cooks(day)), "") or "刘师傅"
