"""Every report and list as workbook and CSV: numbers are numbers, days are days, and a text is never a formula."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.answers import ListKind
from desktop.core.document import Cell, Report, Row, Section
from desktop.reports import register_lists
from desktop.reports.months import render
from desktop.reports.months.trends import trends_of, trends_report
from desktop.reports.paper.csv_tables import write_csv
from desktop.reports.paper.workbook import HEAD_ROW, write_xlsx
from desktop.services.residents import states
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from tests.unit.reports import samples

PRINTED_ON = dt.date(2026, 11, 2)
ON = dt.date(2026, 10, 21)
# What a spreadsheet would calculate, open or turn into another number, the third behind a mark that nobody sees.
WILD = (
    '=HYPERLINK("http://example.invalid","点")',
    "@SUM(A1)",
    "\u200b=1+1",
    "\u3000+1",
    "-2+3",
    "＝1",
    "00123",
    "1E5",
)
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def as_typed_by_a_joker(report: Report) -> Report:
    """The report with words that look like formulas wherever somebody's words stand."""
    return replace(report, sections=tuple(map(_joked, report.sections)))


def _joked(section: Section) -> Section:
    more = tuple(_joked_row(section.rows[0], wild) for wild in WILD) if section.rows else ()
    return replace(section, rows=section.rows + more)


def _joked_row(row: Row, wild: str) -> Row:
    return tuple(wild if isinstance(cell, str) else cell for cell in row)


@pytest.fixture
def lived(person: Callable[..., int], actor: Actor) -> None:
    """A centre with somebody in every list of the register and something in the year."""
    one = person("段春梅", born="1940-05-01", flags=["living_alone"], community="春晓社区", registered_on="2026-10-03")
    person("普建国", born="1925-01-01", sex="male", flags=["dementia"], community="南亭社区", phone="13900010002")
    person("欧阳正华", born="1946-10-30", sex="male", community="南亭社区")
    gone = person("字文慧", born="1950-01-01", community="南亭社区")
    visits.save(actor, VisitDraft(one, "2026-10-08"))
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 10), "随子女迁往昆明")


def every_report() -> Iterator[Report]:
    """Those of the month, the year's, and the lists of the register."""
    for kind in render.KINDS:
        yield render.report_of(kind, samples.month_figures())
    yield trends_report(trends_of(samples.MONTH), samples.CENTRE)
    for wanted in ListKind:
        yield register_lists.report_of(wanted, ON)


def test_no_kind_is_left_out(lived: None) -> None:
    titles = [report.title for report in every_report()]
    assert len(set(titles)) == len(titles) == len(render.KINDS) + 1 + len(ListKind)
    assert all(any(section.rows for section in report.sections) for report in every_report())


def test_a_workbook_has_numbers_days_and_texts_and_is_set_up_for_paper(lived: None, tmp_path: Path) -> None:
    for number, report in enumerate(map(as_typed_by_a_joker, every_report())):
        path = tmp_path / f"{number}.xlsx"
        write_xlsx(report, path, PRINTED_ON)
        book = openpyxl.load_workbook(path)
        assert len(book.worksheets) == len(report.sections)
        for sheet, section in zip(book.worksheets, report.sections, strict=True):
            _is_set_up(sheet, section)
            for line, row in enumerate(section.rows, HEAD_ROW + 2):
                for at, cell in enumerate(row, 1):
                    _is_what_it_is(sheet.cell(line, at), cell)
        with zipfile.ZipFile(path) as parts:
            inside = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
        assert b"<f>" not in inside and b"hyperlink" not in inside.lower(), report.title


def _is_set_up(sheet: Worksheet, section: Section) -> None:
    last = openpyxl.utils.get_column_letter(len(section.columns))
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.print_area.endswith(f"!$A$1:${last}${sheet.max_row}")
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.oddFooter.right.text == "第 &P 页 / 共 &N 页"


def _is_what_it_is(found: openpyxl.cell.Cell, cell: Cell) -> None:
    if isinstance(cell, int | Decimal):
        assert (found.data_type, found.value) == ("n", float(cell) if isinstance(cell, Decimal) else cell)
    elif isinstance(cell, str) and (day := _day(cell)) is not None:
        assert (found.is_date, found.value) == (True, day)
    elif cell != "":
        assert found.data_type == "s", cell
        if isinstance(cell, str) and cell.isdigit() and len(cell) > 4:
            assert (found.value, found.number_format) == (cell, "@"), "leading zeros and long numbers stay as typed"


def _day(words: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(words, "%Y-%m-%d")
    except ValueError:
        return None


def test_csv_begins_with_the_mark_of_utf8_and_calculates_nothing(lived: None, tmp_path: Path) -> None:
    for number, report in enumerate(map(as_typed_by_a_joker, every_report())):
        files = write_csv(report, tmp_path, str(number))
        assert len(files) == len(report.sections)
        for file, section in zip(files, report.sections, strict=True):
            assert file.read_bytes().startswith(b"\xef\xbb\xbf")
            with file.open(encoding="utf-8-sig", newline="") as lines:
                head, *read = list(csv.reader(lines))
            assert head == [column.title for column in section.columns]
            for line, row in zip(read, section.rows, strict=False):
                for field, cell in zip(line, row, strict=True):
                    if isinstance(cell, int | Decimal):
                        assert field == str(cell)
                    else:
                        assert not field.lstrip().startswith(FORMULA), (report.title, field)
            assert len(read) == len(section.rows) + (section.totals is not None)
