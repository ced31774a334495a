"""Setting prices and subsidies: a new row from a day on, an end, or 作废; no row is overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import Combining, MealKind
from desktop.core.words import terms
from desktop.core.words.prices import WEEKDAYS
from desktop.models.meal import MealPrice, SubsidyRule
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.dated import ALL_AGES, put
from desktop.services.writing.journal import Unit, writing

# What two rows are the same price or the same subsidy by.
_PRICE_OF = ("meal", "mode", "min_age", "max_age", "flags", "weekdays")
_SUBSIDY_OF = ("meal", "mode", "min_age", "max_age", "flags", "min_spend_fen", "combining")
_MODELS: dict[Thing, type[MealPrice | SubsidyRule]] = {Thing.MEAL_PRICE: MealPrice, Thing.SUBSIDY_RULE: SubsidyRule}


@dataclass
class PriceDraft:
    """A price as typed; no flag, no weekday, no mode and no age: for everybody, always."""

    valid_from: str | dt.date = declared.day(required=True, future=True)
    meal: str = declared.choice(terms.MEALS, MealKind.LUNCH, required=True)
    price: str = declared.fen(required=True)
    mode: str = declared.choice(terms.MEAL_MODES)
    min_age: str = declared.number(*ALL_AGES)
    max_age: str = declared.number(*ALL_AGES)
    valid_to: str | dt.date = declared.day(future=True)
    flags: list[str] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)


@dataclass
class SubsidyDraft:
    """A subsidy rule as typed: an amount or a share in per cent. Of several flags one is enough.

    With ``replaces`` it stands for all rules that begin before it; otherwise for those for the same people and meals.
    """

    valid_from: str | dt.date = declared.day(required=True, future=True)
    amount: str = declared.fen()
    percent: str = declared.number(1, 100)
    min_age: str = declared.number(*ALL_AGES)
    max_age: str = declared.number(*ALL_AGES)
    meal: str = declared.choice(terms.MEALS)
    mode: str = declared.choice(terms.MEAL_MODES)
    min_spend: str = declared.fen()
    day_cap: str = declared.fen()
    month_cap: str = declared.fen()
    combining: str = declared.choice(terms.COMBININGS, Combining.HIGHEST, required=True)
    valid_to: str | dt.date = declared.day(future=True)
    flags: list[str] = field(default_factory=list)
    replaces: bool = False


AnyDraft = PriceDraft | SubsidyDraft


def set_price(actor: Actor, draft: PriceDraft) -> int:
    """Let a meal cost something from a day on; the id. One of the same day for the same people and days is replaced."""
    values = columns_of(draft)
    with writing(actor, Action.SET_PRICE) as unit:
        return put(unit, MealPrice, values, _PRICE_OF)


def set_subsidy(actor: Actor, draft: SubsidyDraft) -> int:
    """Let somebody be subsidised from a day on; the id. One of the same day for the same people is replaced."""
    values = columns_of(draft)
    with writing(actor, Action.SET_PRICE) as unit:
        return put(unit, SubsidyRule, values, _SUBSIDY_OF)


def end(actor: Actor, thing: Thing, row_id: int, last_day: str | dt.date) -> None:
    """A price or subsidy holds up to a day and no longer."""
    with writing(actor, Action.SET_PRICE) as unit:
        dated.end(unit, unit.living(_MODELS[thing], row_id), last_day)


def void(actor: Actor, thing: Thing, row_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; meals that were charged by it keep what they cost."""
    with writing(actor, Action.VOID_PRICE) as unit:
        unit.void(unit.living(_MODELS[thing], row_id), reason)


def columns_of(draft: AnyDraft) -> dict[str, Any]:
    """The row that a draft means, by column; InvalidDraft names what is wrong."""
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    values["flags"] = dated.check_people(values, draft.flags, checks)
    found = _price(draft, values, checks) if isinstance(draft, PriceDraft) else _subsidy(draft, values, checks)
    checks.raise_if_any()
    return found


def validate(draft: AnyDraft) -> list[FieldError]:
    """What keeps a price or subsidy from being saved."""
    try:
        columns_of(draft)
    except InvalidDraft as error:
        return list(error.fields)
    return []


def _price(draft: PriceDraft, values: dict[str, Any], checks: Checks) -> dict[str, Any]:
    for day in draft.weekdays:
        checks.choice("weekdays", day, WEEKDAYS)
    days = "".join(sorted(set(draft.weekdays)))
    low, high = ALL_AGES
    return {
        **{name: values[name] for name in ("valid_from", "valid_to", "meal", "mode", "flags")},
        "min_age": low if values["min_age"] is None else values["min_age"],
        "max_age": high if values["max_age"] is None else values["max_age"],
        # Every day is what no day said means.
        "weekdays": "" if len(days) == len(WEEKDAYS) else days,
        "price_fen": values["price"],
    }


def _subsidy(draft: SubsidyDraft, values: dict[str, Any], checks: Checks) -> dict[str, Any]:
    if not draft.amount.strip() and not draft.percent.strip():
        checks.refuse("amount", Reason.REQUIRED)
    if draft.amount.strip() and draft.percent.strip():
        checks.refuse("percent", Reason.AMOUNT_OR_SHARE)
    alike = ("valid_from", "valid_to", "meal", "mode", "min_age", "max_age", "flags", "percent", "combining")
    return {
        **{name: values[name] for name in alike},
        "amount_fen": values["amount"],
        "min_spend_fen": values["min_spend"],
        "day_cap_fen": values["day_cap"] if draft.day_cap.strip() else None,
        "month_cap_fen": values["month_cap"] if draft.month_cap.strip() else None,
        "replaces": int(draft.replaces),
    }


# Whole sets, as a workbook brings them: what it says of a day is all that holds from that day on.


def store_price(unit: Unit, valid_from: dt.date, meal: str, price_fen: int) -> None:
    """Let a meal cost everybody something from a date on; such a price of the same day is replaced."""
    put(unit, MealPrice, columns_of(PriceDraft(valid_from, meal, "0")) | {"price_fen": price_fen}, _PRICE_OF)


def store_subsidies(unit: Unit, valid_from: dt.date, rules: Iterable[tuple[int | None, tuple[str, ...], int]]) -> None:
    """Let (min_age, flags, amount_fen) rules stand for every subsidy that begins before a date, or on it."""
    draft = SubsidyDraft(valid_from, "0", replaces=True)
    rest = columns_of(draft)
    wanted = [
        rest | {"min_age": min_age, "flags": " ".join(sorted(flags)), "amount_fen": amount}
        for min_age, flags, amount in sorted(set(rules), key=str)
    ]
    for old in SubsidyRule.select().where(SubsidyRule.valid_from == valid_from, SubsidyRule.voided_at.is_null()):
        mine = {name: getattr(old, name) for name in rest}
        if mine in wanted:
            wanted.remove(mine)
        else:
            unit.void(old, "replaced")
    for values in wanted:
        unit.add(SubsidyRule(**values))
