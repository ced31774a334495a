"""What is to be settled with who leaves: charged or not yet, too much or too little, with and without a deposit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.stay_fees import Leaving
from desktop.core.words.stay_fees import leaving_words
from desktop.models import query
from desktop.services.beds import stays
from desktop.services.residents import states
from desktop.services.residents.state_effects import effects
from desktop.services.stay_fees import charges, due, paying, rates
from desktop.services.stay_fees.leaving import leaving
from desktop.services.stay_fees.paying import StayMoneyDraft
from desktop.services.writing.actor import Actor
from tests.unit.services.stay_fees.lodging import OCTOBER, admit, bed, deposit, owed, turn_on, usual_rates

DAY = dt.date(2026, 10, 21)


@pytest.fixture
def lodger(actor: Actor, person: Callable[..., int]) -> int:
    """Since 2026-10-01 for 100 yuan a night, nothing charged yet."""
    turn_on(actor)
    usual_rates(actor)
    who = person()
    admit(actor, who, bed(actor, "1"), "2026-10-01")
    return who


def test_nights_that_are_not_charged_yet_count_up_to_the_day(actor: Actor, lodger: int) -> None:
    assert leaving(lodger, DAY) == Leaving(0, 200000, 0, ())
    assert leaving(lodger, dt.date(2026, 10, 11)) == Leaving(0, 100000, 0, ())
    assert leaving_words(Leaving(0, 200000, 0, ())) == [
        "Fees of the stay: 2,000.00 yuan are owed (2,000.00 yuan are in it that are still to be charged)"
    ]


def test_a_month_charged_whole_is_given_back_from_the_day_on(actor: Actor, lodger: int) -> None:
    charges.charge(actor, OCTOBER)
    charges.charge(actor, Month(2026, 11))
    paying.pay(actor, StayMoneyDraft(lodger, "3100"))
    paying.take_deposit(actor, StayMoneyDraft(lodger, "2000"))
    found = leaving(lodger, DAY)
    assert found is not None
    # 20 nights of 100; November was charged beforehand: 31 nights of October and 30 of November were too many.
    assert (found.balance_fen, found.open_fen, found.deposit_fen) == (-310000, -110000 - 310000, 200000)
    assert (found.left_fen, found.settles_fen) == (110000, 310000)
    assert leaving_words(found)[0].endswith(
        "1,100.00 yuan paid ahead are to be given back (4,200.00 yuan are in it that were charged too much and are to"
        " be booked back)"
    )
    # What was told is what comes of it once it is done.
    [stay] = query.ids("SELECT id FROM living_stay")
    stays.discharge(actor, stay, DAY.isoformat(), "回家")
    for month in (OCTOBER, Month(2026, 11)):
        charges.book_difference(actor, lodger, month, "离院")
    assert (-owed(lodger), deposit(lodger)) == (found.left_fen, found.deposit_fen)
    assert leaving(lodger, DAY) == Leaving(110000, 0, 200000, ())


def test_the_deposit_pays_what_is_owed(actor: Actor, lodger: int) -> None:
    paying.take_deposit(actor, StayMoneyDraft(lodger, "1500"))
    found = leaving(lodger, DAY)
    assert found is not None
    assert leaving_words(found)[1:] == [
        "Deposit to be given back: 1,500.00 yuan",
        "Once the deposit has paid what it can, 500.00 yuan are still owed",
    ]
    paying.take_deposit(actor, StayMoneyDraft(lodger, "500.01"))
    found = leaving(lodger, DAY)
    assert found is not None
    assert leaving_words(found)[-1] == "Once the deposit has paid what is owed, 0.01 yuan are to be given back"


def test_a_month_without_a_rate_is_named_and_not_in_it(actor: Actor, lodger: int) -> None:
    [care] = [one.row.id for one in rates.listed(DAY) if one.row.part == "care" and not one.row.grade]
    rates.end(actor, care, "2026-10-15")
    assert leaving(lodger, DAY) == Leaving(0, 0, 0, (OCTOBER,))
    assert leaving_words(Leaving(0, 0, 0, (OCTOBER,))) == [
        "Fees of the stay: nothing is owed",
        "Not counted for want of a rate: 2026-10",
    ]


def test_off_or_without_a_stay_nothing_is_said(actor: Actor, person: Callable[..., int]) -> None:
    who = person()
    admit(actor, who, bed(actor, "1"), "2026-10-01")
    assert leaving(who, DAY) is None
    turn_on(actor)
    assert leaving(person("李强"), DAY) is None


def test_who_owes_from_the_first_of_a_month_on_is_named_from_the_next_month_on(actor: Actor, lodger: int) -> None:
    with clock.standing_at(dt.datetime(2026, 10, 1, 9, 0)):
        charges.charge(actor, OCTOBER)
    assert due.due(dt.date(2026, 10, 31)).owing == ()
    assert [one.id for one in due.due(dt.date(2026, 11, 1)).owing] == [lodger]
    assert due.uncharged(OCTOBER) == [], "it is charged"


def test_another_state_tells_it_with_the_day_on_which_the_stay_ends(actor: Actor, lodger: int) -> None:
    assert effects(lodger, "deceased", DAY).fees == Leaving(0, 200000, 0, ())
    assert states.apply(actor, lodger, "deceased", DAY, "病故").fees == Leaving(0, 200000, 0, ())
    assert effects(lodger, "on_register", DAY).fees is None
