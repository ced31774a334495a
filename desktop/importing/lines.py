"""Which rows below the headings are data, and which are totals, signatures, notes or repeated headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.importing.cells import Cell, Row, blank, text_of
from desktop.importing.headers import Table, heading_key

_TOTAL = re.compile(
    r"(本页|本月|全年|当日|年度|各项)?(合计|总计|小计|共计|累计|总数|总人数)(人数|人次|数)?[:]?[\d.,]*[人次条元份名位张个]*"
)
_SIGNATURE = re.compile(
    r"[(]?(填表|填报|制表|审核|复核|审批|核对|经办|负责|登记|统计|单位负责|主管|分管|盖章|签章|签字|公章|单位|报送)"
    r"((人|单位|日期|时间|领导|负责人|签字|签名|盖章)+\s*([:)(].*)?|\s*[:)(].*)"
)
_NOTE = re.compile(r"(说明|注|备注|填表说明|注意|注意事项|填报说明|温馨提示)\d?\s*[:].*", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A data row: ``number`` is its row in the sheet, from 1."""

    number: int
    cells: dict[str, Cell]
    row: Row

    def get(self, name: str) -> Cell:
        """The cell of a field; None when the sheet lacks the column."""
        return self.cells.get(name)

    def text(self, name: str) -> str:
        """The cell of a field as a person reads it."""
        return text_of(self.cells.get(name))


def data_lines(table: Table) -> Iterator[Line]:
    """The rows that say something about a person or a bed."""
    columns = table.columns
    titles = set(table.titles)
    for index, row in enumerate(_unmerged(table), start=table.first):
        if _is_data(table, row, titles):
            cells = {name: row[column] for name, column in columns.items() if column < len(row)}
            yield Line(index + 1, cells, row)


def skipped_rows(table: Table, data_rows: int) -> int:
    """How many rows of the sheet are titles, blanks, totals, signatures, notes or repeated headings."""
    heading_rows = table.first - (table.header_row - 1)
    return len(table.sheet.rows) - heading_rows - data_rows


def _unmerged(table: Table) -> list[Row]:
    """The rows below the headings; a cell merged over several rows (one building, one person) stands in each."""
    rows = [list(row) for row in table.sheet.rows[table.first :]]
    for merge in table.sheet.merges:
        top, bottom = merge.top - table.first, min(merge.bottom - table.first, len(rows) - 1)
        if top < 0 or bottom <= top or merge.left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            row += [None] * (merge.left + 1 - len(row))
            row[merge.left] = rows[top][merge.left]
    return [tuple(row) for row in rows]


def _is_data(table: Table, row: Row, titles: set[str]) -> bool:
    filled = [(column, text_of(cell)) for column, cell in enumerate(row) if not blank(cell)]
    if not filled:
        return False
    texts = [unicodedata.normalize("NFKC", text).strip() for _, text in filled]
    if any(_TOTAL.fullmatch(text.replace(" ", "")) for text in texts[:3]):
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
