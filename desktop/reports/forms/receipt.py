"""收据 of money left with the canteen or given back: number, amount in figures and in capitals (大写)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.ledgers import EntryKind
from desktop.core.money import capitals, yuan_shown
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.ledger.receipts import Receipt

_TITLES = {EntryKind.TOP_UP: "收据", EntryKind.REFUND: "退款收据"}
_WHO = {EntryKind.TOP_UP: "交款人", EntryKind.REFUND: "领款人"}
_WHAT = {EntryKind.TOP_UP: "就餐预存充值", EntryKind.REFUND: "就餐预存退款"}
_BY = {EntryKind.TOP_UP: "收款人", EntryKind.REFUND: "付款人"}


def render_receipt(receipt: Receipt, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print a receipt."""
    return write_form(form_of(receipt, centre), centre, path, printed_on)


def form_of(receipt: Receipt, centre: str) -> PaperForm:
    """The receipt as data."""
    entry = receipt.entry
    kind, fen = EntryKind(entry.kind), abs(entry.amount)
    marks = [words for words, is_so in (("补打", receipt.again), ("已冲正", entry.countered)) if is_so]
    return PaperForm(
        f"{_TITLES[kind]}{''.join(f'（{one}）' for one in marks)}",
        f"单位：{centre}",
        f"编号：{entry.receipt}",
        (
            line(Cell(_WHO[kind], entry.name), Cell("日期", f"{date_text(entry.day)} {entry.at}".strip())),
            line(Cell("事由", _WHAT[kind])),
            line(Cell("金额（大写）", capitals(fen)), height_mm=12),
            line(Cell("金额（小写）", f"¥{yuan_shown(fen)}"), Cell("余额", f"¥{yuan_shown(entry.after)}")),
            line(Cell("备注", entry.remark)),
            line(Cell(_BY[kind], entry.cashier), Cell("单位（盖章）"), height_mm=20),
            line(Cell(f"{_WHO[kind]}签字"), height_mm=14),
        ),
        note="余额为本笔之后的预存余额。本收据一式两份，本中心与老年人各存一份。",
    )
