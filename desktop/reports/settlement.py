"""就餐结算表: a month by person with room to sign, by subsidy class, by payer (区级补贴申请), by category."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from desktop.core.centre import Centre
from desktop.core.document import Report, Section
from desktop.core.figures.settlement import PersonSettled, Settled, Settlement, Share
from desktop.core.money import capitals
from desktop.core.progress import Progress
from desktop.reports.columns import Column, Table, about, added, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, month_words, yuan

TITLE = "老年幸福食堂就餐结算表"
_PEOPLE: Table[PersonSettled] = Table(
    "就餐人员结算明细",
    (
        *about("name", "id", "community", "flags"),
        added("就餐次数", lambda one: one.sums.meals),
        added("餐费（元）", lambda one: yuan(one.sums.price_fen)),
        added("补贴（元）", lambda one: yuan(one.sums.subsidy_fen)),
        added("实付（元）", lambda one: yuan(one.sums.paid_fen)),
        added("其中预存（元）", lambda one: yuan(one.sums.prepaid_fen)),
        text("签字（手印）", lambda one: ""),
    ),
    numbered=True,
)
_MONEY: tuple[Column[Settled], ...] = (
    amount("就餐次数", lambda one: one.meals),
    amount("餐费（元）", lambda one: yuan(one.price_fen)),
    amount("补贴（元）", lambda one: yuan(one.subsidy_fen)),
    amount("实付（元）", lambda one: yuan(one.paid_fen)),
)
_CLASSES: Table[Settled] = Table(
    "分补贴类别",
    (
        text("补贴类别", lambda one: one.name or TOTAL),
        text("补贴标准（每餐）", lambda one: one.standard),
        amount("人数", lambda one: one.people),
        *_MONEY,
    ),
    "口径：一餐计入给补贴最多的一类；可叠加的其他补贴只计入该类的补贴金额。人数为当月在该类至少就餐一次的人，一人可在几类中，故不等于各类之和。",
)
_FLAGS: Table[Settled] = Table(
    "分特殊困难类别",
    (centred("类别", lambda one: one.name), amount("人数", lambda one: one.people), *_MONEY),
    "口径：按就餐当日的类别计；一人可属多个类别，各类之和可大于总数。",
)


class _Payer(NamedTuple):
    """Who bears how much."""

    name: str
    share: Share


_PAYERS: Table[_Payer] = Table(
    "分付费方（区级补贴申请）",
    (
        text("付费方", lambda one: one.name),
        amount("人次", lambda one: one.share.meals),
        added("金额（元）", lambda one: yuan(one.share.fen)),
        text("经办人签字", lambda one: ""),
    ),
)


def report_of(found: Settlement, centre: Centre) -> Report:
    """The settlement as data."""
    return Report(
        TITLE,
        centre.name,
        month_words(found.month),
        _sections(found),
        landscape=True,
        number="-".join(
            part for part in (centre.number, f"{found.month.year}{found.month.number:02d}", "JS", found.version) if part
        ),
        boxes=("制表", "食堂负责人", "中心主任", "单位（盖章）"),
    )


def write_settlement(
    found: Settlement, centre: Centre, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write it, as PDF or workbook by the ending of ``path``."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(report_of(found, centre), path, printed_on, progress)


def default_name(found: Settlement, ext: str) -> str:
    """A file name of the month, which names nobody."""
    return f"{found.month}-{TITLE}.{ext}"


def _sections(found: Settlement) -> tuple[Section, ...]:
    payers = (
        _Payer("区级财政补贴", found.district),
        _Payer("老年人自付（预存扣款）", found.prepaid),
        _Payer("老年人自付（现金）", found.cash),
    )
    applied = f"申请区级补贴金额（大写）：{capitals(found.district.fen)}。一餐可由几方共同负担，人次不相加。"
    guests = f"口径：与就餐月报同一口径。临时就餐 {found.guests} 人次、{yuan(found.guest_paid_fen)} 元不在本表。"
    return headed(
        (
            replace(_PEOPLE.of(found.people), note=guests),
            _CLASSES.of(found.classes, total=found.whole),
            replace(_PAYERS.of(payers), note=applied),
            _FLAGS.of(found.flags),
        )
    )
