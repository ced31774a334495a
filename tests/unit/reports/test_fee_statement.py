"""缴费对账单: where somebody stands, the months with their lines, differences, every entry with its receipt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.document import Section
from desktop.core.errors import NotFound
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.core.person.identity import masked
from desktop.models import query
from desktop.reports import fee_statement
from desktop.services import undoing
from desktop.services.beds import stays
from desktop.services.ledger import listing
from desktop.services.stay_fees import charges, paying, rates, statement
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.reports.golden import agrees
from tests.unit.reports.reading import whole_text
from tests.unit.services.stay_fees.lodging import OCTOBER, admit, bed, graded, turn_on, usual_rates


@pytest.fixture
def lodger(actor: Actor, person: Callable[..., int]) -> int:
    """Two months, a difference, all kinds of money, one of them a mistake, one undone; left on the 20th."""
    turn_on(actor)
    usual_rates(actor)
    who = person("王芳")
    graded(actor, who, "severe", dt.date(2026, 9, 11))
    stay = admit(actor, who, bed(actor, "1"), "2026-09-01")
    paying.take_deposit(actor, StayMoneyDraft(who, "5000", "入住押金"))
    charges.charge(actor, Month(2026, 9))
    stays.add_leave(actor, stay, "2026-09-20", "2026-09-22", "住院", "hospital")
    charges.book_difference(actor, who, Month(2026, 9), "补登住院")
    paying.pay(actor, StayMoneyDraft(who, "3000", "女儿代交"))
    wrong = paying.pay(actor, StayMoneyDraft(who, "30"))
    paying.correct(actor, wrong, "错收")
    other = paying.charge_other(actor, OtherChargeDraft(who, "86.50", "代垫药费"))
    paying.correct(actor, other, "家属自付")
    paying.pay(actor, StayMoneyDraft(who, "7"))
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    stays.discharge(actor, stay, "2026-10-20", "回家")
    charges.charge(actor, OCTOBER)
    paying.pay_from_deposit(actor, StayMoneyDraft(who, "1000"))
    return who


def rows(part: Section, *columns: int) -> list[tuple[object, ...]]:
    return [tuple(row[at] for at in columns) for row in part.rows]


def test_the_statement_line_by_line(lodger: int) -> None:
    assert agrees(fee_statement.report_of(statement.of(lodger)), "ordinary", "fee_statement")


def test_its_sums_are_the_ledger(lodger: int) -> None:
    report = fee_statement.report_of(statement.of(lodger))
    parts = {part.title[2:]: part for part in report.sections}
    [(charged, paid, balance, words, _since, deposit)] = parts["结存"].rows
    assert isinstance(charged, Decimal) and isinstance(paid, Decimal) and isinstance(balance, Decimal)
    assert paid - charged == balance and words == f"尚欠{-balance:,.2f}元"
    # The lines of the months are what was charged; so are the entries, and the money is what was paid.
    assert parts["各月费用"].totals is not None and parts["各月费用"].totals[-1] == charged
    fees = parts["费用账目"]
    assert fees.totals is not None and fees.totals[2:4] == (charged, paid)
    assert fees.rows[-1][4] == balance
    assert parts["押金账目"].totals is not None and parts["押金账目"].totals[2] == deposit == Decimal("4000.00")
    assert rows(parts["补差（已含在各月费用内）"], 0, 2) == [("2026年9月", "补登住院")]
    assert [row[1] for row in fees.rows] == [
        "计费 2026年9月",
        "补差 2026年9月",
        "收费",
        "收费（已冲正）",
        "冲正",
        "计费（已冲正）",
        "冲正",
        "收费（已冲正）",
        "冲正",
        "计费 2026年10月",
        "押金抵扣",
    ]
    # An undo is said in words, a counter-entry of a charge stands among the charges.
    assert fees.rows[8][-1] == "撤销" and (fees.rows[6][2], fees.rows[6][3]) == (Decimal("-86.50"), None)
    receipts = [one.receipt for one in listing.of_holder(LedgerAccount.STAY, lodger) if one.receipt]
    assert len(receipts) == 3 and set(receipts) <= {row[5] for row in fees.rows}


def test_on_paper_the_number_is_masked_and_printing_is_noted(lodger: int, actor: Actor, tmp_path: Path) -> None:
    before = query.count("SELECT count(*) FROM change_log WHERE action = 'print' AND table_name = 'resident'")
    made = fee_statement.write_statement(statement.issue(actor, lodger), tmp_path / "a.pdf")
    text = whole_text(made.path)
    number = id_number("1944-03-05", "female", 50)
    for words in (
        "缴费对账单",
        "王芳",
        masked(number),
        "床位费",
        "护理费",
        "伙食费",
        "补登住院",
        "押金账目",
        "2026-000002",
    ):
        assert words in text, words
    assert number not in text and made.missing == ()
    after = query.count("SELECT count(*) FROM change_log WHERE action = 'print' AND table_name = 'resident'")
    assert after == before + 1


def test_who_never_stayed_nor_paid_has_none(actor: Actor, person: Callable[..., int]) -> None:
    who = person()
    with pytest.raises(NotFound):
        statement.of(who)
    turn_on(actor)
    rates.set_rate(actor, RateDraft("2026-01-01", "bed", "31"))
    admit(actor, who, bed(actor, "1"), clock.today().isoformat())
    report = fee_statement.report_of(statement.of(who))
    assert [part.title for part in report.sections] == ["一、结存", "二、入住"] and report.sections[0].rows[0][
        3
    ] == "已结清"
