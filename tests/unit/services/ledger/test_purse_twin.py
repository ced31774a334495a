"""Random acts with money against somebody who keeps every purse in a notebook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.canteen_errors import BalanceTooSmall, EntryCountered, MealIsVoid
from desktop.core.errors import UserError
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.models import query
from desktop.services import undoing
from desktop.services.canteen import meals, prepaid, price_edits, scanning, unpriced
from desktop.services.canteen.prepaid import HandOverDraft, LimitDraft, MoneyDraft
from desktop.services.canteen.price_edits import PriceDraft
from desktop.services.ledger import cash, listing
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.unit.services.ledger.tills import balance, entered
from tests.unit.services.visits.test_roster_rules import forgotten

# What meals cost the two of them, 82 and 76 years; breakfast has a price only once somebody prices it late.
COSTS = ({"lunch": 1000, "dinner": 700, "breakfast": 300}, {"lunch": 1200, "dinner": 900, "breakfast": 500})
WHO, FEN, AT = st.integers(0, 1), st.sampled_from((1, 700, 999, 1000, 1200, 3000)), st.integers(0, 9)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("top_up"), WHO, FEN),
        st.tuples(st.just("refund"), WHO, FEN),
        st.tuples(st.just("limit"), WHO, st.sampled_from((0, 500, 2000))),
        st.tuples(
            st.just("scan"), WHO, st.tuples(st.integers(1, 21), st.sampled_from(("lunch", "dinner", "breakfast")))
        ),
        st.tuples(st.just("late"), st.just(0), st.none()),
        st.tuples(st.just("void"), AT, st.none()),
        st.tuples(st.just("correct"), AT, st.none()),
        st.tuples(st.just("undo"), st.just(0), st.none()),
        st.tuples(st.just("hand_over"), st.just(0), FEN),
    ),
    min_size=1,
    max_size=25,
)


@dataclass
class Line:
    """A line of the notebook: whose, how much, for which meal, whether it was struck by another line."""

    who: int
    fen: int
    meal: int | None = None
    struck: bool = False


@dataclass
class Notebook:
    """Two purses as somebody would keep them by hand."""

    lines: list[Line] = field(default_factory=list)
    limits: dict[int, int] = field(default_factory=dict)
    cash: int = 0

    def holds(self, who: int) -> int:
        return sum(line.fen for line in self.lines if line.who == who)

    def may_lose(self, who: int, fen: int) -> bool:
        return self.holds(who) + self.limits.get(who, 0) >= fen

    def opened(self, who: int) -> bool:
        return who in self.limits or any(line.who == who for line in self.lines)

    def strike(self, line: Line) -> type[UserError] | None:
        """Another line against it, unless there is one, or the purse would be too empty."""
        if line.struck:
            return EntryCountered
        if line.fen > 0 and not self.may_lose(line.who, line.fen):
            return BalanceTooSmall
        line.struck = True
        self.lines.append(Line(line.who, -line.fen, line.meal))
        return None


def told(call: Callable[[], object]) -> type[UserError] | None:
    """What was said against it."""
    try:
        call()
    except UserError as error:
        return type(error)
    return None


class Desk:
    """Does each act with the program and in the notebook, and compares what came of it."""

    def __init__(self, actor: Actor, people: tuple[int, int]) -> None:
        self.actor, self.people, self.book = actor, people, Notebook()
        self.meals: list[int] = []
        self.voided: set[int] = set()
        self.undone = 0
        self.breakfast = False
        # Breakfasts without a price: the day, the meal, who.
        self.unpriced: list[tuple[int, int, int]] = []

    def top_up(self, who: int, fen: int) -> None:
        prepaid.top_up(self.actor, MoneyDraft(self.people[who], yuan_text(fen)))
        self.book.lines.append(Line(who, fen))

    def refund(self, who: int, fen: int) -> None:
        refused = told(lambda: prepaid.refund(self.actor, MoneyDraft(self.people[who], yuan_text(fen))))
        assert refused is (None if self.book.may_lose(who, fen) else BalanceTooSmall)
        if refused is None:
            self.book.lines.append(Line(who, -fen))

    def limit(self, who: int, fen: int) -> None:
        prepaid.set_limit(self.actor, LimitDraft(self.people[who], yuan_text(fen)))
        self.book.limits[who] = fen

    def scan(self, who: int, what: tuple[int, str]) -> None:
        day, meal = what
        at = NOW.replace(day=day)
        found = scanning.record(self.actor, self.people[who], meal, "dine_in", at)
        if found.kind == ScanKind.AGAIN:
            return
        free = meal == "breakfast" and not self.breakfast
        cost = 0 if free else COSTS[who][meal]
        assert found.kind == ScanKind.RECORDED and found.paid_fen == cost and found.meal_id is not None
        self.meals.append(found.meal_id)
        if free:
            self.unpriced.append((day, found.meal_id, who))
        pays = bool(cost) and self.book.opened(who) and self.book.may_lose(who, cost)
        assert found.prepaid is pays
        if pays:
            self.book.lines.append(Line(who, -cost, found.meal_id))
        assert found.balance_fen == (self.book.holds(who) if self.book.opened(who) else None)

    def late(self, _who: int, _what: None) -> None:
        """Breakfast gets its price afterwards: what a purse holds is taken, the oldest first; the rest is owed."""
        if not self.breakfast:
            price_edits.set_price(self.actor, PriceDraft("2026-10-01", "breakfast", "8.00"))
        self.breakfast = True
        taken, owed = 0, [0, 0]
        for _day, meal, who in sorted(self.unpriced):
            cost = COSTS[who]["breakfast"]
            if self.book.opened(who) and self.book.may_lose(who, cost):
                self.book.lines.append(Line(who, -cost, meal))
                taken += cost
            else:
                owed[who] += cost
        priced = unpriced.price_meals(self.actor, Month(2026, 10))
        assert (priced.meals, priced.left, priced.prepaid_fen) == (len(self.unpriced), 0, taken)
        assert {one.resident_id: one.fen for one in priced.owed} == {
            self.people[who]: fen for who, fen in enumerate(owed) if fen
        }
        self.unpriced = []

    def void(self, at: int, _fen: None) -> None:
        if self.meals:
            meal = self.meals.pop(at % len(self.meals))
            meals.void(self.actor, meal, "错记")
            self.voided.add(meal)
            self.unpriced = [one for one in self.unpriced if one[1] != meal]
            for line in [one for one in self.book.lines if one.meal == meal and one.fen < 0 and not one.struck]:
                assert self.book.strike(line) is None

    def correct(self, at: int, _fen: None) -> None:
        ids = query.ids("SELECT id FROM ledger_entry WHERE resident_id IS NOT NULL ORDER BY id")
        if ids:
            at %= len(ids)
            refused = told(lambda: prepaid.correct(self.actor, ids[at], "错记"))
            line = self.book.lines[at]
            if line.meal in self.voided and line.fen > 0:
                assert refused is MealIsVoid
                return
            assert refused is self.book.strike(self.book.lines[at])

    def undo(self, _at: int, _fen: None) -> None:
        """The last act, where it took money or gave it back: its line is struck."""
        last = done.last_standing(self.actor, 1)
        if not last or last[0].action not in (Action.TOP_UP, Action.REFUND):
            return
        [entry] = query.ids("SELECT row_id FROM change_log WHERE counter = ?", [last[0].first])
        ids = query.ids("SELECT id FROM ledger_entry WHERE resident_id IS NOT NULL ORDER BY id")
        refused = told(lambda: undoing.take_back(self.actor, last[0]))
        assert refused is self.book.strike(self.book.lines[ids.index(entry)])
        self.undone += refused is None

    def hand_over(self, _at: int, fen: int) -> None:
        prepaid.hand_over(self.actor, HandOverDraft(yuan_text(fen)))
        self.book.cash += fen


@pytest.fixture
def two(person: Callable[..., int], canteen_prices: None) -> tuple[int, int]:
    """王芳 of 82 and 李强 of 76."""
    return person("王芳", born="1944-03-05"), person("李强", born="1950-01-01", sex="male")


def test_the_last_act_undone_strikes_its_line(actor: Actor, two: tuple[int, int]) -> None:
    with forgotten():
        desk = Desk(actor, two)
        desk.top_up(1, 3000)
        desk.undo(0, None)
        assert (desk.undone, [line.fen for line in desk.book.lines]) == (1, [3000, -3000])
        check(desk)


def test_what_a_void_meal_gave_back_stays_given_back(actor: Actor, two: tuple[int, int]) -> None:
    with forgotten():
        desk = Desk(actor, two)
        desk.top_up(0, 3000)
        desk.scan(0, (1, "lunch"))
        desk.void(0, None)
        assert [line.fen for line in desk.book.lines] == [3000, -1000, 1000]
        ids = query.ids("SELECT id FROM ledger_entry ORDER BY id")
        assert told(lambda: prepaid.correct(actor, ids[2], "错记")) is MealIsVoid
        check(desk)


def test_a_scan_is_undone_after_its_void_was(actor: Actor, two: tuple[int, int]) -> None:
    with forgotten():
        desk = Desk(actor, two)
        desk.top_up(0, 3000)
        desk.scan(0, (1, "lunch"))
        desk.void(0, None)
        for left in (2000, 3000):
            undoing.take_back(actor, done.last_standing(actor, 1)[0])
            assert balance(two[0]) == left


def test_a_meal_priced_late_is_taken_out_of_the_purse_and_undone_given_back(actor: Actor, two: tuple[int, int]) -> None:
    with forgotten():
        desk = Desk(actor, two)
        desk.top_up(1, 3000)
        desk.scan(0, (1, "breakfast"))
        desk.scan(1, (2, "breakfast"))
        desk.scan(1, (1, "breakfast"))
        desk.late(0, None)
        assert [line.fen for line in desk.book.lines] == [3000, -500, -500]
        undoing.take_back(actor, done.last_standing(actor, 1)[0])
        assert balance(two[1]) == 3000
        assert meals.unpriced(Month(2026, 10)) == 3


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_every_purse_is_what_the_notebook_says(
    acts: list[tuple[str, int, object]], actor: Actor, two: tuple[int, int]
) -> None:
    with forgotten():
        desk = Desk(actor, two)
        for name, which, what in acts:
            getattr(desk, name)(which, what)
            assert [balance(one) for one in two] == [desk.book.holds(0), desk.book.holds(1)]
        check(desk)


def check(desk: Desk) -> None:
    """What holds at the end: the rows are the lines, both sheets add up, no number is left out, void meals are free."""
    both = sorted((one.id, one.amount) for who in desk.people for one in listing.of_holder(LedgerAccount.CANTEEN, who))
    assert [fen for _, fen in both] == [line.fen for line in desk.book.lines]
    for at, who in enumerate(desk.people):
        steps = [after for *_, after in entered(who)]
        assert (steps[-1] if steps else 0) == desk.book.holds(at)
    for day in (dt.date(2026, 10, 10), NOW.date()):
        sheet = cash.of(day)
        for one in (*sheet.tills, sheet.cash, sheet.balances):
            came = one.opening_fen + one.taken_fen + one.countered_fen
            assert came - one.refunded_fen - one.deducted_fen - one.handed_over_fen == one.closing_fen
    assert sheet.balances.closing_fen == desk.book.holds(0) + desk.book.holds(1)
    numbers = query.ids("SELECT receipt_number FROM ledger_entry WHERE receipt_number IS NOT NULL ORDER BY id")
    assert numbers == list(range(1, len(numbers) + 1))
    unpaid = "SELECT m.id FROM meal m JOIN ledger_entry e ON e.meal_id = m.id WHERE m.voided_at IS NOT NULL"
    assert not query.fetch(f"{unpaid} GROUP BY m.id HAVING sum(e.amount) <> 0")
