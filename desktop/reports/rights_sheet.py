"""岗位权限表: what each role may do, for the wall and the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from desktop.core.document import Heading, Report, Section
from desktop.core.i18n import on_paper
from desktop.core.progress import Progress
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.core.words.permissions import act_title, groups
from desktop.core.words.terms import ROLES
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.services.centre import rights
from desktop.services.centre.centres import centre
from desktop.services.centre.rights import Right

TITLE = "岗位权限表"
# Read without colours: what may be done stands out.
MARKS: Mapping[Grant, str] = {Grant.ALL: "■", Grant.OWN: "本人", Grant.NO: "—"}
_NOTE = (
    "■ 可以做；“本人”只能对本人登记的或分派给本人的记录做；—不可以做。带 * 的是主任改过的。"
    "做不了的事请找有权限的岗位办理。"
)


def report_of(day: dt.date) -> Report:
    """The sheet of today's rights, a table for each group of acts."""
    with on_paper():
        told = [(title, [(act_title(one), rights.right(one)) for one in acts]) for title, acts in groups()]
    headings = (Heading("可以做的事"), *(Heading(ROLES[role], "centre") for role in Role))
    sections = tuple(
        Section(title, headings, tuple((words, *_marks(one)) for words, one in lines)) for title, lines in told
    )
    return Report(TITLE, centre().name, f"{date_text(day)}起执行", sections, boxes=("主任", "单位（盖章）"), note=_NOTE)


def write_sheet(day: dt.date, path: Path, *, progress: Progress | None = None) -> RenderResult:
    """Write today's rights as PDF."""
    return write_pdf(report_of(day), path, day, progress)


def _marks(one: Right) -> tuple[str, ...]:
    return tuple(MARKS[grant] + "*" * changed for grant, changed in zip(one.grants, one.changed, strict=True))
