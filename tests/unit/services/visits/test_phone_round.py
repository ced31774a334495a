"""Ringing one person after the other, and what a call becomes."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.words import terms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.visits import phone_round
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery

TODAY = dt.date(2026, 10, 21)
UNCHANGED = dict.fromkeys(terms.VISIT_BLOCKS, "unchanged")


@pytest.fixture
def three(person):
    return [
        person(name, flags=["disabled"], phone=f"1390000000{room}", room=str(room))
        for room, name in enumerate("甲乙丙", 1)
    ]


def ring(after=None):
    found = phone_round.next_person(TODAY, after)
    return found and found.person.name


def test_one_after_the_other_in_walking_order_and_round_again_for_who_was_passed_over(three):
    assert [ring(), ring(three[0]), ring(three[1]), ring(three[2])] == ["甲", "乙", "丙", "甲"]
    assert phone_round.next_person(TODAY).left == 3


def test_without_a_number_or_with_nothing_due_nobody_is_rung(person, actor):
    person("甲", flags=["disabled"])
    person("乙", phone="13900000001")
    assert ring() is None


def test_the_card_says_what_to_know_before_ringing(person, actor):
    one = person(
        "甲", flags=["disabled"], phone="139 0000 0001", contacts=[ContactDraft("李明", "子女", "13800000000")]
    )
    blocks = {"health": "attention", "spirit": "normal"}
    draft = VisitDraft(
        one, "2026-09-12", visitors="马丽", blocks=blocks, words={"health": "血压偏高"}, risk="燃气管老化"
    )
    visits.save(actor, draft)
    found = phone_round.next_person(TODAY)
    assert (found.person.phone, found.contacts[0].phone) == ("13900000001", "13800000000")
    assert (str(found.last.visited_on), found.last.visitors) == ("2026-09-12", "马丽")
    assert (found.last.blocks, found.last.words) == (blocks, {"health": "血压偏高"})
    assert [risk.what for risk in found.risks] == ["燃气管老化"]


def test_a_call_is_kept_with_today_now_and_the_caller(three, actor):
    phone_round.record(actor, VisitDraft(three[0], blocks={**UNCHANGED, "health": "normal"}))
    (row,) = visits.rows(visits.find_ids(VisitQuery()))
    assert (row.visited_on, row.visited_at, row.method, row.visitors) == (TODAY, "11:30", "phone", "主任甲")
    assert ring() == "乙"


def test_no_change_needs_one_fresh_fact(three, actor):
    draft = VisitDraft(three[0], blocks=dict(UNCHANGED))
    with pytest.raises(InvalidDraft) as caught:
        phone_round.record(actor, draft)
    assert caught.value.fields[0].reason == "no_fresh_fact"
    draft.words = {"spirit": "想念孙子"}
    assert phone_round.record(actor, draft).visit_id


def test_the_second_time_unreached_sends_somebody_to_the_door(three, actor):
    call = VisitDraft(three[0], outcome="not_reached")
    yesterday = VisitDraft(three[0], "2026-10-20", outcome="not_reached")
    assert not phone_round.record(actor, yesterday).door
    assert ring() == "甲"
    assert phone_round.record(actor, call).door
    assert [one.person.name for one in (phone_round.next_person(TODAY + dt.timedelta(days=1)),)] == ["乙"]


def test_who_was_tried_today_waits_until_tomorrow(three, actor):
    phone_round.record(actor, VisitDraft(three[0], outcome="not_reached"))
    assert ring() == "乙"
    assert phone_round.next_person(TODAY + dt.timedelta(days=1)).person.name == "甲"
