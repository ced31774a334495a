"""Two results of one day, a grade taken back, the category that a grade proposes (rules.md A4, A5, B5)."""

import datetime as dt

import pytest

from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.services import figures, undoing
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.named import aliases, entries
from desktop.services.register.snapshot import register
from desktop.services.residents import forms, grades, proposals, states
from desktop.services.writing import done, rules

MONTH = Month(2026, 9)


def assess(actor, resident, grade, day="2026-09-01"):
    draft = forms.draft_of(resident)
    draft.grade, draft.grade_on = grade, day
    forms.save(actor, draft)


@pytest.fixture
def inmate(person, actor):
    """王芳, in a nursing bed for the whole of September."""
    one = person("王芳")
    bed = beds.save(actor, BedDraft(room="101", number="1"))
    stays.admit(actor, StayDraft(one, bed, "2026-08-15"))
    return one


def subsidy():
    return yuan_text(figures.beds(MONTH).operating_subsidy_fen)


def test_a_person_says_which_of_two_results_of_a_day_holds_and_the_subsidy_follows(inmate, actor):
    assess(actor, inmate, "severe")
    assess(actor, inmate, "mild")
    assert subsidy() == "70.00"
    first, second = grades.grades_of(inmate)
    assert [(one.grade, one.beside, one.first) for one in (first, second)] == [
        ("mild", 1, True),
        ("severe", 1, False),
    ]
    assert [(one.name, one.assessed_on) for one in grades.contested()] == [("王芳", dt.date(2026, 9, 1))]
    grades.hold(actor, second.id)
    assert subsidy() == "150.00"
    assert register().grade_on(inmate, dt.date(2026, 9, 1)) == "severe"
    assert grades.contested() == []
    undoing.take_back(actor, done.latest())
    assert subsidy() == "70.00"


def test_a_grade_that_is_put_back_on_its_day_is_recorded_and_holds(inmate, actor):
    """rules.md A4: the third save said that it had saved, and the grade stayed mild."""
    for grade, paid in (("severe", "150.00"), ("mild", "70.00"), ("severe", "150.00")):
        assess(actor, inmate, grade)
        assert (forms.draft_of(inmate).grade, subsidy()) == (grade, paid)
    assert [one.grade for one in grades.grades_of(inmate)] == ["severe", "mild", "severe"]
    # One of the three is a mistake: it is chosen and made void, and the others stand.
    grades.void(actor, grades.grades_of(inmate)[1].id, "录错")
    assert (subsidy(), grades.contested()) == ("150.00", [])


def test_a_grade_can_be_voided_with_a_reason_and_the_one_before_holds_again(inmate, actor):
    assess(actor, inmate, "mild", "2026-08-01")
    assess(actor, inmate, "severe")
    newest = grades.grades_of(inmate)[0]
    with pytest.raises(ReasonNeeded):
        grades.void(actor, newest.id, " ")
    grades.void(actor, newest.id, "填错了人")
    assert subsidy() == "70.00"
    assert query.text("SELECT void_reason FROM grade WHERE id = ?", [newest.id]) == "填错了人"
    with pytest.raises(NotFound):
        grades.hold(actor, newest.id)


@pytest.mark.parametrize(
    ("grade", "proposed"),
    [
        *(("intact", []), ("mild", ["partly_disabled"]), ("moderate", ["disabled"])),
        *(("severe", ["disabled"]), ("complete", ["disabled"])),
    ],
)
def test_a_grade_proposes_disabled_or_partly_disabled_and_sets_nothing(person, actor, grade, proposed):
    one = person("王芳")
    assess(actor, one, grade)
    assert [(found.resident_id, found.flag) for found in proposals.proposals()] == [(one, flag) for flag in proposed]
    assert register().flags_on(one, dt.date(2026, 10, 1)) == ()


def test_a_recorded_proposal_is_a_flag_from_the_day_of_the_grade(person, actor):
    one = person("王芳")
    assess(actor, one, "moderate")
    proposals.accept(actor, one)
    known = register()
    assert known.flags_on(one, dt.date(2026, 9, 1)) == ("disabled",)
    assert known.flags_on(one, dt.date(2026, 8, 31)) == ()
    assert proposals.proposals() == []
    with pytest.raises(NotFound):
        proposals.accept(actor, one)


def test_who_gets_worse_is_partly_disabled_until_the_day_before(person, actor):
    one = person("王芳")
    assess(actor, one, "mild", "2026-08-01")
    proposals.accept(actor, one)
    assess(actor, one, "severe", "2026-10-05")
    proposals.accept(actor, one)
    known = register()
    assert known.flags_on(one, dt.date(2026, 10, 4)) == ("partly_disabled",)
    assert known.flags_on(one, dt.date(2026, 10, 5)) == ("disabled",)
    undoing.take_back(actor, done.latest())
    assert register().flags_on(one, dt.date(2026, 10, 5)) == ("partly_disabled",)


def test_who_is_recorded_as_disabled_is_not_proposed_as_partly_disabled(person, actor):
    one = person("王芳")
    add_flag(actor, one, "disabled", "2026-08-01")
    assess(actor, one, "mild")
    assert proposals.proposals() == []


def test_what_a_grade_proposes_is_a_rule_of_its_day(person, actor):
    """rules.md B5: the threshold is data, and a grade is judged by the rule of the day of its assessment."""
    early, late = person("早评"), person("晚评")
    rules.set_rule(actor, "grade_proposals", dt.date(2026, 10, 1), {"disabled": ["severe"], "partly_disabled": []})
    assess(actor, early, "moderate", "2026-09-30")
    assess(actor, late, "moderate", "2026-10-01")
    assert [(found.resident_id, found.flag) for found in proposals.proposals()] == [(early, "disabled")]
    assess(actor, late, "severe", "2026-10-02")
    assert {found.resident_id for found in proposals.proposals()} == {early, late}


def test_a_proposal_that_was_put_away_comes_back_with_another_grade_only(person, actor):
    one = person("王芳")
    assess(actor, one, "moderate")
    with pytest.raises(ReasonNeeded):
        proposals.put_away(actor, one, "")
    proposals.put_away(actor, one, "已有家人照护")
    assert proposals.proposals() == []
    assess(actor, one, "severe", "2026-10-01")
    assert [(found.grade, found.on) for found in proposals.proposals()] == [("severe", dt.date(2026, 10, 1))]


def test_who_recovered_or_held_the_flag_or_left_is_not_proposed(person, actor):
    better, held, ended, before, gone = (person(name) for name in ("好转", "已有", "结束", "以前", "离开"))
    for one in (better, held, ended, before, gone):
        assess(actor, one, "severe", "2026-08-01")
    assess(actor, better, "intact")
    for one, flag in ((held, ("disabled", "2026-08-01")), (ended, ("disabled", "2026-07-01", "2026-09-30"))):
        add_flag(actor, one, *flag)
    add_flag(actor, before, "disabled", "2026-01-01", "2026-03-01")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 1), "随子女")
    assert [found.resident_id for found in proposals.proposals()] == [before]


def add_flag(actor, resident, kind, first, last=""):
    draft = forms.draft_of(resident)
    draft.flags.append(forms.FlagDraft(kind, first, last))
    forms.save(actor, draft)


def test_who_assessed_bears_the_name_of_that_day(person, actor):
    somebody = person("王芳")
    draft = forms.draft_of(somebody)
    draft.grade, draft.grade_on, draft.grade_assessor = "mild", "2026-09-01", "小杨"
    forms.save(actor, draft)
    assert [one.assessor for one in grades.grades_of(somebody)] == ["小杨"], "nobody said yet who that is"
    aliases.answer(actor, NamedList.PERSON, "小杨", entries.add(actor, NamedList.PERSON, "杨秀英"))
    assert [one.assessor for one in grades.grades_of(somebody)] == ["杨秀英"]
    assert forms.draft_of(somebody).grade_assessor == "小杨", "the record keeps what was typed"
    assert grades.assessors() == ["小杨"]
