"""送餐路线单: to whom a meal is brought, what to mind, three boxes, the time and where to sign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.progress import Progress
from desktop.core.words.terms import MEALS
from desktop.reports.forms.route_list import Column, Face, render_route_list
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.paper import MM
from desktop.services.deliveries import lists
from desktop.services.visits.route_sheets import Sheet, SheetRow

TITLE = "送餐路线单"
NOTE = (
    "每户勾一项：已送到（请老人签名、写时间）　　没人应门（立即告知中心，当天回访）　　未送（写明原因）。"
    "回来后在“幸福食堂 → 送餐”里扫每行的码，再按 1 已送到、2 没人应门、3 未送；也可扫老人的卡。"
)


def render_delivery_list(
    sheet: Sheet, centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Print a list; the codes are those of its stops."""
    remarks = lists.remarks(sheet)
    columns: tuple[Column[SheetRow], ...] = (
        Column("饮食提示", 52 * MM, words=lambda row: ((remarks.get(row.resident_id, ""), 4),)),
        *(Column(word, 17 * MM, box=True) for word in ("已送到", "没人应门", "未送")),
        Column("时间", 18 * MM),
        Column("未送原因", 30 * MM),
        Column("签名", 24 * MM),
    )
    face = Face(TITLE, NOTE, "送餐人", columns, f"{MEALS[sheet.meal]}餐", f"{sheet.id:06d}")
    return render_route_list(face, sheet, centre, path, printed_on=printed_on, progress=progress)
