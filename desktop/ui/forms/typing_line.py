"""The line into which fields are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets.undo_key import leaves_undo

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

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed is the window's."""
        return False if leaves_undo(self, event) else super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what is filled in."""
        super().focusInEvent(event)
        if event.reason() not in _LEAVE:
            self.selectAll()
