"""Assessments with the grades that they make: recorded whole, held, void, merged, due again by rule."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from desktop.core import i18n
from desktop.core.answers import DueStage
from desktop.core.assessment import RiskEvent, items
from desktop.core.errors import DateRefused, InvalidDraft, NotAllowed
from desktop.core.period import Month
from desktop.core.words import graded
from desktop.models import query
from desktop.models.assessment import Assessment
from desktop.services import undoing
from desktop.services.residents import assessments, forms, grades, merging, proposals, states
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import done, months, rules
from desktop.services.writing.actor import Actor
from tests.unit.core.test_assessment import points

DAY = "2026-10-08"
FALLS = {"fall": 2}


def draft(who, total=62, day=DAY, **more):
    said = {"reason": "first", "assessor": "李明", "second_assessor": "王琴", "answers": points(total)} | more
    return AssessmentDraft(who, day, **said)


def record(actor, who, total=62, day=DAY, **more):
    return assessments.record(actor, draft(who, total, day, **more))


def wrong(actor, about):
    with pytest.raises(InvalidDraft) as caught:
        assessments.record(actor, about)
    return [(one.name, one.reason, one.hint) for one in caught.value.fields]


def held(who):
    return [(one.grade, str(one.assessed_on), one.beside, one.bare) for one in grades.grades_of(who)]


# Recorded whole


def test_an_assessment_makes_its_grade_in_one_act_and_is_taken_back_whole(actor, person):
    who = person("王芳")
    one = record(actor, who, events=FALLS, diagnoses=("i10", "F00"))
    assert held(who) == [("severe", DAY, 0, False)]
    (row,) = assessments.of(who)
    assert (row.id, row.day, row.reason, row.coma, row.valid_to) == (
        *(one, dt.date(2026, 10, 8), "first", False),
        dt.date(2027, 10, 7),
    )
    assert row.answers == points(62) and list(row.answers) == [item.key for item in items()]
    assert (row.diagnoses, row.graded.events, row.assessors) == (("I10", "F00"), {RiskEvent.FALL: 2}, ("李明", "王琴"))
    assert (row.graded.total, row.graded.by_points, row.graded.grade) == (62, "moderate", "severe")
    assert row.grade_uid == grades.grades_of(who)[0].uid
    undoing.take_back(actor, done.latest())
    assert (assessments.of(who), held(who)) == ([], [])


def test_an_agency_with_its_report_stands_for_two_assessors(actor, person):
    who = person()
    record(actor, who, assessor="", second_assessor="", agency="春城评估", report_no="2026-118")
    (row,) = assessments.of(who)
    assert (row.assessors, row.agency, row.report_no) == ((), "春城评估", "2026-118")
    assert grades.grades_of(who)[0].assessor == "春城评估"


def test_in_coma_no_item_is_asked_or_all_are(actor, person):
    one, other = person("甲"), person("乙")
    record(actor, one, coma=True, answers={})
    record(actor, other, 80, coma=True)
    assert [held(who)[0][0] for who in (one, other)] == ["complete", "complete"]
    assert [assessments.of(who)[0].graded.total for who in (one, other)] == [None, 80]
    lacking = {"eating": 4}
    assert len(wrong(actor, draft(one, coma=True, answers=lacking))) == 25


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"assessor": ""}, [("assessor", "required", "")]),
        ({"second_assessor": ""}, [("second_assessor", "required", "")]),
        ({"second_assessor": "李明"}, [("second_assessor", "same_assessor", "")]),
        ({"agency": "春城评估"}, [("report_no", "required", "")]),
        ({"reason": ""}, [("reason", "required", "")]),
        ({"day": "2099-01-01"}, [("day", "future_date", "")]),
        ({"diagnoses": ("F00", "痴呆")}, [("diagnoses", "unknown_word", "")]),
        ({"events": {"flood": 1}}, [("events", "unknown_word", "")]),
        ({"events": {"fall": -1}}, [("events", "out_of_range", "0–99")]),
        ({"answers": points(62) | {"stairs": 4}}, [("stairs", "out_of_range", "0–3")]),
        ({"answers": points(62) | {"stairs": True}}, [("stairs", "bad_number", "")]),
        ({"answers": points(62) | {"flying": 1}}, [("answers", "unknown_word", "")]),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(actor, person, change, found):
    assert wrong(actor, draft(person(), **change)) == found
    assert query.count("SELECT count(*) FROM grade") == query.count("SELECT count(*) FROM assessment") == 0


def test_every_item_has_to_be_answered(actor, person):
    answers = points(62)
    del answers["eating"], answers["social"]
    found = wrong(actor, draft(person(), answers=answers))
    assert found == [("eating", "required", ""), ("social", "required", "")]


def test_the_same_twice_is_refused_and_nobody_dead_is_assessed(actor, person):
    who = person()
    record(actor, who)
    assert wrong(actor, draft(who)) == [("day", "already_recorded", "")]
    states.apply(actor, who, "deceased", dt.date(2026, 10, 9), "病故")
    with pytest.raises(DateRefused):
        record(actor, who, day="2026-10-10")


def test_an_auditor_assesses_nobody(actor, person):
    who = person()
    with pytest.raises(NotAllowed):
        record(Actor(None, "审计", "auditor", actor.station), who)


def test_a_fact_learned_late_is_recorded_with_its_true_day(actor, person):
    who = person()
    months.close(actor, Month(2026, 9), "{}")
    record(actor, who, day="2026-09-03")
    assert held(who) == [("moderate", "2026-09-03", 0, False)]


# Two results, void, merged


def test_of_two_results_a_person_says_which_holds_and_the_other_goes_with_its_answers(actor, person):
    who = person("王芳")
    record(actor, who, 62)
    record(actor, who, 40, reason="again")
    assert [one[:3] for one in held(who)] == [("severe", DAY, 1), ("moderate", DAY, 1)]
    assert [one.name for one in grades.contested()] == ["王芳"]
    grades.hold(actor, grades.grades_of(who)[1].id)
    assert [row.graded.total for row in assessments.of(who)] == [62]
    assert grades.contested() == []
    undoing.take_back(actor, done.latest())
    assert [row.graded.total for row in assessments.of(who)] == [40, 62]


def test_a_grade_that_is_void_takes_its_assessment_along(actor, person):
    who = person()
    record(actor, who, 70, "2025-10-08")
    record(actor, who, 20)
    grades.void(actor, grades.grades_of(who)[0].id, "评错人")
    assert [row.graded.total for row in assessments.of(who)] == [70]
    assert [row.void_reason for row in Assessment.select().order_by(Assessment.id)] == ["", "评错人"]


@pytest.mark.parametrize("both", [True, False])
def test_of_two_records_of_one_person_each_result_keeps_answers_once(actor, person, both):
    keep, other = person("王芳"), person("王方")
    record(actor, other, 62, agency="春城评估", report_no="7")
    if both:
        record(actor, keep, 60)
    else:
        form = forms.draft_of(keep)
        form.grade, form.grade_on = "moderate", DAY
        forms.save(actor, form)
    merge = merging.merge(actor, keep, other, {})
    assert [one[0] for one in held(keep)] == ["moderate"]
    assert [row.graded.total for row in assessments.of(keep)] == [60 if both else 62]
    merging.undo_merge(actor, merge, "不是同一人")
    assert [row.graded.total for row in assessments.of(other)] == [62]
    assert [row.graded.total for row in assessments.of(keep)] == ([60] if both else [])


@pytest.mark.parametrize(("side", "total"), [("keep", 80), ("other", 62)])
def test_the_result_that_gives_way_in_a_merge_takes_its_answers_along(actor, person, side, total):
    keep, other = person("王芳"), person("王方")
    record(actor, keep, 80)
    record(actor, other, 62)
    merging.merge(actor, keep, other, {"grades": side})
    assert [row.graded.total for row in assessments.of(keep)] == [total]
    assert len(held(keep)) == 1


# Due again


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-10-08", "2027-10-07"),
        ("2026-01-01", "2026-12-31"),
        ("2026-03-01", "2027-02-28"),
        ("2024-02-29", "2025-02-28"),
    ],
)
def test_it_holds_for_twelve_months(actor, day, last):
    assert assessments.valid_to(dt.date.fromisoformat(day)) == dt.date.fromisoformat(last)


def test_for_how_long_is_a_rule_from_a_day_on(actor):
    rules.set_rule(actor, "assessment_months", dt.date(2026, 10, 9), 6)
    found = [assessments.valid_to(dt.date(2026, *day)) for day in ((10, 8), (10, 9), (8, 31))]
    assert found == [dt.date(2027, 10, 7), dt.date(2027, 4, 8), dt.date(2027, 8, 30)]
    with pytest.raises(InvalidDraft):
        rules.set_rule(actor, "assessment_months", dt.date(2026, 10, 9), 0)


def test_who_is_due_goes_by_the_grade_in_force_also_a_bare_one(actor, person):
    soon, over, renewed, undated = person("甲"), person("乙"), person("丙"), person("丁")
    record(actor, soon, day="2025-10-20")
    for who, day in ((over, "2025-01-05"), (renewed, "2024-01-05"), (undated, "")):
        form = forms.draft_of(who)
        form.grade, form.grade_on = "mild", day
        forms.save(actor, form)
    record(actor, renewed, day="2026-09-01")
    assert forms.draft_of(undated).grade == "mild"
    found = assessments.due(dt.date(2026, 9, 19))
    assert [(one.name, str(one.valid_to), one.stage, one.bare) for one in found] == [
        ("乙", "2026-01-04", DueStage.ENDED, True),
        ("甲", "2026-10-19", DueStage.WITHIN_30, False),
    ]
    assert [one.name for one in assessments.due(dt.date(2026, 1, 4))] == ["乙"]


# Proposed


def test_the_final_grade_proposes_the_category(actor, person):
    who = person("王芳")
    record(actor, who, 70)
    assert [one.flag for one in proposals.proposals()] == ["partly_disabled"]
    record(actor, who, 70, "2026-10-20", events=FALLS, reason="at_once")
    assert [(one.flag, one.on) for one in proposals.proposals()] == [("disabled", dt.date(2026, 10, 20))]


def test_the_sentence_of_a_row_on_record(actor, person):
    i18n.install("zh_CN")
    who = person()
    record(actor, who, events={"fall": 1, "lost": 1, "choking": 0})
    words = graded.sentence(assessments.of(who)[0].graded)
    assert words == "62 分 中度；近30天跌倒1次、走失1次，上调一级 → 重度"
    assert json.loads(Assessment.get().events) == {"fall": 1, "lost": 1}


def test_the_two_who_assessed_last_are_offered_for_the_next(actor, person):
    assert assessments.last_pair() == ("", "")
    record(actor, person("王芳"), second_assessor="王琴")
    record(actor, person("李强"), assessor="赵敏", second_assessor="吴刚")
    record(actor, person("周丽"), assessor="", second_assessor="", agency="春城评估", report_no="2026-118")
    assert assessments.last_pair() == ("赵敏", "吴刚")
