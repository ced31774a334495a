"""缴费对账单 of a stay: where it stands, the months with their lines, every entry of the fees and of the deposit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.core.document import Report
from desktop.core.ledgers import EntryKind
from desktop.core.money import yuan_shown
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.stay_fees import FeeLine
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS, entry_on_paper, on_paper
from desktop.reports.columns import Column, Table, added, amount, centred, headed, text
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.page import write_pdf
from desktop.reports.words import day_words, month_words, yuan
from desktop.services.centre.centres import centre
from desktop.services.ledger.listing import Entry
from desktop.services.stay_fees.charges import ChargeRow
from desktop.services.stay_fees.statement import LainIn, Statement
from desktop.services.writing.putting_back import TAKEN_BACK

TITLE = "缴费对账单"
_BOXES = ("制单", "单位（盖章）", "老年人或家属")
_NOTE = (
    "余额为负的是尚欠，为正的是预交；押金不抵作费用，离院结清后退还。费用按每晚的床位、护理等级和请假计算，"
    "每项合计后四舍五入到分。如有不符，请在收到之日起向本中心核对。"
)


class _Part(NamedTuple):
    """A line of a month."""

    month: str
    line: FeeLine


class _Booked(NamedTuple):
    """An entry; ``charged`` where it is of what was charged, not of money: a charge, or what takes one back."""

    entry: Entry
    charged: bool


def report_of(found: Statement) -> Report:
    """The statement as data."""
    stands = found.stands
    parts = [_SUM.of([found]), _STAYS.of(found.stays)]
    if found.months:
        parts.append(_LINES.of(_lines(found)))
    differences = [one for month in found.months for one in month.differences]
    if differences:
        parts.append(_DIFFERENCES.of(differences))
    parts += [
        table.of(_booked(entries)) for table, entries in ((_FEES, found.fees), (_DEPOSIT, found.deposit)) if entries
    ]
    who = f"{stands.name}　证件号码：{found.id_masked or '未登记'}"
    return Report(TITLE, centre().name, f"截至{date_text(found.day)}　{who}", headed(parts), boxes=_BOXES, note=_NOTE)


def write_statement(found: Statement, path: Path, *, progress: Progress | None = None) -> RenderResult:
    """Write the statement as PDF."""
    return write_pdf(report_of(found), path, found.day, progress)


def _lines(found: Statement) -> Iterator[_Part]:
    for month in found.months:
        for line in month.last.lines:
            yield _Part(month_words(month.last.month), line)


def _stands(found: Statement) -> str:
    fen = found.stands.balance_fen
    return f"尚欠{yuan_shown(-fen)}元" if fen < 0 else f"预交{yuan_shown(fen)}元" if fen else "已结清"


def _entry_words(one: Entry) -> str:
    """What an entry is; one that another takes back says so."""
    # The first charge of a month has no reason, a difference always has.
    differs = one.kind == EntryKind.CHARGE and bool(one.month and one.remark)
    words = "补差" if differs else entry_on_paper(one.account, one.kind)
    if one.month:
        words = f"{words} {month_words(Month.parse(one.month))}"
    return f"{words}（已冲正）" if one.countered else words


def _booked(entries: Sequence[Entry]) -> Iterator[_Booked]:
    charged: dict[int, bool] = {}
    for one in entries:
        # What takes an entry back is of the kind of what it takes back.
        charged[one.id] = one.kind == EntryKind.CHARGE if one.counter_of is None else charged[one.counter_of]
        yield _Booked(one, charged[one.id])


def _remark(one: Entry) -> str:
    return "撤销" if one.remark == TAKEN_BACK else one.remark


def _days(one: FeeLine) -> str:
    return f"{one.first:%m-%d} 至 {one.last:%m-%d}"


_SUM: Table[Statement] = Table(
    "结存",
    (
        amount("已计费（元）", lambda one: yuan(one.stands.charged_fen)),
        amount("已交（元）", lambda one: yuan(one.stands.paid_fen)),
        amount("余额（元）", lambda one: yuan(one.stands.balance_fen)),
        text("费用", _stands),
        centred("欠费自", lambda one: day_words(one.stands.owed_since)),
        amount("押金（元）", lambda one: yuan(one.stands.deposit_fen)),
    ),
)
_STAYS: Table[LainIn] = Table(
    "入住",
    (
        text("床位", lambda one: one.bed),
        centred("入住日期", lambda one: day_words(one.from_on)),
        centred("离开日期", lambda one: day_words(one.to_on)),
    ),
)
_LINES: Table[_Part] = Table(
    "各月费用",
    (
        centred("月份", lambda one: one.month),
        text("项目", lambda one: FEE_PARTS[one.line.part]),
        text("说明", lambda one: on_paper(one.line)),
        centred("起止", lambda one: _days(one.line)),
        amount("天数", lambda one: one.line.nights),
        amount("标准", lambda one: f"{yuan_shown(one.line.rate_fen)} {FEE_UNITS[one.line.unit]}"),
        added("金额（元）", lambda one: yuan(one.line.fen)),
    ),
)
_DIFFERENCES: Table[ChargeRow] = Table(
    "补差（已含在各月费用内）",
    (
        centred("月份", lambda one: month_words(one.month)),
        added("补差（元）", lambda one: yuan(one.amount_fen)),
        text("原因", lambda one: one.remark),
    ),
)
_LEDGER: tuple[Column[_Booked], ...] = (
    centred("日期", lambda one: day_words(one.entry.day)),
    text("摘要", lambda one: _entry_words(one.entry)),
)
_BESIDE: tuple[Column[_Booked], ...] = (
    amount("余额（元）", lambda one: yuan(one.entry.after)),
    centred("收据号", lambda one: one.entry.receipt),
    text("经手人", lambda one: one.entry.cashier),
    text("备注", lambda one: _remark(one.entry)),
)
_FEES: Table[_Booked] = Table(
    "费用账目",
    (
        *_LEDGER,
        added("计费（元）", lambda one: yuan(-one.entry.amount) if one.charged else None),
        added("收退（元）", lambda one: None if one.charged else yuan(one.entry.amount)),
        *_BESIDE,
    ),
)
_DEPOSIT: Table[_Booked] = Table(
    "押金账目",
    (*_LEDGER, added("收退（元）", lambda one: yuan(one.entry.amount)), *_BESIDE),
)
