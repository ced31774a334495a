"""Rules of counting as effective-dated data (table ``rule``); the defaults stand in resources/rules."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.core.paths import resource
from desktop.models import query
from desktop.models.centre import Rule
from desktop.services.actor import Actor
from desktop.services.journal import Unit, writing

ALWAYS = dt.date(1900, 1, 1)


@dataclass(frozen=True)
class RuleRow:
    """A value of a rule and the first day on which it counts."""

    id: int
    key: str
    valid_from: dt.date
    value: Any
    note: str


def value(key: str, on: dt.date) -> Any:
    """The rule's value on a date; LookupError when there is none, which is a bug in the defaults."""
    row = query.fetch_one(
        "SELECT value FROM rule WHERE key = ? AND valid_from <= ? AND voided_at IS NULL"
        " ORDER BY valid_from DESC LIMIT 1",
        [key, on.isoformat()],
    )
    if row is None:
        raise LookupError(f"no rule {key} on {on}")
    return json.loads(row[0])


def in_force(keys: Iterable[str], on: dt.date) -> dict[str, str]:
    """The values on a date as JSON text, for the rule note (口径) beneath a figure."""
    return {key: json.dumps(value(key, on), ensure_ascii=False) for key in keys}


def listed() -> list[RuleRow]:
    """Every value of every rule: by rule, the newest first."""
    found = query.fetch(
        "SELECT id, key, valid_from, value, note FROM rule WHERE voided_at IS NULL ORDER BY key, valid_from DESC"
    )
    return [RuleRow(row[0], row[1], dt.date.fromisoformat(row[2]), json.loads(row[3]), row[4]) for row in found]


def set_rule(actor: Actor, key: str, valid_from: dt.date, new: Any, note: str = "") -> None:
    """Let the rule have another value from a date on; only the director may."""
    actor.require_director("set_rule")
    with writing(actor, note) as unit:
        same_day = Rule.get_or_none(Rule.key == key, Rule.valid_from == valid_from, Rule.voided_at.is_null())
        if same_day is not None:
            unit.void(same_day, note or "replaced")
        _add(unit, key, valid_from, new, note)


def add_defaults(unit: Unit) -> None:
    """Give a new centre the rules that the program ships, valid from before any record."""
    with resource("rules", "counting.toml").open("rb") as file:
        shipped = tomllib.load(file)
    for key, entry in shipped.items():
        _add(unit, key, ALWAYS, entry["value"], entry["note"])


def _add(unit: Unit, key: str, valid_from: dt.date, new: Any, note: str) -> None:
    unit.add(Rule(key=key, valid_from=valid_from, value=json.dumps(new, ensure_ascii=False), note=note))
