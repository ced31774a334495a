"""Canteen figures (handbook section 4, Canteen): age band on the day of the meal, guests apart."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

from desktop.core.figures.canteen import CanteenDay, CanteenFigures, CanteenPerson
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.models.query import Row
from desktop.services.register.snapshot import Register, register

_SQL = (
    "SELECT resident_id, eaten_on, meal, mode, price_fen, subsidy_fen, paid_fen FROM living_meal"
    " WHERE eaten_on BETWEEN ? AND ? ORDER BY eaten_on, id"
)


def canteen(month: Month, known: Register | None = None) -> CanteenFigures:
    """The canteen figures of a month."""
    known = known or register()
    every = query.fetch(_SQL, [month.first.isoformat(), month.last.isoformat()])
    rows = [row for row in every if row[0] in known.people]
    guests = [row for row in every if row[0] is None]
    cells = Counter((row[2], row[3], _band(known, row)) for row in rows)
    meals, bands = Counter[tuple[str, str]](), Counter[str]()
    for (meal, mode, band), number in cells.items():
        meals[meal, mode] += number
        bands[band] += number
    return CanteenFigures(
        month=month,
        meals={(meal, mode): meals[meal, mode] for meal in terms.MEALS for mode in terms.MEAL_MODES},
        cells=dict(cells),
        by_day=_by_day(month, rows),
        people=_people(known, month, rows),
        guests=len(guests),
        guest_paid_fen=sum(row[6] for row in guests),
        by_band={band: bands[band] for band in terms.AGE_BANDS},
        price_fen=sum(row[4] for row in rows),
        subsidy_fen=sum(row[5] for row in rows),
        paid_fen=sum(row[6] for row in rows),
        rules=_rules(month),
    )


def _band(known: Register, row: Row) -> str:
    age = known.people[row[0]].age(dt.date.fromisoformat(row[1]))
    return terms.age_band(age if age is not None else 0)


def _by_day(month: Month, rows: list[Row]) -> tuple[CanteenDay, ...]:
    counted: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in rows:
        counted[row[1]][row[2], row[3]] += 1
    return tuple(CanteenDay(day, dict(counted[day.isoformat()])) for day in month)


def _people(known: Register, month: Month, rows: list[Row]) -> tuple[CanteenPerson, ...]:
    by_person: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_person[row[0]].append(row)
    return tuple(
        CanteenPerson(
            person=known.line(one, month.last),
            meals=len(by_person[one]),
            price_fen=sum(row[4] for row in by_person[one]),
            subsidy_fen=sum(row[5] for row in by_person[one]),
            paid_fen=sum(row[6] for row in by_person[one]),
        )
        for one in known.sorted(by_person)
    )


def _rules(month: Month) -> dict[str, str]:
    """The price and subsidy changes that the month saw, as (what from when) texts for the rule note."""
    prices = query.fetch(
        "SELECT valid_from, meal, price_fen FROM living_meal_price WHERE valid_from <= ? ORDER BY valid_from, id",
        [month.last.isoformat()],
    )
    subsidies = query.fetch(
        "SELECT valid_from, min_age, flags, amount_fen FROM living_subsidy_rule WHERE valid_from ="
        " (SELECT max(valid_from) FROM living_subsidy_rule WHERE valid_from <= ?) ORDER BY amount_fen",
        [month.last.isoformat()],
    )
    newest = {meal: f"{terms.MEALS[meal]} {fen / 100:.2f}" for _, meal, fen in prices}
    named = [f"{_whom(min_age, flags)} {fen / 100:.2f}" for _, min_age, flags, fen in subsidies]
    return {"prices": "、".join(newest.values()), "subsidies": "、".join(named)}


def _whom(min_age: int | None, flags: str) -> str:
    if min_age is not None:
        return f"{min_age}周岁及以上"
    return "/".join(terms.FLAGS[flag] for flag in flags.split()) or "全部"
