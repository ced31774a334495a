"""A bed that is kept for somebody: for nobody else, until its last day or until they come."""

import pytest

from desktop.core.acts import Thing
from desktop.core.errors import InvalidDraft, Overlap
from desktop.core.reasons import Reason
from desktop.services import undoing
from desktop.services.beds import places as beds
from desktop.services.beds import reserving, stays
from desktop.services.beds.places import BedDraft, BedQuery
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.writing import done


@pytest.fixture
def bed(actor):
    return beds.save(actor, BedDraft(building="1号楼", room="304", number="1"))


def state(bed):
    return beds.rows([bed])[0].state


def refused(call):
    with pytest.raises(InvalidDraft) as caught:
        call()
    return [(error.name, error.reason, error.hint) for error in caught.value.fields]


def test_a_bed_is_kept_for_somebody_and_free_again_after_the_last_day(bed, actor, person):
    reserving.reserve(actor, ReservationDraft(bed, person("王芳"), from_on="2026-10-20", to_on="2026-10-21"))
    assert state(bed) == "reserved"
    assert beds.find_ids(BedQuery(state="reserved")) == [bed]
    other = beds.save(actor, BedDraft(room="305", number="1"))
    reserving.reserve(actor, ReservationDraft(other, None, "李兰", "2026-10-19", "2026-10-20"))
    assert state(other) == "free"


def test_nobody_else_is_admitted_into_it_and_the_sentence_says_for_whom_it_is(bed, actor, person):
    one, other = person("王芳"), person("李兰")
    reserving.reserve(actor, ReservationDraft(bed, one, from_on="2026-10-20", to_on="2026-10-25"))
    for first in ("2026-10-10", "2026-10-21"):
        assert refused(lambda first=first: stays.admit(actor, StayDraft(other, bed, first))) == [
            ("bed_id", Reason.BED_KEPT, "王芳, 2026-10-20")
        ]
    # Before it is kept, and until then, it is anybody's.
    stays.admit(actor, StayDraft(other, bed, "2026-10-10", "2026-10-20"))
    stays.admit(actor, StayDraft(one, bed, "2026-10-21"))
    assert state(bed) == "occupied"


@pytest.mark.parametrize("named", [False, True])
def test_whoever_it_was_kept_for_comes_and_leaves_a_free_bed(bed, actor, person, named):
    one = person("王芳")
    whom = {"name": "王芳"} if named else {"resident_id": one}
    reserving.reserve(actor, ReservationDraft(bed, from_on="2026-10-01", **whom))
    stay = stays.admit(actor, StayDraft(one, bed, "2026-10-05"))
    stays.discharge(actor, stay, "2026-10-12", "回家")
    assert state(bed) == "free"


def test_a_reservation_is_ended_put_right_voided_and_taken_back(bed, actor, person):
    one = reserving.reserve(actor, ReservationDraft(bed, person("王芳"), from_on="2026-10-01"))
    reserving.release(actor, one)
    assert (state(bed), reserving.draft_of(one).to_on) == ("free", "2026-10-20")
    undoing.take_back(actor, done.standing(actor)[0])
    assert state(bed) == "reserved"
    draft = reserving.draft_of(one)
    draft.from_on = "2026-10-22"
    reserving.change(actor, one, draft)
    assert state(bed) == "free"
    reserving.void(actor, one, "家属改变主意")
    reserving.reserve(actor, ReservationDraft(bed, None, "李兰", "2026-10-21"))


def test_it_is_for_somebody_on_days_that_are_free(bed, actor, person):
    one = person("王芳")
    assert refused(lambda: reserving.reserve(actor, ReservationDraft(bed, from_on="2026-10-21"))) == [
        ("resident_id", Reason.REQUIRED, "")
    ]
    backwards = ReservationDraft(bed, one, from_on="2026-10-21", to_on="2026-10-20")
    assert refused(lambda: reserving.reserve(actor, backwards)) == [("to_on", Reason.ENDS_BEFORE_START, "2026-10-21")]
    stays.admit(actor, StayDraft(one, bed, "2026-10-01", "2026-10-21"))
    taken = ReservationDraft(bed, None, "李兰", "2026-10-20")
    assert refused(lambda: reserving.reserve(actor, taken)) == [("from_on", Reason.BED_TAKEN_THEN, "2026-10-20")]
    reserving.reserve(actor, ReservationDraft(bed, None, "李兰", "2026-10-21"))
    with pytest.raises(Overlap) as caught:
        reserving.reserve(actor, ReservationDraft(bed, None, "王明", "2026-11-01"))
    assert (caught.value.what, caught.value.other) == (Thing.BED_RESERVATION, "李兰, 2026-10-21")
    assert state(bed) == "reserved"
