"""探访路线单: whom to visit, what is known of them, six boxes, the result."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.progress import Progress
from desktop.core.words.terms import BLOCK_STATES, FLAGS, RISK_LEVELS, VISIT_BLOCKS
from desktop.reports.forms.route_list import Column, Face, Lines, render_route_list
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.paper import MM
from desktop.services.visits.known_before import Before, before
from desktop.services.visits.route_sheets import Sheet, SheetRow

TITLE = "探访路线单"
NOTE = (
    "六项各填：√ 正常    △ 需关注    × 风险    ＝ 无变化（六项不可全为无变化）。"
    "结果：1 见到本人    2 不在家    3 拒访    4 住院    5 外出。"
    "回来后在“月探访”里扫每行的码，再按结果键。"
)


def render_route_sheet(
    sheet: Sheet, centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Print a sheet; the codes are those of its rows."""
    return render_route_list(_face(sheet), sheet, centre, path, printed_on=printed_on, progress=progress)


def _face(sheet: Sheet) -> Face[SheetRow]:
    known = before((row.resident_id for row in sheet.rows), sheet.day)
    columns: tuple[Column[SheetRow], ...] = (
        Column(
            "类别、上次情况、未了风险", 46 * MM, words=lambda row: _known(row, known.get(row.resident_id, Before()))
        ),
        *(Column(word, 13 * MM, box=True) for word in VISIT_BLOCKS.values()),
        Column("结果", 12 * MM),
        Column("情况与需求", 30 * MM),
        Column("签名", 20 * MM),
    )
    return Face(TITLE, NOTE, "探访人", columns, number=f"{sheet.id:06d}")


def _known(row: SheetRow, found: Before) -> Lines:
    """Why somebody is visited, what was found last, and the risk that is open."""
    flags = "、".join(FLAGS.get(flag, flag) for flag in row.flags)
    return (flags, 1), (_last_words(found), 2), (_risk_words(found), 2)


def _last_words(found: Before) -> str:
    if found.last_on is None:
        return "尚无见到本人的探访"
    concerns = [
        f"{VISIT_BLOCKS[one.block]}{BLOCK_STATES[one.state]}" + (f"（{one.words}）" if one.words else "")
        for one in found.concerns
    ]
    return f"上次 {found.last_on:%m-%d}：" + ("、".join(concerns) or found.remark or "正常")


def _risk_words(found: Before) -> str:
    return "；".join(
        f"风险（{RISK_LEVELS[one.level]}）：{one.what}" + (f"，{one.due_on:%m-%d}前" if one.due_on else "")
        for one in found.risks
    )
