"""Ctrl+Z in a line: takes back typing where there is some, else it is left to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def leaves_undo(line: QLineEdit, event: QEvent) -> bool:
    """Whether this is Ctrl+Z with nothing typed; then it is ignored here."""
    undo = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
        and not line.isUndoAvailable()
    )
    if undo:
        event.ignore()
    return undo
