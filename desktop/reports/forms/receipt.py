"""收据 of money left here, paid for a stay or given back: number, amount in figures and in capitals (大写)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import capitals, yuan_shown
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.ledger.receipts import Receipt

_TITLES = {EntryKind.TOP_UP: "收据", EntryKind.REFUND: "退款收据"}
_WHO = {EntryKind.TOP_UP: "交款人", EntryKind.REFUND: "领款人"}
_WHAT = {
    LedgerAccount.CANTEEN: {EntryKind.TOP_UP: "就餐预存充值", EntryKind.REFUND: "就餐预存退款"},
    LedgerAccount.STAY: {EntryKind.TOP_UP: "住养费用（床位、护理、伙食）", EntryKind.REFUND: "退还预交住养费用"},
    LedgerAccount.STAY_DEPOSIT: {EntryKind.TOP_UP: "入住押金", EntryKind.REFUND: "退还入住押金"},
}
# What the balance of the receipt is called, and what it is.
_LEFT = {
    LedgerAccount.CANTEEN: ("余额", "余额为本笔之后的预存余额。"),
    LedgerAccount.STAY: ("预交余额", "余额为本笔之后的预交余额；尚欠为本笔之后已计费而未交的住养费用。"),
    LedgerAccount.STAY_DEPOSIT: ("押金余额", "押金余额为本笔之后的押金，离院结清后退还。"),
}
_BY = {EntryKind.TOP_UP: "收款人", EntryKind.REFUND: "付款人"}


def render_receipt(receipt: Receipt, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print a receipt."""
    return write_form(form_of(receipt, centre), centre, path, printed_on, Action.PRINT_RECEIPT)


def form_of(receipt: Receipt, centre: str) -> PaperForm:
    """The receipt as data."""
    entry = receipt.entry
    kind, fen, account = EntryKind(entry.kind), abs(entry.amount), LedgerAccount(entry.account)
    left, note = _LEFT[account]
    after = yuan_shown(abs(entry.after))
    owed = account == LedgerAccount.STAY and entry.after < 0
    marks = [words for words, is_so in (("补打", receipt.again), ("已冲正", entry.countered)) if is_so]
    return PaperForm(
        f"{_TITLES[kind]}{''.join(f'（{one}）' for one in marks)}",
        f"单位：{centre}",
        f"编号：{entry.receipt}",
        (
            line(Cell(_WHO[kind], entry.name), Cell("日期", f"{date_text(entry.day)} {entry.at}".strip())),
            line(Cell("事由", _WHAT[account][kind])),
            line(Cell("金额（大写）", capitals(fen)), height_mm=12),
            line(Cell("金额（小写）", f"¥{yuan_shown(fen)}"), Cell("尚欠" if owed else left, f"¥{after}")),
            line(Cell("备注", entry.remark)),
            line(Cell(_BY[kind], entry.cashier), Cell("单位（盖章）"), height_mm=20),
            line(Cell(f"{_WHO[kind]}签字"), height_mm=14),
        ),
        note=f"{note}本收据一式两份，本中心与老年人各存一份。",
    )
