"""Setting text and filling pages: lines that fit a width, column widths that suit the words, page breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.reports.paper import fonts
from desktop.reports.paper.paper import Paper

_TOKEN = re.compile(r"[（(“《]*(?:[\x21-\x7e]+|.)[，。、；：！？）)”》%％]*\s?", re.DOTALL)


def wrap(words: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Lines no wider than ``width``; numbers and Latin words stay whole where they can."""
    limit = width * 1000 / size
    if fonts.units(words, bold) <= limit:
        return [words]
    lines: list[str] = []
    line, used = "", 0.0
    for token in _tokens(words, limit, bold):
        wide = fonts.units(token.rstrip(), bold)
        if line and used + wide > limit:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += token
        used += fonts.units(token, bold)
    return [*lines, line.rstrip()]


def balanced(words: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The same number of lines as ``wrap`` would need, but of about equal length; a unit in brackets stays whole."""
    lines = wrap(words, width, size, bold)
    if len(lines) == 1:
        return lines
    name, bracket, unit = words.partition("（")
    parts = [name, bracket + unit] if name and unit else []
    if parts and all(fonts.width(part, size, bold) <= width for part in parts):
        return parts
    narrow = fonts.width(words, size, bold) / len(lines)
    while narrow < width:
        even = wrap(words, narrow, size, bold)
        if len(even) == len(lines):
            return even
        narrow += size / 4
    return lines


def _tokens(words: str, limit: float, bold: bool) -> Iterable[str]:
    for token in _TOKEN.findall(words):
        if fonts.units(token.rstrip(), bold) <= limit:
            yield token
        else:
            yield from token


def longest_token(words: str, bold: bool = False) -> float:
    """The width of the longest part that should not be broken, in thousandths of the size."""
    return max((fonts.units(token.rstrip(), bold) for token in _TOKEN.findall(words)), default=0.0)


def share(natural: Sequence[float], floors: Sequence[float], available: float) -> list[float] | None:
    """Column widths that fill ``available``: wide columns give way first, none below its floor.

    None when even the floors do not fit.
    """
    spare = available - sum(natural)
    if spare >= 0:
        whole = sum(natural) or 1.0
        return [width + spare * width / whole for width in natural]
    if sum(floors) > available:
        return None
    cap = _cap(natural, floors, available)
    widths = [max(floor, min(width, cap)) for width, floor in zip(natural, floors, strict=True)]
    rest = (available - sum(widths)) / len(widths)
    return [width + rest for width in widths]


def _cap(natural: Sequence[float], floors: Sequence[float], available: float) -> float:
    low, high = 0.0, max(natural)
    for _ in range(30):
        middle = (low + high) / 2
        if sum(max(f, min(n, middle)) for n, f in zip(natural, floors, strict=True)) > available:
            high = middle
        else:
            low = middle
    return low


@dataclass(frozen=True)
class Band:
    """A full-width strip of a page. ``keep`` binds it to the next strip; ``head`` is repeated on a new page."""

    height: float
    draw: Callable[[Paper, float], None]
    keep: bool = False
    head: Band | None = None


Page = list[tuple[float, Band]]


def fill_pages(bands: Sequence[Band], top: float, bottom: float) -> list[Page]:
    """Place strips one below the other between ``top`` and ``bottom``; bound strips stay together."""
    pages: list[Page] = [[]]
    y = top
    for group in _groups(bands):
        if pages[-1] and y + sum(band.height for band in group) > bottom:
            y = _turn(pages, group[0], top)
        for band in group:
            if pages[-1] and y + band.height > bottom:
                y = _turn(pages, band, top)
            pages[-1].append((y, band))
            y += band.height
    return pages


def _turn(pages: list[Page], band: Band, top: float) -> float:
    pages.append([])
    if band.head is None:
        return top
    pages[-1].append((top, band.head))
    return top + band.head.height


def _groups(bands: Iterable[Band]) -> Iterable[list[Band]]:
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keep:
            yield group
            group = []
    if group:
        yield group
