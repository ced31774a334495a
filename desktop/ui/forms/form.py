"""A form of one column: labels left, groups with headings, errors beside the fields in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.field import Field
from desktop.ui.look import theme
from desktop.ui.widgets.labels import label

_ONE_LINE = 12


class Form(QWidget):
    """Fields by name, in the order in which they are added.

    ``changed`` comes with every change by hand, ``passed_end`` when Enter was pressed in the last field, ``moved_to``
    when the form itself leads the keyboard to a field (a panel then scrolls there).
    """

    changed = Signal()
    passed_end = Signal()
    moved_to = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._labels: dict[str, QLabel] = {}
        self._required: set[str] = set()
        self._clean: dict[str, object] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._line = 0
        # Not Maximum: that is the height without the words beneath the fields, which would then cover the fields.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def group(self, heading: str) -> None:
        """Begin a group."""
        if self._line:
            self._grid.setRowMinimumHeight(self._line, 8)
            self._line += 1
        self._grid.addWidget(label(heading, "section"), self._line, 0, 1, 2)
        self._line += 1

    def add(self, name: str, words: str, field: Field, required: bool = False, help: str = "") -> Field:
        """Add a field with its label; a required one is marked."""
        said = translate("Form", "{label} *").format(label=words) if required else words
        # Chinese captions are short and stay in one line.
        caption = label(said, "secondary", wrap=len(said) > _ONE_LINE)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        caption.setBuddy(field)
        field.set_name(words)
        if required:
            self._required.add(name)
            caption.setToolTip(translate("Form", "required"))
        if help:
            field.set_help(help)
        self.fields[name], self._labels[name] = field, caption
        field.changed.connect(lambda: self._on_changed(name))
        field.finished.connect(lambda: self._go_on(name))
        self._grid.addWidget(caption, self._line, 0)
        self._grid.addWidget(field, self._line, 1)
        self._line += 1
        self._dress(caption)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Put something else across both columns."""
        self._grid.addWidget(widget, self._line, 0, 1, 2)
        self._line += 1

    def set_field_visible(self, name: str, visible: bool) -> None:
        """Hide a field that does not apply, or show it again."""
        self.fields[name].setVisible(visible)
        self._labels[name].setVisible(visible)

    def values(self) -> dict[str, object]:
        """What is entered, by name."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; fields that are not named stay."""
        for name, value in values.items():
            if name in self.fields:
                self.fields[name].set_value(value)

    def typed(self) -> dict[str, object]:
        """What was entered since it counted as saved, by name."""
        return {name: value for name, value in self.values().items() if value != self._clean.get(name)}

    def to_keep(self) -> dict[str, object]:
        """What was entered and may stand in a file: no password does."""
        return {name: value for name, value in self.typed().items() if not self.fields[name].secret}

    def mark_clean(self) -> None:
        """What is entered now counts as saved."""
        self._clean = self.values()

    def is_dirty(self) -> bool:
        """Whether something entered is not saved."""
        return bool(self.typed())

    def set_errors(self, errors: Iterable[FieldError]) -> list[FieldError]:
        """Say beside each field what is wrong and go to the first one; returns those without a field here."""
        self.clear_errors()
        first: Field | None = None
        homeless: list[FieldError] = []
        for error in errors:
            field = self.fields.get(error.name)
            if field is None:
                homeless.append(error)
                continue
            if not field.error:
                # The first is the plainest: what could not be read is also missing.
                field.set_error(field_sentence(error))
        for field in self.fields.values():
            if field.error and first is None:
                first = field
        if first is not None:
            self._lead_to(first)
        return homeless

    def missing(self) -> list[FieldError]:
        """The required fields that are shown and hold nothing."""
        shown = [name for name, field in self.fields.items() if name in self._required and field.isVisibleTo(self)]
        return [FieldError(name, Reason.REQUIRED) for name in shown if _empty(self.fields[name].value())]

    def all_finished(self) -> bool:
        """Whether every field holds a value rather than half a one; the first that does not is led to."""
        self.clear_errors()
        halves = [(field, words) for field in self.fields.values() if (words := field.unfinished())]
        for field, words in halves:
            field.set_error(words)
        if halves:
            self._lead_to(halves[0][0])
        return not halves

    def clear_errors(self) -> None:
        """Nothing is wrong."""
        for field in self.fields.values():
            if field.error:
                field.set_error("")

    def focus_first(self) -> None:
        """Go to the first field."""
        for field in self.fields.values():
            if field.isVisibleTo(self) and field.isEnabled():
                self._lead_to(field)
                return

    def changeEvent(self, event: QEvent) -> None:
        """Keep labels level with their fields at every text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_labels"):
            for caption in self._labels.values():
                self._dress(caption)

    def _dress(self, caption: QLabel) -> None:
        caption.setContentsMargins(0, (theme.px(theme.CONTROL_HEIGHT) - theme.px(22)) // 2, 0, 0)

    def _on_changed(self, name: str) -> None:
        if self.fields[name].error:
            self.fields[name].set_error("")
        self.changed.emit()

    def _lead_to(self, field: Field) -> None:
        field.grab_keyboard()
        self.moved_to.emit(field)

    def _go_on(self, name: str) -> None:
        names = list(self.fields)
        for following in names[names.index(name) + 1 :]:
            field = self.fields[following]
            if field.isVisibleTo(self) and field.isEnabled():
                self._lead_to(field)
                return
        self.passed_end.emit()


def _empty(value: object) -> bool:
    return value in (None, (), "") or (isinstance(value, str) and not value.strip())
