"""The demo's house: class and insurance of its beds, beds out of service or kept, short stays, contracts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.staying import ContractCapacity, StayTerm
from desktop.core.trade import BedKind, BedMode, BedState
from desktop.demo.rooms.told import at_home, day, lodgers
from desktop.models import query
from desktop.services.beds import contracts, insurance, natures, outages, places, reserving, stays
from desktop.services.beds.contracts import ContractDraft
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedQuery, BedRow
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_YEAR = dt.timedelta(days=365)
_DAY = dt.timedelta(days=1)


class FreeBeds:
    """The beds that are free today, each given once: to who needs one for the longest time, the longest free."""

    def __init__(self) -> None:
        ended: dict[int, str] = dict(query.fetch("SELECT bed_id, max(to_on) FROM living_stay GROUP BY bed_id"))
        rows = places.rows(places.find_ids(BedQuery(state=BedState.FREE)))
        self._left = [(ended.get(one.id) or "", one) for one in rows if one.mode == BedMode.FULL]

    def take(self, since: dt.date) -> BedRow | None:
        """The bed that nobody has lain in since a day, of several the one that was left last; None without."""
        fitting = [one for one in self._left if one[0] <= since.isoformat()]
        if not fitting:
            return None
        taken = max(fitting, key=lambda one: (one[0], one[1].id))
        self._left.remove(taken)
        return taken[1]


def keep_house(actor: Actor, data: Mapping[str, Any], beds: FreeBeds) -> None:
    """Say of every bed what it is and whether it is insured; some are out of service, one is kept, two stays short."""
    every = places.rows(places.find_ids(BedQuery()))
    with writing(actor, Action.EDIT_BED):
        for bed in every:
            what = data["classes"][int(bed.floor) - 1]
            natures.record(actor, NatureDraft(bed.id, "", bed.kind, bed.mode, what))
        _rebuild(actor, data, every)
        _insure(actor, data, every)
        for first, last, why in data["outages"]:
            if (one := beds.take(day(first))) is not None:
                outages.record(actor, OutageDraft(one.id, day(first), day(last) if last != "" else "", why))
    first, last, name, why = data["reserved"]
    if (one := beds.take(day(first))) is not None:
        reserving.reserve(actor, ReservationDraft(one.id, None, name, day(first), day(last), why))
    for who, (since, until) in zip(
        at_home(len(data["short_stays"]), (), grade="mild"), data["short_stays"], strict=False
    ):
        if (one := beds.take(day(since))) is not None:
            stays.admit(actor, StayDraft(who, one.id, day(since), day(until), term=StayTerm.SHORT))


def _rebuild(actor: Actor, data: Mapping[str, Any], every: Sequence[BedRow]) -> None:
    """The ordinary beds of a floor are nursing beds since then."""
    floor, ago = data["rebuilt"]
    for bed in every:
        if bed.floor == floor and bed.kind == BedKind.ORDINARY:
            what = data["classes"][int(floor) - 1]
            natures.record(actor, NatureDraft(bed.id, day(-ago), BedKind.NURSING, bed.mode, what))


def _insure(actor: Actor, data: Mapping[str, Any], every: Sequence[BedRow]) -> None:
    insured = every[: len(every) - data["uninsured"]]
    top = max((bed.floor for bed in every), default="")
    for bed in insured:
        first, last = data["policy_top" if bed.floor == top else "policy"]
        draft = InsuranceDraft(day(first), day(last), data["insurer"], bed.external_code)
        insurance.insure(actor, [bed.id], draft)


def sign_contracts(actor: Actor, data: Mapping[str, Any]) -> None:
    """A contract of a year for who lives in the house, renewed each year; a contact signs for every third."""
    staying = lodgers()
    with writing(actor, Action.EDIT_CONTRACT):
        for number, (who, _bed, since) in enumerate(staying[data["uncontracted"] :], 1):
            first = since
            while first + _YEAR <= clock.today():
                first += _YEAR
            draft = ContractDraft(who, f"{data['contract']}-{first.year}-{number:03d}", first, first + _YEAR - _DAY)
            signers = contracts.signers(who) if number % 3 == 0 else []
            if signers:
                draft.contact_id, draft.capacity = signers[0].id, ContractCapacity.AGENT
            contracts.add(actor, draft)
