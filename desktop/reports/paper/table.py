"""One table of a report as strips of a page: heading, repeated head, rows, totals, note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.document import Align, Cell, Heading, Row, Section
from desktop.core.progress import Progress
from desktop.reports.paper import fonts
from desktop.reports.paper.chart import chart_band, part_bands
from desktop.reports.paper.document import NOTHING, cell_text
from desktop.reports.paper.flow import Band, balanced, longest_token, share, wrap
from desktop.reports.paper.paper import Box, Paper

SIZES = (10.0, 9.0, 8.0, 7.0, 6.0)
HEADING = 11.5
NOTE = 8.5
LEADING = 1.32
# Half the height of a Chinese character above its baseline, in ems.
MIDDLE = 0.38
# A table of so few rows is never cut by a page.
WHOLE = 4
# A text of so many thousandths of an em, four characters, is a name: it is broken only where nothing else helps.
NAME = 4000.0
PAD_X = 3.0
PAD_Y = 3.2


@dataclass(frozen=True)
class Grid:
    """Left edge, column edges and text size of one table."""

    left: float
    edges: tuple[float, ...]
    size: float
    aligns: tuple[Align, ...]

    def width(self, column: int) -> float:
        """The room for words in a column."""
        return self.edges[column + 1] - self.edges[column] - 2 * PAD_X

    @property
    def right(self) -> float:
        """The right edge of the table."""
        return self.edges[-1]


def section_bands(section: Section, left: float, width: float, progress: Progress) -> list[Band]:
    """The strips of a section; rows carry the head, so that it is repeated on each page."""
    cells = [_printed(row) for row in section.rows]
    totals = _printed(section.totals) if section.totals else None
    grid = _grid(section.columns, [*cells, totals] if totals else cells, left, width)
    head = _row_band([fonts.printable(column.title) for column in section.columns], grid, head=True)
    bands = [heading_band(section.title, left)]
    if section.chart:
        bands.append(chart_band(section.chart, left, width))
        bands += part_bands(section.chart, left, width)
    bands.append(Band(head.height, head.draw, keep=True))
    for index, row in enumerate(cells):
        progress.check()
        bound = index == 0 or index >= len(cells) - 2 or len(cells) <= WHOLE
        drawn = _row_band(row, grid)
        bands.append(Band(drawn.height, drawn.draw, bound, head))
    if not cells:
        bands.append(_nothing_band(grid))
    if totals:
        drawn = _row_band(totals, grid, bold=True)
        bands.append(Band(drawn.height, drawn.draw, True, head))
    if section.note:
        bands.append(note_band(section.note, left, width))
    bands[-1] = replace(bands[-1], keep=False)
    return bands


def heading_band(title: str, left: float) -> Band:
    """A section's heading, bound to what follows."""
    words = fonts.printable(title)
    height = HEADING * 2.3

    def draw(paper: Paper, y: float) -> None:
        paper.text(left, y + height - HEADING * 0.55, words, HEADING, True)

    return Band(height, draw, keep=True)


def note_band(note: str, left: float, width: float) -> Band:
    """The rule note under a table, in small type."""
    lines = wrap(fonts.printable(note), width, NOTE)
    leading = NOTE * 1.4

    def draw(paper: Paper, y: float) -> None:
        for number, line in enumerate(lines, 1):
            paper.text(left, y + 2 + number * leading - NOTE * 0.3, line, NOTE)

    return Band(len(lines) * leading + 4, draw)


def _printed(row: Row) -> list[str]:
    return [_cell(cell) for cell in row]


def _cell(cell: Cell) -> str:
    return fonts.printable(cell) if isinstance(cell, str) else cell_text(cell)


def _grid(columns: Sequence[Heading], rows: Sequence[Sequence[str]], left: float, width: float) -> Grid:
    contents = [[row[index] for row in rows] for index in range(len(columns))]
    natural = [_natural(column, texts) for column, texts in zip(columns, contents, strict=True)]
    widths: Sequence[float] | None = None
    for whole, size in ((whole, size) for whole in (NAME, 0.0) for size in SIZES):
        em = size / 1000
        floors = [_floor(column, texts, whole) for column, texts in zip(columns, contents, strict=True)]
        widths = share([n * em + 2 * PAD_X for n in natural], [f * em + 2 * PAD_X for f in floors], width)
        if widths is not None:
            break
    if widths is None:
        widths = [width / len(columns)] * len(columns)
    edges = [left]
    for column_width in widths:
        edges.append(edges[-1] + column_width)
    return Grid(left, tuple(edges), size, tuple(column.align for column in columns))


def _natural(column: Heading, texts: Sequence[str]) -> float:
    title = fonts.units(column.title, True)
    content = max((fonts.units(words, True) for words in set(texts)), default=0.0)
    return max(content, title if title <= 5000 else title / 2 + 500, 2000.0) + 200


def _floor(column: Heading, texts: Sequence[str], whole: float) -> float:
    """The least room of a column: what cannot be broken, and texts no wider than ``whole``."""
    title = min(longest_token(column.title, True), 2000.0)
    if column.align == "right":
        return max([title, *(fonts.units(words, True) for words in set(texts))])
    kept = [wide for wide in (fonts.units(words, True) for words in set(texts)) if wide <= whole]
    return max([title, *kept, *(min(longest_token(words, True), 10000.0) for words in set(texts))])


def _row_band(cells: Sequence[str], grid: Grid, *, head: bool = False, bold: bool = False) -> Band:
    strong = head or bold
    set_lines = balanced if head else wrap
    lines = [set_lines(words, grid.width(index), grid.size, strong) for index, words in enumerate(cells)]
    leading = grid.size * LEADING
    height = max(map(len, lines)) * leading + 2 * PAD_Y
    aligns: Sequence[Align] = ["centre"] * len(cells) if head else grid.aligns

    def draw(paper: Paper, y: float) -> None:
        paper.rules(_frame(grid, y, height, top=head))
        for index, words in enumerate(lines):
            baseline = y + (height - len(words) * leading) / 2 + leading / 2 + MIDDLE * grid.size
            for number, line in enumerate(words):
                _put(paper, grid, index, (baseline + number * leading, line, aligns[index], strong))

    return Band(height, draw)


def _put(paper: Paper, grid: Grid, index: int, words: tuple[float, str, Align, bool]) -> None:
    baseline, line, align, bold = words
    left, right = grid.edges[index], grid.edges[index + 1]
    if align == "right":
        paper.text_right(right - PAD_X, baseline, line, grid.size, bold)
    elif align == "centre":
        paper.text_centred((left + right) / 2, baseline, line, grid.size, bold)
    else:
        paper.text(left + PAD_X, baseline, line, grid.size, bold)


def _frame(grid: Grid, y: float, height: float, *, top: bool = False) -> list[Box]:
    under = y + height
    lines = [(x, y, x, under) for x in grid.edges]
    lines.append((grid.left, under, grid.right, under))
    if top:
        lines.append((grid.left, y, grid.right, y))
    return lines


def _nothing_band(grid: Grid) -> Band:
    height = grid.size * LEADING + 2 * PAD_Y
    under = (grid.left, grid.right)

    def draw(paper: Paper, y: float) -> None:
        bottom = y + height
        paper.rules([(under[0], bottom, under[1], bottom), *((x, y, x, bottom) for x in under)])
        paper.text_centred(sum(under) / 2, y + height / 2 + MIDDLE * grid.size, NOTHING, grid.size)

    return Band(height, draw, keep=True)
