"""What a practice centre puts on paper says 演示 on every page; what an own centre does never."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.importing.papers import blank_template
from desktop.reports.months.month_set import month_reports
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.reports.paper.workbook import write_xlsx
from desktop.services.centre import centres, practice
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import handed_by

SOURCES = Path(__file__).parents[4] / "desktop"
DAY = dt.date(2026, 11, 1)


@pytest.fixture
def practising(actor: Actor) -> Actor:
    centres.set_setting(actor, practice.SETTING, practice.MARKED)
    return actor


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_every_page_of_every_report_says_so(practising: Actor, person: Callable[..., int], tmp_path: Path) -> None:
    for at in range(60):
        person(f"王芳{at}")
    reports = month_reports(Month(2026, 10)).reports.values()
    assert len(reports) > 4
    with handed_by(practising):
        for at, report in enumerate(reports):
            pdf, book = tmp_path / f"{at}.pdf", tmp_path / f"{at}.xlsx"
            write_pdf(report, pdf, DAY)
            assert all(page.count(practice.WORD) > 9 for page in pages(pdf)), report.title
            write_xlsx(report, book, DAY)
            for sheet in openpyxl.load_workbook(book).worksheets:
                assert sheet.oddHeader.center.text == practice.SHEET_HEAD
                assert str(sheet["A2"].value).startswith(practice.WORD)


def test_an_own_centre_says_nothing_of_it(actor: Actor, tmp_path: Path) -> None:
    with handed_by(actor):
        for report in month_reports(Month(2026, 10)).reports.values():
            write_pdf(report, tmp_path / "a.pdf", DAY)
            assert not any(practice.WORD in page for page in pages(tmp_path / "a.pdf"))
            write_xlsx(report, tmp_path / "a.xlsx", DAY)
            for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets:
                assert not sheet.oddHeader.center.text
                assert practice.WORD not in str(sheet["A2"].value)


@pytest.mark.parametrize(("wide", "high"), [(A4[0] / MM, A4[1] / MM), (60, 40), (40, 30), (25, 15)])
def test_a_label_says_so_as_a_page_does(practising: Actor, tmp_path: Path, wide: float, high: float) -> None:
    paper = Paper((wide * MM, high * MM), "标签", "")
    paper.next_page()
    (tmp_path / "label.pdf").write_bytes(paper.finish())
    assert all(practice.WORD in page for page in pages(tmp_path / "label.pdf"))


def test_a_blank_form_says_so(practising: Actor, tmp_path: Path) -> None:
    blank_template.write(WorkbookKind.RESIDENTS, tmp_path / "blank.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "blank.xlsx").worksheets
    assert {sheet.oddHeader.center.text for sheet in sheets} == {practice.SHEET_HEAD}


def test_there_is_no_other_door_to_paper() -> None:
    """Canvas and workbooks are made where the mark is set; a new one would leave it out."""
    doors = {
        "Canvas": {"reports/paper/paper.py"},
        "Workbook": {"reports/paper/workbook.py", "importing/papers/xlsx_book.py", "demo/sheets.py"},
    }
    found: dict[str, set[str]] = {name: set() for name in doors}
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            made, whose = node.func, ""
            if isinstance(made, ast.Attribute) and isinstance(made.value, ast.Name):
                whose = made.value.id
            name = made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")
            if name == "Canvas" or (name == "Workbook" and whose in {"xlsxwriter", "openpyxl"}):
                found[name].add(path.relative_to(SOURCES).as_posix())
    assert found == doors
