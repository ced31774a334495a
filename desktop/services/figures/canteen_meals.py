"""Canteen figures (handbook section 4, Canteen): age band on the day of the meal, guests apart."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import NamedTuple

from desktop.core.figures.canteen import CanteenDay, CanteenFigures, CanteenPerson
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register, register

# A meal of a resident whose record is not void, or of a guest.
_EATEN = "FROM living_meal m LEFT JOIN living_resident r ON r.id = m.resident_id WHERE m.eaten_on BETWEEN ? AND ?"
_BY_RESIDENTS = f"{_EATEN} AND r.id IS NOT NULL"
# Full years on the day of the meal, as core.period.age_on has them; NULL without a birth date.
_AGE = (
    "CAST(substr(m.eaten_on, 1, 4) AS INTEGER) - CAST(substr(r.born_on, 1, 4) AS INTEGER)"
    " - (substr(m.eaten_on, 6) < substr(r.born_on, 6))"
)
_CELLS = f"SELECT m.meal, m.mode, {_AGE}, count(*) {_BY_RESIDENTS} GROUP BY 1, 2, 3"
_DAYS = f"SELECT m.eaten_on, m.meal, m.mode, count(*) {_BY_RESIDENTS} GROUP BY 1, 2, 3"
_EATERS = (
    "SELECT m.resident_id, count(*), sum(m.price_fen), sum(m.subsidy_fen), sum(m.paid_fen)"
    f" {_EATEN} AND (r.id IS NOT NULL OR m.resident_id IS NULL) GROUP BY m.resident_id"
)


class _Cell(NamedTuple):
    meal: str
    mode: str
    age: int | None
    times: int


class _DayCell(NamedTuple):
    day: dt.date
    meal: str
    mode: str
    times: int


class _Eater(NamedTuple):
    """What one resident ate, or all guests together, in fen."""

    resident_id: int | None
    meals: int
    price: int
    subsidy: int
    paid: int


class _Price(NamedTuple):
    meal: str
    fen: int


class _Subsidy(NamedTuple):
    min_age: int | None
    flags: str
    fen: int


def canteen(month: Month, known: Register | None = None) -> CanteenFigures:
    """The canteen figures of a month."""
    known = known or register()
    days = [month.first.isoformat(), month.last.isoformat()]
    cells, meals, bands = Counter[tuple[str, str, str]](), Counter[tuple[str, str]](), Counter[str]()
    for cell in query.fetch_as(_Cell, _CELLS, days):
        band = terms.age_band(cell.age or 0)
        cells[cell.meal, cell.mode, band] += cell.times
        meals[cell.meal, cell.mode] += cell.times
        bands[band] += cell.times
    eaters = query.fetch_as(_Eater, _EATERS, days)
    guests = next((one for one in eaters if one.resident_id is None), _Eater(None, 0, 0, 0, 0))
    people = {one.resident_id: one for one in eaters if one.resident_id is not None}
    return CanteenFigures(
        month=month,
        meals={(meal, mode): meals[meal, mode] for meal in terms.MEALS for mode in terms.MEAL_MODES},
        cells=dict(cells),
        by_day=_by_day(month),
        people=tuple(_person(known, month, people[one]) for one in known.sorted(people, month.last)),
        guests=guests.meals,
        guest_paid_fen=guests.paid,
        by_band={band: bands[band] for band in terms.AGE_BANDS},
        price_fen=sum(one.price for one in people.values()),
        subsidy_fen=sum(one.subsidy for one in people.values()),
        paid_fen=sum(one.paid for one in people.values()),
        rules=_rules(month),
    )


def _by_day(month: Month) -> tuple[CanteenDay, ...]:
    counted: defaultdict[dt.date, dict[tuple[str, str], int]] = defaultdict(dict)
    for cell in query.fetch_as(_DayCell, _DAYS, [month.first.isoformat(), month.last.isoformat()]):
        counted[cell.day][cell.meal, cell.mode] = cell.times
    return tuple(CanteenDay(day, counted[day]) for day in month)


def _person(known: Register, month: Month, one: _Eater) -> CanteenPerson:
    assert one.resident_id is not None
    return CanteenPerson(known.line(one.resident_id, month.last), one.meals, one.price, one.subsidy, one.paid)


def _rules(month: Month) -> dict[str, str]:
    """The prices and subsidies in force at the end of the month, as texts for the rule note."""
    last = [month.last.isoformat()]
    prices = query.fetch_as(
        _Price, "SELECT meal, price_fen FROM living_meal_price WHERE valid_from <= ? ORDER BY valid_from, id", last
    )
    subsidies = query.fetch_as(
        _Subsidy,
        "SELECT min_age, flags, amount_fen FROM living_subsidy_rule WHERE valid_from ="
        " (SELECT max(valid_from) FROM living_subsidy_rule WHERE valid_from <= ?) ORDER BY amount_fen, id",
        last,
    )
    newest = {price.meal: f"{terms.MEALS[price.meal]} {yuan_text(price.fen)}" for price in prices}
    named = [f"{_whom(one.min_age, one.flags)} {yuan_text(one.fen)}" for one in subsidies]
    return {"prices": "、".join(newest.values()), "subsidies": "、".join(named)}


def _whom(min_age: int | None, flags: str) -> str:
    if min_age is not None:
        return f"{min_age}周岁及以上"
    return "/".join(terms.FLAGS[flag] for flag in flags.split()) or "全部"
