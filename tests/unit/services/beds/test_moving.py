"""换床: the old bed is free and the new one taken from the same day; one act that is taken back as one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.errors import AlreadyRecorded, InvalidDraft, Overlap
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import moving, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

Person = Callable[..., int]


def bed(actor: Actor, number: str) -> int:
    return places.save(actor, BedDraft(building="1号楼", room="304", number=number, opened_on="2026-01-01"))


@pytest.fixture
def beds(actor: Actor) -> tuple[int, int]:
    return bed(actor, "1"), bed(actor, "2")


@pytest.fixture
def stay(actor: Actor, person: Person, beds: tuple[int, int]) -> int:
    """Since 1 October in the first bed."""
    return stays.admit(actor, StayDraft(person("李桂兰"), beds[0], "2026-10-01"))


def lain() -> list[tuple[str, str | None, str]]:
    """(bed number, first day, day from which it is free) of every stay, in the order of their days."""
    rows = query.fetch(
        "SELECT b.number, s.from_on, s.to_on FROM stay s JOIN bed b ON b.id = s.bed_id WHERE s.voided_at IS NULL"
        " ORDER BY s.from_on, s.id"
    )
    return [tuple(row) for row in rows]


def away() -> list[tuple[str, str, str | None, str]]:
    """(bed number, first day, last day, reason) of every leave."""
    rows = query.fetch(
        "SELECT b.number, l.from_on, l.to_on, l.reason FROM leave l JOIN stay s ON s.id = l.stay_id"
        " JOIN bed b ON b.id = s.bed_id WHERE l.voided_at IS NULL ORDER BY l.from_on, l.id"
    )
    return [tuple(row) for row in rows]


def test_a_move_ends_one_stay_and_begins_the_other_on_the_same_day(
    actor: Actor, beds: tuple[int, int], stay: int
) -> None:
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert lain() == [("1", "2026-10-01", "2026-10-12"), ("2", "2026-10-12", None)]
    row = query.fetch_one("SELECT end_reason FROM stay WHERE id = ?", [stay])
    assert row is not None and row[0] == "换床"


def test_a_move_into_a_taken_bed_changes_nothing(
    actor: Actor, person: Person, beds: tuple[int, int], stay: int
) -> None:
    stays.admit(actor, StayDraft(person("王芳"), beds[1], "2026-10-05"))
    before = lain()
    with pytest.raises(Overlap):
        moving.move(actor, stay, beds[1], "2026-10-12")
    assert lain() == before


def test_a_leave_that_runs_goes_on_from_the_new_bed(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.add_leave(actor, stay, "2026-10-10", "2026-10-15", "住院")
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert away() == [("1", "2026-10-10", "2026-10-11", "住院"), ("2", "2026-10-12", "2026-10-15", "住院")]


def test_a_leave_without_an_end_goes_on_without_one(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.add_leave(actor, stay, "2026-10-10", "", "回家")
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert away() == [("1", "2026-10-10", "2026-10-11", "回家"), ("2", "2026-10-12", None, "回家")]


def test_a_leave_that_ended_before_the_move_stays_as_it_is(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.add_leave(actor, stay, "2026-10-03", "2026-10-04", "住院")
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert away() == [("1", "2026-10-03", "2026-10-04", "住院")]


def test_a_leave_that_begins_on_the_day_of_the_move_is_of_the_new_bed(
    actor: Actor, beds: tuple[int, int], stay: int
) -> None:
    stays.add_leave(actor, stay, "2026-10-12", "2026-10-15", "住院")
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert away() == [("2", "2026-10-12", "2026-10-15", "住院")]


def test_leaves_that_come_after_a_move_told_late_are_of_the_new_bed(
    actor: Actor, beds: tuple[int, int], stay: int
) -> None:
    for first, last in (("2026-10-03", "2026-10-04"), ("2026-10-08", "2026-10-09"), ("2026-10-15", "")):
        stays.add_leave(actor, stay, first, last, "复查", "hospital")
    moving.move(actor, stay, beds[1], "2026-10-09")
    assert away() == [
        ("1", "2026-10-03", "2026-10-04", "复查"),
        ("1", "2026-10-08", "2026-10-08", "复查"),
        ("2", "2026-10-09", "2026-10-09", "复查"),
        ("2", "2026-10-15", None, "复查"),
    ]
    assert set(query.texts("SELECT kind FROM living_leave")) == {"hospital"}


def test_whoever_was_to_leave_later_leaves_from_the_new_bed(
    actor: Actor, person: Person, beds: tuple[int, int]
) -> None:
    one = stays.admit(actor, StayDraft(person("王芳"), beds[0], "2026-10-01", "2026-10-30", term="short"))
    moving.move(actor, one, beds[1], "2026-10-12")
    assert lain() == [("1", "2026-10-01", "2026-10-12"), ("2", "2026-10-12", "2026-10-30")]
    assert query.texts("SELECT term FROM living_stay") == ["short", "short"]


def test_a_move_is_one_act_with_one_reason(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.add_leave(actor, stay, "2026-10-10", "2026-10-15", "住院")
    before = len(done.standing(actor))
    moving.move(actor, stay, beds[1], "2026-10-12", "朝南")
    assert len(done.standing(actor)) == before + 1
    written = "SELECT table_name, action FROM change_log WHERE reason = '朝南' ORDER BY id"
    assert query.fetch(written) == [("leave", "change"), ("stay", "change"), ("stay", "add"), ("leave", "add")]


def test_one_undo_takes_the_whole_move_back(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.add_leave(actor, stay, "2026-10-10", "2026-10-15", "住院")
    before = lain(), away()
    moving.move(actor, stay, beds[1], "2026-10-12")
    undoing.take_back(actor, done.standing(actor)[0])
    assert (lain(), away()) == before


@pytest.mark.parametrize(
    ("other", "day", "field"),
    [(None, "2026-10-12", "bed_id"), (0, "2026-10-12", "bed_id"), (1, "2026-09-30", "from_on"), (1, "x", "from_on")],
)
def test_no_bed_the_same_bed_and_a_day_before_the_admission_are_named(
    actor: Actor, beds: tuple[int, int], stay: int, other: int | None, day: str, field: str
) -> None:
    with pytest.raises(InvalidDraft) as refused:
        moving.move(actor, stay, None if other is None else beds[other], day)
    assert [one.name for one in refused.value.fields] == [field]


def test_whoever_has_left_does_not_move(actor: Actor, beds: tuple[int, int], stay: int) -> None:
    stays.discharge(actor, stay, "2026-10-10", "回家")
    with pytest.raises(AlreadyRecorded):
        moving.move(actor, stay, beds[1], "2026-10-12")


def test_nobody_moves_into_a_bed_that_is_not_in_service(actor: Actor, stay: int) -> None:
    closed = places.save(actor, BedDraft(room="305", number="1", opened_on="2026-01-01", out_of_service=True))
    with pytest.raises(InvalidDraft) as refused:
        moving.move(actor, stay, closed, "2026-10-12")
    assert [one.name for one in refused.value.fields] == ["bed_id"]
    assert lain() == [("1", "2026-10-01", None)]
