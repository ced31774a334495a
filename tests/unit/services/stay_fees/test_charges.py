"""What a month of a stay comes to, by hand; charged once, and told as a difference when facts change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import AlreadyRecorded, InvalidDraft, NotAllowed, ReasonNeeded
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.core.stay_errors import FeesOff, NothingDiffers, NothingToCharge, RateMissing, TooEarly
from desktop.core.stay_fees import ChargeState
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.models.stay_fee import StayCharge
from desktop.services import undoing
from desktop.services.beds import leaves, moving, natures, places, stays
from desktop.services.beds.natures import NatureDraft
from desktop.services.ledger import entries, listing
from desktop.services.stay_fees import charges, paying, rates
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import done, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.stay_fees.lodging import (
    NOVEMBER,
    OCTOBER,
    admit,
    bed,
    deposit,
    entered,
    fees,
    graded,
    owed,
    told,
    turn_on,
    usual_rates,
)


@pytest.fixture
def house(actor: Actor) -> Actor:
    turn_on(actor)
    usual_rates(actor)
    return actor


def test_a_whole_month_is_the_rates_themselves(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    admit(house, who, bed(house, "1"), "2026-08-01")
    found = fees(who)
    assert told(found) == [
        ("bed", 1, 31, 31, "", 155000),
        ("care", 1, 31, 31, "", 62000),
        ("meals", 1, 31, 31, "", 93000),
    ]
    assert (found.whole_fen, found.charged_fen, found.state, found.nights) == (310000, 0, ChargeState.TO_CHARGE, 31)
    # Each night is a 30th in November.
    assert fees(who, NOVEMBER).whole_fen == 310000


def test_admission_grade_move_leave_and_discharge_in_one_month(house: Actor, person: Callable[..., int]) -> None:
    """50 a night for the bed, 40 for care up to the 9th and 40 more from the 10th on, 30 for meals."""
    who = person()
    first, second = bed(house, "1"), bed(house, "2", "market")
    rates.set_rate(house, RateDraft("2026-01-01", "bed", "3100", bed_class="market"))
    graded(house, who, "severe", dt.date(2026, 10, 10))
    stay = admit(house, who, first, "2026-10-05")
    stays.add_leave(house, stay, "2026-10-12", "2026-10-14", "", "hospital")
    stay = moving.move(house, stay, second, "2026-10-16")
    stays.discharge(house, stay, "2026-10-20", "回家")
    found = fees(who)
    assert told(found) == [
        ("bed", 5, 15, 11, "", 11 * 5000),
        ("bed", 16, 19, 4, "", 4 * 10000),
        ("care", 5, 9, 5, "", 5 * 2000),
        ("care", 10, 11, 2, "", 2 * 4000),
        ("care", 12, 14, 3, "hospital", 0),
        ("care", 15, 19, 5, "", 5 * 4000),
        ("meals", 5, 11, 7, "", 7 * 3000),
        ("meals", 12, 14, 3, "hospital", 0),
        ("meals", 15, 19, 5, "", 5 * 3000),
    ]
    assert [one.what for one in found.lines] == ["1号楼 304-1", "1号楼 304-2", "", *["severe"] * 3, *[""] * 3]
    assert found.nights == 15


def test_from_which_day_a_leave_lowers_and_by_how_much_is_data(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    parts = {"bed": 100, "care": 0, "meals": 0}
    rule = {"from_day": 3, "hospital": {"bed": 50, "care": 20, "meals": 0}, "home": parts, "other": parts}
    rules.set_rule(house, "stay_fee_leave", dt.date(2026, 10, 1), rule)
    stay = admit(house, who, bed(house, "1"), "2026-08-01")
    # Home, then at once to hospital: one time away, from 30 September; the third day is 2 October.
    stays.add_leave(house, stay, "2026-09-30", "2026-10-02", "", "home")
    stays.add_leave(house, stay, "2026-10-03", "2026-10-05", "", "hospital")
    assert told(fees(who)) == [
        ("bed", 1, 2, 2, "", 2 * 5000),
        ("bed", 3, 5, 3, "hospital", 3 * 2500),
        ("bed", 6, 31, 26, "", 26 * 5000),
        ("care", 1, 1, 1, "", 2000),
        ("care", 2, 2, 1, "home", 0),
        ("care", 3, 5, 3, "hospital", 3 * 400),
        ("care", 6, 31, 26, "", 26 * 2000),
        ("meals", 1, 1, 1, "", 3000),
        ("meals", 2, 2, 1, "home", 0),
        ("meals", 3, 5, 3, "hospital", 0),
        ("meals", 6, 31, 26, "", 26 * 3000),
    ]


def test_each_part_is_rounded_once_and_its_lines_add_up(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    rates.set_rate(house, RateDraft("2026-10-01", "meals", "100"))
    stay = admit(house, who, bed(house, "1"), "2026-10-01", "2026-10-04")
    rates.set_rate(house, RateDraft("2026-10-02", "meals", "100", term="long"))
    lines = [one.fen for one in fees(who).lines if one.part == "meals"]
    # 10000 × 3 ÷ 31 = 967.74; a night alone would be 322.58 and two 645.16, together 968 too.
    assert lines == [323, 645]
    stays.void_stay(house, stay, "错记")
    assert charges.months(OCTOBER, [who]) == []


def test_a_rate_a_night_costs_each_night(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    rates.set_rate(house, RateDraft("2026-01-01", "meals", "28.50", unit="day", term="short"))
    admit(house, who, bed(house, "1"), "2026-10-10", "2026-10-13", "short")
    assert told(fees(who))[-1] == ("meals", 10, 12, 3, "", 3 * 2850)


def test_who_comes_first_among_rates(house: Actor, person: Callable[..., int]) -> None:
    who, other = person("王芳"), person("李强")
    one, two = bed(house, "1", "basic"), bed(house, "2", "basic", "305")
    admit(house, who, one, "2026-08-01")
    admit(house, other, two, "2026-08-01")

    def costs(one: int) -> int:
        return sum(line.fen for line in fees(one).lines if line.part == "bed")

    for draft, first, second in (
        (RateDraft("2026-01-01", "bed", "310", bed_class="basic"), 31000, 31000),
        (RateDraft("2026-01-01", "bed", "620", room="1号楼 305"), 31000, 62000),
        (RateDraft("2026-01-01", "bed", "930", bed_id=two), 31000, 93000),
        (RateDraft("2026-01-01", "bed", "0", resident_id=other), 31000, 0),
        (RateDraft("2026-01-01", "bed", "1240", bed_class="basic", term="short"), 31000, 0),
        (RateDraft("2026-01-01", "bed", "1240", bed_class="basic", term="long"), 124000, 0),
        (RateDraft("2026-10-31", "bed", "3100", bed_class="basic", term="long"), 120000 + 10000, 0),
    ):
        rates.set_rate(house, draft)
        assert (costs(who), costs(other)) == (first, second), draft


def test_a_rate_that_ended_leaves_a_gap_and_nothing_is_charged_in_silence(
    house: Actor, person: Callable[..., int]
) -> None:
    who = person()
    admit(house, who, bed(house, "1"), "2026-08-01")
    [care] = [one.row.id for one in rates.listed(dt.date(2026, 10, 1)) if (one.row.part, one.row.grade) == ("care", "")]
    rates.end(house, care, "2026-10-15")
    found = fees(who)
    assert found.state == ChargeState.NO_RATE
    assert [(one.part, one.what, one.day.day) for one in found.gaps] == [("care", "", 16)]
    with pytest.raises(RateMissing) as refused:
        charges.charge(house, OCTOBER)
    assert sentence(refused.value) == (
        "Not charged: no rate fits 王芳（care without a grade 10-16）. Set the rate, then charge the month."
    )
    assert entered(who) == []
    # Once nobody has a rate for it, it is no fee of the centre.
    for one in rates.listed(dt.date(2026, 10, 1)):
        if one.row.part == "care":
            rates.void(house, one.row.id, "不收护理费")
    assert [one[0] for one in told(fees(who))] == ["bed", "meals"]


def test_a_month_is_charged_once(house: Actor, person: Callable[..., int]) -> None:
    who, other, late = person("王芳"), person("李强"), person("张三")
    admit(house, who, bed(house, "1"), "2026-08-01")
    admit(house, other, bed(house, "2"), "2026-08-01")
    made = charges.charge(house, OCTOBER, [who])
    assert (made.people, made.fen, made.left) == (1, 310000, ())
    with pytest.raises(NothingToCharge) as refused:
        charges.charge(house, OCTOBER, [who])
    assert "2026-10" in sentence(refused.value)
    assert charges.charge(house, OCTOBER).people == 1
    with pytest.raises(NothingToCharge):
        charges.charge(house, OCTOBER)
    admit(house, late, bed(house, "3"), "2026-10-21")
    assert (charges.charge(house, OCTOBER).fen, owed(late)) == (11 * 10000, 110000)
    assert (owed(who), owed(other)) == (310000, 310000)
    assert fees(who).state == ChargeState.CHARGED
    [row] = charges.on_record(who)
    assert (row.number, row.amount_fen, row.whole_fen, row.lines) == (1, 310000, 310000, fees(who).lines)


def test_what_was_charged_stands_and_a_later_fact_is_a_difference(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    stay = admit(house, who, bed(house, "1"), "2026-08-01")
    charges.charge(house, OCTOBER)
    before = charges.on_record(who)[0]
    with pytest.raises(NothingDiffers):
        charges.book_difference(house, who, OCTOBER, "补差")
    leave = stays.add_leave(house, stay, "2026-10-05", "2026-10-09", "", "home")
    rates.set_rate(house, RateDraft("2026-10-01", "bed", "1860"))
    # Ten yuan more a night for the bed, five nights of care and meals less.
    found = fees(who)
    assert (found.state, found.difference_fen) == (ChargeState.DIFFERS, 31 * 1000 - 5 * 5000)
    assert charges.on_record(who) == [before] and owed(who) == 310000
    with pytest.raises(NothingToCharge):
        charges.charge(house, OCTOBER)
    with pytest.raises(ReasonNeeded):
        charges.book_difference(house, who, OCTOBER, " ")
    charges.book_difference(house, who, OCTOBER, "床位费调价、请假")
    assert (owed(who), fees(who).state) == (316000, ChargeState.CHARGED)
    assert [(one.number, one.amount_fen, one.whole_fen, one.remark) for one in charges.on_record(who)] == [
        (1, 310000, 310000, ""),
        (2, 6000, 316000, "床位费调价、请假"),
    ]
    leaves.void(house, leave, "没有请假")
    assert fees(who).difference_fen == 25000
    stays.discharge(house, stay, "2026-10-11", "去世")
    charges.book_difference(house, who, OCTOBER, "离院")
    # 60 + 20 + 30 a night.
    assert owed(who) == 10 * 11000
    assert entered(who) == [("charge", -310000), ("charge", -6000), ("charge", 316000 - 110000)]


def test_the_next_month_may_be_charged_beforehand_and_no_later_one(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    admit(house, who, bed(house, "1"), "2026-08-01")
    assert charges.charge(house, NOVEMBER).fen == 310000
    with pytest.raises(TooEarly):
        charges.charge(house, Month(2026, 12))
    with pytest.raises(FeesOff):
        charges.charge(house, Month(2026, 8))
    assert charges.months(Month(2026, 8)) == []


def test_only_beds_of_the_house_cost_anything(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    place = bed(house, "1")
    admit(house, who, place, "2026-08-01")
    natures.record(house, NatureDraft(place, "2026-10-11", "nursing", "day"))
    assert fees(who).nights == 10
    assert fees(who).whole_fen == 10 * 10000


def test_taken_back_it_may_be_charged_again(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    stay = admit(house, who, bed(house, "1"), "2026-10-01")
    charges.charge(house, OCTOBER)
    stays.discharge(house, stay, "2026-10-11", "回家")
    charges.book_difference(house, who, OCTOBER, "离院")
    assert owed(who) == 100000
    newest, oldest = listing.of_holder(LedgerAccount.STAY, who)
    assert (newest.month, newest.number, oldest.number) == ("2026-10", 2, 1)
    paying.correct(house, oldest.id, "算错")
    assert (owed(who), fees(who).state, charges.on_record(who)) == (0, ChargeState.TO_CHARGE, [])
    charges.charge(house, OCTOBER)
    assert [(one.number, one.amount_fen) for one in charges.on_record(who)] == [(3, 100000)]
    for expected in (0, 100000):
        undoing.take_back(house, done.last_standing(house, 1)[0])
        assert owed(who) == expected
    assert [one.number for one in charges.on_record(who)] == [1, 2]
    assert fees(who).state == ChargeState.CHARGED


def test_a_month_that_costs_nothing_is_charged_without_an_entry(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    for part in ("bed", "care", "meals"):
        rates.set_rate(house, RateDraft("2026-01-01", part, "0", resident_id=who))
    admit(house, who, bed(house, "1"), "2026-08-01")
    assert charges.charge(house, OCTOBER).people == 1
    assert entered(who) == [] and fees(who).state == ChargeState.CHARGED


def test_what_would_be_owed_by_who_leaves(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    admit(house, who, bed(house, "1"), "2026-09-01")
    assert [(str(one.month), one.difference_fen) for one in charges.of_resident(who)] == [
        ("2026-09", 310000),
        ("2026-10", 310000),
    ]
    charges.charge(house, Month(2026, 9))
    left = charges.of_resident(who, dt.date(2026, 10, 21))
    assert [(str(one.month), one.difference_fen) for one in left] == [("2026-10", 200000)]


def test_off_nothing_is_there_and_nothing_can_be_charged(actor: Actor, person: Callable[..., int]) -> None:
    usual_rates(actor)
    who = person()
    admit(actor, who, bed(actor, "1"), "2026-08-01")
    assert not charges.turned_on() and charges.months(OCTOBER) == [] and charges.of_resident(who) == []
    with pytest.raises(FeesOff):
        charges.charge(actor, OCTOBER)
    with pytest.raises(FeesOff):
        paying.pay(actor, paying.StayMoneyDraft(who, "10"))
    turn_on(actor, dt.date(2026, 11, 1))
    assert charges.turned_on() and charges.months(OCTOBER) == []
    paying.take_deposit(actor, paying.StayMoneyDraft(who, "5000"))
    rules.set_rule(actor, "stay_fees", dt.date(2026, 11, 1), "off")
    assert charges.turned_on(), "money of somebody lies here"
    assert deposit(who) == 500000


def test_a_rate_is_of_one_thing_that_its_part_has(house: Actor, person: Callable[..., int]) -> None:
    place = bed(house, "1")
    for draft, field in (
        (RateDraft("2026-01-01", "bed", "1", bed_class="basic", room="304"), "bed_class"),
        (RateDraft("2026-01-01", "bed", "1", bed_id=place, resident_id=person()), "bed_id"),
        (RateDraft("2026-01-01", "care", "1", bed_class="basic"), "bed_class"),
        (RateDraft("2026-01-01", "meals", "1", grade="severe"), "grade"),
        (RateDraft("2026-01-01", "bed", "1", room="909"), "room"),
        (RateDraft("2026-02-01", "bed", "1", valid_to="2026-01-01"), "valid_to"),
        (RateDraft("", "bed", "1"), "valid_from"),
        (RateDraft("2026-02-01", "bed", "-1"), "amount"),
    ):
        with pytest.raises(InvalidDraft) as refused:
            rates.set_rate(house, draft)
        assert [one.name for one in refused.value.fields] == [field], draft


def test_who_may(house: Actor, clerk: Actor, person: Callable[..., int]) -> None:
    visitor = Actor(None, "探访员丙", "visitor", house.station)
    with pytest.raises(NotAllowed):
        rates.set_rate(clerk, RateDraft("2026-01-01", "bed", "1"))
    with pytest.raises(NotAllowed):
        charges.charge(visitor, OCTOBER)
    with pytest.raises(NotAllowed):
        paying.pay(visitor, paying.StayMoneyDraft(person(), "10"))


def test_the_database_itself_lets_no_charge_be_booked_twice(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    admit(house, who, bed(house, "1"), "2026-08-01")
    charges.charge(house, OCTOBER)
    [row] = StayCharge.select()
    booking = entries.Booking(LedgerAccount.STAY, who, "charge", -row.amount_fen, stay_charge_id=row.id)  # type: ignore[arg-type]
    with pytest.raises(AlreadyRecorded), writing(house, charges.Action.CHARGE_STAY) as unit:
        entries.enter(unit, booking)
    again = StayCharge(resident_id=who, month="2026-10", number=1, amount_fen=1, whole_fen=1, lines="[]")
    with pytest.raises(AlreadyRecorded), writing(house, charges.Action.CHARGE_STAY) as unit:
        unit.add(again)
    for column, value in (("amount_fen", 1), ("lines", "'[]'"), ("month", "'2026-09'"), ("whole_fen", 0)):
        with pytest.raises(Exception, match="charge_stands"):
            query.execute(f"UPDATE stay_charge SET {column} = {value} WHERE id = {row.id}")
    assert LedgerEntry.select().count() == 1


def test_a_bed_called_otherwise_changes_no_charge(house: Actor, person: Callable[..., int]) -> None:
    who = person()
    place = bed(house, "1")
    admit(house, who, place, "2026-08-01")
    charges.charge(house, OCTOBER)
    draft = places.draft_of(place)
    draft.number = "9"
    places.save(house, draft)
    assert fees(who).state == ChargeState.CHARGED
    assert charges.on_record(who)[0].lines[0].what == "1号楼 304-1"
