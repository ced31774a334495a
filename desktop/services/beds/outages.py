"""停用: days on which a bed is there and nobody may lie in it; they offer no bed-days (handbook 2.6, 4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, Overlap
from desktop.core.reasons import Reason
from desktop.models.bed import Bed, BedOutage
from desktop.services.beds import nights
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_DAY = dt.timedelta(days=1)


@dataclass
class OutageDraft:
    """First and last day out of service, both inclusive, and why; no last day while nobody knows it."""

    bed_id: int | None = declared.row()
    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(future=True)
    reason: str = declared.text(longest=200)


def record(actor: Actor, draft: OutageDraft) -> int:
    """A bed is out of service on these days; refused where somebody lies in it, or where it is so already."""
    with writing(actor, Action.EDIT_BED) as unit:
        values = _read(draft)
        bed = unit.living(Bed, values["bed_id"])
        _require_possible(bed, values)
        made = unit.add(BedOutage(**values))
        nights.keep_state(unit, bed)
        return int(made.id)


def draft_of(outage_id: int) -> OutageDraft:
    """What was typed of one on record; NotFound."""
    return OutageDraft(**declared.shown(OutageDraft, living(BedOutage, outage_id)))


def change(actor: Actor, outage_id: int, draft: OutageDraft) -> None:
    """Put its days or its reason right."""
    with writing(actor, Action.EDIT_BED) as unit:
        row = unit.living(BedOutage, outage_id)
        values = _read(draft) | {"bed_id": row.bed_id}
        bed = unit.living(Bed, row.bed_id)
        _require_possible(bed, values, besides=row.id)
        unit.change(row, values)
        nights.keep_state(unit, bed)


def void(actor: Actor, outage_id: int, reason: str) -> None:
    """作废: recorded by mistake; the bed was in service."""
    with writing(actor, Action.VOID_BED_FACT) as unit:
        row = unit.living(BedOutage, outage_id)
        unit.void(row, reason)
        nights.keep_state(unit, unit.living(Bed, row.bed_id))


def begin_today(unit: Unit, bed: Bed) -> None:
    """Out of service from today until somebody says otherwise, within a unit."""
    begin(unit, bed, clock.today())


def begin(unit: Unit, bed: Bed, day: dt.date) -> None:
    """The same from a day on.

    Somebody who lies in the bed is refused: days in one that offers none would make more than all of it occupied. So
    are days that are on record already, and a bed that is no longer there.
    """
    if nights.taken_on(bed.id, clock.today()):
        raise InvalidDraft([FieldError("out_of_service", Reason.BED_TAKEN)])
    _require_possible(bed, {"from_on": day, "to_on": None}, typed="out_of_service")
    unit.add(BedOutage(bed=bed, from_on=day))
    nights.keep_state(unit, bed)


def end_today(unit: Unit, bed: Bed) -> None:
    """In service again from today on, within a unit."""
    today = clock.today()
    for outage in _of(bed):
        if outage.from_on == today:
            unit.void(outage, "back on the same day")
        elif outage.from_on < today and (outage.to_on is None or outage.to_on >= today):
            unit.change(outage, {"to_on": today - _DAY})
    nights.keep_state(unit, bed)


def _read(draft: OutageDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["from_on"], values["to_on"], checks, "to_on")
    checks.raise_if_any()
    return values


def _require_possible(bed: Bed, values: dict[str, Any], besides: int = 0, typed: str = "") -> None:
    """Refuse days on which somebody lies there, that overlap others or reach beyond the close; ``typed``: the field."""
    first, last = values["from_on"], values["to_on"]
    if bed.closed_on is not None and (last or first) >= bed.closed_on:
        raise InvalidDraft([FieldError(typed or "to_on", Reason.BED_NOT_IN_SERVICE, bed.closed_on.isoformat())])
    for one in _of(bed):
        if one.id != besides and one.from_on <= (last or dt.date.max) and first <= (one.to_on or dt.date.max):
            raise Overlap(Thing.BED_OUTAGE, f"{one.from_on} – {one.to_on or ''}".rstrip(" –"))
    nights.require_empty_days(typed or "from_on", bed.id, first, last)


def _of(bed: Bed) -> list[BedOutage]:
    return list(BedOutage.select().where(BedOutage.bed == bed, BedOutage.voided_at.is_null()))
