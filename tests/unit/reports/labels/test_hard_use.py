"""Codes that went through a camera: at 300 dpi, as JPEG, 3° askew, with a tenth of the symbol covered.

What is covered is a square of dirt, of paper torn off, or of grey. A finder pattern is what a reader looks for:
where one is hidden no reader finds a symbol at all, and the number is printed beneath to be typed. Everywhere else
a tenth is read back in every place, and a fifth where no more words of the code are hit than its level H mends.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from desktop.core.codes import Code, CodeKind
from desktop.reports.forms import forms, route_list
from desktop.reports.labels.label_sheets import LabelSheet, label_sheets
from desktop.reports.labels.labels import BedLabel, ResidentCard, bed_labels, resident_cards
from desktop.reports.paper import page, qr
from desktop.reports.paper.paper import MM, Paper
from tests.unit.reports.reading import SeenCode, seen_codes

DPI = 300
CENTRE = "春晓街道综合养老服务中心"
# Dirt, torn off, worn.
INKS = (0, 255, 128)
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


def _beds(path: Path, sheet: LabelSheet) -> None:
    digits = [Code(CodeKind.BED, "539901", 900 + at).digits for at in range(sheet.cells)]
    bed_labels([BedLabel("1号楼 304-2", "nursing", CENTRE, one) for one in digits], sheet, path)


def _cards(path: Path, sheet: LabelSheet) -> None:
    digits = [Code(CodeKind.RESIDENT, "539901", 900 + at).digits for at in range(sheet.cells)]
    resident_cards([ResidentCard("李桂兰", "female", CENTRE, one) for one in digits], sheet, path)


def _paper(module: float) -> Callable[[Path, LabelSheet], None]:
    """As many codes as a page of rows or forms has, in the size that those papers print them."""

    def make(path: Path, sheet: LabelSheet) -> None:
        paper = Paper((sheet.page[0] * MM, sheet.page[1] * MM), "", "")
        for at in range(sheet.cells):
            left, top = sheet.place(at)
            paper.fill(
                qr.boxes(Code(CodeKind.ROSTER_ROW, "539901", 900 + at).digits, (left + 9) * MM, (top + 5) * MM, module)
            )
        paper.next_page()
        path.write_bytes(paper.finish())

    return make


Make = Callable[[Path, LabelSheet], None]
PAPERS: dict[str, tuple[str, Make]] = {
    "a sheet of beds": ("3x8", _beds),
    "a sheet of cards": ("cards", _cards),
    "a thermal label": ("60x40", _beds),
    "the smallest thermal label": ("40x30", _beds),
    "a list to walk by": ("3x8", _paper(route_list.MODULE)),
    "a report": ("3x8", _paper(page.MODULE)),
    "a form to sign": ("3x8", _paper(forms.MODULE)),
}


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


def _prints(path: Path) -> list[Print]:
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


def _read(picture: Image.Image, askew: float = 3) -> str:
    turned = picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=True)
    kept = io.BytesIO()
    turned.save(kept, "JPEG", quality=60)
    found = zxingcpp.read_barcodes(Image.open(kept), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found[0].text if found else ""


def _patches(share: float) -> Iterator[Patch]:
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


def _words() -> list[list[tuple[int, int]]]:
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


def _mendable(patch: Patch, words: list[list[tuple[int, int]]]) -> bool:
    hit = [any(patch.hits(*module) for module in word) for word in words]
    return all(sum(hit[block::BLOCKS]) <= MENDS for block in range(BLOCKS))


@pytest.fixture(params=PAPERS)
def printed(request: pytest.FixtureRequest, tmp_path: Path) -> list[Print]:
    """The symbols of one paper."""
    sheet, make = PAPERS[request.param]
    make(tmp_path / "paper.pdf", label_sheets()[sheet])
    found = _prints(tmp_path / "paper.pdf")
    assert len(found) == label_sheets()[sheet].cells
    return found


def test_every_symbol_is_read_askew_and_as_jpeg(printed: list[Print]) -> None:
    for one in printed:
        assert [_read(one.picture, askew) for askew in (-3, 3)] == [one.digits, one.digits]


def _tenth_unread(printed: list[Print], inks: Callable[[int], list[int]]) -> list[Patch]:
    places = list(_patches(0.1))
    assert len(places) == 208
    # Each place on another symbol of the sheet, to the one side and the other.
    tried = [(patch, printed[at % len(printed)], 3 - 6 * (at % 2), inks(at)) for at, patch in enumerate(places)]
    return [
        patch
        for patch, one, askew, of_it in tried
        if any(_read(one.covered(patch, ink), askew) != one.digits for ink in of_it)
    ]


def test_a_tenth_is_read_back_wherever_it_hides_no_finder_pattern(printed: list[Print]) -> None:
    assert _tenth_unread(printed, lambda at: [INKS[at % 3]]) == []


@pytest.mark.slow
def test_a_tenth_of_anything_is_read_back_wherever_it_hides_no_finder_pattern(printed: list[Print]) -> None:
    assert _tenth_unread(printed, lambda _at: list(INKS)) == []


def test_a_fifth_is_read_back_where_level_h_allows(printed: list[Print]) -> None:
    words = _words()
    assert len(words) == 70
    places = [patch for patch in _patches(0.2) if _mendable(patch, words)]
    assert places
    for at, patch in enumerate(places):
        one = printed[at % len(printed)]
        assert [_read(one.covered(patch, ink)) for ink in INKS] == [one.digits] * 3


def test_the_words_of_the_symbol_lie_where_the_standard_says() -> None:
    """The first word read by hand from a matrix: mode 0001 and ten bits of the length 17, unmasked."""
    digits = Code(CodeKind.BED, "539901", 900).digits
    dark = {(column + at, row) for row, column, length in qr.runs(digits) for at in range(length)}

    def bits(word: list[tuple[int, int]]) -> list[int]:
        # Mask 3: a module is turned where row and column add up to a multiple of 3.
        return [((column, row) in dark) ^ ((row + column) % 3 == 0) for column, row in word]

    words = _words()
    # The words of the two blocks take turns: those of the first are every other one.
    stream = [*bits(words[0]), *bits(words[2])]
    assert stream[:14] == [int(bit) for bit in f"{1:04b}{17:010b}"]
