"""The rows below the headings that say something, each with what the sheet says of it elsewhere.

A cell merged over several rows stands in each; 同上 is the cell above; a section line speaks for the rows below;
a row that only goes on with the contacts of the person above belongs to that person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from desktop.core.reasons import Reason
from desktop.importing.book.cells import Cell, Row, blank, text_of
from desktop.importing.book.headers import Table
from desktop.importing.book.inspection import column_letters
from desktop.importing.book.plain_text import BROKEN
from desktop.importing.book.sections import section_text, section_values, values_of_title, wide_merges
from desktop.importing.book.skipping import is_data

# Merges that lie over each other, as no program writes them, must not cost rows times rows.
_MOST_FILLED = 200_000
_DITTO = re.compile(
    r"[-—–_~(=]*(?:同上(?:一?行|一?格|一?栏|面|述|所述)?|上同|同前(?:行|述)?|如上|同左上|[〃々″”“〞〝↑\"]+|['′]{2,})[-—–_~)=.。]*"
)
# What means some other cell, which nobody can tell.
_ELSEWHERE = re.compile(
    r"[(]?(?:同[左右下]|同第?\d{1,4}[行号]?|见[上下前后](?:表|页|行)?|如[下左右])[)]?[.。]?|[.。·…,，、]{2,}"
)
_LONGEST_DITTO = 16
_FAILED = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_CONTACTS = ("contact_name", "contact_relation", "contact_phone")


Fixes = Mapping[tuple[int, str], str]


@dataclass(frozen=True)
class Line:
    """A data row: ``number`` is its row in the sheet, from 1; ``typed`` are fields that a person added or put right.

    ``shared`` is what a section line above says of the row; ``more`` are rows below that go on with its contacts,
    ``headings`` the heading of each field, which may hold its unit.
    """

    number: int
    columns: Mapping[str, int]
    row: Row
    typed: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    more: tuple[Row, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> Cell:
        """The cell of a field; None when the sheet lacks the column."""
        if self.typed and name in self.typed:
            return self.typed[name] or None
        column = self.columns.get(name)
        cell = None if column is None else self.at(column)
        return self.shared.get(name) if cell is None or blank(cell) else cell

    def at(self, column: int) -> Cell:
        """The cell of a column (from 0); what a person typed for the column's letter stands for it."""
        if self.typed and (letter := column_letters(column + 1)) in self.typed:
            return self.typed[letter] or None
        return self.row[column] if column < len(self.row) else None

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for the field."""
        return name in self.columns or name in self.typed

    def says(self, name: str) -> bool:
        """Whether the field may hold anything: most fields of a kind are on no sheet, and a file has many rows."""
        return name in self.columns or name in self.shared or name in self.typed

    def text(self, name: str) -> str:
        """The cell of a field as a person reads it."""
        return text_of(self.get(name)) if self.says(name) else ""


@dataclass(frozen=True)
class Remark:
    """Something that a person should know of a row of the sheet: a reason of a warning, and the text it is about."""

    row: int
    reason: Reason
    value: str


@dataclass
class Lines:
    """The data rows of a table, and what is to be said of rows and columns that are not or not wholly read."""

    lines: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_read: tuple[str, ...] = ()


def data_lines(table: Table, fixes: Fixes | None = None) -> Iterator[Line]:
    """The rows that say something about a person or a bed, with what a person put right in them."""
    yield from read_lines(table, fixes).lines


def read_lines(table: Table, fixes: Fixes | None = None) -> Lines:
    """The data rows, and what is to be said of the others."""
    typed: dict[int, dict[str, str]] = {}
    for (number, name), text in (fixes or {}).items():
        typed.setdefault(number, {})[name] = text
    found, merges = Lines(), wide_merges(table)
    shared = _section_of_titles(table, found)
    titles, columns, headings = set(table.titles), table.columns, table.mapping
    known = {column: name for name, column in columns.items()}
    above: dict[int, Cell] = {}
    for index, plain in enumerate(_unmerged(table), start=table.first):
        section = section_text(table, plain, index, merges)
        if section and _section(table, section):
            shared = _nested(shared, section_values(table, section))
            said = Reason.SECTION_READ if shared else Reason.SECTION_NOT_READ
            found.remarks.append(Remark(index + 1, said, section))
            continue
        if not is_data(table, plain, titles):
            continue
        row = _cleaned(table, known, plain, index + 1, above, found)
        row = _named_above(table, row, found)
        if _goes_on(table, row, found):
            found.lines[-1] = replace(found.lines[-1], more=(*found.lines[-1].more, row))
            continue
        found.lines.append(Line(index + 1, columns, row, typed.get(index + 1, {}), shared, (), headings))
    hidden = [line.number for line in found.lines if line.number - 1 in table.sheet.hidden_rows]
    if hidden:
        found.remarks.append(Remark(hidden[0], Reason.HIDDEN_ROWS, str(len(hidden))))
    found.not_read = _not_read(table, found.lines)
    return found


def skipped_rows(table: Table, data_rows: int) -> int:
    """How many rows of the sheet are titles, blanks, totals, signatures, notes or repeated headings."""
    heading_rows = table.first - (table.header_row - 1)
    last = len(table.sheet.rows) if table.stop is None else table.stop
    return last - table.top - heading_rows - data_rows


def _section(table: Table, text: str) -> bool:
    """Whether a text alone in its row is a section line and not a title once more, a total or a note."""
    row = (None,) * min(table.columns.values(), default=0) + (text,)
    return text not in table.titles and is_data(table, row, set(table.titles))


def _nested(above: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    """What holds below a section line: 独居老人 within 春晓社区 keeps the community; the next community ends both."""
    if not new:
        return {}
    kept: dict[str, str] = {}
    for name, value in above.items():
        if name in new:
            break
        kept[name] = value
    return kept | dict(new)


def _section_of_titles(table: Table, found: Lines) -> Mapping[str, str]:
    """What the title above a table says of its rows, or else the name of its sheet: 春晓社区, 独居老人名册."""
    several = table.top > 0 or table.stop is not None
    for title in (*reversed(table.titles), table.sheet.name):
        # Among several tables of one sheet the title of each is its section line.
        shared = (section_values if several and title in table.titles else values_of_title)(table, title)
        # Where every row has a column for it, a title says nothing new.
        new = {name: value for name, value in shared.items() if name == "flags" or name not in table.columns}
        if new or (several and shared):
            if table.part == 0:
                found.remarks.append(Remark(table.header_row, Reason.SECTION_READ, title))
            return shared
    return {}


def _cleaned(
    table: Table, known: Mapping[int, str], plain: Row, number: int, above: dict[int, Cell], found: Lines
) -> Row:
    """The row with 同上 as the cell above and failed formulas as empty; what is broken is named."""
    row = list(plain)
    for column, cell in enumerate(row):
        text = cell.strip() if isinstance(cell, str) else ""
        plain_text = unicodedata.normalize("NFKC", text).replace(" ", "") if 0 < len(text) <= _LONGEST_DITTO else ""
        if column in known and _ELSEWHERE.fullmatch(plain_text):
            row[column] = None
            found.remarks.append(Remark(number, Reason.UNKNOWN_WORD, text))
        elif _DITTO.fullmatch(plain_text):
            row[column] = above.get(column)
            if blank(row[column]):
                found.remarks.append(Remark(number, Reason.NOTHING_ABOVE, text))
        elif text in _FAILED:
            row[column] = None
            found.remarks += _failed(table, known, number, column, text)
        elif BROKEN in text:
            found.remarks.append(Remark(number, Reason.BROKEN_TEXT, f"{column_letters(column + 1)}{number}"))
        if column in known and not blank(row[column]):
            above[column] = row[column]
    return tuple(row)


def _failed(table: Table, known: Mapping[int, str], number: int, column: int, text: str) -> list[Remark]:
    # The sums of a month that nobody reads need no word.
    if column not in known and all(column != day.column for day in table.days):
        return []
    return [Remark(number, Reason.FAILED_FORMULA, f"{column_letters(column + 1)}{number} {text}")]


def _named_above(table: Table, row: Row, found: Lines) -> Row:
    """A month's row that only names another meal is of the person above, whose name stands once for all meals."""
    columns = table.columns
    person = [columns[name] for name in ("name", "id_number") if name in columns]
    if not table.days or "meal" not in columns or not found.lines or blank(_at(row, columns["meal"])):
        return row
    if not all(blank(_at(row, column)) for column in person):
        return row
    last = found.lines[-1].row
    same = {column: _at(last, column) for column in person}
    return tuple(same.get(column, cell) for column, cell in enumerate(row))


def _goes_on(table: Table, row: Row, found: Lines) -> bool:
    """Whether a row only has another contact of the person above: all else is blank, or the same as there."""
    columns = table.columns
    if table.kind != "residents" or not found.lines or "contact_name" not in columns:
        return False
    last = found.lines[-1].row
    contacts = {columns[name] for name in _CONTACTS if name in columns}
    if all(blank(_at(row, column)) for column in contacts):
        return False
    others = [column for column in range(len(row)) if column not in contacts and not blank(row[column])]
    person = {columns[name] for name in ("name", "id_number") if name in columns}
    return all(text_of(row[column]) == text_of(_at(last, column)) for column in others) and (
        not person & set(others) or _merged_with_above(table, row, last, person)
    )


def _merged_with_above(table: Table, row: Row, last: Row, person: set[int]) -> bool:
    # Merged cells stand in every row; a row typed out a second time may be a slip that is to be named.
    tops = {merge.left for merge in table.sheet.merges if merge.bottom > merge.top}
    return bool(person & tops) and all(text_of(_at(row, one)) == text_of(_at(last, one)) for one in person)


def _not_read(table: Table, lines: list[Line]) -> tuple[str, ...]:
    """The headings of columns that hold something and are not read, and the letters of such without a heading."""
    read = set(table.columns.values()) | {day.column for day in table.days}
    filled = {
        column for line in lines for column, cell in enumerate(line.row) if column not in read and not blank(cell)
    }
    named = {"".join(heading.split()) for heading in table.unmatched}
    found = []
    for column in sorted(filled):
        heading = table.headings[column] if column < len(table.headings) else ""
        if heading in named:
            found.append(heading)
        elif not heading and table.header_row:
            found.append(column_letters(column + 1))
    return tuple(found)


def _unmerged(table: Table) -> list[Row]:
    """The rows below the headings; a cell merged over several rows (one building, one person) stands in each."""
    rows = list(table.sheet.rows[table.first : table.stop])
    room = _MOST_FILLED + len(rows)
    for merge in table.sheet.merges:
        top, bottom = merge.top - table.first, min(merge.bottom - table.first, len(rows) - 1)
        if top < 0 or bottom <= top or top >= len(rows) or merge.left >= len(rows[top]):
            continue
        room -= bottom - top
        if room < 0:
            break
        shown = rows[top][merge.left]
        for index in range(top + 1, bottom + 1):
            row = rows[index] + (None,) * (merge.left + 1 - len(rows[index]))
            rows[index] = (*row[: merge.left], shown, *row[merge.left + 1 :])
    return [_within(row, table.span) for row in rows] if table.span else rows


def _within(row: Row, span: tuple[int, int]) -> Row:
    """The row of one half: what stands in the others is not there."""
    return tuple(cell if span[0] <= column < span[1] else None for column, cell in enumerate(row))


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None
