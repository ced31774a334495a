"""Forms on one sheet of paper: labelled cells in rows, as 登记表 and 转介单 have them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.codes import grouped
from desktop.reports.paper import fonts, qr
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.held import held_in
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.services.writing.going_out import leaving

MARGIN = 18 * MM
TITLE = 18.0
SIZE = 10.0
LEADING = 15.0
PAD = 2 * MM
MIDDLE = 0.38
MODULE = 0.53 * MM


@dataclass(frozen=True)
class Cell:
    """A label with what stands beside it; ``share`` of the row's width, the label's part in millimetres."""

    label: str
    words: str = ""
    share: float = 1.0
    label_mm: float = 24.0


@dataclass(frozen=True)
class Line:
    """A row of cells; at least so many millimetres high, so that there is room to write."""

    cells: tuple[Cell, ...]
    height_mm: float = 9.0


@dataclass(frozen=True)
class PaperForm:
    """A form: title, what stands under it on the left and on the right, its rows, a note, perhaps a row code."""

    title: str
    left: str
    right: str
    lines: tuple[Line, ...]
    note: str = ""
    code: str = ""


def line(*cells: Cell, height_mm: float = 9.0) -> Line:
    """A row of these cells."""
    return Line(cells, height_mm)


def write_form(form: PaperForm, centre: str, path: Path, printed_on: dt.date, action: Action) -> RenderResult:
    """Print a form on A4; a form that is longer goes on on the next page."""
    return write_forms((form,), centre, path, printed_on, action)


def write_forms(
    forms: Sequence[PaperForm], centre: str, path: Path, printed_on: dt.date, action: Action
) -> RenderResult:
    """Print forms about somebody one after the other, each on a page of its own; the document is named as the first.

    ``action`` is what whoever prints it must be allowed to.
    """
    paper = Paper(A4, forms[0].title, centre)
    for form in forms:
        _Drawing(form, paper, printed_on).draw()
    words = [words for form in forms for words in (form.title, form.left, form.right, form.note)]
    words += [cell.words for form in forms for row in form.lines for cell in row.cells]
    with leaving(path, held_in(forms[0].title, words, action)) as part:
        part.write_bytes(paper.finish())
    return RenderResult(path, paper.pages, tuple(fonts.missing_in(words)))


class _Drawing:
    def __init__(self, form: PaperForm, paper: Paper, printed_on: dt.date) -> None:
        self.form, self.paper, self.printed_on = form, paper, printed_on
        self.width, self.height = A4
        self.inner = self.width - 2 * MARGIN

    def draw(self) -> None:
        y = self._head()
        for row in self.form.lines:
            laid = self._lay(row)
            high = max(row.height_mm * MM, max(len(lines) for *_, lines in laid) * LEADING + 2 * PAD)
            if y + high > self.height - 20 * MM:
                self._foot()
                y = 20 * MM
            self._row(laid, y, high)
            y += high
        for place, words in enumerate(wrap(fonts.printable(self.form.note), self.inner, 9) if self.form.note else []):
            self.paper.text(MARGIN, y + 6 * MM + place * 13, words, 9)
        self._foot()

    def _head(self) -> float:
        paper, form = self.paper, self.form
        paper.text_centred(self.width / 2, 26 * MM, fonts.printable(form.title), TITLE, True)
        y = 36 * MM
        if form.code:
            self._code(form.code)
            y = 42 * MM
        paper.text(MARGIN, y, fonts.printable(form.left), SIZE)
        paper.text_right(self.width - MARGIN, y, fonts.printable(form.right), SIZE)
        y += 3 * MM
        paper.rules([(MARGIN, y, MARGIN + self.inner, y)])
        return y

    def _code(self, digits: str) -> None:
        side = qr.MODULES * MODULE
        left, top = self.width - MARGIN - side, 16 * MM
        self.paper.fill(qr.boxes(digits, left, top, MODULE))
        # The number stands wholly beneath the quiet zone.
        self.paper.text_right(self.width - MARGIN, top + side + qr.QUIET * MODULE + 2 * MM, grouped(digits), 7)

    def _lay(self, row: Line) -> list[tuple[Cell, float, float, list[str]]]:
        """Each cell with its left edge, its width and the lines of its words."""
        whole, left, laid = sum(cell.share for cell in row.cells), MARGIN, []
        for cell in row.cells:
            width = self.inner * cell.share / whole
            room = width - cell.label_mm * MM - 2 * PAD
            lines = [part for words in cell.words.split("\n") for part in wrap(fonts.printable(words), room, SIZE)]
            laid.append((cell, left, width, lines))
            left += width
        return laid

    def _row(self, laid: Sequence[tuple[Cell, float, float, list[str]]], y: float, high: float) -> None:
        under = y + high
        edges = [(MARGIN + self.inner, y, MARGIN + self.inner, under), (MARGIN, under, MARGIN + self.inner, under)]
        for cell, left, _, lines in laid:
            inside = left + cell.label_mm * MM
            edges += [(x, y, x, under) for x in ((left, inside) if cell.label else (left,))]
            labels = wrap(cell.label, cell.label_mm * MM - 2, SIZE, True) if cell.label else []
            for number, words in enumerate(labels):
                base = y + high / 2 + (number - (len(labels) - 1) / 2) * LEADING + MIDDLE * SIZE
                self.paper.text_centred((left + inside) / 2, base, words, SIZE, True)
            start = y + (high - len(lines) * LEADING) / 2 + LEADING / 2 + MIDDLE * SIZE
            for number, words in enumerate(lines):
                self.paper.text(inside + PAD, start + number * LEADING, words, SIZE)
        self.paper.rules(edges)

    def _foot(self) -> None:
        words = f"打印日期：{date_text(self.printed_on)}"
        self.paper.text_right(self.width - MARGIN, self.height - 12 * MM, words, 9)
        self.paper.next_page()
