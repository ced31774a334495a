"""The two shipped fonts: widths, missing characters, and an embedding that can be copied and searched."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts

from desktop.core.paths import resource

REGULAR = "NotoSansSC"
BOLD = "NotoSansSC-Bold"
SUBSTITUTE = "〓"
_FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf"}
_BLOCK = 100


class WholeUnicodeFont(ttfonts.TTFont):  # type: ignore[misc]
    """A TrueType font whose text reads back right above U+FFFF too.

    reportlab writes such a character into the ToUnicode map as one number of five digits; PDF wants UTF-16,
    so readers show another character (𬱖 is copied as ⳅ).
    """

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to a document, then put right maps with such characters."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            if max(subset, default=0) > 0xFFFF:
                prefix = ttfonts.SUBSETN(number).decode("ascii")
                name = f"{prefix}+{self.face.name.decode('ascii')}"
                doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode_map(name, subset)


def to_unicode_map(name: str, subset: list[int]) -> str:
    """The PDF ToUnicode map of a one-byte font subset, in UTF-16 and in blocks of at most 100 entries."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(subset), _BLOCK):
        block = subset[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        for code, point in enumerate(block, start):
            lines.append(f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>")
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class _Widths(dict[int, float]):
    def __missing__(self, point: int) -> float:
        return 1000.0


@cache
def _widths(name: str) -> _Widths:
    font = WholeUnicodeFont(name, str(resource("fonts", _FILES[name])), shapable=False)
    pdfmetrics.registerFont(font)
    return _Widths(font.face.charWidths)


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    return frozenset(_widths(REGULAR)) & frozenset(_widths(BOLD))


def register() -> None:
    """Make both fonts known to reportlab; costs nothing the second time."""
    _drawable()


@lru_cache(maxsize=65536)
def units(text: str, bold: bool = False) -> float:
    """The width of a text in thousandths of its size."""
    return sum(map(_widths(BOLD if bold else REGULAR).__getitem__, map(ord, text)))


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points."""
    return units(text, bold) * size / 1000


def missing_glyphs(text: str) -> str:
    """The characters of a text that the fonts cannot draw, each once, in order."""
    drawable = _drawable()
    return "".join(dict.fromkeys(char for char in tidy(text) if ord(char) not in drawable))


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """The text on one line, without the marks that nobody sees (joiners, variation selectors, control codes)."""
    if text.isprintable() and text.isascii():
        return text
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _invisible(char))
    return "".join(kept)


def _invisible(char: str) -> bool:
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selector or unicodedata.category(char) in {"Cc", "Cf"}


@lru_cache(maxsize=65536)
def printable(text: str) -> str:
    """The text as it can be drawn: 〓 stands for a character that the fonts lack, never an empty box."""
    lacking = missing_glyphs(text)
    drawn = tidy(text)
    return drawn if not lacking else "".join(SUBSTITUTE if char in lacking else char for char in drawn)


def point_name(char: str) -> str:
    """A character's name for a note on paper, such as ``U+2B7A3``."""
    return f"U+{ord(char):04X}"


def missing_in(texts: Iterable[str]) -> dict[str, str]:
    """Missing characters of many texts, each with the first text that has it."""
    found: dict[str, str] = {}
    for text in texts:
        for char in missing_glyphs(text):
            found.setdefault(char, tidy(text))
    return found
