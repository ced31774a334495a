"""What the ten helps are and which items belong to each, in the words of the centre: dated rows over shipped ones.

The newest row of a type and item that has begun holds; ended, the item is offered no more. Rows of services keep the
name of their item whatever becomes of it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from desktop.core.acts import Action
from desktop.core.answers import PriceState
from desktop.core.i18n import language
from desktop.core.ledgers import ServiceUnit
from desktop.core.paths import resource
from desktop.core.words import terms
from desktop.core.words.balances import SERVICE_UNITS
from desktop.models import query
from desktop.models.help_service import ServiceDefinition
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing

# Before any record: what is shipped holds always, until the centre says something else.
ALWAYS = dt.date(1900, 1, 1)
_SAME = ("type", "item")


@dataclass
class DefinitionDraft:
    """A definition as typed; without an ``item`` it is of the whole type."""

    valid_from: str | dt.date = declared.day(required=True, future=True)
    type: str = declared.choice(terms.SERVICE_TYPES, required=True)
    item: str = declared.text(longest=20)
    unit: str = declared.choice(SERVICE_UNITS, ServiceUnit.TIME, required=True)
    text: str = declared.text(longest=200)
    valid_to: str | dt.date = declared.day(future=True)


@dataclass(frozen=True)
class Definition:
    """What a type or an item of it is; ``id`` is None of a shipped one, which has English words besides."""

    type: str
    item: str
    unit: str
    text: str
    valid_from: dt.date
    valid_to: dt.date | None = None
    id: int | None = None
    uid: str = ""
    item_english: str = ""
    english: str = ""

    @property
    def shown_text(self) -> str:
        """What it is, in the language in use where that is known."""
        return self.english if self.english and language() == "en" else self.text


@dataclass(frozen=True)
class Listed:
    """A definition, and whether it holds on the day that was asked for."""

    row: Definition
    state: PriceState


@cache
def shipped() -> tuple[Definition, ...]:
    """Those that the program ships."""
    with resource("rules", "services.toml").open("rb") as file:
        told = tomllib.load(file)["definition"]
    return tuple(Definition(**{"item": "", "valid_from": ALWAYS} | one) for one in told)


def in_force(day: dt.date) -> dict[tuple[str, str], Definition]:
    """What is offered on a day by (type, item), in the order of the ten."""
    return _in_force(_every(), day)


def items(kind: str, day: dt.date) -> tuple[str, ...]:
    """The items of a type on a day."""
    return tuple(item for of, item in in_force(day) if of == kind and item)


def unit_of(kind: str, item: str, day: dt.date) -> str:
    """In what an item is counted on a day; one that is not offered as its type, else by times."""
    return unit_among(in_force(day), kind, item)


def unit_among(offered: Mapping[tuple[str, str], Definition], kind: str, item: str) -> str:
    """The same where it is known what is offered on the day."""
    found = offered.get((kind, item)) or offered.get((kind, ""))
    return found.unit if found is not None else ServiceUnit.TIME


def item_shown(item: str) -> str:
    """An item as the screen names it: a shipped one in the language in use, another one as it was typed."""
    english = {one.item: one.item_english for one in shipped()} if language() == "en" else {}
    return english.get(item) or item


def listed(day: dt.date) -> list[Listed]:
    """Every definition: what holds on the day first, by type; then what is to come, then what was."""
    every = _every()
    now = list(_in_force(every, day).values())
    found = [Listed(one, state_of(one, one in now, day)) for one in every]
    states, types = list(PriceState), list(terms.SERVICE_TYPES)
    return sorted(found, key=lambda one: (states.index(one.state), types.index(one.row.type)))


def state_of(row: Definition, holds: bool, day: dt.date) -> PriceState:
    """Whether it holds; what stands behind a newer one is replaced."""
    if holds:
        return PriceState.IN_FORCE
    if row.valid_from > day:
        return PriceState.TO_COME
    return PriceState.OVER if row.valid_to is not None and row.valid_to < day else PriceState.REPLACED


def define(actor: Actor, draft: DefinitionDraft) -> int:
    """Say what a type or an item is from a day on; the id. One of the same day for the same is replaced."""
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    checks.raise_if_any()
    with writing(actor, Action.DEFINE_SERVICE) as unit:
        return dated.put(unit, ServiceDefinition, values, _SAME)


def end(actor: Actor, kind: str, item: str, last_day: str | dt.date) -> None:
    """An item is offered up to a day and no longer; so is a shipped one."""
    with writing(actor, Action.DEFINE_SERVICE) as unit:
        own = [one for one in _every() if (one.type, one.item) == (kind, item)]
        checks = Checks()
        checks.choice("item", item, {one.item for one in own if one.item}, required=True)
        checks.raise_if_any()
        newest = max(own, key=_age)
        if newest.id is not None:
            dated.end(unit, unit.living(ServiceDefinition, newest.id), last_day)
            return
        last = dated.last_day_of(newest.valid_from, last_day)
        words = {"type": kind, "item": item, "unit": newest.unit, "text": newest.text}
        unit.add(ServiceDefinition(**words, valid_from=newest.valid_from, valid_to=last))


def void(actor: Actor, definition_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; what it stood for holds again."""
    with writing(actor, Action.VOID_DEFINITION) as unit:
        unit.void(unit.living(ServiceDefinition, definition_id), reason)


def _every() -> list[Definition]:
    own = query.fetch_as(
        Definition,
        "SELECT type, item, unit, text, valid_from, valid_to, id, uid, '' AS item_english, '' AS english"
        " FROM living_service_definition ORDER BY id",
    )
    return [*shipped(), *own]


def _age(one: Definition) -> tuple[dt.date, int]:
    return one.valid_from, one.id or 0


def _in_force(every: Iterable[Definition], day: dt.date) -> dict[tuple[str, str], Definition]:
    newest: dict[tuple[str, str], Definition] = {}
    for one in sorted(every, key=_age):
        if one.valid_from <= day:
            newest[one.type, one.item] = one
    types = list(terms.SERVICE_TYPES)
    found = {key: one for key, one in newest.items() if one.valid_to is None or day <= one.valid_to}
    return dict(sorted(found.items(), key=lambda pair: types.index(pair[0][0])))
