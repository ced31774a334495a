"""The demo's waiting list: who applied, whom a bed was offered, what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from desktop.core.trade import FlagKind
from desktop.demo.rooms.house import FreeBeds
from desktop.demo.rooms.told import at_home, day
from desktop.services.beds import offers, stays, waiting
from desktop.services.beds.offered import Standing
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedRow
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.writing.actor import Actor

_ANSWERED = dt.timedelta(days=3)
_GRAVE = ("complete", "severe", "moderate", "mild")


def applicants(count: int, besides: Collection[int]) -> list[int]:
    """Those who wait: the poor and the childless first, then those in most need."""
    found: list[int] = []
    for grade in (*_GRAVE, ""):
        found += at_home(2 - len(found), [*besides, *found], flag=FlagKind.MINIMUM_LIVING, grade=grade, age_from=70)
    found += at_home(1, [*besides, *found], flag=FlagKind.BEREAVED_FAMILY)
    for grade in _GRAVE:
        found += at_home(count - len(found), [*besides, *found], grade=grade, age_from=66)
    return found


def keep_list(actor: Actor, data: Mapping[str, Any], besides: Collection[int], beds: FreeBeds) -> list[int]:
    """Everybody applies; one bed is refused and taken by the next, one offer expires, one is open. Who applied."""
    people = applicants(len(data["applications"]), besides)
    made = []
    for who, (since, mode, kind, remark) in zip(people, data["applications"], strict=False):
        made.append(waiting.apply(actor, ApplicationDraft(who, day(since), mode, kind, remark)))
    which, ago, why = data["withdrawn"]
    if which < len(made):
        waiting.withdraw(actor, made[which], day(ago), why)
    _offer(actor, data, beds)
    return people[: len(made)]


def _offer(actor: Actor, data: Mapping[str, Any], beds: FreeBeds) -> None:
    days = {name: day(ago) for name, ago in data["offered"].items()}
    bed = beds.take(days["refused"])
    if bed is not None:
        if (refused := _next(actor, bed, days["refused"])) is not None:
            offers.refuse(actor, refused[0], days["refused"] + _ANSWERED, data["refused"])
        if (accepted := _next(actor, bed, days["accepted"])) is not None:
            made, who = accepted
            offers.accept(actor, made, days["accepted"] + _ANSWERED)
            stays.admit(actor, StayDraft(who, bed.id, days["accepted"] + _ANSWERED))
    for name in ("expired", "open"):
        if (bed := beds.take(days[name])) is not None:
            _next(actor, bed, days[name])


def _next(actor: Actor, bed: BedRow, on: dt.date) -> tuple[int, int] | None:
    """Offer a bed to who comes next for it on a day: the offer and the person; None where nobody waits for it."""
    standing = Standing()
    comes = standing.next_for(bed.id, bed.mode, bed.kind, on, standing.waiters.places(on))
    if comes is None:
        return None
    return offers.offer(actor, OfferDraft(comes.application.id, bed.id, on)), comes.application.resident_id
