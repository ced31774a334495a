"""What is said of a service and never refuses it: somebody is in two places at once, a subsidy above the fee."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.answers import ServiceDoubt
from desktop.core.period import Month
from desktop.core.trade import NamedList, ServicePlace, ServiceState, ServiceType
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.help_services import packages
from desktop.services.help_services.steps import minute_of, minutes_between
from desktop.services.named.resolving import resolver
from desktop.services.writing.journal import living

_DAY = 24 * 60
_OF_MANY = (ServiceType.RECREATION, ServiceType.LEARNING)


@dataclass(frozen=True)
class Doubt:
    """One thing to look at; of two services at once ``service_id`` and the rest are those of the other one."""

    kind: ServiceDoubt
    who: str = ""
    service_id: int | None = None
    type: str = ""
    name: str = ""
    day: dt.date | None = None
    started: str = ""
    ended: str = ""


@dataclass(frozen=True)
class _Other:
    id: int
    resident_id: int
    name: str
    type: str
    place: str
    service_on: dt.date
    started: str
    ended: str
    worker: str


def of(service_id: int) -> list[Doubt]:
    """What there is to say of a service on record; nothing of a cancelled one."""
    row = living(HelpService, service_id)
    if row.state == ServiceState.CANCELLED:
        return []
    found = _at_once(row)
    if row.subsidy_fen > row.fee_fen:
        found.append(Doubt(ServiceDoubt.SUBSIDY_ABOVE_FEE))
    inside = packages.package_of(row.id, Month.of(row.service_on), row.resident_id)
    if inside is not None and inside[1].left < 0:
        found.append(Doubt(ServiceDoubt.PACKAGE_USED_UP, inside[0].package.name))
    return found


def _at_once(row: HelpService) -> list[Doubt]:
    if not row.started:
        return []
    begins, ends = _span(row.service_on, row.started, row.ended)
    # Past midnight a service of the day before may still go on.
    days = [row.service_on - dt.timedelta(days=1), row.service_on + dt.timedelta(days=1)]
    others = query.fetch_as(
        _Other,
        "SELECT s.id, s.resident_id, r.name, s.type, s.place, s.service_on, s.started, s.ended, s.worker"
        " FROM living_help_service s JOIN resident r ON r.id = s.resident_id"
        " WHERE s.service_on BETWEEN ? AND ? AND s.id <> ? AND s.state <> ? AND s.started <> ''"
        " AND (s.resident_id = ? OR s.worker <> '') ORDER BY s.service_on, s.started, s.id",
        [days[0].isoformat(), days[1].isoformat(), row.id, ServiceState.CANCELLED, row.resident_id],
    )
    known = resolver(NamedList.PERSON)
    found = []
    for one in others:
        start, end = _span(one.service_on, one.started, one.ended)
        # One without an end is met at its beginning alone.
        if not ((start < ends and begins < end) or start == begins):
            continue
        if one.resident_id == row.resident_id:
            found.append(_doubt(ServiceDoubt.RESIDENT_BUSY, one.name, one))
        elif row.worker and known.shown(one.worker) == known.shown(row.worker) and not _one_activity(row, one):
            found.append(_doubt(ServiceDoubt.WORKER_BUSY, row.worker, one))
    return found


def _doubt(kind: ServiceDoubt, who: str, one: _Other) -> Doubt:
    return Doubt(kind, who, one.id, one.type, one.name, one.service_on, one.started, one.ended)


def _span(day: dt.date, started: str, ended: str) -> tuple[int, int]:
    begin = day.toordinal() * _DAY + minute_of(started)
    return begin, begin + max(minutes_between(started, ended), 0)


def _one_activity(row: HelpService, one: _Other) -> bool:
    # Many come to one activity: it is one thing that the worker does.
    same = ("type", "place", "service_on", "started", "ended")
    for_many = row.place == ServicePlace.CENTRE or row.type in _OF_MANY
    return for_many and all(getattr(row, name) == getattr(one, name) for name in same)
