"""What a report says, before any page or sheet exists: titled tables with notes, as plain data.

The PDF and the workbook are drawn from the same ``Report``, so that they cannot differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]
Align = Literal["left", "centre", "right"]

DASH = "—"
NOTHING = "（无）"


@dataclass(frozen=True)
class Column:
    """One column of a table; numbers stand to the right."""

    title: str
    align: Align = "left"


@dataclass(frozen=True)
class Chart:
    """Percentages over a row of months, drawn above the table that holds the same numbers; None leaves a gap."""

    labels: tuple[str, ...]
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Section:
    """One table of a report with its heading, totals row, rule note (口径) and, on paper, a chart."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Row | None = None
    note: str = ""
    chart: Chart | None = None


@dataclass(frozen=True)
class Report:
    """A whole form: title, unit, period and its tables."""

    title: str
    centre: str
    period: str
    sections: tuple[Section, ...]
    landscape: bool = False
    number: str = ""

    def texts(self) -> Iterator[str]:
        """Every text that the form prints, to be checked against the fonts."""
        yield from (self.title, self.centre, self.period, self.number)
        for section in self.sections:
            yield from (section.title, section.note)
            yield from section.chart.labels if section.chart else ()
            yield from (column.title for column in section.columns)
            for row in (*section.rows, section.totals or ()):
                yield from (cell for cell in row if isinstance(cell, str))


@dataclass(frozen=True)
class RenderResult:
    """What was written: the file, its pages (sheets of a workbook), characters that the fonts lack."""

    path: Path
    pages: int
    missing: tuple[str, ...] = ()


def cell_text(cell: Cell) -> str:
    """A cell as printed; a value that does not exist is a dash."""
    return DASH if cell is None else str(cell)


def date_text(day: dt.date) -> str:
    """A date as an official form writes it: ``2026年11月2日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def text(title: str) -> Column:
    """A column of words."""
    return Column(title)


def centred(title: str) -> Column:
    """A column of short words or dates."""
    return Column(title, "centre")


def amount(title: str) -> Column:
    """A column of numbers."""
    return Column(title, "right")


def numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows with 序号 in front."""
    return tuple((number, *row) for number, row in enumerate(rows, 1))


_ORDINALS = "一二三四五六七八九"


def headed(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Sections with 一、二、三、 before their titles."""
    return tuple(replace(part, title=f"{_ordinal(number)}、{part.title}") for number, part in enumerate(sections, 1))


def _ordinal(number: int) -> str:
    """一 to 十九."""
    return f"十{_ORDINALS[number - 11]}" if number > 10 else (*_ORDINALS, "十")[number - 1]
