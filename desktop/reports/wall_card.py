"""一天的按键: one page for the wall, from opening to backup, as large as it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.services.writing.going_out import Held, leaving

TITLE = "一天的按键"
_FOOT = "忘了就按 F1：那里列着这个画面的键，旁边是手册里讲这里的一节。"
_MARGIN, _TOP, _FOOT_AT = 14 * MM, 32 * MM, 284 * MM
# The column of what one wants to do, and that of the keys.
_TITLES, _KEYS = 34 * MM, 43 * MM
_LARGEST, _SMALLEST, _STEP = 15.0, 8.0, 0.5
# Height of a line, and what a part has above and beneath, by the size of the letters.
_LINE, _AROUND = 1.42, 0.7


@dataclass(frozen=True)
class Part:
    """Something of the day: what it is called, the key of its room, a sentence, and keys with what they do."""

    title: str
    room: str
    note: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Laid:
    titles: list[str]
    note: list[str]
    lines: list[tuple[list[str], list[str]]]

    @property
    def count(self) -> int:
        told = len(self.note) + sum(max(len(keys), len(words)) for keys, words in self.lines)
        return max(len(self.titles), told)


def write_card(parts: Sequence[Part], centre: str, path: Path) -> RenderResult:
    """Write the page; its letters are the largest with which everything stands on it."""
    texts = [TITLE, _FOOT, centre, *(text for one in parts for text in _texts(one))]
    size = next((size for size in _sizes() if _height(parts, size) <= _FOOT_AT - _TOP), _SMALLEST)
    paper = Paper(A4, TITLE, centre)
    with leaving(path, Held(TITLE)) as part:
        paper.text_centred(paper.width / 2, 22 * MM, TITLE, 26, True)
        paper.text_right(paper.width - _MARGIN, 28.5 * MM, fonts.printable(centre), 9)
        y = _TOP
        for one in parts:
            y = _draw(paper, _lay(one, size), y, size)
        paper.rules([(_MARGIN, y, paper.width - _MARGIN, y)])
        paper.text_centred(paper.width / 2, 290 * MM, _FOOT, 11)
        paper.next_page()
        part.write_bytes(paper.finish())
    return RenderResult(path, 1, tuple(fonts.missing_in(texts)))


def _texts(one: Part) -> Iterator[str]:
    yield from (one.title, one.room, one.note)
    yield from (text for pair in one.keys for text in pair)


def _sizes() -> Iterator[float]:
    size = _LARGEST
    while size > _SMALLEST:
        yield size
        size -= _STEP


def _height(parts: Sequence[Part], size: float) -> float:
    return sum(_lay(one, size).count * size * _LINE + 2 * _AROUND * size for one in parts)


def _lay(one: Part, size: float) -> _Laid:
    told = A4[0] - 2 * _MARGIN - _TITLES
    gap = size / 2
    lines = [
        (wrap(fonts.printable(keys), _KEYS - gap, size, True), wrap(fonts.printable(words), told - _KEYS, size))
        for keys, words in one.keys
    ]
    titles = [*wrap(one.title, _TITLES - gap, size, True), *([one.room] if one.room else [])]
    return _Laid(titles, wrap(one.note, told, size) if one.note else [], lines)


def _draw(paper: Paper, laid: _Laid, y: float, size: float) -> float:
    """Draw a part beneath ``y``; where the next one begins."""
    paper.rules([(_MARGIN, y, paper.width - _MARGIN, y)])
    line, top = size * _LINE, y + _AROUND * size
    first = top + size
    for at, words in enumerate(laid.titles):
        paper.text(_MARGIN, first + at * line, words, size, True)
    left, row = _MARGIN + _TITLES, 0
    for words in laid.note:
        paper.text(left, first + row * line, words, size)
        row += 1
    for keys, told in laid.lines:
        for at, words in enumerate(keys):
            paper.text(left, first + (row + at) * line, words, size, True)
        for at, words in enumerate(told):
            paper.text(left + _KEYS, first + (row + at) * line, words, size)
        row += max(len(keys), len(told))
    return top + laid.count * line + _AROUND * size
