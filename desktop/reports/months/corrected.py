"""更正 on paper: what a corrected month says before and after, the corrections of a month, the sheet to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.answers import ReportKind
from desktop.core.document import Cell, Heading, Report, Section
from desktop.core.figures.month import CorrectedMonth
from desktop.core.period import Month
from desktop.core.words.figures import figure_word_on_paper
from desktop.core.words.terms import (
    BLOCK_STATES,
    CORRECTION_STATES,
    CORRECTION_STEPS,
    MEAL_MODES,
    MEALS,
    PAYERS,
    SERVICE_STATES,
    SERVICE_TYPES,
    VISIT_BLOCKS,
    VISIT_METHODS,
    VISIT_OUTCOMES,
)
from desktop.reports.words import month_words
from desktop.services.closing.corrections import CorrectionRow, Told
from desktop.services.closing.staged import Act
from desktop.services.writing.frozen import Version

TITLE = "更正单"
_BOXES = ("提出人", "批准人", "单位（盖章）")
_ACTS = (Heading("方式"), Heading("记录"), Heading("内容"), Heading("原因"))
_CHANGED = (Heading("数字"), Heading("更正前", "right"), Heading("更正后", "right"))
# On paper nothing but Chinese, whatever the window speaks.
_RECORDS = {
    "visit": "探访记录", "service": "十助服务", "meal": "用餐", "stay": "入住", "leave": "请假", "risk": "风险",
    "excusal": "免访",
}  # fmt: skip
_FIELDS = {
    "visited_on": "探访日期", "visited_at": "时间", "method": "方式", "visitors": "探访人", "outcome": "结果",
    "contact": "见面方式", "blocks": "六项", "words": "说明", "needs": "服务需求", "remark": "备注",
    "type": "服务类型", "state": "状态", "place": "地点", "service_on": "服务日期", "started": "开始", "ended": "结束",
    "worker": "服务人员", "content": "内容", "payer": "付费方式", "fee": "收费", "subsidy": "补贴",
    "satisfaction": "满意度", "eaten_on": "日期", "eaten_at": "时间", "meal": "餐次", "mode": "就餐方式",
    "guest": "临时就餐", "from_on": "入住日期", "to_on": "离院日期", "end_reason": "离院原因", "leave_from": "请假首日",
    "leave_to": "请假末日", "leave_reason": "请假原因", "found_on": "发现日期", "what": "情况", "level": "等级",
    "action": "措施", "due_on": "应办日期", "closed_on": "销号日期", "result": "结果", "reason": "原因",
}  # fmt: skip
_CODES = (VISIT_OUTCOMES, VISIT_METHODS, BLOCK_STATES, SERVICE_TYPES, SERVICE_STATES, PAYERS, MEALS, MEAL_MODES)
_WHO = "resident"


def with_correction(report: Report, kind: ReportKind, version: Version, row: CorrectionRow) -> Report:
    """A report of a corrected version with what it said before and says now."""
    rows = tuple(
        (figure_word_on_paper(figure), _value(before), _value(after))
        for figure, before, after in version.differences
        if figure.split(".")[0] == kind and (before is not None or after is not None)
    )
    note = f"依据更正单第{row.number}号（{row.reason}），批准：{_by(row.second_person, row.paper)}。"
    part = Section("更正对照", _CHANGED, rows, note=note if rows else f"{note}本表合计数字未变。")
    return replace(report, sections=(*report.sections, part))


def corrections_section(found: Sequence[CorrectedMonth]) -> Section:
    """The earlier months that were put right within a month."""
    columns = (Heading("月份"), Heading("更正单", "centre"), Heading("事由"), Heading("批准"), Heading("日期"))
    rows = tuple(
        (
            month_words(Month.parse(one.month)),
            f"第{one.number}号（V{one.version}）",
            one.reason,
            _by(one.second_person, one.paper),
            one.answered_at[:10],
        )
        for one in found
    )
    return Section("本月批准的更正", columns, rows)


def correction_sheet(row: CorrectionRow, acts: Sequence[Act], told: Sequence[Told], centre: str) -> Report:
    """The sheet to sign: why, which records, which figures move and why."""
    month = Month.parse(row.month)
    facts = (
        ("更正月份", month_words(month)),
        ("事由", row.reason),
        ("提出", f"{row.opened_by}　{row.opened_at[:10]}"),
        ("状态", CORRECTION_STATES[row.state]),
        *((("批准", f"{_by(row.second_person, row.paper)}　{row.answered_at[:10]}"),) if row.version else ()),
        *((("答复", row.answer),) if row.answer else ()),
    )
    sections = (
        Section("说明", (Heading("项目"), Heading("内容")), facts),
        Section(
            "更正事项", (Heading("方式"), Heading("记录"), Heading("内容"), Heading("原因")), tuple(map(_act, acts))
        ),
        Section("数字变化", (*_CHANGED, Heading("来源")), tuple(_told(one) for one in told)),
    )
    number = f"更正〔{row.month}〕第{row.number}号"
    return Report(
        TITLE, centre, month_words(month), sections, number=number, boxes=("提出人", "批准人", "单位（盖章）")
    )


def _act(act: Act) -> tuple[Cell, ...]:
    fields = "；".join(
        f"{_FIELDS.get(name, name)}：{_said(value)}" for name, value in act.fields.items() if name != _WHO
    )
    return CORRECTION_STEPS[act.step], _RECORDS.get(act.kind, act.kind), fields, act.reason


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "、".join(f"{VISIT_BLOCKS.get(key, key)}{_said(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "、".join(map(_said, value))
    code = str(value)
    return next((codes[code] for codes in _CODES if code in codes), code)


def _told(one: Told) -> tuple[Cell, ...]:
    found = one.difference
    source = "本更正单" if one.staged else "事后得知"
    return figure_word_on_paper(found.figure), _value(found.before), _value(found.after), source


def _value(value: object) -> Cell:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str | int | None) else str(value)


def _by(name: str, paper: str) -> str:
    return f"{name}（{paper}）" if paper else name
