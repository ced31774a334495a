"""收银日报表: what came into each till on a day, what left it, what all balances came to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.document import Report, Section
from desktop.reports.columns import Column, Table, amount, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, yuan
from desktop.services.ledger.cash import CashDay, Movement

TITLE = "收银日报表"
_MOVES: tuple[Column[Movement], ...] = (
    amount("开始（元）", lambda one: yuan(one.opening_fen)),
    amount("收入（元）", lambda one: yuan(one.taken_fen)),
    amount("退（元）", lambda one: yuan(one.refunded_fen)),
)
_TILLS: Table[Movement] = Table(
    "各收银员现金",
    (
        text("收银员", lambda one: one.name or TOTAL),
        *_MOVES,
        amount("冲正（元）", lambda one: yuan(one.countered_fen)),
        amount("上交（元）", lambda one: yuan(one.handed_over_fen)),
        amount("结存（元）", lambda one: yuan(one.closing_fen)),
        text("签字", lambda one: ""),
    ),
    "口径：结存＝开始＋收入－退＋冲正－上交；开始为以前各日未上交的现金；冲正记在原收银员名下。餐费现金不在本表。",
)
_BALANCES: Table[Movement] = Table(
    "预存余额合计",
    (
        *_MOVES,
        amount("扣款（元）", lambda one: yuan(one.deducted_fen)),
        amount("冲正（元）", lambda one: yuan(one.countered_fen)),
        amount("结存（元）", lambda one: yuan(one.closing_fen)),
    ),
    "口径：结存＝开始＋收入－退－扣款＋冲正，即当日结束时全部预存余额之和。",
)


def report_of(sheet: CashDay, centre: str) -> Report:
    """The sheet of a day as data."""
    return Report(TITLE, centre, date_text(sheet.day), _sections(sheet), landscape=True, boxes=("收银", "复核", "会计"))


def write_sheet(sheet: CashDay, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Write the sheet, as PDF or workbook by the ending of ``path``."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(report_of(sheet, centre), path, printed_on)


def _sections(sheet: CashDay) -> tuple[Section, ...]:
    return headed((_TILLS.of(sheet.tills, total=sheet.cash), _BALANCES.of([sheet.balances])))
