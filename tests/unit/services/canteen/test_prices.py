"""Prices and subsidies by date: which day, which set, which amount; what is replaced and what stays."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.acts import Action
from desktop.models import query
from desktop.services.canteen import prices
from desktop.services.canteen.prices import PriceList, Subsidy
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)
DAY = dt.timedelta(days=1)
Rules = list[tuple[int | None, tuple[str, ...], int]]


def price(actor: Actor, day: dt.date, meal: str, fen: int) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        prices.store_price(unit, day, meal, fen)


def subsidies(actor: Actor, day: dt.date, rules: Rules) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        prices.store_subsidies(unit, day, rules)


def amounts(day: dt.date) -> list[int]:
    return sorted(one.amount_fen for one in prices.in_force(day).subsidies)


def rows(table: str) -> tuple[int, int]:
    """(all, void) rows."""
    return query.count(f"SELECT count(*) FROM {table}"), query.count(f"SELECT count(voided_at) FROM {table}")


def test_a_price_holds_from_its_first_day_until_the_next_one(actor: Actor) -> None:
    price(actor, JUNE, "lunch", 1200)
    price(actor, MAY, "lunch", 1000)
    found = [prices.in_force(day).prices.get("lunch") for day in (MAY - DAY, MAY, JUNE - DAY, JUNE, JUNE + DAY)]
    assert found == [None, 1000, 1000, 1200, 1200]


def test_a_price_of_the_same_day_is_replaced_and_other_meals_and_days_stay(actor: Actor) -> None:
    for day, meal, fen in ((MAY, "lunch", 1000), (MAY, "dinner", 800), (JUNE, "lunch", 1200)):
        price(actor, day, meal, fen)
    price(actor, MAY, "lunch", 1100)
    assert prices.in_force(MAY).prices == {"lunch": 1100, "dinner": 800}
    assert prices.in_force(JUNE).prices == {"lunch": 1200, "dinner": 800}
    assert rows("meal_price") == (4, 1)


def test_the_same_price_again_writes_nothing(actor: Actor) -> None:
    price(actor, MAY, "lunch", 1000)
    price(actor, MAY, "lunch", 1000)
    assert rows("meal_price") == (1, 0)


def test_the_newest_set_of_subsidies_takes_the_place_of_the_one_before_it_from_its_first_day(actor: Actor) -> None:
    subsidies(actor, MAY, [(60, (), 200), (80, (), 500)])
    subsidies(actor, JUNE, [(60, (), 300)])
    found = [amounts(day) for day in (MAY - DAY, MAY, JUNE - DAY, JUNE, JUNE + DAY)]
    assert found == [[], [200, 500], [200, 500], [300], [300]]


def test_a_set_of_the_same_day_keeps_what_is_the_same_and_voids_the_rest(actor: Actor) -> None:
    subsidies(actor, MAY, [(60, (), 200), (80, (), 500)])
    subsidies(actor, JUNE, [(60, (), 250)])
    subsidies(actor, MAY, [(60, (), 200), (None, ("kinless", "dementia"), 700)])
    assert amounts(MAY) == [200, 700]
    assert amounts(JUNE) == [250]
    assert rows("subsidy_rule") == (4, 1)
    flags = next(one.flags for one in prices.in_force(MAY).subsidies if one.amount_fen == 700)
    assert flags == frozenset({"kinless", "dementia"})


def subsidy(amount: int, one: int = 1, **fields: object) -> Subsidy:
    facts: dict[str, object] = {"min_age": None, "flags": frozenset(), "meal": "", "mode": "", "min_spend_fen": 0}
    return Subsidy(id=one, amount_fen=amount, **(facts | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(("fen", "given"), [(999, 0), (1000, 300), (1001, 300)])
def test_a_subsidy_may_ask_for_a_least_price(fen: int, given: int) -> None:
    listed = PriceList({"lunch": fen}, (subsidy(300, min_spend_fen=1000),))
    charge = listed.charge(85, (), "lunch", "dine_in")
    assert (charge.subsidy_fen, charge.paid_fen) == (given, fen - given)


@pytest.mark.parametrize(("age", "given"), [(None, 0), (79, 0), (80, 500), (81, 500)])
def test_a_subsidy_by_age_begins_on_the_birthday(age: int | None, given: int) -> None:
    listed = PriceList({"lunch": 1000}, (subsidy(500, min_age=80),))
    assert listed.charge(age, (), "lunch", "dine_in").subsidy_fen == given


def test_the_highest_that_applies_is_taken_and_never_more_than_the_price() -> None:
    listed = PriceList(
        {"lunch": 600},
        (subsidy(200, 1), subsidy(500, 2, flags=frozenset({"kinless"})), subsidy(900, 3, min_age=90)),
    )
    plain, kinless, old = (
        listed.charge(*who, "lunch", "dine_in") for who in ((70, ()), (70, ("kinless",)), (90, ("kinless",)))
    )
    assert [(one.subsidy_fen, one.rule_id) for one in (plain, kinless, old)] == [(200, 1), (500, 2), (600, 3)]
    assert old.paid_fen == 0


@pytest.mark.parametrize(
    ("meal", "mode", "given"),
    [("lunch", "dine_in", 300), ("dinner", "dine_in", 0), ("lunch", "takeaway", 0)],
)
def test_a_subsidy_may_be_for_one_meal_and_one_way_of_eating(meal: str, mode: str, given: int) -> None:
    listed = PriceList({"lunch": 1000, "dinner": 1000}, (subsidy(300, meal="lunch", mode="dine_in"),))
    assert listed.charge(70, (), meal, mode).subsidy_fen == given


def test_a_meal_without_a_price_costs_nothing() -> None:
    charge = PriceList({}, (subsidy(300),)).charge(70, (), "lunch", "dine_in")
    assert (charge.price_fen, charge.subsidy_fen, charge.paid_fen) == (0, 0, 0)
