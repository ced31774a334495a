"""就餐日登记表 and 就餐月矩阵: the meals of a day and of a month as rows of people, read from the meals themselves."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register, register

_MEALS = (
    "SELECT m.resident_id, m.eaten_on, m.eaten_at, m.meal, m.mode, m.price_fen, m.subsidy_fen, m.paid_fen,"
    " COALESCE((SELECT -sum(e.amount) FROM living_ledger_entry e WHERE e.meal_id = m.id), 0)"
    " FROM living_meal m WHERE m.eaten_on BETWEEN ? AND ? ORDER BY m.eaten_on, m.id"
)
# Who eats here: whoever did in the month or the one before it.
_USUAL = (
    "SELECT DISTINCT m.resident_id FROM living_meal m JOIN living_resident r ON r.id = m.resident_id"
    " WHERE m.eaten_on BETWEEN ? AND ?"
)


class SheetMeal(NamedTuple):
    """One meal, of a resident or of a guest, in fen; ``prepaid`` of what was paid came out of the balance."""

    resident_id: int | None
    eaten_on: str
    eaten_at: str
    meal: str
    mode: str
    price: int
    subsidy: int
    paid: int
    prepaid: int


@dataclass(frozen=True)
class DayLine:
    """A meal of the day sheet; a guest is nobody of the register."""

    person: PersonLine | None
    served: SheetMeal


@dataclass(frozen=True)
class DaySheet:
    """The meals of a day by meal, community and name, guests behind the others of their meal."""

    day: dt.date
    lines: Sequence[DayLine]

    def of(self, meal: str, mode: str = "") -> list[SheetMeal]:
        """The residents' meals of a kind."""
        return [
            one.served
            for one in self.lines
            if one.person is not None and one.served.meal == meal and mode in ("", one.served.mode)
        ]

    @property
    def guests(self) -> list[SheetMeal]:
        """The meals of guests."""
        return [one.served for one in self.lines if one.person is None]


@dataclass(frozen=True)
class MatrixLine:
    """Somebody's month: {meal: mode} of each day on which something was eaten."""

    person: PersonLine
    days: dict[dt.date, dict[str, str]]
    price_fen: int
    subsidy_fen: int
    paid_fen: int

    @property
    def meals(self) -> int:
        """人次 of the month."""
        return sum(map(len, self.days.values()))


@dataclass(frozen=True)
class Matrix:
    """A month of people and days; guests are counted apart."""

    month: Month
    lines: Sequence[MatrixLine]
    guests: int
    guest_paid_fen: int

    def on(self, day: dt.date) -> int:
        """人次 of residents on a day."""
        return sum(len(line.days.get(day, {})) for line in self.lines)


def day_sheet(day: dt.date) -> DaySheet:
    """The sheet of a day."""
    found = _meals(day, day)
    known = register(_people(found))
    order = {person: at for at, person in enumerate(known.sorted(known.people, day))}
    meals = list(terms.MEALS)
    # A void record's meals are nobody's: no figure counts them either.
    lines = [
        DayLine(known.line(one.resident_id, day) if one.resident_id is not None else None, one)
        for one in found
        if one.resident_id is None or one.resident_id in known.people
    ]
    lines.sort(
        key=lambda one: (
            meals.index(one.served.meal),
            one.person is None,
            order[one.person.resident_id] if one.person is not None else 0,
        )
    )
    return DaySheet(day, lines)


def matrix(month: Month, more: Iterable[int] = ()) -> Matrix:
    """The matrix of a month: who ate in it, and ``more`` people who perhaps did not."""
    found = _meals(month.first, month.last)
    known = register(sorted({*_people(found), *more}))
    of_person: defaultdict[int, list[SheetMeal]] = defaultdict(list)
    for one in found:
        if one.resident_id is not None:
            of_person[one.resident_id].append(one)
    guests = [one for one in found if one.resident_id is None]
    return Matrix(
        month,
        [_line(known, month, who, of_person[who]) for who in known.sorted(known.people, month.last)],
        len(guests),
        sum(one.paid for one in guests),
    )


def usual(month: Month) -> list[int]:
    """Who eats here as a rule, for the empty lines of a month that has just begun."""
    return query.ids(_USUAL, [month.shifted(-1).first.isoformat(), month.last.isoformat()])


def _line(known: Register, month: Month, who: int, meals: Iterable[SheetMeal]) -> MatrixLine:
    days: dict[dt.date, dict[str, str]] = {}
    price = subsidy = paid = 0
    for one in meals:
        days.setdefault(dt.date.fromisoformat(one.eaten_on), {})[one.meal] = one.mode
        price, subsidy, paid = price + one.price, subsidy + one.subsidy, paid + one.paid
    return MatrixLine(known.line(who, month.last), days, price, subsidy, paid)


def _meals(first: dt.date, last: dt.date) -> list[SheetMeal]:
    return query.fetch_as(SheetMeal, _MEALS, [first.isoformat(), last.isoformat()])


def _people(found: Iterable[SheetMeal]) -> list[int]:
    return sorted({one.resident_id for one in found if one.resident_id is not None})
