"""A box that is never lower than its words: it grows when something is said beneath a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog


class GrowingDialog(QDialog):
    """Grows with its content, as far as the screen lets it; Qt only does so for words that do not wrap."""

    def event(self, event: QEvent) -> bool:
        """Look again whenever something in the box needs more or less room."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._grow()
        return handled

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        needed = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            needed = max(needed, layout.totalMinimumHeightForWidth(self.width()))
        room = self.screen().availableGeometry().height()
        if needed > self.height():
            self.resize(self.width(), min(needed, room))
