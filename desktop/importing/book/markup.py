"""Tables that programs of the web save under the name of a workbook: HTML and the XML of Excel 2003.

Excel opens both, so people take them for workbooks. Runs in the child process, within its limits.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from desktop.core.reasons import FileReason
from desktop.importing.book.cells import Cell
from desktop.importing.book.inspection import MOST_COLUMNS, Refused, column_letters
from desktop.importing.book.plain_text import decoded

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLOCKS = frozenset({"br", "p", "div", "li"})
_UNSEEN = frozenset({"script", "style", "head", "title"})
# A cell that claims a million rows is a mistake or an attack.
_LONGEST_SPAN = 20_000


@dataclass
class Grid:
    """One table: rows of cells, and the ranges (top, left, bottom, right) of merged ones."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def place(self, column: int, value: Cell, down: int = 1, across: int = 1) -> int:
        """Put a cell into the last row at the first free column from ``column`` on; the next column."""
        top = len(self.rows) - 1
        while (top, column) in self.taken:
            column += 1
        if column + across > MOST_COLUMNS:
            raise Refused(FileReason.TOO_WIDE, f"{column_letters(MOST_COLUMNS + 1)}{top + 1}")
        row = self.rows[-1]
        row += [None] * (column + 1 - len(row))
        row[column] = value
        if down > 1 or across > 1:
            self.merges.append((top, column, top + down - 1, column + across - 1))
            # A cell that spans rows keeps its columns there.
            self.taken |= {(top + low, column + side) for low in range(1, down) for side in range(across)}
        return column + across


def html_tables(path: Path) -> Iterator[Grid]:
    """The tables of a page that hold anything, in their order."""
    reader = _HtmlTables()
    reader.feed(_page(path.read_bytes()))
    reader.close()
    yield from (grid for grid in reader.found if any(any(row) for row in grid.rows))


def _page(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    wanted = named[1].decode("ascii").lower() if named else ""
    if wanted in {"gb2312", "gbk", "gb18030"}:
        return content.decode("gb18030", errors="replace")
    return decoded(content)


class _HtmlTables(HTMLParser):
    """Collects each table by itself; one within a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Grid] = []
        self._open: list[_OpenTable] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row or a cell begins."""
        self._unseen += tag in _UNSEEN
        if tag == "table":
            grid = Grid(f"表{len(self.found) + 1}")
            self.found.append(grid)
            self._open.append(_OpenTable(grid))
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in {"td", "th"}:
            given = dict(attrs)
            self._open[-1].begin_cell(_span(given.get("rowspan")), _span(given.get("colspan")))
        elif self._open and tag in _BLOCKS:
            self._open[-1].words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A cell, a row or a table ends."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if self._open and tag in {"td", "th", "tr"}:
            self._open[-1].end_cell()
        elif self._open and tag == "table":
            self._open.pop().end_cell()

    def handle_data(self, data: str) -> None:
        """Text within a cell."""
        if self._open and not self._unseen:
            self._open[-1].words.append(data)


@dataclass
class _OpenTable:
    """A table on its way: the cell that is open, and where the next one goes."""

    grid: Grid
    words: list[str] = field(default_factory=list)
    span: tuple[int, int] | None = None
    column: int = 0

    def begin_row(self) -> None:
        self.end_cell()
        self.grid.rows.append([])
        self.column = 0

    def begin_cell(self, down: int, across: int) -> None:
        self.end_cell()
        if not self.grid.rows:
            self.grid.rows.append([])
        self.span, self.words = (down, across), []

    def end_cell(self) -> None:
        if self.span is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self.words).splitlines()).strip()
        down, across = self.span
        self.column = self.grid.place(self.column, text or None, down, across)
        self.span = None


def _span(text: str | None) -> int:
    if not text or not text.strip().isdigit():
        return 1
    return min(max(int(text.strip()), 1), _LONGEST_SPAN)


def xml_sheets(path: Path) -> Iterator[Grid]:
    """The sheets of a workbook in the XML of Excel 2003 (SpreadsheetML)."""
    try:
        tree = ElementTree.parse(path)
    except ElementTree.ParseError as error:
        raise Refused(FileReason.DAMAGED) from error
    for sheet in tree.iter(f"{{{_SHEET}}}Worksheet"):
        grid = Grid(str(sheet.get(f"{{{_SHEET}}}Name") or "表"))
        for row in sheet.iter(f"{{{_SHEET}}}Row"):
            _take_row(grid, row)
        yield grid


def _take_row(grid: Grid, row: Any) -> None:
    number = _at(row, len(grid.rows))
    if number > _LONGEST_SPAN * 100:
        raise Refused(FileReason.TOO_LARGE)
    grid.rows += [[] for _ in range(number - len(grid.rows))]
    grid.rows.append([])
    column = 0
    for cell in row.iter(f"{{{_SHEET}}}Cell"):
        down, across = (_more(cell.get(f"{{{_SHEET}}}{name}")) for name in ("MergeDown", "MergeAcross"))
        column = grid.place(_at(cell, column), _value(cell), 1 + down, 1 + across)


def _more(text: str | None) -> int:
    return min(int(text), _LONGEST_SPAN) if text and text.isdigit() else 0


def _at(element: Any, otherwise: int) -> int:
    text = element.get(f"{{{_SHEET}}}Index")
    return int(text) - 1 if text and text.isdigit() and int(text) > otherwise else otherwise


def _value(cell: Any) -> Cell:
    data = cell.find(f"{{{_SHEET}}}Data")
    if data is None:
        return None
    text = "".join(data.itertext()).strip()
    kind = data.get(f"{{{_SHEET}}}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text or None
