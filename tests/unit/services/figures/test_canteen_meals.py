"""Random lunches against a slow model that looks at every meal: what it cost, and where it is counted."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.errors import AlreadyRecorded
from desktop.core.period import Month
from desktop.core.trade import FIRST_SERVED
from desktop.models.meal import Meal, MealPrice, SubsidyRule
from desktop.models.resident import Flag, RegisterEvent, Resident
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.price_edits import store_price, store_subsidies
from desktop.services.figures import canteen as canteen_figures
from desktop.services.figures import services as service_figures
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
MEALS, MODES = ("breakfast", "lunch", "dinner"), ("dine_in", "takeaway", "delivered")
# Up to the day on which the program lives.
DAYS = st.one_of(
    st.sampled_from([dt.date(2026, 9, 30), dt.date(2026, 10, 1), dt.date(2026, 10, 10), dt.date(2026, 10, 21)]),
    st.dates(dt.date(2026, 9, 25), dt.date(2026, 10, 21)),
)
# Born so that an age band begins within the month.
BORN = st.one_of(
    st.none(),
    st.builds(
        dt.date, st.sampled_from((1926, 1936, 1946, 1956, 1966)), st.just(10), st.sampled_from((1, 10, 11, 21, 31))
    ),
    st.just(dt.date(1944, 2, 29)),
)


@dataclass
class Guest:
    """Somebody at the table; nobody's birth date may be known."""

    born: dt.date | None
    poor_from: dt.date | None
    poor: bool
    id: int = 0


@dataclass(frozen=True)
class Rule:
    since: dt.date
    age: int | None
    poor: bool
    meal: str
    mode: str
    amount: int
    least: int


PEOPLE = st.lists(st.builds(Guest, BORN, st.one_of(st.none(), DAYS), st.booleans()), min_size=1, max_size=3)
PRICES = st.lists(st.tuples(DAYS, st.sampled_from(MEALS), st.integers(0, 2000)), max_size=5, unique_by=lambda p: p[:2])
RULES = st.lists(
    st.builds(
        Rule,
        st.sampled_from((dt.date(2026, 9, 1), dt.date(2026, 10, 10))),
        st.sampled_from((None, 60, 70, 80)),
        st.booleans(),
        st.sampled_from(("", *MEALS)),
        st.sampled_from(("", *MODES)),
        st.integers(0, 1500),
        st.sampled_from((0, 0, 800)),
    ),
    max_size=4,
)
EATEN = st.lists(st.tuples(st.integers(-1, 2), DAYS, st.sampled_from(MEALS), st.sampled_from(MODES)), max_size=12)


def birthday(born, year):
    return dt.date(year, 3, 1) if (born.month, born.day) == (2, 29) and year % 4 else born.replace(year=year)


def age(guest, day):
    """How many birthdays have been."""
    if guest.born is None:
        return None
    return sum(birthday(guest.born, year) <= day for year in range(guest.born.year + 1, day.year + 1))


def price_of(prices, day, meal):
    known = [(since, fen) for since, what, fen in prices if what == meal and since <= day]
    return max(known)[1] if known else 0


def subsidy_of(rules, guest, day, meal, mode, price):
    sets = [rule.since for rule in rules if rule.since <= day]
    best = 0
    for rule in rules:
        if not sets or rule.since != max(sets) or rule.meal not in ("", meal) or rule.mode not in ("", mode):
            continue
        poor = guest.poor and (guest.poor_from is None or guest.poor_from <= day)
        old = rule.age is None or (age(guest, day) is not None and age(guest, day) >= rule.age)
        if old and (poor or not rule.poor) and price >= rule.least:
            best = max(best, rule.amount)
    return min(best, price)


def band(years):
    return "<60" if not years or years < 60 else "90+" if years >= 90 else f"{years // 10 * 10}-{years // 10 * 10 + 9}"


def record(actor, people, prices, rules):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for since, meal, fen in prices:
            unit.add(MealPrice(valid_from=since, meal=meal, price_fen=fen))
        for rule in rules:
            row = SubsidyRule(valid_from=rule.since, min_age=rule.age, amount_fen=rule.amount, min_spend_fen=rule.least)
            row.flags, row.meal, row.mode = "minimum_living" if rule.poor else "", rule.meal, rule.mode
            unit.add(row)
        for guest in people:
            one = unit.add(Resident(name="甲", name_key="甲", born_on=guest.born))
            guest.id = one.id
            unit.add(RegisterEvent(resident=one, state="on_register"))
            if guest.poor:
                unit.add(Flag(resident=one, kind="minimum_living", from_on=guest.poor_from))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE, PRICES, RULES, EATEN)
def test_meals_cost_and_count_as_somebody_would_who_looks_at_each(actor, people, prices, rules, eaten):
    with forgotten():
        record(actor, people, prices, rules)
        seen, lines, guests = set(), [], []
        for who, day, meal, mode in eaten:
            guest = people[who] if 0 <= who < len(people) else None
            draft = MealDraft(guest.id if guest else None, day, meal=meal, mode=mode, guest=guest is None)
            price = price_of(prices, day, meal)
            if guest is None:
                canteen.save(actor, draft)
                guests.append((day, price))
            elif (guest.id, day, meal) in seen:
                refused(actor, draft)
            else:
                seen.add((guest.id, day, meal))
                row = Meal.get_by_id(canteen.save(actor, draft))
                subsidy = subsidy_of(rules, guest, day, meal, mode, price)
                assert (row.price_fen, row.subsidy_fen, row.paid_fen) == (price, subsidy, price - subsidy)
                lines.append((guest, day, meal, mode, price, subsidy))
        check(lines, [price for day, price in guests if day in OCTOBER])


def refused(actor, draft):
    try:
        canteen.save(actor, draft)
    except AlreadyRecorded:
        return
    raise AssertionError("the same meal twice")


def check(lines, guests):
    found = canteen_figures(OCTOBER)
    counted = [line for line in lines if line[1] in OCTOBER]
    cells = Counter((meal, mode, band(age(guest, day))) for guest, day, meal, mode, _, _ in counted)
    assert {key: count for key, count in found.cells.items() if count} == dict(cells)
    assert {key: n for key, n in found.meals.items() if n} == dict(Counter((line[2], line[3]) for line in counted))
    assert {key: n for key, n in found.by_band.items() if n} == dict(
        Counter(band(age(one[0], one[1])) for one in counted)
    )
    held = {
        **{flag: [] for flag in FIRST_SERVED},
        "advanced_age": [one[0].id for one in counted if (age(one[0], one[1]) or 0) >= 80],
        "minimum_living": [
            one[0].id for one in counted if one[0].poor and (one[0].poor_from is None or one[0].poor_from <= one[1])
        ],
    }
    assert found.by_flag == {
        flag: (len(meals), len(set(meals))) for flag, meals in held.items() if meals or flag in FIRST_SERVED
    }
    assert {day.day: day.total for day in found.by_day if day.total} == dict(Counter(line[1] for line in counted))
    assert {
        line.person.resident_id: (line.meals, line.price_fen, line.subsidy_fen, line.paid_fen) for line in found.people
    } == {
        one: (
            sum(line[0].id == one for line in counted),
            sum(line[4] for line in counted if line[0].id == one),
            sum(line[5] for line in counted if line[0].id == one),
            sum(line[4] - line[5] for line in counted if line[0].id == one),
        )
        for one in {line[0].id for line in counted}
    }
    assert (found.guests, found.guest_paid_fen) == (len(guests), sum(guests))
    assert (found.price_fen, found.subsidy_fen) == (sum(line[4] for line in counted), sum(line[5] for line in counted))
    assert found.paid_fen == found.price_fen - found.subsidy_fen
    assert service_figures(OCTOBER).canteen_meals == found.total == len(counted)


def test_the_model_itself_knows_the_birthdays():
    born = Guest(dt.date(1946, 10, 21), None, False)
    assert [age(born, day) for day in (dt.date(2026, 10, 20), dt.date(2026, 10, 21))] == [79, 80]
    assert [band(years) for years in (None, 59, 60, 69, 79, 80, 89, 90, 104)] == [
        "<60", "<60", "60-69", "60-69", "70-79", "80-89", "80-89", "90+", "90+",
    ]  # fmt: skip


def test_the_note_names_the_prices_and_subsidies_in_force_on_the_last_day(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        store_price(unit, dt.date(2026, 10, 1), "lunch", 1500)
        store_price(unit, dt.date(2026, 10, 31), "dinner", 1200)
        store_price(unit, dt.date(2026, 11, 1), "lunch", 1800)
        store_subsidies(unit, dt.date(2026, 10, 1), [(60, (), 300)])
        store_subsidies(unit, dt.date(2026, 10, 31), [(80, (), 500), (None, ("minimum_living",), 800)])
        store_subsidies(unit, dt.date(2026, 11, 1), [(90, (), 900)])
    assert canteen_figures(OCTOBER).rules == {
        "prices": "午 15.00、晚 12.00",
        "subsidies": "80周岁及以上 5.00、低保 8.00",
    }
