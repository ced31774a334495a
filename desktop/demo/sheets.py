"""Draws a sheet the way a street office does: title, unit line, heads on two levels, rows, total, signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

Cell = str | float | dt.date
_MADE_ON = dt.datetime(2026, 1, 1)


@dataclass(frozen=True)
class Head:
    """A column head; with ``parts`` it spans several columns and they stand beneath it."""

    text: str
    width: float = 10
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """What stands around the rows of a sheet."""

    name: str
    title: str
    subtitle: str
    heads: tuple[Head, ...]
    footer: bool = True


class Book:
    """An xlsx file in the making; the same calls make the same bytes."""

    def __init__(self, path: Path) -> None:
        self._book: Any = xlsxwriter.Workbook(str(path))
        self._book.set_properties({"created": _MADE_ON})
        self._title = self._book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self._head = self._book.add_format(
            {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        )
        self._cell = self._book.add_format({"border": 1})
        self._date = self._book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
        self._plain = self._book.add_format({})

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    def add(self, page: Page, rows: Iterable[Sequence[Cell]]) -> int:
        """Write one whole sheet; returns how many rows it got."""
        sheet = self._book.add_worksheet(page.name)
        columns = sum(max(1, len(head.parts)) for head in page.heads)
        sheet.merge_range(0, 0, 0, columns - 1, "", self._title)
        sheet.write_string(0, 0, page.title, self._title)
        sheet.set_row(0, 28)
        sheet.merge_range(1, 0, 1, columns - 1, "", self._plain)
        sheet.write_string(1, 0, page.subtitle, self._plain)
        at = self._write_heads(sheet, page.heads)
        count = 0
        for row in rows:
            self._write_row(sheet, at + count, row, self._cell)
            count += 1
        if page.footer:
            self._write_row(sheet, at + count, ["合计", f"共{count}条"], self._cell)
            sheet.write_string(at + count + 2, 0, "填表人：        审核人：        （盖章）", self._plain)
        return count

    def add_plain(self, name: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Write a sheet of rows only, such as the price list."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 1, 16)
        for index, row in enumerate(rows):
            self._write_row(sheet, index, row, self._plain)

    def _write_heads(self, sheet: Any, heads: tuple[Head, ...]) -> int:
        two_levels = any(head.parts for head in heads)
        column = 0
        for head in heads:
            span = max(1, len(head.parts))
            sheet.set_column(column, column + span - 1, head.width)
            bottom = 3 if two_levels and not head.parts else 2
            if span > 1 or bottom > 2:
                sheet.merge_range(2, column, bottom, column + span - 1, "", self._head)
            sheet.write_string(2, column, head.text, self._head)
            for index, part in enumerate(head.parts):
                sheet.write_string(3, column + index, part, self._head)
            column += span
        sheet.freeze_panes(4 if two_levels else 3, 0)
        return 4 if two_levels else 3

    def _write_row(self, sheet: Any, row: int, cells: Sequence[Cell], form: Any) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                # Never ``write``: a text that begins with = would become a formula.
                sheet.write_string(row, column, cell, form)
            elif isinstance(cell, dt.date):
                sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), self._date)
            else:
                sheet.write_number(row, column, cell, form)
