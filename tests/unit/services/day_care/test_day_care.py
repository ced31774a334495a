"""Day care: a scan comes in, the next goes out; times are put right; nobody is there twice at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind
from desktop.core.errors import (
    AlreadyRecorded,
    DateRefused,
    InvalidDraft,
    NotAllowed,
    OtherCode,
    Overlap,
    ReasonNeeded,
)
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.words.messages import sentence
from desktop.services import undoing
from desktop.services.beds import natures, places
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.places import BedDraft
from desktop.services.day_care import attendance, scanning
from desktop.services.day_care.attendance import DayDraft
from desktop.services.figures import beds as bed_figures
from desktop.services.figures.explained import explain
from desktop.services.register import printed_codes
from desktop.services.residents import merging, states
from desktop.services.residents.state_effects import later_rows
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

Person = Callable[..., int]
OCTOBER = Month(2026, 10)
TODAY = dt.date(2026, 10, 21)


@contextmanager
def at(time: str, day: dt.date = TODAY) -> Iterator[None]:
    with clock.standing_at(dt.datetime.combine(day, dt.time.fromisoformat(time))):
        yield


def card(resident_id: int) -> str:
    return printed_codes.code_of(CodeKind.RESIDENT, resident_id)


def times(day: dt.date = TODAY) -> list[tuple[str, str, str]]:
    return [(one.name, one.came_at, one.left_at) for one in attendance.rows(attendance.of_day(day))]


def test_the_first_scan_comes_in_and_the_next_goes_out_and_another_comes_in_again(actor: Actor, person: Person) -> None:
    one = person("王芳")
    found = []
    for time in ("08:30", "11:45", "14:00"):
        with at(time):
            found.append(scanning.scan(actor, card(one)))
    assert [(scan.kind, scan.name, scan.came, scan.at) for scan in found] == [
        (ScanKind.RECORDED, "王芳", True, "08:30"),
        (ScanKind.RECORDED, "王芳", False, "11:45"),
        (ScanKind.RECORDED, "王芳", True, "14:00"),
    ]
    assert times() == [("王芳", "14:00", ""), ("王芳", "08:30", "11:45")]
    assert attendance.present() == 1


def test_a_scan_that_was_a_leaving_has_when_they_came(actor: Actor, person: Person) -> None:
    one = person("王芳")
    with at("16:30"):
        scan = scanning.scan(actor, card(one))
        assert scan.came and scan.record_id is not None
        for wrong in ("", "17:00", "16:30", "25:00"):
            with pytest.raises(InvalidDraft):
                attendance.was_leaving(actor, scan.record_id, wrong)
        attendance.was_leaving(actor, scan.record_id, "0830")
        assert times() == [("王芳", "08:30", "16:30")]
        with pytest.raises(AlreadyRecorded):
            attendance.was_leaving(actor, scan.record_id, "08:00")
    # The next scan of the evening is another coming, as ever.
    with at("18:00"):
        assert scanning.scan(actor, card(one)).came


def test_a_card_that_was_replaced_lets_in_and_is_told_to_be_old(actor: Actor, person: Person) -> None:
    one = person("王芳")
    old = card(one)
    new = printed_codes.replace(actor, CodeKind.RESIDENT, one, "卡丢了")
    with at("08:30"):
        found = scanning.scan(actor, old)
    assert (found.kind, found.came) == (ScanKind.RECORDED, True)
    assert found.old is not None and found.old.by == new
    with at("16:00"):
        assert scanning.scan(actor, new).old is None


@pytest.mark.parametrize(("second", "kind"), [("08:30", "again"), ("08:32", "again"), ("08:33", "recorded")])
def test_a_card_that_is_read_twice_at_the_door_is_one_scan(
    actor: Actor, person: Person, second: str, kind: str
) -> None:
    one = person("王芳")
    with at("08:30"):
        scanning.scan(actor, card(one))
    with at(second):
        found = scanning.scan(actor, card(one))
    assert (found.kind, found.came) == (kind, kind == "again")
    assert times() == [("王芳", "08:30", "" if kind == "again" else "08:33")]


def test_who_just_left_is_not_let_in_by_the_same_scan(actor: Actor, person: Person) -> None:
    one = person("王芳")
    for time in ("08:30", "16:00", "16:02"):
        with at(time):
            found = scanning.scan(actor, card(one))
    assert (found.kind, found.came, found.at) == (ScanKind.AGAIN, False, "16:00")


def test_who_was_not_signed_out_yesterday_comes_today(actor: Actor, person: Person) -> None:
    one = person("王芳")
    yesterday = dt.date(2026, 10, 20)
    with at("08:30", yesterday):
        scanning.scan(actor, card(one))
    with at("08:40"):
        assert scanning.scan(actor, card(one)).came
        assert [attendance.rows([left])[0].unsigned for left in attendance.unsigned(TODAY)] == [True]
    assert times(yesterday) == [("王芳", "08:30", "")]


def test_by_name_initials_and_a_number_out_of_several(actor: Actor, person: Person) -> None:
    people = [person("王芳"), person("王芳", born="1950-01-01"), person("李强")]
    assert scanning.scan(actor, "lq").name == "李强"
    asked = scanning.scan(actor, "王芳")
    assert asked.kind == ScanKind.CHOOSE and {row.id for row in asked.choices} == set(people[:2])
    assert scanning.record(actor, people[1]).came
    assert sorted(name for name, *_ in times()) == ["李强", "王芳"]


def test_a_card_of_nobody_and_a_bed_are_refused_with_their_reason(actor: Actor, person: Person) -> None:
    person("王芳")
    bed = places.save(actor, BedDraft(room="301", number="1"))
    refused = scanning.scan(actor, printed_codes.code_of(CodeKind.BED, bed))
    assert refused.kind == ScanKind.REFUSED and isinstance(refused.error, OtherCode)
    for text in ("15301140000012345", "没有这人"):
        found = scanning.scan(actor, text)
        assert found.kind == ScanKind.REFUSED and found.error is not None and sentence(found.error)
    assert times() == []


def test_who_is_not_on_the_register_does_not_come(actor: Actor, person: Person) -> None:
    one, other = person("王芳"), person("李强")
    states.apply(actor, one, "moved_out", dt.date(2026, 10, 20), "搬走")
    states.apply(actor, other, "deceased", dt.date(2026, 10, 20), "家属来电")
    for who in (one, other):
        found = scanning.scan(actor, card(who))
        assert found.kind == ScanKind.REFUSED and isinstance(found.error, DateRefused)
    attendance.add(actor, DayDraft(one, "2026-10-19", "0830", "1600"))
    assert times(dt.date(2026, 10, 19)) == [("王芳", "08:30", "16:00")]


def test_an_attendance_of_after_the_departure_is_among_the_later_rows(actor: Actor, person: Person) -> None:
    one = person("王芳")
    made = attendance.add(actor, DayDraft(one, "2026-10-20", "0830"))
    states.apply(actor, one, "moved_out", dt.date(2026, 10, 19), "搬走")
    assert [(row.kind, row.row_id, row.day) for row in later_rows(one)] == [
        ("day_attendance", made, dt.date(2026, 10, 20))
    ]


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (("2026-10-20", "", "16:00"), "came_at"),
        (("2026-10-22", "08:30", ""), "day"),
        (("2026-10-20", "16:00", "16:00"), "left_at"),
        (("2026-10-20", "25:00", ""), "came_at"),
    ],
)
def test_what_is_typed_has_to_be_a_time_of_a_day(
    actor: Actor, person: Person, draft: tuple[str, str, str], wrong: str
) -> None:
    with pytest.raises(InvalidDraft) as refused:
        attendance.add(actor, DayDraft(person("王芳"), *draft))
    assert [one.name for one in refused.value.fields] == [wrong]


def test_nobody_is_there_twice_at_once_and_the_sentence_says_so(actor: Actor, person: Person) -> None:
    one = person("王芳")
    attendance.add(actor, DayDraft(one, "2026-10-20", "0830", "1130"))
    attendance.add(actor, DayDraft(one, "2026-10-20", "1130", "1600"))
    for came, left in (("0900", "1000"), ("1500", ""), ("0700", "0831"), ("0700", "")):
        with pytest.raises(Overlap) as refused:
            attendance.add(actor, DayDraft(one, "2026-10-20", came, left))
        assert "day care" in sentence(refused.value)
    attendance.add(actor, DayDraft(one, "2026-10-20", "0700", "0830"))
    assert len(times(dt.date(2026, 10, 20))) == 3


def test_times_are_put_right_on_what_stands_and_void_with_a_reason(actor: Actor, person: Person) -> None:
    made = attendance.add(actor, DayDraft(person("王芳"), "2026-10-20", "0830"))
    mine, theirs = attendance.draft_of(made), attendance.draft_of(made)
    theirs.left_at = "1600"
    attendance.change(actor, made, theirs)
    mine.remark = "女儿来接"
    attendance.change(actor, made, mine)
    (row,) = attendance.rows([made])
    assert (row.left_at, row.remark, row.minutes) == ("16:00", "女儿来接", 450)
    early, late = attendance.draft_of(made), attendance.draft_of(made)
    early.left_at, late.left_at = "15:00", "17:00"
    attendance.change(actor, made, early)
    with pytest.raises(InvalidDraft) as refused:
        attendance.change(actor, made, late)
    assert [(one.name, one.hint) for one in refused.value.fields] == [("left_at", "15:00")]
    with pytest.raises(ReasonNeeded):
        attendance.void(actor, made, " ")
    attendance.void(actor, made, "没有来")
    assert attendance.of_day(dt.date(2026, 10, 20)) == []


def test_a_scan_is_taken_back_whole(actor: Actor, person: Person) -> None:
    one = person("王芳")
    for time in ("08:30", "16:00"):
        with at(time):
            scanning.scan(actor, card(one))
    last = done.latest()
    assert last is not None
    undoing.take_back(actor, last)
    assert times() == [("王芳", "08:30", "")]
    first = done.standing(actor)[0]
    undoing.take_back(actor, first)
    assert times() == []


def test_an_auditor_signs_nobody_in(actor: Actor, person: Person) -> None:
    with pytest.raises(NotAllowed):
        scanning.scan(Actor(None, "审核", "auditor", actor.station), card(person("王芳")))
    assert times() == []


def test_a_closed_month_takes_nothing_but_a_remark(actor: Actor, person: Person) -> None:
    one = person("王芳")
    made = attendance.add(actor, DayDraft(one, "2026-09-20", "0830"))
    months.close(actor, Month(2026, 9), "{}")
    draft = attendance.draft_of(made)
    draft.remark = "女儿来接"
    attendance.change(actor, made, draft)
    draft.left_at = "1600"
    with pytest.raises(MonthClosed):
        attendance.change(actor, made, draft)
    with pytest.raises(MonthClosed):
        attendance.add(actor, DayDraft(one, "2026-09-21", "0830"))


def test_two_records_of_one_person_have_one_day_when_they_are_made_one(actor: Actor, person: Person) -> None:
    keep, other = person("王芳"), person("王方")
    attendance.add(actor, DayDraft(keep, "2026-10-20", "0830", "1600"))
    attendance.add(actor, DayDraft(other, "2026-10-20", "0900", "1500"))
    attendance.add(actor, DayDraft(other, "2026-10-19", "0900", "1500"))
    merging.merge(actor, keep, other, {})
    assert [(one.resident_id, one.day.day, one.came_at) for one in attendance.between(OCTOBER.first, TODAY)] == [
        (keep, 19, "09:00"),
        (keep, 20, "08:30"),
    ]


def test_the_figures_count_a_day_once_and_minutes_of_what_was_signed_out(actor: Actor, person: Person) -> None:
    one, other = person("王芳"), person("李强")
    for number in ("1", "2", "3"):
        bed = places.save(actor, BedDraft(room="日托", number=number, mode="day", opened_on="2026-10-01"))
    places.save(actor, BedDraft(room="301", number="1", opened_on="2026-10-01"))
    attendance.add(actor, DayDraft(one, "2026-10-19", "0830", "1130"))
    attendance.add(actor, DayDraft(one, "2026-10-19", "1400", "1600"))
    attendance.add(actor, DayDraft(one, "2026-10-20", "0830"))
    attendance.add(actor, DayDraft(other, "2026-10-20", "0900", "0930"))
    void = attendance.add(actor, DayDraft(other, "2026-10-16", "0900", "0930"))
    attendance.void(actor, void, "没有来")
    found = bed_figures(OCTOBER)
    care = found.day_care
    assert (care.places, care.persons, care.attendance_days, care.minutes, care.unsigned) == (3, 2, 3, 330, 1)
    assert {(line.person.name, line.days, line.minutes, line.unsigned) for line in care.lines} == {
        ("王芳", 2, 300, 1),
        ("李强", 1, 30, 0),
    }
    assert (found.beds, found.available_bed_days, found.occupied_bed_days) == (1, 31, 0), "no place is a bed"
    assert attendance.places_on(TODAY) == 3
    natures.record(actor, NatureDraft(bed, "2026-10-20", "ordinary", "full"))
    assert [attendance.places_on(dt.date(2026, 10, day)) for day in (19, 20)] == [3, 2], "it is a bed from the 20th on"
    behind = explain(OCTOBER, "beds.day_care.attendance_days").parts[0]
    assert [(line.name, line.day) for line in behind.lines] == [
        ("王芳", dt.date(2026, 10, 19)),
        ("王芳", dt.date(2026, 10, 20)),
        ("李强", dt.date(2026, 10, 20)),
    ]


SCANS = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 200)), max_size=12)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scans=SCANS)
def test_any_row_of_scans_is_what_a_doorkeeper_would_write(
    actor: Actor, person: Person, scans: list[tuple[int, int]]
) -> None:
    """The twin walks minute by minute: who is inside, and since when the door was last used by each."""
    people = [person(f"老人{name}", born=f"194{n}-01-01") for n, name in enumerate("甲乙丙")]
    with forgotten(), writing(actor, Action.RECORD_DAY_CARE):
        inside: dict[int, int] = {}
        used: dict[int, int] = {}
        book: list[tuple[str, int, int | None]] = []
        minute = 7 * 60
        for who, later in scans:
            minute = min(minute + later // 10, 23 * 60)
            if who not in used or minute - used[who] >= 3:
                if who in inside:
                    book.append((f"老人{'甲乙丙'[who]}", inside.pop(who), minute))
                else:
                    inside[who] = minute
                used[who] = minute
            with clock.standing_at(dt.datetime.combine(TODAY, dt.time(minute // 60, minute % 60))):
                scanning.record(actor, people[who])
        book += [(f"老人{'甲乙丙'[who]}", since, None) for who, since in inside.items()]
        told = [(name, int(came[:2]) * 60 + int(came[3:]), left) for name, came, left in times()]
        kept = [(name, came, int(left[:2]) * 60 + int(left[3:]) if left else None) for name, came, left in told]
        assert sorted(kept, key=str) == sorted(book, key=str)
        care = bed_figures(OCTOBER).day_care
        assert care.attendance_days == len({name for name, *_ in book})
        assert care.minutes == sum(left - came for _name, came, left in book if left is not None)
