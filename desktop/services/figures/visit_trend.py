"""The monthly visit rate over months in a row; closed months stand as they were frozen."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.figures.visits import TrendPoint
from desktop.core.period import Month
from desktop.models import query
from desktop.services.register.snapshot import Register, as_date, register
from desktop.services.visits import roster
from desktop.services.writing import frozen, months


def visit_trend(month: Month, length: int = 12, known: Register | None = None) -> tuple[TrendPoint, ...]:
    """The months up to ``month``, the oldest first; earlier ones that are closed as they were frozen."""
    known = known or register()
    first = query.fetch_one("SELECT min(visited_on) FROM living_visit")
    since = as_date(first[0]) if first else None
    span = [month.shifted(back) for back in range(1 - length, 1)]
    # The month itself is counted with the rest of its report, which would contradict it otherwise.
    points = _frozen(span[:-1])
    open_ones = [one for one in span if one not in points and since is not None and since <= one.last]
    for one, counts in roster.tallies(open_ones, known).items():
        points[one] = TrendPoint(one, counts.required, counts.excused, counts.reached, counts.unvisited)
    return tuple(points.get(one) or TrendPoint(one, 0, 0, 0, 0, recorded=False) for one in span)


def _frozen(span: Iterable[Month]) -> dict[Month, TrendPoint]:
    closed = set(months.closed_months())
    points: dict[Month, TrendPoint] = {}
    for month in span:
        visits = (frozen.figures(month) or {}).get("visits") if str(month) in closed else None
        if visits is not None:
            excused = visits["excused_gone"] + visits["excused_confirmed"]
            points[month] = TrendPoint(month, visits["required"], excused, visits["visited"], visits["unvisited"])
    return points
