"""历次能力评估记录: every result of one person in a row, two of them item by item, and when the next is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.assessment import Area, Graded, Worse, items
from desktop.core.document import Cell, Heading, Report, Row, Section
from desktop.core.progress import Progress
from desktop.core.words.assessments import AREAS, ASSESSMENT_REASONS, RISK_EVENTS, WORSE
from desktop.core.words.terms import GRADES, SEXES
from desktop.reports.columns import Column, Table, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.services.centre.centres import centre
from desktop.services.residents.assessment_paper import History, ResultLine
from desktop.services.residents.assessments import AssessmentRow
from desktop.services.writing.going_out import Held

TITLE = "历次能力评估记录"
_BOXES = ("制表", "审核", "单位（盖章）")
_NOTE = "按 GB/T 42195-2022，各分值为得分，满分 90。证件号码只显示前后几位。"


def report_of(history: History, printed_on: dt.date) -> Report:
    """The history as data."""
    parts = [_RESULTS.of(history.lines)]
    if history.now is not None:
        parts.append(_two(history.before, history.now))
    return Report(
        TITLE,
        centre().name,
        f"截至{date_text(printed_on)}",
        (_person(history), *headed(parts)),
        landscape=True,
        boxes=_BOXES,
        note=f"{_next_words(history, printed_on)}{_NOTE}",
    )


def write_history(
    history: History, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the history as PDF."""
    held = Held(TITLE, 1, action=Action.PRINT_ASSESSMENT)
    return write_pdf(report_of(history, printed_on), path, printed_on, progress, held)


def _person(history: History) -> Section:
    born = date_text(history.born_on) if history.born_on else None
    heads = Heading("姓名"), Heading("性别", "centre"), Heading("出生日期", "centre"), Heading("证件号码", "centre")
    row: Row = (history.name, SEXES.get(history.sex, ""), born, history.id_masked or None)
    return Section("老年人", heads, (row,))


def _next_words(history: History, day: dt.date) -> str:
    """Until when the newest result holds: by then somebody has to assess anew."""
    if history.holds_until is None:
        return ""
    if history.holds_until < day:
        return f"最近一次结果已于{date_text(history.holds_until)}到期，应重新评估。"
    return f"下次评估：{date_text(history.holds_until)}以前。"


def _why(graded: Graded) -> str | None:
    """What made the grade worse than its points; of events how often which."""
    told = [WORSE[one] for one in graded.why if one is not Worse.EVENTS]
    if Worse.EVENTS in graded.why:
        events = "、".join(f"{RISK_EVENTS[kind]}{count}次" for kind, count in graded.events.items())
        told.append(f"近30天{events}")
    if not told:
        return None
    becomes = "直接评定为" if Worse.COMA in graded.why else "上调一级为"
    return f"{'、'.join(told)}，{becomes}{GRADES[graded.grade]}"


def _assessors(line: ResultLine) -> str | None:
    if line.whole is None:
        return (line.bare.assessor if line.bare else "") or None
    return "、".join(line.whole.assessors) or f"{line.whole.agency} {line.whole.report_no}".strip()


def _grade(line: ResultLine) -> str:
    found = line.whole.graded.grade if line.whole else line.bare.grade if line.bare else ""
    return GRADES.get(found, "")


def _score(area: Area) -> Column[ResultLine]:
    return centred(AREAS[area], lambda line: line.whole.graded.scores.get(area) if line.whole else None)


_COLUMNS: tuple[Column[ResultLine], ...] = (
    centred("评估日期", lambda line: line.day.isoformat()),
    centred("原因", lambda line: ASSESSMENT_REASONS[line.whole.reason] if line.whole else None),
    *(_score(area) for area in Area),
    centred("总分", lambda line: line.whole.graded.total if line.whole else None),
    centred(
        "初步等级",
        lambda line: GRADES[line.whole.graded.by_points] if line.whole and line.whole.graded.by_points else None,
    ),
    text("等级变更依据", lambda line: _why(line.whole.graded) if line.whole else None),
    centred("最终等级", _grade),
    text("评估人员", _assessors),
    centred("有效期至", lambda line: line.holds_until.isoformat()),
)
_RESULTS: Table[ResultLine] = Table(
    "各次结果",
    _COLUMNS,
    "按评估日期排列；没有各项得分的（只登记了等级）各分值记“—”。",
    numbered=True,
)


def _two(left: AssessmentRow | None, right: AssessmentRow) -> Section:
    """Two results beside each other, item by item, with what became of each."""
    heads = (
        Heading("项目"),
        Heading("满分", "right"),
        Heading(left.day.isoformat() if left else "前一次", "right"),
        Heading(right.day.isoformat(), "right"),
        Heading("变化", "right"),
    )
    title = "两次逐项对照" if left else "最近一次逐项得分"
    return Section(title, heads, tuple(_lines(left, right)), note="变化为后一次减前一次，得分降低即能力下降。")


def _lines(left: AssessmentRow | None, right: AssessmentRow) -> Iterator[Row]:
    for area in Area:
        among = [one for one in items() if one.area == area]
        for one in among:
            yield _line(one.name, one.most, *(found.answers.get(one.key) if found else None for found in (left, right)))
        sums = (found.graded.scores.get(area) if found else None for found in (left, right))
        yield _line(f"【{AREAS[area]}】", sum(one.most for one in among), *sums)
    totals = (found.graded.total if found else None for found in (left, right))
    yield _line("【总分】", sum(one.most for one in items()), *totals)
    grades = tuple(GRADES[found.graded.grade] if found else None for found in (left, right))
    yield ("【能力等级】", "", *grades, "")


def _line(name: str, most: int, left: int | None, right: int | None) -> Row:
    change: Cell = None if left is None or right is None else "" if left == right else f"{right - left:+d}"
    return name, most, left, right, change
