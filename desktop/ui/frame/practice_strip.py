"""演示中心: the line above every room that says that nobody here is real."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.services.centre import practice
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.strips import MessageStrip


class PracticeStrip(MessageStrip):
    """Stands as long as a practice centre is open; nobody can put it away, and it takes no keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "window")
        self.close_button.hide()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def tell(self) -> None:
        """Say it, where it is so."""
        if practice.is_practice():
            self.say(translate("Practice", "Practice centre: nobody here is real, try everything."), Tone.ACCENT)
        else:
            self.clear()
