"""Reading back what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdf
import pypdfium2
import zxingcpp

MM_PER_INCH = 25.4


def page_texts(path: Path) -> list[str]:
    """The text of each page as a reader would copy it."""
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def whole_text(path: Path) -> str:
    """The text of all pages."""
    return "\n".join(page_texts(path))


def overlapping(path: Path, height: float) -> list[str]:
    """The characters within so many points of the top of page 1 that stand over one another, as pairs."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        words, top = page.get_textpage(), page.get_height() - height
        boxes = [(words.get_text_range(at, 1), words.get_charbox(at, loose=False)) for at in range(words.count_chars())]
        seen = [(char, box) for char, box in boxes if char.strip() and box[1] >= top]
        return [
            a + b
            for at, (a, (left, bottom, right, upper)) in enumerate(seen)
            for b, (other_left, other_bottom, other_right, other_upper) in seen[at + 1 :]
            if min(right, other_right) - max(left, other_left) > 1
            and min(upper, other_upper) - max(bottom, other_bottom) > 1
        ]
    finally:
        document.close()


def font_files(path: Path) -> dict[str, bool]:
    """The fonts that the pages name, and whether each lies in the file."""
    found: dict[str, bool] = {}
    for page in pypdf.PdfReader(path).pages:
        embedded, without = page._get_fonts()
        found |= dict.fromkeys(embedded, True) | dict.fromkeys(without, False)
    return found


def inked(path: Path) -> tuple[float, float, float, float]:
    """Within what the words of page 1 lie, in millimetres from the top left: left, top, right, bottom."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        words, high = page.get_textpage(), page.get_height()
        boxes = [words.get_charbox(at, loose=False) for at in range(words.count_chars())]
        solid = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
        mm = MM_PER_INCH / 72
        lowest, highest = min(box[1] for box in solid), max(box[3] for box in solid)
        left, right = min(box[0] for box in solid), max(box[2] for box in solid)
        return left * mm, (high - highest) * mm, right * mm, (high - lowest) * mm
    finally:
        document.close()


@dataclass(frozen=True)
class SeenCode:
    """A code found on a page: its digits, and its left, top and side in millimetres."""

    page: int
    digits: str
    left: float
    top: float
    side: float


def seen_codes(path: Path, dpi: int = 200) -> list[SeenCode]:
    """All QR codes of a PDF as a camera would find them on the printed pages."""
    found: list[SeenCode] = []
    document = pypdfium2.PdfDocument(path)
    try:
        for number in range(len(document)):
            image = document[number].render(scale=dpi / 72, grayscale=True).to_pil()
            for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
                place, mm = code.position, MM_PER_INCH / dpi
                side = (place.top_right.x - place.top_left.x) * mm
                found.append(SeenCode(number, code.text, place.top_left.x * mm, place.top_left.y * mm, side))
    finally:
        document.close()
    return found


def first_boxes(path: Path, count: int) -> list[tuple[float, float, float, float]]:
    """The first filled boxes of page 1 in millimetres from the top left: left, top, width, height."""
    return [box for box, clips in _boxes(path, 0) if not clips][:count]


def fields(path: Path, number: int = 0) -> list[tuple[float, float, float, float]]:
    """The boxes of a page outside which nothing of theirs shows, in millimetres: left, top, width, height."""
    return [box for box, clips in _boxes(path, number) if clips]


def _boxes(path: Path, number: int) -> list[tuple[tuple[float, float, float, float], bool]]:
    """The boxes of a page, and whether each is one to draw within."""
    page = pypdf.PdfReader(path).pages[number]
    height = float(page.mediabox.height)
    contents = page.get_contents()
    assert contents is not None
    operations = list(contents.operations)
    found = []
    for at, (operands, operator) in enumerate(operations):
        if operator == b"re":
            x, y, wide, high = (float(value) for value in operands)
            left, top, across, down = (
                round(value * MM_PER_INCH / 72, 3) for value in (x, height - y - high, wide, high)
            )
            found.append(((left, top, across, down), operations[at + 1][1] in {b"W", b"W*"}))
    return found


def strokes(path: Path, number: int = 0) -> list[tuple[float, float, float, float]]:
    """The straight lines of a page in millimetres from the top left: from left and top to right and bottom."""
    page = pypdf.PdfReader(path).pages[number]
    height = float(page.mediabox.height)
    contents = page.get_contents()
    assert contents is not None
    mm, begun, found = MM_PER_INCH / 72, (0.0, 0.0), []
    for operands, operator in contents.operations:
        if operator in {b"m", b"l"}:
            x, y = float(operands[0]) * mm, (height - float(operands[1])) * mm
            if operator == b"m":
                begun = (x, y)
            else:
                across, down = sorted((begun[0], x)), sorted((begun[1], y))
                found.append(tuple(round(value, 3) for value in (across[0], down[0], across[1], down[1])))
    return [(one[0], one[1], one[2], one[3]) for one in found]
