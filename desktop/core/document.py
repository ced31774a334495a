"""What a report says, before any page or sheet exists: titled tables with notes, as plain data.

PDF, workbook and window show the same ``Report``, so that they cannot differ. As canonical JSON it is kept for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Heading:
    """The head of one column; numbers stand to the right."""

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
    columns: tuple[Heading, ...]
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
