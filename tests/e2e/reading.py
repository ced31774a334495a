"""Reads printed reports back as rows of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdf


def pdf_lines(path: Path) -> list[str]:
    """Every piece of text of a PDF, in the order in which it was drawn: a table's cells row by row."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return [line.strip() for line in text.splitlines() if line.strip()]


def xlsx_cells(path: Path) -> list[str]:
    """Every filled cell of a workbook, row by row, numbers as a report prints them."""
    book = openpyxl.load_workbook(path)
    return [_text(cell) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")]


def in_a_row(found: Sequence[str], wanted: Iterable[object]) -> bool:
    """Whether the wanted cells stand side by side somewhere."""
    cells = [str(one) for one in wanted]
    starts = (index for index, cell in enumerate(found) if cell == cells[0])
    return any(list(found[start : start + len(cells)]) == cells for start in starts)


def _text(cell: openpyxl.cell.cell.Cell) -> str:
    value = cell.value
    if isinstance(value, float) or (isinstance(value, int) and "0.00" in cell.number_format):
        return str(Decimal(str(value)).quantize(Decimal("0.01")))
    return str(value)
