"""Paper, workbook, CSV, kept data and screen say the same, to the last digit, whatever the month was."""

from __future__ import annotations

import csv
import datetime as dt
import json
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.document import Cell, Heading, Report, Section, from_json, to_json
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.reports.months.month_set import Folders, MonthReports, month_reports, printed, write_set, write_whole
from desktop.reports.months.render import KINDS, report_of, reports_of
from desktop.reports.paper.csv_tables import write_csv
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.services.closing import month_close
from desktop.services.figures import figures_of
from desktop.services.figures.contract import as_json
from desktop.services.writing import frozen, going_out
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.ui.tables.section_view import SectionView
from tests.unit.reports import samples
from tests.unit.reports.reading import whole_text
from tests.unit.services.figures import hard_months
from tests.unit.services.figures.test_explained import at_random

OCTOBER = Month(2026, 10)
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


def agree(report: Report, qtbot: QtBot, folder: Path) -> None:
    """Hold that paper, workbook, CSV, kept data and screen say the same."""
    folder.mkdir(parents=True, exist_ok=True)
    with going_out.looking():
        write_pdf(report, folder / "r.pdf", PRINTED_ON)
        write_xlsx(report, folder / "r.xlsx", PRINTED_ON)
        files = write_csv(report, folder, "r")
    paper = "".join(whole_text(folder / "r.pdf").split())
    book = openpyxl.load_workbook(folder / "r.xlsx")
    assert from_json(to_json(report)) == replace(report, code="", proof="")
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


def written(found: MonthReports, folder: Path) -> dict[str, bytes]:
    """Every file of a month's reports."""
    with going_out.looking():
        write_set(tuple(found.reports), found, Folders(folder, folder, folder), Progress())
        write_whole(found, folder, Progress())
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "report", [*map(any_report, range(4)), *any_month(1), *any_month(2)], ids=lambda one: one.title
)
def test_every_way_out_says_the_same(report: Report, qtbot: QtBot, tmp_path: Path) -> None:
    agree(report, qtbot, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("closes", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_a_month_at_random_is_told_alike_everywhere_and_in_the_same_bytes(
    seed: int, closes: bool, actor: Actor, qtbot: QtBot, tmp_path: Path
) -> None:
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            at_random(hard_months.Maker(unit), random.Random(seed))
        if closes:
            for month in (OCTOBER.shifted(-1), OCTOBER):
                month_close.close(actor, month, reports_of, "核对用")
        found = month_reports(OCTOBER)
        for kind in found.reports:
            agree(printed(kind, found), qtbot, tmp_path / kind)
        assert written(found, tmp_path / "one") == written(month_reports(OCTOBER), tmp_path / "two")
        told = as_json(figures_of(OCTOBER))
        visits, eaten = told["visits"], told["canteen"]
        (line,) = found.reports["visits"].sections[0].rows
        rates = [visits[name] for name in ("visit_rate", "gross_rate")]
        assert [said(cell) for cell in line[4:8]] == [
            str(cell) for cell in (visits["visited"], visits["unvisited"], *rates)
        ]
        (line,) = found.reports["canteen"].sections[0].rows
        assert [str(cell) for cell in line[1:5]] == [str(eaten[at]) for at in ("persons", "price", "subsidy", "paid")]
        if closes:
            assert frozen.figures(OCTOBER) == json.loads(json.dumps(told))
