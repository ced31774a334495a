"""Which rows below the headings are data, and which are totals, signatures, notes or repeated headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.importing.book.cells import Cell, Row, blank, text_of
from desktop.importing.book.headers import Table, heading_key
from desktop.importing.book.inspection import column_letters

_TOTAL = re.compile(
    r"(本页|本月|全年|当日|年度|各项)?(合计|总计|小计|共计|累计|总数|总人数)(人数|人次|数)?[:]?[\d.,]*[人次条元份名位张个]*"
)
_SIGNATURE = re.compile(
    r"[(]?(填表|填报|制表|审核|复核|审批|核对|经办|负责|登记|统计|单位负责|主管|分管|盖章|签章|签字|公章|单位|报送)"
    r"((人|单位|日期|时间|领导|负责人|签字|签名|盖章)+\s*([:)(].*)?|\s*[:)(].*)"
)
# The row of a blank template that shows how to fill it in.
_EXAMPLE = re.compile(r"[(]?(示例|样例|范例|填写示例|举例)([(:,].*|行|数据)?[)]?")
# Merges that lie over each other, as no program writes them, must not cost rows times rows.
_MOST_FILLED = 200_000
_NOTE = re.compile(r"(说明|注|备注|填表说明|注意|注意事项|填报说明|温馨提示)\d?\s*[:].*", re.DOTALL)


Fixes = Mapping[tuple[int, str], str]


@dataclass(frozen=True)
class Line:
    """A data row: ``number`` is its row in the sheet, from 1; ``typed`` are fields that a person added or put right."""

    number: int
    columns: Mapping[str, int]
    row: Row
    typed: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> Cell:
        """The cell of a field; None when the sheet lacks the column."""
        if name in self.typed:
            return self.typed[name] or None
        column = self.columns.get(name)
        return self.at(column) if column is not None else None

    def at(self, column: int) -> Cell:
        """The cell of a column (from 0); what a person typed for the column's letter stands for it."""
        if self.typed and (letter := column_letters(column + 1)) in self.typed:
            return self.typed[letter] or None
        return self.row[column] if column < len(self.row) else None

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for the field."""
        return name in self.columns or name in self.typed

    def text(self, name: str) -> str:
        """The cell of a field as a person reads it."""
        return text_of(self.get(name))


def data_lines(table: Table, fixes: Fixes | None = None) -> Iterator[Line]:
    """The rows that say something about a person or a bed, with what a person put right in them."""
    columns = table.columns
    titles = set(table.titles)
    typed: dict[int, dict[str, str]] = {}
    for (number, name), text in (fixes or {}).items():
        typed.setdefault(number, {})[name] = text
    for index, row in enumerate(_unmerged(table), start=table.first):
        if _is_data(table, row, titles):
            yield Line(index + 1, columns, row, typed.get(index + 1, {}))


def skipped_rows(table: Table, data_rows: int) -> int:
    """How many rows of the sheet are titles, blanks, totals, signatures, notes or repeated headings."""
    heading_rows = table.first - (table.header_row - 1)
    return len(table.sheet.rows) - heading_rows - data_rows


def _unmerged(table: Table) -> list[Row]:
    """The rows below the headings; a cell merged over several rows (one building, one person) stands in each."""
    rows = list(table.sheet.rows[table.first :])
    room = _MOST_FILLED + len(rows)
    for merge in table.sheet.merges:
        top, bottom = merge.top - table.first, min(merge.bottom - table.first, len(rows) - 1)
        if top < 0 or bottom <= top or merge.left >= len(rows[top]):
            continue
        room -= bottom - top
        if room < 0:
            break
        shown = rows[top][merge.left]
        for index in range(top + 1, bottom + 1):
            row = rows[index] + (None,) * (merge.left + 1 - len(rows[index]))
            rows[index] = (*row[: merge.left], shown, *row[merge.left + 1 :])
    return rows


def _is_data(table: Table, row: Row, titles: set[str]) -> bool:
    filled = [(column, text_of(cell)) for column, cell in enumerate(row) if not blank(cell)]
    if not filled:
        return False
    texts = [unicodedata.normalize("NFKC", text).strip() for _, text in filled]
    if any(_TOTAL.fullmatch(text.replace(" ", "")) for text in texts[:3]) or _EXAMPLE.fullmatch(texts[0]):
        return False
    if len(filled) <= 4 and any(_SIGNATURE.fullmatch(text) or _NOTE.fullmatch(text) for text in texts[:2]):
        return False
    if len(filled) <= 2 and filled[0][1] in titles:
        return False
    return not _lonely(table, filled) and not _repeats_headings(table, row)


def _lonely(table: Table, filled: list[tuple[int, str]]) -> bool:
    # One text outside every known column, or a running number alone, says nothing about anybody.
    known = set(table.columns.values()) | {day.column for day in table.days}
    return not any(column in known for column, _ in filled)


def _repeats_headings(table: Table, row: Row) -> bool:
    same = [
        field
        for field in table.fields
        if field.column < len(row)
        and not blank(row[field.column])
        and heading_key(field.heading).endswith(heading_key(text_of(row[field.column])))
    ]
    return len(same) >= min(2, len(table.fields))
