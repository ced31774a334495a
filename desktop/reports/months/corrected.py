"""更正 on paper: what a corrected month says before and after, the corrections of a month, the sheet to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.answers import ReportKind
from desktop.core.document import Cell, Heading, Report, Section
from desktop.core.figures.month import CorrectedMonth
from desktop.core.period import Month
from desktop.core.trade import CorrectionState
from desktop.core.words.corrections import STAGED_RECORDS, act_content
from desktop.core.words.figures import figure_word_on_paper
from desktop.core.words.terms import CORRECTION_STATES, CORRECTION_STEPS
from desktop.reports.words import month_words
from desktop.services.centre.centres import centre
from desktop.services.closing.corrections import CorrectionRow, Told
from desktop.services.closing.staging import ActLine
from desktop.services.writing.frozen import Version

TITLE = "更正单"
_BOXES = ("提出人", "批准人", "单位（盖章）")
_VERSION = {True: "更正前版本", False: "更正后版本"}
_ACTS = (Heading("方式"), Heading("记录"), Heading("内容"), Heading("原因"))
_CHANGED = (Heading("数字"), Heading("更正前", "right"), Heading("更正后", "right"))


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


def correction_sheet(
    row: CorrectionRow, acts: Sequence[ActLine], told: Sequence[Told], version: Version | None
) -> Report:
    """The sheet to sign: why, which records, which figures move and why.

    ``version`` is the one that is to be put right, or that the correction made; None where nothing came of it.
    """
    month = Month.parse(row.month)
    facts = (
        ("更正月份", month_words(month)),
        *(((_VERSION[row.version is None], f"V{version.number}-{version.sha256[:8]}"),) if version else ()),
        ("事由", row.reason),
        ("提出", f"{row.opened_by}　{row.opened_at[:16]}"),
        ("状态", CORRECTION_STATES[row.state]),
        *((("批准", f"{_by(row.second_person, row.paper)}　{row.answered_at[:16]}"),) if row.version else ()),
        *((("答复", f"{row.answer}　{row.second_person}　{row.answered_at[:16]}"),) if row.answer else ()),
    )
    sections = (
        Section("说明", (Heading("项目"), Heading("内容")), facts),
        Section("更正事项", _ACTS, tuple(map(_act, acts))),
        _differences(row, told),
    )
    number = f"更正〔{row.month}〕第{row.number}号"
    return Report(TITLE, centre().name, month_words(month), sections, number=number, boxes=_BOXES)


def _act(one: ActLine) -> tuple[Cell, ...]:
    act = one.act
    record = " ".join(part for part in (STAGED_RECORDS.get(act.kind, ""), one.name, one.day) if part)
    return CORRECTION_STEPS[act.step], record, act_content(act.fields, on_paper=True), act.reason


def _differences(row: CorrectionRow, told: Sequence[Told]) -> Section:
    """What moves. Of one that waits, by what and for whom; of one that was approved what its version wrote down."""
    if row.state != CorrectionState.OPEN:
        return Section("数字变化", _CHANGED, tuple(_told(one) for one in told))
    rows = tuple((*_told(one), "本更正单" if one.staged else "事后得知", _people(one)) for one in told)
    return Section("数字变化", (*_CHANGED, Heading("来源"), Heading("涉及人员")), rows)


def _told(one: Told) -> tuple[Cell, ...]:
    found = one.difference
    return figure_word_on_paper(found.figure), _value(found.before), _value(found.after)


def _people(one: Told) -> str:
    return "、".join(name for _uid, name in one.difference.people)


def _value(value: object) -> Cell:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str | int | None) else str(value)


def _by(name: str, paper: str) -> str:
    return f"{name}（{paper}）" if paper else name
