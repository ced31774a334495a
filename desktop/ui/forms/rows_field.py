"""Several small records within one form, such as emergency contacts: add one, take one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.forms.field import Field
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import label

Part = tuple[str, str, Callable[[], Field]]


class _Entry(QFrame):
    """One small record: its fields with their words, and a way to take it away."""

    def __init__(self, parts: Sequence[Part], remove: Callable[[], object]) -> None:
        super().__init__()
        self.fields = {name: make() for name, _words, make in parts}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, words, _make) in enumerate(parts):
            field = self.fields[name]
            field.set_name(words)
            grid.addWidget(label(words, "small"), line, 0)
            grid.addWidget(field, line, 1)
        grid.addWidget(icon_button("close", translate("RowsField", "Take this one away"), remove), 0, 2)

    def values(self) -> tuple[object, ...]:
        """What is entered, in the order of the fields."""
        return tuple(field.value() for field in self.fields.values())


class RowsField(Field):
    """Small records beneath each other; the value is a tuple of tuples in the order of ``parts``.

    ``parts`` are (attribute, words, how its field is made). Records in which nothing is entered do not count.
    """

    def __init__(self, parts: Sequence[Part], add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._entries: list[_Entry] = []
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add_button = button(add_words, self.add_by_hand, "quiet", "add")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self.add_button)
        self._set_editor(holder)
        # Enter passes by as in every field; Space and + add one.
        self._listen_to(self.add_button)
        self.setFocusProxy(self.add_button)
        holder.setFocusProxy(self.add_button)

    @property
    def entries(self) -> list[dict[str, Field]]:
        """The fields of each record."""
        return [entry.fields for entry in self._entries]

    def value(self) -> tuple[tuple[object, ...], ...]:
        """What is entered."""
        return tuple(values for entry in self._entries if any(values := entry.values()))

    def texts(self) -> list[tuple[str, ...]]:
        """What is entered, as texts."""
        return [tuple(str(one) for one in row) for row in self.value()]

    def set_value(self, value: object) -> None:
        """Show records: objects with these attributes, or sequences in this order."""
        while self._entries:
            self._drop(self._entries[-1])
        for one in value if isinstance(value, (list, tuple)) else ():
            entry = self._add()
            for place, (name, _words, _make) in enumerate(self._parts):
                entry.fields[name].set_value(one[place] if isinstance(one, (list, tuple)) else getattr(one, name))

    def add_by_hand(self) -> None:
        """One more, with the keyboard in it."""
        entry = self._add()
        next(iter(entry.fields.values())).grab_keyboard()
        self.changed.emit()

    def _add(self) -> _Entry:
        entry = _Entry(self._parts, lambda: self._remove(entry))
        fields = list(entry.fields.values())
        for field, following in pairwise(fields):
            field.finished.connect(following.grab_keyboard)
        fields[-1].finished.connect(lambda: self.add_button.setFocus())
        for field in fields:
            field.changed.connect(self.changed)
        self._entries.append(entry)
        self._rows.addWidget(entry)
        return entry

    def _remove(self, entry: _Entry) -> None:
        self._drop(entry)
        self.add_button.setFocus()
        self.changed.emit()

    def _drop(self, entry: _Entry) -> None:
        self._entries.remove(entry)
        self._rows.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.text() != "+":
            return False
        self.add_by_hand()
        return True
