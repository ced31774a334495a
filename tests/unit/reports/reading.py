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
    page = pypdf.PdfReader(path).pages[0]
    height = float(page.mediabox.height)
    contents = page.get_contents()
    assert contents is not None
    boxes: list[tuple[float, ...]] = []
    for operands, operator in contents.operations:
        if operator == b"re" and len(boxes) < count:
            x, y, wide, high = (float(value) for value in operands)
            measures = (x, height - y - high, wide, high)
            boxes.append(tuple(round(value * MM_PER_INCH / 72, 3) for value in measures))
    return [(box[0], box[1], box[2], box[3]) for box in boxes]
