"""The lists that offices ask for: 在册花名册, 新增/停止, 80/90/100岁名单, 社区与类别统计; on paper and as workbooks."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from desktop.core.answers import ListKind
from desktop.core.document import Cell, Report, Section
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.terms import FLAGS, GRADES, LIVING_ARRANGEMENTS, REGISTER_STATES
from desktop.reports.columns import Column, Table, amount, centred, headed, person, text
from desktop.reports.months import people as people_report
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, UNKNOWN, day_words, month_words
from desktop.services.centre.centres import centre
from desktop.services.figures.register_end import people as people_figures
from desktop.services.register import as_of
from desktop.services.register.as_of import AsOfQuery, AsOfRow

TITLES: Mapping[ListKind, str] = MappingProxyType(
    {
        ListKind.ROLL: "在册老年人花名册",
        ListKind.CHANGES: "在册老年人新增停止名单",
        ListKind.ELDERS: "高龄老年人名单",
        ListKind.COMMUNITIES: "各社区老年人类别统计表",
    }
)
KINDS = tuple(ListKind)


def report_of(kind: ListKind, day: dt.date, wanted: AsOfQuery | None = None) -> Report:
    """A list as of a day (``changes``: of the month that it lies in) as data; ``wanted`` narrows the roll."""
    asked = wanted or AsOfQuery()
    sections = _SECTIONS[kind](day, asked)
    by_month = kind == ListKind.CHANGES
    period = month_words(Month.of(day)) if by_month else f"截至{date_text(day)}"
    return Report(TITLES[kind], centre().name, period, sections, landscape=kind != ListKind.CHANGES)


def write_list(
    kind: ListKind,
    day: dt.date,
    path: Path,
    *,
    printed_on: dt.date,
    wanted: AsOfQuery | None = None,
    progress: Progress | None = None,
) -> RenderResult:
    """Write a list, as PDF or workbook by the ending of ``path``."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(report_of(kind, day, wanted), path, printed_on, progress)


def default_name(kind: ListKind, day: dt.date, ext: str) -> str:
    """A file name that says which list of which centre and day it is, and names no person."""
    name = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "", centre().name)[:40]
    when = str(Month.of(day)) if kind == ListKind.CHANGES else day.isoformat()
    return f"{when}-{TITLES[kind]}-{name or centre().number}.{ext.lstrip('.')}"


# Who needs a card or an allowance is asked for by birth date and telephone.
_WHO: tuple[Column[AsOfRow], ...] = (
    *person("name", "sex"),
    centred("出生日期", lambda row: day_words(row.born_on)),
    *person("age", "id", "community", "address"),
    centred("电话", lambda row: row.phone),
)
_ROLL: Table[AsOfRow] = Table(
    "",
    (
        *_WHO,
        text("居住情况", lambda row: LIVING_ARRANGEMENTS.get(row.living, "")),
        text("能力等级", lambda row: GRADES.get(row.grade, "")),
        *person("kinds"),
        centred("状态起始", lambda row: day_words(row.since)),
    ),
    "口径：当日在册的老年人；类别、能力等级为当日有效者，高龄（80岁及以上）由出生日期推算；住址为当日有效者，电话为现有登记。",
    numbered=True,
)
_BAND: Table[AsOfRow] = Table(
    "",
    (*_WHO, *person("kinds")),
    "口径：当日在册，年龄按当日周岁计。供高龄津贴办理参考。",
    numbered=True,
)
_BANDS = (("80—89岁", 80, 89), ("90—99岁", 90, 99), ("100岁及以上", 100, 200))


def _roll(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = as_of.register_as_of(day, wanted)
    state = REGISTER_STATES.get(wanted.state, "全部")
    return (replace(_ROLL, title=f"{state} {len(rows)} 人").of(rows),)


def _changes(day: dt.date, _wanted: AsOfQuery) -> tuple[Section, ...]:
    return people_report.change_sections(people_figures(Month.of(day)))


def _elders(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = [row for row in as_of.register_as_of(day, AsOfQuery(community=wanted.community)) if row.age is not None]
    bands = [_band(title, [row for row in rows if low <= (row.age or 0) <= high]) for title, low, high in _BANDS]
    return headed([*bands, people_report.turning_section(people_figures(Month.of(day)))])


def _band(title: str, rows: Sequence[AsOfRow]) -> Section:
    oldest = sorted(rows, key=lambda row: (row.born_on or dt.date.max, row.name))
    return replace(_BAND, title=f"{title}（{len(rows)}人）").of(oldest)


class _Place(NamedTuple):
    """A community with its people, and how many of them hold each flag."""

    name: str
    people: int
    held: Mapping[str, int]


def _of_flag(flag: str) -> Callable[[_Place], Cell]:
    return lambda place: place.held.get(flag, 0)


_PLACES: Table[_Place] = Table(
    "分社区、分类别人数",
    (
        text("社区", lambda place: place.name or UNKNOWN),
        amount("在册人数", lambda place: place.people),
        *(amount(words, _of_flag(flag)) for flag, words in FLAGS.items()),
    ),
    "口径：当日在册、当日有效的类别；高龄（80岁及以上）由出生日期推算。一人可属多个类别，各类别之和可大于在册人数。",
)


def _communities(day: dt.date, _wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = as_of.register_as_of(day)
    names = sorted({row.community for row in rows})
    places = [_place(name, [row for row in rows if row.community == name]) for name in names]
    return (_PLACES.of(places, total=_place(TOTAL, rows)),)


def _place(name: str, rows: Sequence[AsOfRow]) -> _Place:
    return _Place(name, len(rows), Counter(flag for row in rows for flag in row.flags))


_SECTIONS: Mapping[str, Callable[[dt.date, AsOfQuery], tuple[Section, ...]]] = {
    ListKind.ROLL: _roll,
    ListKind.CHANGES: _changes,
    ListKind.ELDERS: _elders,
    ListKind.COMMUNITIES: _communities,
}
