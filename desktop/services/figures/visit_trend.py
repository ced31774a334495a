"""The monthly visit rate over months in a row; closed months stand as they were frozen."""

from __future__ import annotations

import json

from desktop.core.figures.visits import TrendPoint
from desktop.core.period import Month
from desktop.models import query
from desktop.services.register.snapshot import Register, as_date, register
from desktop.services.visits import roster


def visit_trend(month: Month, months: int = 12, known: Register | None = None) -> tuple[TrendPoint, ...]:
    """The months up to ``month``, the oldest first."""
    known = known or register()
    first = query.fetch_one("SELECT min(visited_on) FROM living_visit")
    since = as_date(first[0]) if first else None
    frozen = _frozen()
    span = [month.shifted(back) for back in range(1 - months, 1)]
    return tuple(
        frozen[str(one)] if str(one) in frozen else _counted(one, known, since is not None and since <= one.last)
        for one in span
    )


def _counted(month: Month, known: Register, recorded: bool) -> TrendPoint:
    if not recorded:
        return TrendPoint(month, 0, 0, 0, 0, recorded=False)
    found = roster.standing(month, known)
    return TrendPoint(month, len(found.required), len(found.excused), len(found.reached), len(found.unvisited))


def _frozen() -> dict[str, TrendPoint]:
    found: dict[str, TrendPoint] = {}
    for name, text in query.fetch("SELECT month, figures FROM living_month WHERE state <> 'open'"):
        visits = json.loads(text or "{}").get("visits")
        if visits is not None:
            excused = visits["excused_gone"] + visits["excused_confirmed"]
            counts = (visits["required"], excused, visits["visited"], visits["unvisited"])
            found[name] = TrendPoint(Month.parse(name), *counts)
    return found
