"""Purchases: batches that are bought, put right, used up, and void only while no dish names them."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.canteen_errors import BatchInUse
from desktop.core.errors import InvalidDraft, NotAllowed, NotFound
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.services import undoing
from desktop.services.food import licences, purchases
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.named import entries
from desktop.services.people import certificates
from desktop.services.people.certificates import LicenceDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.unit.services.food.kitchen import DAY, buy, cook

TOMORROW = DAY + dt.timedelta(days=1)


def why(caught) -> list[tuple[str, str]]:
    return [(one.name, one.reason) for one in caught.value.fields]


def test_a_batch_keeps_its_quantity_to_the_gram_and_its_price_to_the_fen(actor):
    row = purchases.batch(buy(actor, quantity="12.525", unit_price="28.5"))
    assert (row.quantity, row.quantity_milli, row.unit_price_fen, row.dishes) == ("12.525 公斤", 12525, 2850, 0)


def test_without_a_number_of_the_maker_the_day_of_receipt_is_the_batch(actor):
    assert purchases.batch(buy(actor, batch="")).batch == "20261020"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"quantity": ""}, [("quantity", Reason.REQUIRED)]),
        ({"quantity": "1.2345"}, [("quantity", Reason.BAD_DECIMAL)]),
        ({"quantity": "0"}, [("quantity", Reason.OUT_OF_RANGE)]),
        ({"supplier": " "}, [("supplier", Reason.REQUIRED)]),
        ({"made_on": "2026-10-21"}, [("made_on", Reason.ENDS_BEFORE_START)]),
        ({"made_on": "2026-10-10", "expires_on": "2026-10-09"}, [("expires_on", Reason.ENDS_BEFORE_START)]),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(typed, wrong, actor):
    with pytest.raises(InvalidDraft) as caught:
        buy(actor, **typed)
    assert why(caught) == wrong
    assert purchases.batches() == []


def test_the_same_batch_is_recorded_once_a_day(actor):
    buy(actor)
    with pytest.raises(InvalidDraft) as caught:
        buy(actor)
    assert why(caught) == [("batch", Reason.ALREADY_RECORDED)]
    buy(actor, batch="A2")
    buy(actor, on=DAY - dt.timedelta(days=1))
    assert len(purchases.batches("五花")) == 3


def test_a_batch_is_put_right_but_not_to_have_come_after_the_dish(actor):
    pork = buy(actor)
    cook(actor, "红烧肉", pork)
    draft = purchases.draft_of(pork)
    assert (draft.quantity, draft.unit_price, draft.batch) == ("12.5", "28.00", "A1")
    draft.received_on = TOMORROW.isoformat()
    with pytest.raises(InvalidDraft) as caught:
        purchases.change(actor, pork, draft)
    assert why(caught) == [("received_on", Reason.BATCH_NOT_THERE)]
    draft.received_on, draft.quantity = DAY.isoformat(), "12"
    purchases.change(actor, pork, draft)
    assert purchases.batch(pork).quantity == "12 公斤"


def test_what_is_used_up_is_in_the_store_no_more(actor):
    pork = buy(actor)
    purchases.end(actor, pork, day=DAY)
    assert [one.id for one in purchases.batches(day=DAY)] == [pork]
    assert purchases.batches(day=TOMORROW) == []
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert [one.id for one in purchases.batches(day=TOMORROW)] == [pork]


def test_a_batch_ends_after_it_came(actor):
    pork = buy(actor)
    with pytest.raises(InvalidDraft) as caught:
        purchases.end(actor, pork, day=DAY - dt.timedelta(days=1))
    assert why(caught) == [("ended_on", Reason.ENDS_BEFORE_START)]


def test_a_batch_that_a_dish_names_is_not_made_void(actor):
    pork = buy(actor)
    cook(actor, "红烧肉", pork)
    with pytest.raises(BatchInUse) as caught:
        purchases.void(actor, pork, "录错")
    assert (caught.value.name, caught.value.dishes) == ("五花肉", 1)
    fish = buy(actor, "草鱼")
    purchases.void(actor, fish, "录错")
    with pytest.raises(NotFound):
        purchases.batch(fish)


def test_what_is_past_its_day_and_still_there_is_told(actor):
    milk = buy(actor, "牛奶", expires_on="2026-10-21")
    buy(actor, "大米")
    assert purchases.expired(TOMORROW) == []
    assert [one.id for one in purchases.expired(TOMORROW + dt.timedelta(days=1))] == [milk]
    purchases.end(actor, milk, "thrown_away", DAY)
    assert purchases.expired(dt.date(2027, 1, 1)) == []


def test_what_is_good_until_a_day_is_good_on_it(actor):
    milk = purchases.batch(buy(actor, "牛奶", expires_on="2026-10-21"))
    assert [milk.expired(day) for day in (DAY, TOMORROW, TOMORROW + dt.timedelta(days=1))] == [False, False, True]


def test_what_was_bought_last_is_proposed_but_not_how_much(actor):
    buy(actor, on=DAY - dt.timedelta(days=5), supplier="老店", unit_price="25")
    buy(actor, unit_price="28.5")
    draft = purchases.proposal("五花肉")
    assert (draft.supplier, draft.unit, draft.unit_price, draft.quantity, draft.batch) == (
        *("新民农贸", "公斤", "28.50", "", ""),
    )
    assert purchases.names() == ["五花肉"]


def test_a_supplier_s_licence_holds_until_its_last_day_and_is_renewed(actor):
    shop = entries.add(actor, NamedList.SUPPLIER, "新民农贸")
    assert not licences.licensed("新民农贸", DAY)
    first = certificates.add(actor, shop, LicenceDraft("food_licence", number="JY1", valid_to=DAY))
    assert (licences.licensed("新民农贸", DAY), licences.licensed("新民农贸", TOMORROW)) == (True, False)
    certificates.renew(
        actor, first, LicenceDraft("food_licence", number="JY1", valid_from=TOMORROW, valid_to="2031-10-20")
    )
    assert licences.licensed("新民农贸", TOMORROW)
    assert [one.valid_to for one in licences.licences("新民农贸")] == [dt.date(2031, 10, 20)]


def test_a_business_licence_alone_allows_no_food(actor):
    shop = entries.add(actor, NamedList.SUPPLIER, "新民农贸")
    certificates.add(actor, shop, LicenceDraft("business_licence", number="91"))
    assert not licences.licensed("新民农贸", DAY)


def test_a_licence_is_a_supplier_s_and_a_health_certificate_a_person_s(actor):
    cook_ = entries.add(actor, NamedList.PERSON, "刘师傅")
    with pytest.raises(NotFound):
        certificates.add(actor, cook_, LicenceDraft("food_licence", number="JY1"))


def test_an_auditor_buys_nothing(actor):
    auditor = Actor(None, "审核甲", "auditor", actor.station)
    with pytest.raises(NotAllowed):
        purchases.add(auditor, PurchaseDraft("肉"))
