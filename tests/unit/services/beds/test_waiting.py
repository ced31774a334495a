"""Who waits for a bed: class, grade, day, tie-break; each sentence true; what moved since, and why."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.core.waiting import Ended, Priority, SetsApart, Waiting, moved, ordered, sets_apart
from desktop.core.words.waiting_why import before_words, held_words, moved_words
from desktop.models.resident import Grade, Resident
from desktop.services import undoing
from desktop.services.beds import natures, offers, stays, waiting
from desktop.services.beds import places as beds
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.residents import card, merging, state_effects, states
from desktop.services.writing import done, rules
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

TODAY = dt.date(2026, 10, 21)
POOR, MARGIN = "minimum_living", "minimum_living_margin"
PRIORITIES, GRADES = list(Priority), ["", "intact", "mild", "moderate", "severe", "complete"]


def apply(actor, who, day="2026-10-01", **fields):
    return waiting.apply(actor, ApplicationDraft(who, day, **fields))


def graded(actor, who, grade, day):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident_id=who, grade=grade, assessed_on=dt.date.fromisoformat(day)))


def names(day=None):
    return [one.waiting.name for one in waiting.places(day)]


def place(who):
    (found,) = [one for one in waiting.places() if one.application.resident_id == who]
    return found


@pytest.fixture
def bed(actor):
    def make(number="1", **fields):
        return beds.save(actor, BedDraft(building="1号楼", room="304", number=number, **fields))

    return make


def test_the_order_is_class_then_grade_then_day_then_the_older_then_who_was_recorded_first(actor, person):
    late = person("普兰", born="1950-01-01", flags=[POOR, "disabled"])
    poor = person("李桂", born="1958-01-01", flags=["destitute_home"])
    graver, milder, same = person("杨秀"), person("杨英"), person("赵明", born="1944-03-05")
    older = person("王安", born="1936-05-01")
    for who, grade in ((graver, "severe"), (milder, "mild")):
        graded(actor, who, grade, "2026-09-01")
    for who, day in ((same, "2026-09-02"), (milder, "2026-09-01"), (older, "2026-09-02"), (graver, "2026-09-20")):
        apply(actor, who, day)
    twin = person("赵月", born="1944-03-05")
    for who, day in ((twin, "2026-09-02"), (poor, "2026-09-30"), (late, "2026-10-05")):
        apply(actor, who, day)
    line = [one.waiting for one in waiting.places()]
    assert [one.name for one in line] == ["普兰", "李桂", "杨秀", "杨英", "王安", "赵明", "赵月"]
    assert [sets_apart(*pair) for pair in itertools.pairwise(line)] == [
        SetsApart.PRIORITY,
        SetsApart.PRIORITY,
        SetsApart.GRADE,
        SetsApart.GRADE,
        SetsApart.AGE,
        SetsApart.RECORDED,
    ]
    assert [held_words(one, paper=True) for one in line[:3]] == [
        "第一类（低保、失能、70岁以上）",
        "第二类（特困分散供养）",
        "其他",
    ]
    assert before_words(line[0], line[1], SetsApart.PRIORITY, paper=True) == (
        "普兰在李桂之前：优先类别在前（普兰第一类（低保、失能、70岁以上），李桂第二类（特困分散供养））。"
    )
    assert before_words(line[2], line[3], SetsApart.GRADE, paper=True) == (
        "杨秀在杨英之前：同为其他，能力等级更重（杨秀重度失能，杨英轻度失能）。"
    )
    assert before_words(line[4], line[5], SetsApart.AGE, paper=True) == (
        "王安在赵明之前：同为其他、未评估、2026-09-02申请，更年长（王安1936-05-01出生，赵明1944-03-05出生）。"
    )


@pytest.mark.parametrize(
    ("flags", "age", "expected"),
    [
        ([POOR, "disabled"], 61, (Priority.FIRST, (POOR, "disabled"))),
        (
            ["minimum_living_margin", "partly_disabled"],
            61,
            (Priority.FIRST, ("minimum_living_margin", "partly_disabled")),
        ),
        ([POOR, "bereaved_family"], 61, (Priority.FIRST, (POOR, "bereaved_family"))),
        ([POOR], 70, (Priority.FIRST, (POOR, "70"))),
        ([POOR], 69, (Priority.OTHERS, ())),
        ([POOR], None, (Priority.OTHERS, ())),
        (["disabled"], 90, (Priority.OTHERS, ())),
        (["destitute_home"], 62, (Priority.SECOND, ("destitute_home",))),
        (["destitute_home", "dementia"], 62, (Priority.SECOND, ("destitute_home",))),
        (["entitled_group", "disabled"], 75, (Priority.OTHERS, ())),
    ],
)
def test_the_class_follows_from_what_somebody_is_on_the_day(actor, flags, age, expected):
    assert waiting.priority_of(flags, age, rules.waiting_classes(TODAY)) == expected


def test_the_classes_are_a_rule_from_a_day_on(actor, person):
    apply(actor, person("王芳"), "2026-09-01")
    apply(actor, person("李兰", flags=["dementia"]), "2026-10-01")
    assert names() == ["王芳", "李兰"]
    nobody = {"economic": [], "flags": [], "age": 0}
    only = {"first": {"economic": [], "flags": ["dementia"], "age": 0}, "second": nobody}
    rules.set_rule(actor, "waiting_classes", dt.date(2026, 10, 5), only, "区里要求")
    assert names(dt.date(2026, 10, 4)) == ["王芳", "李兰"]
    assert names() == ["李兰", "王芳"]
    with pytest.raises(InvalidDraft):
        rules.set_rule(
            actor, "waiting_classes", TODAY, {"first": nobody | {"economic": ["disabled"]}, "second": nobody}
        )


def test_facts_of_a_day_decide_the_order_of_that_day(actor, person):
    first, second = person("王芳"), person("李兰")
    apply(actor, first, "2026-09-01")
    apply(actor, second, "2026-09-02")
    graded(actor, second, "complete", "2026-10-03")
    assert (names(dt.date(2026, 10, 2)), names()) == (["王芳", "李兰"], ["李兰", "王芳"])
    (_, two) = waiting.moves(dt.date(2026, 10, 2))
    assert moved_words(two, paper=True) == ("从第1位到第2位：李兰现在排到前面（已有评估），后退1位。")


def test_an_admission_into_such_a_bed_a_departure_or_a_withdrawal_ends_it(actor, person, bed):
    lies, gone, tired, other, stays_on = (person(name) for name in ("王芳", "李兰", "杨秀", "赵明", "周莲"))
    for who in (lies, gone, tired, other, stays_on):
        apply(actor, who, "2026-09-01", kind="nursing" if who == other else "")
    (ended,) = [one.id for one in waiting.applications(tired)]
    stays.admit(actor, StayDraft(lies, bed("1"), "2026-10-03"))
    stays.admit(actor, StayDraft(other, bed("2", kind="ordinary"), "2026-10-03"))
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 4), "去女儿家")
    waiting.withdraw(actor, ended, "2026-10-05", "改在家照护")
    assert names() == ["赵明", "周莲"], "an ordinary bed is not the nursing bed that was applied for"
    assert names(dt.date(2026, 10, 2)) == ["王芳", "李兰", "杨秀", "赵明", "周莲"]
    last = waiting.moves(dt.date(2026, 10, 2))[-1]
    assert (last.before, last.position, [one.ended for one in last.passed]) == (
        5,
        2,
        [Ended.ADMITTED, Ended.LEFT, Ended.WITHDRAWN],
    )
    assert moved_words(last, paper=True) == (
        "从第5位到第2位：前面的王芳已入住，前进1位。前面的李兰已不在册，前进1位。前面的杨秀已撤回申请，前进1位。"
    )
    states.apply(actor, gone, "on_register", dt.date(2026, 10, 6), "回来")
    assert "李兰" not in names(), "who comes back applies anew"
    apply(actor, gone, "2026-10-07")
    assert names()[-1] == "李兰"


def test_a_bed_that_became_something_else_gives_no_place_back(actor, person, bed):
    lies, other = person("王芳"), person("李兰")
    apply(actor, lies, "2026-09-01")
    apply(actor, other, "2026-09-02", kind="nursing")
    one, two = bed("1"), bed("2", kind="ordinary")
    stays.admit(actor, StayDraft(lies, one, "2026-10-03"))
    stays.admit(actor, StayDraft(other, two, "2026-10-04"))
    natures.record(actor, NatureDraft(one, "2026-10-10", "nursing", "day"))
    natures.record(actor, NatureDraft(two, "2026-10-12", "nursing", "full"))
    assert (names(dt.date(2026, 10, 2)), names(dt.date(2026, 10, 11)), names()) == (["王芳", "李兰"], ["李兰"], [])
    assert apply(actor, lies, "2026-10-11"), "who lies in a day-care place may apply for a full one"
    assert names() == ["王芳"]


def test_a_bed_is_offered_as_what_it_is_on_that_day(actor, person, bed):
    one, made = bed("1", kind="ordinary"), apply(actor, person("王芳"), "2026-09-01", kind="nursing")
    natures.record(actor, NatureDraft(one, "2026-10-10", "nursing", "full"))
    with pytest.raises(InvalidDraft) as caught:
        offers.offer(actor, OfferDraft(made, one, "2026-10-09"))
    assert [(item.name, item.reason) for item in caught.value.fields] == [("bed_id", Reason.BED_DOES_NOT_FIT)]
    # On that day the first in line wanted no such bed: the next one needs no reason.
    late = apply(actor, person("李兰"), "2026-09-02")
    offers.void(actor, offers.offer(actor, OfferDraft(late, one, "2026-10-09")), "录错日期")
    with pytest.raises(InvalidDraft) as caught:
        offers.offer(actor, OfferDraft(late, one, "2026-10-10"))
    assert [(item.name, item.hint) for item in caught.value.fields] == [("turn_reason", "王芳")]
    assert offers.offer(actor, OfferDraft(made, one, "2026-10-10"))


def test_nobody_is_called_older_or_graver_than_somebody_of_whom_it_is_not_known(actor, person):
    people = [person(name, born="1944-03-05") for name in ("王芳", "李兰", "杨秀")]
    for who in people:
        apply(actor, who, "2026-09-01")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(unit.living(Resident, people[0]), {"born_on": None})
    graded(actor, people[2], "intact", "2026-10-05")
    line = [one.waiting for one in waiting.places()]
    assert [before_words(*pair, sets_apart(*pair), paper=True) for pair in itertools.pairwise(line)] == [
        "杨秀在李兰之前：同为其他，已有评估（杨秀能力完好，李兰未评估）。",
        "李兰在王芳之前：同为其他、未评估、2026-09-01申请，出生日期有登记（李兰1944-03-05出生，王芳出生日期不详）。",
    ]
    moved_on = {one.now.name: moved_words(one, paper=True) for one in waiting.moves(dt.date(2026, 10, 4))}
    assert moved_on == {
        "杨秀": "从第2位到第1位：现在排到李兰前面（已有评估），前进1位。",
        "李兰": "从第1位到第2位：杨秀现在排到前面（已有评估），后退1位。",
        "王芳": "仍排第3位。",
    }


def test_two_of_one_name_are_told_from_each_other(actor, person):
    older, younger = person("王芳", born="1944-03-05"), person("王芳", born="1951-07-08")
    twins = [person("李兰", born="1944-03-05", not_same=True) for _ in range(2)]
    numbers = [apply(actor, who, "2026-09-01") for who in (older, younger, *twins)]
    line = [one.waiting for one in waiting.places()]
    assert [before_words(*pair, sets_apart(*pair), paper=True) for pair in itertools.pairwise(line)] == [
        "王芳（1944-03-05出生）在李兰（第{2}号登记）之前：同为其他、未评估、2026-09-01申请、1944-03-05出生，"
        "登记在先（王芳（1944-03-05出生）第{0}号登记，李兰（第{2}号登记）第{2}号登记）。".format(*numbers),
        "李兰（第{2}号登记）在李兰（第{3}号登记）之前：同为其他、未评估、2026-09-01申请、1944-03-05出生，"
        "登记在先（李兰（第{2}号登记）第{2}号登记，李兰（第{3}号登记）第{3}号登记）。".format(*numbers),
        "李兰（第{3}号登记）在王芳（1951-07-08出生）之前：同为其他、未评估、2026-09-01申请，"
        "更年长（李兰（第{3}号登记）1944-03-05出生，王芳（1951-07-08出生）1951-07-08出生）。".format(*numbers),
    ]
    waiting.withdraw(actor, numbers[0], "2026-10-05", "改在家照护")
    assert moved_words(waiting.moves(dt.date(2026, 10, 4))[-1], paper=True) == (
        "从第4位到第3位：前面的王芳（1944-03-05出生）已撤回申请，前进1位。"
    )


def test_who_waits_by_a_second_application_did_not_apply_just_now(actor, person):
    keep, other = person("王芳", born="1944-03-06"), person("王芳")
    first = apply(actor, keep, "2026-09-01")
    apply(actor, other, "2026-09-05")
    apply(actor, person("李兰", born="1950-01-01"), "2026-09-05")
    merging.merge(actor, keep, other, {})
    waiting.withdraw(actor, first, "2026-10-05", "重复申请")
    assert [moved_words(one, paper=True) for one in waiting.moves(dt.date(2026, 10, 4))] == [
        "按另一份申请（2026-09-05申请）排第1位。",
        "仍排第2位。前面的王芳已撤回申请，前进1位。王芳现在排到前面（更年长），后退1位。",
    ]


def test_what_is_refused(actor, person, bed):
    who = person("王芳")
    one = apply(actor, who)
    with pytest.raises(AlreadyRecorded):
        apply(actor, who, kind="nursing")
    assert apply(actor, who, mode="day"), "for another mode somebody waits apart"
    with pytest.raises(InvalidDraft) as caught:
        waiting.withdraw(actor, one, "2026-09-30", "改在家照护")
    assert caught.value.fields[0].name == "ended_on"
    with pytest.raises(InvalidDraft):
        waiting.withdraw(actor, one, "2026-10-08", " ")
    waiting.withdraw(actor, one, "2026-10-08", "改在家照护")
    with pytest.raises(AlreadyRecorded):
        waiting.withdraw(actor, one, "2026-10-08", "改在家照护")
    lies = person("李兰")
    stays.admit(actor, StayDraft(lies, bed(), "2026-10-01"))
    with pytest.raises(InvalidDraft) as caught:
        apply(actor, lies, "2026-10-02")
    assert caught.value.fields[0].hint == "2026-10-01"
    gone = person("杨秀")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 1), "去女儿家")
    with pytest.raises(DateRefused):
        apply(actor, gone, "2026-10-02")
    with pytest.raises(NotFound):
        apply(actor, 99_999)


def test_it_is_put_right_void_and_taken_back(actor, person):
    first, second = person("王芳"), person("李兰")
    one = apply(actor, first, "2026-09-01")
    apply(actor, second, "2026-09-02")
    draft = waiting.draft_of(one)
    draft.applied_on, draft.remark = "2026-09-03", "日期录错"
    waiting.change(actor, one, draft)
    assert names() == ["李兰", "王芳"]
    undoing.take_back(actor, done.standing(actor)[0])
    assert names() == ["王芳", "李兰"]
    waiting.void(actor, one, "没有申请过")
    assert names() == ["李兰"]
    undoing.take_back(actor, done.standing(actor)[0])
    assert names() == ["王芳", "李兰"]


def test_a_merge_keeps_the_applications_and_its_undo_gives_them_back(actor, person):
    keep, other = person("王芳", born="1944-03-06"), person("王芳")
    apply(actor, keep, "2026-10-05")
    early = apply(actor, other, "2026-09-01")
    apply(actor, person("李兰"), "2026-10-01")
    merge = merging.merge(actor, keep, other, {})
    assert names() == ["王芳", "李兰"], "one person has one place: the earlier application's"
    assert place(keep).application.id == early
    merging.undo_merge(actor, merge, "不是同一人")
    assert names() == ["王芳", "李兰", "王芳"]


# A slow twin of the order, by hand: who of two comes first.
def comes_first(one, other):
    if one.priority != other.priority:
        return PRIORITIES.index(one.priority) < PRIORITIES.index(other.priority)
    if one.grade != other.grade:
        return GRADES.index(one.grade) > GRADES.index(other.grade)
    if one.applied_on != other.applied_on:
        return one.applied_on < other.applied_on
    if one.born_on != other.born_on:
        return other.born_on is None or (one.born_on is not None and one.born_on < other.born_on)
    return one.application_id < other.application_id


DAYS = st.integers(0, 4).map(lambda days: dt.date(2026, 9, 1) + dt.timedelta(days=days))
FACTS = st.tuples(
    st.sampled_from(PRIORITIES),
    st.sampled_from(GRADES),
    DAYS,
    st.one_of(st.none(), st.sampled_from([dt.date(1940, 1, 1), dt.date(1950, 1, 1)])),
)


def someone(number, facts):
    priority, grade, applied_on, born_on = facts
    return Waiting(number, number, f"人{number}", priority, (), grade, applied_on, born_on)


@given(st.lists(FACTS, max_size=12))
def test_the_order_is_that_of_a_slow_sort_and_every_sentence_is_true(facts):
    people = [someone(number, one) for number, one in enumerate(facts, 1)]
    slow = []
    left = list(people)
    while left:
        (first,) = [one for one in left if all(one is other or comes_first(one, other) for other in left)]
        slow.append(first)
        left.remove(first)
    line = ordered(reversed(people))
    assert line == slow
    said = {
        SetsApart.PRIORITY: lambda a, b: PRIORITIES.index(a.priority) < PRIORITIES.index(b.priority),
        SetsApart.GRADE: lambda a, b: a.priority == b.priority and GRADES.index(a.grade) > GRADES.index(b.grade),
        SetsApart.DATE: lambda a, b: (a.priority, a.grade) == (b.priority, b.grade) and a.applied_on < b.applied_on,
        SetsApart.AGE: lambda a, b: (
            (a.priority, a.grade, a.applied_on) == (b.priority, b.grade, b.applied_on)
            and a.born_on is not None
            and (b.born_on is None or a.born_on < b.born_on)
        ),
        SetsApart.RECORDED: lambda a, b: (
            (a.priority, a.grade, a.applied_on, a.born_on) == (b.priority, b.grade, b.applied_on, b.born_on)
            and a.application_id < b.application_id
        ),
    }
    for at, one in enumerate(line):
        for other in line[at + 1 :]:
            assert said[sets_apart(one, other)](one, other)


@given(st.lists(st.tuples(FACTS, FACTS, st.sampled_from(["both", "then", "now"])), max_size=9))
def test_every_place_that_somebody_moved_is_explained_once(facts):
    both = [(someone(number, a), someone(number, b), when) for number, (a, b, when) in enumerate(facts, 1)]
    then = ordered(a for a, _b, when in both if when != "now")
    now = ordered(b for _a, b, when in both if when != "then")
    ended = {a.application_id: Ended.ADMITTED for a, _b, when in both if when == "then"}
    stood, stands = ([one.application_id for one in line] for line in (then, now))
    since = dt.date(2026, 9, 3)
    found = moved(then, now, ended, since)
    assert [one.now for one in found] == now
    for one in found:
        me = one.now.application_id
        assert one.position == stands.index(me) + 1
        assert one.before == (stood.index(me) + 1 if me in stood else None)
        if one.before is None:
            continue
        assert one.position - one.before == sum(-1 if passed.forwards else 1 for passed in one.passed)
        for passed in one.passed:
            other = passed.other.application_id
            was_ahead = other in stood and stood.index(other) < stood.index(me)
            is_ahead = other in stands and stands.index(other) < stands.index(me)
            assert (was_ahead, is_ahead) == (passed.forwards, not passed.forwards)
            assert (passed.ended is None) == (other in stands)
            assert passed.new == (other not in stood and passed.other.applied_on > since)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from([POOR, "destitute_home", "disabled", "bereaved_family"]), unique=True),
            st.sampled_from(GRADES),
            st.sampled_from(["1936-05-01", "1950-02-03", "1957-06-07"]),
            st.integers(1, 8),
        ),
        max_size=6,
    )
)
def test_the_line_of_the_register_is_that_of_a_slow_sort(actor, person, people):
    with forgotten():
        told = []
        for at, (flags, grade, born, day) in enumerate(people):
            who = person(f"王{'甲乙丙丁戊己'[at]}", born=born, flags=flags)
            if grade:
                graded(actor, who, grade, "2026-09-01")
            one = apply(actor, who, f"2026-10-0{day}")
            poor = POOR in flags or "destitute_home" in flags
            needs = born < "1956-10" or "disabled" in flags or "bereaved_family" in flags
            first = Priority.SECOND if "destitute_home" in flags else Priority.OTHERS
            priority = Priority.FIRST if poor and needs else first
            told.append((PRIORITIES.index(priority), -GRADES.index(grade), day, born, one))
        assert [one.application.id for one in waiting.places()] == [row[-1] for row in sorted(told)]
        assert [one.position for one in waiting.places()] == list(range(1, len(people) + 1))


def test_the_form_opens_what_was_typed(actor, person):
    who = person("王芳")
    one = apply(actor, who, kind="nursing", remark="要一楼")
    assert waiting.draft_of(one) == ApplicationDraft(who, "2026-10-01", "full", "nursing", "要一楼")


def test_the_card_and_a_departure_tell_of_it(actor, person):
    first, second = person("王芳"), person("李兰")
    apply(actor, first, "2026-09-01")
    apply(actor, second, "2026-09-02")
    (waits,) = card.card(second).waits
    assert (waits.position, waits.application.mode) == (2, "full")
    assert state_effects.effects(first, "moved_out", TODAY).waits == ("full",)
    assert state_effects.effects(first, "on_register", TODAY).waits == ()
    assert card.card(person("杨秀")).waits == ()


def test_what_moved_is_asked_since_a_day_that_has_come():
    assert waiting.since_day("2026-10-01") == dt.date(2026, 10, 1)
    for typed in ("", "2099-01-01", "昨天左右"):
        with pytest.raises(InvalidDraft):
            waiting.since_day(typed)
