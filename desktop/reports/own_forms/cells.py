"""The names that stand in the cells of a form, and what is wrong with them, told by cell before anything is written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.core.answers import FormMistake
from desktop.core.file_errors import Unreadable
from desktop.core.reasons import FileReason
from desktop.reports.own_forms.names import Names

# A Chinese keyboard types brackets of full width.
_WIDE = str.maketrans("｛｝＃", "{}#")
NAME = re.compile(r"\{\{\s*([#.]?)\s*([^{}]*?)\s*\}\}")
LIST, COLUMN = "#", "."
MOST_CELLS = 1_000_000


@dataclass(frozen=True)
class Mistake:
    """A cell that cannot be filled: where, the name as it stands there, why, and which name was probably meant."""

    cell: str
    name: str
    why: FormMistake
    nearest: str = ""


@dataclass
class SheetNames:
    """A sheet with its cells that hold names, and the list of each row that repeats."""

    sheet: Any
    cells: list[Any] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)


def opened(name: str, content: bytes) -> Any:
    """A workbook of ``read_form``, with every look that its cells have."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True, keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as error:
        # What openpyxl raises for a part that does not fit its schema; a ParseError is a SyntaxError.
        raise Unreadable(name, FileReason.DAMAGED) from error
    if sum(len(sheet._cells) for sheet in book.worksheets) > MOST_CELLS:
        raise Unreadable(name, FileReason.TOO_LARGE)
    return book


def text_of(cell: Any) -> str:
    """The text of a cell, brackets in one width; "" for numbers, dates, formulas and nothing."""
    return str(cell.value).translate(_WIDE) if cell.data_type == "s" and cell.value is not None else ""


def names_in(sheet: Any) -> SheetNames:
    """The cells of a sheet with names, row by row."""
    found = SheetNames(sheet)
    for _place, cell in sorted(sheet._cells.items()):
        words = text_of(cell)
        if "{{" not in words:
            continue
        found.cells.append(cell)
        for kind, name in NAME.findall(words):
            if kind == LIST:
                found.rows.setdefault(cell.row, name)
    return found


def mistakes(book: Any, known: Names) -> list[Mistake]:
    """What is wrong with the form, sheet by sheet and row by row."""
    return [one for sheet in book.worksheets for one in _in_sheet(sheet, known)]


def _in_sheet(sheet: Any, known: Names) -> Iterator[Mistake]:
    found = names_in(sheet)
    upright = [area for area in sheet.merged_cells.ranges if area.min_row < area.max_row]
    begun: set[int] = set()
    for _place, cell in sorted(sheet._cells.items()):
        where = f"{sheet.title}!{cell.coordinate}"
        if cell.data_type == "f":
            names = NAME.findall(_formula(cell).translate(_WIDE))
            yield from (Mistake(where, kind + name, FormMistake.IN_FORMULA) for kind, name in names)
            continue
        words = text_of(cell)
        names = NAME.findall(words)
        if len(names) * 2 != words.count("{{") + words.count("}}"):
            yield Mistake(where, words[:60], FormMistake.NO_BRACKETS)
            continue
        for kind, name in names:
            if kind == LIST:
                if cell.row in begun:
                    yield Mistake(where, kind + name, FormMistake.TWO_LISTS)
                    continue
                begun.add(cell.row)
                if any(area.min_row <= cell.row <= area.max_row for area in upright):
                    yield Mistake(where, kind + name, FormMistake.MERGED_ROWS)
            yield from _unknown(where, kind, name, found.rows.get(cell.row), known)


def _unknown(where: str, kind: str, name: str, listed: str | None, known: Names) -> Iterator[Mistake]:
    if kind == COLUMN:
        lines = known.lists.get(listed or "")
        if listed is None:
            yield Mistake(where, kind + name, FormMistake.OUTSIDE_LIST)
        elif lines is not None and not lines.has(name):
            yield Mistake(where, kind + name, FormMistake.UNKNOWN, known.nearest(name, lines.columns))
        return
    among = known.lists if kind == LIST else known.values
    if name not in among:
        yield Mistake(where, kind + name, FormMistake.UNKNOWN, known.nearest(name, list(among)))


def _formula(cell: Any) -> str:
    return str(getattr(cell.value, "text", cell.value))
