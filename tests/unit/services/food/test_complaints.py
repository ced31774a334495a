"""投诉与意见: of somebody on record or of nobody, open until it is answered; counted where each happened."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, NotFound, ReasonNeeded
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.services import undoing
from desktop.services.figures import canteen
from desktop.services.figures.explained import explain
from desktop.services.food import complaints
from desktop.services.food.complaints import AnswerDraft, ComplaintDraft
from desktop.services.writing import done, months

OCTOBER, SEPTEMBER = Month(2026, 10), Month(2026, 9)


def fields_of(refused):
    return [error.name for error in refused.value.fields]


def test_what_somebody_says_waits_until_it_is_answered(person, actor):
    one = complaints.add(actor, ComplaintDraft("2026-10-08", "taste", "汤太咸", person("王芳")))
    two = complaints.add(actor, ComplaintDraft("2026-10-09", "service", "打饭等得久"))
    assert [(row.id, row.name) for row in complaints.complaints()] == [(two, ""), (one, "王芳")]
    complaints.answer(actor, two, AnswerDraft("加一个窗口", "2026-10-12", "杨勇"))
    (row,) = complaints.complaints(waiting=True)
    assert (row.id, row.about, row.words, row.handled_on) == (one, "taste", "汤太咸", None)
    assert [row.id for row in complaints.complaints()] == [one, two], "what waits stands first"
    answered = complaints.complaints()[1]
    assert (answered.handled_on, answered.answer, answered.handled_by) == (dt.date(2026, 10, 12), "加一个窗口", "杨勇")
    assert [row.id for row in complaints.complaints(text="窗口")] == [two]
    assert [row.id for row in complaints.complaints(text="王")] == [one]
    undoing.take_back(actor, done.standing(actor)[0])
    assert len(complaints.complaints(waiting=True)) == 2


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (ComplaintDraft("2026-10-08", "taste", " "), ["words"]),
        (ComplaintDraft("2026-10-08", "", "汤太咸"), ["about"]),
        (ComplaintDraft("2026-10-31", "taste", "汤太咸"), ["day"]),
        (ComplaintDraft("", "taste", "汤太咸"), ["day"]),
    ],
)
def test_a_complaint_has_a_day_words_and_what_it_is_about(actor, draft, wrong):
    with pytest.raises(InvalidDraft) as refused:
        complaints.add(actor, draft)
    assert fields_of(refused) == wrong and complaints.complaints() == []


def test_nobody_is_answered_before_he_said_it(actor):
    one = complaints.add(actor, ComplaintDraft("2026-10-08", "taste", "汤太咸"))
    with pytest.raises(InvalidDraft) as refused:
        complaints.answer(actor, one, AnswerDraft("已改", "2026-10-07"))
    assert fields_of(refused) == ["handled_on"]
    complaints.answer(actor, one, AnswerDraft("已改", "2026-10-08"))
    draft = complaints.draft_of(one)
    draft.day = "2026-10-09"
    with pytest.raises(InvalidDraft) as refused:
        complaints.change(actor, one, draft)
    assert fields_of(refused) == ["day"]


def test_two_who_put_the_same_words_right_do_not_write_over_one_another(person, actor):
    one = complaints.add(actor, ComplaintDraft("2026-10-08", "taste", "汤太咸"))
    mine, theirs = complaints.draft_of(one), complaints.draft_of(one)
    mine.words, theirs.resident_id = "汤和菜都咸", person("王芳")
    complaints.change(actor, one, theirs)
    complaints.change(actor, one, mine)
    (row,) = complaints.complaints()
    assert (row.name, row.words) == ("王芳", "汤和菜都咸")
    late = complaints.draft_of(one)
    mine.words, late.words = "汤咸", "太咸"
    complaints.change(actor, one, mine)
    with pytest.raises(InvalidDraft) as refused:
        complaints.change(actor, one, late)
    assert [(error.name, error.reason) for error in refused.value.fields] == [("words", Reason.CHANGED_MEANWHILE)]


def test_a_void_one_is_gone_with_its_reason_and_a_stranger_is_nobody(actor):
    one = complaints.add(actor, ComplaintDraft("2026-10-08", "taste", "汤太咸"))
    with pytest.raises(ReasonNeeded):
        complaints.void(actor, one, " ")
    complaints.void(actor, one, "录错了人")
    assert complaints.complaints() == []
    with pytest.raises(NotFound):
        complaints.add(actor, ComplaintDraft("2026-10-08", "taste", "汤太咸", 999))


def test_received_and_answered_count_in_the_month_of_their_own_day(person, actor):
    one = complaints.add(actor, ComplaintDraft("2026-09-28", "taste", "汤太咸", person("王芳")))
    complaints.add(actor, ComplaintDraft("2026-10-01", "price", "涨价了"))
    gone = complaints.add(actor, ComplaintDraft("2026-10-02", "other", "录错"))
    complaints.void(actor, gone, "录错")
    complaints.answer(actor, one, AnswerDraft("已改", "2026-10-02"))
    told = [(found.complaints.received, found.complaints.answered) for found in map(canteen, (SEPTEMBER, OCTOBER))]
    assert told == [(1, 0), (1, 1)]
    asked = explain(OCTOBER, "canteen.complaints.answered")
    assert (asked.value, [line.name for line in asked.parts[0].lines]) == (1, ["王芳"])


def test_a_complaint_of_a_closed_month_is_answered_in_this_one_and_said_no_other_way(actor):
    one = complaints.add(actor, ComplaintDraft("2026-09-28", "taste", "汤太咸"))
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(MonthClosed):
        complaints.answer(actor, one, AnswerDraft("已改", "2026-09-30"))
    with pytest.raises(MonthClosed):
        complaints.void(actor, one, "录错")
    complaints.answer(actor, one, AnswerDraft("已改", "2026-10-02"))
    assert complaints.complaints(waiting=True) == []
