"""Pages onto paper: one after the other between the window's own events, so that a long run is seen and cancelled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.frame.pdf_pages import PdfPages

_POINTS_PER_INCH = 72
_PRINT_DPI = 300


class PrintRun(QObject):
    """Draws the chosen pages of a PDF onto a printer, each filling its sheet at its own size.

    ``advanced`` tells (done, of how many) after each page; ``ended`` whether all of them went to the printer.
    """

    advanced = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, printer: QPrinter, pages: PdfPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._pages = printer, pages
        self._left = chosen(printer, len(pages))
        self._count, self._done = len(self._left), 0
        self._painter = QPainter()
        # No thread of its own: the window draws from the same PDF, and PDFium is not made for two at once.
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._page)

    @property
    def whole(self) -> bool:
        """Whether every page of the file was chosen."""
        return self._count == len(self._pages)

    def start(self, may: Callable[[], bool] = lambda: True) -> None:
        """Begin once the printer is ready and ``may`` says so; returns at once."""
        if not self._left or not self._painter.begin(self._printer):
            self.ended.emit(False)
        elif may():
            self._next.start()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Print no further page; what the printer has already drawn it cannot give back."""
        if self._painter.isActive():
            self._next.stop()
            self._printer.abort()
            self._end(False)

    def _page(self) -> None:
        if self._done:
            here, before = (self._pages.points(self._left[at]) for at in (self._done, self._done - 1))
            if here != before:
                set_paper(self._printer, here)
            self._printer.newPage()
        self._draw(self._left[self._done])
        self._done += 1
        self.advanced.emit(self._done, self._count)
        # Whoever heard of this page may have cancelled.
        if self._done == self._count and self._painter.isActive():
            self._next.stop()
            self._end(True)

    def _draw(self, number: int) -> None:
        dots = min(self._printer.resolution(), _PRINT_DPI)
        image = self._pages.image(number, dots / _POINTS_PER_INCH)
        width, height = self._pages.points(number)
        factor = self._printer.resolution() / _POINTS_PER_INCH
        corner = self._printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
        # The page is laid on the sheet's edge, not on the printable area, so that labels stay where they belong.
        sheet = QRect(-round(corner.x()), -round(corner.y()), round(width * factor), round(height * factor))
        self._painter.drawImage(sheet, image)

    def _end(self, whole: bool) -> None:
        self._painter.end()
        self.ended.emit(whole)


def set_paper(printer: QPrinter, points: tuple[float, float]) -> None:
    """Tell a printer what paper a page is for: a usual sheet upright or lying, or a label of a roll just as it is."""
    low, high = sorted(points)
    sheet = QPageSize(QSizeF(low, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = points[0] > points[1]
    if sheet.id() is QPageSize.PageSizeId.Custom:
        # A roll is as wide as its label: turning it would print the label across.
        sheet = QPageSize(QSizeF(*points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        lying = False
    printer.setPageSize(sheet)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)


def chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages (from 0) that were chosen in the printer's dialog, in the order in which they come out."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    numbers = list(range(first - 1, min(last, count)))
    return numbers if printer.pageOrder() is QPrinter.PageOrder.FirstPageFirst else numbers[::-1]
