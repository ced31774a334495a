"""The history of somebody's assessments on paper: all of them in a row, two side by side, and when the next is due."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from desktop.core.errors import NotAllowed, NotFound
from desktop.core.trade import Role
from desktop.models import query
from desktop.reports.forms.assessment_history import report_of, write_history
from desktop.services.residents import assessments
from desktop.services.residents.assessment_paper import history_of
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import going_out
from desktop.services.writing.actor import Actor
from tests.unit.core.test_assessment import points
from tests.unit.reports.golden import agrees
from tests.unit.reports.reading import page_texts

DAY = dt.date(2026, 10, 21)


def assessed(actor, who, day, total=62, **more):
    said = {"reason": "routine", "assessor": "李明", "second_assessor": "王琴", "answers": points(total)} | more
    return assessments.record(actor, AssessmentDraft(who, day, **said))


@pytest.fixture
def three(actor, person):
    """Somebody with a bare grade, then three results: of two assessors, of an agency after falls, in coma."""
    who = person("王芳", grade="mild", grade_on="2023-05-08", grade_assessor="街道")
    first = assessed(actor, who, "2024-10-20", 74, reason="first")
    agency = {"assessor": "", "second_assessor": "", "agency": "春城评估", "report_no": "2026-118"}
    second = assessed(actor, who, "2025-10-19", 62, events={"fall": 2, "choking": 1}, diagnoses=("F00",), **agency)
    third = assessed(actor, who, "2026-10-08", 40, reason="again")
    return who, first, second, third


def test_the_history_says_every_result_and_the_last_two_item_by_item(actor, three):
    assert agrees(report_of(history_of(actor, three[0]), DAY), "forms", "assessment_history")


def test_any_two_stand_side_by_side(actor, three):
    who, first, _second, third = three
    history = history_of(actor, who, (first, third))
    assert (history.before.id, history.now.id) == (first, third)
    (two,) = [part for part in report_of(history, DAY).sections if "两次逐项对照" in part.title]
    assert [column.title for column in two.columns] == ["项目", "满分", "2024-10-20", "2026-10-08", "变化"]
    assert ("【总分】", 90, 74, 40, "-34") in two.rows


def test_somebody_assessed_once_has_their_points_and_nobody_has_an_empty_list(actor, person):
    once, never = person("王芳"), person("李兰")
    assessed(actor, once, "2025-01-10")
    report = report_of(history_of(actor, once), DAY)
    assert report.sections[-1].title == "二、最近一次逐项得分"
    assert report.note.startswith("最近一次结果已于2026年1月9日到期，应重新评估。")
    last_day = report_of(history_of(actor, once), dt.date(2026, 1, 9))
    assert last_day.note.startswith("下次评估：2026年1月9日以前。"), "it holds on its last day"
    empty = report_of(history_of(actor, never), DAY)
    assert [len(part.rows) for part in empty.sections] == [1, 0]
    assert "评估：" not in empty.note


def test_in_coma_the_points_are_missing_and_the_reason_stands(actor, person):
    who = person("王芳")
    assessed(actor, who, "2026-10-08", answers={}, coma=True)
    (row,) = report_of(history_of(actor, who), DAY).sections[1].rows
    assert row[3:7] == (None, None, None, None)
    assert row[7:] == (None, None, "昏迷，直接评定为完全失能", "完全失能", "李明、王琴", "2027-10-07")


def test_the_paper_is_read_back_masked_and_logged(actor, three, tmp_path):
    who = three[0]
    with going_out.handed_by(actor):
        made = write_history(history_of(actor, who), tmp_path / "h.pdf", printed_on=DAY)
    assert made.missing == ()
    pages = ["".join(text.split()) for text in page_texts(made.path)]
    text = "".join(pages)
    assert made.pages == len(pages)
    for words in ("历次能力评估记录", "王芳", "春城评估2026-118", "李明、王琴", "下次评估：2027年10月7日以前", "进食"):
        assert words in text
    assert not re.search(r"[0-9]{17}[0-9X]", text) and "********" in text
    noted = query.fetch("SELECT table_name, action, after FROM change_log ORDER BY id DESC LIMIT 2")
    facts = '{"file_kind": "pdf", "full_ids": 0, "names": 1, "title": "历次能力评估记录"}'
    assert noted == [("paper", "hand_out", facts), ("resident", "print", None)]


def test_nobody_elses_result_and_nobody_who_may_not(actor, person, three):
    other = person("李兰")
    with pytest.raises(NotFound):
        history_of(actor, other, (None, three[1]))
    with pytest.raises(NotAllowed):
        history_of(Actor(None, "审核甲", Role.AUDITOR, actor.station), three[0])
