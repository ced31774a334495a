"""A row of a sheet becomes several: all that stands beneath it moves down, whole, and formulas go on meaning the same.

A range that takes the row in takes its copies in too (``SUM(D5:D5)`` becomes ``SUM(D5:D9)``); a single cell stays where
its row stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

_PART = re.compile(
    r"(?P<c1>\$?[A-Za-z]{1,3})?(?P<r1>\$?[0-9]{1,7})(?::(?P<c2>\$?[A-Za-z]{1,3})?(?P<r2>\$?[0-9]{1,7}))?"
)


@dataclass(frozen=True)
class Growth:
    """``more`` rows beneath ``row`` of the sheet called ``sheet``."""

    sheet: str
    row: int
    more: int

    def first(self, row: int) -> int:
        """Where a row stands afterwards; the repeated one stays."""
        return row + self.more if row > self.row else row

    def last(self, row: int) -> int:
        """Where the last row of a range stands afterwards; the range takes the copies in."""
        return row + self.more if row >= self.row else row

    def moved(self, words: str) -> str:
        """A reference without its sheet, such as ``A1``, ``$A$1:B2`` or ``3:4``."""
        found = _PART.fullmatch(words)
        if found is None:
            return words
        begin, end = found["r1"], found["r2"]
        if end is None:
            return f"{found['c1'] or ''}{_numbered(begin, self.first)}" if found["c1"] else words
        return f"{found['c1'] or ''}{_numbered(begin, self.first)}:{found['c2'] or ''}{_numbered(end, self.last)}"

    def formula(self, formula: str, home: str) -> str:
        """A formula of a cell on the sheet ``home``."""
        from openpyxl.formula import Tokenizer
        from openpyxl.formula.tokenizer import Token

        parsed = Tokenizer(formula)
        for token in parsed.items:
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                token.value = self.reference(token.value, home)
        return str(parsed.render())

    def reference(self, words: str, home: str) -> str:
        """A reference that may name its sheet; those of other sheets stay."""
        named, mark, area = words.rpartition("!")
        sheet = named.strip("'").replace("''", "'") if mark else home
        return f"{named}{mark}{self.moved(area)}" if sheet.casefold() == self.sheet.casefold() else words


def grow(book: Any, sheet: Any, row: int, more: int) -> None:
    """Put ``more`` rows beneath a row, each with its look, its merged cells and its formulas."""
    growth = Growth(sheet.title, row, more)
    heights = {at: one for at, one in sheet.row_dimensions.items() if at > row}
    areas = list(sheet.merged_cells.ranges)
    sheet.insert_rows(row + 1, more)
    for at in heights:
        sheet.row_dimensions.pop(at)
    for at, one in heights.items():
        one.index = at + more
        sheet.row_dimensions[at + more] = one
    _formulas(book, growth)
    _areas(sheet, growth)
    _pictures(sheet, growth)
    _print(book, sheet, growth)
    _copies(sheet, growth, _merged(sheet, areas, growth))


def _numbered(words: str, move: Callable[[int], int]) -> str:
    fixed = "$" if words.startswith("$") else ""
    return f"{fixed}{move(int(words.lstrip('$')))}"


def _formulas(book: Any, growth: Growth) -> None:
    from openpyxl.worksheet.formula import ArrayFormula

    for sheet in book.worksheets:
        for cell in sheet._cells.values():
            if cell.data_type != "f":
                continue
            if isinstance(cell.value, ArrayFormula):
                cell.value.text = growth.formula(cell.value.text, sheet.title)
                if sheet.title == growth.sheet:
                    cell.value.ref = growth.moved(cell.value.ref)
            elif isinstance(cell.value, str):
                cell.value = growth.formula(cell.value, sheet.title)
        for chart in sheet._charts:
            _chart(chart, growth, sheet.title)


def _chart(chart: Any, growth: Growth, home: str) -> None:
    for series in getattr(chart, "series", ()):
        for part in (series.val, series.cat, getattr(series, "xVal", None), getattr(series, "yVal", None)):
            for source in (getattr(part, "numRef", None), getattr(part, "strRef", None)):
                if source is not None and source.f:
                    source.f = growth.reference(source.f, home)


def _merged(sheet: Any, areas: list[Any], growth: Growth) -> list[Any]:
    """Move the merged areas; those of the repeated row."""
    from openpyxl.worksheet.merge import MergedCellRange

    sheet.merged_cells.ranges = set()
    for area in areas:
        bounds = (area.min_col, growth.first(area.min_row), area.max_col, growth.first(area.max_row))
        sheet.merged_cells.ranges.add(MergedCellRange(sheet, _words(bounds)))
    return [area for area in sheet.merged_cells.ranges if area.min_row == area.max_row == growth.row]


def _areas(sheet: Any, growth: Growth) -> None:
    """Move conditional looks, checks of typing, filters, tables, page breaks and links."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.cell_range import MultiCellRange

    before, sheet.conditional_formatting = sheet.conditional_formatting, ConditionalFormattingList()
    for looks in before:
        for rule in looks.rules:
            rule.formula = [growth.formula(f"={one}", sheet.title)[1:] for one in rule.formula]
            sheet.conditional_formatting.add(_several(str(looks.sqref), growth), rule)
    for check in sheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(_several(str(check.sqref), growth))
    for holder in (sheet.auto_filter, *_tables(sheet)):
        if holder.ref:
            holder.ref = growth.moved(holder.ref)
    for page in sheet.row_breaks.brk:
        page.id = growth.last(page.id)
    for cell in filter(lambda one: one.hyperlink is not None, sheet._cells.values()):
        cell.hyperlink.ref = cell.coordinate


def _tables(sheet: Any) -> Iterator[Any]:
    for table in sheet.tables.values():
        yield table
        if table.autoFilter is not None:
            yield table.autoFilter


def _several(words: str, growth: Growth) -> str:
    return " ".join(growth.moved(one if ":" in one else f"{one}:{one}") for one in words.split())


def _pictures(sheet: Any, growth: Growth) -> None:
    """Move what is drawn over the rows beneath; its size stays. Anchors count rows from 0."""
    for drawn in (*sheet._images, *sheet._charts):
        begin = getattr(drawn.anchor, "_from", None)
        if begin is None or begin.row < growth.row:
            continue
        begin.row += growth.more
        if getattr(drawn.anchor, "to", None) is not None:
            drawn.anchor.to.row += growth.more


def _print(book: Any, sheet: Any, growth: Growth) -> None:
    if sheet.print_area:
        areas = re.findall(r"\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?", str(sheet.print_area))
        sheet.print_area = ",".join(growth.moved(area) for area in areas)
    if sheet.print_title_rows:
        sheet.print_title_rows = growth.moved(sheet.print_title_rows)
    for names, home in ((book.defined_names, ""), *((one.defined_names, one.title) for one in book.worksheets)):
        for name in names.values():
            name.value = growth.formula(f"={name.value}", home)[1:]


def _copies(sheet: Any, growth: Growth, merged: list[Any]) -> None:
    """Give each new row the look, the fixed words and the formulas of the repeated one."""
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.formula.translate import Translator
    from openpyxl.worksheet.merge import MergedCellRange

    row = growth.row
    pattern = [cell for (at, _column), cell in sorted(sheet._cells.items()) if at == row]
    height = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    for at in range(row + 1, row + growth.more + 1):
        if height is not None:
            sheet.row_dimensions[at].height = height
        for cell in pattern:
            made: Any
            if isinstance(cell, MergedCell):
                made = MergedCell(sheet, at, cell.column)
            else:
                made = Cell(sheet, at, cell.column)
                made.value = cell.value
                if cell.data_type == "f" and isinstance(cell.value, str):
                    made.value = Translator(cell.value, cell.coordinate).translate_formula(made.coordinate)
                else:
                    made.data_type = cell.data_type
            made._style = copy(cell._style)
            sheet._cells[at, cell.column] = made
        for area in merged:
            sheet.merged_cells.ranges.add(MergedCellRange(sheet, _words((area.min_col, at, area.max_col, at))))


def _words(bounds: tuple[int, int, int, int]) -> str:
    from openpyxl.utils import get_column_letter

    left, top, right, bottom = bounds
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
