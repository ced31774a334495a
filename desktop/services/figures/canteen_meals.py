"""Canteen figures (handbook section 4, Canteen): age band on the day of the meal, guests apart."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from desktop.core.acts import Thing
from desktop.core.figures.behind import (
    Average,
    Behind,
    Counts,
    Made,
    Piece,
    Selection,
    rows,
    rows_of,
    summed_of,
    yuan_of,
)
from desktop.core.figures.canteen import SCORES, CanteenDay, CanteenFigures, CanteenPerson, Complaints, Ratings
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.trade import FIRST_SERVED, Combining, FlagKind
from desktop.core.words import terms
from desktop.core.words.prices import PAPER
from desktop.models import query
from desktop.services.canteen import prices
from desktop.services.figures.food_ledger import food_ledger
from desktop.services.figures.prepaid import prepaid
from desktop.services.register.snapshot import Register, register

# Meals of residents whose record is not void, and of guests.
_EATEN = (
    "SELECT m.id, m.resident_id, m.eaten_on, m.meal, m.mode, m.price_fen, m.subsidy_fen, m.paid_fen, m.rating"
    " FROM living_meal m"
    " WHERE m.eaten_on BETWEEN ? AND ? ORDER BY m.eaten_on, m.id"
)


class _Eaten(NamedTuple):
    """One meal, of a resident or of a guest, in fen."""

    id: int
    resident_id: int | None
    day: str
    meal: str
    mode: str
    price: int
    subsidy: int
    paid: int
    rating: int | None


def canteen(month: Month, known: Register | None = None) -> CanteenFigures:
    """The canteen figures of a month."""
    known = known or register()
    every = query.fetch_as(_Eaten, _EATEN, [month.first.isoformat(), month.last.isoformat()])
    eaten = [one for one in every if one.resident_id in known.people]
    guests = [one for one in every if one.resident_id is None]
    kinds = {(meal, mode): list[_Eaten]() for meal in terms.MEALS for mode in terms.MEAL_MODES}
    bands = {band: list[_Eaten]() for band in terms.AGE_BANDS}
    cells = Counter[tuple[str, str, str]]()
    days = {day.isoformat(): day for day in month}
    of_person = by_person(eaten)
    # Hardly anybody comes into another band within the month: the others' age is asked for once.
    steady = {person: _band_all_month(known, month, person) for person in of_person}
    for one in eaten:
        assert one.resident_id is not None
        band = steady[one.resident_id] or _band(known, days[one.day], one.resident_id)
        kinds[one.meal, one.mode].append(one)
        bands[band].append(one)
        cells[one.meal, one.mode, band] += 1
    flags = by_flag(known, month, of_person)
    behind = _behind(eaten, guests, kinds, bands, flags)
    said = _complaints(month)
    rated = {score: [one for one in (*eaten, *guests) if one.rating == score] for score in SCORES}
    food, behind_food = food_ledger(month)
    balances, behind_balances = prepaid(month)
    return CanteenFigures(
        month=month,
        meals={kind: len(meals) for kind, meals in kinds.items()},
        cells={cell: cells[cell] for cell in sorted(cells, key=_place)},
        by_day=_by_day(month, eaten),
        people=_people(known, month, of_person),
        guests=behind["guests"].value,
        guest_paid_fen=behind["guest_paid"].value,
        by_band={band: len(meals) for band, meals in bands.items()},
        by_flag={flag: (len(meals), len({one.resident_id for one in meals})) for flag, meals in flags.items()},
        price_fen=behind["price"].value,
        subsidy_fen=behind["subsidy"].value,
        paid_fen=behind["paid"].value,
        rules=_rules(month),
        ratings=Ratings({score: len(meals) for score, meals in rated.items()}),
        complaints=Complaints(*(said[name].value for name in ("complaints.received", "complaints.answered"))),
        balances=balances,
        food=food,
        behind=behind | behind_food | behind_balances | _behind_ratings(rated) | said,
    )


def _behind(
    eaten: Sequence[_Eaten],
    guests: Sequence[_Eaten],
    kinds: Mapping[tuple[str, str], Sequence[_Eaten]],
    bands: Mapping[str, Sequence[_Eaten]],
    flags: Mapping[FlagKind, Sequence[_Eaten]],
) -> dict[str, Selection]:
    return {
        **{
            f"meals.{terms.MEALS[meal]}/{terms.MEAL_MODES[mode]}": rows_of(meals, _piece)
            for (meal, mode), meals in kinds.items()
        },
        "persons": Selection(Counts.PEOPLE, Made(eaten, _piece)),
        "guests": rows_of(guests, _piece),
        "guest_paid": yuan_of(guests, _piece, attrgetter("paid")),
        **{f"by_band.{band}": rows_of(meals, _piece) for band, meals in bands.items()},
        **{f"by_flag.{terms.FLAGS[flag]}": rows_of(meals, _piece) for flag, meals in flags.items()},
        **{
            f"persons_by_flag.{terms.FLAGS[flag]}": Selection(Counts.PEOPLE, Made(meals, _piece))
            for flag, meals in flags.items()
        },
        "price": yuan_of(eaten, _piece, attrgetter("price")),
        "subsidy": yuan_of(eaten, _piece, attrgetter("subsidy")),
        "paid": yuan_of(eaten, _piece, attrgetter("paid")),
    }


def _behind_ratings(rated: Mapping[int, Sequence[_Eaten]]) -> dict[str, Behind]:
    every = [one for meals in rated.values() for one in meals]
    scores = summed_of(every, _piece, lambda one: one.rating or 0)
    return {
        "ratings.count": rows_of(every, _piece),
        "ratings.average": Average(scores, rows_of(every, _piece)),
        **{f"ratings.by_score.{score}": rows_of(meals, _piece) for score, meals in rated.items()},
    }


def _complaints(month: Month) -> dict[str, Selection]:
    """Those received and those answered in the month."""

    def within(day: str) -> Selection:
        found = query.fetch(
            f"SELECT resident_id, id FROM living_complaint WHERE {day} BETWEEN ? AND ? ORDER BY {day}, id",
            [month.first.isoformat(), month.last.isoformat()],
        )
        return rows(Piece(person, Thing.COMPLAINT, one) for person, one in found)

    return {"complaints.received": within("day"), "complaints.answered": within("handled_on")}


def _place(cell: tuple[str, str, str]) -> tuple[str, str, int]:
    meal, mode, band = cell
    return meal, mode, terms.AGE_BANDS.index(band)


def _piece(one: _Eaten) -> Piece:
    return Piece(one.resident_id, Thing.MEAL, one.id)


def _band(known: Register, day: dt.date, person: int) -> str:
    """The age band on the day of the meal; the youngest without a birth date."""
    return terms.age_band(known.people[person].age(day) or 0)


def _band_all_month(known: Register, month: Month, person: int) -> str:
    """The age band on every day of the month; empty where a birthday brings another."""
    first, last = (_band(known, day, person) for day in (month.first, month.last))
    return first if first == last else ""


def _by_day(month: Month, eaten: Iterable[_Eaten]) -> tuple[CanteenDay, ...]:
    counted: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in eaten:
        counted[one.day][one.meal, one.mode] += 1
    return tuple(CanteenDay(day, dict(sorted(counted[day.isoformat()].items()))) for day in month)


class EatenRow(Protocol):
    """A meal as far as it has an eater and a day, ``YYYY-MM-DD``."""

    @property
    def resident_id(self) -> int | None:
        """Who ate; None for a guest."""

    @property
    def day(self) -> str:
        """The day on which it was eaten."""


AMeal = TypeVar("AMeal", bound=EatenRow)


def by_person(eaten: Iterable[AMeal]) -> dict[int, list[AMeal]]:
    """The meals of each resident; guests have none."""
    meals: defaultdict[int, list[AMeal]] = defaultdict(list)
    for one in eaten:
        if one.resident_id is not None:
            meals[one.resident_id].append(one)
    return dict(meals)


def by_flag(known: Register, month: Month, of_person: Mapping[int, Sequence[AMeal]]) -> dict[FlagKind, list[AMeal]]:
    """The meals of those who held each flag on their day; whom the canteen serves first stand in any month."""
    found: dict[FlagKind, list[AMeal]] = {flag: [] for flag in FlagKind}
    for person, meals in of_person.items():
        if known.flags_stay(person, month.first, month.last):
            for flag in known.flags_on(person, month.last, derived=True):
                found[FlagKind(flag)].extend(meals)
            continue
        for one in meals:
            for flag in known.flags_on(person, dt.date.fromisoformat(one.day), derived=True):
                found[FlagKind(flag)].append(one)
    return {flag: meals for flag, meals in found.items() if meals or flag in FIRST_SERVED}


def _people(known: Register, month: Month, meals: Mapping[int, Sequence[_Eaten]]) -> tuple[CanteenPerson, ...]:
    return tuple(
        CanteenPerson(
            known.line(person, month.last),
            len(meals[person]),
            sum(one.price for one in meals[person]),
            sum(one.subsidy for one in meals[person]),
            sum(one.paid for one in meals[person]),
        )
        for person in known.sorted(meals, month.last)
    )


def _rules(month: Month) -> dict[str, str]:
    """The prices and subsidies in force at the end of the month, as texts for the rule note."""
    listed = prices.book(month.last).around(month.last)
    by_meal = sorted(
        listed.prices, key=lambda one: (list(terms.MEALS).index(one.meal), one.personal, one.valid_from, one.id)
    )
    return {
        "prices": "、".join(f"{_for(one)} {yuan_text(one.price_fen)}" for one in by_meal),
        "subsidies": "、".join(
            _subsidy(one) for one in sorted(listed.subsidies, key=lambda one: (one.amount_fen, one.id))
        ),
    }


def _for(price: prices.Price) -> str:
    only = [PAPER.term(terms.MEAL_MODES, price.mode)] if price.mode else []
    only += [PAPER.whom(price.ages, price.flags)] if price.personal else []
    only += [PAPER.days(price.weekdays)] if price.weekdays else []
    return f"{terms.MEALS[price.meal]}{_aside(only)}"


def _subsidy(rule: prices.Subsidy) -> str:
    only = [PAPER.meal(rule.meal)] if rule.meal else []
    only += [PAPER.term(terms.MEAL_MODES, rule.mode)] if rule.mode else []
    limits = PAPER.limits(rule.min_spend_fen, rule.day_cap_fen, rule.month_cap_fen, rule.combining == Combining.SUM)
    only += [limits] if limits else []
    given = yuan_text(rule.amount_fen) if rule.percent is None else PAPER.given(0, rule.percent)
    return f"{PAPER.whom(rule.ages, rule.flags)} {given}{_aside(only)}"


def _aside(parts: list[str]) -> str:
    return f"（{'，'.join(parts)}）" if parts else ""
