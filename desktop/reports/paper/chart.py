"""A line over months, in black on white, every point with its number; beneath it small bars for each of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from desktop.core.document import PERCENT, Chart, ChartPart
from desktop.core.scales import nice_top
from desktop.reports.paper import fonts
from desktop.reports.paper.flow import Band
from desktop.reports.paper.paper import MM, Box, Paper

HEIGHT = 46 * MM
_PART_HEIGHT, _ABREAST, _APART = 28 * MM, 5, 4 * MM
_ABOVE, _BELOW, _BESIDE = 6 * MM, 8 * MM, 12 * MM
_STEPS = (0, 0.5, 1)
# A number above a point so near the top would be struck through by its line.
_HIGH = 0.8
# From here on the exact number is left to the table: it would run into its neighbour.
_WIDE = 1000
_SIZE = 8.0
_HAIR, _LINE, _DOT = 0.25, 1.2, 4.0

Point = tuple[float, float]


def chart_band(chart: Chart, left: float, width: float) -> Band:
    """The chart as a strip of the page, bound to the table beneath it."""
    top_value = scale_top(chart)
    mark = chart.unit if chart.unit == PERCENT else ""

    def draw(paper: Paper, y: float) -> None:
        top, bottom = y + _ABOVE, y + HEIGHT - _BELOW
        first, last = left + _BESIDE, left + width
        for step in _STEPS:
            level = bottom - (bottom - top) * step
            paper.rules([(first, level, last, level)], _LINE / 2 if step == 0 else _HAIR)
            paper.text_right(first - 2 * MM, level + 0.38 * _SIZE, f"{top_value * step:.12g}{mark}", _SIZE)
        cell = (last - first) / len(chart.labels)
        points: list[Point | None] = []
        for index, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
            x = first + (index + 0.5) * cell
            paper.text_centred(x, bottom + 1.6 * _SIZE, fonts.printable(label), _SIZE)
            if value is None:
                points.append(None)
                continue
            share = min(float(value) / top_value, 1.0)
            level = bottom - (bottom - top) * share
            paper.text_centred(x, level + (1.4 * _SIZE if share >= _HIGH else -4), _number(value, chart.unit), _SIZE)
            points.append((x, level))
        paper.rules(_lines(points), _LINE)
        paper.fill((x - _DOT / 2, level - _DOT / 2, _DOT, _DOT) for x, level in filter(None, points))

    return Band(HEIGHT, draw, keep=True)


def part_bands(chart: Chart, left: float, width: float) -> list[Band]:
    """The parts of a chart, some beside each other, all on one scale; the last number of each stands by its name."""
    rows = (chart.parts[at : at + _ABREAST] for at in range(0, len(chart.parts), _ABREAST))
    highest = nice_top(max((float(one) for part in chart.parts for one in part.values if one is not None), default=0))
    return [_part_band(chart, row, left, width / _ABREAST, highest) for row in rows]


def _part_band(chart: Chart, row: Sequence[ChartPart], left: float, width: float, highest: int) -> Band:
    def draw(paper: Paper, y: float) -> None:
        for at, part in enumerate(row):
            box = (left + at * width, y + _ABOVE, width - _APART, _PART_HEIGHT - _ABOVE - _BELOW)
            _draw_part(paper, chart, part, box, highest)

    return Band(_PART_HEIGHT, draw, keep=True)


def _draw_part(paper: Paper, chart: Chart, part: ChartPart, box: Box, highest: int) -> None:
    left, top, width, height = box
    bottom, right, cell = top + height, left + width, width / len(chart.labels)
    paper.text(left, top - 1.5 * MM, fonts.printable(part.name), _SIZE, bold=True)
    if part.values[-1] is not None:
        paper.text_right(right, top - 1.5 * MM, _number(part.values[-1], chart.unit), _SIZE)
    paper.rules([(left, bottom, right, bottom)], _LINE / 2)
    highs = [(at, height * min(float(value) / highest, 1.0)) for at, value in enumerate(part.values) if value]
    paper.fill((left + (at + 0.2) * cell, bottom - high, 0.6 * cell, high) for at, high in highs)
    paper.text(left, bottom + 1.4 * _SIZE, fonts.printable(chart.labels[0]), _SIZE)
    paper.text_right(right, bottom + 1.4 * _SIZE, fonts.printable(chart.labels[-1]), _SIZE)


def scale_top(chart: Chart) -> int:
    """What stands at the top of the scale."""
    if chart.unit == PERCENT:
        return 100
    return nice_top(max((float(value) for value in chart.values if value is not None), default=0))


def _number(value: Decimal, unit: str) -> str:
    return str(value) if unit == PERCENT or value < _WIDE else str(value.quantize(Decimal(1), ROUND_HALF_UP))


def _lines(points: list[Point | None]) -> list[Box]:
    return [(*one, *other) for one, other in pairwise(points) if one is not None and other is not None]
