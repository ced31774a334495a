"""Small workbooks for the tests, and the sample centre in other layouts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import python_calamine
import xlsxwriter

from desktop.core.assessment import items

SAMPLE = Path(__file__).parents[2] / "data" / "sample-centre"
Rows = Sequence[Sequence[object]]


def write(path: Path, sheets: dict[str, Rows], merges: dict[str, list[str]] | None = None) -> Path:
    """A workbook with these sheets; ``merges`` are ranges such as A1:C1 that keep their first cell's text."""
    with xlsxwriter.Workbook(str(path)) as book:
        day_format = book.add_format({"num_format": "yyyy-mm-dd"})
        time_format = book.add_format({"num_format": "hh:mm"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            cells = ((number, column, cell) for number, row in enumerate(rows) for column, cell in enumerate(row))
            for number, column, cell in cells:
                if isinstance(cell, dt.time):
                    page.write_datetime(number, column, cell, time_format)
                elif isinstance(cell, dt.date):
                    page.write_datetime(number, column, dt.datetime(cell.year, cell.month, cell.day), day_format)
                elif isinstance(cell, (int, float)):
                    page.write_number(number, column, cell)
                elif cell:
                    page.write_string(number, column, str(cell))
            for area in (merges or {}).get(name, []):
                first = area.split(":")[0]
                column, number = ord(first[0]) - 65, int(first[1:]) - 1
                page.merge_range(area, str(rows[number][column]))
    return path


def sample_rows(kind: str, sheet: str, heading_rows: int = 1) -> tuple[list[str], list[list[object]]]:
    """Headings (on one level) and all rows below them of a sheet of the sample centre."""
    rows = python_calamine.CalamineWorkbook.from_path(SAMPLE / f"{kind}.xlsx").get_sheet_by_name(sheet)
    table = rows.to_python(skip_empty_area=False)
    first = next(index for index, row in enumerate(table) if sum(bool(cell) for cell in row) > 4)
    headings = [str(cell) for cell in table[first]]
    if heading_rows == 2:
        headings[13:16] = ["紧急联系人姓名", "紧急联系人关系", "紧急联系人电话"]
    return headings, [list(row) for row in table[first + heading_rows :]]


def listed(*people: Sequence[object]) -> Rows:
    """A list of assessments: name, ID number, day and the points of all items, for each of the people."""
    return [["姓名", "身份证号", "评估日期", *(one.name for one in items())], *people]
