"""A cell of the month matrix: only the difference is written, charged as a scan is, in one act that is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import ChangedMeanwhile, DateRefused, InvalidDraft
from desktop.core.ledgers import LedgerAccount
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models.meal import Meal
from desktop.services import undoing
from desktop.services.canteen import marking, prepaid, ratings, scanning, sheets
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import balances
from desktop.services.residents import states
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor

Person = Callable[..., int]
TODAY, MONTH = dt.date(2026, 10, 21), Month(2026, 10)
LUNCH, LATE = {"lunch": "dine_in"}, {"lunch": "delivered", "dinner": "dine_in"}


def of(day: dt.date) -> dict[str, str]:
    """Everybody's marks of a day in the matrix."""
    return {one.person.name: " ".join(sorted(one.days.get(day, {}))) for one in sheets.matrix(MONTH).lines}


def rows() -> list[tuple[str, str, int, int, int, bool]]:
    return [
        (one.meal, one.mode, one.price_fen, one.subsidy_fen, one.paid_fen, one.voided_at is None)
        for one in Meal.select().order_by(Meal.id)
    ]


def left(who: int) -> int:
    return balances.of(LedgerAccount.CANTEEN, who).amount


@pytest.fixture
def one(person: Person, canteen_prices: object) -> int:
    return person("王芳", born="1944-03-05")


def test_a_typed_meal_costs_what_a_scanned_one_costs(actor: Actor, one: int, person: Person) -> None:
    other = person("李强", born="1944-03-05")
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    prepaid.top_up(actor, MoneyDraft(other, "50"))
    assert marking.put(actor, one, TODAY, LUNCH)
    scanning.record(actor, other, "lunch", "dine_in", dt.datetime(2026, 10, 21, 11, 40))
    typed, scanned = rows()
    assert typed == scanned == ("lunch", "dine_in", 1500, 500, 1000, True)
    assert left(one) == left(other) == 4000


def test_only_the_difference_is_written(actor: Actor, one: int) -> None:
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    marking.put(actor, one, TODAY, LUNCH)
    lunch = Meal.get()
    assert not marking.put(actor, one, TODAY, LUNCH)
    assert marking.put(actor, one, TODAY, {**LUNCH, "dinner": "dine_in"})
    assert Meal.get_by_id(lunch.id).voided_at is None
    assert marking.put(actor, one, TODAY, LATE)
    assert Meal.get_by_id(lunch.id).void_reason == marking.CORRECTED
    standing = Meal.select().where(Meal.voided_at.is_null())
    assert {meal.meal: meal.mode for meal in standing} == LATE
    assert left(one) == 5000 - sum(meal.paid_fen for meal in standing)
    assert marking.put(actor, one, TODAY, {})
    assert (of(TODAY), left(one)) == ({}, 5000)


def test_time_occasion_and_rating_stay_where_only_its_mode_is_put_right(actor: Actor, one: int) -> None:
    scanning.record(actor, one, "lunch", "dine_in", dt.datetime(2026, 10, 21, 11, 40), "重阳节")
    ratings.rate_eaten(actor, one, TODAY, "lunch", 4)
    marking.put(actor, one, TODAY, {"lunch": "takeaway"})
    meal = Meal.get(Meal.voided_at.is_null())
    assert (meal.mode, meal.eaten_at, meal.occasion, meal.rating) == ("takeaway", "11:40", "重阳节", 4)


def test_one_cell_is_one_act_and_is_taken_back_whole(actor: Actor, one: int) -> None:
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    marking.put(actor, one, TODAY, LUNCH)
    marking.put(actor, one, TODAY, LATE)
    act = done.latest()
    assert act is not None
    undoing.take_back(actor, act)
    assert {meal.meal: meal.mode for meal in Meal.select().where(Meal.voided_at.is_null())} == LUNCH
    assert left(one) == 4000


def test_a_scan_of_the_same_minute_is_not_typed_over(actor: Actor, one: int) -> None:
    scanning.record(actor, one, "lunch", "dine_in", dt.datetime(2026, 10, 21, 11, 40))
    with pytest.raises(ChangedMeanwhile):
        marking.put(actor, one, TODAY, {"dinner": "dine_in"}, seen={})
    assert of(TODAY) == {"王芳": "lunch"}


def test_days_to_come_days_after_death_and_closed_months_refuse(actor: Actor, one: int) -> None:
    with pytest.raises(InvalidDraft):
        marking.put(actor, one, TODAY + dt.timedelta(1), LUNCH)
    states.apply(actor, one, "deceased", dt.date(2026, 10, 10), "病故")
    with pytest.raises(DateRefused):
        marking.put(actor, one, TODAY, LUNCH)
    marking.put(actor, one, dt.date(2026, 9, 30), LUNCH)
    months.close(actor, Month(2026, 9), "{}")
    for wanted in ({}, LATE):
        with pytest.raises(MonthClosed):
            marking.put(actor, one, dt.date(2026, 9, 30), wanted)
    assert [row[-1] for row in rows()] == [True], "nothing of a refused cell is written"


def test_the_day_sheet_has_every_meal_once_guests_behind(actor: Actor, one: int, person: Person) -> None:
    other = person("李强", born="1950-03-05")
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    scanning.add_guest(actor, "lunch", "dine_in")
    marking.put(actor, other, TODAY, LATE)
    marking.put(actor, one, TODAY, LUNCH)
    marking.put(actor, one, TODAY - dt.timedelta(1), LUNCH)
    found = [(line.person and line.person.name, *line.served[3:]) for line in sheets.day_sheet(TODAY).lines]
    assert found == [
        ("李强", "lunch", "delivered", 1500, 300, 1200, 0),
        ("王芳", "lunch", "dine_in", 1500, 500, 1000, 1000),
        (None, "lunch", "dine_in", 1500, 0, 1500, 0),
        ("李强", "dinner", "dine_in", 1200, 300, 900, 0),
    ]


def test_who_ate_last_month_has_a_line_and_whose_record_is_void_has_none(
    actor: Actor, one: int, person: Person
) -> None:
    others = [person(name) for name in ("李强", "赵敏")]
    marking.put(actor, one, dt.date(2026, 9, 1), LUNCH)
    marking.put(actor, others[0], dt.date(2026, 8, 31), LUNCH)
    assert sheets.usual(MONTH) == [one]
    assert [(line.person.name, line.meals) for line in sheets.matrix(MONTH, [one, others[1]]).lines] == [
        ("王芳", 0),
        ("赵敏", 0),
    ]
