"""Care beds at home: one way from assessment to end, in service and database; the plan against what was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotAllowed, NotFound, Overlap, ReasonNeeded
from desktop.core.home_beds import HomeBedState
from desktop.core.period import Month
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import beds as bed_figures
from desktop.services.figures.explained import explain
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.home_beds import progress, steps
from desktop.services.home_beds.progress import HomeBedRow
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, ReviewDraft, SignDraft
from desktop.services.residents import merging, states
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

Person = Callable[..., int]
OCTOBER = Month(2026, 10)
# The last whole week before Wednesday 21 October.
LAST_MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def who(person: Person) -> int:
    return person("王芳")


@pytest.fixture
def signed(actor: Actor, who: int) -> int:
    """Assessed on 1 September, signed on the 7th, a Monday."""
    one = steps.assess(actor, AssessDraft(who, "2026-09-01", "马丽", "助浴、助餐"))
    steps.sign(actor, one, SignDraft("2026-09-07", "HT-1", "女儿王梅", "2027-09-06", "2026-12-07"))
    return one


def row(one: int) -> HomeBedRow:
    return next(found for found in progress.rows() if found.id == one)


def served(actor: Actor, who: int, day: str, kind: str = "bathing", **said: str) -> int:
    draft = ServiceDraft(resident_id=who, type=kind, service_on=day, **({"place": "home"} | said))
    return orders.save(actor, draft)


def wrong(refused: pytest.ExceptionInfo[InvalidDraft]) -> list[str]:
    return [one.name for one in refused.value.fields]


def test_it_goes_from_assessed_to_signed_to_served_to_ended(actor: Actor, signed: int) -> None:
    assert (row(signed).state, row(signed).contract_no, row(signed).holds(dt.date(2026, 9, 7))) == (
        HomeBedState.SIGNED,
        "HT-1",
        True,
    )
    plan = steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    assert row(signed).state == HomeBedState.SERVING
    later = steps.plan(actor, signed, PlanDraft("meals", "5", "2026-11-02"))
    steps.review(actor, signed, ReviewDraft("2026-10-07", "adjust", "加助餐", "马丽", "2027-01-07"))
    assert row(signed).review_on == dt.date(2027, 1, 7)
    steps.end(actor, signed, "住进养老院", "2026-10-20")
    assert (row(signed).state, row(signed).ended_on, row(signed).holds(dt.date(2026, 10, 20))) == (
        HomeBedState.ENDED,
        dt.date(2026, 10, 20),
        False,
    )
    assert [(line.id, line.valid_to) for line in progress.plans(signed)] == [(plan, dt.date(2026, 10, 19))]
    assert later not in {line.id for line in progress.plans()}


def test_what_is_not_signed_has_no_plan_and_no_review_and_may_be_declined(actor: Actor, who: int) -> None:
    one = steps.assess(actor, AssessDraft(who, "2026-09-01"))
    for call in (
        lambda: steps.plan(actor, one, PlanDraft("bathing", "2", "2026-09-07")),
        lambda: steps.review(actor, one, ReviewDraft("2026-09-07", "go_on", "", "", "2026-12-01")),
        lambda: steps.end(actor, one, "不做了"),
    ):
        with pytest.raises(AlreadyRecorded):
            call()
    with pytest.raises(ReasonNeeded):
        steps.decline(actor, one, " ")
    steps.decline(actor, one, "家属照顾", "2026-09-03")
    assert (row(one).state, row(one).end_reason) == (HomeBedState.DECLINED, "家属照顾")
    with pytest.raises(AlreadyRecorded):
        steps.sign(actor, one, SignDraft("2026-09-07", review_on="2026-12-07"))
    assert steps.assess(actor, AssessDraft(who, "2026-10-01")) != one, "another one may begin"


def test_one_of_a_person_is_open_at_a_time(actor: Actor, who: int, signed: int) -> None:
    with pytest.raises(AlreadyRecorded):
        steps.assess(actor, AssessDraft(who, "2026-10-01"))
    with pytest.raises(peewee.IntegrityError, match="home_bed_open"):
        query.execute(
            "INSERT INTO home_bed (uid, created_at, changed_at, created_station, station, counter, resident_id, state,"
            " assessed_on) VALUES ('x', '', '', 1, 1, 1, ?, 'assessed', '2026-10-01')",
            [who],
        )


@pytest.mark.parametrize("back", ["assessed", "declined"])
def test_the_database_lets_no_contract_go_back(actor: Actor, signed: int, back: str) -> None:
    with pytest.raises(peewee.IntegrityError, match="home_bed_back"):
        query.execute("UPDATE home_bed SET state = ?, signed_on = NULL WHERE id = ?", [back, signed])


def test_the_database_lets_no_plan_stand_on_what_was_never_signed(actor: Actor, who: int) -> None:
    one = steps.assess(actor, AssessDraft(who, "2026-09-01"))
    with pytest.raises(peewee.IntegrityError, match="home_bed_unserved"):
        query.execute(
            "INSERT INTO home_bed_plan (uid, created_at, changed_at, created_station, station, counter, home_bed_id,"
            " type, times, valid_from) VALUES ('x', '', '', 1, 1, 1, ?, 'bathing', 2, '2026-10-01')",
            [one],
        )


def test_each_step_is_taken_back_by_the_key(actor: Actor, signed: int) -> None:
    steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    steps.end(actor, signed, "搬走", "2026-10-20")
    for state in (HomeBedState.SERVING, HomeBedState.SIGNED, HomeBedState.ASSESSED):
        undoing.take_back(actor, done.standing(actor)[0])
        assert row(signed).state == state
    assert progress.plans() == []


def test_the_days_are_in_order(actor: Actor, who: int) -> None:
    one = steps.assess(actor, AssessDraft(who, "2026-09-01"))
    with pytest.raises(InvalidDraft) as refused:
        steps.sign(actor, one, SignDraft("2026-08-31", review_on="2026-12-07"))
    assert wrong(refused) == ["signed_on"]
    with pytest.raises(InvalidDraft) as refused:
        steps.sign(actor, one, SignDraft("2026-09-07", contract_to="2026-09-06", review_on="2026-09-01"))
    assert wrong(refused) == ["contract_to", "review_on"]
    with pytest.raises(InvalidDraft) as refused:
        steps.sign(actor, one, SignDraft("2026-09-07"))
    assert wrong(refused) == ["review_on"]
    steps.sign(actor, one, SignDraft("2026-09-07", review_on="2026-12-07"))
    for draft, name in (
        (PlanDraft("bathing", "2", "2026-09-06"), "valid_from"),
        (PlanDraft("bathing", "0", "2026-09-07"), "times"),
        (PlanDraft("bathing", "22", "2026-09-07"), "times"),
        (PlanDraft("", "2", "2026-09-07"), "type"),
        (PlanDraft("bathing", "2", "2026-09-07", "2026-09-06"), "valid_to"),
    ):
        with pytest.raises(InvalidDraft) as refused:
            steps.plan(actor, one, draft)
        assert wrong(refused) == [name]
    assert row(one).state == HomeBedState.SIGNED, "a plan that was refused begins nothing"
    with pytest.raises(InvalidDraft) as refused:
        steps.review(actor, one, ReviewDraft("2026-09-30", "go_on", review_on="2026-09-30"))
    assert wrong(refused) == ["review_on"]
    with pytest.raises(InvalidDraft) as refused:
        steps.end(actor, one, "搬走", "2026-09-06")
    assert wrong(refused) == ["ended_on"]


def test_a_type_is_planned_once_at_a_time_and_other_times_are_another_line(actor: Actor, signed: int) -> None:
    line = steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    with pytest.raises(InvalidDraft) as refused:
        steps.plan(actor, signed, PlanDraft("bathing", "3", "2026-10-01"))
    assert wrong(refused) == ["type"]
    steps.end_plan(actor, line, "2026-09-30")
    steps.plan(actor, signed, PlanDraft("bathing", "3", "2026-10-01"))
    with pytest.raises(Overlap):
        steps.end_plan(actor, line, "2026-10-05")
    assert [(one.times, one.valid_to) for one in progress.plans(signed)] == [(2, dt.date(2026, 9, 30)), (3, None)]
    steps.void_plan(actor, line, "录错")
    assert [one.times for one in progress.plans(signed)] == [3]


def test_what_was_typed_is_put_right_and_the_state_stays(actor: Actor, who: int, signed: int) -> None:
    mine, theirs = steps.draft_of(signed), steps.draft_of(signed)
    theirs.contract_no = "HT-2"
    steps.change(actor, signed, theirs)
    mine.signed_on = "2026-09-08"
    steps.change(actor, signed, mine)
    found = row(signed)
    assert (found.contract_no, found.signed_on, found.state) == ("HT-2", dt.date(2026, 9, 8), HomeBedState.SIGNED)
    draft = steps.draft_of(signed)
    draft.signed_on = ""
    with pytest.raises(InvalidDraft) as refused:
        steps.change(actor, signed, draft)
    assert wrong(refused) == ["signed_on"]
    steps.void(actor, signed, "录错")
    one = steps.assess(actor, AssessDraft(who, "2026-10-01"))
    draft = steps.draft_of(one)
    draft.contract_no = "HT-3"
    with pytest.raises(InvalidDraft) as refused:
        steps.change(actor, one, draft)
    assert wrong(refused) == ["contract_no"]


def test_void_takes_plans_and_reviews_with_it(actor: Actor, signed: int) -> None:
    steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    held = steps.review(actor, signed, ReviewDraft("2026-10-07", "go_on", "", "马丽", "2027-01-07"))
    steps.void_review(actor, held, "录错")
    steps.review(actor, signed, ReviewDraft("2026-10-08", "go_on", "", "马丽", "2027-01-07"))
    with pytest.raises(ReasonNeeded):
        steps.void(actor, signed, "")
    steps.void(actor, signed, "录错了人")
    assert (progress.rows(), progress.plans(), progress.reviews()) == ([], [], [])
    with pytest.raises(NotFound):
        steps.draft_of(signed)


def test_who_is_off_the_register_is_not_assessed_and_who_leaves_it_is_told(
    actor: Actor, person: Person, signed: int, who: int
) -> None:
    gone = person("李强")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 1), "搬走")
    with pytest.raises(DateRefused):
        steps.assess(actor, AssessDraft(gone, "2026-10-02"))
    steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    assert progress.attention().behind == {signed: 2}
    states.apply(actor, who, "deceased", dt.date(2026, 10, 14), "家属来电")
    found = progress.attention()
    assert (found.behind, found.gone, found.of(signed)) == ({}, frozenset({signed}), True)
    assert bed_figures(OCTOBER).home_beds.in_force_end == 0


def test_an_auditor_and_a_merge(actor: Actor, person: Person, signed: int, who: int) -> None:
    with pytest.raises(NotAllowed):
        steps.end(Actor(None, "审核", "auditor", actor.station), signed, "搬走")
    other = person("王方")
    theirs = steps.assess(actor, AssessDraft(other, "2026-10-01"))
    merging.merge(actor, who, other, {})
    assert {one.id: one.resident_id for one in progress.rows()} == {signed: who, theirs: who}
    steps.decline(actor, theirs, "已经签约")


def test_a_week_counts_what_was_done_at_home_of_the_type_up_to_the_plan(
    actor: Actor, person: Person, signed: int, who: int
) -> None:
    steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    steps.plan(actor, signed, PlanDraft("meals", "3", "2026-10-13"))
    served(actor, who, "2026-10-12")
    served(actor, who, "2026-10-18", place="centre")
    served(actor, who, "2026-10-13", "cleaning")
    served(actor, who, "2026-10-15", state="requested")
    served(actor, person("李强"), "2026-10-15")
    served(actor, who, "2026-10-19")
    (week,) = progress.weeks([LAST_MONDAY])
    assert (week.line.type, week.done, week.left) == ("bathing", 1, 1), "助餐 was not planned on the Monday"
    assert progress.attention().behind == {signed: 1}
    for _ in range(3):
        served(actor, who, "2026-10-14", place="")
    (week,) = progress.weeks([LAST_MONDAY])
    assert (week.done, week.left, len(week.services)) == (2, 0, 4)
    assert progress.attention().behind == {}
    assert [(one.line.type, one.done, one.left) for one in progress.weeks([dt.date(2026, 10, 19)])] == [
        ("bathing", 1, 1),
        ("meals", 0, 3),
    ]


def test_a_review_is_due_on_its_day(actor: Actor, signed: int) -> None:
    assert progress.attention().due == frozenset()
    draft = steps.draft_of(signed)
    draft.review_on = "2026-10-21"
    steps.change(actor, signed, draft)
    assert progress.attention().due == {signed}
    steps.review(actor, signed, ReviewDraft("2026-10-21", "go_on", "", "马丽", "2027-01-21"))
    assert progress.attention().due == frozenset()
    draft = steps.draft_of(signed)
    draft.review_on = "2026-10-01"
    steps.change(actor, signed, draft)
    steps.end(actor, signed, "搬走")
    assert progress.attention().due == frozenset()


def test_the_figures_are_of_the_weeks_whose_sunday_is_in_the_month_and_beside_the_beds(
    actor: Actor, person: Person, signed: int, who: int
) -> None:
    """Sundays of October 2026: the 4th, 11th, 18th and 25th."""
    steps.plan(actor, signed, PlanDraft("bathing", "2", "2026-09-07"))
    for day in ("2026-09-28", "2026-09-29", "2026-09-30", "2026-10-06", "2026-10-14"):
        served(actor, who, day)
    steps.review(actor, signed, ReviewDraft("2026-10-07", "go_on", "", "马丽", "2027-01-07"))
    ended = steps.assess(actor, AssessDraft(person("李强"), "2026-10-01"))
    steps.sign(actor, ended, SignDraft("2026-10-02", review_on="2026-12-07"))
    steps.end(actor, ended, "搬走", "2026-10-10")
    bed = places.save(actor, BedDraft(room="301", number="1", opened_on="2026-10-01"))
    stays.admit(actor, StayDraft(person("赵敏"), bed, "2026-10-01"))
    found = bed_figures(OCTOBER)
    home = found.home_beds
    assert (home.in_force_end, home.signed, home.ended, home.reviews) == (1, 1, 1, 1)
    assert (home.planned, home.done, str(home.rate)) == (8, 4, "50.00"), "two of the first week, one each of two others"
    assert {(one.person.name, one.planned, one.done, one.reviews, one.ended_on) for one in home.lines} == {
        ("王芳", 8, 4, 1, None),
        ("李强", 0, 0, 0, dt.date(2026, 10, 10)),
    }
    assert (found.beds, found.occupied_bed_days, found.available_bed_days) == (1, 31, 31)
    september = bed_figures(Month(2026, 9)).home_beds
    assert (september.in_force_end, september.signed, september.planned) == (1, 1, 6)
    behind = explain(OCTOBER, "beds.home_beds.done").parts[0]
    assert [line.day for line in behind.lines] == [dt.date(2026, 9, 28), dt.date(2026, 9, 29)] + [
        dt.date(2026, 10, day) for day in (6, 14)
    ]


DAYS = st.integers(0, 41)
LINES = st.lists(st.tuples(st.sampled_from(["bathing", "meals"]), st.integers(1, 3), DAYS, DAYS), max_size=3)
SERVICES = st.lists(st.tuples(st.sampled_from(["bathing", "meals"]), DAYS, st.booleans()), max_size=14)
BEGIN = dt.date(2026, 9, 7)


def pencil(kept: list[tuple[str, int, int, int]], services: list[tuple[str, int, bool]]) -> tuple[int, int]:
    """Ticks each day of each week of each line, then crosses off services one by one: planned, and done."""
    planned = crossed = 0
    for kind, times, first, last in kept:
        for week in range(6):
            if all(first <= week * 7 + at <= last for at in range(7)):
                planned += times
                fitting = [one for one, at, home in services if home and one == kind and at // 7 == week]
                crossed += len(fitting[:times])
    return planned, crossed


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, services=SERVICES)
def test_any_plan_against_any_services_is_what_a_pencil_counts(
    actor: Actor, who: int, signed: int, lines: list[tuple[str, int, int, int]], services: list[tuple[str, int, bool]]
) -> None:
    day_of = {at: BEGIN + dt.timedelta(days=at) for at in range(42)}
    with forgotten(), writing(actor, Action.EDIT_HOME_BED):
        kept = []
        for kind, times, one, other in lines:
            first, last = sorted((one, other))
            if any(kind == k and not (last < f or first > e) for k, _t, f, e in kept):
                continue
            steps.plan(actor, signed, PlanDraft(kind, str(times), day_of[first].isoformat(), day_of[last].isoformat()))
            kept.append((kind, times, first, last))
        for kind, at, home in services:
            served(actor, who, day_of[at].isoformat(), kind, place="home" if home else "centre")
        planned, done_of = pencil(kept, services)
        found = progress.weeks([BEGIN + dt.timedelta(days=7 * week) for week in range(6)])
        assert sum(one.line.times for one in found) == planned
        assert sum(one.done for one in found) == done_of
