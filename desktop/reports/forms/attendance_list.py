"""活动签到表: who came to an activity, each with where to sign and a code that finds their service."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.person.identity import masked_text
from desktop.core.progress import Progress
from desktop.core.words.terms import SERVICE_PLACES, SERVICE_TYPES, SEXES, age_band
from desktop.reports.forms.route_list import Column, Face, Lines, render_route_list
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.paper import MM
from desktop.services.help_services.attendance_paper import AttendanceList
from desktop.services.help_services.on_paper import PaperOrder

TITLE = "活动签到表"
NOTE = "请到场的老人在自己的一行签名；没有来的划去，回来在“活动签到”里扫那一行的码，按 F7 去掉。原件由本中心留存。"


def render_attendance_list(
    there: AttendanceList, centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Print the list, A4 upright; the codes are those of the services."""
    columns: tuple[Column[PaperOrder], ...] = (Column("签名", 62 * MM), Column("备注", 30 * MM))
    face = Face(
        TITLE,
        NOTE,
        "",
        columns,
        above=tuple(line for line in _about(there) if line),
        who="姓名、性别、年龄段、社区",
        beneath=_who,
        upright=True,
    )
    return render_route_list(face, there, centre, path, printed_on=printed_on, progress=progress)


def _about(there: AttendanceList) -> tuple[str, ...]:
    """What it was, where and when, who held it."""
    kind = f"{SERVICE_TYPES[there.type]}（{there.item}）" if there.item else SERVICE_TYPES[there.type]
    times = "–".join(one for one in (there.started, there.ended) if one)
    said = (
        ("类型", kind),
        ("地点", SERVICE_PLACES.get(there.place, "")),
        ("时间", times),
        ("服务人员", there.visitor or "＿＿＿＿＿＿"),
    )
    content = masked_text(there.content)
    return "    ".join(f"{word}：{text}" for word, text in said if text), f"内容：{content}" if content else ""


def _who(row: PaperOrder) -> Lines:
    """No more than tells people of one name apart: everybody who signs reads the whole list."""
    band = f"{age_band(row.age)}岁" if row.age is not None else ""
    return (f"{SEXES.get(row.sex, '')} {band}".strip(), 1), (row.community, 2)
