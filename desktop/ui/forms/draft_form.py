"""A form that edits a draft: its fields bear the names of the draft's attributes."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.services.writing.declared import required_fields
from desktop.ui.forms.field import Field
from desktop.ui.forms.form import Form

Draft = TypeVar("Draft")


class DraftForm(Form, Generic[Draft]):
    """A form of one kind of draft, from which its values come and into which they go."""

    def __init__(self, kind: type[Draft], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._declared_required = required_fields(kind)

    def add(self, name: str, words: str, field: Field, required: bool = False, help: str = "") -> Field:
        """Add a field; required is also what the draft declares so."""
        return super().add(name, words, field, required or name in self._declared_required, help)

    def fill(self, draft: Draft) -> None:
        """Show a draft; from now on a difference to it counts as unsaved."""
        for name, field in self.fields.items():
            if hasattr(draft, name):
                field.set_value(getattr(draft, name))
        self.clear_errors()
        self.mark_clean()

    def read_into(self, draft: Draft) -> None:
        """Put what is entered into the draft's attributes of the same names."""
        for name, value in self.values().items():
            if hasattr(draft, name):
                as_list = isinstance(value, tuple) and isinstance(getattr(draft, name), list)
                setattr(draft, name, list(value) if as_list and isinstance(value, tuple) else value)
