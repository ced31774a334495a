"""后厨每日记录: 晨检、清洁消毒、冷藏温度 and 留样 of a month as one paper to be signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop.core.document import Report
from desktop.core.food import SheetOf
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.quantities import scaled_text
from desktop.core.words.food import FOOD_PARTS, SHEETS_OF
from desktop.core.words.terms import MEALS
from desktop.reports.columns import Column, Table, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.words import month_words
from desktop.services.centre.centres import centre
from desktop.services.food import days, samples, sheets
from desktop.services.food.days import FoodDay
from desktop.services.food.samples import SampleRow
from desktop.services.food.sheets import SheetRow

TITLE = "后厨每日记录"
BOXES = ("食品安全员", "负责人", "单位（盖章）")


def report_of(month: Month) -> Report:
    """Every line of the month, sheet by sheet; then the days that lack something."""
    lines = sheets.lines(month.first, month.last)
    checked = [one for one in lines if one.kind == SheetOf.MORNING_CHECK]
    tables = [_checks(checked).of(checked)]
    tables += [_TABLES[kind].of(one for one in lines if one.kind == kind) for kind in _TABLES]
    lacking = [one for one in days.of_month(month) if not one.complete]
    tables += [_SAMPLES.of(samples.samples(month.first, month.last)), _LACKING.of(lacking)]
    return Report(TITLE, centre().name, month_words(month), headed(tables), landscape=True, boxes=BOXES)


def write_sheets(month: Month, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the month as PDF."""
    return write_pdf(report_of(month), path, printed_on, progress)


def _checks(checked: Sequence[SheetRow]) -> Table[SheetRow]:
    """The morning checks, with how long the health certificate of each cook holds."""
    held = sheets.health({one.about for one in checked})

    def until(one: SheetRow) -> str:
        found = held[one.about]
        return "未登记" if found is None else found.valid_to.isoformat() if found.valid_to else "长期"

    return _sheet(SheetOf.MORNING_CHECK, "人员", "健康上岗", "体温（℃）", centred("健康证有效期至", until))


def _sheet(kind: SheetOf, about: str, fit: str, degrees: str = "", *more: Column[SheetRow]) -> Table[SheetRow]:
    """A sheet by the heads of its columns; ``fit`` is what in order is called there."""
    return Table(
        SHEETS_OF[kind],
        (
            centred("日期", lambda one: one.day.isoformat()),
            centred("时间", lambda one: one.at),
            text(about, lambda one: one.about),
            *more,
            *((amount(degrees, _degrees),) if degrees else ()),
            centred(fit, lambda one: "是" if one.fit else "否"),
            text("情况", lambda one: one.words),
            text("处理", lambda one: one.measure),
            text("记录人", lambda one: one.done_by),
        ),
    )


def _degrees(one: SheetRow) -> str:
    return "" if one.tenths is None else scaled_text(one.tenths, 1)


_TABLES = {
    SheetOf.CLEANING: _sheet(SheetOf.CLEANING, "场所和用具", "已消毒"),
    SheetOf.TEMPERATURE: _sheet(SheetOf.TEMPERATURE, "设备", "正常", "温度（℃）"),
}
_SAMPLES: Table[SampleRow] = Table(
    "留样",
    (
        centred("留样时间", lambda one: f"{one.taken_on.isoformat()} {one.taken_at}"),
        centred("餐次", lambda one: MEALS[one.meal]),
        text("菜品", lambda one: one.name),
        amount("克数", lambda one: one.grams),
        text("留样人", lambda one: one.taken_by),
        text("存放", lambda one: one.place),
        centred(
            "处理时间", lambda one: "" if one.thrown_on is None else f"{one.thrown_on.isoformat()} {one.thrown_at}"
        ),
        text("处理人", lambda one: one.thrown_by),
    ),
)
_LACKING: Table[FoodDay] = Table(
    "缺项",
    (
        centred("日期", lambda one: one.day.isoformat()),
        centred("餐次", lambda one: "、".join(MEALS[meal] for meal in one.meals)),
        text("缺少", lambda one: "、".join(FOOD_PARTS[part] for part in one.missing)),
    ),
    "口径：从开始记台账那天起，有人就餐的日子都要有晨检、清洁消毒、冷藏温度，每一餐有菜品，每道菜有食材批次和留样。",
)
