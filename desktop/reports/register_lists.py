"""The lists that offices ask for: 在册花名册, 新增/停止, 80/90/100岁名单, 社区与类别统计; on paper and as workbooks."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.terms import FLAGS, GRADES, LIVING_ARRANGEMENTS, REGISTER_STATES, SEXES
from desktop.reports.months import people as people_report
from desktop.reports.paper.document import (
    Cell,
    Column,
    RenderResult,
    Report,
    Row,
    Section,
    amount,
    centred,
    date_text,
    headed,
    numbered,
    text,
)
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, UNKNOWN, day_words, flag_words, month_words
from desktop.services.centre.centres import centre
from desktop.services.figures.register_end import people as people_figures
from desktop.services.register import as_of
from desktop.services.register.as_of import AsOfQuery, AsOfRow

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "roll": "在册老年人花名册",
        "changes": "在册老年人新增停止名单",
        "elders": "高龄老年人名单",
        "communities": "各社区老年人类别统计表",
    }
)
KINDS: tuple[str, ...] = tuple(TITLES)


def report_of(kind: str, day: dt.date, wanted: AsOfQuery | None = None) -> Report:
    """A list as of a day (``changes``: of the month that it lies in) as data; ``wanted`` narrows the roll."""
    asked = wanted or AsOfQuery()
    sections = _SECTIONS[kind](day, asked)
    by_month = kind == "changes"
    period = month_words(Month.of(day)) if by_month else f"截至{date_text(day)}"
    return Report(TITLES[kind], centre().name, period, sections, landscape=kind in {"roll", "elders", "communities"})


def write_list(
    kind: str,
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


def default_name(kind: str, day: dt.date, ext: str) -> str:
    """A file name that says which list of which centre and day it is, and names no person."""
    name = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "", centre().name)[:40]
    when = str(Month.of(day)) if kind == "changes" else day.isoformat()
    return f"{when}-{TITLES[kind]}-{name or centre().number}.{ext.lstrip('.')}"


_PERSON: tuple[Column, ...] = (
    centred("序号"),
    text("姓名"),
    centred("性别"),
    centred("出生日期"),
    centred("年龄"),
    centred("证件号码"),
    text("社区"),
    text("住址"),
    centred("电话"),
)


def _person(row: AsOfRow) -> Row:
    return (
        row.name,
        SEXES.get(row.sex, row.sex),
        day_words(row.born_on),
        row.age,
        row.id_masked,
        row.community,
        row.address,
        row.phone,
    )


def _roll(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = as_of.register_as_of(day, wanted)
    columns = (*_PERSON, text("居住情况"), text("能力等级"), text("类别"), centred("状态起始"))
    lines: list[Row] = [
        (
            *_person(row),
            LIVING_ARRANGEMENTS.get(row.living, ""),
            GRADES.get(row.grade, ""),
            flag_words(row.flags),
            day_words(row.since),
        )
        for row in rows
    ]
    note = (
        "口径：当日在册的老年人；类别、能力等级为当日有效者，高龄（80岁及以上）由出生日期推算；住址、电话为现有登记。"
    )
    state = REGISTER_STATES.get(wanted.state, "全部")
    return (Section(f"{state} {len(lines)} 人", columns, numbered(lines), note=note),)


def _changes(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    return people_report.change_sections(people_figures(Month.of(day)))


def _elders(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = [row for row in as_of.register_as_of(day, AsOfQuery(community=wanted.community)) if row.age is not None]
    bands = (("80—89岁", 80, 89), ("90—99岁", 90, 99), ("100岁及以上", 100, 200))
    note = "口径：当日在册，年龄按当日周岁计。供高龄津贴办理参考。"
    sections = [
        _band(title, [row for row in rows if low <= (row.age or 0) <= high], note) for title, low, high in bands
    ]
    return headed([*sections, people_report.turning_section(people_figures(Month.of(day)))])


def _band(title: str, rows: Sequence[AsOfRow], note: str) -> Section:
    oldest = sorted(rows, key=lambda row: (row.born_on or dt.date.max, row.name))
    columns = (*_PERSON, text("类别"))
    lines: list[Row] = [(*_person(row), flag_words(row.flags)) for row in oldest]
    return Section(f"{title}（{len(lines)}人）", columns, numbered(lines), note=note)


def _communities(day: dt.date, wanted: AsOfQuery) -> tuple[Section, ...]:
    rows = as_of.register_as_of(day)
    places = sorted({row.community for row in rows})
    held = Counter((row.community, flag) for row in rows for flag in row.flags)
    people = Counter(row.community for row in rows)
    columns = (text("社区"), amount("在册人数"), *(amount(word) for word in FLAGS.values()))
    lines: tuple[Row, ...] = tuple(
        (place or UNKNOWN, people[place], *(held[place, flag] for flag in FLAGS)) for place in places
    )
    totals: list[Cell] = [sum(held[place, flag] for place in places) for flag in FLAGS]
    note = (
        "口径：当日在册、当日有效的类别；高龄（80岁及以上）由出生日期推算。一人可属多个类别，各类别之和可大于在册人数。"
    )
    return (Section("分社区、分类别人数", columns, lines, (TOTAL, len(rows), *totals), note),)


_SECTIONS: Mapping[str, Callable[[dt.date, AsOfQuery], tuple[Section, ...]]] = {
    "roll": _roll,
    "changes": _changes,
    "elders": _elders,
    "communities": _communities,
}
