"""Bed labels and resident cards: a code that scans, words that read at a metre, nothing clipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action, Thing
from desktop.core.codes import grouped
from desktop.core.errors import FieldError, InvalidDraft, NothingToDo
from desktop.core.label_sheets import BANNER, BANNER_FROM, NUMBER_HIGH, LabelSheet
from desktop.core.printers import NONE, Adjustment
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.core.words.terms import BED_KINDS, SEXES
from desktop.reports.paper import fonts, qr
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.flow import balanced, wrap
from desktop.reports.paper.paper import MM, Box, Paper
from desktop.services.writing.going_out import Held, leaving

LEADING = 1.2
MIDDLE = 0.38
SMALLEST = 4.0
# The size of the number beneath the code in points.
NUMBER_SIZE = 10.0
CARD_TITLE = "老年人服务卡"


@dataclass(frozen=True)
class BedLabel:
    """What a bed's label says; ``kind`` is a code or word of the glossary."""

    name: str
    kind: str
    centre: str
    digits: str


@dataclass(frozen=True)
class ResidentCard:
    """What a resident's card says; never the ID number."""

    name: str
    sex: str
    centre: str
    digits: str


@dataclass(frozen=True)
class _Area:
    """A rectangle on the paper in millimetres."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class _Words:
    """Words of a label: share of the height, largest size in points, bold, most lines."""

    text: str
    share: float
    size: float
    bold: bool = False
    lines: int = 2


@dataclass(frozen=True)
class _Label:
    digits: str
    banner: _Words | None
    words: tuple[_Words, ...]

    def texts(self) -> Iterator[str]:
        if self.banner:
            yield self.banner.text
        yield from (words.text for words in self.words)


def bed_labels(
    labels: Sequence[BedLabel],
    sheet: LabelSheet,
    path: Path,
    *,
    start_cell: int = 1,
    adjusted: Adjustment = NONE,
    progress: Progress | None = None,
) -> RenderResult:
    """Print bed labels from ``start_cell`` of a partly used sheet on, put where the printer has to be told."""
    _check(labels, Thing.BED, sheet, start_cell)
    return _print([_bed(label) for label in labels], sheet, path, _Start(start_cell, adjusted, "床位标签"), progress)


def resident_cards(
    cards: Sequence[ResidentCard],
    sheet: LabelSheet,
    path: Path,
    *,
    start_cell: int = 1,
    adjusted: Adjustment = NONE,
    progress: Progress | None = None,
) -> RenderResult:
    """Print resident cards on any layout."""
    _check(cards, Thing.RESIDENT, sheet, start_cell)
    return _print(
        [_card(card, sheet.label[1] >= BANNER_FROM) for card in cards],
        sheet,
        path,
        _Start(start_cell, adjusted, CARD_TITLE, len({card.name for card in cards})),
        progress,
    )


def _bed(label: BedLabel) -> _Label:
    return _Label(
        label.digits,
        None,
        (
            _Words(label.name, 0.64, 60.0, bold=True, lines=3),
            _Words(BED_KINDS.get(label.kind, label.kind), 0.16, 13.0, lines=1),
            _Words(label.centre, 0.2, 9.0),
        ),
    )


def _card(card: ResidentCard, banner: bool) -> _Label:
    name = _Words(card.name, 0.5, 34.0, bold=True)
    sex = _Words(SEXES.get(card.sex, card.sex), 0.2, 14.0, lines=1)
    if banner:
        return _Label(
            card.digits, _Words(card.centre, 1.0, 13.0, bold=True), (name, sex, _Words(CARD_TITLE, 0.3, 10.0))
        )
    return _Label(
        card.digits, None, (name, sex, _Words(CARD_TITLE, 0.15, 10.0, lines=1), _Words(card.centre, 0.15, 9.0))
    )


@dataclass(frozen=True)
class _Start:
    cell: int
    adjusted: Adjustment
    title: str
    people: int = 0


def _check(labels: Sequence[object], what: Thing, sheet: LabelSheet, start_cell: int) -> None:
    if not labels:
        raise NothingToDo(what)
    if not 1 <= start_cell <= sheet.cells:
        raise InvalidDraft([FieldError("start_cell", Reason.OUT_OF_RANGE, str(sheet.cells))])


def _print(
    labels: Sequence[_Label], sheet: LabelSheet, path: Path, start: _Start, progress: Progress | None
) -> RenderResult:
    watch = progress or Progress()
    missing = fonts.missing_in(text for label in labels for text in label.texts())
    paper = Paper((sheet.page[0] * MM, sheet.page[1] * MM), start.title, "")
    watch.start(len(labels), start.title)
    with leaving(path, Held(start.title, start.people, action=Action.PRINT_LABELS)) as part:
        for number, label in enumerate(labels, start.cell - 1):
            if number % sheet.cells == 0 and number >= start.cell:
                paper.next_page()
            area = _cell(sheet, number % sheet.cells, start.adjusted)
            if sheet.frame:
                paper.rules(_outline(area), 0.25)
            # Nothing is ever printed onto the neighbour.
            with paper.within((area.left * MM, area.top * MM, area.width * MM, area.height * MM)):
                _draw(paper, label, area, sheet)
            watch.step()
        paper.next_page()
        part.write_bytes(paper.finish())
        watch.check()
    return RenderResult(path, paper.pages, tuple(missing))


def _cell(sheet: LabelSheet, cell: int, adjusted: Adjustment) -> _Area:
    left, top = sheet.place(cell)
    width, height = sheet.label
    return _Area(*adjusted.place((left, top)), width * adjusted.wide, height * adjusted.high)


def _draw(paper: Paper, label: _Label, area: _Area, sheet: LabelSheet) -> None:
    across, down = sheet.padding
    code, quiet = qr.MODULES * sheet.module, qr.QUIET * sheet.module
    top, bottom = area.top + down, area.top + area.height - down
    left, right = sheet.on_dot(area.left + max(across, quiet)), area.left + area.width - across
    if label.banner:
        band = _Area(area.left + across, top, area.width - 2 * across, (bottom - top) * BANNER)
        _fit(paper, label.banner, band, centred=True)
        top += band.height
    above = max(quiet, down) - down if label.banner is None else quiet
    slack = max(bottom - top - above - code - quiet - NUMBER_HIGH, 0.0) / 2
    upper = sheet.on_dot(top + above + slack)
    paper.fill(qr.boxes(label.digits, left * MM, upper * MM, sheet.module * MM))
    under = upper + code + quiet
    _number(paper, label.digits, _Area(left, under, right - left, NUMBER_HIGH))
    _stack(paper, label.words, _Area(left + code + quiet, top, right - left - code - quiet, under - top - 0.5))


def _outline(area: _Area) -> list[Box]:
    left, top = area.left * MM, area.top * MM
    right, bottom = left + area.width * MM, top + area.height * MM
    return [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]


def _number(paper: Paper, digits: str, area: _Area) -> None:
    """The number in groups, beneath the code and outside its quiet zone."""
    number = grouped(digits)
    size = min(NUMBER_SIZE, area.width * MM * 1000 / fonts.units(number))
    paper.text(area.left * MM, (area.top + area.height * 0.85) * MM, number, size)


def _stack(paper: Paper, parts: Sequence[_Words], area: _Area) -> None:
    top = area.top
    for words in parts:
        high = area.height * words.share
        _fit(paper, words, _Area(area.left, top, area.width, high))
        top += high


def _fit(paper: Paper, words: _Words, area: _Area, *, centred: bool = False) -> None:
    """Set words as large as the area allows; they shrink and break, and are never clipped."""
    size, lines = fitted(words, area.width * MM, area.height * MM)
    leading = size * LEADING
    first = area.top * MM + (area.height * MM - len(lines) * leading) / 2 + leading / 2 + MIDDLE * size
    for number, line in enumerate(lines):
        y = first + number * leading
        if centred:
            paper.text_centred((area.left + area.width / 2) * MM, y, line, size, words.bold)
        else:
            paper.text(area.left * MM, y, line, size, words.bold)


def fitted(words: _Words, width: float, height: float) -> tuple[float, list[str]]:
    """The largest size at which the words fit, with their lines; at the smallest size they break as they must."""
    text = fonts.printable(words.text).strip()
    size = words.size
    while size > SMALLEST:
        lines = _lines(text, width, size, words.bold)
        if len(lines) <= words.lines and len(lines) * size * LEADING <= height:
            return size, lines
        size -= 0.5
    return SMALLEST, wrap(text, width, SMALLEST, words.bold)


def _lines(text: str, width: float, size: float, bold: bool) -> list[str]:
    """Break at blanks where each part fits a line, so that ``1号楼 304-2`` falls into its two parts."""
    if fonts.width(text, size, bold) <= width:
        return [text]
    parts = text.split(" ")
    if len(parts) > 1 and all(fonts.width(part, size, bold) <= width for part in parts):
        return _joined(parts, width, size, bold)
    return balanced(text, width, size, bold)


def _joined(parts: Sequence[str], width: float, size: float, bold: bool) -> list[str]:
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} {part}"
        if fonts.width(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
