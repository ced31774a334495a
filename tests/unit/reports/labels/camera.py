"""A camera for printed codes: cuts symbols out of a page at 300 dpi, covers a part, reads them askew and as JPEG."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw

from desktop.reports.paper import qr
from tests.unit.reports.reading import SeenCode, seen_codes

DPI = 300
# Version 3 at level H has two blocks of 35 words, 22 of each for mending: 11 wrong ones may stand in a block.
BLOCKS, MENDS = 2, 11
# The finder pattern with the light line around it.
FINDER = 8


@dataclass(frozen=True)
class Patch:
    """A covered square, in modules from the symbol's corner."""

    left: float
    top: float
    side: float

    def hits(self, column: int, row: int) -> bool:
        """Whether any of a module is covered."""
        return (
            self.left < column + 1
            and column < self.left + self.side
            and (self.top < row + 1 and row < self.top + self.side)
        )


@dataclass(frozen=True)
class Print:
    """One symbol as printed, with the paper around it; ``dots`` to a module."""

    picture: Image.Image
    digits: str
    corner: tuple[float, float]
    dots: float

    def covered(self, patch: Patch, ink: int) -> Image.Image:
        """The same with something over it."""
        left, top = (at + edge * self.dots for at, edge in zip(self.corner, (patch.left, patch.top), strict=True))
        side = patch.side * self.dots
        copy = self.picture.copy()
        ImageDraw.Draw(copy).rectangle((left, top, left + side, top + side), fill=ink)
        return copy


def prints(path: Path) -> list[Print]:
    """Every symbol of page 1, cut out with its label's paper."""
    document = pypdfium2.PdfDocument(path)
    picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    document.close()
    return [_cut(picture, code) for code in seen_codes(path, DPI) if code.page == 0]


def _cut(picture: Image.Image, code: SeenCode) -> Print:
    dots = DPI / 25.4
    left, top, side = code.left * dots, code.top * dots, code.side * dots
    quiet = side / qr.MODULES * qr.QUIET
    box = (max(left - quiet, 0), max(top - quiet, 0), left + side + quiet, top + side + quiet)
    return Print(picture.crop(tuple(map(round, box))), code.digits, (left - box[0], top - box[1]), side / qr.MODULES)


def read(picture: Image.Image, askew: float = 3) -> str:
    turned = picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=True)
    kept = io.BytesIO()
    turned.save(kept, "JPEG", quality=60)
    found = zxingcpp.read_barcodes(Image.open(kept), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found[0].text if found else ""


def patches(share: float) -> Iterator[Patch]:
    """A square of this share of the symbol in every place, module by module, that hides nothing of a finder pattern."""
    side = qr.MODULES * math.sqrt(share)
    far = qr.MODULES - FINDER
    finders = [Patch(0, 0, FINDER), Patch(far, 0, FINDER), Patch(0, far, FINDER)]
    for top in range(int(qr.MODULES - side) + 1):
        for left in range(int(qr.MODULES - side) + 1):
            patch = Patch(left, top, side)
            if not any(
                max(left, one.left) < min(left + side, one.left + FINDER)
                and max(top, one.top) < min(top + side, one.top + FINDER)
                for one in finders
            ):
                yield patch


def words() -> list[list[tuple[int, int]]]:
    """The modules (column, row) of each word of a symbol in the order of the standard (ISO/IEC 18004, 7.7.3)."""
    n, order, up = qr.MODULES, [], True
    for right in (28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(n - 1, -1, -1) if up else range(n)
        order += [(column, row) for row in rows for column in (right, right - 1) if not _fixed(column, row)]
        up = not up
    return [order[at : at + 8] for at in range(0, len(order) - len(order) % 8, 8)]


def _fixed(column: int, row: int) -> bool:
    """A module that belongs to a finder, a timing line, the alignment pattern or the format."""
    far = qr.MODULES - FINDER
    finder = (
        (column <= FINDER and row <= FINDER) or (column >= far and row <= FINDER) or (column <= FINDER and row >= far)
    )
    return finder or 6 in {column, row} or (20 <= column <= 24 and 20 <= row <= 24)


def mendable(patch: Patch, words: list[list[tuple[int, int]]]) -> bool:
    hit = [any(patch.hits(*module) for module in word) for word in words]
    return all(sum(hit[block::BLOCKS]) <= MENDS for block in range(BLOCKS))
