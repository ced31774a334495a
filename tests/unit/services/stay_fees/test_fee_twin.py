"""The charge of a month against a slow twin that walks through the nights and asks of each what it costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.money import yuan_text
from desktop.core.stay_fees import ChargeState
from desktop.models.resident import Grade
from desktop.services.beds import moving, stays
from desktop.services.stay_fees import charges, rates
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.stay_fees.lodging import OCTOBER, bed, fees, owed, turn_on
from tests.unit.services.visits.test_roster_rules import forgotten

DAY = dt.timedelta(days=1)
# The nights of August to October; November is still to come.
DAYS = st.integers(-20, 20).map(lambda shift: dt.date(2026, 10, 1) + DAY * shift)
GRADES = ("", "mild", "severe")
CLASSES = ("basic", "inclusive")
AMOUNTS = st.sampled_from((0, 1, 999, 31000, 93005, 155550, 310001))
RATES = st.lists(
    st.tuples(
        st.sampled_from(("bed", "care", "meals")),
        st.sampled_from(("all", "class", "room", "bed", "grade", "resident")),
        st.integers(0, 1),
        st.sampled_from(("", "long", "short")),
        st.sampled_from(("month", "day")),
        AMOUNTS,
        DAYS,
        st.one_of(st.none(), st.integers(0, 30)),
    ),
    max_size=9,
)
LEAVE = st.tuples(st.integers(1, 4), *[st.sampled_from((0, 33, 50, 100))] * 9)
# Most centres have a rate of each part for everybody, and most people come before they do anything else.
BASE = st.tuples(*[st.one_of(st.none(), *[AMOUNTS] * 9)] * 3)
LIFE = st.lists(
    st.one_of(
        st.tuples(st.just("admit"), DAYS, st.integers(0, 1), st.booleans()),
        st.tuples(st.just("move"), DAYS, st.integers(0, 1), st.none()),
        st.tuples(st.just("leave"), DAYS, st.integers(0, 9), st.sampled_from(("hospital", "home", "other"))),
        st.tuples(st.just("discharge"), DAYS, st.none(), st.none()),
        st.tuples(st.just("grade"), DAYS, st.sampled_from(GRADES[1:]), st.none()),
    ),
    max_size=9,
)
ADMITTED = st.tuples(st.just("admit"), DAYS, st.integers(0, 1), st.booleans())
LIVES = st.tuples(ADMITTED, LIFE.map(lambda acts: sorted(acts, key=lambda one: one[1]))).map(
    lambda both: [both[0], *both[1]]
)


@dataclass(frozen=True)
class Price:
    """A rate as somebody would note it down."""

    part: str
    scope: str
    which: int
    term: str
    unit: str
    fen: int
    first: dt.date
    last: dt.date | None


@dataclass
class Life:
    """One person as a list of facts: spans in beds, days away, grades."""

    spans: list[list[object]]
    away: dict[dt.date, str]
    grades: list[tuple[dt.date, str]]

    def lies(self, day: dt.date) -> tuple[int, str] | None:
        for first, last, place, term in self.spans:
            if first <= day and (last is None or day < last):  # type: ignore[operator]
                return place, term  # type: ignore[return-value]
        return None

    def grade(self, day: dt.date) -> str:
        held = [(since, at, grade) for at, (since, grade) in enumerate(self.grades) if since <= day]
        return max(held)[2] if held else ""


def holds(price: Price, prices: list[Price], day: dt.date) -> bool:
    """Whether it is the newest of its kind that has begun, and has not ended."""
    same = [
        one
        for one in prices
        if (one.part, one.scope, one.which, one.term) == (price.part, price.scope, price.which, price.term)
        and one.first <= day
    ]
    newest = max(same, key=lambda one: (one.first, prices.index(one)), default=None)
    return newest is price and (price.last is None or day <= price.last)


def costs(price: Price, place: int, term: str, grade: str) -> bool:
    fits = {
        "all": True,
        "resident": price.which == 0,
        "bed": price.which == place,
        "room": price.which == place,
        "class": price.which == place,
        "grade": GRADES[price.which + 1] == grade,
    }
    return fits[price.scope] and price.term in ("", term)


ORDER = ("resident", "bed", "room", "class", "grade", "all")


def month_by_nights(life: Life, prices: list[Price], leave: tuple[int, ...]) -> tuple[int, bool]:
    """What October comes to, night by night, and whether a rate is missing."""
    total, missing = 0, False
    for at, part in enumerate(("bed", "care", "meals")):
        sums = Fraction(0)
        for number in range(1, 32):
            day = dt.date(2026, 10, number)
            lying = life.lies(day)
            if lying is None:
                continue
            now = [one for one in prices if one.part == part and holds(one, prices, day)]
            fitting = [one for one in now if costs(one, *lying, life.grade(day))]
            if not fitting:
                missing = missing or bool(now)
                continue
            best = sorted(fitting, key=lambda one: (ORDER.index(one.scope), not one.term, -one.first.toordinal()))[0]
            night = Fraction(best.fen, 31) if best.unit == "month" else Fraction(best.fen)
            days_away, back = 0, day
            while back in life.away and life.lies(back) is not None:
                days_away, back = days_away + 1, back - DAY
            if days_away >= leave[0]:
                kind = ("hospital", "home", "other").index(life.away[day])
                night = night * leave[1 + kind * 3 + at] / 100
            sums += night
        total += int((Decimal(sums.numerator) / Decimal(sums.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
    return total, missing


class Desk:
    """Does each thing with the program; what it lets stands in the life too."""

    def __init__(self, actor: Actor, who: int, beds: tuple[int, int]) -> None:
        self.actor, self.who, self.beds = actor, who, beds
        self.life = Life([], {}, [])
        self.stay: int | None = None

    def admit(self, day: dt.date, place: int, short: bool) -> None:
        term = "short" if short else "long"
        if self.stay is None:
            try:
                self.stay = stays.admit(self.actor, stays.StayDraft(self.who, self.beds[place], day, term=term))
            except UserError:
                return
            self.life.spans.append([day, None, place, term])

    def move(self, day: dt.date, place: int, _no: None) -> None:
        if self.stay is not None:
            try:
                self.stay = moving.move(self.actor, self.stay, self.beds[place], day)
            except UserError:
                return
            term = self.life.spans[-1][3]
            self.life.spans[-1][1] = day
            self.life.spans.append([day, None, place, term])

    def leave(self, day: dt.date, more: int, kind: str) -> None:
        if self.stay is not None:
            last = day + DAY * more
            try:
                stays.add_leave(self.actor, self.stay, day, last, "", kind)
            except UserError:
                return
            while day <= last:
                self.life.away[day], day = kind, day + DAY

    def discharge(self, day: dt.date, _no: None, _more: None) -> None:
        if self.stay is not None:
            try:
                stays.discharge(self.actor, self.stay, day, "回家")
            except UserError:
                return
            self.life.spans[-1][1] = day
            self.life.away = {one: kind for one, kind in self.life.away.items() if self.life.lies(one) is not None}
            self.stay = None

    def grade(self, day: dt.date, grade: str, _no: None) -> None:
        with writing(self.actor, Action.EDIT_RESIDENT) as unit:
            unit.add(Grade(resident=self.who, grade=grade, assessed_on=day))
        self.life.grades.append((day, grade))

    def price(self, price: Price) -> None:
        scope: dict[str, object] = {
            "all": {},
            "class": {"bed_class": CLASSES[price.which]},
            "room": {"room": f"1号楼 30{price.which}"},
            "bed": {"bed_id": self.beds[price.which]},
            "grade": {"grade": GRADES[price.which + 1]},
            "resident": {"resident_id": self.who},
        }[price.scope]
        last = price.last or ""
        rates.set_rate(
            self.actor,
            RateDraft(
                price.first,
                price.part,
                yuan_text(price.fen),
                price.unit,
                term=price.term,
                valid_to=last,
                **scope,  # type: ignore[arg-type]
            ),
        )


@pytest.fixture
def desk(actor: Actor, person: Callable[..., int]) -> Desk:
    turn_on(actor)
    made = tuple(bed(actor, str(at), CLASSES[at], f"30{at}") for at in (0, 1))
    return Desk(actor, person(), made)  # type: ignore[arg-type]


def noted(found: list[tuple]) -> list[Price]:  # type: ignore[type-arg]
    """The rates that say something of their part; one of the same day for the same takes the place of the other."""
    prices: list[Price] = []
    for part, scope, which, term, unit, fen, first, more in found:
        if scope in ("class", "room", "bed") and part != "bed":
            continue
        if scope == "grade" and part != "care":
            continue
        which = 0 if scope in ("all", "resident") else which
        price = Price(part, scope, which, term, unit, fen, first, None if more is None else first + DAY * more)
        prices = [
            one
            for one in prices
            if (one.part, one.scope, one.which, one.term, one.first) != (part, scope, which, term, first)
        ]
        prices.append(price)
    return prices


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=BASE, found=RATES, life=LIVES, leave=LEAVE)
def test_a_month_is_what_its_nights_cost(
    base: tuple[int | None, ...],
    found: list,  # type: ignore[type-arg]
    life: list,  # type: ignore[type-arg]
    leave: tuple[int, ...],
    desk: Desk,
) -> None:
    with forgotten():
        desk.life, desk.stay = Life([], {}, []), None
        rule = {
            kind: dict(zip(("bed", "care", "meals"), leave[1 + at * 3 : 4 + at * 3], strict=True))
            for at, kind in enumerate(("hospital", "home", "other"))
        }
        rules.set_rule(desk.actor, "stay_fee_leave", dt.date(2026, 10, 1), {"from_day": leave[0], **rule})
        start = dt.date(2026, 9, 1)
        for_all = zip(("bed", "care", "meals"), base, strict=True)
        always = [(part, "all", 0, "", "month", fen, start, None) for part, fen in for_all if fen is not None]
        prices = noted([*always, *found])
        for price in prices:
            desk.price(price)
        charged = 0
        for at, (name, day, what, more) in enumerate(life):
            getattr(desk, name)(day, what, more)
            whole, missing = month_by_nights(desk.life, prices, leave)
            listed = charges.months(OCTOBER, [desk.who])
            assert sum(one.whole_fen for one in listed) == whole
            assert any(one.state == ChargeState.NO_RATE for one in listed) == missing
            for one in listed:
                assert sum(line.fen for line in one.lines) == whole and all(line.fen >= 0 for line in one.lines)
            # In the middle of the life the month is charged; from then on each change is a difference.
            if at == len(life) // 2 and listed and not missing:
                charges.charge(desk.actor, OCTOBER)
                charged = whole
            assert owed(desk.who) == charged
        listed = charges.months(OCTOBER, [desk.who])
        if listed and listed[0].state == ChargeState.DIFFERS:
            charges.book_difference(desk.actor, desk.who, OCTOBER, "事后补差")
            assert owed(desk.who) == fees(desk.who).whole_fen
            assert fees(desk.who).state == ChargeState.CHARGED
