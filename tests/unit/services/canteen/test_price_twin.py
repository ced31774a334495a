"""Random prices, subsidies with caps and months of meals against somebody who looks at every rule for every meal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.meal import Meal, MealPrice, SubsidyRule
from desktop.models.resident import Flag, RegisterEvent, Resident
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import price_preview
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.price_edits import SubsidyDraft
from desktop.services.canteen.price_preview import Sums
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
DAYS = st.sampled_from([dt.date(2026, 9, 30), *(dt.date(2026, 10, day) for day in (1, 2, 3, 10, 20, 21))])
ENDS = st.one_of(st.none(), st.none(), st.sampled_from([dt.date(2026, 10, 2), dt.date(2026, 10, 20)]))
MEALS = st.sampled_from(("lunch", "lunch", "dinner"))
MODES = st.sampled_from(("dine_in", "delivered"))
AGES = st.sampled_from(((None, None), (None, None), (80, None), (60, 79), (None, 79)))
FLAGS = st.sampled_from(("", "", "minimum_living", "kinless minimum_living"))


@dataclass(frozen=True)
class P:
    """A price."""

    since: dt.date
    until: dt.date | None
    meal: str
    mode: str
    ages: tuple[int | None, int | None]
    flags: str
    weekdays: str
    fen: int


@dataclass(frozen=True)
class S:
    """A subsidy."""

    since: dt.date
    until: dt.date | None
    meal: str
    mode: str
    ages: tuple[int | None, int | None]
    flags: str
    fen: int
    percent: int | None
    day_cap: int | None
    month_cap: int | None
    least: int
    combining: str
    replaces: bool


@dataclass
class Who:
    """Somebody at the table."""

    born: dt.date | None
    poor_from: dt.date | None
    id: int = 0


def ends(row: P | S) -> bool:
    return row.until is None or row.until >= row.since


PRICES = st.lists(
    st.builds(
        P, DAYS, ENDS, MEALS, st.one_of(st.just(""), MODES), AGES, FLAGS, st.sampled_from(("", "", "34", "67")),
        st.sampled_from((0, 800, 1201, 1500)),
    ).filter(ends),
    max_size=6,
    unique_by=lambda one: (one.since, one.meal, one.mode, one.ages, one.flags, one.weekdays),
)  # fmt: skip
CAPS = st.sampled_from((None, None, 0, 300, 700))
RULES = st.lists(
    st.builds(
        S, DAYS, ENDS, st.one_of(st.just(""), MEALS), st.one_of(st.just(""), MODES), AGES, FLAGS,
        st.sampled_from((0, 200, 333, 500, 2000)), st.sampled_from((None, None, 50, 33)), CAPS, CAPS,
        st.sampled_from((0, 0, 1201)), st.sampled_from(("highest", "sum")), st.sampled_from((False, False, True)),
    ).filter(ends),
    max_size=6,
)  # fmt: skip
PEOPLE = st.lists(
    st.builds(
        Who,
        st.sampled_from((None, dt.date(1946, 10, 2), dt.date(1944, 3, 5), dt.date(1961, 3, 5))),
        st.one_of(st.none(), DAYS),
    ),
    min_size=1,
    max_size=2,
)
EATEN = st.lists(
    st.tuples(st.integers(0, 1), DAYS, MEALS, MODES), min_size=3, max_size=14, unique_by=lambda one: one[:3]
).map(lambda found: sorted(found, key=lambda one: one[1]))


def age(who: Who, day: dt.date) -> int | None:
    """How many birthdays have been; nobody here was born on 29 February."""
    return (
        sum(who.born.replace(year=year) <= day for year in range(who.born.year + 1, day.year + 1)) if who.born else None
    )


def fits(row: P | S, who: Who, day: dt.date, meal: str, mode: str) -> bool:
    if row.meal not in ("", meal) or row.mode not in ("", mode):
        return False
    years = age(who, day)
    low, high = row.ages
    if (low is not None or high is not None) and (years is None or years < (low or 0) or years > (high or 999)):
        return False
    poor = who.poor_from is not None and who.poor_from <= day
    return row.flags == "" or (poor and "minimum_living" in row.flags)


def holds(row: P | S, day: dt.date) -> bool:
    return row.since <= day and (row.until is None or row.until >= day)


def price_by_hand(prices: list[P], who: Who, day: dt.date, meal: str, mode: str) -> int | None:
    held = [one for one in prices if holds(one, day) and (not one.weekdays or str(day.isoweekday()) in one.weekdays)]
    newest = []
    for one in held:
        same = [
            other
            for other in held
            if (other.meal, other.mode, other.ages, other.flags, other.weekdays)
            == (one.meal, one.mode, one.ages, one.flags, one.weekdays)
        ]
        if one.since == max(other.since for other in same):
            newest.append(one)
    found = [one for one in newest if fits(one, who, day, meal, mode)]
    for wanted in (lambda one: one.ages != (None, None) or one.flags, lambda one: one.mode, lambda one: one.weekdays):
        found = [one for one in found if wanted(one)] or found
    return min((one.fen for one in found), default=None)


def line(rule: S) -> tuple[object, ...]:
    return rule.meal, rule.mode, rule.ages, rule.flags, rule.least, rule.combining


Ledger = list[tuple[int, dt.date, tuple[object, ...], int]]


def subsidy_by_hand(rules: list[S], ledger: Ledger, who: Who, day: dt.date, dish: tuple[str, str], price: int) -> int:
    begun = [one for one in rules if not any(other.replaces and one.since < other.since <= day for other in rules)]
    held = [one for one in begun if holds(one, day)]
    newest = [one for one in held if not any(line(one) == line(other) and other.since > one.since for other in held)]

    def gives(rule: S) -> int:
        full = rule.fen
        if rule.percent is not None:
            full = int((Decimal(price) * rule.percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
        mine = [(when, fen) for who_id, when, what, fen in ledger if who_id == who.id and what == line(rule)]
        if rule.day_cap is not None:
            full = min(full, max(0, rule.day_cap - sum(fen for when, fen in mine if when == day)))
        if rule.month_cap is not None:
            in_month = sum(fen for when, fen in mine if (when.year, when.month) == (day.year, day.month))
            full = min(full, max(0, rule.month_cap - in_month))
        return min(full, price)

    apply = [one for one in newest if fits(one, who, day, *dish) and price >= one.least]
    highest = [one for one in apply if one.combining == "highest"]
    taken = (
        [max(highest, key=lambda one: (gives(one), 0 if one.percent else one.fen, -rules.index(one)))]
        if highest
        else []
    )
    left = price
    for rule in [*taken, *(one for one in apply if one.combining == "sum")]:
        fen = min(gives(rule), left)
        left -= fen
        ledger.append((who.id, day, line(rule), fen))
    return price - left


def record(actor: Actor, people: list[Who], prices: list[P], rules: list[S]) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for one in prices:
            low, high = one.ages
            unit.add(
                MealPrice(
                    valid_from=one.since, valid_to=one.until, meal=one.meal, mode=one.mode, min_age=low or 0,
                    max_age=150 if high is None else high, flags=one.flags, weekdays=one.weekdays, price_fen=one.fen,
                )
            )  # fmt: skip
        for rule in rules:
            low, high = rule.ages
            unit.add(
                SubsidyRule(
                    valid_from=rule.since, valid_to=rule.until, meal=rule.meal, mode=rule.mode, min_age=low,
                    max_age=high, flags=rule.flags, amount_fen=0 if rule.percent else rule.fen, percent=rule.percent,
                    day_cap_fen=rule.day_cap, month_cap_fen=rule.month_cap, min_spend_fen=rule.least,
                    combining=rule.combining, replaces=int(rule.replaces),
                )
            )  # fmt: skip
        for who in people:
            one = unit.add(Resident(name="甲", name_key="甲", born_on=who.born))
            who.id = one.id
            unit.add(RegisterEvent(resident=one, state="on_register"))
            if who.poor_from is not None:
                unit.add(Flag(resident=one, kind="minimum_living", from_on=who.poor_from))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE, PRICES, RULES, EATEN)
def test_a_meal_is_charged_as_somebody_would_who_looks_at_every_rule(actor, people, prices, rules, eaten):
    with forgotten():
        record(actor, people, prices, rules)
        ledger: Ledger = []
        sums = []
        for at, day, meal, mode in eaten:
            if at >= len(people):
                continue
            who = people[at]
            row = Meal.get_by_id(canteen.save(actor, MealDraft(who.id, day, meal=meal, mode=mode)))
            price = price_by_hand(prices, who, day, meal, mode)
            subsidy = 0 if price is None else subsidy_by_hand(rules, ledger, who, day, (meal, mode), price)
            assert (row.price_fen, row.subsidy_fen, row.paid_fen) == (price or 0, subsidy, (price or 0) - subsidy)
            assert (row.price_id is None) == (price is None)
            sums += [(price or 0, subsidy)] if day in OCTOBER else []
        # The preview of something that touches nobody goes over the same meals and finds them as they were charged.
        found = price_preview.preview(SubsidyDraft("2026-10-01", "0", min_age="150"), OCTOBER)
        price, subsidy = sum(one for one, _ in sums), sum(one for _, one in sums)
        assert found.before == found.after == Sums(price, subsidy, price - subsidy)
        assert found.meals == len(sums)
