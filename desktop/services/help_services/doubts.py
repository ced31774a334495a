"""What is said of a service and never refuses it: somebody is in two places at once, a subsidy above the fee."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.answers import ServiceDoubt
from desktop.core.period import Month
from desktop.core.trade import OPEN_ORDERS, MealMode, NamedList, ServicePlace, ServiceState, ServiceType
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.help_services import definitions, packages
from desktop.services.help_services.steps import minute_of, minutes_between
from desktop.services.named.resolving import Resolver, resolver
from desktop.services.writing.journal import living

_DAY, _ONE = 24 * 60, dt.timedelta(days=1)
_OF_MANY = (ServiceType.RECREATION, ServiceType.LEARNING)


@dataclass(frozen=True)
class Doubt:
    """One thing to look at; of two services at once ``service_id`` and the rest are those of the other one.

    ``who`` is whom or what it is about: somebody, a package, an item.
    """

    kind: ServiceDoubt
    who: str = ""
    service_id: int | None = None
    type: str = ""
    name: str = ""
    day: dt.date | None = None
    started: str = ""
    ended: str = ""


@dataclass(frozen=True)
class _Timed:
    """A service as far as it takes somebody's time."""

    id: int
    resident_id: int
    name: str
    type: str
    place: str
    service_on: dt.date
    started: str
    ended: str
    worker: str

    @property
    def span(self) -> tuple[int, int]:
        """Its first and last minute, counted on from day to day; of one without an end the first alone."""
        begin = self.service_on.toordinal() * _DAY + minute_of(self.started)
        return begin, begin + max(minutes_between(self.started, self.ended), 0)


def of(service_id: int) -> list[Doubt]:
    """What there is to say of a service on record; nothing of a cancelled one."""
    row = living(HelpService, service_id)
    if row.state == ServiceState.CANCELLED:
        return []
    found = [*_at_once([service_id]).get(service_id, ()), *_not_offered([service_id]).get(service_id, ())]
    found += _delivered(row)
    if row.subsidy_fen > row.fee_fen:
        found.append(Doubt(ServiceDoubt.SUBSIDY_ABOVE_FEE))
    inside = packages.package_of(row.id, Month.of(row.service_on), row.resident_id)
    if inside is not None and inside[1].left < 0:
        found.append(Doubt(ServiceDoubt.PACKAGE_USED_UP, inside[0].package.name))
    return found


def _delivered(row: HelpService) -> Iterator[Doubt]:
    """助餐 to somebody to whom the canteen brought a meal that day: one meal is one row, there."""
    if row.type != ServiceType.MEALS:
        return
    found = query.fetch_one(
        "SELECT r.name FROM living_meal m JOIN living_resident r ON r.id = m.resident_id"
        " WHERE m.resident_id = ? AND m.eaten_on = ? AND m.mode = ?",
        [row.resident_id, row.service_on.isoformat(), MealMode.DELIVERED],
    )
    if found is not None:
        yield Doubt(ServiceDoubt.MEAL_DELIVERED, found[0], day=row.service_on)


def of_orders(service_ids: Sequence[int]) -> dict[int, list[Doubt]]:
    """What there is to say of orders that were made together, by order; of two that meet it is said once."""
    met, ended, said = _at_once(service_ids), _not_offered(service_ids), set[frozenset[int | None]]()
    told: dict[int, list[Doubt]] = {}
    for one in service_ids:
        once = [doubt for doubt in met.get(one, ()) if {one, doubt.service_id} not in said]
        said.update(frozenset((one, doubt.service_id)) for doubt in once)
        if once or one in ended:
            told[one] = [*once, *ended.get(one, ())]
    return told


def _not_offered(service_ids: Sequence[int]) -> dict[int, list[Doubt]]:
    """Open orders of an item that is off the menu; only what was agreed before gets so far, a typed one is refused."""
    rows = query.fetch(
        f"SELECT id, type, item, service_on FROM living_help_service WHERE id IN {query.LISTED} AND item <> ''"
        f" AND state IN ({query.marks(OPEN_ORDERS)})",
        [query.listed(service_ids), *OPEN_ORDERS],
    )
    found = {}
    for service_id, kind, item, said in rows:
        day = dt.date.fromisoformat(said)
        if item not in definitions.items(kind, day):
            found[service_id] = [Doubt(ServiceDoubt.ITEM_NOT_OFFERED, definitions.item_shown(item), day=day)]
    return found


def _at_once(service_ids: Sequence[int]) -> dict[int, list[Doubt]]:
    """Who is in two places at once by some services, by service."""
    days = query.fetch_one(
        "SELECT min(service_on), max(service_on) FROM living_help_service"
        f" WHERE id IN {query.LISTED} AND started <> ''",
        [query.listed(service_ids)],
    )
    if days is None or days[0] is None:
        return {}
    first, last = (dt.date.fromisoformat(day) for day in days)
    timed = query.fetch_as(
        _Timed,
        "SELECT s.id, s.resident_id, r.name, s.type, s.place, s.service_on, s.started, s.ended, s.worker"
        " FROM living_help_service s JOIN resident r ON r.id = s.resident_id"
        " WHERE s.service_on BETWEEN ? AND ? AND s.state <> ? AND s.started <> ''"
        " ORDER BY s.service_on, s.started, s.id",
        # Past midnight a service of the day before may still go on.
        [(first - _ONE).isoformat(), (last + _ONE).isoformat(), ServiceState.CANCELLED],
    )
    by_day: defaultdict[dt.date, list[_Timed]] = defaultdict(list)
    for one in timed:
        by_day[one.service_on].append(one)
    asked, known = set(service_ids), resolver(NamedList.PERSON)
    return {
        one.id: found
        for one in timed
        if one.id in asked
        and (found := [*_met(one, (other for day in _around(one) for other in by_day.get(day, ())), known)])
    }


def _around(one: _Timed) -> tuple[dt.date, ...]:
    return one.service_on - _ONE, one.service_on, one.service_on + _ONE


def _met(row: _Timed, others: Iterable[_Timed], known: Resolver) -> Iterator[Doubt]:
    begins, ends = row.span
    for one in others:
        start, end = one.span
        # One without an end is met at its beginning alone.
        if one.id == row.id or not ((start < ends and begins < end) or start == begins):
            continue
        if one.resident_id == row.resident_id:
            yield _doubt(ServiceDoubt.RESIDENT_BUSY, one.name, one)
        elif row.worker and known.shown(one.worker) == known.shown(row.worker) and not _one_activity(row, one):
            yield _doubt(ServiceDoubt.WORKER_BUSY, row.worker, one)


def _doubt(kind: ServiceDoubt, who: str, one: _Timed) -> Doubt:
    return Doubt(kind, who, one.id, one.type, one.name, one.service_on, one.started, one.ended)


def _one_activity(row: _Timed, one: _Timed) -> bool:
    # Many come to one activity: it is one thing that the worker does.
    same = ("type", "place", "service_on", "started", "ended")
    for_many = row.place == ServicePlace.CENTRE or row.type in _OF_MANY
    return for_many and all(getattr(row, name) == getattr(one, name) for name in same)
