"""A bed offered to who waits: accepted, refused with a reason, or expired by the rule; next in line for a free bed.

Whoever comes next for a bed is the first in the order who wants such a bed, has no other offer standing and was not
offered it since it has been free. Offering it to somebody else takes a reason. Checked in the writing transaction; the
database refuses two offers that stand for one bed, or for one application.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedState
from desktop.core.waiting import STANDING, OfferState
from desktop.models.bed import Bed
from desktop.models.waiting import BedApplication, BedOffer
from desktop.services.beds import in_service, nights, reserving
from desktop.services.beds import places as beds
from desktop.services.beds.natures import natures
from desktop.services.beds.offered import Offer, Standing
from desktop.services.beds.places import BedQuery, BedRow
from desktop.services.beds.waiting import Place
from desktop.services.register.snapshot import Register
from desktop.services.writing import declared, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing


@dataclass
class OfferDraft:
    """An offer as typed; without a last day the rule says it. ``turn_reason`` is why somebody comes out of turn."""

    application_id: int | None = declared.row()
    bed_id: int | None = declared.row()
    offered_on: str | dt.date = declared.day(required=True)
    expires_on: str | dt.date = declared.day(future=True)
    turn_reason: str = declared.text(longest=200)


@dataclass(frozen=True)
class FreeBed:
    """A bed that is free and offered to nobody, with who comes next for it; None where nobody waits for such a bed."""

    bed: BedRow
    next: Place | None


def offer(actor: Actor, draft: OfferDraft) -> int:
    """Offer a bed; the id. Refused where it is not free, does not fit or is offered already.

    Who is not next in line for it is offered it for a reason only.
    """
    with writing(actor, Action.OFFER_BED) as unit:
        values = _read(draft)
        row, bed = unit.living(BedApplication, values["application_id"]), unit.living(Bed, values["bed_id"])
        day: dt.date = values["offered_on"]
        standing = Standing()
        _check(standing, row.id, bed, day, values["turn_reason"])
        # What came to an end by itself is written down now, so that the database can keep watch over what stands.
        for old in standing.over(day, row.id, bed.id):
            kept = unit.living(BedOffer, old.id)
            unit.change(kept, {"state": old.state, "answered_on": kept.answered_on or day})
        return int(unit.add(BedOffer(**values)).id)


def accept(actor: Actor, offer_id: int, day: str | dt.date) -> None:
    """The person takes the bed, which is kept until the admission; refused once the offer has expired."""
    answered_on = _day(day)
    with writing(actor, Action.ANSWER_OFFER) as unit:
        row = _standing(offer_id, answered_on)
        if row.state == OfferState.ACCEPTED:
            raise AlreadyRecorded(Thing.BED_OFFER, str(row.answered_on))
        if answered_on > row.expires_on:
            raise InvalidDraft([FieldError("answered_on", Reason.OFFER_EXPIRED, row.expires_on.isoformat())])
        unit.change(row, {"state": OfferState.ACCEPTED, "answered_on": answered_on})


def refuse(actor: Actor, offer_id: int, day: str | dt.date, reason: str) -> None:
    """放弃: the person does not take the bed, and keeps the place in the order; also after having accepted it."""
    _give_up(actor, offer_id, day, reason, OfferState.REFUSED)


def take_back(actor: Actor, offer_id: int, day: str | dt.date, reason: str) -> None:
    """收回: the centre needs the bed otherwise."""
    _give_up(actor, offer_id, day, reason, OfferState.TAKEN_BACK)


def void(actor: Actor, offer_id: int, reason: str) -> None:
    """作废: the bed was never offered."""
    with writing(actor, Action.OFFER_BED) as unit:
        unit.void(unit.living(BedOffer, offer_id), reason)


def offers(day: dt.date | None = None, known: Register | None = None) -> list[Offer]:
    """Every offer up to a day (today), the newest first."""
    return Standing(known).offers(day or clock.today())


def standing_of(bed_id: int) -> Offer | None:
    """The offer for which a bed is kept today."""
    return next((one for one in offers() if one.bed_id == bed_id and one.stands), None)


def free_beds(known: Register | None = None) -> list[FreeBed]:
    """The beds that are free today and offered to nobody, each with who comes next for it."""
    today, standing = clock.today(), Standing(known)
    line = standing.waiters.places(today)
    rows = beds.rows(beds.find_ids(BedQuery(state=BedState.FREE)))
    return [FreeBed(row, standing.next_for(row.id, row.mode, row.kind, today, line)) for row in rows]


def next_for(bed_id: int) -> Place | None:
    """Who comes next for a bed that is free today; None where it is not, or nobody waits for such a bed."""
    return next((one.next for one in free_beds() if one.bed.id == bed_id), None)


def _read(draft: OfferDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    first, last = values["offered_on"], values["expires_on"]
    if first and not last:
        values["expires_on"] = first + dt.timedelta(days=rules.waiting_offer_days(first))
    elif first and last < first:
        checks.refuse("expires_on", Reason.ENDS_BEFORE_START, first.isoformat())
    checks.raise_if_any()
    return values


def _check(standing: Standing, application_id: int, bed: Bed, day: dt.date, turn_reason: str) -> None:
    line = standing.waiters.places(day)
    place = next((one for one in line if one.application.id == application_id), None)
    if place is None:
        raise InvalidDraft([FieldError("application_id", Reason.WAITS_NO_MORE)])
    then = natures().on(bed.id, day)
    if not place.application.fits(then.mode, then.kind):
        raise InvalidDraft([FieldError("bed_id", Reason.BED_DOES_NOT_FIT)])
    in_service.require(bed, day, None)
    nights.require_empty_days("bed_id", bed.id, day, None)
    reserving.require_not_kept(bed, place.application.resident_id, day, None)
    for one in standing.offers(day):
        if one.stands and (one.bed_id == bed.id or one.application_id == application_id):
            raise AlreadyRecorded(Thing.BED_OFFER, f"{one.name} {one.bed}")
    comes = standing.next_for(bed.id, then.mode, then.kind, day, line)
    if comes is not None and comes.application.id != application_id and not turn_reason:
        raise InvalidDraft([FieldError("turn_reason", Reason.OUT_OF_TURN, comes.waiting.name)])


def _give_up(actor: Actor, offer_id: int, day: str | dt.date, reason: str, state: OfferState) -> None:
    answered_on, checks = _day(day), Checks()
    words = checks.text("reason", reason, required=True)
    checks.raise_if_any()
    with writing(actor, Action.ANSWER_OFFER) as unit:
        row = _standing(offer_id, answered_on)
        unit.change(row, {"state": state, "answered_on": answered_on, "answer_reason": words})


def _standing(offer_id: int, day: dt.date) -> BedOffer:
    """An offer that can still be answered on a day: it was made by then, and nothing else became of it."""
    row: BedOffer = living(BedOffer, offer_id)
    if row.state not in STANDING:
        raise AlreadyRecorded(Thing.BED_OFFER, str(row.answered_on))
    if day < row.offered_on:
        raise InvalidDraft([FieldError("answered_on", Reason.ENDS_BEFORE_START, row.offered_on.isoformat())])
    return row


def _day(typed: str | dt.date) -> dt.date:
    checks = Checks()
    day = checks.day("answered_on", typed, required=True)
    checks.raise_if_any()
    assert day is not None
    return day
