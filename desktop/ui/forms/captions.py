"""A field that stands beside its words outside of a form."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.ui.forms.field import Field
from desktop.ui.widgets.labels import label


def caption(words: str, field: Field, role: str = "secondary") -> QLabel:
    """The words that stand before a field: they name it for who does not see them too."""
    made = label(words, role)
    made.setBuddy(field)
    field.set_name(words)
    return made
