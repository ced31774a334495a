"""Labels by role, so that no page chooses a font or a colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.look.theme import Tone


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label; ``role`` is title, section, strong, figure, secondary, small, required or nothing for body text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Give a widget the colours of a state, at once."""
    set_property(widget, "tone", tone.value)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and let it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
