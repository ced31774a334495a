"""The demo's care beds at home, at every step of their way, with the services of their plans and the reviews."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.core import clock
from desktop.core.home_beds import HomeBedState
from desktop.core.period import Month
from desktop.core.trade import Payer, ServiceType
from desktop.demo.centre import DemoCentre
from desktop.demo.rooms.told import at_home, day
from desktop.services.help_services import entering
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.home_beds import steps
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, ReviewDraft, SignDraft
from desktop.services.writing.actor import Actor

_YEAR = dt.timedelta(days=365)
_QUARTER = dt.timedelta(days=91)
_WEEK = 7
# Yuan and times of a service by its type.
_WORK: Mapping[str, tuple[str, str, str]] = {
    ServiceType.BATHING: ("60", "09:00", "10:00"),
    ServiceType.CLEANING: ("40", "14:00", "15:30"),
    ServiceType.MEDICAL: ("0", "10:30", "11:00"),
    ServiceType.COMPANIONSHIP: ("0", "16:00", "16:45"),
}


def cared_for(data: Mapping[str, Any]) -> list[int]:
    """Those in most need who stay at home."""
    found: list[int] = []
    for grade in ("severe", "moderate", "mild"):
        found += at_home(len(data["beds"]) - len(found), found, grade=grade, age_from=60)
    return found


def keep_home_beds(actor: Actor, centre: DemoCentre, data: Mapping[str, Any], month: Month, people: list[int]) -> None:
    """Go each one's way, and record the services of the plans since a month began."""
    drafts: list[ServiceDraft] = []
    for number, (who, (state, assessed, signed, lines)) in enumerate(zip(people, data["beds"], strict=False)):
        needs = data["needs"][number % len(data["needs"])]
        made = steps.assess(actor, AssessDraft(who, day(assessed), "、".join(data["assessors"]), needs))
        if state == HomeBedState.DECLINED:
            ago, why = data["declined"]
            steps.decline(actor, made, why, day(ago))
        if signed:
            _sign(actor, data, made, number, day(signed))
        worker = centre.workers[number % len(centre.workers)]
        until = day(data["ended"][0]) if state == HomeBedState.ENDED else clock.today()
        for kind, times in lines:
            steps.plan(actor, made, PlanDraft(kind, str(times), day(signed)))
            since = max(day(signed), month.first)
            drafts += _services(data, ServiceDraft(resident_id=who, type=kind, worker=worker), times, (since, until))
        _go_on(actor, data, made, number, state)
    if drafts:
        entering.save_all(actor, drafts)


def _sign(actor: Actor, data: Mapping[str, Any], made: int, number: int, on: dt.date) -> None:
    contract = f"{data['contract']}-{on.year}-{number + 1:03d}"
    steps.sign(actor, made, SignDraft(on, contract, data["assessors"][0], on + _YEAR, on + _QUARTER))


def _go_on(actor: Actor, data: Mapping[str, Any], made: int, number: int, state: str) -> None:
    """Those served longest are reviewed, one of them late; one is ended."""
    if state == HomeBedState.SERVING and number < len(data["reviews"]):
        outcome, words = data["reviews"][number]
        on = day(-number * _WEEK - _WEEK)
        steps.review(actor, made, ReviewDraft(on, outcome, words, data["assessors"][1], on + _QUARTER))
    if state == HomeBedState.ENDED:
        ago, why = data["ended"]
        steps.end(actor, made, why, day(ago))


def _services(
    data: Mapping[str, Any], like: ServiceDraft, times: int, span: tuple[dt.date, dt.date]
) -> Iterator[ServiceDraft]:
    """The services of a line of the plan on its weekdays; now and then one did not come about."""
    fee, started, ended = _WORK[like.type]
    one, count = span[0], 0
    while one < span[1]:
        if one.weekday() % (_WEEK // (times + 1)) == 1 and one.weekday() // (_WEEK // (times + 1)) < times:
            count += 1
            if count % data["missed"]:
                yield ServiceDraft(
                    resident_id=like.resident_id,
                    type=like.type,
                    worker=like.worker,
                    service_on=one,
                    started=started,
                    ended=ended,
                    payer=Payer.GOVERNMENT,
                    fee=fee,
                    satisfaction="5" if count % 4 == 0 else "",
                )
        one += dt.timedelta(days=1)
