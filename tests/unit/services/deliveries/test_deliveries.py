"""The delivery list of a day and what becomes of its stops: one canteen meal, a risk at once, or words."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.acts import Action
from desktop.core.answers import Unfinished, Weight
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import (
    AlreadyRecorded,
    DateRefused,
    InvalidDraft,
    NotFound,
    NothingToDo,
    OtherList,
)
from desktop.core.ledgers import LedgerAccount
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.models.meal import Meal
from desktop.services import figures, undoing
from desktop.services.canteen import meals, prepaid, price_edits, scanning
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.closing import quality
from desktop.services.deliveries import lists, signing
from desktop.services.ledger import balances
from desktop.services.register import printed_codes
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft, StopDraft
from desktop.services.visits import due_board, risks, route_sheets
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import done, journal, months

TODAY = dt.date(2026, 10, 21)
OCTOBER = Month(2026, 10)


@pytest.fixture
def agreed(actor, person):
    """Agree on lunches for somebody: ``agreed("王芳", room="3-201")`` → the resident."""

    def make(name="王芳", **fields):
        who = person(name, **fields)
        arrangements.arrange(actor, ArrangementDraft(who, valid_from="2026-10-01"))
        return who

    return make


def risk_words():
    return [(one.name, one.what, one.due_on) for one in risks.open_risks()]


def test_a_list_has_a_code_for_each_stop_in_walking_order(actor, agreed):
    agreed("丙", building="10栋", room="201")
    agreed("甲", building="2栋", room="1001")
    agreed("乙", building="2栋", room="201")
    agreed("丁", community="莲花社区")
    made = lists.make(actor, TODAY, "lunch", "马丽")
    assert [row.name for row in made.rows] == ["乙", "甲", "丙", "丁"]
    assert {Code.parse(row.code).kind for row in made.rows} == {CodeKind.ROSTER_ROW}
    assert (made.kind, made.meal, made.visitor) == ("delivery", "lunch", "马丽")
    assert lists.of_day(TODAY) == [made] and route_sheets.sheets(OCTOBER) == []
    assert signing.find(made.rows[2].code, TODAY, "lunch") == made.rows[2]


def test_who_was_agreed_on_later_stands_on_a_second_list(actor, agreed):
    agreed("甲")
    lists.make(actor, TODAY, "lunch")
    with pytest.raises(NothingToDo):
        lists.make(actor, TODAY, "lunch")
    agreed("乙")
    agreed("丙", community="莲花社区")
    assert [row.name for row in lists.make(actor, TODAY, "lunch", community="莲花社区").rows] == ["丙"]
    assert [row.name for row in lists.make(actor, TODAY, "lunch").rows] == ["乙"]
    assert [row.name for row in lists.stops(TODAY)] == ["甲", "丙", "乙"]


def test_who_rests_stands_on_no_list(actor, agreed, person):
    agreed("甲")
    who = person("乙")
    one = arrangements.arrange(actor, ArrangementDraft(who, valid_from="2026-10-01"))
    arrangements.stop(actor, one, StopDraft("2026-10-21", "", "住院"))
    assert [row.name for row in lists.make(actor, TODAY, "lunch").rows] == ["甲"]
    assert [(one.agreed.name, one.left_out) for one in lists.waiting(TODAY, "lunch")] == [("乙", "stopped")]


def test_a_delivered_meal_is_one_meal_of_the_canteen_by_its_own_rules(actor, agreed):
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "12"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "14", mode="delivered"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "4", min_age="80"))
    who = agreed(born="1944-03-05")
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    row = lists.make(actor, TODAY, "lunch").rows[0]
    signing.record(actor, row.id, "delivered")
    meal = Meal.get()
    assert (meal.resident_id, meal.eaten_on, meal.meal, meal.mode) == (who, TODAY, "lunch", "delivered")
    assert (meal.price_fen, meal.subsidy_fen, meal.paid_fen) == (1400, 400, 1000)
    assert (meal.eaten_at, meal.delivered_at) == ("11:30", "11:30")
    assert balances.of(LedgerAccount.CANTEEN, who).amount == 4000
    assert route_sheets.row(row.id).outcome == "delivered"
    found = figures.figures_of(OCTOBER)
    assert dict(found.canteen.meals) | {("lunch", "delivered"): 0} == dict.fromkeys(found.canteen.meals, 0)
    assert (found.canteen.total, found.canteen.meals["lunch", "delivered"]) == (1, 1)
    assert (found.services.person_times["meals"], found.services.canteen_meals) == (0, 1)
    assert query.count("SELECT count(*) FROM help_service") == 0


def test_the_same_meal_is_not_had_twice(actor, agreed):
    who = agreed()
    row = lists.make(actor, TODAY, "lunch").rows[0]
    scanning.record(actor, who, "lunch", "dine_in", dt.datetime(2026, 10, 21, 11, 0))
    with pytest.raises(AlreadyRecorded):
        signing.record(actor, row.id, "delivered")
    assert route_sheets.row(row.id).outcome == ""
    signing.record(actor, row.id, "not_delivered", "已到食堂就餐")
    assert (Meal.select().count(), route_sheets.row(row.id).words) == (1, "已到食堂就餐")


def test_nobody_at_the_door_is_a_risk_of_today_on_the_due_board(actor, agreed):
    who = agreed("王芳", flags=["living_alone"])
    row = lists.make(actor, TODAY, "lunch").rows[0]
    signing.record(actor, row.id, "nobody", "敲门三次")
    assert risk_words() == [("王芳", "送餐无人应门（敲门三次）", TODAY)]
    (due,) = due_board.board(TODAY).people
    assert (due.resident_id, due.bucket) == (who, "today")
    assert "risk" in {one.kind for one in due.reasons}
    with pytest.raises(AlreadyRecorded):
        signing.record(actor, row.id, "nobody")
    signing.record(actor, row.id, "delivered")
    assert (route_sheets.row(row.id).outcome, len(risk_words())) == ("delivered", 1)


@pytest.mark.parametrize(("outcome", "words"), [("delivered", ""), ("nobody", ""), ("not_delivered", "老人退餐")])
def test_each_is_taken_back_whole(actor, agreed, outcome, words):
    agreed()
    row = lists.make(actor, TODAY, "lunch").rows[0]
    signing.record(actor, row.id, outcome, words)
    assert route_sheets.row(row.id).back
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert not route_sheets.row(row.id).back
    assert (Meal.select().where(Meal.voided_at.is_null()).count(), risk_words()) == (0, [])
    signing.record(actor, row.id, "delivered")
    assert Meal.select().where(Meal.voided_at.is_null()).count() == 1


def test_a_meal_that_was_voided_leaves_its_stop_open(actor, agreed):
    agreed()
    row = lists.make(actor, TODAY, "lunch").rows[0]
    signing.record(actor, row.id, "delivered")
    meals.void(actor, Meal.get().id, "录错")
    assert route_sheets.row(row.id).outcome == ""


def test_what_was_not_brought_says_why(actor, agreed):
    agreed()
    row = lists.make(actor, TODAY, "lunch").rows[0]
    with pytest.raises(InvalidDraft) as caught:
        signing.record(actor, row.id, "not_delivered")
    assert [(one.name, one.reason) for one in caught.value.fields] == [("words", "required")]


def test_a_card_is_a_stop_of_its_day_and_meal(actor, agreed, person):
    who, other = agreed("甲"), person("乙")
    row = lists.make(actor, TODAY, "lunch").rows[0]
    with journal.writing(actor, Action.REPLACE_CODE) as unit:
        card, stranger = (printed_codes.give(unit, CodeKind.RESIDENT, one) for one in (who, other))
    assert signing.find(card, TODAY, "lunch") == row
    for scanned, meal in ((card, "dinner"), (stranger, "lunch")):
        with pytest.raises(NotFound):
            signing.find(scanned, TODAY, meal)


def test_each_list_has_its_own_place(actor, agreed):
    who = agreed()
    visit = route_sheets.make_sheet(actor, [who], "马丽", TODAY).rows[0]
    stop = lists.make(actor, TODAY, "lunch").rows[0]
    with pytest.raises(OtherList):
        signing.find(visit.code, TODAY, "lunch")
    with pytest.raises(OtherList):
        route_sheets.record_row(actor, stop.code, RowEntry(every_block="normal"))


def test_a_list_of_tomorrow_waits_and_one_of_yesterday_is_typed_back(actor, agreed):
    agreed()
    tomorrow = lists.make(actor, TODAY + dt.timedelta(days=1), "lunch").rows[0]
    with pytest.raises(DateRefused):
        signing.record(actor, tomorrow.id, "delivered")
    yesterday = lists.make(actor, TODAY - dt.timedelta(days=1), "lunch").rows[0]
    signing.record(actor, yesterday.id, "delivered", at="11:55")
    meal = Meal.get()
    assert (meal.eaten_on, meal.delivered_at) == (TODAY - dt.timedelta(days=1), "11:55")


def test_a_closed_month_takes_no_list_and_no_meal(actor, agreed, person):
    who = person()
    arrangements.arrange(actor, ArrangementDraft(who, valid_from="2026-09-01"))
    row = lists.make(actor, "2026-09-30", "lunch").rows[0]
    months.close(actor, Month(2026, 9), "{}")
    for act in (
        lambda: lists.make(actor, "2026-09-29", "lunch"),
        lambda: signing.record(actor, row.id, "delivered"),
        lambda: signing.record(actor, row.id, "nobody"),
    ):
        with pytest.raises(MonthClosed):
            act()


def test_a_list_of_a_day_that_is_over_is_seen_in_the_quality_of_the_month(actor, agreed):
    agreed("甲")
    agreed("乙")
    yesterday = lists.make(actor, TODAY - dt.timedelta(days=1), "lunch")
    lists.make(actor, TODAY, "lunch")
    signing.record(actor, yesterday.rows[0].id, "not_delivered", "外出")

    def undelivered():
        found = (one for one in quality.check(OCTOBER) if one.kind is Unfinished.UNDELIVERED)
        return [(one.count, one.names, one.weight) for one in found]

    assert undelivered() == [(1, (yesterday.rows[1].name,), Weight.EXPLAIN)]
    signing.record(actor, yesterday.rows[1].id, "delivered")
    assert undelivered() == []
    meals.void(actor, Meal.get().id, "录错")
    assert undelivered() == [(1, (yesterday.rows[1].name,), Weight.EXPLAIN)]
