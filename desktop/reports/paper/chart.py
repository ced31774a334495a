"""A line of percentages over months, in black on white: every point bears its number."""

from __future__ import annotations

from itertools import pairwise

from desktop.core.document import Chart
from desktop.reports.paper import fonts
from desktop.reports.paper.flow import Band
from desktop.reports.paper.paper import MM, Box, Paper

HEIGHT = 46 * MM
_ABOVE, _BELOW, _BESIDE = 6 * MM, 8 * MM, 12 * MM
_STEPS = (0, 50, 100)
# A number above such a point would be struck through by the line of 100 %.
_HIGH = 80
_SIZE = 8.0
_HAIR, _LINE, _DOT = 0.25, 1.2, 4.0

Point = tuple[float, float]


def chart_band(chart: Chart, left: float, width: float) -> Band:
    """The chart as a strip of the page, bound to the table beneath it."""

    def draw(paper: Paper, y: float) -> None:
        top, bottom = y + _ABOVE, y + HEIGHT - _BELOW
        first, last = left + _BESIDE, left + width
        for step in _STEPS:
            level = bottom - (bottom - top) * step / 100
            paper.rules([(first, level, last, level)], _LINE / 2 if step == 0 else _HAIR)
            paper.text_right(first - 2 * MM, level + 0.38 * _SIZE, f"{step}%", _SIZE)
        cell = (last - first) / len(chart.labels)
        points: list[Point | None] = []
        for index, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
            x = first + (index + 0.5) * cell
            paper.text_centred(x, bottom + 1.6 * _SIZE, fonts.printable(label), _SIZE)
            if value is None:
                points.append(None)
                continue
            level = bottom - (bottom - top) * min(float(value), 100.0) / 100
            paper.text_centred(x, level + (1.4 * _SIZE if value >= _HIGH else -4), str(value), _SIZE)
            points.append((x, level))
        paper.rules(_lines(points), _LINE)
        paper.fill((x - _DOT / 2, level - _DOT / 2, _DOT, _DOT) for x, level in filter(None, points))

    return Band(HEIGHT, draw, keep=True)


def _lines(points: list[Point | None]) -> list[Box]:
    return [(*one, *other) for one, other in pairwise(points) if one is not None and other is not None]
