"""Every figure over several months, so that they can be drawn and compared; closed months stand as they were frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from desktop.core.figures.series import OverMonths, Series
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import reading
from desktop.services.figures.contract import as_json, leaves
from desktop.services.figures.month import counted
from desktop.services.register.snapshot import as_date, register
from desktop.services.writing import frozen

YEAR = 12
# The first record of each part; before it there is nothing to tell, which is not the same as none.
_EVENTS = {
    "visits": "SELECT min(visited_on) FROM living_visit",
    "services": "SELECT min(service_on) FROM living_help_service",
    "canteen": "SELECT min(eaten_on) FROM living_meal",
}
_BEDS = (
    "SELECT min(day) FROM (SELECT min(from_on) AS day FROM living_stay UNION ALL SELECT min(opened_on) FROM living_bed)"
)
_POSTS = "SELECT min(valid_from) FROM living_post"
_Told = Mapping[str, Any]


def year_to(month: Month, length: int = YEAR) -> tuple[Month, ...]:
    """So many months in a row, this one the last."""
    return tuple(month.shifted(back) for back in range(1 - length, 1))


def over_months(wanted: Sequence[Month]) -> OverMonths:
    """Every figure in each of these months; the last one is told in any case, as its own report tells it.

    Raises FrozenChanged.
    """
    with reading():
        kept = {month: frozen.figures(month) for month in wanted}
        firsts = _firsts()
        known = register()
        told: dict[Month, _Told] = {}
        for month in wanted:
            began = {part for part, first in firsts.items() if month == wanted[-1] or (first and first <= month)}
            frozen_then = kept[month]
            found = frozen_then or (as_json(counted(month, known)) if began else {})
            told[month] = frozen_then or {part: one for part, one in found.items() if part in began}
    closed = frozenset(month for month, found in kept.items() if found)
    return OverMonths(tuple(wanted), closed, tuple(_series(told, wanted)))


def _firsts() -> dict[str, Month | None]:
    """The month of the first record of each part."""
    events = {part: _first(sql) for part, sql in _EVENTS.items()}
    # Who stood on register before anything was recorded was learned later; most indicators are made of visits.
    people = min((first for first in events.values() if first is not None), default=None)
    return {
        **events,
        "beds": _first(_BEDS),
        "people": people,
        "rolls": _first(_POSTS),
        "indicators": events["visits"],
    }


def _first(sql: str) -> Month | None:
    row = query.fetch_one(sql)
    day = as_date(row[0]) if row else None
    return None if day is None else Month.of(day)


def _series(told: Mapping[Month, _Told], wanted: Sequence[Month]) -> Iterator[Series]:
    flat = {month: dict(leaves(found)) for month, found in told.items()}
    by_name = {month: _indicators(found) for month, found in told.items()}
    last = told[wanted[-1]]
    for figure in _figures(flat, wanted):
        yield Series(figure, tuple(_value(told[month], flat[month], figure) for month in wanted))
    for at, one in enumerate(last.get("indicators", ())):
        key = (one["plan"], one["name"])
        values = tuple(_number(by_name[month].get(key)) for month in wanted)
        yield Series(f"indicators.{at}.value", values, one["name"])


def _figures(flat: Mapping[Month, Mapping[str, Any]], wanted: Sequence[Month]) -> list[str]:
    """The names of all months, as the last one has them in order; a kind that only others had beside its like."""
    every = dict.fromkeys(
        name for month in reversed(wanted) for name in flat[month] if not name.startswith("indicators.")
    )
    groups = list(dict.fromkeys(_group(name) for name in every))
    return sorted(every, key=lambda name: groups.index(_group(name)))


def _group(figure: str) -> tuple[str, ...]:
    return tuple(figure.split(".")[:2])


def _value(told: _Told, flat: Mapping[str, Any], figure: str) -> Decimal | None:
    if figure in flat:
        return _number(flat[figure])
    part, name, *kind = figure.split(".")
    # What is counted by kinds names those that there were; a figure that a month did not count is not 0.
    return Decimal(0) if kind and name in told.get(part, {}) else None


def _indicators(told: _Told) -> dict[tuple[str, str], Any]:
    return {(one["plan"], one["name"]): one["value"] for one in told.get("indicators", ())}


def _number(value: int | str | None) -> Decimal | None:
    return None if value is None or value == "—" else Decimal(value)
