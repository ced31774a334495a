"""Money of a stay: receipts, deposits, who owes since when, the till to the fen, undo, two records of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.canteen_errors import EntryCountered
from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.ledgers import LedgerAccount
from desktop.core.month_errors import MonthClosed
from desktop.core.stay_errors import CounterStays, DepositTooSmall, MoreThanOwed, NotPaidAhead
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.reports.cash_sheet import report_of
from desktop.services import undoing
from desktop.services.beds import stays
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import cash, listing, receipts
from desktop.services.residents import merging, states
from desktop.services.stay_fees import charges, paying, rates, standing
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.unit.services.stay_fees.lodging import (
    OCTOBER,
    admit,
    bed,
    deposit,
    entered,
    fees,
    owed,
    turn_on,
    usual_rates,
)


@pytest.fixture
def lodger(actor: Actor, person: Callable[..., int]) -> int:
    """Since August, owes 3 100 of October."""
    turn_on(actor)
    usual_rates(actor)
    who = person()
    admit(actor, who, bed(actor, "1"), "2026-08-01")
    charges.charge(actor, OCTOBER)
    return who


def stands(who: int) -> standing.Standing:
    found = standing.of(who)
    assert found is not None
    return found


def test_a_payment_has_a_receipt_and_is_given_back_only_where_it_was_ahead(actor: Actor, lodger: int) -> None:
    made = paying.pay(actor, StayMoneyDraft(lodger, "3200", "女儿代交"))
    found = receipts.issue(actor, made)
    assert (found.entry.receipt, found.entry.amount, found.entry.after, found.again) == (
        "2026-000001",
        320000,
        10000,
        False,
    )
    assert receipts.issue(actor, made).again
    with pytest.raises(NotPaidAhead) as refused:
        paying.refund(actor, StayMoneyDraft(lodger, "100.01"))
    assert (
        sentence(refused.value)
        == "Not done: the balance of the fees is 100.00 yuan, and 100.01 yuan would be given back."
    )
    paying.refund(actor, StayMoneyDraft(lodger, "100"))
    assert entered(lodger) == [("charge", -310000), ("top_up", 320000), ("refund", -10000)]
    for amount in ("", "0", "abc", "-5"):
        with pytest.raises(InvalidDraft):
            paying.pay(actor, StayMoneyDraft(lodger, amount))
    with pytest.raises(NotFound):
        paying.pay(actor, StayMoneyDraft(999, "10"))


def test_a_deposit_is_taken_pays_fees_and_is_given_back(actor: Actor, lodger: int) -> None:
    paying.take_deposit(actor, StayMoneyDraft(lodger, "5000"))
    with pytest.raises(MoreThanOwed) as refused:
        paying.pay_from_deposit(actor, StayMoneyDraft(lodger, "3100.01"))
    assert sentence(refused.value) == "Not done: 3100.00 yuan are owed, and 3100.01 yuan would be paid."
    paid = paying.pay_from_deposit(actor, StayMoneyDraft(lodger, "3000", "押金抵扣"))
    assert (owed(lodger), deposit(lodger)) == (10000, 200000)
    with pytest.raises(DepositTooSmall):
        paying.give_deposit_back(actor, StayMoneyDraft(lodger, "2000.01"))
    # Both halves are taken back, whichever is named.
    paying.correct(actor, paid, "不抵扣")
    assert (owed(lodger), deposit(lodger)) == (310000, 500000)
    with pytest.raises(EntryCountered):
        paying.correct(actor, paid, "不抵扣")
    [of_deposit] = [
        one.id for one in listing.of_holder(LedgerAccount.STAY_DEPOSIT, lodger) if one.kind == "from_deposit"
    ]
    with pytest.raises(EntryCountered):
        paying.correct(actor, of_deposit, "不抵扣")
    paid = paying.pay_from_deposit(actor, StayMoneyDraft(lodger, "1000"))
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert (owed(lodger), deposit(lodger)) == (310000, 500000)
    paying.give_deposit_back(actor, StayMoneyDraft(lodger, "5000"))
    assert deposit(lodger) == 0
    assert entered(lodger, LedgerAccount.STAY_DEPOSIT)[-1] == ("refund", -500000)


def test_a_deposit_that_paid_fees_is_not_taken_back(actor: Actor, lodger: int) -> None:
    taken = paying.take_deposit(actor, StayMoneyDraft(lodger, "2000"))
    paying.pay_from_deposit(actor, StayMoneyDraft(lodger, "500"))
    with pytest.raises(DepositTooSmall):
        paying.correct(actor, taken, "错收")
    assert deposit(lodger) == 150000


def test_what_is_charged_besides(actor: Actor, lodger: int) -> None:
    made = paying.charge_other(actor, OtherChargeDraft(lodger, "86.50", "代垫药费"))
    assert owed(lodger) == 318650
    with pytest.raises(InvalidDraft):
        paying.charge_other(actor, OtherChargeDraft(lodger, "86.50", " "))
    assert fees(lodger).difference_fen == 0, "it is of no month"
    paying.correct(actor, made, "家属已付")
    assert owed(lodger) == 310000
    counter = listing.of_holder(LedgerAccount.STAY, lodger)[0]
    with pytest.raises(CounterStays):
        paying.correct(actor, counter.id, "又错")


def test_entries_of_the_canteen_and_of_a_stay_are_taken_back_each_in_its_place(actor: Actor, lodger: int) -> None:
    meal_money = prepaid.top_up(actor, MoneyDraft(lodger, "20"))
    with pytest.raises(NotFound):
        paying.correct(actor, meal_money, "错")
    [charged] = [one.id for one in listing.of_holder(LedgerAccount.STAY, lodger)]
    with pytest.raises(NotFound):
        prepaid.correct(actor, charged, "错")


def test_since_when_somebody_owes_is_the_first_charge_that_is_not_paid(
    actor: Actor, lodger: int, person: Callable[..., int]
) -> None:
    assert (stands(lodger).owed_fen, stands(lodger).owed_since) == (310000, NOW.date())
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        charges.charge(actor, OCTOBER.shifted(1))
        assert (stands(lodger).owed_fen, stands(lodger).owed_since) == (620000, NOW.date())
        paid = paying.pay(actor, StayMoneyDraft(lodger, "3100"))
        assert (stands(lodger).owed_fen, stands(lodger).owed_since) == (310000, dt.date(2026, 11, 2))
        # Taken back, the first is owed again; what was entered by mistake never counted.
        paying.correct(actor, paid, "错收")
        assert stands(lodger).owed_since == NOW.date()
        paying.pay(actor, StayMoneyDraft(lodger, "6200"))
        assert (stands(lodger).owed_fen, stands(lodger).owed_since) == (0, None)
    free = person("李强")
    assert standing.of(free) is None


def test_who_left_or_died_is_listed_until_all_is_settled(actor: Actor, lodger: int) -> None:
    paying.take_deposit(actor, StayMoneyDraft(lodger, "5000"))
    assert standing.to_settle() == [] and stands(lodger).bed == "1号楼 304-1"
    with clock.standing_at(dt.datetime(2026, 10, 25, 9, 0)):
        states.apply(actor, lodger, "deceased", dt.date(2026, 10, 24), "病故")
        [left] = standing.to_settle()
        assert (left.id, left.bed, left.left_on, left.state) == (lodger, "", dt.date(2026, 10, 24), "deceased")
        [month] = [one for one in charges.of_resident(lodger) if one.month == OCTOBER]
        # 23 nights of 31.
        assert month.difference_fen == -8 * 10000
        charges.book_difference(actor, lodger, OCTOBER, "去世")
        paying.pay_from_deposit(actor, StayMoneyDraft(lodger, "2300"))
        paying.give_deposit_back(actor, StayMoneyDraft(lodger, "2700", "女儿王丽领"))
        assert standing.to_settle() == []


def test_the_tills_count_it_to_the_fen_in_columns_of_their_own(actor: Actor, clerk: Actor, lodger: int) -> None:
    prepaid.top_up(actor, MoneyDraft(lodger, "20.10"))
    paying.pay(actor, StayMoneyDraft(lodger, "3200.05"))
    wrong = paying.pay(clerk, StayMoneyDraft(lodger, "99.99"))
    paying.refund(actor, StayMoneyDraft(lodger, "100"))
    paying.take_deposit(clerk, StayMoneyDraft(lodger, "5000"))
    paying.give_deposit_back(actor, StayMoneyDraft(lodger, "1000"))
    paying.correct(actor, wrong, "错收")
    sheet = cash.of(NOW.date())
    director, desk = sorted(sheet.tills, key=lambda one: one.name != "主任甲")
    assert (director.taken_fen, director.refunded_fen, director.countered_fen) == (2010 + 320005, 110000, 0)
    assert (desk.taken_fen, desk.refunded_fen, desk.countered_fen) == (9999 + 500000, 0, -9999)
    assert (sheet.balances.taken_fen, sheet.balances.closing_fen) == (2010, 2010)
    by_name = {one.name: one for one in sheet.stay_cash}
    assert (by_name["主任甲"].fees_taken_fen, by_name["主任甲"].fees_refunded_fen) == (320005, 10000)
    assert (by_name["主任甲"].deposits_taken_fen, by_name["主任甲"].deposits_refunded_fen) == (0, 100000)
    assert (by_name["前台乙"].fees_taken_fen, by_name["前台乙"].countered_fen) == (9999, -9999)
    assert by_name["前台乙"].deposits_taken_fen == 500000
    for till in sheet.tills:
        ours = by_name[till.name]
        meals = 2010 if till.name == "主任甲" else 0
        assert ours.fees_taken_fen + ours.deposits_taken_fen + meals == till.taken_fen
        assert ours.fees_refunded_fen + ours.deposits_refunded_fen == till.refunded_fen
        assert ours.countered_fen == till.countered_fen
    fees_of, deposits = sheet.stay_accounts
    assert (fees_of.charged_fen, fees_of.taken_fen, fees_of.refunded_fen, fees_of.countered_fen) == (
        310000,
        320005 + 9999,
        10000,
        -9999,
    )
    assert fees_of.closing_fen == 5 == -owed(lodger)
    assert (deposits.taken_fen, deposits.refunded_fen, deposits.closing_fen) == (500000, 100000, 400000)


def test_a_charge_undone_is_none(actor: Actor, lodger: int) -> None:
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert (owed(lodger), charges.on_record(lodger)) == (0, [])
    charges.charge(actor, OCTOBER)
    assert [one.number for one in charges.on_record(lodger)] == [2]
    paying.pay(actor, StayMoneyDraft(lodger, "10"))
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert owed(lodger) == 310000


def test_nothing_is_entered_in_a_closed_month(actor: Actor, lodger: int) -> None:
    query.execute(
        "INSERT INTO month (uid, created_at, created_station, changed_at, station, counter, month, state)"
        " SELECT '00000000-0000-7000-8000-000000000000', at, 1, at, 1, 1, '2026-10', 'closed'"
        " FROM (SELECT '2026-10-21 11:30:00' AS at)"
    )
    with pytest.raises(MonthClosed):
        paying.pay(actor, StayMoneyDraft(lodger, "10"))


def test_two_records_of_one_person_become_one_with_their_fees_and_back(
    actor: Actor, lodger: int, person: Callable[..., int]
) -> None:
    """The other record had the bed before, in the same month; both were charged for their nights."""
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    other = person("王芳", born="1944-03-06")
    [stay] = query.ids("SELECT id FROM stay")
    stays.discharge(actor, stay, "2026-10-11", "错录")
    admit(actor, other, bed(actor, "2"), "2026-10-11")
    rates.set_rate(actor, RateDraft("2026-10-11", "bed", "1860", resident_id=other))
    charges.charge(actor, OCTOBER)
    paying.take_deposit(actor, StayMoneyDraft(other, "5000"))
    paying.pay_from_deposit(actor, StayMoneyDraft(other, "1000"))
    assert (owed(lodger), owed(other)) == (100000, 21 * 11000 - 100000)
    made = merging.merge(actor, lodger, other, {})
    assert (owed(lodger), deposit(lodger), owed(other)) == (100000 + 21 * 11000 - 100000, 400000, 0)
    assert (fees(lodger).state, fees(lodger).charges, fees(lodger).nights) == ("charged", 2, 31)
    assert sorted(one.number for one in charges.on_record(lodger)) == [2, 3]
    merging.undo_merge(actor, made, "不是一人")
    assert (owed(lodger), owed(other), deposit(other)) == (100000, 21 * 11000 - 100000, 400000)
    assert [one.number for one in charges.on_record(other)] == [1]


def test_permissions_of_the_acts(actor: Actor, clerk: Actor, lodger: int) -> None:
    paying.pay(clerk, StayMoneyDraft(lodger, "10"))
    assert done.last_standing(clerk, 1)[0].action == Action.TAKE_STAY_MONEY


def test_the_sheet_of_the_tills_shows_it_only_where_there_is_any(actor: Actor, person: Callable[..., int]) -> None:
    assert [one.title for one in report_of(cash.of(NOW.date()), "示例中心").sections] == [
        "一、各收银员现金",
        "二、预存余额合计",
    ]
    turn_on(actor)
    who = person()
    paying.pay(actor, StayMoneyDraft(who, "12.34"))
    paying.take_deposit(actor, StayMoneyDraft(who, "100"))
    sections = report_of(cash.of(NOW.date()), "示例中心").sections
    assert [one.title for one in sections][2:] == ["三、其中：住养收费现金", "四、住养费用和押金合计"]
    assert [list(map(str, row)) for row in sections[2].rows] == [
        ["主任甲", "12.34", "0.00", "100.00", "0.00", "0.00"],
    ]
    assert [next(map(str, row)) for row in sections[3].rows] == ["住养费用", "入住押金"]
