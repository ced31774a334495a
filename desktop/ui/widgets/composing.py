"""Whether an input method is in the middle of a word: Enter then belongs to it, not to us."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composition(QObject):
    """Watches one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.open = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether letters wait to become words."""
        if isinstance(event, QInputMethodEvent):
            self.open = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self.open = False
        return False
