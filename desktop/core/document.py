"""What a report says, before any page or sheet exists: titled tables with notes, as plain data.

PDF, workbook and window show the same ``Report``, so that they cannot differ. As canonical JSON it is kept for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from desktop.core import canonical

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]
Align = Literal["left", "centre", "right"]
PERCENT = "%"
BOXES = ("制表", "审核", "单位（盖章）")
# The second has a letterhead and a note; without them a report is written in the first, as it always was.
_SHAPES = (1, 2)


@dataclass(frozen=True)
class Heading:
    """The head of one column; numbers stand to the right."""

    title: str
    align: Align = "left"


@dataclass(frozen=True)
class ChartPart:
    """One of the parts of a chart: its name, and a number for each label; None leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Chart:
    """Numbers over a row of months, drawn above the table that holds the same numbers; None leaves a gap.

    Percentages stand on a scale up to 100; of any other ``unit`` the scale ends above the highest.
    ``parts`` are what the numbers add up from, each with its own small picture beneath.
    """

    labels: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    unit: str = PERCENT
    parts: tuple[ChartPart, ...] = ()


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
    """A whole form: letterhead, title, unit, period, its tables, a note beneath them, and the boxes to sign in.

    ``code`` (17 digits) and ``proof`` (of which moment it is) are the paper's own and no part of what it says.
    """

    title: str
    centre: str
    period: str
    sections: tuple[Section, ...]
    landscape: bool = False
    number: str = ""
    boxes: tuple[str, ...] = BOXES
    letterhead: str = ""
    note: str = ""
    code: str = ""
    proof: str = ""

    def texts(self) -> Iterator[str]:
        """Every text that the form prints, to be checked against the fonts."""
        yield from (self.title, self.centre, self.period, self.number, self.letterhead, self.note, *self.boxes)
        for section in self.sections:
            yield from (section.title, section.note)
            if section.chart:
                yield from (*section.chart.labels, *(part.name for part in section.chart.parts))
            yield from (column.title for column in section.columns)
            for row in (*section.rows, section.totals or ()):
                yield from (cell for cell in row if isinstance(cell, str))


def to_json(report: Report) -> bytes:
    """The report as canonical JSON: the same report is the same bytes for ever."""
    more = {"letterhead": report.letterhead, "note": report.note}
    plain = not any(more.values())
    return canonical.line(
        {
            "shape": _SHAPES[0] if plain else _SHAPES[1],
            **({} if plain else more),
            "title": report.title,
            "centre": report.centre,
            "period": report.period,
            "number": report.number,
            "landscape": report.landscape,
            "boxes": report.boxes,
            "sections": [_section_json(section) for section in report.sections],
        }
    )


def from_json(data: bytes) -> Report:
    """The report that ``to_json`` wrote; ValueError for bytes that it would not write."""
    found = canonical.read_line(data)
    if not isinstance(found, dict) or found.get("shape") not in _SHAPES:
        raise ValueError("not the shape of a report that is known")
    try:
        report = Report(
            title=found["title"],
            centre=found["centre"],
            period=found["period"],
            sections=tuple(_section(section) for section in found["sections"]),
            landscape=found["landscape"],
            number=found["number"],
            boxes=tuple(found["boxes"]),
            letterhead=found.get("letterhead", ""),
            note=found.get("note", ""),
        )
    except (KeyError, TypeError, ArithmeticError, AttributeError) as error:
        raise ValueError("not the data of a report") from error
    if to_json(report) != data:
        raise ValueError("not written as a report is")
    return report


def _section_json(section: Section) -> dict[str, Any]:
    chart = section.chart
    return {
        "title": section.title,
        "columns": [[column.title, column.align] for column in section.columns],
        "rows": [_row_json(row) for row in section.rows],
        "totals": None if section.totals is None else _row_json(section.totals),
        "note": section.note,
        "chart": None if chart is None else _chart_json(chart),
    }


def _chart_json(chart: Chart) -> dict[str, Any]:
    # One of percentages is written as it always was.
    more: dict[str, Any] = {} if chart.unit == PERCENT else {"unit": chart.unit}
    if chart.parts:
        more["parts"] = [[part.name, _row_json(part.values)] for part in chart.parts]
    return {"labels": chart.labels, "values": _row_json(chart.values), **more}


def _section(found: Mapping[str, Any]) -> Section:
    totals, chart = found["totals"], found["chart"]
    return Section(
        title=found["title"],
        columns=tuple(Heading(title, align) for title, align in found["columns"]),
        rows=tuple(_row(row) for row in found["rows"]),
        totals=None if totals is None else _row(totals),
        note=found["note"],
        chart=None if chart is None else _chart(chart),
    )


def _chart(found: Mapping[str, Any]) -> Chart:
    parts = tuple(ChartPart(name, tuple(_points(values))) for name, values in found.get("parts", ()))
    return Chart(tuple(found["labels"]), tuple(_points(found["values"])), found.get("unit", PERCENT), parts)


def _row_json(row: Sequence[Cell]) -> list[Any]:
    # JSON knows one kind of number; an amount keeps its digits as text in a list of its own: ["12.00"].
    return [[str(cell)] if isinstance(cell, Decimal) else cell for cell in row]


def _row(found: Sequence[Any]) -> Row:
    return tuple(_cell(cell) for cell in found)


def _cell(found: Any) -> Cell:
    if isinstance(found, list):
        (digits,) = found
        return Decimal(digits)
    if isinstance(found, bool | float) or not isinstance(found, str | int | None):
        raise TypeError(found)
    return found


def _points(found: Sequence[Any]) -> Iterator[Decimal | None]:
    for value in _row(found):
        if value is not None and not isinstance(value, Decimal):
            raise TypeError(value)
        yield value
