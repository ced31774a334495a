"""Several reports as one PDF: contents with page numbers in front, an outline, pages numbered throughout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from desktop.core.document import Report
from desktop.core.progress import Progress
from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.held import held_by
from desktop.reports.paper.page import FOOT, FOOT_SIZE, MARGIN, TITLE, TOP, LaidOut, draw_page, lay_out
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.services.writing.going_out import leaving

_HEAD, _LINE, _SIZE = TITLE + 12 * MM, 6.2 * MM, 10.0
_PER_PAGE = int((A4[1] - TOP - _HEAD - FOOT - 4 * MM) / _LINE)
_INDENT = 6 * MM


@dataclass(frozen=True)
class _Entry:
    """A line of the contents: its words, how deep, the page of the book that it leads to, from 1."""

    words: str
    level: int
    page: int
    key: str


def write_book(
    title: str, reports: Sequence[Report], path: Path, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the reports beside ``path`` and move the file there; a cancelled one leaves nothing."""
    watch = progress or Progress()
    watch.start(len(reports), title)
    laid = []
    for report in reports:
        laid.append(lay_out(report, printed_on, watch))
        watch.step()
    contents = -(-sum(1 + len(one.places) for one in laid) // _PER_PAGE)
    starts = list(accumulate((len(one.pages) for one in laid), initial=contents + 1))
    whole = starts[-1] - 1
    entries = [entry for at, one in enumerate(laid) for entry in _entries(one, at, starts[at])]
    paper = Paper(A4, title, reports[0].centre)
    watch.start(whole, title)
    with leaving(path, held_by(*reports, title=title)) as part:
        paper.mark("contents", "目录", 0)
        _contents_head(paper, title, reports[0].centre, printed_on)
        for number in range(contents):
            _contents(paper, entries[number * _PER_PAGE : (number + 1) * _PER_PAGE])
            _foot(paper, title, number + 1, whole)
            paper.next_page()
            watch.step()
        for one, start in zip(laid, starts, strict=False):
            _report(paper, one, start, whole, [entry for entry in entries if start <= entry.page], watch)
        paper.show_outline()
        part.write_bytes(paper.finish())
        watch.check()
    missing = tuple(dict.fromkeys(char for one in laid for char in one.missing))
    return RenderResult(path, whole, missing)


def _report(paper: Paper, one: LaidOut, start: int, whole: int, entries: Sequence[_Entry], progress: Progress) -> None:
    """Draw a report whose first page is page ``start`` of the book."""
    paper.turn_to((one.frame.width, one.frame.height))
    for number in range(len(one.pages)):
        for entry in entries:
            if entry.page == start + number:
                paper.mark(entry.key, entry.words, entry.level)
        draw_page(paper, one, number, (start + number, whole))
        paper.next_page()
        progress.step()


def _entries(laid: LaidOut, number: int, start: int) -> Iterator[_Entry]:
    yield _Entry(laid.report.title, 0, start, f"r{number}")
    for at, (words, page) in enumerate(laid.places):
        yield _Entry(words, 1, start + page, f"r{number}s{at}")


def _contents_head(paper: Paper, title: str, centre: str, printed_on: dt.date) -> None:
    line = TOP + TITLE + 9 * MM
    paper.text_centred(paper.width / 2, TOP + TITLE, fonts.printable(title), TITLE, True)
    paper.text(MARGIN, line, fonts.printable(f"填报单位：{centre}"), _SIZE)
    paper.text_right(paper.width - MARGIN, line, f"打印日期：{date_text(printed_on)}", _SIZE)


def _contents(paper: Paper, entries: Sequence[_Entry]) -> None:
    y = TOP + _HEAD
    right = paper.width - MARGIN
    for entry in entries:
        y += _LINE
        left = MARGIN + entry.level * _INDENT
        words, number = fonts.printable(entry.words), str(entry.page)
        bold = entry.level == 0
        paper.text(left, y, words, _SIZE, bold)
        paper.text_right(right, y, number, _SIZE, bold)
        begins = left + fonts.width(words, _SIZE, bold) + 2 * MM
        ends = right - fonts.width(number, _SIZE, bold) - 2 * MM
        dots = int((ends - begins) / fonts.width(" .", _SIZE))
        paper.text_right(ends, y, " ." * max(dots, 0), _SIZE)
        paper.link(entry.key, (left, y - _SIZE, right, y + 2))


def _foot(paper: Paper, title: str, number: int, count: int) -> None:
    line = paper.height - 10 * MM
    paper.text(MARGIN, line, fonts.printable(title), FOOT_SIZE)
    paper.text_right(paper.width - MARGIN, line, f"第 {number} 页 / 共 {count} 页", FOOT_SIZE)
