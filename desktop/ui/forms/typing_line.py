"""The line into which fields are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

# A click places the cursor; a list that closes and a window that comes back leave it where it was.
_LEAVE = frozenset(
    {
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    }
)


class TypingLine(QLineEdit):
    """What stands in it is selected when the keyboard comes, so that typing replaces it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what is filled in."""
        super().focusInEvent(event)
        if event.reason() not in _LEAVE:
            self.selectAll()
