"""When a bed is there to be lain in: its first and last day, days out of service, closing it (handbook 2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft, NotFound, ReasonNeeded
from desktop.core.reasons import Reason
from desktop.models.bed import Bed, BedOutage
from desktop.services.beds import nights
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


def require(bed: Bed, first: dt.date, last: dt.date | None) -> None:
    """Refuse a stay from ``first`` until ``last`` (no longer occupied) on days on which the bed offers no place."""
    missing = [day for day in _days_without(bed, first, last) if last is None or day < last]
    if missing:
        # Days in a bed that offers none would make more than all of it occupied.
        raise InvalidDraft([FieldError("bed_id", Reason.BED_NOT_IN_SERVICE, min(missing).isoformat())])


def close(actor: Actor, bed_id: int, day: str | dt.date) -> None:
    """Take a bed out of the house for good; ``day`` is the first on which it is no longer there."""
    checks = Checks()
    closed_on = checks.day("closed_on", day, required=True)
    with writing(actor, Action.CLOSE_BED) as unit:
        bed = unit.living(Bed, bed_id)
        if bed.closed_on is not None:
            raise AlreadyRecorded(Thing.BED, bed.closed_on.isoformat())
        if closed_on is not None and bed.opened_on is not None and closed_on < bed.opened_on:
            checks.refuse("closed_on", Reason.ENDS_BEFORE_START)
        checks.raise_if_any()
        assert closed_on is not None
        nights.require_empty("closed_on", bed_id, closed_on.isoformat(), "9999-12-31")
        unit.change(bed, {"closed_on": closed_on})


def take_back_close(actor: Actor, bed_id: int, reason: str) -> None:
    """A bed that was closed by mistake was there all the time; days that it was missing are an outage instead."""
    if not reason.strip():
        raise ReasonNeeded("reopen_bed")
    with writing(actor, Action.REOPEN_BED, reason.strip()) as unit:
        bed = unit.living(Bed, bed_id)
        if bed.closed_on is None:
            raise NotFound(Thing.BED, str(bed_id))
        unit.change(bed, {"closed_on": None})


def _days_without(bed: Bed, first: dt.date, _last: dt.date | None) -> Iterator[dt.date]:
    """Of each reason why the bed is missing the first day from ``first`` on."""
    if bed.opened_on is not None and first < bed.opened_on:
        yield first
    if bed.closed_on is not None:
        yield max(first, bed.closed_on)
    for outage in BedOutage.select().where(BedOutage.bed == bed, BedOutage.voided_at.is_null()):
        if outage.to_on is None or outage.to_on >= first:
            yield max(first, outage.from_on)
