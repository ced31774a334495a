"""The price list of the ten helps: fee and subsidy of a unit from a day on, for everybody or for some.

Of several lines that fit, one of the item goes before one of the type, then one for the person before one for
everybody; of equals the one with the least to pay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.core.acts import Action
from desktop.core.answers import PriceState
from desktop.core.ledgers import ServiceUnit
from desktop.core.period import age_on
from desktop.core.reasons import Reason
from desktop.core.trade import FlagKind
from desktop.core.words import terms
from desktop.core.words.balances import SERVICE_UNITS
from desktop.models import query
from desktop.models.help_service import ServiceFee
from desktop.services.help_services import definitions
from desktop.services.register.snapshot import CERTIFIED, ELDERLY
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.dated import ALL_AGES
from desktop.services.writing.journal import writing

_SAME = ("type", "item", "min_age", "max_age", "flags")
_HOUR = 60


@dataclass
class FeeDraft:
    """A line of the price list as typed; no unit is that of the definition, no age and no flag is everybody."""

    valid_from: str | dt.date = declared.day(required=True, future=True)
    type: str = declared.choice(terms.SERVICE_TYPES, required=True)
    item: str = declared.text(longest=20)
    unit: str = declared.choice(SERVICE_UNITS)
    fee: str = declared.fen(required=True)
    subsidy: str = declared.fen()
    min_age: str = declared.number(*ALL_AGES)
    max_age: str = declared.number(*ALL_AGES)
    valid_to: str | dt.date = declared.day(future=True)
    flags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Fee:
    """A line of the price list."""

    id: int
    uid: str
    type: str
    item: str
    unit: str
    fee_fen: int
    subsidy_fen: int
    min_age: int
    max_age: int
    held: str
    valid_from: dt.date
    valid_to: dt.date | None

    @property
    def ages(self) -> tuple[int, int]:
        """The first and the last age."""
        return self.min_age, self.max_age

    @property
    def flags(self) -> frozenset[str]:
        """The flags of which one is enough; none asks nothing."""
        return frozenset(self.held.split())

    @property
    def personal(self) -> bool:
        """Whether it is for some people only."""
        return bool(self.held) or self.ages != ALL_AGES

    @property
    def scope(self) -> tuple[object, ...]:
        """What it is the fee of: the newest one of a scope holds."""
        return self.type, self.item, self.ages, self.flags

    def fits(self, who: Group, kind: str, item: str) -> bool:
        """Whether it is for somebody like that and such a service."""
        if self.type != kind or self.item not in ("", item):
            return False
        if self.ages != ALL_AGES and (who.age is None or not self.min_age <= who.age <= self.max_age):
            return False
        return not self.held or bool(self.flags & who.flags)

    def amounts(self, minutes: int, quantity: int) -> tuple[int, int] | None:
        """(fee, subsidy) in fen of so much of it; None where it is counted by hours that nobody said."""
        if self.unit == ServiceUnit.HOUR:
            if not minutes:
                return None
            # Half up to the fen.
            return _share(self.fee_fen, minutes), _share(self.subsidy_fen, minutes)
        return self.fee_fen * quantity, self.subsidy_fen * quantity


@dataclass(frozen=True)
class Group:
    """What the price list asks of somebody on a day: the age, where it is known, and the flags."""

    age: int | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listed:
    """A line of the price list, and whether it holds on the day that was asked for."""

    row: Fee
    state: PriceState


def group_of(resident_id: int, day: dt.date) -> Group:
    """The age and the flags of a resident on a day, those that follow from others too; nothing of nobody."""
    found = query.fetch_one(
        "SELECT r.born_on, COALESCE((SELECT group_concat(f.kind, ' ') FROM living_flag f WHERE f.resident_id = r.id"
        " AND (f.from_on IS NULL OR f.from_on <= d.day) AND (f.to_on IS NULL OR f.to_on >= d.day)), ''),"
        f" {CERTIFIED} FROM (SELECT ? AS day) d CROSS JOIN living_resident r WHERE r.id = ?",
        [day.isoformat(), resident_id],
    )
    if found is None:
        return Group()
    born, held, certified = found
    age = age_on(dt.date.fromisoformat(str(born)), day) if born else None
    flags = set(str(held).split())
    if age is not None and age >= ELDERLY:
        flags.add(FlagKind.ADVANCED_AGE)
    if certified or FlagKind.SEVERELY_HANDICAPPED in flags:
        flags.add(FlagKind.HANDICAPPED)
    return Group(age, frozenset(flags))


def in_force(day: dt.date) -> list[Fee]:
    """The lines that hold on a day, by type."""
    return _in_force(_every(), day)


def fee_for(who: Group, kind: str, item: str, day: dt.date) -> Fee | None:
    """The line by which somebody is charged; None where the list has none."""
    fitting = [one for one in in_force(day) if one.fits(who, kind, item)]
    return min(
        fitting,
        key=lambda one: (not one.item, not one.personal, one.fee_fen - one.subsidy_fen, one.id),
        default=None,
    )


def listed(day: dt.date) -> list[Listed]:
    """Every line: what holds on the day first, by type; then what is to come, then what was."""
    every = _every()
    now = {one.id for one in _in_force(every, day)}
    states = list(PriceState)
    found = [Listed(one, _state(one, one.id in now, day)) for one in every]
    return sorted(found, key=lambda one: (states.index(one.state), *_in_order(one.row)))


def set_fee(actor: Actor, draft: FeeDraft) -> int:
    """Let a service cost something from a day on; the id. One of the same day for the same people is replaced."""
    with writing(actor, Action.SET_PRICE) as unit:
        return dated.put(unit, ServiceFee, _columns(draft), _SAME)


def end(actor: Actor, fee_id: int, last_day: str | dt.date) -> None:
    """A line holds up to a day and no longer."""
    with writing(actor, Action.SET_PRICE) as unit:
        dated.end(unit, unit.living(ServiceFee, fee_id), last_day)


def void(actor: Actor, fee_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; services keep what they cost."""
    with writing(actor, Action.VOID_PRICE) as unit:
        unit.void(unit.living(ServiceFee, fee_id), reason)


def _columns(draft: FeeDraft) -> dict[str, object]:
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    flags = dated.check_people(values, draft.flags, checks)
    kind, item, first = values["type"], values["item"], values["valid_from"]
    if item and kind and first is not None and item not in definitions.items(kind, first):
        checks.refuse("item", Reason.UNKNOWN_WORD, item)
    checks.raise_if_any()
    low, high = ALL_AGES
    return {
        **{name: values[name] for name in ("valid_from", "valid_to", "type", "item")},
        "unit": values["unit"] or definitions.unit_of(kind, item, first),
        "fee_fen": values["fee"],
        "subsidy_fen": values["subsidy"],
        "min_age": low if values["min_age"] is None else values["min_age"],
        "max_age": high if values["max_age"] is None else values["max_age"],
        "flags": flags,
    }


def _every() -> list[Fee]:
    return query.fetch_as(
        Fee,
        "SELECT id, uid, type, item, unit, fee_fen, subsidy_fen, min_age, max_age, flags AS held, valid_from, valid_to"
        " FROM living_service_fee ORDER BY id",
    )


def _in_force(every: Iterable[Fee], day: dt.date) -> list[Fee]:
    newest: dict[tuple[object, ...], Fee] = {}
    for one in sorted(every, key=lambda one: (one.valid_from, one.id)):
        if one.valid_from <= day:
            newest[one.scope] = one
    return sorted((one for one in newest.values() if one.valid_to is None or day <= one.valid_to), key=_in_order)


def _in_order(one: Fee) -> tuple[object, ...]:
    return list(terms.SERVICE_TYPES).index(one.type), one.item, one.personal, one.ages, one.held, one.id


def _state(one: Fee, holds: bool, day: dt.date) -> PriceState:
    if holds:
        return PriceState.IN_FORCE
    if one.valid_from > day:
        return PriceState.TO_COME
    return PriceState.OVER if one.valid_to is not None and one.valid_to < day else PriceState.REPLACED


def _share(fen: int, minutes: int) -> int:
    return (fen * minutes * 2 + _HOUR) // (2 * _HOUR)
