"""The beds that were offered to who waits, what became of each up to a day, and who comes next for a bed.

Written down is what somebody answered. That an offer expired, or that its application ended, follows from what is on
record, so that nobody has to see to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.core.waiting import STANDING, Ended, OfferState
from desktop.models import query
from desktop.services.beds.waiting import Place, Waiters
from desktop.services.register.snapshot import Register

_NOT_WANTED = (OfferState.REFUSED, OfferState.EXPIRED)


@dataclass(frozen=True)
class Offer:
    """An offer on record; ``state`` is what became of it up to the day that was asked for."""

    id: int
    uid: str
    application_id: int
    name: str
    bed_id: int
    bed: str
    offered_on: dt.date
    expires_on: dt.date
    turn_reason: str
    state: str
    answered_on: dt.date | None
    answer_reason: str

    @property
    def stands(self) -> bool:
        """Whether the bed is kept for the person."""
        return self.state in STANDING


class Standing:
    """The offers with those who wait, read once for any day."""

    def __init__(self, known: Register | None = None) -> None:
        self.waiters = Waiters(known)
        self._applications = {one.id: one for one in self.waiters.applications}
        self._offers = query.fetch_as(
            Offer,
            "SELECT o.id, o.uid, o.application_id, r.name, o.bed_id,"
            " trim(b.building || ' ' || b.room || '-' || b.number) AS bed, o.offered_on, o.expires_on, o.turn_reason,"
            " o.state, o.answered_on, o.answer_reason FROM living_bed_offer o JOIN living_bed_application a"
            " ON a.id = o.application_id JOIN living_resident r ON r.id = a.resident_id JOIN bed b ON b.id = o.bed_id"
            " ORDER BY o.offered_on DESC, o.id DESC",
        )

        # Beds in which somebody else lies meanwhile, since when.
        self._taken: dict[int, str] = dict(
            query.fetch(
                "SELECT o.id, min(s.from_on) FROM living_bed_offer o JOIN living_bed_application a"
                " ON a.id = o.application_id JOIN living_stay s ON s.bed_id = o.bed_id"
                " AND s.resident_id <> a.resident_id AND s.from_on >= o.offered_on GROUP BY o.id"
            )
        )

    def offers(self, day: dt.date) -> list[Offer]:
        """What became of each offer up to a day."""
        return [replace(one, state=self._state(one, day)) for one in self._offers if one.offered_on <= day]

    def over(self, day: dt.date, application_id: int, bed_id: int) -> Iterable[Offer]:
        """The offers of an application or a bed that are written down as standing and do so no more."""
        written = {one.id for one in self._offers if one.stands}
        for one in self.offers(day):
            if one.id in written and not one.stands and (one.application_id == application_id or one.bed_id == bed_id):
                yield one

    def next_for(self, bed_id: int, mode: str, kind: str, day: dt.date, line: list[Place]) -> Place | None:
        """Who of a line comes next for a bed."""
        found = self.offers(day)
        busy = {one.application_id for one in found if one.stands}
        since = _free_since(bed_id, day)
        had = {
            one.application_id
            for one in found
            if one.bed_id == bed_id and one.offered_on >= since and one.state in _NOT_WANTED
        }
        fitting = (one for one in line if one.application.fits(mode, kind))
        return next((one for one in fitting if one.application.id not in busy | had), None)

    def _state(self, one: Offer, day: dt.date) -> OfferState:
        # What was answered later stood until then.
        answered = one.answered_on is not None and one.answered_on <= day
        if answered and one.state not in STANDING:
            return OfferState(one.state)
        ended = self.waiters.ended(self._applications[one.application_id], day)
        if ended is None and one.id in self._taken and self._taken[one.id] <= day.isoformat():
            return OfferState.TAKEN_BACK
        if ended is not None:
            return OfferState.ADMITTED if ended[0] is Ended.ADMITTED else OfferState.TAKEN_BACK
        if answered:
            return OfferState.ACCEPTED
        return OfferState.EXPIRED if day > one.expires_on else OfferState.OPEN


def kept_beds(day: dt.date) -> list[int]:
    """The beds that are kept on a day for whom they were offered to."""
    return [one.bed_id for one in standing(day)]


def standing(day: dt.date) -> list[Offer]:
    """The offers of a day for which beds are kept."""
    # Asked with every list of beds: where no bed is offered, nobody's facts are read.
    if not query.ids("SELECT id FROM living_bed_offer WHERE state IN ('open', 'accepted') LIMIT 1"):
        return []
    return [one for one in Standing().offers(day) if one.stands]


def _free_since(bed_id: int, day: dt.date) -> dt.date:
    """Since when nobody has lain in a bed, up to a day."""
    last = query.text(
        "SELECT COALESCE(max(to_on), '') FROM living_stay WHERE bed_id = ? AND to_on <= ?", [bed_id, day.isoformat()]
    )
    return dt.date.fromisoformat(last) if last else dt.date.min
