"""餐价与补贴公示: what meals cost and who is subsidised on a day, as a notice for the wall (S3: 政策、信息公开)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from desktop.core.answers import PriceState
from desktop.core.canteen_errors import NothingPriced
from desktop.core.document import Cell, Report, Section
from desktop.core.progress import Progress
from desktop.core.trade import Combining
from desktop.core.words.prices import PAPER
from desktop.core.words.terms import MEAL_MODES
from desktop.reports.columns import Column, Table, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.words import yuan
from desktop.services.canteen import price_lists
from desktop.services.canteen.price_lists import Listed
from desktop.services.canteen.prices import Dated, Price, Subsidy
from desktop.services.centre.centres import centre

TITLE = "餐价与补贴公示"
EVERY = "不限"
Row = TypeVar("Row", Price, Subsidy)


def report_of(day: dt.date) -> Report:
    """The notice of a day: prices and subsidies in force, then those that are set and begin later."""
    prices, subsidies = price_lists.listed(day)
    now, then = PriceState.IN_FORCE, PriceState.TO_COME
    tables = [
        _PRICES.of(_rows(prices, now)),
        _SUBSIDIES.of(_rows(subsidies, now)),
        *_to_come(_rows(prices, then), _rows(subsidies, then)),
    ]
    if not any(table.rows for table in tables):
        raise NothingPriced(day)
    here = centre()
    return Report(
        TITLE,
        here.name,
        f"{date_text(day)}执行",
        headed(tables),
        number=f"{here.number}-{day:%Y%m%d}-GS",
        boxes=("单位（盖章）",),
    )


def write_notice(day: dt.date, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the notice of a day as PDF."""
    return write_pdf(report_of(day), path, printed_on, progress)


def _rows(listed: Sequence[Listed[Row]], state: PriceState) -> list[Row]:
    return [one.row for one in listed if one.state == state]


def _to_come(prices: Sequence[Price], subsidies: Sequence[Subsidy]) -> list[Section]:
    tables = (_LATER_PRICES.of(prices), _LATER_SUBSIDIES.of(subsidies))
    return [table for table in tables if table.rows]


def _meal(row: Dated) -> Cell:
    return PAPER.meal(row.meal) if row.meal else EVERY


def _mode(row: Dated) -> Cell:
    return PAPER.term(MEAL_MODES, row.mode) if row.mode else EVERY


def _whom(row: Dated) -> Cell:
    return PAPER.whom(row.ages, row.flags)


def _span(row: Dated) -> Cell:
    first = f"{row.valid_from.isoformat()}起"
    return first if row.valid_to is None else f"{first}，至{row.valid_to.isoformat()}"


_PRICE_COLUMNS: tuple[Column[Price], ...] = (
    centred("餐次", _meal),
    text("适用人员", _whom),
    centred("就餐方式", _mode),
    text("星期", lambda row: PAPER.days(row.weekdays) or "每天"),
    amount("餐价（元）", lambda row: yuan(row.price_fen)),
    text("执行日期", _span),
)
_SUBSIDY_COLUMNS: tuple[Column[Subsidy], ...] = (
    text("补贴对象", _whom),
    centred("餐次", _meal),
    centred("就餐方式", _mode),
    text("每餐补贴", lambda row: PAPER.given(row.amount_fen, row.percent)),
    text(
        "条件与上限",
        lambda row: PAPER.limits(row.min_spend_fen, row.day_cap_fen, row.month_cap_fen, row.combining == Combining.SUM),
    ),
    text("执行日期", _span),
)
_PRICES: Table[Price] = Table(
    "餐价", _PRICE_COLUMNS, "几项餐价都适用的，先按本人年龄、类别，再按就餐方式，再按星期；仍有几项的取最低一项。"
)
_SUBSIDIES: Table[Subsidy] = Table(
    "补贴",
    _SUBSIDY_COLUMNS,
    "补贴给本中心在册老年人，不超过餐价；陪同人员和访客按餐价付费。年龄按就餐当日周岁计，类别有一项即可，年龄和类别都列明的须同时符合。"
    "几项补贴都符合的取最高一项，注明“可与其他补贴叠加”的另加。",
)
_LATER_PRICES: Table[Price] = Table("即将执行的餐价", _PRICE_COLUMNS)
_LATER_SUBSIDIES: Table[Subsidy] = Table("即将执行的补贴", _SUBSIDY_COLUMNS)
