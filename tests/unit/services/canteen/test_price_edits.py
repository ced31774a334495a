"""Setting, ending and voiding prices and subsidies: what is refused, what is replaced, and that closed months stand."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.acts import Thing
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models.meal import MealPrice, SubsidyRule
from desktop.services import undoing
from desktop.services.canteen import price_edits, prices
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.canteen.prices import Diner
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor

DAY = dt.date(2026, 10, 21)


def lunch(day: dt.date = DAY, age: int = 70) -> int:
    return prices.in_force(day).charge(Diner(age), "lunch", "dine_in").price_fen


def test_a_price_is_set_with_whom_and_when_it_is_for(actor: Actor) -> None:
    draft = PriceDraft(
        "2026-10-01", "lunch", "12.5", "delivered", "80", "89", "2026-12-31", ["minimum_living"], ["5", "1"]
    )
    row = MealPrice.get_by_id(price_edits.set_price(actor, draft))
    assert (row.valid_from, row.valid_to) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert (row.meal, row.mode, row.price_fen, row.weekdays) == ("lunch", "delivered", 1250, "15")
    assert (row.min_age, row.max_age, row.flags) == (80, 89, "minimum_living")


def test_every_day_of_the_week_is_no_day_of_the_week(actor: Actor) -> None:
    row = MealPrice.get_by_id(
        price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15", weekdays=list("1234567")))
    )
    assert (row.weekdays, row.min_age, row.max_age) == ("", 0, 150)


def test_a_subsidy_is_set_with_everything_that_it_asks(actor: Actor) -> None:
    draft = SubsidyDraft("2026-10-01", percent="40", min_age="80", flags=["kinless"], meal="lunch", mode="dine_in")
    draft.min_spend, draft.day_cap, draft.month_cap, draft.combining = "10", "6", "60", "sum"
    row = SubsidyRule.get_by_id(price_edits.set_subsidy(actor, draft))
    assert (row.percent, row.amount_fen, row.min_age, row.max_age, row.flags) == (40, 0, 80, None, "kinless")
    assert (row.meal, row.mode, row.min_spend_fen) == ("lunch", "dine_in", 1000)
    assert (row.day_cap_fen, row.month_cap_fen, row.combining, row.replaces) == (600, 6000, "sum", 0)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (PriceDraft("", "lunch", "15"), ("valid_from", "required")),
        (PriceDraft("2026-10-01", "lunch", ""), ("price", "required")),
        (PriceDraft("2026-10-01", "lunch", "十五"), ("price", "bad_amount")),
        (PriceDraft("2026-10-01", "lunch", "15", valid_to="2026-09-30"), ("valid_to", "ends_before_start")),
        (PriceDraft("2026-10-01", "lunch", "15", min_age="80", max_age="79"), ("max_age", "out_of_range")),
        (PriceDraft("2026-10-01", "lunch", "15", flags=["advanced_age"]), ("flags", "unknown_word")),
        (SubsidyDraft("2026-10-01"), ("amount", "required")),
        (SubsidyDraft("2026-10-01", "3", "50"), ("percent", "amount_or_share")),
        (SubsidyDraft("2026-10-01", percent="101"), ("percent", "out_of_range")),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(actor: Actor, draft: object, wrong: tuple[str, str]) -> None:
    assert [(one.name, one.reason) for one in price_edits.validate(draft)] == [wrong]  # type: ignore[arg-type]
    save = price_edits.set_price if isinstance(draft, PriceDraft) else price_edits.set_subsidy
    with pytest.raises(InvalidDraft):
        save(actor, draft)  # type: ignore[arg-type]


def test_the_same_again_writes_nothing_and_another_amount_of_that_day_replaces_it(actor: Actor) -> None:
    first = price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15"))
    assert price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15.00")) == first
    other = price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "16"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "12", min_age="80"))
    assert (lunch(), lunch(age=80)) == (1600, 1200)
    assert [row.void_reason for row in MealPrice.select().order_by(MealPrice.id)] == ["replaced", "", ""]
    assert other != first


def test_a_price_that_ends_holds_on_its_last_day_and_an_end_before_its_start_is_refused(actor: Actor) -> None:
    one = price_edits.set_price(actor, PriceDraft("2026-10-10", "lunch", "15"))
    with pytest.raises(InvalidDraft) as refused:
        price_edits.end(actor, Thing.MEAL_PRICE, one, "2026-10-09")
    assert [(error.name, error.reason) for error in refused.value.fields] == [("last_day", "ends_before_start")]
    price_edits.end(actor, Thing.MEAL_PRICE, one, "2026-10-20")
    assert [lunch(dt.date(2026, 10, day)) for day in (9, 10, 20, 21)] == [0, 1500, 1500, 0]


def test_only_a_director_sets_prices(actor: Actor, clerk: Actor) -> None:
    one = price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15"))
    for call in (
        lambda: price_edits.set_price(clerk, PriceDraft("2026-10-01", "lunch", "16")),
        lambda: price_edits.set_subsidy(clerk, SubsidyDraft("2026-10-01", "3")),
        lambda: price_edits.end(clerk, Thing.MEAL_PRICE, one, "2026-10-31"),
        lambda: price_edits.void(clerk, Thing.MEAL_PRICE, one, "录错"),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_a_closed_month_keeps_its_prices_and_one_may_end_after_it(actor: Actor) -> None:
    one = price_edits.set_price(actor, PriceDraft("2026-09-01", "lunch", "15"))
    months.close(actor, Month(2026, 9), "{}")
    for call in (
        lambda: price_edits.set_price(actor, PriceDraft("2026-09-15", "dinner", "12")),
        lambda: price_edits.set_subsidy(actor, SubsidyDraft("2026-09-30", "3")),
        lambda: price_edits.end(actor, Thing.MEAL_PRICE, one, "2026-09-29"),
        lambda: price_edits.void(actor, Thing.MEAL_PRICE, one, "录错"),
    ):
        with pytest.raises(MonthClosed):
            call()
    price_edits.end(actor, Thing.MEAL_PRICE, one, "2026-09-30")
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "16"))
    assert [lunch(day) for day in (dt.date(2026, 9, 30), dt.date(2026, 10, 1))] == [1500, 1600]


def test_what_was_set_is_taken_back_by_its_key_and_the_price_before_holds_again(actor: Actor) -> None:
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "16"))
    undoing.take_back(actor, done.standing(actor)[0])
    assert lunch() == 1500
