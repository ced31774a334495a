"""预留: a bed is kept for somebody on some days; nobody else is admitted into it then (handbook 2.6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound, Overlap
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.models.bed import Bed, BedReservation
from desktop.models.resident import Resident
from desktop.services.beds import in_service, nights
from desktop.services.beds.places import place_name
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_DAY = dt.timedelta(days=1)


@dataclass
class ReservationDraft:
    """For whom a bed is kept (a resident, or a name that is not on record yet), and on which days."""

    bed_id: int | None = declared.row()
    resident_id: int | None = None
    name: str = declared.text(longest=40)
    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)


def reserve(actor: Actor, draft: ReservationDraft) -> int:
    """Keep a bed for somebody; refused where somebody lies in it on the first day, or it is kept for another one."""
    with writing(actor, Action.RESERVE_BED) as unit:
        values = _read(draft)
        bed = unit.living(Bed, values["bed_id"])
        _require_possible(unit, bed, values)
        made = unit.add(BedReservation(**values))
        nights.keep_state(unit, bed)
        return int(made.id)


def draft_of(reservation_id: int) -> ReservationDraft:
    """What was typed of one on record; NotFound."""
    row = living(BedReservation, reservation_id)
    return ReservationDraft(resident_id=row.resident_id, **declared.shown(ReservationDraft, row))


def change(actor: Actor, reservation_id: int, draft: ReservationDraft) -> None:
    """Put right for whom it is kept, or its days."""
    with writing(actor, Action.RESERVE_BED) as unit:
        row = unit.living(BedReservation, reservation_id)
        draft.bed_id = row.bed_id
        values = _read(draft)
        bed = unit.living(Bed, row.bed_id)
        _require_possible(unit, bed, values, besides=row.id)
        unit.change(row, values)
        nights.keep_state(unit, bed)


def release(actor: Actor, reservation_id: int) -> None:
    """The bed is kept no longer, from today on."""
    with writing(actor, Action.RESERVE_BED) as unit:
        row = unit.living(BedReservation, reservation_id)
        bed = unit.living(Bed, row.bed_id)
        if row.from_on >= clock.today():
            unit.void(row, "released before")
        else:
            unit.change(row, {"to_on": min(row.to_on or dt.date.max, clock.today() - _DAY)})
        nights.keep_state(unit, bed)


def void(actor: Actor, reservation_id: int, reason: str) -> None:
    """作废: recorded by mistake."""
    with writing(actor, Action.VOID_BED_FACT) as unit:
        row = unit.living(BedReservation, reservation_id)
        unit.void(row, reason)
        nights.keep_state(unit, unit.living(Bed, row.bed_id))


def require_not_kept(bed: Bed, person_id: int, first: dt.date, last: dt.date | None) -> None:
    """Refuse a stay from ``first`` until ``last`` (no longer occupied) in a bed kept for somebody else in that time."""
    for one in _of(bed):
        kept = one.from_on < (last or dt.date.max) and (one.to_on is None or first <= one.to_on)
        if kept and not _is_for(one, person_id):
            raise InvalidDraft([FieldError("bed_id", Reason.BED_KEPT, f"{whose(one)}, {one.from_on.isoformat()}")])


def fulfil(unit: Unit, bed: Bed, first: dt.date) -> None:
    """Whoever it was kept for, and nobody else may, lies in it: its last day is that of the admission."""
    holding = [one for one in _of(bed) if one.from_on <= first and (one.to_on is None or first <= one.to_on)]
    for one in holding:
        unit.change(one, {"to_on": first})
    if holding:
        nights.keep_state(unit, bed)


def standing(bed_id: int, day: dt.date) -> tuple[int, str] | None:
    """The reservation that keeps a bed on a day, with the name for whom."""
    found = [one for one in _of(living(Bed, bed_id)) if one.from_on <= day <= (one.to_on or dt.date.max)]
    return (found[0].id, whose(found[0])) if found else None


def kept_next(bed_id: int, day: dt.date) -> int:
    """The reservation that keeps a bed on a day, else the next one to come; NotFound where it is kept for nobody."""
    bed = living(Bed, bed_id)
    found = sorted((one.from_on, one.id) for one in _of(bed) if one.to_on is None or one.to_on >= day)
    if not found:
        raise NotFound(Thing.BED_RESERVATION, place_name(bed.building, bed.room, bed.number))
    return int(found[0][1])


def whose(row: BedReservation) -> str:
    """The name for whom a bed is kept."""
    return str(row.resident.name if row.resident is not None else row.name)


def _is_for(row: BedReservation, person_id: int) -> bool:
    if row.resident_id is not None:
        return row.resident_id == person_id
    return row.name == query.text("SELECT name FROM living_resident WHERE id = ?", [person_id])


def _of(bed: Bed) -> list[BedReservation]:
    return list(BedReservation.select().where(BedReservation.bed == bed, BedReservation.voided_at.is_null()))


def _read(draft: ReservationDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks) | {"resident_id": draft.resident_id}
    if draft.resident_id is None and not values["name"]:
        checks.refuse("resident_id", Reason.REQUIRED)
    dated.check_span(values["from_on"], values["to_on"], checks, "to_on")
    checks.raise_if_any()
    return values


def _require_possible(unit: Unit, bed: Bed, values: dict[str, Any], besides: int = 0) -> None:
    first, last = values["from_on"], values["to_on"]
    if values["resident_id"] is not None:
        unit.living(Resident, values["resident_id"])
    for one in _of(bed):
        if one.id != besides and one.from_on <= (last or dt.date.max) and first <= (one.to_on or dt.date.max):
            raise Overlap(Thing.BED_RESERVATION, f"{whose(one)}, {one.from_on} – {one.to_on or ''}".rstrip(" –"))
    in_service.require(bed, first, first + _DAY)
    nights.require_empty_days("from_on", bed.id, first, first)
