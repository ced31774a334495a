"""就餐日登记表 and 就餐月矩阵: a day to be signed, and a month of people and days that an import reads back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from desktop.core import meal_marks
from desktop.core.centre import Centre
from desktop.core.document import Cell, Report, Section
from desktop.core.progress import Progress
from desktop.core.words.terms import MEAL_MODES, MEALS
from desktop.reports.columns import Column, Table, about, added, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, month_words, yuan
from desktop.services.canteen.sheets import DayLine, DaySheet, Matrix, MatrixLine, SheetMeal

# Neither title may name a meal: an import takes a mark that names none for that of the title.
DAY_TITLE, MATRIX_TITLE = "老年幸福食堂就餐日登记表", "老年幸福食堂就餐月矩阵"
GUEST = "临时"
_BOXES = ("制表", "食堂负责人", "单位（盖章）")
_WEEKDAYS = "一二三四五六日"

_SERVED: Table[DayLine] = Table(
    "就餐登记",
    (
        centred("餐次", lambda one: MEALS[one.served.meal]),
        text("姓名", lambda one: one.person.name if one.person else GUEST),
        centred("证件号码", lambda one: one.person.id_masked if one.person else ""),
        text("社区", lambda one: one.person.community if one.person else ""),
        centred("方式", lambda one: MEAL_MODES[one.served.mode]),
        centred("时间", lambda one: one.served.eaten_at),
        amount("餐费（元）", lambda one: yuan(one.served.price)),
        amount("补贴（元）", lambda one: yuan(one.served.subsidy)),
        amount("实付（元）", lambda one: yuan(one.served.paid)),
        amount("其中预存（元）", lambda one: yuan(one.served.prepaid)),
        text("签字（手印）", lambda one: ""),
    ),
    numbered=True,
)


class _Kind(NamedTuple):
    """The meals of one kind on a day."""

    meal: str
    mode: str
    meals: Sequence[SheetMeal]


_KINDS: Table[_Kind] = Table(
    "合计",
    (
        centred("餐次", lambda one: MEALS[one.meal]),
        centred("方式", lambda one: MEAL_MODES[one.mode]),
        added("人次", lambda one: len(one.meals)),
        added("餐费（元）", lambda one: yuan(sum(meal.price for meal in one.meals))),
        added("补贴（元）", lambda one: yuan(sum(meal.subsidy for meal in one.meals))),
        added("实付（元）", lambda one: yuan(sum(meal.paid for meal in one.meals))),
        added("其中预存（元）", lambda one: yuan(sum(meal.prepaid for meal in one.meals))),
    ),
)


def day_report(sheet: DaySheet, centre: Centre) -> Report:
    """The sheet of a day as data."""
    kinds = [_Kind(meal, mode, sheet.of(meal, mode)) for meal in MEALS for mode in MEAL_MODES]
    aside = f"{GUEST}就餐 {len(sheet.guests)} 人次、{yuan(sum(one.paid for one in sheet.guests))} 元，不计入合计。"
    sections = (_SERVED.of(sheet.lines), replace(_KINDS.of([one for one in kinds if one.meals]), note=aside))
    period = f"{date_text(sheet.day)}（星期{_WEEKDAYS[sheet.day.weekday()]}）"
    number = f"{centre.number}-{sheet.day:%Y%m%d}-RD"
    return Report(DAY_TITLE, centre.name, period, headed(sections), True, number, _BOXES)


def matrix_report(found: Matrix, centre: Centre, *, numbers: bool = False) -> Report:
    """The matrix of a month as data; ``numbers``: masked ID numbers tell people of one name apart."""
    number = f"{centre.number}-{found.month.year}{found.month.number:02d}-JZ"
    section = _matrix(found, numbers)
    return Report(MATRIX_TITLE, centre.name, month_words(found.month), (section,), True, number, _BOXES)


def write_day(sheet: DaySheet, centre: Centre, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Write the sheet of a day, as PDF or workbook by the ending of ``path``."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(day_report(sheet, centre), path, printed_on)


def write_matrix(
    found: Matrix, centre: Centre, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the matrix, as PDF or as the workbook that an import reads, by the ending of ``path``."""
    if path.suffix.lower() == ".xlsx":
        return write_xlsx(matrix_report(found, centre, numbers=True), path, printed_on, progress)
    return write_pdf(matrix_report(found, centre), path, printed_on, progress)


def file_name(period: object, title: str, ext: str) -> str:
    """A file name of the day or month, which names nobody."""
    return f"{period}-{title}.{ext}"


def _matrix(found: Matrix, numbers: bool) -> Section:
    days = list(found.month)
    columns: tuple[Column[MatrixLine], ...] = (
        # On paper the days take the room; a name that stands to the right is not broken.
        *(about("name", "id", "community") if numbers else (amount("姓名", _name_of),)),
        *(centred(str(day.day), _mark_of(day)) for day in days),
        amount("人次", lambda one: one.meals),
        amount("餐费（元）", lambda one: yuan(one.price_fen)),
        amount("补贴（元）", lambda one: yuan(one.subsidy_fen)),
        amount("实付（元）", lambda one: yuan(one.paid_fen)),
    )
    lines = found.lines
    sums: list[Cell] = [sum(line.meals for line in lines), *map(yuan, _sums(lines))]
    before = len(columns) - len(days) - len(sums) - 1
    totals: list[Cell] = [TOTAL, *[""] * before, *(found.on(day) or "" for day in days), *sums]
    aside = f"临时就餐 {found.guests} 人次、{yuan(found.guest_paid_fen)} 元不在本表。"
    table: Table[MatrixLine] = Table("就餐登记", columns, f"说明：{meal_marks.LEGEND}。{aside}", numbered=True)
    section = table.of(lines)
    return replace(section, totals=("", *totals)) if lines else section


def _name_of(line: MatrixLine) -> Cell:
    return line.person.name


def _mark_of(day: dt.date) -> Callable[[MatrixLine], Cell]:
    return lambda line: meal_marks.written(line.days.get(day, {}))


def _sums(lines: Sequence[MatrixLine]) -> tuple[int, int, int]:
    return (
        sum(line.price_fen for line in lines),
        sum(line.subsidy_fen for line in lines),
        sum(line.paid_fen for line in lines),
    )
