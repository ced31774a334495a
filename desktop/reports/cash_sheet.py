"""收银日报表: what came into each till on a day, what left it, what all balances came to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.document import Report, Section
from desktop.core.words.balances import LEDGER_ACCOUNTS
from desktop.reports.columns import Column, Table, amount, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import TOTAL, yuan
from desktop.services.ledger.cash import CashDay, Movement, StayAccount, StayCash

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

_STAY_CASH: Table[StayCash] = Table(
    "其中：住养收费现金",
    (
        text("收银员", lambda one: one.name or TOTAL),
        amount("收费用（元）", lambda one: yuan(one.fees_taken_fen)),
        amount("退费用（元）", lambda one: yuan(one.fees_refunded_fen)),
        amount("收押金（元）", lambda one: yuan(one.deposits_taken_fen)),
        amount("退押金（元）", lambda one: yuan(one.deposits_refunded_fen)),
        amount("冲正（元）", lambda one: yuan(one.countered_fen)),
    ),
    "口径：已含在各收银员现金的收入、退、冲正中，单列供核对。",
)
_STAY_ACCOUNTS: Table[StayAccount] = Table(
    "住养费用和押金合计",
    (
        text("账目", lambda one: LEDGER_ACCOUNTS[one.name]),
        amount("开始（元）", lambda one: yuan(one.opening_fen)),
        amount("收入（元）", lambda one: yuan(one.taken_fen)),
        amount("退（元）", lambda one: yuan(one.refunded_fen)),
        amount("计费（元）", lambda one: yuan(one.charged_fen)),
        amount("押金抵扣（元）", lambda one: yuan(one.from_deposit_fen)),
        amount("冲正（元）", lambda one: yuan(one.countered_fen)),
        amount("结存（元）", lambda one: yuan(one.closing_fen)),
    ),
    "口径：结存＝开始＋收入－退－计费＋押金抵扣＋冲正；住养费用结存为负的是尚欠。",
)


def report_of(sheet: CashDay, centre: str) -> Report:
    """The sheet of a day as data."""
    return Report(TITLE, centre, date_text(sheet.day), _sections(sheet), landscape=True, boxes=("收银", "复核", "会计"))


def write_sheet(sheet: CashDay, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Write the sheet, as PDF or workbook by the ending of ``path``."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(report_of(sheet, centre), path, printed_on)


def _sections(sheet: CashDay) -> tuple[Section, ...]:
    stays = []
    if sheet.stay_cash:
        stays.append(_STAY_CASH.of(sheet.stay_cash, total=sheet.cash_of_stays))
    if sheet.stay_accounts:
        stays.append(_STAY_ACCOUNTS.of(sheet.stay_accounts))
    return headed((_TILLS.of(sheet.tills, total=sheet.cash), _BALANCES.of([sheet.balances]), *stays))
