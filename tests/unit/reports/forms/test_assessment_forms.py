"""An assessment on paper: annexes A, B and C of the standard, filled or to be filled by hand."""

import datetime as dt

import pytest

from desktop.core.assessment import items
from desktop.core.errors import NotAllowed, NotFound
from desktop.core.trade import Role
from desktop.models import query
from desktop.reports.forms.assessment_forms import render_assessment
from desktop.services.residents import assessments
from desktop.services.residents.assessment_paper import paper_of
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.residents.forms import ContactDraft
from desktop.services.writing.actor import Actor
from tests.unit.core.test_assessment import points
from tests.unit.reports.reading import whole_text

DAY = dt.date(2026, 10, 21)
TWO = {"reason": "first", "assessor": "李明", "second_assessor": "王琴"}


@pytest.fixture
def printed(tmp_path):
    """What stands on the paper, without blanks, by form."""

    def of(paper):
        result = render_assessment(paper, tmp_path / "assessment.pdf", printed_on=DAY)
        assert result.missing == ()
        text = "".join(whole_text(result.path).split())
        facts, rest = text.split("表B老年人能力评估表")
        marks, report = rest.split("表C老年人能力评估报告")
        return result.pages, facts, marks, report

    return of


def assessed(actor, who, total=62, **more):
    said = TWO | {"answers": points(total)} | more
    return assessments.record(actor, AssessmentDraft(who, "2026-10-08", **said))


def test_the_three_forms_say_the_facts_the_items_and_why_it_is_the_grade(actor, person, printed):
    who = person("王芳", phone="13888880001", contacts=[ContactDraft("李强", "儿子", "13888880002")])
    one = assessed(actor, who, events={"fall": 2}, diagnoses=("F00", "I10"))
    pages, facts, marks, report = printed(paper_of(actor, who, one, DAY))
    assert pages == 3
    for words in ("王芳", "13888880001", "李强", "儿子", "■首次", "跌倒：2次", "走失：0次", "F00I10", "■否"):
        assert words in facts
    assert "********" in facts and "539901" in facts
    for item in items():
        assert f"{item.name}{points(62)[item.key]}（{item.most}）" in marks
    assert "B.1自理能力得分32（满分32）" in marks and "B.2基础运动得分15（满分15）" in marks
    assert "总分62（满分90）" in marks
    assert "初步等级得分62" in report and "■确诊认知障碍/痴呆（F00～F03），上调一级" in report
    assert "■近30天内发生2次及以上照护风险事件，上调一级" in report and "□处于昏迷状态" in report
    by_points, final = report.split("能力最终等级")
    assert "■中度失能" in by_points and "■重度失能" in final and "■中度失能" not in final
    assert "有效期至2027年10月7日" in report and "李明、王琴" in report


def test_an_empty_form_has_the_person_and_no_mark(actor, person, printed):
    who = person("王芳")
    _pages, facts, marks, report = printed(paper_of(actor, who, None, DAY))
    assert "王芳" in facts and "评估日期：年月日" in facts
    assert "■" not in facts + marks + report
    assert "进食（4）" in marks and "总分（满分90）" in marks


def test_an_agency_stands_with_its_report(actor, person, printed):
    who = person("王芳")
    one = assessed(actor, who, assessor="", second_assessor="", agency="春城评估", report_no="2026-118")
    _pages, facts, _marks, report = printed(paper_of(actor, who, one, DAY))
    assert "评估编号2026-118" in facts and "评估机构春城评估" in facts and "春城评估2026-118" in report


def test_somebody_in_coma_has_no_points_and_the_worst_grade(actor, person, printed):
    who = person("王芳")
    one = assessed(actor, who, answers={}, coma=True)
    _pages, facts, marks, report = printed(paper_of(actor, who, one, DAY))
    assert "■是" in facts and "总分（满分90）" in marks
    assert "■处于昏迷状态，直接评定为完全失能" in report and "■完全失能" in report


def test_what_was_printed_is_logged_and_nobody_prints_what_is_not_theirs(actor, person):
    who, other = person("王芳"), person("李强")
    one = assessed(actor, who)
    paper_of(actor, who, one, DAY)
    paper_of(actor, who, None, DAY)
    seen = query.fetch("SELECT table_name, row_id FROM change_log WHERE action = 'print' ORDER BY id")
    assert [tuple(row) for row in seen] == [("assessment", one), ("resident", who)]
    with pytest.raises(NotFound):
        paper_of(actor, other, one, DAY)
    with pytest.raises(NotAllowed):
        paper_of(Actor(2, "查阅", Role.AUDITOR, 1), who, one, DAY)


def test_the_age_is_that_of_the_day_of_the_assessment(actor, person):
    who = person("王芳")
    one = assessed(actor, who)
    day = dt.date(2027, 6, 1)
    assert (paper_of(actor, who, one, day).age, paper_of(actor, who, None, day).age) == (82, 83)
