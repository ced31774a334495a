"""Typing Chinese as an input method does (the finished word arrives at once), and counting keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_words(widget: QWidget, words: str) -> None:
    """Commit words into the widget that has the keyboard."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget.focusProxy() or widget, event)


class Presses(QObject):
    """Counts every key that reaches the focused widget, whoever presses it: a hand or a scanner."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # One press also passes the window and, where nobody takes it, the parents: it counts once, where it is meant.
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.count += 1
        return False
