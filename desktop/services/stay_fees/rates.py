"""收费标准: what bed, care and meals cost a month or a day, from a day on.

Of several rates that fit, one of the resident goes before one of the bed, the room, the class or the grade, that before
one for everybody; of equals one for the kind of stay before one for any, then the one set for the later day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from desktop.core.acts import Action
from desktop.core.answers import PriceState
from desktop.core.reasons import Reason
from desktop.core.stay_fees import FeePart, FeeUnit
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS
from desktop.core.words.staying import STAY_TERMS
from desktop.core.words.terms import GRADES
from desktop.models import query
from desktop.models.bed import Bed
from desktop.models.resident import Resident
from desktop.models.stay_fee import StayRate
from desktop.services.beds.places import place_name
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

_SAME = ("part", "resident_id", "bed_id", "building", "room", "bed_class", "grade", "term")
# What a rate may be of, one at most, and of which part.
_BED_ONLY = ("bed_id", "room", "bed_class")


@dataclass
class RateDraft:
    """A rate as typed: for one resident, bed, room, class or grade, or for all; ``room`` may name its building."""

    valid_from: str | dt.date = declared.day(required=True, future=True)
    part: str = declared.choice(FEE_PARTS, FeePart.BED, required=True)
    amount: str = declared.fen(required=True)
    unit: str = declared.choice(FEE_UNITS, FeeUnit.MONTH, required=True)
    bed_class: str = declared.choice(BED_CLASSES)
    room: str = declared.text(longest=40)
    bed_id: int | None = None
    grade: str = declared.choice(GRADES)
    resident_id: int | None = None
    term: str = declared.choice(STAY_TERMS)
    valid_to: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)


class Lain(NamedTuple):
    """Where somebody lies in a night, as what, and with which grade: what a rate asks."""

    resident_id: int
    bed_id: int
    building: str
    room: str
    bed_class: str
    grade: str
    term: str


@dataclass(frozen=True)
class Rate:
    """A rate with what it is of; ``place`` is the bed or room as people call it, ``resident`` a name."""

    id: int
    uid: str
    part: str
    resident_id: int | None
    resident: str
    bed_id: int | None
    place: str
    building: str
    room: str
    bed_class: str
    grade: str
    term: str
    unit: str
    amount_fen: int
    valid_from: dt.date
    valid_to: dt.date | None
    remark: str

    @property
    def scope(self) -> tuple[object, ...]:
        """What it is the rate of: the newest one of a scope holds."""
        return tuple(getattr(self, name) for name in _SAME)

    @property
    def rank(self) -> tuple[object, ...]:
        """The least goes first among those that fit."""
        whom = (self.resident_id is None, self.bed_id is None, not self.room, not self.bed_class and not self.grade)
        return (*whom, not self.term, -self.valid_from.toordinal(), -self.id)

    def fits(self, night: Lain) -> bool:
        """Whether it is for a night like that."""
        asked = (
            (self.resident_id, night.resident_id),
            (self.bed_id, night.bed_id),
            ((self.building, self.room) if self.room else "", (night.building, night.room)),
            (self.bed_class, night.bed_class),
            (self.grade, night.grade),
            (self.term, night.term),
        )
        return all(not wanted or wanted == found for wanted, found in asked)


@dataclass(frozen=True)
class Listed:
    """A rate, and whether it holds on the day that was asked for."""

    row: Rate
    state: PriceState


class Book:
    """Every rate, read once; what holds is answered for any day."""

    def __init__(self) -> None:
        self._every = sorted(_every(), key=lambda one: (one.valid_from, one.id))
        self._days: dict[dt.date, tuple[Rate, ...]] = {}

    def in_force(self, day: dt.date) -> tuple[Rate, ...]:
        """The rates that hold on a day; one that ended leaves no older one behind it."""
        if day not in self._days:
            newest = {one.scope: one for one in self._every if one.valid_from <= day}
            held = (one for one in newest.values() if one.valid_to is None or day <= one.valid_to)
            self._days[day] = tuple(held)
        return self._days[day]

    def rate(self, part: str, day: dt.date, night: Lain) -> Rate | None:
        """The rate of a night; None where none fits."""
        fitting = [one for one in self.in_force(day) if one.part == part and one.fits(night)]
        return min(fitting, key=lambda one: one.rank, default=None)

    def parts(self, day: dt.date) -> frozenset[str]:
        """The parts for which the centre takes fees at all on a day: somebody has a rate."""
        return frozenset(one.part for one in self.in_force(day))

    def listed(self, day: dt.date) -> list[Listed]:
        """Every rate: what holds on the day first, by part; then what is to come, then what was."""
        now = {one.id for one in self.in_force(day)}
        states, parts = list(PriceState), list(FEE_PARTS)
        found = [Listed(one, _state(one, one.id in now, day)) for one in self._every]
        return sorted(
            found, key=lambda one: (states.index(one.state), parts.index(FeePart(one.row.part)), *_in_order(one.row))
        )


def listed(day: dt.date) -> list[Listed]:
    """Every rate, as a list shows them."""
    return Book().listed(day)


def set_rate(actor: Actor, draft: RateDraft) -> int:
    """Let a part of a stay cost something from a day on; the id. One of the same day for the same is replaced.

    What was charged stays; months that this changes differ (``charges.months``).
    """
    with writing(actor, Action.SET_PRICE) as unit:
        return dated.put(unit, StayRate, _columns(unit, draft), _SAME)


def end(actor: Actor, rate_id: int, last_day: str | dt.date) -> None:
    """A rate holds up to a day and no longer."""
    with writing(actor, Action.SET_PRICE) as unit:
        dated.end(unit, unit.living(StayRate, rate_id), last_day)


def void(actor: Actor, rate_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; what was charged by it stays charged."""
    with writing(actor, Action.VOID_PRICE) as unit:
        unit.void(unit.living(StayRate, rate_id), reason)


def rooms() -> dict[str, str]:
    """The rooms of the beds by the text that a draft takes, as people call them."""
    found = query.fetch("SELECT DISTINCT building, room FROM living_bed ORDER BY building, room")
    return {_room_text(building, room): _room_text(building, room) for building, room in found}


def _room_text(building: str, room: str) -> str:
    return f"{building} {room}".strip()


def _columns(unit: Unit, draft: RateDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    named = {"resident_id": draft.resident_id, "bed_id": draft.bed_id} | {
        name: values[name] for name in ("room", "bed_class", "grade")
    }
    _check_scope(values["part"], [name for name, value in named.items() if value], checks)
    where = _room_of(values["room"], checks)
    checks.raise_if_any()
    if draft.resident_id is not None:
        unit.living(Resident, draft.resident_id)
    if draft.bed_id is not None:
        unit.living(Bed, draft.bed_id)
    alike = ("part", "unit", "bed_class", "grade", "term", "valid_from", "valid_to", "remark")
    return {
        **{name: values[name] for name in alike},
        "amount_fen": values["amount"],
        "resident_id": draft.resident_id,
        "bed_id": draft.bed_id,
        "building": where[0],
        "room": where[1],
    }


def _check_scope(part: str, named: list[str], checks: Checks) -> None:
    """One thing at most is named, and one that the part has."""
    for name in named[1:]:
        checks.refuse(name, Reason.ONE_OF_THESE)
    for name in named:
        if (name in _BED_ONLY and part != FeePart.BED) or (name == "grade" and part != FeePart.CARE):
            checks.refuse(name, Reason.OTHER_PART)


def _room_of(text: str, checks: Checks) -> tuple[str, str]:
    """The building and the room of what was typed."""
    if not text:
        return "", ""
    found = query.fetch("SELECT DISTINCT building, room FROM living_bed ORDER BY building, room")
    fitting = [(str(one), str(room)) for one, room in found if text in (_room_text(one, room), room)]
    exact = [one for one in fitting if _room_text(*one) == text] or fitting
    if len(exact) != 1:
        checks.refuse("room", Reason.UNKNOWN_BED, text)
        return "", ""
    return exact[0]


def _every() -> Iterable[Rate]:
    found = query.fetch(
        "SELECT b.building, b.room, b.number, t.id, t.uid, t.part, t.resident_id, COALESCE(r.name, ''), t.bed_id, '',"
        " t.building, t.room, t.bed_class, t.grade, t.term, t.unit, t.amount_fen, t.valid_from, t.valid_to, t.remark"
        " FROM living_stay_rate t LEFT JOIN resident r ON r.id = t.resident_id LEFT JOIN bed b ON b.id = t.bed_id"
        " ORDER BY t.id"
    )
    for building, room, number, *kept in found:
        one = query.shaped(Rate, kept)
        place = _room_text(one.building, one.room) if one.bed_id is None else place_name(building, room, number)
        yield replace(one, place=place)


def _in_order(one: Rate) -> tuple[object, ...]:
    grades = ["", *GRADES]
    return one.rank[:4], one.resident, one.place, one.bed_class, grades.index(one.grade), one.term, one.id


def _state(one: Rate, holds: bool, day: dt.date) -> PriceState:
    if holds:
        return PriceState.IN_FORCE
    if one.valid_from > day:
        return PriceState.TO_COME
    return PriceState.OVER if one.valid_to is not None and one.valid_to < day else PriceState.REPLACED
