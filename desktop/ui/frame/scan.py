"""Scans. A scanner is a keyboard: seventeen digits, quickly, then Enter."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.core.codes import fold
from desktop.core.i18n import translate
from desktop.ui.frame.old_codes import OldCodes
from desktop.ui.widgets.composing import Composition
from desktop.ui.widgets.undo_key import leaves_undo

CODE_DIGITS = 17
WITHIN_SECONDS = 0.3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_code(text: str) -> bool:
    """Whether a text has the shape of a printed code."""
    digits = fold(text)
    return len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit()


class ScanLine(QLineEdit):
    """A line for scans and for typing: ``scanned`` carries 17 digits, ``typed`` any other text; both empty it.

    ``emptied`` is Enter with nothing in it. Enter that ends a word of an input method is left alone.
    """

    scanned = Signal(str)
    typed = Signal(str)
    emptied = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        # It has no label: what it takes is its name.
        self.setAccessibleName(placeholder or translate("ScanLine", "Scan"))
        self._composition = Composition(self)
        self._old = OldCodes()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed is the window's, which takes back what was scanned."""
        return False if leaves_undo(self, event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the text away; everything else is typing."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        if self._composition.open:
            event.ignore()
            return
        text = self.text().strip()
        # Not cleared, which could be taken back: what was given away is no typing any more.
        self.setText("")
        if is_code(text):
            self.scanned.emit(fold(text))
            # After the light: nobody waits for it.
            self._old.follow(self, fold(text))
        elif text:
            self.typed.emit(text)
        else:
            self.emptied.emit()


class ScanDetector(QObject):
    """Notices scans anywhere in the window and emits ``scanned``; a ``ScanLine`` with the keyboard sees to its own.

    What the keyboard is in may want it for itself: a field with ``take_scan``, such as one that chooses a person.
    Only digits that came faster than anybody types count. They are taken out of the line into which they fell.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._now = window, now
        self._digits: list[tuple[float, str]] = []
        self._old = OldCodes()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Collect digits; an Enter after seventeen quick ones is a scan and goes no further."""
        if isinstance(event, QInputMethodEvent) and self._concerns(watched):
            self._collect(event.commitString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._concerns(watched):
            if event.key() in _ENTER:
                return self._finish()
            self._collect(event.text())
        return False

    def _concerns(self, watched: QObject) -> bool:
        # Qt sends a key to the window first and then to the widget; one of them is enough.
        if not isinstance(watched, QWidget) or watched is not QApplication.focusWidget():
            return False
        return watched.window() is self._window and not isinstance(watched, ScanLine)

    def _collect(self, text: str) -> None:
        plain = unicodedata.normalize("NFKC", text)
        if not plain:
            return
        if not (plain.isascii() and plain.isdigit()):
            self._digits.clear()
            return
        moment = self._now()
        self._digits.extend((moment, digit) for digit in plain)
        del self._digits[:-CODE_DIGITS]

    def _finish(self) -> bool:
        digits, self._digits = self._digits, []
        if len(digits) < CODE_DIGITS or self._now() - digits[0][0] > WITHIN_SECONDS:
            return False
        code = "".join(digit for _, digit in digits)
        self._take_out(code)
        there = QApplication.focusWidget()
        wants = _taker(there)
        if wants is None or there is None:
            self.scanned.emit(code)
        else:
            wants(code)
            self._old.follow(there, code)
        return True

    def _take_out(self, code: str) -> None:
        line = QApplication.focusWidget()
        if isinstance(line, QLineEdit):
            before = line.text()[: line.cursorPosition()]
            if fold(before).endswith(code):
                after = line.text()[line.cursorPosition() :]
                line.setText(before[: -len(code)] + after)


def _taker(widget: QWidget | None) -> Callable[[str], object] | None:
    while widget is not None and not widget.isWindow():
        found = getattr(widget, "take_scan", None)
        if callable(found):
            return cast(Callable[[str], object], found)
        widget = widget.parentWidget()
    return None
