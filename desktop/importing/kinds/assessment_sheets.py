"""Forms of one person a sheet (评估表) as the rows of one table: labels with their values, items with their points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.core.dates import read_date
from desktop.importing.book.cells import Cell, Row, Sheet, Workbook, blank, text_of
from desktop.importing.book.claims import heading_key, synonyms_of
from desktop.importing.book.headers import field_names, field_word
from desktop.importing.book.words import ticked
from desktop.importing.kinds.assessment_cells import ITEM, points_of_cell

GATHERED = "评估表汇总"
# Nobody's heading: it says from which sheet a row comes.
_SHEET = "编号"
_KIND = "assessments"
# A form has nearly all items beneath each other; a list has them beside each other.
_LEAST_ITEMS = 20
_MOST_ROWS, _MOST_COLUMNS = 400, 60
_INSIDE = re.compile(r"\s*([^:：\n]{2,20})[:：]\s*(.*)", re.DOTALL)
_NUMBERING = re.compile(r"^\s*[(（]?[A-Z]?[\d.]+[)）、.]?\s*")
_TICKED_POINTS = re.compile(r"^(\d)\s*分")


def gathered(book: Workbook, chosen: Sequence[str] = ()) -> Workbook | None:
    """The book with its forms as one table before its other sheets; None where it has no forms.

    ``chosen`` are the sheets that a person wants; none means all that are shown.
    """
    wanted = [one for one in book.sheets if (one.name in chosen if chosen else not one.hidden)]
    forms = {one.name: found for one in wanted if (found := _form(one)) is not None}
    if not forms:
        return None
    names = field_names(_KIND)
    heads: Row = (_SHEET, *(field_word(name, _KIND) for name in names))
    rows = [heads, *((sheet, *(found.get(name) for name in names)) for sheet, found in forms.items())]
    others = [one for one in book.sheets if one.name not in forms]
    return replace(book, sheets=(Sheet(GATHERED, tuple(rows)), *others))


def _form(sheet: Sheet) -> dict[str, Cell] | None:
    rows = [row[:_MOST_COLUMNS] for row in sheet.rows[:_MOST_ROWS]]
    at = _items(rows)
    if len(at) < _LEAST_ITEMS or len({row for row, _ in at.values()}) < len(at):
        return None
    found = _labels(rows)
    starts = sorted(row for row, _ in at.values())
    for name, (row, column) in at.items():
        stop = next((one for one in starts if one > row), row + 6)
        found[name] = _points(rows[row:stop], column)
    # The notes beside a blank form name every item, too.
    return found if any(not blank(found[name]) for name in at) or _is_day(found.get("day")) else None


def _is_day(cell: Cell) -> bool:
    try:
        return not blank(cell) and read_date(cell) is not None
    except ValueError:
        return False


def _items(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Where each item stands, as B.1.1 进食 or 进食：使用适当的器具."""
    words, found = synonyms_of(_KIND), dict[str, tuple[int, int]]()
    for index, column, cell in _texts(rows):
        head = re.split(r"[:：\n]", text_of(cell))[0]
        keys = (heading_key(head), heading_key(_NUMBERING.sub("", head)))
        name = next((one for key in keys if (one := words.get(key, "")).startswith(ITEM)), "")
        if name:
            found.setdefault(name, (index, column))
    return found


def _labels(rows: Sequence[Row]) -> dict[str, Cell]:
    """What stands behind a label, in its cell or in the next one that says something."""
    words, found = synonyms_of(_KIND), dict[str, Cell]()
    for index, column, cell in _texts(rows):
        inside = _INSIDE.fullmatch(text_of(cell))
        name = words.get(heading_key(inside[1] if inside else text_of(cell)), "")
        if not name or name.startswith(ITEM) or not blank(found.get(name)):
            continue
        value: Cell = inside[2].strip() if inside and inside[2].strip() else _next(rows[index], column, words)
        if not blank(value):
            found[name] = ticked(value) if isinstance(value, str) else value
    return found


def _next(row: Row, column: int, words: Mapping[str, str]) -> Cell:
    value = next((cell for cell in row[column + 1 :] if not blank(cell)), None)
    label = isinstance(value, str) and heading_key(value.rstrip(":：")) in words
    return None if label else value


def _points(rows: Sequence[Row], column: int) -> Cell:
    """The points of an item: the last number of its line, or what is ticked on one of its lines."""
    for row in rows:
        numbers = [cell for cell in row[column + 1 :] if not blank(cell) and points_of_cell(cell) is not None]
        if numbers:
            return numbers[-1]
    for row in rows:
        for cell in row[column + 1 :]:
            found = _TICKED_POINTS.match(_marked(cell)) if isinstance(cell, str) else None
            if found is not None:
                return found[1]
    return None


def _marked(text: str) -> str:
    """What is ticked in a cell with boxes; nothing in one without."""
    plain = unicodedata.normalize("NFKC", text)
    chosen = ticked(plain)
    return chosen if chosen != plain else ""


def _texts(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    return (
        (index, column, cell)
        for index, row in enumerate(rows)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and not blank(cell)
    )
