"""活动签到表: who came to an activity, each with where to sign and a code that finds their service."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.person.identity import masked_text
from desktop.core.progress import Progress
from desktop.core.words.terms import SERVICE_PLACES, SERVICE_TYPES, SEXES, age_band
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.forms.route_list import Column, Face, Lines, render_route_list
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.paper import MM
from desktop.services.help_services.attendance_paper import AttendanceList
from desktop.services.help_services.on_paper import PaperOrder
from desktop.services.help_services.orders import ServiceDraft

TITLE = "活动签到表"
NOTE = "请到场的老人在自己的一行签名；没有来的划去，回来在“活动签到”里扫那一行的码，按 F7 去掉。原件由本中心留存。"

EMPTY_NOTE = (
    "到场的老人写上姓名并签名。回来在“活动签到”里按姓名逐个登记；登记后可以打印带码的签到表。原件由本中心留存。"
)
# As many as one sheet of paper holds.
_EMPTY_ROWS = 21


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
        action=Action.PRINT_ORDER,
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


def render_empty_list(
    activity: ServiceDraft, day: dt.date, centre: str, path: Path, *, printed_on: dt.date
) -> RenderResult:
    """Print the list before anybody came: what it is, and room for names and signatures."""
    kind = SERVICE_TYPES[activity.type]
    times = "–".join(str(one) for one in (activity.started, activity.ended) if one)
    rows = (
        line(Cell(f"{number}　姓名", "", 1.4, 20), Cell("社区", "", 1, 14), Cell("签名", "", 1.4, 14), height_mm=10)
        for number in range(1, _EMPTY_ROWS + 1)
    )
    about = line(Cell("服务人员", activity.worker, label_mm=24), Cell("内容", masked_text(activity.content), 1.4, 16))
    where = SERVICE_PLACES.get(activity.place, "")
    said = "    ".join(
        part for part in (f"类型：{kind}", where and f"地点：{where}", times and f"时间：{times}") if part
    )
    form = PaperForm(TITLE, said, f"日期：{date_text(day)}", (about, *rows), note=EMPTY_NOTE)
    return write_form(form, centre, path, printed_on, Action.PRINT_ORDER)
