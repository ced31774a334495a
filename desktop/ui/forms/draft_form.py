"""A form that edits a draft: its fields bear the names of the draft's attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.errors import FieldError
from desktop.core.reasons import Reason
from desktop.core.words.messages import field_sentence
from desktop.services.writing import declared
from desktop.ui.forms.field import Field
from desktop.ui.forms.form import Form

Draft = TypeVar("Draft")


class DraftForm(Form, Generic[Draft]):
    """A form of one kind of draft, from which its values come and into which they go."""

    def __init__(self, kind: type[Draft], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._declared = declared.fields(kind)

    def add(self, name: str, words: str, field: Field, required: bool = False, help: str = "") -> Field:
        """Add a field; a name that the draft declares is required when the draft says so."""
        known = self._declared.get(name)
        return super().add(name, words, field, required if known is None else known.required, help)

    def codes(self, name: str) -> Mapping[str, str]:
        """The codes that the draft takes in a field, with their words in the language in use."""
        terms = self._declared[name].codes
        return terms.shown if terms is not None else {}

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

    def _on_changed(self, name: str) -> None:
        super()._on_changed(name)
        known, value = self._declared.get(name), self.fields[name].value()
        if known is not None and known.longest is not None and len(str(value).strip()) > known.longest:
            # Told while it is typed: a text cut in silence would be lost, one refused at the end typed in vain.
            self.fields[name].set_error(field_sentence(FieldError(name, Reason.TOO_LONG, str(known.longest))))
