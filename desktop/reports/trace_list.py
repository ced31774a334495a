"""食材追溯名单: who may have eaten of some batches, one line a person, to be called one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desktop.core.document import Report
from desktop.core.progress import Progress
from desktop.core.words.food import BATCH_ENDS
from desktop.core.words.terms import MEALS
from desktop.reports.columns import Table, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.words import day_words
from desktop.services.centre.centres import centre
from desktop.services.food.purchases import PurchaseRow
from desktop.services.food.trace import Eater, Trace, TracedDish

TITLE = "食材批次追溯名单"
_NOTE = (
    "一餐不登记每人吃了哪几道菜，凡在用到该批次食材的那一餐就餐的都列在名单上。本人没有电话的，列第一联系人的电话。"
    "名单有个人信息，仅用于食品安全处置，用后妥善保管。"
)


class _Person(NamedTuple):
    name: str
    phone: str
    meals: str


def report_of(found: Trace, day: dt.date) -> Report:
    """The list as of a day."""
    guests = f"另有临时就餐{found.guests}人次，没有登记姓名。" if found.guests else ""
    people = _people(found.people)
    sections = (_BATCHES.of(found.batches), _DISHES.of(found.dishes), _PEOPLE.of(people))
    note = f"共{len(people)}人、{len(found.people)}人次。{guests}{_NOTE}"
    return Report(TITLE, centre().name, f"截至{date_text(day)}", headed(sections), note=note)


def write_trace(found: Trace, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the list as PDF."""
    return write_pdf(report_of(found, printed_on), path, printed_on, progress)


def _people(eaten: Iterable[Eater]) -> list[_Person]:
    """One line a person with every meal, in the order of the first of them."""
    meals: dict[int | None, list[Eater]] = {}
    for one in eaten:
        meals.setdefault(one.resident_id, []).append(one)
    return [_Person(those[0].name, those[0].phone, "、".join(map(_meal, those))) for those in meals.values()]


def _meal(one: Eater) -> str:
    return f"{one.day.isoformat()} {MEALS[one.meal]}"


def _left(one: PurchaseRow) -> str:
    return "" if one.ended_on is None else f"{one.ended_on.isoformat()} {BATCH_ENDS[one.ended_as]}"


_BATCHES: Table[PurchaseRow] = Table(
    "批次",
    (
        text("食材", lambda one: one.name),
        text("批号", lambda one: one.batch),
        text("供应商", lambda one: one.supplier),
        centred("进货日期", lambda one: one.received_on.isoformat()),
        text("数量", lambda one: one.quantity),
        centred("保质期至", lambda one: day_words(one.expires_on)),
        text("处理", _left),
    ),
)
_DISHES: Table[TracedDish] = Table(
    "用于菜品",
    (
        centred("日期", lambda one: one.served_on.isoformat()),
        centred("餐次", lambda one: MEALS[one.meal]),
        text("菜品", lambda one: one.name),
        text("批次", lambda one: one.batch),
    ),
)
_PEOPLE: Table[_Person] = Table(
    "可能食用人员",
    (
        text("姓名", lambda one: one.name),
        text("联系电话", lambda one: one.phone),
        text("就餐日期和餐次", lambda one: one.meals),
        # To be filled in by hand while people are called.
        text("联系时间和身体情况", lambda _one: ""),
    ),
    numbered=True,
)
