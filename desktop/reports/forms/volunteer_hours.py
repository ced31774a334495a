"""志愿服务时间证明: what somebody served, day by day, and what is left; whom it was for is not on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from desktop.core.document import Report
from desktop.core.ledgers import EntryKind
from desktop.core.progress import Progress
from desktop.core.quantities import hours_text
from desktop.core.words.terms import SERVICE_TYPES
from desktop.reports.columns import Column, Table, added, centred, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.services.ledger.listing import Entry
from desktop.services.work.timebank import Statement

TITLE = "志愿服务时间证明"


def report_of(about: Statement, centre: str, printed_on: dt.date) -> Report:
    """The certificate as data: the services that stand, the oldest first."""
    name, hours, entries = about
    served = [one for one in reversed(entries) if one.kind == EntryKind.HOURS_IN and one.stands]
    days = sorted(one.done_on for one in served if one.done_on is not None)
    period = f"{date_text(days[0])}至{date_text(days[-1])}" if days else f"截至{date_text(printed_on)}"
    words = (
        f"兹证明 {name} 在本中心参加志愿服务{len(served)}次，累计{hours_text(hours.served)}小时；"
        f"时间银行已支取{hours_text(hours.taken)}小时，截至{date_text(printed_on)}余{hours_text(hours.balance)}小时。"
    )
    table = replace(_SERVED.of(served), title=words)
    return Report(TITLE, centre, period, (table,), boxes=("经办人", "单位（盖章）"))


def write_certificate(
    about: Statement, centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the certificate as PDF."""
    return write_pdf(report_of(about, centre, printed_on), path, printed_on, progress)


def _day(one: Entry) -> str:
    return date_text(one.done_on) if one.done_on is not None else ""


_COLUMNS: tuple[Column[Entry], ...] = (
    centred("服务日期", _day),
    added("时长（小时）", lambda one: Decimal(hours_text(one.amount))),
    text("服务内容", lambda one: one.remark or (SERVICE_TYPES[one.service_type] if one.service_type else "")),
)
_SERVED: Table[Entry] = Table("服务时间", _COLUMNS, "冲正的不计。服务对象不列入本证明。", numbered=True)
