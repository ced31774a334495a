"""床位轮候名单: who waits for a bed on a day, in which order, and why each stands before the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
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


class _Why(NamedTuple):
    position: int
    words: str


def report_of(places: Sequence[Place], day: dt.date) -> Report:
    """The list of a day: for each mode who waits, then why each stands behind the one before."""
    parts: list[Section] = []
    for mode, of in groupby(places, lambda one: one.application.mode):
        line = list(of)
        parts += [
            Table(BED_MODES[mode], _COLUMNS).of(line),
            Table(f"{BED_MODES[mode]}：顺序说明", _WHY).of(_whys(line)),
        ]
    note = f"共{len(places)}人。{order_words(paper=True)}{_NOTE}"
    return Report(TITLE, centre().name, f"截至{date_text(day)}", headed(parts), note=note)


def write_list(places: Sequence[Place], day: dt.date, path: Path, *, progress: Progress | None = None) -> RenderResult:
    """Write the list of a day as PDF."""
    return write_pdf(report_of(places, day), path, day, progress)


def _whys(places: Sequence[Place]) -> Iterator[_Why]:
    for before, one in pairwise((None, *places)):
        assert one is not None
        if before is None:
            yield _Why(one.position, one.waiting.name + front_words(paper=True))
        else:
            pair = before.waiting, one.waiting
            yield _Why(one.position, before_words(*pair, sets_apart(*pair), paper=True))


_COLUMNS: tuple[Column[Place], ...] = (
    centred("位次", lambda one: one.position),
    text("姓名", lambda one: one.waiting.name),
    centred("证件号码", lambda one: masked(one.application.id_number) if one.application.id_number else ""),
    text("优先类别", lambda one: held_words(one.waiting, paper=True)),
    centred("能力等级", lambda one: grade_words(one.waiting, paper=True)),
    centred("申请日期", lambda one: one.application.applied_on.isoformat()),
    centred("床位", lambda one: BED_KINDS.get(one.application.kind, "不限")),
)
_WHY: tuple[Column[_Why], ...] = (
    centred("位次", lambda line: line.position),
    text("说明", lambda line: line.words),
)
