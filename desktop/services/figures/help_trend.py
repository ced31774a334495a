"""Ten-help services over months in a row: 人次 by type, how long people waited; closed months as they were frozen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.core.figures.services import ServiceFigures, ServicePoint
from desktop.core.period import Month
from desktop.core.rates import average
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register
from desktop.services.writing import frozen, months

_YEAR = 12
_SQL = (
    "SELECT substr(service_on, 1, 7), type, resident_id, count(*), count(nullif(requested_at, '')),"
    " coalesce(sum(CASE WHEN requested_at <> ''"
    " THEN max(julianday(service_on) - julianday(substr(requested_at, 1, 10)), 0) END), 0)"
    " FROM living_help_service WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated') GROUP BY 1, 2, 3"
)


class _Row(NamedTuple):
    month: str
    type: str
    resident_id: int
    times: int
    orders: int
    days: float


def help_trend(found: ServiceFigures, known: Register) -> tuple[ServicePoint, ...]:
    """The twelve months up to that of these figures, the oldest first; a month without a record says nothing."""
    span = [found.month.shifted(back) for back in range(1 - _YEAR, 1)]
    # The month itself is told as the rest of its report is.
    points = {**_frozen(span[:-1]), found.month: _of_figures(found)}
    counted = _counted([one for one in span if one not in points], known)
    return tuple(points.get(one) or counted.get(one) or ServicePoint(one) for one in span)


def _of_figures(found: ServiceFigures) -> ServicePoint:
    return ServicePoint(found.month, found.person_times, found.waiting.orders, found.waiting.average, recorded=True)


def _counted(wanted: Iterable[Month], known: Register) -> dict[Month, ServicePoint]:
    asked = {str(one): one for one in wanted}
    if not asked:
        return {}
    days = [min(asked.values()).first.isoformat(), max(asked.values()).last.isoformat()]
    by_month: defaultdict[Month, list[_Row]] = defaultdict(list)
    for row in query.fetch_as(_Row, _SQL, days):
        if row.month in asked and row.resident_id in known.people:
            by_month[asked[row.month]].append(row)
    return {month: _point(month, rows) for month, rows in by_month.items()}


def _point(month: Month, rows: list[_Row]) -> ServicePoint:
    times: Counter[str] = Counter()
    for row in rows:
        times[row.type] += row.times
    orders, days = sum(row.orders for row in rows), int(sum(row.days for row in rows))
    return ServicePoint(
        month, {kind: times[kind] for kind in terms.SERVICE_TYPES}, orders, average(days, orders), recorded=True
    )


def _frozen(span: Iterable[Month]) -> dict[Month, ServicePoint]:
    closed = set(months.closed_months())
    told = {month: (frozen.figures(month) or {}).get("services") for month in span if str(month) in closed}
    return {month: _of_frozen(month, one) for month, one in told.items() if one}


def _of_frozen(month: Month, services: Mapping[str, Any]) -> ServicePoint:
    times = {kind: int(services["person_times"].get(word, 0)) for kind, word in terms.SERVICE_TYPES.items()}
    # A month that was closed before orders had steps says nothing of waiting.
    waiting = services.get("waiting")
    if waiting is None:
        return ServicePoint(month, times, recorded=True)
    average_then = None if waiting["average"] == "—" else Decimal(waiting["average"])
    return ServicePoint(month, times, waiting["orders"], average_then, recorded=True)
