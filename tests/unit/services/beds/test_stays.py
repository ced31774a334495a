"""Stays and leaves at their edges: the first and the last day, and who may put an end right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotFound
from desktop.models import query
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.residents import states
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


def test_a_leave_begins_on_a_day_of_its_stay(actor: Actor, person: Callable[..., int], bed: int) -> None:
    one = stays.admit(actor, StayDraft(person(), bed, "2026-10-05", "2026-10-10"))
    for first in ("2026-10-04", "2026-10-10"):
        with pytest.raises(InvalidDraft) as refused:
            stays.add_leave(actor, one, first, "", "住院")
        assert refused_fields(refused) == {"leave_from": "outside_stay"}
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
