"""Paper, workbook, CSV, kept data and screen say the same, to the last digit, whatever the month was."""

from __future__ import annotations

import csv
import datetime as dt
import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from desktop.core.document import Cell, Heading, Report, Section, from_json, to_json
from desktop.reports.months.render import KINDS, report_of
from desktop.reports.paper.csv_tables import write_csv
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.ui.tables.section_view import SectionView
from tests.unit.reports import samples
from tests.unit.reports.reading import whole_text

PRINTED_ON = dt.date(2026, 11, 2)


def said(cell: Cell) -> str:
    return "—" if cell is None else str(cell)


def from_book(cell: object, shape: str) -> str:
    """What Excel shows of a cell of ours."""
    if isinstance(cell, dt.datetime):
        assert shape == "yyyy-mm-dd"
        return cell.date().isoformat()
    if isinstance(cell, int | float):
        places = len(shape.partition(".")[2])
        return f"{Decimal(repr(cell)):.{places}f}"
    return "" if cell is None else str(cell)


def any_number(chance: random.Random) -> Cell:
    places = chance.choice((0, 1, 2))
    number = Decimal(chance.randrange(-(10**7), 10**9)) / 10**places
    return chance.choice((None, chance.randrange(-5, 10**6), round(number, places)))


def any_report(seed: int) -> Report:
    """A report of made-up tables with every kind of cell."""
    chance = random.Random(seed)
    tables = []
    for at in range(1, 4):
        heads = (Heading("姓名"), Heading("日期", "centre"), Heading("甲", "right"), Heading("乙", "right"))
        rows = tuple(
            (
                chance.choice(samples.NAMES),
                chance.choice((None, (dt.date(2026, 1, 1) + dt.timedelta(chance.randrange(700))).isoformat())),
                any_number(chance),
                any_number(chance),
            )
            for _ in range(chance.randrange(1, 30))
        )
        tables.append(Section(f"{'一二三'[at - 1]}、表{at}", heads, rows, ("合计", "", any_number(chance), 7)))
    return Report("月报", "中心", "2026年10月", tuple(tables))


def any_month(seed: int) -> list[Report]:
    chance = random.Random(seed)
    figures = samples.month_figures(
        visits=samples.visits(chance.randrange(60), chance.randrange(12)), canteen=samples.canteen(chance.randrange(40))
    )
    return [report_of(kind, figures) for kind in KINDS]


@pytest.mark.parametrize(
    "report", [*map(any_report, range(4)), *any_month(1), *any_month(2)], ids=lambda one: one.title
)
def test_every_way_out_says_the_same(report: Report, qtbot: QtBot, tmp_path: Path) -> None:
    write_pdf(report, tmp_path / "r.pdf", PRINTED_ON)
    write_xlsx(report, tmp_path / "r.xlsx", PRINTED_ON)
    files = write_csv(report, tmp_path, "r")
    paper = "".join(whole_text(tmp_path / "r.pdf").split())
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert from_json(to_json(report)) == report
    for section, sheet, file in zip(report.sections, book.worksheets, files, strict=True):
        totals = (section.totals,) if section.totals and section.rows else ()
        expected = [[said(cell) for cell in row] for row in (*section.rows, *totals)]
        with file.open(encoding="utf-8-sig", newline="") as lines:
            assert list(csv.reader(lines))[1 : len(expected) + 1] == expected
        cells = sheet.iter_rows(min_row=5, max_row=4 + len(expected))
        assert [[from_book(cell.value, cell.number_format) for cell in row] for row in cells] == expected
        view = SectionView(section)
        qtbot.addWidget(view)
        if expected:
            shown = [[view.model.cell(at, column) for column in range(len(line))] for at, line in enumerate(expected)]
            assert shown == expected
        for row in (*section.rows, *totals):
            # A long address is broken over lines on paper; numbers and dates never are.
            numbers = [said(cell) for cell in row if isinstance(cell, int | Decimal)]
            assert all(number in paper for number in numbers), row
