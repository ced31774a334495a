"""Trainings: what is on record of them, who took part by name and by card, what the plans' rates make of them."""

import datetime as dt

import pytest

from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind
from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotAllowed, NotFound
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.services import undoing
from desktop.services.figures.counts import Known
from desktop.services.figures.indicators import indicators
from desktop.services.figures.month import figures_of
from desktop.services.named import entries as named
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.register import printed_codes
from desktop.services.register.snapshot import register
from desktop.services.residents import merging
from desktop.services.work import training_scans, trainings
from desktop.services.work.trainings import Taker, TrainingDraft, TrainingQuery, Who
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

OCTOBER = Month(2026, 10)


@pytest.fixture
def yang(actor):
    return entries.save(actor, WorkerDraft(name="杨秀英", role="carer", since="2026-03-01"))


@pytest.fixture
def li(actor):
    return entries.save(actor, WorkerDraft(name="李建国", role="carer", since="2026-09-01"))


@pytest.fixture
def course(actor):
    return trainings.save(actor, TrainingDraft(kind="pre_job", title="岗前安全课", day="2026-10-12", hours="7.5"))


def names(actor, training):
    return [one.name for one in trainings.takers(actor, training)]


def rate(plan, key):
    """Numerator, denominator, value and whether it is met, of an indicator of October."""
    known = register()
    found = figures_of(OCTOBER, known)
    asked = Known(OCTOBER, known, found.visits, found.beds, found.people)
    one = next(one for one in indicators(plan, asked) if key in (one.numerator and one.numerator.key))
    return one.numerator.value, one.denominator.value, one.value, one.met


def test_a_training_says_how_long_it_was_and_how_many_came(actor, yang, course, person):
    trainings.take(actor, course, Who(yang))
    trainings.take(actor, course, Who(None, person("王芳")), "王小芳")
    [row] = trainings.trainings(actor)
    assert (row.kind, row.title, row.day, row.minutes, row.hours) == (
        *("pre_job", "岗前安全课", dt.date(2026, 10, 12)),
        *(450, "7.50"),
    )
    assert (row.staff, row.residents) == (1, 1)
    first, second = trainings.takers(actor, course)
    assert (first.name, first.named_id, first.relative) == ("杨秀英", yang, "")
    assert second == Taker(second.id, "王芳", None, second.resident_id, "王小芳")


def test_what_is_missing_is_said_by_field(actor):
    with pytest.raises(InvalidDraft) as caught:
        trainings.save(actor, TrainingDraft(kind="", title="", day="2026-10-22", hours="0"))
    assert [(one.name, one.reason) for one in caught.value.fields] == [
        ("kind", Reason.REQUIRED),
        ("title", Reason.REQUIRED),
        ("day", Reason.FUTURE_DATE),
        ("hours", Reason.OUT_OF_RANGE),
    ]
    assert trainings.trainings(actor) == []


def test_it_can_be_put_right_and_taken_back(actor, course):
    draft = trainings.draft_of(course)
    assert (draft.hours, draft.day) == ("7.5", "2026-10-12")
    draft.hours = "8"
    trainings.save(actor, draft)
    assert trainings.trainings(actor)[0].minutes == 480
    undoing.take_back(actor, done.standing(actor)[0])
    assert trainings.trainings(actor)[0].minutes == 450


def test_nobody_takes_part_twice(actor, yang, course, person):
    trainings.take(actor, course, Who(yang))
    with pytest.raises(AlreadyRecorded, match="杨秀英"):
        trainings.take(actor, course, Who(yang))
    assert names(actor, course) == ["杨秀英"]
    assert [trainings.name_of(one) for one in (Who(yang), Who(resident_id=person("王芳")), Who())] == [
        "杨秀英",
        "王芳",
        "",
    ]


def test_who_was_not_there_is_taken_out_and_may_come_in_again(actor, yang, course):
    taker = trainings.take(actor, course, Who(yang))
    trainings.leave_out(actor, taker, "请假没来")
    assert names(actor, course) == []
    trainings.take(actor, course, Who(yang))
    assert names(actor, course) == ["杨秀英"]


def test_a_void_training_takes_its_people_with_it_and_undo_brings_both_back(actor, yang, course):
    trainings.take(actor, course, Who(yang))
    trainings.void(actor, course, "记错了")
    assert trainings.trainings(actor) == []
    undoing.take_back(actor, done.standing(actor)[0])
    assert names(actor, course) == ["杨秀英"]


def test_a_whole_list_is_entered_or_nothing_of_it(actor, yang):
    draft = TrainingDraft(kind="in_service", title="消防演练", day="2026-10-20", hours="2")
    with pytest.raises(AlreadyRecorded):
        trainings.take_all(actor, draft, [(Who(yang), ""), (Who(yang), "")])
    assert trainings.trainings(actor) == []


def test_nobody_takes_part_after_their_death(actor, person, course):
    gone = person("王芳", state="deceased", state_on="2026-10-01")
    with pytest.raises(DateRefused):
        trainings.take(actor, course, Who(None, gone))


def test_the_list_goes_by_kind_and_year(actor, course):
    trainings.save(actor, TrainingDraft(kind="in_service", title="压疮护理", day="2025-05-06", hours="3"))
    assert [one.title for one in trainings.trainings(actor)] == ["岗前安全课", "压疮护理"]
    assert [one.title for one in trainings.trainings(actor, TrainingQuery("in_service"))] == ["压疮护理"]
    assert [one.title for one in trainings.trainings(actor, TrainingQuery(year=2026))] == ["岗前安全课"]


def test_a_card_a_name_and_initials_are_scanned_one_after_the_other(actor, yang, course, person):
    wang = person("王芳")
    card = printed_codes.code_of(CodeKind.RESIDENT, wang)
    assert training_scans.scan(actor, course, card).kind == ScanKind.RECORDED
    assert training_scans.scan(actor, course, card).kind == ScanKind.AGAIN
    assert training_scans.scan(actor, course, "yxy").name == "杨秀英"
    assert names(actor, course) == ["王芳", "杨秀英"]


def test_several_of_one_name_are_offered_and_nobody_is_guessed(actor, course, person):
    person("王芳", community="春晓社区")
    person("王芳", community="前卫社区")
    entries.save(actor, WorkerDraft(name="王芳", role="carer"))
    taken = training_scans.scan(actor, course, "王芳")
    assert taken.kind == ScanKind.CHOOSE
    assert [(one.name, one.about) for one in taken.choices] == [
        ("王芳", ""),
        ("王芳", "春晓社区"),
        ("王芳", "前卫社区"),
    ]
    assert training_scans.record(actor, course, taken.choices[2].who).kind == ScanKind.RECORDED


def test_a_stranger_and_a_strange_card_are_refused_and_the_line_goes_on(actor, course):
    stranger = training_scans.scan(actor, course, "赵六")
    assert (stranger.kind, type(stranger.error)) == (ScanKind.REFUSED, NotFound)
    assert training_scans.scan(actor, course, "15301149999999900").kind == ScanKind.REFUSED


def test_two_spellings_made_one_take_part_once(actor, yang, li, course):
    trainings.take(actor, course, Who(yang))
    trainings.take(actor, course, Who(li))
    named.merge(actor, li, yang)
    assert names(actor, course) == ["杨秀英"]


def test_two_records_of_one_resident_take_part_once(actor, person, course):
    keep, other = person("王芳"), person("王方")
    for one in (keep, other):
        trainings.take(actor, course, Who(None, one))
    merging.merge(actor, keep, other, {})
    assert names(actor, course) == ["王芳"]


def test_a_visitor_neither_reads_nor_writes_trainings(actor, course, yang):
    visitor = Actor(None, "探访丙", "visitor", actor.station)
    for call in (
        lambda: trainings.trainings(visitor),
        lambda: trainings.take(visitor, course, Who(yang)),
        lambda: training_scans.scan(visitor, course, "杨秀英"),
    ):
        with pytest.raises(NotAllowed):
            call()


@pytest.mark.parametrize("plan", ["xishan", "yunnan", "yimen"])
def test_a_rate_of_training_says_nothing_while_nobody_keeps_trainings(actor, yang, li, plan):
    assert rate(plan, "trained_carers") == (None, 2, None, None)


@pytest.mark.parametrize("plan", ["xishan", "yunnan", "yimen"])
@pytest.mark.parametrize("kind", ["pre_job", "induction"])
def test_the_rate_of_initial_training_counts_carers_of_the_month(actor, yang, li, plan, kind):
    course = trainings.save(actor, TrainingDraft(kind=kind, title="护理基础", day="2025-03-02", hours="40"))
    assert rate(plan, "trained_carers") == (0, 2, 0, False)
    trainings.take(actor, course, Who(yang))
    assert rate(plan, "trained_carers") == (1, 2, 50, False)
    trainings.take(actor, course, Who(li))
    assert rate(plan, "trained_carers") == (2, 2, 100, True)
    # A cook's training raises no rate of carers.
    trainings.take(actor, course, Who(entries.save(actor, WorkerDraft(name="老周", role="cook"))))
    assert rate(plan, "trained_carers") == (2, 2, 100, True)


def test_training_of_skills_is_that_of_the_year(actor, yang):
    course = trainings.save(actor, TrainingDraft(kind="in_service", title="压疮护理", day="2025-12-31", hours="3"))
    trainings.take(actor, course, Who(yang))
    assert rate("yimen", "skilled_carers") == (0, 1, 0, False)
    new = trainings.save(actor, TrainingDraft(kind="in_service", title="压疮护理", day="2026-01-01", hours="3"))
    trainings.take(actor, new, Who(yang))
    assert rate("yimen", "skilled_carers") == (1, 1, 100, True)


def test_volunteers_among_the_residents_say_nothing_until_one_is_on_record(actor, person):
    one = person("王芳", born="1955-01-01")
    assert rate("kunming", "volunteers")[0] is None
    entries.save(actor, WorkerDraft(name="王芳", role="volunteer", resident_id=one))
    assert rate("kunming", "volunteers")[0] == 1
