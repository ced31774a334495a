"""A layout changes how a report looks, from now on, and never a month that is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core.answers import ReportKind
from desktop.core.document import BOXES, Heading, Report, Section, from_json, to_json
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.period import Month
from desktop.reports.months.month_set import month_reports
from desktop.reports.months.render import reports_of
from desktop.services import undoing
from desktop.services.closing import drift, month_close
from desktop.services.own_forms import layouts
from desktop.services.own_forms.layouts import Layout, LayoutDraft, laid_out
from desktop.services.writing import done, frozen
from desktop.services.writing.actor import Actor

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
VISITS = ReportKind.VISITS
HEADS = (Heading("姓名"), Heading("性别", "centre"), Heading("次数", "right"))
REPORT = Report(
    "月报",
    "中心",
    "2026年10月",
    (
        Section("一、名单", HEADS, (("甲", "男", 1), ("乙", "女", 2)), ("合计", "", 3)),
        Section("二、另表", HEADS, (("丙", "男", 4),)),
    ),
)


def rows(columns: layouts.Columns) -> list[tuple[object, ...]]:
    section = laid_out(REPORT, Layout(columns={"名单": columns})).sections[0]
    return [tuple(head.title for head in section.columns), *section.rows, section.totals]


def test_columns_stand_in_the_order_that_is_wanted_and_others_stay_away() -> None:
    assert rows((("次数", True), ("姓名", True), ("性别", False))) == [
        ("次数", "姓名"), (1, "甲"), (2, "乙"), (3, "合计"),
    ]  # fmt: skip


def test_what_the_layout_does_not_know_stands_at_the_end() -> None:
    assert rows((("次数", True), ("没有的列", True)))[0] == ("次数", "姓名", "性别")


def test_the_sums_keep_their_word_when_its_column_goes() -> None:
    assert rows((("姓名", False), ("性别", True), ("次数", True)))[-1] == ("合计", 3)


def test_a_table_without_a_wish_is_as_it_was() -> None:
    assert laid_out(REPORT, Layout(columns={"名单": (("性别", False),)})).sections[1] == REPORT.sections[1]
    assert laid_out(REPORT, Layout()) == REPORT


def test_a_report_keeps_letterhead_and_note_in_its_data_and_one_without_is_written_as_ever() -> None:
    assert b'"shape":1' in to_json(REPORT) and b"letterhead" not in to_json(REPORT)
    dressed = replace(REPORT, letterhead="呈贡区民政局", note="内部资料")
    assert from_json(to_json(dressed)) == dressed


def test_a_layout_is_saved_and_read_back(actor: Actor) -> None:
    draft = layouts.draft_of(VISITS)
    assert draft.boxes == "、".join(BOXES)
    draft.letterhead, draft.boxes, draft.note = "呈贡区民政局", "填表，负责人", "内部资料"
    draft.columns = {"未探访人员名单": (("姓名", True), ("联系电话", False))}
    layouts.save(actor, VISITS, draft)
    assert layouts.layout_of(VISITS) == Layout("呈贡区民政局", "内部资料", ("填表", "负责人"), draft.columns)
    report = month_reports(OCTOBER).reports[VISITS]
    assert (report.letterhead, report.boxes, report.note) == ("呈贡区民政局", ("填表", "负责人"), "内部资料")
    [table] = [one for one in report.sections if one.title.endswith("未探访人员名单")]
    assert "联系电话" not in [head.title for head in table.columns]
    assert month_reports(OCTOBER).reports["beds"].letterhead == ""


def test_one_undo_gives_the_look_of_before(actor: Actor) -> None:
    for letterhead in ("甲", "乙"):
        draft = layouts.draft_of(VISITS)
        draft.letterhead = letterhead
        layouts.save(actor, VISITS, draft)
    undoing.take_back(actor, done.latest())
    assert layouts.layout_of(VISITS).letterhead == "甲"


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"boxes": "一、二、三、四、五、六"}, "boxes", "out_of_range"),
        ({"boxes": "十三个字长的签章栏名称太长了"}, "boxes", "too_long"),
        ({"letterhead": "长" * 61}, "letterhead", "too_long"),
        ({"note": "长" * 201}, "note", "too_long"),
        ({"columns": {"名单": (("姓名", False), ("性别", False))}}, "columns", "no_column"),
    ],
)
def test_what_cannot_be_laid_out_is_refused(change: dict[str, object], field: str, reason: str, actor: Actor) -> None:
    with pytest.raises(InvalidDraft) as refused:
        layouts.save(actor, VISITS, LayoutDraft(**change))
    assert [(one.name, one.reason) for one in refused.value.fields] == [(field, reason)]
    assert layouts.layout_of(VISITS) == Layout()


def test_only_the_director_lays_out(clerk: Actor) -> None:
    with pytest.raises(NotAllowed):
        layouts.save(clerk, VISITS, LayoutDraft(letterhead="甲"))


def test_a_closed_month_keeps_its_look_and_a_new_look_is_no_drift(actor: Actor, person: Callable[..., int]) -> None:
    person("段春梅", flags=["living_alone"])
    layouts.save(actor, VISITS, LayoutDraft(letterhead="旧抬头"))
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    layouts.save(
        actor, VISITS, LayoutDraft(letterhead="新抬头", columns={"未探访人员名单": (("姓名", True), ("住址", False))})
    )
    assert month_reports(SEPTEMBER).reports[VISITS].letterhead == "旧抬头"
    assert month_reports(OCTOBER).reports[VISITS].letterhead == "新抬头"
    assert drift.of(SEPTEMBER, reports_of) == []
    version = frozen.latest(SEPTEMBER)
    assert version is not None and "layouts" in frozen.kinds(version)


def test_a_month_closed_without_a_layout_stays_without_one(actor: Actor) -> None:
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    layouts.save(actor, VISITS, LayoutDraft(letterhead="新抬头"))
    assert drift.of(SEPTEMBER, reports_of) == []
    assert layouts.in_force(SEPTEMBER) == {}
