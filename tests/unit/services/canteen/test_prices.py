"""Prices and subsidies by date: which day, which row, which amount; what is replaced and what stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.meal import Meal
from desktop.services.canteen import meals, price_edits, prices
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.prices import GUEST, Book, Charge, Diner, Price, PriceList, Spent, Subsidy
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)
DAY = dt.timedelta(days=1)
Rules = list[tuple[int | None, tuple[str, ...], int]]


def price(actor: Actor, day: dt.date, meal: str, fen: int) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_price(unit, day, meal, fen)


def subsidies(actor: Actor, day: dt.date, rules: Rules) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_subsidies(unit, day, rules)


def known(day: dt.date) -> dict[str, int]:
    return {one.meal: one.price_fen for one in prices.in_force(day).prices}


def amounts(day: dt.date) -> list[int]:
    return sorted(one.amount_fen for one in prices.in_force(day).subsidies)


def rows(table: str) -> tuple[int, int]:
    """(all, void) rows."""
    return query.count(f"SELECT count(*) FROM {table}"), query.count(f"SELECT count(voided_at) FROM {table}")


def test_a_price_holds_from_its_first_day_until_the_next_one(actor: Actor) -> None:
    price(actor, JUNE, "lunch", 1200)
    price(actor, MAY, "lunch", 1000)
    found = [known(day).get("lunch") for day in (MAY - DAY, MAY, JUNE - DAY, JUNE, JUNE + DAY)]
    assert found == [None, 1000, 1000, 1200, 1200]


def test_a_price_of_the_same_day_is_replaced_and_other_meals_and_days_stay(actor: Actor) -> None:
    for day, meal, fen in ((MAY, "lunch", 1000), (MAY, "dinner", 800), (JUNE, "lunch", 1200)):
        price(actor, day, meal, fen)
    price(actor, MAY, "lunch", 1100)
    assert known(MAY) == {"lunch": 1100, "dinner": 800}
    assert known(JUNE) == {"lunch": 1200, "dinner": 800}
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


def dated(one: int, **fields: object) -> dict[str, object]:
    facts: dict[str, object] = {
        "id": one,
        "uid": f"u{one}",
        "valid_from": MAY,
        "valid_to": None,
        "meal": "",
        "mode": "",
    }
    return facts | {"min_age": None, "max_age": None, "flags": frozenset()} | fields


def priced(fen: int, one: int = 1, **fields: object) -> Price:
    return Price(**dated(one, price_fen=fen, **{"meal": "lunch", "weekdays": "", **fields}))  # type: ignore[arg-type]


def subsidy(amount: int, one: int = 1, **fields: object) -> Subsidy:
    terms: dict[str, object] = {"percent": None, "day_cap_fen": None, "month_cap_fen": None, "min_spend_fen": 0}
    terms |= {"combining": "highest", "replaces": False, "amount_fen": amount}
    return Subsidy(**dated(one, **terms | fields))  # type: ignore[arg-type]


def charge(listed: Price | int, *given: Subsidy, age: int | None = 70, flags: tuple[str, ...] = ()) -> Charge:
    """A lunch eaten in."""
    one = priced(listed) if isinstance(listed, int) else listed
    return PriceList(MAY, (one,), given).charge(Diner(age, frozenset(flags)), "lunch", "dine_in")


@pytest.mark.parametrize(("fen", "given"), [(999, 0), (1000, 300), (1001, 300)])
def test_a_subsidy_may_ask_for_a_least_price(fen: int, given: int) -> None:
    found = charge(fen, subsidy(300, min_spend_fen=1000))
    assert (found.subsidy_fen, found.paid_fen) == (given, fen - given)


@pytest.mark.parametrize(("age", "given"), [(None, 0), (79, 0), (80, 500), (89, 500), (90, 0)])
def test_a_subsidy_by_age_begins_on_a_birthday_and_ends_on_one(age: int | None, given: int) -> None:
    assert charge(1000, subsidy(500, min_age=80, max_age=89), age=age).subsidy_fen == given


def test_a_subsidy_by_age_and_flag_asks_for_both_and_of_several_flags_for_one() -> None:
    rule = subsidy(800, min_age=80, flags=frozenset({"minimum_living", "destitute_home"}))
    people = [
        (82, ("minimum_living",)),
        (82, ("destitute_home", "kinless")),
        (82, ("kinless",)),
        (79, ("minimum_living",)),
    ]
    assert [charge(1500, rule, age=age, flags=flags).subsidy_fen for age, flags in people] == [800, 800, 0, 0]


def test_the_highest_that_applies_is_taken_and_never_more_than_the_price() -> None:
    rules = (subsidy(200, 1), subsidy(500, 2, flags=frozenset({"kinless"})), subsidy(900, 3, min_age=90))
    plain, kinless, old = (
        charge(600, *rules, age=age, flags=flags) for age, flags in ((70, ()), (70, ("kinless",)), (90, ("kinless",)))
    )
    assert [(one.subsidy_fen, one.columns["rule_id"]) for one in (plain, kinless, old)] == [
        (200, 1),
        (500, 2),
        (600, 3),
    ]
    assert old.paid_fen == 0
    assert (old.columns["price_id"], old.columns["rule_parts"]) == (1, "")


def test_what_comes_on_top_is_added_to_the_highest_up_to_the_price_and_the_row_names_each() -> None:
    top = {"combining": "sum", "flags": frozenset({"minimum_living"})}
    found = charge(1500, subsidy(300, 1), subsidy(500, 2), subsidy(400, 3, **top), flags=("minimum_living",))
    assert found.subsidy_fen == 900
    assert (found.columns["rule_id"], found.columns["rule_parts"]) == (2, "u2:500 u3:400")
    assert charge(800, subsidy(500, 2), subsidy(400, 3, **top), flags=("minimum_living",)).subsidy_fen == 800


@pytest.mark.parametrize(("fen", "given"), [(1500, 750), (1501, 751), (1, 1), (0, 0)])
def test_a_share_of_the_price_is_rounded_half_up_to_the_fen(fen: int, given: int) -> None:
    assert charge(fen, subsidy(0, percent=50)).subsidy_fen == given


def test_a_cap_leaves_what_was_not_given_yet_and_a_lower_rule_may_then_give_more() -> None:
    capped, plain = subsidy(500, 1, day_cap_fen=600, month_cap_fen=5000), subsidy(200, 2, min_age=60)
    listed = PriceList(MAY, (priced(1500),), (capped, plain))

    def after(day: int, month: int) -> tuple[int, object, int]:
        spent = Spent({capped.line: day}, {capped.line: month})
        found = listed.charge(Diner(70), "lunch", "dine_in", lambda: spent)
        return found.subsidy_fen, found.columns["rule_id"], len(found.cut)

    assert after(0, 0) == (500, 1, 0)
    assert after(300, 300) == (300, 1, 1)
    assert after(500, 500) == (200, 2, 1)
    assert after(0, 4700) == (300, 1, 1)
    assert after(0, 5000) == (200, 2, 1)


@pytest.mark.parametrize(
    ("meal", "mode", "given"),
    [("lunch", "dine_in", 300), ("dinner", "dine_in", 0), ("lunch", "takeaway", 0)],
)
def test_a_subsidy_may_be_for_one_meal_and_one_way_of_eating(meal: str, mode: str, given: int) -> None:
    listed = PriceList(
        MAY, (priced(1000), priced(1000, 2, meal="dinner")), (subsidy(300, meal="lunch", mode="dine_in"),)
    )
    assert listed.charge(Diner(70), meal, mode).subsidy_fen == given


def test_a_guest_pays_the_price_of_everybody_and_is_never_subsidised() -> None:
    old = priced(1000, 2, min_age=80)
    found = PriceList(MAY, (priced(1500), old), (subsidy(300),)).charge(GUEST, "lunch", "dine_in")
    assert (found.price_fen, found.subsidy_fen, found.paid_fen) == (1500, 0, 1500)


def test_a_meal_without_a_price_costs_nothing_and_says_so() -> None:
    found = PriceList(MAY, (), (subsidy(300),)).charge(Diner(70), "lunch", "dine_in")
    assert (found.price, found.price_fen, found.subsidy_fen, found.paid_fen) == (None, 0, 0, 0)


def test_a_price_for_the_person_goes_before_one_for_the_mode_before_one_for_the_day_before_that_of_everybody() -> None:
    # 2026-05-01 is a Friday.
    every = (
        priced(1500, 1),
        priced(1400, 2, weekdays="5"),
        priced(1600, 3, mode="delivered"),
        priced(1200, 4, min_age=80),
        priced(1100, 5, flags=frozenset({"kinless"})),
        priced(900, 6, weekdays="67"),
    )
    listed = Book(every, ()).on(MAY)

    def costs(mode: str, age: int, *flags: str) -> int:
        return listed.charge(Diner(age, frozenset(flags)), "lunch", mode).price_fen

    assert costs("dine_in", 70) == 1400
    assert costs("delivered", 70) == 1600
    assert costs("delivered", 80) == 1200
    assert costs("dine_in", 80, "kinless") == 1100
    assert [
        Book(every, ()).on(MAY + DAY * more).charge(Diner(70), "lunch", "dine_in").price_fen for more in (1, 2, 3)
    ] == [
        900,
        900,
        1500,
    ]


def test_a_price_of_some_days_is_over_after_its_last_and_the_one_before_holds_again() -> None:
    fair = priced(800, 2, valid_from=MAY + 5 * DAY, valid_to=MAY + 7 * DAY)
    found = [
        Book((priced(1500), fair), ()).on(MAY + DAY * more).charge(Diner(70), "lunch", "dine_in").price_fen
        for more in (4, 5, 7, 8)
    ]
    assert found == [1500, 800, 800, 1500]


def test_a_subsidy_takes_the_place_of_that_for_the_same_people_and_no_other_unless_it_replaces_all() -> None:
    old, others = subsidy(300, 1, min_age=60), subsidy(800, 2, flags=frozenset({"minimum_living"}))
    less = subsidy(200, 3, min_age=60, valid_from=JUNE)
    anew = subsidy(400, 4, min_age=70, valid_from=JUNE + DAY, replaces=True)
    book = Book((), (old, others, less, anew))
    found = [{one.id for one in book.on(day).subsidies} for day in (MAY, JUNE, JUNE + DAY)]
    assert found == [{1, 2}, {2, 3}, {4}]


def test_caps_count_what_the_rows_of_the_month_were_given_by_every_rule_of_the_line(
    actor: Actor, person: Callable[..., int]
) -> None:
    price(actor, dt.date(2026, 10, 1), "lunch", 1500)
    price(actor, dt.date(2026, 10, 1), "dinner", 1200)
    draft = price_edits.SubsidyDraft("2026-10-01", "5.00", min_age="80", day_cap="6.00", month_cap="12.00")
    price_edits.set_subsidy(actor, draft)
    who = person("王芳", born="1944-03-05")

    def eaten(day: str, meal: str) -> int:
        return Meal.get_by_id(meals.save(actor, MealDraft(who, day, meal=meal))).subsidy_fen

    assert [eaten("2026-10-05", meal) for meal in ("lunch", "dinner")] == [500, 100]
    # Another amount from a later day on is the same subsidy: its cap goes on counting.
    draft.valid_from, draft.amount = "2026-10-06", "4.00"
    price_edits.set_subsidy(actor, draft)
    assert [eaten("2026-10-06", "lunch"), eaten("2026-10-07", "lunch"), eaten("2026-10-08", "lunch")] == [400, 200, 0]
    # The month before has a cap of its own.
    price(actor, dt.date(2026, 9, 1), "lunch", 1500)
    draft.valid_from = "2026-09-01"
    price_edits.set_subsidy(actor, draft)
    assert eaten("2026-09-30", "lunch") == 400


def test_what_two_rules_gave_together_is_counted_to_the_cap_of_each(actor: Actor, person: Callable[..., int]) -> None:
    price(actor, dt.date(2026, 10, 1), "lunch", 1500)
    price_edits.set_subsidy(actor, price_edits.SubsidyDraft("2026-10-01", "5.00", min_age="80"))
    top = price_edits.SubsidyDraft("2026-10-01", "3.00", flags=["minimum_living"], month_cap="4.00", combining="sum")
    price_edits.set_subsidy(actor, top)
    who = person("王芳", born="1944-03-05", flags=["minimum_living"])
    rows = [Meal.get_by_id(meals.save(actor, MealDraft(who, f"2026-10-0{day}"))) for day in (5, 6, 7)]
    assert [row.subsidy_fen for row in rows] == [800, 600, 500]
    assert [len(row.rule_parts.split()) for row in rows] == [2, 2, 0]
