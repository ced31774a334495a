"""A typed sheet of paper over reportlab's canvas: points from the top left corner, the two fonts, black ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.reports.paper import fonts
from desktop.services.centre import practice

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
THIN = 0.5

Box = tuple[float, float, float, float]
# The mark of the practice centre lies over every page, close enough that a label cut out of a sheet bears it too.
_MARK_SIZE, _MARK_ALPHA, _MARK_TURN, _MARK_APART = 20.0, 0.22, 30, (34 * MM, 26 * MM)


class Paper:
    """Draws pages of one size; the same strokes give the same bytes (dates in the file are fixed)."""

    def __init__(self, size: tuple[float, float], title: str, author: str) -> None:
        fonts.register()
        self.width, self.height = size
        self.pages = 0
        self._buffer = BytesIO()
        # Without a first font of ours each page would name Helvetica, which is not embedded.
        self._canvas = Canvas(
            self._buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR
        )
        self._canvas.setTitle(fonts.tidy(title))
        self._canvas.setAuthor(fonts.tidy(author))
        self._canvas.setCreator("Shizhu Desk")
        self._font: tuple[float, bool] | None = None
        self._practice = practice.is_practice()

    def text(self, x: float, y: float, words: str, size: float, bold: bool = False) -> None:
        """Words from ``x`` to the right, their baseline at ``y``."""
        if not words:
            return
        if self._font != (size, bold):
            self._canvas.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
            self._font = (size, bold)
        self._canvas.drawString(x, self.height - y, words)

    def text_right(self, x: float, y: float, words: str, size: float, bold: bool = False) -> None:
        """Words that end at ``x``."""
        self.text(x - fonts.width(words, size, bold), y, words, size, bold)

    def text_centred(self, x: float, y: float, words: str, size: float, bold: bool = False) -> None:
        """Words with their middle at ``x``."""
        self.text(x - fonts.width(words, size, bold) / 2, y, words, size, bold)

    def rules(self, lines: Iterable[Box], thickness: float = THIN) -> None:
        """Straight lines, each from one point to another."""
        height = self.height
        self._canvas.setLineWidth(thickness)
        self._canvas.lines([(x1, height - y1, x2, height - y2) for x1, y1, x2, y2 in lines])

    def fill(self, boxes: Iterable[Box]) -> None:
        """Black boxes, each as left, top, width, height, filled as one shape."""
        path = self._canvas.beginPath()
        for left, top, wide, high in boxes:
            path.rect(left, self.height - top - high, wide, high)
        self._canvas.drawPath(path, stroke=0, fill=1)

    @contextmanager
    def within(self, box: Box) -> Iterator[None]:
        """What is drawn meanwhile shows inside this box (left, top, width, height) alone."""
        left, top, wide, high = box
        path = self._canvas.beginPath()
        path.rect(left, self.height - top - high, wide, high)
        self._canvas.saveState()
        self._canvas.clipPath(path, stroke=0, fill=0)
        self._font = None
        try:
            yield
        finally:
            self._canvas.restoreState()
            self._font = None

    def turn_to(self, size: tuple[float, float]) -> None:
        """Give the page that is begun another size; those after it have it too."""
        self.width, self.height = size
        self._canvas.setPageSize(size)

    def mark(self, key: str, title: str, level: int) -> None:
        """An entry of the outline that leads to this page; others may link to ``key``."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(fonts.tidy(title), key, level, closed=level == 0)

    def link(self, key: str, box: Box) -> None:
        """A place of the page (left, top, right, bottom) that leads to the page marked ``key``."""
        left, top, right, bottom = box
        self._canvas.linkRect("", key, (left, self.height - bottom, right, self.height - top), relative=0, thickness=0)

    def show_outline(self) -> None:
        """Open the file with its outline beside the page."""
        self._canvas.showOutline()

    def next_page(self) -> None:
        """Finish the page; the next stroke goes to a new one."""
        if self._practice:
            self._mark_practice()
        self._canvas.showPage()
        self._font = None
        self.pages += 1

    def _mark_practice(self) -> None:
        """演示 over the page, thin enough to read what stands beneath and to scan its codes."""
        wide, high = _MARK_APART
        self._canvas.saveState()
        self._canvas.setFont(fonts.BOLD, _MARK_SIZE)
        self._canvas.setFillAlpha(_MARK_ALPHA)
        for row in range(max(round(self.height / high), 1)):
            for column in range(max(round(self.width / wide), 1)):
                self._canvas.saveState()
                self._canvas.translate((column + 0.5) * wide, self.height - (row + 0.5) * high)
                self._canvas.rotate(_MARK_TURN)
                self._canvas.drawCentredString(0, -_MARK_SIZE / 3, practice.WORD)
                self._canvas.restoreState()
        self._canvas.restoreState()

    def finish(self) -> bytes:
        """The whole file."""
        self._canvas.save()
        return self._buffer.getvalue()
