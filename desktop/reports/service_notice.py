"""十助服务项目与价目公示: what the ten helps are and cost on a day, as a notice for the wall (S3: 政策、信息公开)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.answers import PriceState
from desktop.core.document import Cell, Report
from desktop.core.progress import Progress
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.prices import PAPER
from desktop.core.words.terms import SERVICE_TYPES
from desktop.reports.columns import Column, Table, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.words import yuan
from desktop.services.centre.centres import centre
from desktop.services.help_services import definitions, fees
from desktop.services.help_services.definitions import Definition
from desktop.services.help_services.fees import Fee

TITLE = "十助服务项目与价目公示"


def report_of(day: dt.date) -> Report:
    """The notice of a day: what is offered, what it costs, then the fees that are set and begin later."""
    lines = fees.listed(day)
    later = _LATER.of([one.row for one in lines if one.state == PriceState.TO_COME])
    here = centre()
    return Report(
        TITLE,
        here.name,
        f"{date_text(day)}执行",
        headed(
            [
                _OFFERED.of(list(definitions.in_force(day).values())),
                _FEES.of([one.row for one in lines if one.state == PriceState.IN_FORCE]),
                *([later] if later.rows else []),
            ]
        ),
        number=f"{here.number}-{day:%Y%m%d}-FW",
        boxes=("单位（盖章）",),
    )


def write_notice(day: dt.date, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the notice of a day as PDF."""
    return write_pdf(report_of(day), path, printed_on, progress)


def _type(row: Definition | Fee) -> Cell:
    return SERVICE_TYPES[row.type]


def _unit(row: Definition | Fee) -> Cell:
    return SERVICE_UNITS[row.unit]


def _span(row: Fee) -> Cell:
    first = f"{row.valid_from.isoformat()}起"
    return first if row.valid_to is None else f"{first}，至{row.valid_to.isoformat()}"


_FEE_COLUMNS: tuple[Column[Fee], ...] = (
    centred("服务类型", _type),
    text("项目", lambda row: row.item or "不限"),
    centred("单位", _unit),
    text("适用人员", lambda row: PAPER.whom(row.ages, row.flags)),
    amount("收费（元）", lambda row: yuan(row.fee_fen)),
    amount("补贴（元）", lambda row: yuan(row.subsidy_fen)),
    text("执行日期", _span),
)
_OFFERED: Table[Definition] = Table(
    "服务项目",
    (
        centred("服务类型", _type),
        text("项目", lambda row: row.item),
        centred("单位", _unit),
        text("内容", lambda row: row.text),
    ),
)
_FEES: Table[Fee] = Table(
    "价目",
    _FEE_COLUMNS,
    "列有项目的先于不限项目的，列有年龄、类别的先于适用全部人员的；仍有几项的取自付最少一项。按小时计的以实际服务时间折算到分。"
    "年龄按服务当日周岁计，类别有一项即可。另有约定的，以服务单所列为准。",
)
_LATER: Table[Fee] = Table("即将执行的价目", _FEE_COLUMNS)
