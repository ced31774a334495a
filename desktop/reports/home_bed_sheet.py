"""家庭照护床位服务计划与月度记录: the plan of one care bed at home and a month of it, to be signed at home."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.centre import Centre
from desktop.core.document import Report
from desktop.core.period import Month
from desktop.core.person.identity import masked_text
from desktop.core.progress import Progress
from desktop.core.words.home_beds import HOME_BED_STATES, REVIEW_OUTCOMES
from desktop.core.words.terms import GRADES, SERVICE_TYPES, SEXES
from desktop.reports.columns import Table, added, amount, centred, text
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import day_words, month_words
from desktop.services.home_beds.month_sheet import DoneService, HomeBedSheet
from desktop.services.home_beds.progress import PlanLine, PlanWeek, ReviewRow

TITLE = "家庭照护床位服务计划与月度记录"
_BOXES = ("服务人员", "老人或家属", "单位（盖章）")
_DAY = dt.timedelta(days=1)
_ABOUT = Table[tuple[str, str]]("基本情况", (text("项目", lambda one: one[0]), text("内容", lambda one: one[1])))
_PLAN = Table[PlanLine](
    "服务计划",
    (
        text("服务", lambda one: SERVICE_TYPES[one.type]),
        amount("每周次数", lambda one: one.times),
        centred("起", lambda one: one.valid_from.isoformat()),
        centred("止", lambda one: day_words(one.valid_to) or "长期"),
    ),
    numbered=True,
)
_WEEKS = Table[PlanWeek](
    "按周完成情况",
    (
        centred("周（周一至周日）", lambda one: f"{one.monday:%m-%d} 至 {one.monday + 6 * _DAY:%m-%d}"),
        text("服务", lambda one: SERVICE_TYPES[one.line.type]),
        added("计划", lambda one: one.line.times),
        added("完成", lambda one: one.done),
        added("未完成", lambda one: one.left),
    ),
    "说明：一周算在周日所在的月；完成数是本周在家中提供的同类服务，最多计到计划数。",
)
_DONE = Table[DoneService](
    "上门服务记录",
    (
        centred("日期", lambda one: one.day.isoformat()),
        centred("时间", lambda one: one.started or "—"),
        text("服务", lambda one: SERVICE_TYPES[one.type]),
        added("分钟", lambda one: one.minutes),
        text("服务人员", lambda one: one.worker),
        text("内容", lambda one: masked_text(one.content)),
    ),
    numbered=True,
)
_REVIEWS = Table[ReviewRow](
    "复评",
    (
        centred("日期", lambda one: one.reviewed_on.isoformat()),
        text("结果", lambda one: REVIEW_OUTCOMES[one.outcome]),
        text("复评人", lambda one: one.reviewer),
        text("情况", lambda one: masked_text(one.words)),
    ),
)


def report(found: HomeBedSheet, centre: Centre) -> Report:
    """The sheet as data."""
    sections = [
        _ABOUT.of(_about(found)),
        _PLAN.of(found.plan),
        _WEEKS.of(found.weeks),
        _DONE.of(found.done),
    ]
    if found.reviews:
        sections.append(_REVIEWS.of(found.reviews))
    number = f"{centre.number}-{found.month.year}{found.month.number:02d}-JC{found.bed.id:04d}"
    return Report(TITLE, centre.name, month_words(found.month), tuple(sections), False, number, _BOXES)


def write(
    found: HomeBedSheet, centre: Centre, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the sheet, as PDF or as a workbook by the ending of ``path``."""
    draw = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return draw(report(found, centre), path, printed_on, progress)


def file_name(month: Month, home_bed_id: int, ext: str) -> str:
    """A file name of the month and the row, which names nobody."""
    return f"{month}-{TITLE}-{home_bed_id:04d}.{ext}"


def _about(found: HomeBedSheet) -> list[tuple[str, str]]:
    bed, person = found.bed, found.person
    years = "" if person.age is None else f"{person.age}岁"
    signed = "" if bed.signed_on is None else bed.signed_on.isoformat()
    until = "" if bed.contract_to is None else f" 至 {bed.contract_to.isoformat()}"
    told = (
        ("老人", " ".join(part for part in (person.name, SEXES.get(person.sex, ""), years) if part)),
        ("证件号码", person.id_masked),
        ("住址、电话", " ".join(part for part in (person.community, person.address, person.phone) if part)),
        ("能力等级", GRADES.get(found.grade, "")),
        ("状态", HOME_BED_STATES[bed.state]),
        ("协议", " ".join(part for part in (bed.contract_no, f"{signed}{until}", bed.signed_by) if part)),
        (
            "评估",
            " ".join(part for part in (bed.assessed_on.isoformat(), bed.assessor, masked_text(bed.needs)) if part),
        ),
        ("下次复评", "" if bed.review_on is None else bed.review_on.isoformat()),
    )
    return [(what, words) for what, words in told if words]
