"""服务日程单: the orders of one who serves on a day, door by door, with room for start and end, score and signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.ledgers import ServiceUnit
from desktop.core.person.identity import masked_text
from desktop.core.progress import Progress
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.terms import SERVICE_PLACES, SERVICE_TYPES
from desktop.reports.forms.route_list import Column, Face, Lines, render_route_lists
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.paper import MM
from desktop.services.help_services.on_paper import DayList, PaperOrder

TITLE = "服务日程单"
NOTE = (
    "每户写开始、结束时间，请老人圈满意度（5 最好）并签名；没人在家或取消的写明原因。"
    "回来后在“十助服务”里扫每行的码：按计划做完按回车，有评分先按 1–5；"
    "时间不同写 0930-1015；没人在家按 0，取消按 9 加空格写原因。"
)


def render_day_lists(
    lists: Sequence[DayList], centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Print the lists one after the other; the codes are those of the orders."""
    columns: tuple[Column[PaperOrder], ...] = (
        Column("服务、计划时间、内容", 58 * MM, words=_what),
        Column("开始", 19 * MM),
        Column("结束", 19 * MM),
        Column("满意度", 32 * MM, marks="12345"),
        Column("没做成的原因", 32 * MM),
        Column("老人签名", 26 * MM),
    )
    face = Face(TITLE, NOTE, "服务人员", columns, counted="单", action=Action.PRINT_ORDER)
    return render_route_lists(face, lists, centre, path, printed_on=printed_on, progress=progress)


def planned_time(row: PaperOrder) -> str:
    """From when until when it is planned, as far as that was said."""
    order = row.order
    return f"{order.started}–{order.ended}" if order.ended else order.started


def service_words(row: PaperOrder) -> str:
    """The type, the item of it where one was said, and how many where it is not one."""
    order = row.order
    words = f"{SERVICE_TYPES[order.type]}（{order.item}）" if order.item else SERVICE_TYPES[order.type]
    return f"{words}{order.quantity}{SERVICE_UNITS[ServiceUnit.PIECE]}" if order.quantity > 1 else words


def _what(row: PaperOrder) -> Lines:
    """The type with its time and place, what is to be done, what to mind."""
    order = row.order
    head = " ".join(
        part for part in (service_words(row), planned_time(row), SERVICE_PLACES.get(order.place, "")) if part
    )
    minds = f"忌口、过敏：{row.minds}" if row.minds else ""
    return (head, 1), (masked_text(order.content), 2), (masked_text(order.remark), 1), (minds, 1)
