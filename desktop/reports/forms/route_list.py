"""A list of people on paper, such as of a route: each with a row code, boxes and where to sign; A4 across or upright.

What it is for says its ``Face``: title, how to fill it in, and the columns behind name and address. Several lists
make one paper, each with pages of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from desktop.core.acts import Action, Thing
from desktop.core.codes import grouped
from desktop.core.errors import NothingToDo
from desktop.core.progress import Progress
from desktop.core.words.terms import SEXES
from desktop.reports.paper import fonts, qr
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.paper import A4, MM, Box, Paper
from desktop.services.register.walking import OnWalk
from desktop.services.writing.going_out import Held, leaving

MODULE = 0.47 * MM
QUIET = qr.QUIET * MODULE
CODE = qr.MODULES * MODULE
MARGIN = 12 * MM
TOP = 30 * MM
HEAD = 9 * MM
# A code with its quiet zone and its number beneath.
ROW = CODE + 2 * QUIET + 5 * MM
BOTTOM = 14 * MM
MIDDLE = 0.38
# Of what stands below a name: sizes in points, and from line to line.
SIZES = (10.0, 9.0, 8.0)
KNOWN_SIZES = (9.0, 8.5, 8.0)
LEADING = 1.1
_BOX = 6.5 * MM
# From line to line above the note.
_ABOVE = 5.5 * MM
# Words of a cell, and in how many lines at most.
Lines = Sequence[tuple[str, int]]


Row = TypeVar("Row", bound=OnWalk)
Rows = TypeVar("Rows", bound=OnWalk, covariant=True)


class Walk(Protocol[Rows]):
    """A list of one walk."""

    @property
    def day(self) -> dt.date:
        """When it is walked."""

    @property
    def visitor(self) -> str:
        """Who walks; ``""`` is written in by hand."""

    @property
    def rows(self) -> Sequence[Rows]:
        """Its rows in walking order."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: words of the row, a box to tick, marks to put a ring around, or room to write in."""

    title: str
    width: float
    box: bool = False
    marks: str = ""
    words: Callable[[Row], Lines] | None = None


@dataclass(frozen=True)
class Face(Generic[Row]):
    """What a list is called, how it is filled in, who walks, and the columns behind name and address.

    ``above`` are lines above the note; ``who`` is the head of the column of names and ``beneath`` what stands below a
    name, phone and address where nothing is said; ``action`` is what whoever prints it must be allowed to.
    """

    title: str
    note: str
    walker: str
    columns: tuple[Column[Row], ...]
    told: str = ""
    number: str = ""
    counted: str = "人"
    above: tuple[str, ...] = ()
    who: str = "姓名、电话、住址"
    beneath: Callable[[Row], Lines] | None = None
    upright: bool = False
    action: Action = Action.MAKE_SHEET


def render_route_list(
    face: Face[Row], sheet: Walk[Row], centre: str, path: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Print a list; the codes are those of its rows."""
    return render_route_lists(face, [sheet], centre, path, printed_on=printed_on, progress=progress)


def render_route_lists(
    face: Face[Row],
    sheets: Sequence[Walk[Row]],
    centre: str,
    path: Path,
    *,
    printed_on: dt.date,
    progress: Progress | None = None,
) -> RenderResult:
    """Print lists of one face one after the other; NothingToDo where none has a row."""
    wanted = [sheet for sheet in sheets if sheet.rows]
    if not wanted:
        raise NothingToDo(Thing.RESIDENT)
    watch = progress or Progress()
    paper = Paper(A4 if face.upright else (A4[1], A4[0]), f"{face.title} {wanted[0].day.isoformat()}", centre)
    watch.start(sum(len(sheet.rows) for sheet in wanted), face.title)
    named = {row.name for sheet in wanted for row in sheet.rows}
    with leaving(path, Held(face.title, len(named), 0, wanted[0].day.isoformat(), face.action)) as part:
        for sheet in wanted:
            drawing = _Drawing(paper, face, sheet, centre, printed_on)
            for number, rows in enumerate(drawing.pages, 1):
                drawing.page(number, rows, watch)
        part.write_bytes(paper.finish())
        watch.check()
    printed = (text for sheet in wanted for row in sheet.rows for text in (row.name, row.place, row.community))
    missing = fonts.missing_in([*face.above, *printed])
    return RenderResult(path, paper.pages, tuple(missing))


class _Drawing(Generic[Row]):
    """One list on paper: where its columns stand, and the pages that its rows fill."""

    def __init__(self, paper: Paper, face: Face[Row], sheet: Walk[Row], centre: str, printed_on: dt.date) -> None:
        self.paper, self.face, self.sheet, self.centre, self.printed_on = paper, face, sheet, centre, printed_on
        first: tuple[Column[Row], ...] = (
            Column("序号", 9 * MM),
            Column("行码", CODE + 2 * QUIET + 8 * MM),
            Column(face.who, 0),
        )
        self.columns = (*first, *face.columns)
        self.width, self.height = A4 if face.upright else (A4[1], A4[0])
        self.above = [words for one in face.above for words in wrap(fonts.printable(one), self._room, 10)]
        self.top = TOP + len(self.above) * _ABOVE
        given = sum(column.width for column in self.columns)
        spare = self._room - given
        self.edges = [MARGIN]
        for column in self.columns:
            self.edges.append(self.edges[-1] + (column.width or spare))
        fit = int((self.height - self.top - HEAD - BOTTOM) // ROW)
        self.pages = [sheet.rows[start : start + fit] for start in range(0, len(sheet.rows), fit)]

    @property
    def _room(self) -> float:
        return self.width - 2 * MARGIN

    def page(self, number: int, rows: Sequence[Row], watch: Progress) -> None:
        """Draw one page."""
        self._title()
        self._head()
        for place, row in enumerate(rows):
            self._row(row, self.top + HEAD + place * ROW)
            watch.step()
        line = self.height - 8 * MM
        self.paper.text(MARGIN, line, fonts.printable(f"打印日期：{date_text(self.printed_on)}"), 8)
        pages = f"第 {number} 页 / 共 {len(self.pages)} 页"
        self.paper.text_right(self.width - MARGIN, line, pages, 8)
        self.paper.next_page()

    def _title(self) -> None:
        paper, sheet = self.paper, self.sheet
        paper.text_centred(self.width / 2, 14 * MM, self.face.title, 16, True)
        line = 21 * MM
        paper.text(MARGIN, line, fonts.printable(f"单位：{self.centre}"), 10)
        if self.face.walker:
            walker = fonts.printable(f"{self.face.walker}：{sheet.visitor or '＿＿＿＿＿＿'}")
            paper.text_centred(self.width / 2, line, walker, 10)
        told = f"    {self.face.told}" if self.face.told else ""
        number = f"    编号：{self.face.number}" if self.face.number else ""
        count = f"日期：{date_text(sheet.day)}{told}{number}    共 {len(sheet.rows)} {self.face.counted}"
        paper.text_right(self.width - MARGIN, line, count, 10)
        for words in self.above:
            line += _ABOVE
            paper.text(MARGIN, line, words, 10)
        for place, words in enumerate(wrap(self.face.note, self._room, 8)):
            paper.text(MARGIN, line + 4.5 * MM + place * 3.4 * MM, words, 8)

    def _head(self) -> None:
        self._frame(self.top, HEAD, top_line=True)
        for index, column in enumerate(self.columns):
            middle = (self.edges[index] + self.edges[index + 1]) / 2
            lines = wrap(column.title, self.edges[index + 1] - self.edges[index] - 2, 9, True)
            first = self.top + HEAD / 2 - (len(lines) - 1) * 5.5 + MIDDLE * 9
            for place, words in enumerate(lines):
                self.paper.text_centred(middle, first + place * 11, words, 9, True)

    def _row(self, row: Row, top: float) -> None:
        self._frame(top, ROW)
        middle = top + ROW / 2
        self.paper.text_centred((self.edges[0] + self.edges[1]) / 2, middle + MIDDLE * 11, str(row.position), 11)
        self._code(row.code, self.edges[1], self.edges[2], top)
        self._who(row, self.edges[2] + 2 * MM, self.edges[3] - self.edges[2] - 4 * MM, top)
        for column, left, right in zip(self.columns, self.edges, self.edges[1:], strict=False):
            if column.box:
                self._square((left + right - _BOX) / 2, middle - _BOX / 2, _BOX)
            for place, mark in enumerate(column.marks):
                across = left + (right - left) * (place + 0.5) / len(column.marks)
                self.paper.text_centred(across, middle + MIDDLE * 13, mark, 13)
            if column.words is not None:
                self._words(column.words(row), left + 1.5 * MM, right - left - 3 * MM, top)

    def _code(self, digits: str, left: float, right: float, top: float) -> None:
        x, y = (left + right - CODE) / 2, top + QUIET
        self.paper.fill(qr.boxes(digits, x, y, MODULE))
        number = grouped(digits)
        size = min(6.5, (right - left - 2 * MM) * 1000 / fonts.units(number))
        self.paper.text_centred((left + right) / 2, top + ROW - 1.6 * MM, number, size)

    def _who(self, row: Row, left: float, room: float, top: float) -> None:
        name = fonts.printable(row.name)
        size = min(14.0, room * 1000 / max(fonts.units(name, True), 1))
        self.paper.text(left, top + 5.5 * MM, name, size, True)
        line = top + 6 * MM
        for words, most in (self.face.beneath or _door)(row):
            size, lines = _fitting(fonts.printable(words), room, most)
            for text in lines:
                line += size * LEADING
                self.paper.text(left, line, text, size)

    def _words(self, cell: Lines, left: float, room: float, top: float) -> None:
        line = top + 1 * MM
        for words, most in cell:
            size, lines = _beginning(fonts.printable(words), room, most)
            for text in lines:
                line += size * LEADING
                self.paper.text(left, line, text, size)

    def _square(self, left: float, top: float, side: float) -> None:
        right, bottom = left + side, top + side
        edges: list[Box] = [(left, top, right, top), (left, bottom, right, bottom)]
        self.paper.rules([*edges, (left, top, left, bottom), (right, top, right, bottom)])

    def _frame(self, top: float, height: float, *, top_line: bool = False) -> None:
        under = top + height
        lines: list[Box] = [(x, top, x, under) for x in self.edges]
        lines.append((self.edges[0], under, self.edges[-1], under))
        if top_line:
            lines.append((self.edges[0], top, self.edges[-1], top))
        self.paper.rules(lines)


def _door(row: OnWalk) -> Lines:
    age = f"{row.age}岁" if row.age is not None else ""
    facts = f"{SEXES.get(row.sex, '')} {age}　{row.phone}".strip()
    return (facts, 1), (f"{row.community} {row.place}".strip(), 3)


def _beginning(text: str, room: float, most: int) -> tuple[float, list[str]]:
    """A text in at most so many lines, smaller where it is long; of the longest its beginning."""
    lines: list[str] = []
    for size in KNOWN_SIZES:
        lines = wrap(text, room, size) if text else []
        if len(lines) <= most:
            return size, lines
    last = lines[most - 1]
    return KNOWN_SIZES[-1], [*lines[: most - 1], f"{last[:-1]}…"]


def _fitting(text: str, room: float, most: int) -> tuple[float, list[str]]:
    """A text in at most so many lines, smaller where it is long; of the longest its end, which has house and room."""
    if not text:
        return SIZES[0], []
    for size in SIZES:
        lines = wrap(text, room, size)
        if len(lines) <= most:
            return size, lines
    kept = text
    while len(lines) > most:
        kept = kept[1:]
        lines = wrap(f"…{kept}", room, SIZES[-1])
    return SIZES[-1], lines
