"""床位轮候名单: who waits for a bed on a day, in which order, and why each stands before the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from desktop.core.document import Report, Section
from desktop.core.person.identity import masked
from desktop.core.progress import Progress
from desktop.core.waiting import sets_apart
from desktop.core.words.terms import BED_KINDS, BED_MODES
from desktop.core.words.waiting_why import before_words, front_words, grade_words, held_words, order_words
from desktop.reports.columns import Column, Table, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.services.beds.waiting import Place
from desktop.services.centre.centres import centre

TITLE = "床位轮候名单"
_NOTE = "类别、等级按打印名单当日的登记。名单有个人信息，公示前须征得本人同意。"


class _Line(NamedTuple):
    place: Place
    why: str


def report_of(places: Sequence[Place], day: dt.date) -> Report:
    """The list of a day, a table for each mode."""
    parts = [_section(mode, list(of)) for mode, of in groupby(places, lambda one: one.application.mode)]
    sections = headed(parts) if len(parts) > 1 else tuple(parts)
    note = f"共{len(places)}人。{order_words(paper=True)}{_NOTE}"
    return Report(TITLE, centre().name, f"截至{date_text(day)}", sections, note=note)


def write_list(places: Sequence[Place], day: dt.date, path: Path, *, progress: Progress | None = None) -> RenderResult:
    """Write the list of a day as PDF."""
    return write_pdf(report_of(places, day), path, day, progress)


def _section(mode: str, places: Sequence[Place]) -> Section:
    return Table(BED_MODES[mode], _COLUMNS).of(_lines(places))


def _lines(places: Sequence[Place]) -> Iterable[_Line]:
    for at, one in enumerate(places):
        before = places[at - 1].waiting if at else None
        why = before_words(before, one.waiting, sets_apart(before, one.waiting), paper=True) if before else ""
        yield _Line(one, why or front_words(paper=True))


_COLUMNS: tuple[Column[_Line], ...] = (
    centred("位次", lambda line: line.place.position),
    text("姓名", lambda line: line.place.waiting.name),
    centred(
        "证件号码", lambda line: masked(line.place.application.id_number) if line.place.application.id_number else ""
    ),
    text("优先类别", lambda line: held_words(line.place.waiting, paper=True)),
    centred("能力等级", lambda line: grade_words(line.place.waiting, paper=True)),
    centred("申请日期", lambda line: line.place.application.applied_on.isoformat()),
    centred("床位", lambda line: BED_KINDS.get(line.place.application.kind, "不限")),
    text("顺序说明", lambda line: line.why),
)
