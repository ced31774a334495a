"""An agency's list of results as assessments: layouts, contradictions, bare results, two of a day, the way back."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.assessment import Area, items
from desktop.core.errors import NotAllowed
from desktop.core.file_errors import ImportNotUndoable
from desktop.core.words.assessments import AREAS
from desktop.importing import staging
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.kinds.assessment_sheets import GATHERED
from desktop.importing.papers import assessment_book
from desktop.importing.undo import undo_import
from desktop.models import query
from desktop.services import undoing
from desktop.services.residents import assessment_paper, assessments, grades
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import done as writing_done
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.core.test_assessment import points
from tests.unit.importing.sheets import write

NAMES = [one.name for one in items()]
HEAD = ["姓名", "评估日期", *NAMES, "评估机构", "报告编号"]
AGENCY = ["春城评估", "2026-118"]
DAY = "2026-10-08"
BARE = ["姓名", "评估日期", "自理能力得分", "总分", "能力等级", "评估机构", "报告编号"]


@pytest.fixture
def take(actor, tmp_path):
    def take_in(*rows, by=None, merges=None, options=None):
        path = write(tmp_path / "评估.xlsx", {"汇总": rows}, {"汇总": merges or []})
        return import_workbook(by or actor, "assessments", path, options or ImportOptions())

    return take_in


def whole(name, total, day=DAY, more=()):
    return [name, day, *points(total).values(), *AGENCY, *more]


def told(result):
    return [(one.row, one.verdict, one.reason, one.value) for one in result.issues]


def held(who):
    return [(one.grade, str(one.assessed_on), one.assessor, one.bare) for one in grades.grades_of(who)]


# Layouts


def test_a_row_becomes_an_assessment_with_all_that_it_says(take, person):
    who = person("王芳")
    head = ["姓名", "身份证号", "评估日期", "评估原因", *NAMES, "近30天跌倒", "疾病诊断", "昏迷", "评估员1", "评估员2",
            "总分", "初步等级", "最终等级"]  # fmt: skip
    row = ["王芳", "", DAY, "即时评估", *points(62).values(), "2次", "F00 阿尔茨海默病、高血压", "否", "李明", "王琴",
           62, "中度失能", "3"]  # fmt: skip
    result = take(head, row)
    assert (result.total("imported"), told(result)) == (1, [])
    (found,) = assessments.of(who)
    assert (found.day, found.reason, found.answers, found.diagnoses, found.coma, found.assessors) == (
        *(dt.date(2026, 10, 8), "at_once", points(62), ("F00",), False, ("李明", "王琴")),
    )
    assert (found.graded.total, found.graded.grade, dict(found.graded.events)) == (62, "severe", {"fall": 2})
    assert held(who) == [("severe", DAY, "李明", False)]


def test_two_rows_of_headings_with_merged_areas_and_the_agency_in_a_title(take, person):
    who = person("王芳")
    parts = {area: [one for one in items() if one.area == area] for area in Area}
    upper, lower, row = ["序号", "姓名", "评估日期"], ["", "", ""], ["1", "王芳", dt.date(2026, 10, 8)]
    answers = points(62)
    for area, found in parts.items():
        upper += [AREAS[area], *[""] * len(found)]
        lower += [f"{one.name}（{one.most}分）" for one in found] + ["小计"]
        row += [*(answers[one.key] for one in found), sum(answers[one.key] for one in found)]
    upper += ["总分", "能力等级", "报告编号"]
    lower += ["", "", ""]
    row += [62, "中度", "Z-7"]
    title, agency = ["乌龙街道老年人能力评估结果汇总表"], ["评估机构：滇池评估中心"]
    result = take(title, agency, upper, lower, row, ["合计", "1人"])
    assert (result.total("imported"), told(result)) == (1, [])
    (found,) = assessments.of(who)
    assert (found.graded.total, found.agency, found.report_no, found.reason) == (62, "滇池评估中心", "Z-7", "first")


@pytest.mark.parametrize(
    "heading",
    [
        lambda number, area, at, one: f"B.{area}.{at}",
        lambda number, area, at, one: f"B.{area}.{at} {one.name}",
        lambda number, area, at, one: f"{number}.{one.name}",
        lambda number, area, at, one: f"{at}、{one.name}（0-{one.most}分）",
        lambda number, area, at, one: f"{one.name}得分",
    ],
)
def test_items_are_known_by_their_names_and_numbers(take, person, heading):
    who = person("王芳")
    heads = []
    for area, among in enumerate(Area, start=1):
        own = [one for one in items() if one.area == among]
        heads += [heading(items().index(one) + 1, area, at, one) for at, one in enumerate(own, start=1)]
    assert told(take(["姓名", "评估日期", *heads, "评估机构", "报告编号"], whole("王芳", 47))) == []
    assert assessments.of(who)[0].answers == points(47)


@pytest.mark.parametrize("whole_numbers", [True, False])
def test_numbers_under_their_area_are_the_items_of_it(take, person, whole_numbers):
    who = person("王芳")
    upper, lower, number = ["姓名", "评估日期"], ["", ""], 0
    for area in Area:
        for at, _one in enumerate((one for one in items() if one.area == area), start=1):
            number += 1
            upper.append("" if at > 1 else AREAS[area])
            lower.append(str(number if whole_numbers else at))
    assert told(take([*upper, "评估机构", "报告编号"], [*lower, "", ""], whole("王芳", 47))) == []
    assert assessments.of(who)[0].answers == points(47)


def form(name, total, more=()):
    """A form as an assessor fills it: labels beside their values, items beneath each other, the points last."""
    answers = points(total)
    lines = [
        ["老年人能力评估表"],
        ["姓名", name, "评估日期：2026-10-08"],
        ["评估机构", "春城评估", "", "报告编号", "2026-118"],
        ["项目", "", "分值", "得分"],
    ]
    for at, one in enumerate(items()):
        lines.append([f"B.{at} {one.name}：照标准", "0分，完全依赖；4分，独立完成", "", answers[one.key]])
        lines.append(["", "1分，需要帮助"])
    return [*lines, ["总分", total], *more]


def test_forms_of_one_person_a_sheet_are_one_table(actor, tmp_path, person):
    one, other = person("王芳"), person("李强", "1950-01-01", "male")
    sheets = {"王芳": form("王芳", 62), "李强": form("李强", 30), "说明": [["填写说明", "略"]]}
    path = write(tmp_path / "评估.xlsx", sheets)
    result = import_workbook(actor, "assessments", path)
    assert (result.total("imported"), told(result), result.sheets[0].sheet) == (2, [], GATHERED)
    assert [assessments.of(who)[0].graded.total for who in (one, other)] == [62, 30]
    again = import_workbook(actor, "assessments", path, ImportOptions(sheet="李强"))
    assert [row[1:3] for row in told(again)] == [("duplicate", "already_recorded")]


def test_a_form_with_boxes_gives_the_points_that_are_ticked(actor, tmp_path, person):
    who = person("王芳")
    answers = points(62)
    lines = [["姓名：王芳", "评估日期", DAY], ["评估机构", "春城评估", "报告编号", "Z-1"]]
    for one in items():
        for at in range(one.most, -1, -1):
            mark = "☑" if answers[one.key] == at else "□"
            lines.append([one.name if at == one.most else "", f"{mark}{at}分，照标准"])
    result = import_workbook(actor, "assessments", write(tmp_path / "评估.xlsx", {"王芳": lines}))
    assert told(result) == []
    assert assessments.of(who)[0].answers == answers


# What contradicts


def spoilt(at, value, total=62):
    row = whole("王芳", total)
    row[2 + at] = value
    return row


@pytest.mark.parametrize(
    ("row", "reason", "hint"),
    [
        (spoilt(0, 5), "other_scheme", "Eating 5 > 4"),
        (spoilt(11, 4), "other_scheme", "Stairs 4 > 3"),
        (spoilt(3, ""), "items_missing", "Dressing, above"),
        (spoilt(3, "独立"), "bad_score", "Dressing, above “独立”"),
        (spoilt(3, 3.5), "bad_score", "Dressing, above “3.5”"),
        (spoilt(3, -1), "bad_score", "Dressing, above “-1”"),
        (spoilt(3, dt.date(2026, 1, 4)), "bad_score", "Dressing, above “2026-01-04”"),
        (whole("王芳", 62, "2026-12-30"), "future_date", "2026-12-30"),
        (whole("王芳", 62, "1944-03-04"), "before_birth", "1944-03-04"),
        (whole("王芳", 62, "见报告"), "bad_date", "见报告"),
        (whole("王芳", 62, ""), "missing_date", ""),
        (whole("无名", 62), "unknown_person", "无名"),
        ([*whole("王芳", 62)[:-1], ""], "required", ""),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_place(take, person, row, reason, hint):
    who = person("王芳")
    assert told(take(HEAD, row)) == [(2, "refused", reason, hint)]
    assert grades.grades_of(who) == []


def test_headings_of_another_scheme_refuse_every_row_and_convert_nothing(take, person):
    person("王芳")
    heads = ["姓名", "评估日期", "进食（10分）", *NAMES[1:], *HEAD[-2:]]
    (found,) = told(take(heads, whole("王芳", 62)))
    assert found[2:] == ("other_scheme", "Eating 0–10 ≠ 0–4")


@pytest.mark.parametrize(
    ("more", "said", "reason", "hint"),
    [
        (["总分"], [61], "sum_contradicts", "61 ≠ 62"),
        (["自理能力得分", "总分"], [30, 62], "sum_contradicts", "self-care 30 ≠ 32"),
        (["能力等级"], ["轻度"], "grade_contradicts", "轻度 ≠ 62 points, moderate"),
        (["能力等级"], ["重度"], "grade_contradicts", "重度 ≠ 62 points, moderate"),
        (["初步等级"], ["1"], "grade_contradicts", "1 ≠ 62 points, moderate"),
        (["总分"], [190], "other_scheme", "总分 190 > 90"),
        (["能力等级"], ["很好"], "grade_unclear", "很好"),
        (["近30天跌倒"], ["常有"], "unknown_word", "常有"),
    ],
)
def test_sums_and_grades_that_do_not_follow_are_refused(take, person, more, said, reason, hint):
    who = person("王芳")
    assert told(take([*HEAD, *more], whole("王芳", 62, more=said))) == [(2, "refused", reason, hint)]
    assert grades.grades_of(who) == []


def test_what_is_put_right_in_the_wizard_is_taken_in(actor, tmp_path, person):
    who = person("王芳")
    path = write(tmp_path / "评估.xlsx", {"汇总": [[*HEAD, "能力等级"], whole("王芳", 62, more=["重度"])]})
    proposal = staging.propose(staging.open_book(path), "assessments")
    assert staging.check(actor, proposal).result.total("refused") == 1
    fixes = {staging.Spot("汇总", 2, "events"): "跌倒2次"}
    staging.commit(actor, staging.check(actor, proposal, fixes))
    assert held(who) == [("severe", DAY, "春城评估", False)]


@pytest.mark.parametrize(
    ("columns", "cells", "grade", "notes"),
    [
        (["意外事件"], ["跌倒1次；走失一次"], "severe", []),
        (["意外事件"], ["跌倒：无，走失：无"], "moderate", []),
        (["意外事件"], ["3"], "severe", []),
        (["意外事件"], ["无"], "moderate", []),
        (["跌倒", "噎食"], ["有", "√"], "severe", ["event_uncounted", "event_uncounted"]),
        (["疾病诊断"], ["老年痴呆"], "severe", ["diagnosis_read"]),
        (["疾病诊断"], ["无痴呆"], "moderate", []),
        (["疾病诊断"], ["高血压"], "moderate", ["diagnosis_left_out"]),
        (["疾病诊断"], ["F20.0"], "severe", []),
        (["其他精神疾病"], ["是"], "severe", ["diagnosis_read"]),
        (["痴呆（F00-F03）"], ["否"], "moderate", []),
        (["昏迷"], ["是"], "complete", []),
        (["能力等级"], ["失能"], "moderate", []),
        (["能力等级"], ["半失能"], "moderate", []),
        (["能力等级"], ["2级"], "moderate", []),
    ],
)
def test_events_diseases_and_coma_are_read_as_people_write_them(take, person, columns, cells, grade, notes):
    who = person("王芳")
    result = take([*HEAD, *columns], whole("王芳", 62, more=cells))
    assert [one.reason for one in result.issues] == notes
    assert held(who)[0][0] == grade


def test_somebody_in_coma_needs_no_items(take, person):
    who = person("王芳")
    take([*HEAD, "昏迷"], ["王芳", DAY, *[""] * 26, *AGENCY, "是"])
    (found,) = assessments.of(who)
    assert (found.coma, found.graded.total, found.graded.grade) == (True, None, "complete")


# Bare results


@pytest.mark.parametrize(
    ("sums", "word", "grade"),
    [
        (["", 62], "", "moderate"),
        (["", 62], "中度失能", "moderate"),
        (["", 62], "重度", "severe"),
        (["", 62], "完全失能", "complete"),
        (["", ""], "能力完好", "intact"),
        (["", ""], "0", "intact"),
        (["", ""], "4", "complete"),
        (["", ""], "轻度", "mild"),
        (["", ""], "完全丧失", "complete"),
        (["", 35], "失能", "severe"),
        ([20, ""], "中度", "moderate"),
    ],
)
def test_a_total_or_a_word_alone_is_a_bare_grade_with_its_report(take, person, sums, word, grade):
    who = person("王芳")
    assert told(take(BARE, ["王芳", DAY, *sums, word, *AGENCY])) == []
    assert held(who) == [(grade, DAY, "春城评估 2026-118", True)]
    assert assessments.of(who) == []


@pytest.mark.parametrize(
    ("sums", "word", "reason", "hint"),
    [
        (["", 62], "轻度", "grade_contradicts", "轻度 ≠ 62 points, moderate"),
        (["", 80], "重度", "grade_contradicts", "重度 ≠ 80 points, mild"),
        (["", 80], "失能", "", ""),
        (["", ""], "失能", "grade_unclear", "失能"),
        (["", ""], "半失能", "grade_unclear", "半失能"),
        (["", ""], "", "no_result", ""),
        ([40, 62], "", "other_scheme", "self-care 40 > 32"),
        (["良", 62], "", "bad_score", "self-care “良”"),
    ],
)
def test_a_bare_result_that_says_two_things_or_none_is_refused(take, person, sums, word, reason, hint):
    who = person("王芳")
    result = take(BARE, ["王芳", DAY, *sums, word, *AGENCY])
    if reason:
        assert (told(result), grades.grades_of(who)) == ([(2, "refused", reason, hint)], [])
    else:
        # 失能 of 80 points is one level worse than they say, by what the list leaves out.
        assert held(who)[0][0] == "moderate"


def test_areas_alone_make_the_total_and_have_to_make_it(take, person):
    one, other = person("王芳"), person("李强", "1950-01-01", "male")
    head = ["姓名", "评估日期", *(f"{AREAS[area]}得分" for area in Area), "总分"]
    result = take(head, ["王芳", DAY, 20, 10, 20, 12, ""], ["李强", DAY, 20, 10, 20, 12, 60])
    assert told(result) == [(3, "refused", "sum_contradicts", "60 ≠ 20 + 10 + 20 + 12")]
    assert (held(one)[0][0], held(other)) == ("moderate", [])


# People, twice, two of a day


def test_namesakes_are_told_apart_by_birth_or_number(take, person):
    first = person("王芳", "1944-03-05")
    second = person("王芳", "1950-01-01", id_number=id_number("1950-01-01", "female", 9))
    head = ["姓名", "出生日期", "身份证号", "评估日期", "能力等级"]
    number = id_number("1950-01-01", "female", 9)
    result = take(
        head,
        ["王芳", "1944-03-05", "", DAY, "轻度"],
        ["王芳", "", number, DAY, "中度"],
        ["王芳", "1939-01-01", "", DAY, "重度"],
    )
    assert told(result) == [(4, "refused", "ambiguous_person", "王芳")]
    assert (held(first)[0][0], held(second)[0][0]) == ("mild", "moderate")


def test_a_name_with_another_birth_is_perhaps_somebody_else(take, person):
    who = person("王芳")
    result = take(["姓名", "出生日期", "评估日期", "能力等级"], ["王芳", "1939-01-01", DAY, "重度"])
    assert (told(result), held(who)) == ([(2, "refused", "other_birth", "1944-03-05")], [])


def test_taken_in_twice_it_is_there_once(take, person):
    who = person("王芳")
    take(HEAD, whole("王芳", 62), whole("王芳", 62))
    assert len(assessments.of(who)) == 1
    result = take(HEAD, [*whole("王芳", 62)[:-2], "另一机构", "9"])
    assert told(result) == [(2, "duplicate", "already_recorded", DAY)]
    take(BARE, ["王芳", DAY, "", 62, "", *AGENCY])
    assert len(held(who)) == 1


def test_another_result_of_the_day_stands_beside_it_until_a_person_says_which_holds(take, actor, person):
    who = person("王芳")
    assessments.record(actor, AssessmentDraft(who, DAY, "first", points(80), assessor="李明", second_assessor="王琴"))
    result = take(HEAD, whole("王芳", 62))
    assert (result.total("imported"), told(result)) == (1, [(2, "warning", "second_result", "mildly disabled")])
    assert [(one.resident_id, str(one.assessed_on)) for one in grades.contested()] == [(who, DAY)]
    mild = next(one for one in grades.grades_of(who) if one.grade == "mild")
    grades.hold(actor, mild.id)
    assert (held(who), [one.graded.total for one in assessments.of(who)]) == ([("mild", DAY, "李明", False)], [80])


def test_an_import_is_taken_back_whole_but_not_once_a_person_chose(take, actor, person):
    who = person("王芳")
    done = take(HEAD, whole("王芳", 62), whole("王芳", 30, "2026-10-01"))
    undo_import(actor, done.import_id)
    assert (held(who), assessments.of(who), query.count("SELECT count(*) FROM living_assessment")) == ([], [], 0)
    before = take(HEAD, whole("王芳", 62))
    take(HEAD, whole("王芳", 80))
    grades.hold(actor, grades.grades_of(who)[0].id)
    with pytest.raises(ImportNotUndoable):
        undo_import(actor, before.import_id)
    undoing.take_back(actor, writing_done.latest())
    assert sorted(one[0] for one in held(who)) == ["mild", "moderate"]


def test_the_first_is_the_first_and_the_next_the_usual_one(take, person):
    who = person("王芳")
    take(HEAD, whole("王芳", 62, "2025-10-08"), whole("王芳", 40, "2026-10-08"))
    assert [(one.reason, str(one.day)) for one in assessments.of(who)] == [
        ("routine", "2026-10-08"),
        ("first", "2025-10-08"),
    ]


def test_nobody_else_takes_results_in(take, actor, person):
    person("王芳")
    with pytest.raises(NotAllowed):
        take(HEAD, whole("王芳", 62), by=Actor(None, "看一看", "auditor", actor.station))


# Out and in again


def test_what_goes_out_as_a_workbook_comes_back_equal(actor, tmp_path, person):
    one, other = person("王芳"), person("王芳", "1950-01-01")
    said = {"assessor": "李明", "second_assessor": "王琴"}
    assessments.record(actor, AssessmentDraft(one, DAY, "again", points(62), {"fall": 2, "other": 1}, ("F00",), **said))
    agency = {"agency": "春城评估", "report_no": "0118"}
    assessments.record(actor, AssessmentDraft(other, DAY, "first", {}, coma=True, **agency))
    rows = [["姓名", "出生日期", *BARE[1:2], *BARE[4:]], ["王芳", "1950-01-01", "2025-10-08", "轻度", *AGENCY]]
    import_workbook(actor, "assessments", write(tmp_path / "旧.xlsx", {"汇总": rows}))

    def facts():
        plain = [
            (
                row.day,
                row.reason,
                row.answers,
                row.graded,
                row.diagnoses,
                row.coma,
                row.assessors,
                row.agency,
                row.report_no,
            )
            for who in (one, other)
            for row in assessments.of(who)
        ]
        return plain, [held(who) for who in (one, other)]

    before = facts()
    path = tmp_path / "结果.xlsx"
    lines = assessment_paper.results(actor)
    assessment_book.write(path, lines)
    assert [(line.whole is None, "********" in line.id_masked) for line in lines] == [
        *((False, True), (True, True), (False, True)),
    ]
    for who in (one, other):
        for row in grades.grades_of(who):
            grades.void(actor, row.id, "试")
    result = import_workbook(actor, "assessments", path)
    assert (told(result), result.total("imported")) == ([], 3)
    assert facts() == before
    assert import_workbook(actor, "assessments", path).total("duplicates") == 3
