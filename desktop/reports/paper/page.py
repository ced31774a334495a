"""A report as an official A4 form in PDF: title, unit and month, tables, boxes to sign, page x of y."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core.codes import grouped
from desktop.core.document import Report
from desktop.core.progress import Progress
from desktop.reports.paper import fonts, qr
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import Band, Page, fill_pages, wrap
from desktop.reports.paper.held import held_by
from desktop.reports.paper.paper import A4, MM, Box, Paper
from desktop.reports.paper.table import MIDDLE, note_band, section_bands
from desktop.services.writing.going_out import Held, leaving

MARGIN = 18 * MM
TOP = 16 * MM
FOOT = 15 * MM
TITLE = 18.0
LETTERHEAD = 13.0
LINE = 10.5
FOOT_SIZE = 8.5
# The code at the upper right: its modules, its upper edge, and how large its number and the proof beside it are.
MODULE = 0.47 * MM
CODE_TOP = 9 * MM
SMALL = 7.0


@dataclass(frozen=True)
class _Frame:
    """The area of a page that bands may use."""

    width: float
    height: float

    @property
    def inner(self) -> float:
        return self.width - 2 * MARGIN


@dataclass(frozen=True)
class LaidOut:
    """A report as pages before they are drawn; ``places`` say on which page (from 0) each of its tables begins."""

    report: Report
    frame: _Frame
    pages: list[Page]
    places: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]


def write_pdf(
    report: Report, path: Path, printed_on: dt.date, progress: Progress | None = None, held: Held | None = None
) -> RenderResult:
    """Write the report beside ``path`` and move it there; a cancelled one leaves nothing.

    ``held`` is what of people is in it, where its words do not say so.
    """
    watch = progress or Progress()
    laid = lay_out(report, printed_on, watch)
    paper = Paper((laid.frame.width, laid.frame.height), f"{report.title} {report.period}".strip(), report.centre)
    watch.start(len(laid.pages), report.title)
    with leaving(path, held or held_by(report)) as part:
        for number in range(len(laid.pages)):
            draw_page(paper, laid, number, (number + 1, len(laid.pages)))
            paper.next_page()
            watch.step()
        part.write_bytes(paper.finish())
        watch.check()
    return RenderResult(path, len(laid.pages), laid.missing)


def lay_out(report: Report, printed_on: dt.date, progress: Progress) -> LaidOut:
    """Fill the pages of a report."""
    missing = fonts.missing_in(report.texts())
    frame = _Frame(*(A4 if not report.landscape else (A4[1], A4[0])))
    title = _title_band(report, frame)
    tables = [section_bands(section, MARGIN, frame.inner, progress) for section in report.sections]
    bands = [*_letterhead_bands(report, frame), title, *(band for table in tables for band in table)]
    if report.note:
        bands[-1] = _bound(bands[-1])
        bands.append(note_band(report.note, MARGIN, frame.inner))
    if missing:
        bands[-1] = _bound(bands[-1])
        bands.append(note_band(missing_note(missing), MARGIN, frame.inner))
    bands[-1] = _bound(bands[-1])
    bands.append(_signature_band(report.boxes, frame, printed_on))
    pages = fill_pages(bands, TOP, frame.height - FOOT)
    at = {id(band): number for number, page in enumerate(pages) for _y, band in page}
    places = tuple((part.title, at[id(table[0])]) for part, table in zip(report.sections, tables, strict=True))
    return LaidOut(report, frame, pages, places, tuple(missing))


def draw_page(paper: Paper, laid: LaidOut, number: int, place: tuple[int, int]) -> None:
    """Draw a page (from 0); ``place`` is its number and the count of all, as its foot says."""
    for y, band in laid.pages[number]:
        band.draw(paper, y)
    _footer(paper, laid.report, *place)


def missing_note(missing: dict[str, str]) -> str:
    """The line that names the characters for which 〓 stands."""
    named = "；".join(f"{fonts.point_name(char)}（见“{words[:24]}”）" for char, words in missing.items())
    return f"字库缺字：以“{fonts.SUBSTITUTE}”代替 {named}。"


def _bound(band: Band) -> Band:
    return replace(band, keep=True)


def _letterhead_bands(report: Report, frame: _Frame) -> Iterator[Band]:
    for line in wrap(fonts.printable(report.letterhead), frame.inner, LETTERHEAD) if report.letterhead else ():

        def draw(paper: Paper, y: float, line: str = line) -> None:
            paper.text_centred(frame.width / 2, y + LETTERHEAD, line, LETTERHEAD)

        yield Band(LETTERHEAD * 1.7, draw, keep=True)


def _title_band(report: Report, frame: _Frame) -> Band:
    title, period = fonts.printable(report.title), fonts.printable(report.period)
    centre = f"填报单位：{fonts.printable(report.centre)}"
    number = f"编号：{fonts.printable(report.number)}" if report.number else ""
    needed = sum(fonts.width(words, LINE) for words in (centre, period, number)) + 4 * LINE
    # A long name takes a line of its own.
    extra = 0.0 if needed <= frame.inner else 6 * MM

    def draw(paper: Paper, y: float) -> None:
        paper.text_centred(frame.width / 2, y + TITLE, title, TITLE, True)
        line = y + TITLE + 10 * MM
        paper.text(MARGIN, line, centre, LINE)
        paper.text_right(frame.width - MARGIN, line + extra, number, LINE)
        place = _period_place(frame, "" if extra else centre, number, period)
        paper.text_centred(place, line + extra, period, LINE)
        _proof(paper, report, frame)

    return Band(TITLE + 11 * MM + extra, draw, keep=True)


def _proof(paper: Paper, report: Report, frame: _Frame) -> None:
    """What proves a paper: the code that leads to what was frozen, its number, and how far the log went then."""
    right = frame.width - MARGIN
    if report.code:
        left = right - qr.MODULES * MODULE
        paper.fill(qr.boxes(report.code, left, CODE_TOP, MODULE))
        right = left - qr.QUIET * MODULE
        paper.text_right(right, CODE_TOP + 2 * SMALL, grouped(report.code), SMALL)
    paper.text_right(right, CODE_TOP + SMALL / 1.2, report.proof, SMALL)


def _period_place(frame: _Frame, centre: str, number: str, period: str) -> float:
    """The middle of the page, or of the gap between what stands at its left and the number where there is less room."""
    left = MARGIN + fonts.width(centre, LINE)
    right = frame.width - MARGIN - fonts.width(number, LINE)
    half = fonts.width(period, LINE) / 2 + LINE
    middle = frame.width / 2
    return middle if left + half <= middle <= right - half else (left + right) / 2


def _signature_band(boxes: Sequence[str], frame: _Frame, printed_on: dt.date) -> Band:
    gap, height, label = 4 * MM, 14 * MM, 24 * MM
    cell = frame.inner / len(boxes)

    def draw(paper: Paper, y: float) -> None:
        top, bottom = y + gap, y + gap + height
        lines: list[Box] = [(MARGIN, edge, MARGIN + frame.inner, edge) for edge in (top, bottom)]
        for index, words in enumerate(boxes):
            left = MARGIN + index * cell
            lines += [(x, top, x, bottom) for x in (left, left + label)]
            paper.text_centred(left + label / 2, (top + bottom) / 2 + MIDDLE * 10, words, 10)
        lines.append((MARGIN + frame.inner, top, MARGIN + frame.inner, bottom))
        paper.rules(lines)
        paper.text_right(MARGIN + frame.inner, bottom + 4.5 * MM, f"打印日期：{date_text(printed_on)}", 9)

    return Band(gap + height + 5 * MM, draw)


def _footer(paper: Paper, report: Report, number: int, count: int) -> None:
    line = paper.height - 10 * MM
    pages = f"第 {number} 页 / 共 {count} 页"
    named = fonts.printable(" ".join(part for part in (report.centre, report.title, report.period) if part))
    room = paper.width - 2 * MARGIN - fonts.width(pages, FOOT_SIZE) - 2 * FOOT_SIZE
    if fonts.width(named, FOOT_SIZE) > room:
        named = fonts.printable(f"{report.title} {report.period}".strip())
    paper.text(MARGIN, line, named, FOOT_SIZE)
    paper.text_right(paper.width - MARGIN, line, pages, FOOT_SIZE)
