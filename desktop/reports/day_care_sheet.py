"""日托月度出勤表: who was in day care on which days of a month, to be signed and stamped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.core.centre import Centre
from desktop.core.document import Cell, Report
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.reports.columns import Column, Table, about, amount, centred
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, hours, month_words
from desktop.services.day_care.month_sheet import MonthSheet, SheetLine

TITLE = "日托月度出勤表"
_BOXES = ("制表", "日托负责人", "单位（盖章）")
_SIGNED, _UNSIGNED = "√", "○"


def report(found: MonthSheet, centre: Centre, *, numbers: bool = False) -> Report:
    """The sheet as data; ``numbers``: masked ID numbers and communities tell people of one name apart."""
    days = list(found.month)
    columns: tuple[Column[SheetLine], ...] = (
        # On paper the days take the room; a name that stands to the right is not broken.
        *(about("name", "id", "community") if numbers else (amount("姓名", lambda one: one.person.name),)),
        *(centred(str(day.day), _mark_of(day)) for day in days),
        amount("天数", lambda one: len(one.days)),
        amount("小时", lambda one: hours(one.minutes)),
    )
    note = (
        f"说明：{_SIGNED} 来并已签退，{_UNSIGNED} 来而没有签退（计天数，不计小时）。月末日托位 {found.places} 个。"
        "由到离登记生成，日托出勤与床日分开统计。"
    )
    section = Table("出勤", columns, note, numbered=True).of(found.lines)
    if found.lines:
        before: list[Cell] = [""] * (len(columns) - len(days) - 3)
        sums: list[Cell] = [
            sum(len(line.days) for line in found.lines),
            hours(sum(line.minutes for line in found.lines)),
        ]
        section = replace(section, totals=("", TOTAL, *before, *(found.on(day) or "" for day in days), *sums))
    number = f"{centre.number}-{found.month.year}{found.month.number:02d}-RT"
    return Report(TITLE, centre.name, month_words(found.month), (section,), True, number, _BOXES)


def write(
    found: MonthSheet, centre: Centre, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the sheet, as PDF or as a workbook by the ending of ``path``."""
    if path.suffix.lower() == ".xlsx":
        return write_xlsx(report(found, centre, numbers=True), path, printed_on, progress)
    return write_pdf(report(found, centre), path, printed_on, progress)


def file_name(month: Month, ext: str) -> str:
    """A file name of the month, which names nobody."""
    return f"{month}-{TITLE}.{ext}"


def _mark_of(day: dt.date) -> Callable[[SheetLine], Cell]:
    def cell(line: SheetLine) -> Cell:
        mark = line.days.get(day)
        return "" if mark is None else _SIGNED if mark.signed_out else _UNSIGNED

    return cell
