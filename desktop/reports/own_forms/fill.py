"""A workbook of the centre's own, filled with a month: its look stays, its formulas stay, no value becomes one."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.core.file_errors import FormRefused, Unreadable
from desktop.core.progress import Progress
from desktop.core.reasons import FileReason
from desktop.reports.own_forms.cells import COLUMN, LIST, NAME, Mistake, mistakes, names_in, opened, text_of
from desktop.reports.own_forms.growing import grow
from desktop.reports.own_forms.names import Lines, Names, Value
from desktop.reports.paper import fonts
from desktop.reports.paper.document import DASH
from desktop.reports.paper.held import held_in
from desktop.services.centre import practice
from desktop.services.own_forms.reading import read_form
from desktop.services.writing.going_out import leaving

_LAST_ROW = 1_048_576
# Any fixed moment will do: the same form and month give the same bytes.
_ZIPPED = (2000, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PLAIN = "General"
# What the log calls it: the name of a form is whatever somebody typed.
FILLED = "本中心表格"


def check(form: Path, known: Names) -> list[Mistake]:
    """What of a form cannot be filled; nothing is written. Unreadable for a file that is none."""
    return mistakes(opened(form.name, read_form(form)), known)


def fill(form: Path, known: Names, target: Path, progress: Progress | None = None) -> None:
    """Write the form filled with a month; FormRefused names the cells that cannot be filled, and nothing is written."""
    watch = progress or Progress()
    book = opened(form.name, read_form(form))
    wrong = mistakes(book, known)
    if wrong:
        raise FormRefused(form.name, [f"{one.cell} {one.name}" for one in wrong])
    watch.start(len(book.worksheets), form.stem)
    for sheet in book.worksheets:
        _fill_sheet(book, sheet, known, form.name, watch)
        watch.step()
    if practice.is_practice():
        for sheet in book.worksheets:
            sheet.oddHeader.center.text = practice.SHEET_HEAD
    book.calculation.fullCalcOnLoad = True
    buffer = io.BytesIO()
    book.save(buffer)
    words = [text_of(cell) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    with leaving(target, held_in(FILLED, words)) as part:
        part.write_bytes(_settled(buffer.getvalue()))
        watch.check()


def _fill_sheet(book: Any, sheet: Any, known: Names, name: str, progress: Progress) -> None:
    found = names_in(sheet)
    grown = sum(max(len(known.lists[listed].rows) - 1, 0) for listed in found.rows.values())
    if sheet.max_row + grown > _LAST_ROW:
        raise Unreadable(name, FileReason.TOO_LARGE, str(sheet.max_row + grown))
    # From below, so that the rows above stay where they are.
    for row, listed in sorted(found.rows.items(), reverse=True):
        lines = known.lists[listed]
        if len(lines.rows) > 1:
            grow(book, sheet, row, len(lines.rows) - 1)
        columns = [cell.column for cell in found.cells if cell.row == row]
        for number in range(max(len(lines.rows), 1)):
            progress.check()
            for column in columns:
                _fill_cell(sheet._cells[row + number, column], known, lines, number)
    for cell in found.cells:
        if "{{" in text_of(cell):
            _fill_cell(cell, known, None, 0)


def _fill_cell(cell: Any, known: Names, lines: Lines | None, number: int) -> None:
    def value(kind: str, name: str) -> Value:
        if kind == LIST:
            return ""
        if kind == COLUMN:
            assert lines is not None
            return lines.value(number, name) if number < len(lines.rows) else ""
        return known.values[name]

    words = text_of(cell)
    # What begins the list says nothing itself, so that the cell may hold a value beside it.
    rest = NAME.sub(lambda found: "" if found[1] == LIST else found[0], words).strip()
    only = NAME.fullmatch(rest)
    if only is not None:
        _put(cell, value(only[1], only[2]))
    else:
        _put(cell, NAME.sub(lambda found: _said(value(found[1], found[2])), words))


def _put(cell: Any, value: Value) -> None:
    if isinstance(value, Decimal):
        cell.value = float(value)
        places = -int(value.as_tuple().exponent)
        if cell.number_format == _PLAIN and places > 0:
            cell.number_format = "0." + "0" * places
    elif isinstance(value, dt.date):
        plain = cell.number_format
        cell.value = dt.datetime(value.year, value.month, value.day)
        cell.number_format = "yyyy-mm-dd" if plain == _PLAIN else plain
    elif isinstance(value, int):
        cell.value = value
    else:
        words = DASH if value is None else _UNPRINTABLE.sub("", fonts.tidy(value))
        cell.value = words or None
        if words:
            # Set after the value: openpyxl takes "=" and "#N/A" at the beginning for what they are in Excel.
            cell.data_type = "s"
            cell.quotePrefix = words.startswith(("=", "+", "-", "@"))


def _said(value: Value) -> str:
    return DASH if value is None else str(value)


def _settled(content: bytes) -> bytes:
    """The same workbook without the moment in which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            data = before.read(member)
            if member.filename == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", data)
            info = zipfile.ZipInfo(member.filename, _ZIPPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, data)
    return made.getvalue()
