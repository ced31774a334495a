"""Stays and leaves at their edges: the first and the last day, and who may put an end right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotFound, Overlap
from desktop.core.words.messages import field_sentence, sentence
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import leaves, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.residents import states
from desktop.services.writing import done
from desktop.services.writing.actor import Actor


@pytest.fixture
def bed(actor: Actor) -> int:
    return places.save(actor, BedDraft(building="1号楼", room="304", number="1", opened_on="2026-01-01"))


@pytest.fixture
def stay(actor: Actor, person: Callable[..., int], bed: int) -> int:
    """Since 1 October, without an end."""
    return stays.admit(actor, StayDraft(person(), bed, "2026-10-01"))


def refused_fields(refused: pytest.ExceptionInfo[InvalidDraft]) -> dict[str, str]:
    return {one.name: str(one.reason) for one in refused.value.fields}


def ends(stay: int) -> tuple[str | None, str]:
    row = query.fetch_one("SELECT to_on, end_reason FROM stay WHERE id = ?", [stay])
    assert row is not None
    return row[0], row[1]


def test_somebody_leaves_on_the_day_of_the_admission_and_not_before(actor: Actor, stay: int) -> None:
    with pytest.raises(InvalidDraft) as refused:
        stays.discharge(actor, stay, "2026-09-30", "回家")
    assert refused_fields(refused) == {"to_on": "ends_before_start"}
    stays.discharge(actor, stay, "2026-10-01", " 回家 ")
    assert ends(stay) == ("2026-10-01", "回家")


def test_an_end_on_record_is_put_right_only_by_who_saw_it(actor: Actor, stay: int) -> None:
    stays.discharge(actor, stay, "2026-10-10", "回家")
    for seen in (None, dt.date(2026, 10, 9)):
        with pytest.raises(AlreadyRecorded):
            stays.discharge(actor, stay, "2026-10-12", "回家", seen)
    stays.discharge(actor, stay, "2026-10-12", "转院", dt.date(2026, 10, 10))
    assert ends(stay) == ("2026-10-12", "转院")


def test_an_end_that_is_still_to_come_is_brought_forward_by_anybody(
    actor: Actor, person: Callable[..., int], bed: int
) -> None:
    one = stays.admit(actor, StayDraft(person(), bed, "2026-10-01", "2026-10-22"))
    stays.discharge(actor, one, "2026-10-21", "回家")
    assert ends(one) == ("2026-10-21", "回家")
    with pytest.raises(AlreadyRecorded):
        stays.discharge(actor, one, "2026-10-20", "回家")


def test_a_leave_may_begin_on_the_only_day_of_a_stay(actor: Actor, person: Callable[..., int], bed: int) -> None:
    one = stays.admit(actor, StayDraft(person(), bed, "2026-10-05", "2026-10-05"))
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, one, "2026-10-06", "2026-10-06", "住院")
    assert refused_fields(refused) == {"leave_from": "outside_stay"}
    stays.add_leave(actor, one, "2026-10-05", "2026-10-05", "住院")


def test_a_leave_begins_on_a_day_of_its_stay(actor: Actor, person: Callable[..., int], bed: int) -> None:
    one = stays.admit(actor, StayDraft(person(), bed, "2026-10-05", "2026-10-10"))
    for first, why in (("2026-10-04", "before_admission"), ("2026-10-10", "outside_stay")):
        with pytest.raises(InvalidDraft) as refused:
            stays.add_leave(actor, one, first, "", "住院")
        assert refused_fields(refused) == {"leave_from": why}
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, one, "", "2026-10-06", "住院")
    assert refused_fields(refused) == {"leave_from": "required"}
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, one, "2026-10-07", "2026-10-06", "住院")
    assert refused_fields(refused) == {"leave_to": "ends_before_start"}
    stays.add_leave(actor, one, "2026-10-05", "2026-10-05", "住院")
    stays.add_leave(actor, one, "2026-10-09", "2026-10-09", " 探亲 ")
    found = query.fetch("SELECT from_on, to_on, reason FROM leave ORDER BY id")
    assert found == [("2026-10-05", "2026-10-05", "住院"), ("2026-10-09", "2026-10-09", "探亲")]


def test_a_leave_that_still_runs_ends_today_or_before_and_once(actor: Actor, stay: int) -> None:
    with pytest.raises(NotFound):
        stays.end_leave(actor, stay, "2026-10-20")
    stays.add_leave(actor, stay, "2026-10-15", "", "住院")
    with pytest.raises(InvalidDraft) as refused:
        stays.end_leave(actor, stay, "2026-10-14")
    assert refused_fields(refused) == {"leave_to": "ends_before_start"}
    stays.end_leave(actor, stay, "2026-10-15")
    with pytest.raises(NotFound):
        stays.end_leave(actor, stay, "2026-10-16")
    # One whose last day is today runs still.
    stays.add_leave(actor, stay, "2026-10-17", "2026-10-21", "住院")
    stays.end_leave(actor, stay, "2026-10-18")
    assert query.texts("SELECT to_on FROM leave ORDER BY id") == ["2026-10-15", "2026-10-18"]


@pytest.mark.parametrize(
    ("last", "leave", "wrong"),
    [
        ("2026-09-30", ("", ""), {"to_on": "ends_before_start"}),
        ("", ("", "2026-10-05"), {"leave_from": "required"}),
        # reliability C7: a leave before the stay was taken, and lay in a month that was closed.
        ("", ("2026-09-25", "2026-09-26"), {"leave_from": "before_admission"}),
        ("", ("2026-09-30", ""), {"leave_from": "before_admission"}),
        ("2026-10-05", ("2026-10-05", ""), {"leave_from": "outside_stay"}),
        ("2026-10-05", ("2026-10-04", "2026-10-03"), {"leave_to": "ends_before_start"}),
    ],
)
def test_a_stay_with_its_leave_is_refused_by_field(
    actor: Actor, person: Callable[..., int], bed: int, last: str, leave: tuple[str, str], wrong: dict[str, str]
) -> None:
    draft = StayDraft(person(), bed, "2026-10-01", last, leave_from=leave[0], leave_to=leave[1])
    with pytest.raises(InvalidDraft) as refused:
        stays.admit(actor, draft)
    assert refused_fields(refused) == wrong
    assert query.count("SELECT count(*) FROM stay") == 0


def test_a_stay_of_one_night_may_hold_a_leave_of_that_night(actor: Actor, person: Callable[..., int], bed: int) -> None:
    draft = StayDraft(person(), bed, "2026-10-01", "2026-10-02", "回家", "2026-10-01", "2026-10-01", "住院")
    stays.admit(actor, draft)
    assert query.fetch("SELECT from_on, to_on FROM leave") == [("2026-10-01", "2026-10-01")]


def test_a_stay_ends_on_the_first_departure_behind_its_beginning(
    actor: Actor, person: Callable[..., int], bed: int
) -> None:
    one = person()
    for state, day in (("moved_out", 5), ("on_register", 8), ("moved_out", 15)):
        states.apply(actor, one, state, dt.date(2026, 10, day), "随子女")
    with pytest.raises(DateRefused):
        stays.admit(actor, StayDraft(one, bed, "2026-10-05"))
    with pytest.raises(DateRefused):
        stays.admit(actor, StayDraft(one, bed, "2026-10-08", "2026-10-16"))
    first = stays.admit(actor, StayDraft(one, bed, "2026-10-01", "2026-10-05"))
    second = stays.admit(actor, StayDraft(one, bed, "2026-10-08"))
    assert [ends(found)[0] for found in (first, second)] == ["2026-10-05", "2026-10-15"]


def days_of_leaves(bed: int) -> list[tuple[str, str | None]]:
    found = leaves.of_bed(bed)
    return [(one.from_on.isoformat(), one.to_on.isoformat() if one.to_on else None) for one in found]


def test_a_discharge_ends_the_leave_that_would_outlast_it(actor: Actor, stay: int, bed: int) -> None:
    stays.add_leave(actor, stay, "2026-10-12", "2026-10-14", "住院")
    stays.discharge(actor, stay, "2026-10-13", "转院")
    assert days_of_leaves(bed) == [("2026-10-12", "2026-10-12")]


def test_a_discharge_voids_a_leave_that_would_begin_behind_it(actor: Actor, stay: int, bed: int) -> None:
    stays.add_leave(actor, stay, "2026-10-05", "2026-10-06", "回家")
    stays.add_leave(actor, stay, "2026-10-15", "", "住院")
    stays.discharge(actor, stay, "2026-10-13", "转院")
    assert days_of_leaves(bed) == [("2026-10-05", "2026-10-06")]
    assert query.text("SELECT void_reason FROM leave WHERE from_on = '2026-10-15'") == "discharged before"


def test_a_leave_of_a_stay_that_has_ended_is_put_right_and_voided(actor: Actor, stay: int, bed: int) -> None:
    stays.add_leave(actor, stay, "2026-10-05", "2026-10-06", "回家")
    stays.discharge(actor, stay, "2026-10-13", "转院")
    [leave] = leaves.of_bed(bed)
    leaves.change(actor, leave.id, "2026-10-07", "2026-10-08", "住院")
    assert days_of_leaves(bed) == [("2026-10-07", "2026-10-08")]
    with pytest.raises(InvalidDraft) as refused:
        leaves.change(actor, leave.id, "2026-10-13", "", "住院")
    assert refused_fields(refused) == {"leave_from": "outside_stay"}
    leaves.void(actor, leave.id, "没有请假")
    assert leaves.of_bed(bed) == []


def test_a_leave_before_the_admission_names_its_day(actor: Actor, stay: int) -> None:
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, stay, "2026-09-30", "2026-10-02", "住院")
    words = field_sentence(refused.value.fields[0])
    assert words == "A leave begins on or after the admission. It was on 2026-10-01."


def test_who_has_another_bed_is_told_which(actor: Actor, person: Callable[..., int], bed: int) -> None:
    other = places.save(actor, BedDraft(building="1号楼", room="305", number="2", opened_on="2026-01-01"))
    one = person()
    stays.admit(actor, StayDraft(one, bed, "2026-10-01"))
    with pytest.raises(Overlap) as refused:
        stays.admit(actor, StayDraft(one, other, "2026-10-10"))
    words = "This person has another bed in that time. End that stay first. 1号楼 304-1, 2026-10-01"
    assert sentence(refused.value) == words


def test_a_bed_that_somebody_has_is_refused_with_their_name(actor: Actor, person: Callable[..., int], bed: int) -> None:
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01", "2026-10-15"))
    with pytest.raises(Overlap) as refused:
        stays.admit(actor, StayDraft(person("王芳"), bed, "2026-10-10"))
    assert refused.value.other == "李桂兰, 2026-10-01 – 2026-10-15"


def test_a_leave_has_a_kind_read_from_its_words_where_none_was_chosen(actor: Actor, stay: int, bed: int) -> None:
    for first, words, kind in (("01", "住院", ""), ("02", "回家", ""), ("03", "旅游", ""), ("04", "旅游", "home")):
        stays.add_leave(actor, stay, f"2026-10-{first}", f"2026-10-{first}", words, kind)
    stays.add_leave(actor, stay, "2026-10-05", "2026-10-05", "")
    assert [one.why for one in leaves.of_bed(bed)] == ["", "home", "other", "home", "hospital"]
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, stay, "2026-10-06", "", "", "holiday")
    assert refused_fields(refused) == {"leave_kind": "unknown_word"}


def test_a_leave_ends_with_its_stay_at_the_latest(actor: Actor, person: Callable[..., int], bed: int) -> None:
    one = stays.admit(actor, StayDraft(person(), bed, "2026-10-05", "2026-10-10"))
    with pytest.raises(InvalidDraft) as refused:
        stays.add_leave(actor, one, "2026-10-08", "2026-10-10", "住院")
    assert refused_fields(refused) == {"leave_to": "outside_stay"}
    assert field_sentence(refused.value.fields[0]) == "A leave lies within the stay, whose last night is 2026-10-09."
    stays.add_leave(actor, one, "2026-10-08", "", "住院")
    assert days_of_leaves(bed) == [("2026-10-08", "2026-10-09")]


def test_a_departure_from_the_register_ends_the_stay_and_its_leaves_in_one_act(
    actor: Actor, person: Callable[..., int], bed: int
) -> None:
    one = person()
    stay = stays.admit(actor, StayDraft(one, bed, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-03", "2026-10-12", "住院")
    stays.add_leave(actor, stay, "2026-10-20", "", "回家")
    before = len(done.standing(actor))
    states.apply(actor, one, "deceased", dt.date(2026, 10, 10), "病故")
    assert ends(stay)[0] == "2026-10-10"
    assert days_of_leaves(bed) == [("2026-10-03", "2026-10-09")]
    assert len(done.standing(actor)) == before + 1
    undoing.take_back(actor, done.standing(actor)[0])
    assert ends(stay)[0] is None
    assert days_of_leaves(bed) == [("2026-10-20", None), ("2026-10-03", "2026-10-12")]
