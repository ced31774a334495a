"""预存: money left with the canteen, meals paid out of it at the scan, and what takes an entry back."""

from __future__ import annotations

import datetime as dt
import sqlite3

import peewee
import pytest

from desktop.core import clock
from desktop.core.canteen_errors import BalanceTooSmall, EntryCountered
from desktop.core.errors import DateRefused, InvalidDraft, NotAllowed, ReasonNeeded
from desktop.core.ledgers import LedgerAccount
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.trade import CorrectionStep
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services import undoing
from desktop.services.canteen import meals, prepaid, scanning
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.prepaid import HandOverDraft, LimitDraft, MoneyDraft
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.ledger import balances, cash, listing
from desktop.services.residents import merging, states
from desktop.services.residents.card import card
from desktop.services.writing import done
from tests.unit.services.ledger.tills import balance, entered

NOON = dt.datetime(2026, 10, 21, 11, 30)


def scan(actor, who, day=21, meal="lunch"):
    return scanning.record(actor, who, meal, "dine_in", NOON.replace(day=day))


def test_what_is_left_here_pays_the_meals_at_the_scan(actor, person, canteen_prices):
    who = person(born="1944-03-05")
    prepaid.top_up(actor, MoneyDraft(who, "30"))
    first = scan(actor, who, 19)
    # 15 yuan, of which 5 are subsidised from 80 on.
    assert (first.prepaid, first.paid_fen, first.balance_fen) == (True, 1000, 2000)
    assert entered(who) == [("top_up", 3000, 3000), ("deduct", -1000, 2000)]
    assert (scan(actor, who, 20).balance_fen, balance(who)) == (1000, 1000)


def test_too_little_is_not_taken_and_the_line_goes_on(actor, person, canteen_prices):
    who = person(born="1944-03-05")
    prepaid.top_up(actor, MoneyDraft(who, "9.99"))
    told = scan(actor, who)
    assert (told.kind, told.paid_fen, told.prepaid, told.balance_fen) == ("recorded", 1000, False, 999)
    assert entered(who) == [("top_up", 999, 999)]


def test_who_never_left_money_pays_as_ever_and_a_second_scan_takes_nothing(actor, person, canteen_prices):
    who = person()
    assert (scan(actor, who).balance_fen, entered(who)) == (None, [])
    other = person("李兰")
    prepaid.top_up(actor, MoneyDraft(other, "50"))
    scan(actor, other)
    assert scan(actor, other).kind == "again"
    assert balance(other) == 4000


def test_a_meal_taken_back_gives_the_money_back_and_an_undone_taking_back_takes_it_again(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    scanning.take_back(actor, scan(actor, who).meal_id)
    assert entered(who)[1:] == [("deduct", -1000, 4000), ("counter", 1000, 5000)]
    meal = scan(actor, who).meal_id
    meals.void(actor, meal, "错记")
    assert balance(who) == 5000
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert balance(who) == 4000
    meals.void(actor, meal, "错记")
    assert balance(who) == 5000


def test_the_last_act_undone_is_a_counter_entry_and_no_row_goes_away(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    scan(actor, who)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert entered(who) == [("top_up", 5000, 5000), ("deduct", -1000, 4000), ("counter", 1000, 5000)]
    assert query.count("SELECT count(*) FROM living_meal") == 0
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert (entered(who)[-1], balance(who)) == (("counter", -5000, 0), 0)
    assert query.count("SELECT count(*) FROM ledger_entry WHERE voided_at IS NOT NULL") == 0


def test_a_queued_scan_recorded_later_is_paid_out_of_the_balance_today(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    scanning.scan(actor, "12345678901234567", "lunch", "dine_in", NOON.replace(day=20))
    scanning.resolve(actor, scanning.queue()[0].id, who)
    deducted = listing.of_holder(LedgerAccount.CANTEEN, who)[0]
    assert (deducted.kind, deducted.amount, deducted.day) == ("deduct", -1000, dt.date(2026, 10, 21))


def test_nobody_goes_below_nothing_until_the_director_says_how_far(actor, clerk, person, canteen_prices):
    who = person()
    with pytest.raises(BalanceTooSmall) as told:
        prepaid.refund(actor, MoneyDraft(who, "0.01"))
    assert (told.value.balance, told.value.wanted) == ("0.00", "0.01")
    with pytest.raises(NotAllowed):
        prepaid.set_limit(clerk, LimitDraft(who, "20"))
    prepaid.set_limit(actor, LimitDraft(who, "20"))
    assert [scan(actor, who, day).balance_fen for day in (19, 20)] == [-1000, -2000]
    assert (scan(actor, who, 21).prepaid, balance(who)) == (False, -2000)
    prepaid.set_limit(actor, LimitDraft(who, ""))
    assert (scan(actor, who, 21, "dinner").prepaid, balances.of(LedgerAccount.CANTEEN, who).limit) == (False, 0)


def test_a_wrong_entry_stands_and_its_counter_entry_beside_it(actor, person, canteen_prices):
    who = person()
    wrong = prepaid.top_up(actor, MoneyDraft(who, "1000"))
    with pytest.raises(ReasonNeeded):
        prepaid.correct(actor, wrong, " ")
    prepaid.correct(actor, wrong, "多打一个零")
    prepaid.top_up(actor, MoneyDraft(who, "100"))
    assert entered(who) == [("top_up", 100000, 100000), ("counter", -100000, 0), ("top_up", 10000, 10000)]
    with pytest.raises(EntryCountered):
        prepaid.correct(actor, wrong, "再冲一次")
    assert [(one.countered, one.remark) for one in listing.of_holder(LedgerAccount.CANTEEN, who)] == [
        (False, ""),
        (False, "多打一个零"),
        (True, ""),
    ]


def test_a_top_up_that_was_eaten_already_is_not_taken_back(actor, person, canteen_prices):
    who = person()
    wrong = prepaid.top_up(actor, MoneyDraft(who, "20"))
    scan(actor, who)
    with pytest.raises(BalanceTooSmall):
        prepaid.correct(actor, wrong, "错记")
    with pytest.raises(BalanceTooSmall):
        prepaid.refund(actor, MoneyDraft(who, "10.01"))
    prepaid.refund(actor, MoneyDraft(who, "10"))
    assert balance(who) == 0


@pytest.mark.parametrize("typed", ["", "0", "-5", "abc", "0.001"])
def test_an_amount_that_is_none_is_refused(actor, person, typed):
    with pytest.raises(InvalidDraft) as told:
        prepaid.top_up(actor, MoneyDraft(person(), typed))
    assert [one.name for one in told.value.fields] == ["amount"]


def test_who_died_is_given_back_and_leaves_nothing_new(actor, person):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "80"))
    states.apply(actor, who, "deceased", dt.date(2026, 10, 15), "社区告知")
    with pytest.raises(DateRefused):
        prepaid.top_up(actor, MoneyDraft(who, "10"))
    assert card(who).balance == (8000, 0, True), "the card says what is to be given back"
    prepaid.refund(actor, MoneyDraft(who, "80", "女儿领取"))
    assert balance(who) == 0


def test_receipts_are_numbered_without_gaps_and_anew_each_year(actor, person):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    prepaid.refund(actor, MoneyDraft(who, "20"))
    with pytest.raises(BalanceTooSmall):
        prepaid.refund(actor, MoneyDraft(who, "31"))
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    prepaid.top_up(actor, MoneyDraft(who, "1"))
    with clock.standing_at(dt.datetime(2027, 1, 4, 9, 0)):
        prepaid.top_up(actor, MoneyDraft(who, "2"))
    numbers = [one.receipt for one in reversed(listing.of_holder(LedgerAccount.CANTEEN, who)) if one.receipt]
    assert numbers == ["2026-000001", "2026-000002", "2026-000003", "2027-000001"]
    assert listing.entry(listing.id_of_receipt("2026-000003")).amount == 100


def test_a_meal_of_another_kind_is_paid_anew(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    meal = scan(actor, who).meal_id
    meals.replace(actor, meal, MealDraft(who, "2026-10-21", meal="dinner"), "是晚餐")
    # Dinner is 12 yuan, of which 5 are subsidised.
    assert [kind for kind, *_ in entered(who)] == ["top_up", "deduct", "counter", "deduct"]
    assert balance(who) == 4300
    cash_paid = meals.save(actor, MealDraft(who, "2026-10-20"))
    meals.replace(actor, cash_paid, MealDraft(who, "2026-10-20", meal="dinner"), "是晚餐")
    assert balance(who) == 4300


def test_the_till_of_each_person_and_all_balances_add_up_to_the_fen(actor, clerk, person, canteen_prices):
    who, other = person(), person("李兰")
    with clock.standing_at(NOON.replace(day=20)):
        prepaid.top_up(actor, MoneyDraft(who, "100.10"))
        scan(actor, who, 20)
    wrong = prepaid.top_up(clerk, MoneyDraft(other, "500"))
    prepaid.correct(actor, wrong, "多打一个零")
    prepaid.top_up(clerk, MoneyDraft(other, "50"))
    prepaid.refund(actor, MoneyDraft(who, "0.05"))
    prepaid.hand_over(actor, HandOverDraft("100"))
    scan(actor, who)
    sheet = cash.of(NOON.date())
    told = [tuple(vars(one).values()) for one in (*sheet.tills, sheet.cash, sheet.balances)]
    assert told == [
        ("主任甲", 10010, 0, 5, 0, 0, 10000, 5),
        ("前台乙", 0, 55000, 0, 0, -50000, 0, 5000),
        ("", 10010, 55000, 5, 0, -50000, 10000, 5005),
        ("", 9010, 55000, 5, 1000, -50000, 0, 13005),
    ]
    assert cash.of(dt.date(2026, 10, 22)).tills[0].opening_fen == 5
    assert cash.of(dt.date(2026, 10, 19)).tills == ()
    prepaid.hand_over(actor, HandOverDraft("0.05"))
    prepaid.hand_over(clerk, HandOverDraft("50"))
    assert len(cash.of(NOON.date()).tills) == 2
    assert cash.of(dt.date(2026, 10, 22)).tills == (), "an empty till that nothing moved in is no line"


def test_no_entry_is_changed_or_void_not_even_by_another_program(actor, person, folder):
    entry = prepaid.top_up(actor, MoneyDraft(person(), "50"))
    with sqlite3.connect(folder.database) as other:
        for changed in (
            "amount = 1",
            "voided_at = 'now'",
            "day = '2026-10-01'",
            "receipt_number = 9",
            "cashier = ''",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="entry_stands"):
                other.execute(f"UPDATE ledger_entry SET {changed} WHERE id = ?", [entry])
    with pytest.raises(peewee.IntegrityError):
        query.execute("DELETE FROM ledger_entry")


def test_no_entry_is_new_in_a_closed_month(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        month_close.close(actor, Month(2026, 10), lambda _: {}, "核对用")
    with pytest.raises(MonthClosed):
        prepaid.top_up(actor, MoneyDraft(who, "50"))
    assert balance(who) == 5000


def test_a_merge_gives_the_balance_to_the_record_that_stays(actor, person):
    keep, other = person(), person("王芳芳")
    prepaid.top_up(actor, MoneyDraft(keep, "10"))
    prepaid.top_up(actor, MoneyDraft(other, "5"))
    merging.merge(actor, keep, other, {})
    assert (balance(keep), LedgerEntry.select().where(LedgerEntry.resident_id == other).count()) == (1500, 0)
    assert [one.name for one in listing.accounts(LedgerAccount.CANTEEN)] == ["王芳"]


def test_a_lunch_that_two_records_had_is_paid_once_and_twice_again_when_they_are_two(actor, person, canteen_prices):
    keep, other = person(), person("王芳芳", born="1944-03-06")
    for who in (keep, other):
        prepaid.top_up(actor, MoneyDraft(who, "30"))
        scan(actor, who)
    merge = merging.merge(actor, keep, other, {})
    assert (balance(keep), balance(other)) == (5000, 0)
    prepaid.correct(actor, listing.id_of_receipt("2026-000002"), "记错人")
    assert balance(keep) == 2000
    merging.undo_merge(actor, merge)
    # Each is what it was, and the counter-entry of meanwhile is with the entry that it takes back.
    assert (balance(keep), balance(other)) == (2000, -1000)
    assert [kind for kind, *_ in entered(keep)] == ["top_up", "deduct"]
    assert [kind for kind, *_ in entered(other)] == ["top_up", "deduct", "counter", "counter", "counter"]
    assert query.count("SELECT count(*) FROM living_meal") == 2


def test_a_lunch_of_a_closed_month_that_a_correction_voids_gives_its_money_back_today(actor, person, canteen_prices):
    who = person()
    prepaid.top_up(actor, MoneyDraft(who, "30"))
    scan(actor, who)
    november = dt.datetime(2026, 11, 2, 9, 0)
    with clock.standing_at(november):
        month_close.close(actor, Month(2026, 10), lambda _: {}, "核对用")
        correction = corrections.open_for(actor, Month(2026, 10), "扫错了人")
        meal = query.text("SELECT uid FROM living_meal")
        corrections.stage(actor, correction, [Act(CorrectionStep.VOID, "meal", meal, reason="扫错了人")])
        assert balance(who) == 2000, "nothing is done before somebody approves"
        corrections.approve(actor, correction, lambda _: {}, InWriting("王科长", "〔2026〕9号"))
        last = listing.of_holder(LedgerAccount.CANTEEN, who)[0]
        assert (last.kind, last.day, last.after) == ("counter", november.date(), 3000)


def test_the_list_has_everybody_with_an_entry_or_a_limit(actor, person):
    who, other, _ = person(), person("李兰"), person("赵刚")
    prepaid.top_up(actor, MoneyDraft(who, "10"))
    prepaid.set_limit(actor, LimitDraft(other, "20"))
    told = [(one.name, one.balance_fen, one.limit_fen, one.last_on) for one in listing.accounts(LedgerAccount.CANTEEN)]
    assert told == [("李兰", 0, 2000, None), ("王芳", 1000, 0, dt.date(2026, 10, 21))]
