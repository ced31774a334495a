"""The open orders side by side: by how far they are, by who goes, by the day; urgent help first in each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.answers import BoardAxis, BoardLane
from desktop.core.period import Month
from desktop.core.trade import NamedList, ServiceState, ServiceType
from desktop.services.help_services import attention, orders
from desktop.services.help_services.orders import ServiceRow
from desktop.services.named.resolving import resolver


@dataclass(frozen=True)
class Group:
    """Some orders under one head: a lane, the name of a worker (empty: nobody was sent), or a day."""

    key: str
    orders: tuple[ServiceRow, ...]
    stale: int


def board(axis: BoardAxis) -> list[Group]:
    """All that is open, then the groups of the axis; of the states also what is late and who is to be asked (回访).

    Whose services of this month or the last one are to be asked about is a lane of its own: they are done.
    """
    late = frozenset(attention.stale())
    waiting = sorted(orders.open_orders(), key=lambda row: _first(row, late))
    groups = [(BoardLane.OPEN.value, waiting)]
    if axis == BoardAxis.STATE:
        groups += _lanes(waiting, late)
    elif axis == BoardAxis.WORKER:
        groups += _by_worker(waiting)
    else:
        groups += _by_day(waiting)
    return [Group(key, tuple(rows), sum(row.id in late for row in rows)) for key, rows in groups]


def waited(row: ServiceRow) -> dt.timedelta | None:
    """How long somebody has waited since the order; None where nobody knows when it was, or it is closed."""
    if not row.requested_at or row.state not in (ServiceState.REQUESTED, ServiceState.DISPATCHED):
        return None
    return max(clock.now() - dt.datetime.fromisoformat(row.requested_at), dt.timedelta())


def _lanes(waiting: list[ServiceRow], late: frozenset[int]) -> list[tuple[str, list[ServiceRow]]]:
    now = Month.of(clock.today())
    asked = [*attention.to_ask(now.shifted(-1)), *attention.to_ask(now)]
    return [
        (BoardLane.STALE, [row for row in waiting if row.id in late]),
        (BoardLane.REQUESTED, [row for row in waiting if row.state == ServiceState.REQUESTED]),
        (BoardLane.DISPATCHED, [row for row in waiting if row.state == ServiceState.DISPATCHED]),
        (BoardLane.TO_ASK, orders.rows(asked)),
    ]


def _by_worker(waiting: Iterable[ServiceRow]) -> list[tuple[str, list[ServiceRow]]]:
    known, found = resolver(NamedList.PERSON), defaultdict(list)
    for row in waiting:
        found[known.shown(row.worker) if row.worker else ""].append(row)
    return sorted(found.items())


def _by_day(waiting: Iterable[ServiceRow]) -> list[tuple[str, list[ServiceRow]]]:
    found = defaultdict(list)
    for row in waiting:
        found[row.service_on.isoformat()].append(row)
    return sorted(found.items())


def _first(row: ServiceRow, late: frozenset[int]) -> tuple[object, ...]:
    return row.type != ServiceType.EMERGENCY, row.id not in late, row.service_on, row.started, row.id
