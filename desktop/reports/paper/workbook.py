"""A report as a workbook: one sheet per table, set up for A4, with the same words and numbers as the PDF."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop.core.codes import grouped
from desktop.core.document import Cell, Report, Row, Section
from desktop.core.progress import Progress
from desktop.reports.paper import fonts
from desktop.reports.paper.document import DASH, NOTHING, RenderResult, cell_text, date_text
from desktop.reports.paper.held import held_by
from desktop.services.centre import practice
from desktop.services.writing.going_out import leaving

FACE = "宋体"
HEAD_ROW = 3
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
# Any fixed moment will do: the same report gives the same bytes.
_MADE = dt.datetime(2000, 1, 1)
_FIRST_DAY = dt.date(1900, 3, 1)
# A day as the reports write it; Excel knows none before 1900-03-01 for sure.
_DAY = re.compile(r"(?:19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_DAY_LOOK, _TEXT_LOOK = "yyyy-mm-dd", "@"
_NUMBER = re.compile(r"\+?[0-9][0-9 -]{4,30}")


class _Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool, str], Format] = {}
        base = {"font_name": FACE, "valign": "vcenter"}
        self.title = book.add_format({**base, "bold": True, "font_size": 16, "align": "center", "text_wrap": True})
        self.line = book.add_format({**base, "font_size": 11})
        self.section = book.add_format({**base, "bold": True, "font_size": 12})
        self.note = book.add_format({**base, "font_size": 9, "text_wrap": True, "valign": "top"})

    def cell(self, align: str, *, bold: bool = False, wrapped: bool = True, number: str = "") -> Format:
        """A bordered cell."""
        key = (align, bold, wrapped, number)
        if key not in self._made:
            look = {"font_name": FACE, "font_size": 10, "border": 1, "valign": "vcenter", "bold": bold}
            look |= {"align": "center" if align == "centre" else align, "text_wrap": wrapped}
            self._made[key] = self._book.add_format(look | ({"num_format": number} if number else {}))
        return self._made[key]


def write_xlsx(report: Report, path: Path, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write the workbook beside ``path`` and move it there; a cancelled one leaves nothing."""
    watch = progress or Progress()
    watch.start(len(report.sections), report.title)
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, _SAFE)
    book.set_properties({"title": report.title, "author": report.centre, "created": _MADE})
    styles = _Styles(book)
    with leaving(path, held_by(report)) as part:
        for number, section in enumerate(report.sections, 1):
            sheet = book.add_worksheet(_sheet_name(section.title, number))
            _fill(sheet, styles, report, section)
            _write_rows(sheet, styles, section, watch)
            _write_end(sheet, styles, section, report, printed_on)
            watch.step()
        practice.mark_sheets(book.worksheets())
        try:
            book.close()
        except FileCreateError as error:
            # The library's word for what the system reported.
            raise error.args[0] from error
        part.write_bytes(buffer.getvalue())
        watch.check()
    return RenderResult(path, len(report.sections))


def _sheet_name(title: str, number: int) -> str:
    plain = re.sub(r"[\[\]:*?/\\']", " ", fonts.tidy(title)).strip()
    return plain[:28] or f"表{number}"


def _fill(sheet: Worksheet, styles: _Styles, report: Report, section: Section) -> None:
    """Title lines, head, widths and print set-up."""
    last = len(section.columns) - 1
    _across(sheet, 0, last, "\n".join(filter(None, (report.letterhead, report.title))), styles.title)
    sheet.set_row(0, 56 if report.letterhead else 28)
    proof = "　　".join(part for part in (grouped(report.code) if report.code else "", report.proof) if part)
    mark = f"{practice.WORD}　" if practice.is_practice() else ""
    said = f"{mark}填报单位：{report.centre}　　{report.period}　　编号：{report.number}"
    line = f"{said}　　{proof}" if proof else said
    _across(sheet, 1, last, line, styles.line)
    _across(sheet, 2, last, section.title, styles.section)
    for index, column in enumerate(section.columns):
        sheet.write_string(HEAD_ROW, index, column.title, styles.cell("centre", bold=True))
        sheet.set_column(index, index, _width(section, index))
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.set_paper(9)
    if report.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, HEAD_ROW)
    sheet.set_margins(left=0.7, right=0.6, top=0.7, bottom=0.75)
    sheet.center_horizontally()
    footer = f"{report.title} {report.period}".replace("&", "&&")
    sheet.set_footer(f"&L&9{' ' + footer}&R&9第 &P 页 / 共 &N 页")


def _write_rows(sheet: Worksheet, styles: _Styles, section: Section, progress: Progress) -> None:
    for row_index, row in enumerate(section.rows, HEAD_ROW + 1):
        progress.check()
        _write_row(sheet, styles, section, row_index, row)
    if not section.rows:
        style = styles.cell("centre")
        _across(sheet, HEAD_ROW + 1, len(section.columns) - 1, NOTHING, style)


def _write_row(
    sheet: Worksheet, styles: _Styles, section: Section, row_index: int, row: Row, *, bold: bool = False
) -> None:
    for index, (column, cell) in enumerate(zip(section.columns, row, strict=True)):
        if isinstance(cell, Decimal):
            places = -int(cell.as_tuple().exponent)
            style = styles.cell(
                column.align, bold=bold, wrapped=False, number="0." + "0" * places if places > 0 else "0"
            )
            sheet.write_number(row_index, index, float(cell), style)
        elif isinstance(cell, int):
            sheet.write_number(row_index, index, cell, styles.cell(column.align, bold=bold, wrapped=False, number="0"))
        else:
            words = DASH if cell is None else fonts.tidy(cell)
            day = day_of(words)
            if day is not None:
                style = styles.cell(column.align, bold=bold, wrapped=False, number=_DAY_LOOK)
                sheet.write_datetime(row_index, index, dt.datetime(day.year, day.month, day.day), style)
            else:
                # Phones and numbers stay texts when somebody types over them.
                look = _TEXT_LOOK if _NUMBER.fullmatch(words) else ""
                sheet.write_string(row_index, index, words, styles.cell(column.align, bold=bold, number=look))


def day_of(words: str) -> dt.date | None:
    """The day that a cell says; None for any other words."""
    if not _DAY.fullmatch(words):
        return None
    try:
        day = dt.date.fromisoformat(words)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _write_end(sheet: Worksheet, styles: _Styles, section: Section, report: Report, printed_on: dt.date) -> None:
    """Totals, note, boxes to sign and the date."""
    last = len(section.columns) - 1
    row = HEAD_ROW + 1 + max(len(section.rows), 1)
    if section.totals:
        _write_row(sheet, styles, section, row, section.totals, bold=True)
        row += 1
    whole = sum(_width(section, index) for index in range(last + 1))
    for note in filter(None, (section.note, report.note)):
        _across(sheet, row, last, note, styles.note)
        sheet.set_row(row, 13 * (1 + int(fonts.units(note) / 500 / max(whole, 1))))
        row += 1
    sheet.print_area(0, 0, row + 2, last)
    if report.boxes:
        words = "　　　　　　　　".join(f"{box}：" for box in report.boxes)
        sheet.set_row(row + 1, 30)
        _across(sheet, row + 1, last, words, styles.cell("left"))
    _across(sheet, row + 2, last, f"打印日期：{date_text(printed_on)}", styles.line)


def _across(sheet: Worksheet, row: int, last: int, words: str, style: Format) -> None:
    """Words over the whole width of the table."""
    if last > 0:
        sheet.merge_range(row, 0, row, last, "", style)
    sheet.write_string(row, 0, "\n".join(map(fonts.tidy, words.split("\n"))), style)


def _width(section: Section, index: int) -> float:
    """A column's width in characters of the sheet's font, from its words."""
    cells: Sequence[Cell] = [row[index] for row in (*section.rows, *([section.totals] if section.totals else []))]
    longest = max((fonts.units(cell_text(cell)) for cell in cells), default=0.0)
    title = fonts.units(section.columns[index].title, True)
    return min(max(longest, min(title, 6000.0), 2000.0) / 500 * 1.05 + 2, 44.0)
