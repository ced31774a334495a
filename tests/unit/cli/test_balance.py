"""``balance``: money left here for meals, receipts and tills, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.unit.cli.conftest import Shizhu

AT = ("--at", "2026-10-21 11:30", "--meal", "午", "--json")


@pytest.fixture
def priced(person: Callable[..., int], canteen_prices: None, shizhu: Shizhu) -> Shizhu:
    """王芳 of 82 and 李强 of 76; lunch 15.00, 3.00 off from 60, 5.00 from 80."""
    person("王芳", born="1944-03-05")
    person("李强", born="1950-01-01", sex="male")
    return shizhu


def words_of(path: Path) -> str:
    """What a PDF says, without blanks."""
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_meal_is_paid_from_what_was_left_here_and_the_scan_says_what_remains(priced: Shizhu) -> None:
    told = priced("balance", "top-up", "王芳", "15", "--remark", "女儿代交", "--json").json
    assert {name: told[name] for name in ("kind", "amount", "balance", "receipt", "remark")} == {
        "kind": "top_up",
        "amount": "15.00",
        "balance": "15.00",
        "receipt": "2026-000001",
        "remark": "女儿代交",
    }
    paid = priced("scan", "王芳", *AT).json
    assert (paid["paid"], paid["prepaid"], paid["balance"]) == ("10.00", True, "5.00")
    short = priced("scan", "王芳", *AT[:1], "2026-10-20 11:30", *AT[2:]).json
    assert (short["prepaid"], short["balance"]) == (False, "5.00")
    never = priced("scan", "李强", *AT).json
    assert (never["prepaid"], never["balance"]) == (False, None)
    assert priced("balance", "list", "--json").json["balances"] == [
        {"resident_id": 1, "name": "王芳", "balance": "5.00", "limit": "0.00", "last_on": "2026-10-21"}
    ]
    kinds = [(one["kind"], one["amount"]) for one in priced("balance", "show", "王芳", "--json").json["entries"]]
    assert kinds == [("deduct", "-10.00"), ("top_up", "15.00")]


def test_what_is_too_much_is_refused_and_a_limit_lets_it_pass(priced: Shizhu) -> None:
    said = priced("balance", "refund", "王芳", "5")
    assert (said.code, said.err.startswith("Not done: the balance is 0.00 yuan, and 5.00 yuan would be taken.")) == (
        1,
        True,
    )
    assert priced("balance", "limit", "王芳", "20", "--json").json == {"balance": "0.00", "limit": "20.00"}
    assert priced("scan", "王芳", *AT).json["balance"] == "-10.00"
    assert priced("balance", "top-up", "王芳", "1,000,000,000").code == 1


def test_a_receipt_bears_number_and_amount_in_capitals_and_says_that_it_is_printed_again(
    priced: Shizhu, tmp_path: Path
) -> None:
    entry = priced("balance", "top-up", "王芳", "120.50", "--json").json["id"]
    first, second, third = (tmp_path / f"{name}.pdf" for name in "abc")
    assert priced("balance", "receipt", "2026-000001", "--pdf", first, "--json").json["again"] is False
    assert priced("balance", "receipt", "2026-000001", "--pdf", second, "--json").json["again"] is True
    words = words_of(first)
    for said in (
        "收据",
        "编号：2026-000001",
        "王芳",
        "壹佰贰拾元伍角整",
        "¥120.50",
        "2026年10月21日",
        "单位：示例中心",
    ):
        assert said in words
    assert "补打" not in words and "收据（补打）" in words_of(second)
    priced("balance", "correct", entry, "--reason", "多打")
    priced("balance", "receipt", "2026-000001", "--pdf", third)
    assert "收据（补打）（已冲正）" in words_of(third)
    assert priced("balance", "receipt", "2026-000009", "--pdf", third).code == 1


def test_money_given_back_has_a_receipt_of_its_own(priced: Shizhu, tmp_path: Path) -> None:
    priced("balance", "top-up", "王芳", "100")
    told = priced("balance", "refund", "王芳", "30.05", "--json").json
    assert (told["receipt"], told["amount"], told["balance"]) == ("2026-000002", "-30.05", "69.95")
    priced("balance", "receipt", "2026-000002", "--pdf", tmp_path / "r.pdf")
    words = words_of(tmp_path / "r.pdf")
    assert "退款收据" in words and "叁拾元零伍分" in words and "领款人" in words and "余额¥69.95" in words


def test_the_tills_of_a_day_are_printed_and_add_up(priced: Shizhu, tmp_path: Path) -> None:
    priced("balance", "top-up", "王芳", "100")
    priced("balance", "refund", "王芳", "0.01")
    priced("balance", "hand-over", "50")
    priced("scan", "王芳", *AT)
    pdf, book = tmp_path / "day.pdf", tmp_path / "day.xlsx"
    told = priced("balance", "cash", "--out", pdf, "--json").json
    (till,) = told["tills"]
    assert [till[name] for name in ("opening", "taken", "refunded", "countered", "handed_over", "closing")] == [
        *("0.00", "100.00", "0.01", "0.00", "50.00", "49.99")
    ]
    assert (told["balances"]["deducted"], told["balances"]["closing"]) == ("10.00", "89.99")
    assert "收银日报表" in words_of(pdf) and "49.99" in words_of(pdf) and "89.99" in words_of(pdf)
    priced("balance", "cash", "--out", book)
    cells = [row for row in load_workbook(book).active.iter_rows(values_only=True) if row[0] == "合计"]
    assert [float(cell) for cell in cells[0][1:7]] == [0, 100, 0.01, 0, 50, 49.99]
    assert priced("balance", "cash", "--day", "2026-10-20", "--json").json["tills"] == []


def test_a_month_is_settled_as_the_figures_say(priced: Shizhu, tmp_path: Path) -> None:
    priced("balance", "top-up", "王芳", "10")
    priced("scan", "王芳", *AT)
    priced("scan", "李强", *AT)
    told = priced("settle", "--month", "2026-10", "--out", tmp_path / "s.pdf", "--json").json
    figures = priced("figures", "--month", "2026-10", "--json").json["canteen"]
    assert [told["whole"][name] for name in ("price", "subsidy", "paid")] == [
        figures[name] for name in ("price", "subsidy", "paid")
    ]
    assert told["payers"] == {
        "district": {"meals": 2, "amount": "8.00"},
        "prepaid": {"meals": 1, "amount": "10.00"},
        "cash": {"meals": 1, "amount": "12.00"},
    }
    assert [one["name"] for one in told["classes"]] == ["60周岁及以上", "80周岁及以上"]
    assert "捌元整" in words_of(tmp_path / "s.pdf")
