"""A PDF inside the window, page by page, with print and save."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QPixmap, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core.files import writing_beside
from desktop.core.i18n import translate
from desktop.services.writing.going_out import Held, leaving, print_out
from desktop.ui.frame.pdf_pages import PdfPages
from desktop.ui.frame.perform import reading, succeeds
from desktop.ui.frame.printer import PrintRun, set_paper
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import Button, button, icon_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip, ProgressStrip

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PreviewPanel(QWidget):
    """Shows one page at a time; PgUp and PgDn turn, Ctrl+plus and minus zoom, Ctrl+P prints, Ctrl+S saves a copy.

    One that only ``looks`` does neither of the last two: the page that it stands in has acts of its own.
    """

    def __init__(self, parent: QWidget | None = None, *, looks: bool = False) -> None:
        super().__init__(parent)
        self._looks = looks
        self.strip = MessageStrip()
        self._pages: PdfPages | None = None
        self._number = 0
        self._zoom: float | None = None
        self._run: PrintRun | None = None
        # The printer that the paper was laid for, and who is told where all of it went ("" for a file) and says more.
        self.printer_name = ""
        self.went_out: Callable[[str], str] | None = None
        # What of people is in it: so much the log says of what is printed or saved.
        self.held: Held | None = None
        self.progress = ProgressStrip()
        self.progress.cancel_requested.connect(self.cancel_print)
        self._build()
        self._connect()

    @property
    def page_number(self) -> int:
        """Which page is shown, from 1."""
        return self._number + 1

    def show_pdf(self, path: Path, content: bytes | None = None) -> None:
        """Show a file from its first page; ``content`` is what it holds, where it lies sealed."""
        if self._pages is not None:
            self._pages.close()
        self._pages, self._number, self._zoom = PdfPages(path, content), 0, None
        self._show()

    def turn(self, step: int) -> None:
        """Turn so many pages."""
        if self._pages is None:
            return
        self._number = min(max(self._number + step, 0), len(self._pages) - 1)
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def zoom(self, step: int) -> None:
        """Larger or smaller; 0 fits the whole page."""
        if step == 0:
            self._zoom = None
        else:
            now = self._scale()
            larger = [factor for factor in _ZOOMS if factor > now + 0.01]
            smaller = [factor for factor in _ZOOMS if factor < now - 0.01]
            self._zoom = (larger[0] if larger else _ZOOMS[-1]) if step > 0 else (smaller[-1] if smaller else _ZOOMS[0])
        self._show()

    def print_pages(self) -> None:
        """Print after the usual dialog; without a printer a sentence says so."""
        if self._pages is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            words = translate("Preview", "No printer is set up on this computer. Save the PDF and print it elsewhere.")
            self.strip.say(words, Tone.ATTENTION)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.printer_name in QPrinterInfo.availablePrinterNames():
            printer.setPrinterName(self.printer_name)
        set_paper(printer, self._pages.points(0))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen pages on this printer, page by page; how far it is is said above them."""
        if self._pages is None or self._run is not None:
            return
        # Pages of its own: the preview may be closed meanwhile.
        pages = PdfPages(self._pages.path, self._pages.content)
        self._run = run = PrintRun(printer, pages, self)
        run.advanced.connect(lambda done, count: self.progress.advance(done, count, ""))
        run.ended.connect(lambda all_sent: self._printed(pages, all_sent, run.whole, printer.printerName()))
        self.print_button.setEnabled(False)
        self.progress.begin(translate("Preview", "Printing"))
        run.start(self._may_go_out)

    def cancel_print(self) -> None:
        """Print no further page."""
        if self._run is not None:
            self._run.cancel()

    def save_copy(self) -> None:
        """Save the PDF under another name."""
        if self._pages is None:
            return
        source, content = self._pages.path, self._pages.content
        title = translate("Preview", "Save as")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path.home() / source.name), "PDF (*.pdf)")
        if chosen:
            done = translate("Preview", "Saved: {file}").format(file=Path(chosen).name)
            held = self.held
            if succeeds(self, lambda: copy_file(source, Path(chosen), held, content), done_text=done):
                self._tell_where("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew, once the room inside has its new size too."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_picture"):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp, PgDn, Home, End turn the pages."""
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -9999,
            Qt.Key.Key_End: 9999,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        for page in (self, self._picture):
            page.setAccessibleName(translate("Preview", "Page"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._picture)
        self._place = label(role="secondary")
        self._back = icon_button("chevron-left", translate("Preview", "Previous page (PgUp)"), lambda: self.turn(-1))
        self._on = icon_button("chevron-right", translate("Preview", "Next page (PgDn)"), lambda: self.turn(1))
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for part in (
            self._back,
            self._place,
            self._on,
            icon_button("zoom-out", translate("Preview", "Smaller"), lambda: self.zoom(-1)),
            icon_button("zoom-in", translate("Preview", "Larger"), lambda: self.zoom(1)),
            button(translate("Preview", "Whole page"), lambda: self.zoom(0), "quiet"),
        ):
            bar.addWidget(part)
        bar.addStretch(1)
        if not self._looks:
            self.save_button = button(translate("Preview", "Save as…"), self.save_copy, "plain", "save")
            self.print_button: Button = button(translate("Preview", "Print"), self.print_pages, "primary", "print")
            bar.addWidget(self.save_button)
            bar.addSpacing(8)
            bar.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.strip)
        column.addWidget(self.progress)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        keys_of: list[tuple[QKeySequence.StandardKey, Callable[[], object]]] = [
            (QKeySequence.StandardKey.ZoomIn, lambda: self.zoom(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.zoom(-1)),
        ]
        if not self._looks:
            keys_of += [
                (QKeySequence.StandardKey.Print, self.print_pages),
                (QKeySequence.StandardKey.Save, self.save_copy),
            ]
        for keys, slot in keys_of:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _printed(self, pages: PdfPages, all_sent: bool, whole: bool, printer_name: str) -> None:
        self._run = None
        pages.close()
        self.progress.end()
        self.print_button.setEnabled(True)
        if not all_sent and self.strip.refused:
            return
        if not all_sent:
            self.strip.say(translate("Preview", "Not everything was printed."), Tone.ATTENTION)
            return
        self.strip.say(translate("Preview", "All pages are at the printer."), Tone.OK)
        if whole:
            self._tell_where(printer_name)

    def _may_go_out(self) -> bool:
        """Log that it goes to the printer; False where that is refused."""
        held = self.held
        return held is None or succeeds(self, lambda: print_out(held))

    def _tell_where(self, printer_name: str) -> None:
        words = self.went_out(printer_name) if self.went_out is not None else ""
        if words:
            self.strip.say(f"{self.strip.text} {words}".strip(), Tone.ATTENTION)

    def _scale(self) -> float:
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        width, height = self._pages.points(self._number)
        room = self._scroll.viewport().size()
        return max(min((room.width() - 16) / width, (room.height() - 16) / height), 0.2)

    def _show(self) -> None:
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(_framed(self._pages.image(self._number, self._scale() * ratio)))
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
        self._place.setText(
            translate("Preview", "Page {number} of {count}").format(number=self._number + 1, count=len(self._pages))
        )
        self._back.setEnabled(self._number > 0)
        self._on.setEnabled(self._number < len(self._pages) - 1)


class PreviewDialog(QDialog):
    """A preview over the page; Esc goes back."""

    def __init__(self, path: Path, title: str, parent: QWidget | None = None, content: bytes | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.panel = PreviewPanel()
        self.strip = self.panel.strip
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(title, "section"))
        column.addWidget(self.panel, 1)
        size = parent.window().size() if parent is not None else None
        self.resize(size.width() - 80 if size else theme.px(900), size.height() - 60 if size else theme.px(760))
        reading(self, lambda: self.panel.show_pdf(path, content))
        self.panel.setFocus()

    def done(self, result: int) -> None:
        """Closed while it prints: no further page is printed."""
        self.panel.cancel_print()
        super().done(result)

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("PgDn PgUp", translate("Preview", "the next page, the page before")),
            ("Home End", translate("Preview", "the first page, the last page")),
            ("Ctrl++ Ctrl+-", translate("Preview", "larger, smaller")),
            ("Ctrl+P", translate("Preview", "print")),
            ("Ctrl+S", translate("Preview", "save a copy")),
        )


def copy_file(source: Path, target: Path, held: Held | None, content: bytes | None = None) -> None:
    """Copy beside the target and move into place; of what tells of people, ``held``, the log knows.

    ``content`` goes out instead of what lies sealed.
    """
    with writing_beside(target) if held is None else leaving(target, held) as part:
        if content is None:
            shutil.copyfile(source, part)
        else:
            part.write_bytes(content)


def _framed(image: QImage) -> QImage:
    painter = QPainter(image)
    painter.setPen(theme.color("line"))
    painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
    painter.end()
    return image
