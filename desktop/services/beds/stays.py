"""Stays in beds and leaves from them (handbook 2.6); the database itself refuses overlapping ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused, NotFound, Overlap, UserError
from desktop.core.reasons import Reason
from desktop.core.staying import StayTerm, kind_of_leave
from desktop.core.trade import RegisterState
from desktop.core.words.staying import LEAVE_KINDS, STAY_TERMS
from desktop.models.bed import Bed, Leave, Stay
from desktop.services.beds import in_service, places, reserving
from desktop.services.register import snapshot
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing


@dataclass
class StayDraft:
    """A stay as typed, with one leave where there was one."""

    resident_id: int | None = declared.row()
    bed_id: int | None = declared.row()
    from_on: str | dt.date = declared.day(required=True)
    to_on: str | dt.date = declared.day(future=True)
    end_reason: str = declared.text()
    leave_from: str | dt.date = declared.day()
    leave_to: str | dt.date = declared.day(future=True)
    leave_reason: str = declared.text()
    leave_kind: str = declared.choice(LEAVE_KINDS)
    term: str = declared.choice(STAY_TERMS, StayTerm.LONG, required=True)


# The columns of a leave, by the fields of the stay.
_LEAVE = {"from_on": "leave_from", "to_on": "leave_to", "reason": "leave_reason", "kind": "leave_kind"}


def admit(actor: Actor, draft: StayDraft) -> int:
    """入住: record a stay; Overlap when the bed or the resident is taken in these days."""
    with writing(actor, Action.ADMIT) as unit:
        return int(store_stay(unit, draft).id)


def store_stay(unit: Unit, draft: StayDraft) -> Stay:
    """Record a stay within a unit."""
    checks = Checks()
    values, leave = _read_stay(draft, checks)
    checks.raise_if_any()
    first: dt.date = values["from_on"]
    person = about_residents.person_for(values["resident_id"], first)
    bed = unit.living(Bed, values["bed_id"])
    values["to_on"] = _last_on_register(person.id, first, values["to_on"])
    in_service.require(bed, first, values["to_on"])
    reserving.require_not_kept(bed, person.id, first, values["to_on"])
    with _named(person.id, bed, first, values["to_on"]):
        stay = unit.add(Stay(**values))
    reserving.fulfil(unit, bed, first)
    if leave["from_on"] is not None:
        unit.add(Leave(stay=stay, **leave))
    return stay


def discharge(actor: Actor, stay_id: int, day: str | dt.date, reason: str, seen: dt.date | None = None) -> None:
    """离院: the bed is free from that day on. A leave ends with the stay, one that would begin later is void.

    AlreadyRecorded for a stay that has ended, unless the caller saw that end (``seen``) and puts it right.
    """
    checks = Checks()
    last = checks.day("to_on", day, required=True)
    checks.raise_if_any()
    assert last is not None
    with writing(actor, Action.DISCHARGE) as unit:
        stay = unit.living(Stay, stay_id)
        if stay.to_on is not None and stay.to_on <= clock.today() and stay.to_on != seen:
            raise AlreadyRecorded(Thing.STAY, stay.to_on.isoformat())
        if last < stay.from_on:
            checks.refuse("to_on", Reason.ENDS_BEFORE_START, stay.from_on.isoformat())
            checks.raise_if_any()
        if stay.to_on is not None and last > stay.to_on:
            # The nights that come to it are asked as those of an admission are.
            _last_on_register(stay.resident_id, stay.to_on, last)
            in_service.require(unit.living(Bed, stay.bed_id), stay.to_on, last)
        end(unit, stay, last, reason.strip())


def end(unit: Unit, stay: Stay, last: dt.date, reason: str) -> None:
    """The bed is free from that day on, within a unit; no leave outlasts it."""
    end_leaves(unit, stay, last)
    with _named(stay.resident_id, stay.bed, stay.from_on, last, stay.id):
        unit.change(stay, {"to_on": last, "end_reason": reason})


def add_leave(
    actor: Actor, stay_id: int, first: str | dt.date, last: str | dt.date, reason: str, kind: str = ""
) -> int:
    """请假: keeps the bed; first and last day inclusive, no last day while still away.

    Without a ``kind`` it is read from the words.
    """
    with writing(actor, Action.RECORD_LEAVE) as unit:
        stay = unit.living(Stay, stay_id)
        return int(unit.add(Leave(stay=stay, **leave_values(stay, first, last, reason, kind))).id)


def end_leave(actor: Actor, stay_id: int, last_day: str | dt.date) -> None:
    """销假: the last day of the leave that is still running; days after it count as occupied again."""
    checks = Checks()
    last = checks.day("leave_to", last_day, required=True)
    checks.raise_if_any()
    assert last is not None
    with writing(actor, Action.END_LEAVE) as unit:
        leave = _running_leave(unit.living(Stay, stay_id))
        if last < leave.from_on:
            checks.refuse("leave_to", Reason.ENDS_BEFORE_START)
            checks.raise_if_any()
        unit.change(leave, {"to_on": last})


def void_stay(actor: Actor, stay_id: int, reason: str) -> None:
    """作废: the stay and its leaves stay on record with the reason and count no more."""
    with writing(actor, Action.VOID_STAY) as unit:
        stay = unit.living(Stay, stay_id)
        for leave in Leave.select().where(Leave.stay == stay, Leave.voided_at.is_null()):
            unit.void(leave, reason)
        unit.void(stay, reason)


def ends(stay_id: int) -> dt.date | None:
    """The day from which the bed of a stay is free, where one is known; NotFound."""
    found: dt.date | None = living(Stay, stay_id).to_on
    return found


def fits(stay: Stay) -> bool:
    """Whether an admission on these days would be let: the person on the register, the bed there."""
    try:
        last = _last_on_register(stay.resident_id, stay.from_on, stay.to_on)
        in_service.require(stay.bed, stay.from_on, stay.to_on)
    except UserError:
        return False
    return bool(last == stay.to_on)


def end_leaves(unit: Unit, stay: Stay, last: dt.date) -> None:
    """No leave outlasts its stay, whose last day is the day before the bed is free."""
    night = max(stay.from_on, last - dt.timedelta(days=1))
    for leave in Leave.select().where(Leave.stay == stay, Leave.voided_at.is_null()):
        if leave.from_on > night:
            unit.void(leave, "discharged before")
        elif leave.to_on is None or leave.to_on > night:
            unit.change(leave, {"to_on": night})


@contextmanager
def _named(resident_id: int, bed: Bed, first: dt.date, last: dt.date | None, besides: int = 0) -> Iterator[None]:
    """Say of an overlap which bed the person has, or who lies in the bed, and since when."""
    try:
        yield
    except Overlap as refused:
        of = Stay.resident == resident_id if refused.what == Thing.RESIDENT else Stay.bed == bed
        ends_later = Stay.to_on.is_null() | (Stay.to_on > first)
        begins = Stay.from_on < (last or dt.date.max)
        nights = Stay.to_on.is_null() | (Stay.to_on > Stay.from_on)
        wanted = (of, Stay.voided_at.is_null(), ends_later, begins, nights, Stay.id != besides)
        found = Stay.select().where(*wanted).first()
        if found is None:
            raise
        taken = found.bed
        whose = places.place_name(taken.building, taken.room, taken.number)
        named = whose if refused.what == Thing.RESIDENT else found.resident.name
        until = "" if found.to_on is None else found.to_on.isoformat()
        raise Overlap(refused.what, f"{named}, {found.from_on.isoformat()} – {until}".rstrip(" –")) from refused


def _last_on_register(resident_id: int, first: dt.date, last: dt.date | None) -> dt.date | None:
    """The day until which a stay lasts: a departure from the register that is on record already ends it."""
    known = snapshot.register([resident_id])
    if not known.on_register(resident_id, first):
        raise DateRefused(Reason.OFF_REGISTER, first)
    gone = [
        event.on
        for event in known.events.get(resident_id, ())
        if event.state != RegisterState.ON_REGISTER and event.on is not None and event.on > first
    ]
    if gone and last is not None and last > gone[0]:
        raise DateRefused(Reason.OFF_REGISTER, gone[0])
    return gone[0] if gone and last is None else last


def _running_leave(stay: Stay) -> Leave:
    # The database lets no two leaves of a stay overlap, so one at most runs today.
    still_away = Leave.to_on.is_null() | (Leave.to_on >= clock.today())
    row = Leave.get_or_none(Leave.stay == stay, Leave.voided_at.is_null(), still_away)
    if row is None:
        raise NotFound(Thing.LEAVE, "")
    return row


def _read_stay(draft: StayDraft, checks: Checks) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the stay, and those of its leave."""
    values = declared.read(draft, checks)
    leave = {column: values.pop(name) for column, name in _LEAVE.items()}
    (first, last), (leave_first, leave_last) = (values["from_on"], values["to_on"]), (leave["from_on"], leave["to_on"])
    if first and last and last < first:
        checks.refuse("to_on", Reason.ENDS_BEFORE_START)
    if leave_last and not leave_first:
        checks.refuse("leave_from", Reason.REQUIRED)
    if first and leave_first:
        leave["to_on"] = _within(checks, (first, last), (leave_first, leave_last))
    leave["kind"] = kind_of_leave(leave["kind"], leave["reason"])
    return values, leave


def leave_values(
    stay: Stay, first: str | dt.date, last: str | dt.date, reason: str, kind: str = ""
) -> dict[str, object]:
    """The columns of a leave as typed; InvalidDraft when its days are none, or lie outside the stay."""
    checks = Checks()
    from_on, to_on = checks.day("leave_from", first, required=True), checks.day("leave_to", last, future=True)
    words, chosen = checks.text("leave_reason", reason), checks.choice("leave_kind", kind, LEAVE_KINDS)
    checks.raise_if_any()
    assert from_on is not None
    to_on = _within(checks, (stay.from_on, stay.to_on), (from_on, to_on))
    checks.raise_if_any()
    return {"from_on": from_on, "to_on": to_on, "reason": words, "kind": kind_of_leave(chosen, words)}


def _within(
    checks: Checks, stay: tuple[dt.date, dt.date | None], leave: tuple[dt.date, dt.date | None]
) -> dt.date | None:
    """The last day of a leave, which lies within its stay: one that is open ends with a stay that ends."""
    (begins, ends), (first, last) = stay, leave
    night = max(begins, ends - dt.timedelta(days=1)) if ends is not None else None
    if first < begins:
        checks.refuse("leave_from", Reason.BEFORE_ADMISSION, begins.isoformat())
    elif night is not None and first > night:
        checks.refuse("leave_from", Reason.OUTSIDE_STAY, night.isoformat())
    if last is not None and last < first:
        checks.refuse("leave_to", Reason.ENDS_BEFORE_START)
    elif night is not None and last is not None and last > night and not checks.refused("leave_from"):
        checks.refuse("leave_to", Reason.OUTSIDE_STAY, night.isoformat())
    return last or night
