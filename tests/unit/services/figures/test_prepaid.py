"""What was left for meals over a month: the sums add up, and each is what the entries say."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import clock
from desktop.core.canteen_errors import BalanceTooSmall
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.period import Month
from desktop.models.ledger import LedgerEntry
from desktop.services.canteen import meals, prepaid, scanning
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.figures.canteen_meals import canteen
from desktop.services.register import listing as residents
from tests.conftest import NOW

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def sums(month: Month) -> tuple[int, ...]:
    one = canteen(month).balances
    return one.opening, one.top_up, one.deducted, one.refunded, one.countered, one.closing, one.persons


def card(who: int) -> str:
    return residents.rows([who])[0].code


def test_a_month_of_one_purse(actor, person, canteen_prices):
    """82 years: lunch is 15, 5 are subsidised, 10 are taken."""
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    eaten = scanning.scan(actor, card(who), "lunch", "dine_in").meal_id
    prepaid.refund(actor, MoneyDraft(who, "8"))
    assert sums(OCTOBER) == (0, 5000, 1000, 800, 0, 3200, 1)
    meals.void(actor, eaten, "录错")
    assert sums(OCTOBER) == (0, 5000, 1000, 800, 1000, 4200, 1)
    assert sums(NOVEMBER) == (4200, 0, 0, 0, 0, 4200, 1)
    assert sums(Month(2026, 9)) == (0,) * 7


def test_what_is_left_on_the_last_day_of_a_month_stands_at_its_end(actor, person):
    with clock.standing_at(NOW.replace(day=31)):
        prepaid.top_up(actor, MoneyDraft(person(), "8"))
    assert sums(OCTOBER) == (0, 800, 0, 0, 0, 800, 1)
    assert sums(NOVEMBER) == (800, 0, 0, 0, 0, 800, 1)


def test_a_purse_at_nothing_is_nobody_s(actor, person):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "8"))
    prepaid.refund(actor, MoneyDraft(who, "8"))
    assert sums(OCTOBER) == (0, 800, 0, 800, 0, 0, 0)
    assert canteen(OCTOBER).behind["balances.closing"].pieces == ()


@pytest.fixture
def two(actor, person, canteen_prices):
    """Two people of different ages."""
    return person(), person("李明", born="1950-01-01", sex="male")


ACTS = st.lists(
    st.tuples(st.sampled_from(("top_up", "refund", "scan", "void")), st.integers(0, 1), st.sampled_from((300, 1200))),
    max_size=8,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(october=ACTS, november=ACTS)
def test_the_sums_are_those_of_a_notebook(october, november, actor, two):
    for month, acts in ((OCTOBER, october), (NOVEMBER, november)):
        with clock.standing_at(NOW.replace(month=month.number)):
            eaten: list[int] = []
            for act, who, fen in acts:
                do(actor, act, two[who], fen, eaten)
    rows = LedgerEntry.select().where(LedgerEntry.account == LedgerAccount.CANTEEN)
    for month in (OCTOBER, NOVEMBER):
        told, by_kind, purse = canteen(month).balances, defaultdict(int), defaultdict(int)
        for row in rows:
            if row.day <= month.last:
                purse[row.resident_id] += row.amount
            if month.first <= row.day <= month.last:
                by_kind[EntryKind(row.kind)] += row.amount
        assert told.opening == sum(row.amount for row in rows if row.day < month.first)
        assert told.top_up == by_kind[EntryKind.TOP_UP]
        assert (told.deducted, told.refunded) == (-by_kind[EntryKind.DEDUCT], -by_kind[EntryKind.REFUND])
        assert told.countered == by_kind[EntryKind.COUNTER]
        assert (told.closing, told.persons) == (sum(purse.values()), sum(one != 0 for one in purse.values()))
        assert told.opening + told.top_up - told.deducted - told.refunded + told.countered == told.closing


def do(actor, act, who, fen, eaten) -> None:
    if act == "top_up":
        prepaid.top_up(actor, MoneyDraft(who, str(fen // 100)))
    elif act == "refund":
        try:
            prepaid.refund(actor, MoneyDraft(who, str(fen // 100)))
        except BalanceTooSmall:
            return
    elif act == "scan":
        found = scanning.scan(actor, card(who), "lunch", "dine_in")
        eaten.extend([found.meal_id] if found.meal_id is not None and found.meal_id not in eaten else [])
    elif eaten:
        meals.void(actor, eaten.pop(), "录错")
