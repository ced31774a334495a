"""Beds that are offered: to whom by turn, what became of it, never one bed twice."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading

import pytest

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import AlreadyRecorded, InvalidDraft
from desktop.core.waiting import OfferState
from desktop.models import query
from desktop.models.database import close_thread, database_path
from desktop.services import undoing
from desktop.services.beds import offers, stays, waiting
from desktop.services.beds import places as beds
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.writing import done, rules

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def bed(actor):
    def make(number="1", **fields):
        return beds.save(actor, BedDraft(building="1号楼", room="304", number=number, **fields))

    return make


@pytest.fixture
def line(actor, person):
    """王芳 came first, then 李兰, then 杨秀 who wants a nursing bed: their applications."""
    wants = {"王芳": "", "李兰": "ordinary", "杨秀": "nursing"}
    return {
        name: waiting.apply(actor, ApplicationDraft(person(name), f"2026-10-0{day}", kind=kind))
        for day, (name, kind) in enumerate(wants.items(), 1)
    }


def offer(actor, application, bed, day=TODAY, **fields):
    return offers.offer(actor, OfferDraft(application, bed, day, **fields))


def comes_next(bed):
    (found,) = [one.next for one in offers.free_beds() if one.bed.id == bed]
    return found.waiting.name if found else ""


def state(offer_id, day=TODAY):
    return next(one.state for one in offers.offers(day) if one.id == offer_id)


def refused(caught):
    return [(error.name, error.reason, error.hint) for error in caught.value.fields]


def test_the_next_for_a_free_bed_is_the_first_who_wants_such_a_bed(bed, line):
    nursing, ordinary, day_place = bed("1"), bed("2", kind="ordinary"), bed("3", mode="day")
    assert [comes_next(one) for one in (nursing, ordinary, day_place)] == ["王芳", "王芳", ""]


def test_an_offer_is_accepted_and_the_admission_ends_it(actor, bed, line):
    one = bed()
    made = offer(actor, line["王芳"], one)
    assert [(found.state, found.expires_on) for found in offers.offers()] == [("open", dt.date(2026, 10, 24))]
    assert offers.free_beds() == [], "a bed that was offered is kept"
    offers.accept(actor, made, "2026-10-21")
    assert state(made) == OfferState.ACCEPTED
    with pytest.raises(AlreadyRecorded):
        offers.accept(actor, made, "2026-10-21")
    assert offers.standing_of(one).name == "王芳"
    (who,) = [found.resident_id for found in waiting.applications() if found.name == "王芳"]
    stays.admit(actor, StayDraft(who, one, "2026-10-21"))
    assert state(made) == OfferState.ADMITTED
    assert [found.waiting.name for found in waiting.places()] == ["李兰", "杨秀"]
    assert offers.standing_of(one) is None


def test_who_refuses_keeps_the_place_and_the_bed_goes_to_the_next(actor, bed, line):
    one, two = bed("1"), bed("2")
    made = offer(actor, line["王芳"], one)
    with pytest.raises(InvalidDraft):
        offers.refuse(actor, made, "2026-10-21", " ")
    offers.accept(actor, made, "2026-10-21")
    offers.refuse(actor, made, "2026-10-21", "要等一楼的")
    assert [found.waiting.name for found in waiting.places()] == ["王芳", "李兰", "杨秀"]
    assert (comes_next(one), comes_next(two)) == ("杨秀", "王芳"), "李兰 wants an ordinary bed"
    with pytest.raises(AlreadyRecorded):
        offers.accept(actor, made, "2026-10-21")


def test_an_offer_expires_by_the_rule_and_the_bed_is_offered_to_the_next(actor, bed, line):
    rules.set_rule(actor, "waiting_offer", dt.date(2026, 10, 15), {"days": 2}, "街道要求")
    one = bed()
    made = offer(actor, line["王芳"], one, dt.date(2026, 10, 18))
    assert [state(made, dt.date(2026, 10, day)) for day in (18, 20, 21)] == ["open", "open", "expired"]
    assert comes_next(one) == "杨秀"
    with pytest.raises(InvalidDraft) as caught:
        offers.accept(actor, made, "2026-10-21")
    assert refused(caught) == [("answered_on", "offer_expired", "2026-10-20")]
    offers.accept(actor, made, "2026-10-20")
    assert state(made) == OfferState.ACCEPTED, "the answer came in time and was typed later"
    undoing.take_back(actor, done.standing(actor)[0])
    second = offer(actor, line["杨秀"], one)
    assert (state(made), state(second)) == ("expired", "open")
    assert query.text("SELECT state FROM bed_offer WHERE id = ?", [made]) == "expired", "now it is written down"
    assert state(made, dt.date(2026, 10, 20)) == "open"
    undoing.take_back(actor, done.standing(actor)[0])
    assert query.text("SELECT state FROM bed_offer WHERE id = ?", [made]) == "open"


def test_out_of_turn_takes_a_reason_and_names_who_comes_first(actor, bed, line):
    one = bed()
    with pytest.raises(InvalidDraft) as caught:
        offer(actor, line["杨秀"], one)
    assert refused(caught) == [("turn_reason", "out_of_turn", "王芳")]
    offer(actor, line["杨秀"], one, turn_reason="急需护理，王芳同意")
    assert offers.standing_of(one).turn_reason == "急需护理，王芳同意"


def test_what_is_refused(actor, person, bed, line):
    one, ordinary = bed("1"), bed("2", kind="ordinary")
    with pytest.raises(InvalidDraft) as caught:
        offer(actor, line["杨秀"], ordinary)
    assert refused(caught) == [("bed_id", "bed_does_not_fit", "")]
    with pytest.raises(InvalidDraft):
        offer(actor, line["王芳"], one, expires_on="2026-10-20")
    waiting.withdraw(actor, line["李兰"], "2026-10-10", "改在家照护")
    with pytest.raises(InvalidDraft) as caught:
        offer(actor, line["李兰"], ordinary)
    assert refused(caught) == [("application_id", "waits_no_more", "")]
    stays.admit(actor, StayDraft(person("周莲"), one, "2026-10-20"))
    with pytest.raises(InvalidDraft) as caught:
        offer(actor, line["王芳"], one)
    assert refused(caught)[0][:2] == ("bed_id", "bed_taken_then")


def test_a_bed_is_offered_once_and_nobody_two_beds(actor, bed, line):
    one, two = bed("1"), bed("2")
    made = offer(actor, line["王芳"], one)
    with pytest.raises(AlreadyRecorded):
        offer(actor, line["杨秀"], one, turn_reason="急需护理")
    with pytest.raises(AlreadyRecorded):
        offer(actor, line["王芳"], two)
    offers.take_back(actor, made, "2026-10-21", "床要维修")
    assert (state(made), comes_next(one)) == ("taken_back", "王芳"), "who did not refuse it comes next again"
    second = offer(actor, line["王芳"], two)
    offers.void(actor, second, "录错床位")
    assert [found.id for found in offers.offers()] == [made]


def test_the_database_keeps_an_undo_from_making_two_offers_of_one_bed(actor, bed, line):
    one = bed()
    made = offer(actor, line["王芳"], one)
    offers.take_back(actor, made, "2026-10-21", "床要维修")
    back = done.standing(actor)[0]
    offer(actor, line["杨秀"], one, turn_reason="急需护理")
    with pytest.raises(AlreadyRecorded):
        undoing.take_back(actor, back)
    assert [(found.name, found.state) for found in offers.offers()] == [("杨秀", "open"), ("王芳", "taken_back")]


def test_an_offer_ends_with_its_application_or_when_somebody_else_lies_in_the_bed(actor, person, bed, line):
    one, two = bed("1"), bed("2")
    first, second = offer(actor, line["王芳"], one), offer(actor, line["杨秀"], two)
    waiting.withdraw(actor, line["王芳"], "2026-10-21", "改在家照护")
    stays.admit(actor, StayDraft(person("周莲"), two, "2026-10-21"))
    assert (state(first), state(second)) == ("taken_back", "taken_back")
    assert comes_next(one) == "杨秀"
    waiting.void(actor, line["王芳"], "没有申请过")
    assert [found.id for found in offers.offers()] == [second], "its offers are void with it"


def test_two_desks_cannot_offer_one_bed(actor, bed, line):
    one, barrier, said = bed(), threading.Barrier(2), []

    def desk(name):
        with clock.standing_at(dt.datetime(2026, 10, 21, 11, 30)):
            barrier.wait()
            try:
                said.append(offer(actor, line[name], one, turn_reason="急需护理"))
            except AlreadyRecorded as error:
                said.append(error.what)
            finally:
                close_thread()

    desks = [threading.Thread(target=desk, args=(name,)) for name in ("王芳", "杨秀")]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    (kept,) = [found for found in offers.offers() if found.stands]
    assert sorted(said, key=str) == sorted([kept.id, Thing.BED_OFFER], key=str)


def test_the_database_itself_refuses_a_second_offer_of_another_program(actor, bed, line):
    one = bed()
    kept = offer(actor, line["王芳"], one)
    other = sqlite3.connect(database_path())
    columns = ", ".join(row[1] for row in other.execute("PRAGMA table_info(bed_offer)") if row[1] not in ("id", "uid"))
    copied = columns.replace("application_id", str(line["杨秀"]))
    for verb in ("INSERT", "INSERT OR REPLACE"):
        with pytest.raises(sqlite3.IntegrityError, match=r"bed_offer\.bed_id"):
            other.execute(
                f"{verb} INTO bed_offer (uid, {columns}) SELECT 'x', {copied} FROM bed_offer WHERE id = {kept}"
            )
    other.close()
