"""The lines of a kitchen's sheet: who or what was looked at, what was found, what was done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.forms.field import Field
from desktop.ui.forms.text_fields import TextField
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class Line(NamedTuple):
    """One line as typed: ``found`` is a number, words, or both with a blank between; nothing means in order."""

    about: str
    found: str = ""
    measure: str = ""


class Found(NamedTuple):
    """What ``found`` of a line says: the number as typed, and words where something was not in order."""

    number: str
    words: str


def parted(found: str) -> Found:
    """The number that a text begins with, and the words behind it."""
    head, _blank, tail = found.strip().partition(" ")
    if head.lstrip("-+−").replace(".", "", 1).replace("℃", "").isdecimal():
        return Found(head.replace("−", "-").removesuffix("℃"), tail.strip())
    return Found("", found.strip())


class SheetLinesField(Field):
    """Lines beneath each other; ``+`` adds one. Enter goes from what was found to what was found on the next line.

    Where words were found, it goes to what was done about it first. A line whose first place is empty does not count.
    """

    def __init__(self, heads: tuple[str, str, str], hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[tuple[TextField, TextField, TextField]] = []
        self._heads, self._hint = heads, hint
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for at, (head, share) in enumerate(zip(heads, (2, 3, 3), strict=True)):
            self._grid.addWidget(label(head, "small"), 0, at)
            self._grid.setColumnStretch(at, share)
        self.add_button = button(translate("FoodSheets", "One more (+)"), self.add_by_hand, "quiet", "add")
        self._set_editor(holder)
        self._column.addWidget(self.add_button)
        self._listen_to(self.add_button)

    def value(self) -> tuple[Line, ...]:
        """The lines as typed."""
        typed = (Line(*(str(one.value()).strip() for one in line)) for line in self.lines)
        return tuple(one for one in typed if one.about)

    def set_value(self, value: object) -> None:
        """Show lines; one empty line where there are none."""
        shown: Sequence[Line] = [Line(*one) for one in value] if isinstance(value, (list, tuple)) else []
        while self.lines:
            for one in self.lines.pop():
                self._grid.removeWidget(one)
                one.hide()
                one.deleteLater()
        for line in shown or [Line("")]:
            self._add(line)

    def grab_keyboard(self) -> None:
        """What was found on the first line that names something; else the place for the name."""
        if self.lines:
            about, found, _measure = self.lines[0]
            (found if str(about.value()).strip() else about).grab_keyboard()
        else:
            self.add_button.setFocus()

    def say_wrong(self, at: int, name: str, words: str) -> None:
        """Say in a line, counted from 0, what is wrong: with whom it is about, what was done, else what was found."""
        places = {"about": 0, "measure": 2}
        if 0 <= at < len(self.lines):
            field = self.lines[at][places.get(name, 1)]
            field.set_error(words)
            field.grab_keyboard()

    def set_error(self, text: str) -> None:
        """What is wrong of the whole; nothing of its lines stays said."""
        super().set_error(text)
        for line in self.lines:
            for one in line:
                one.set_error("")

    def add_by_hand(self) -> None:
        """One more line, with the keyboard in it."""
        self._add(Line(""))[0].grab_keyboard()
        self.changed.emit()

    def _add(self, line: Line) -> tuple[TextField, TextField, TextField]:
        made = (TextField(), TextField(self._hint), TextField())
        at, row = len(self.lines), self._grid.rowCount()
        self.lines.append(made)
        for column, (field, head, text) in enumerate(zip(made, self._heads, line, strict=True)):
            field.set_name(f"{head} {at + 1}")
            field.set_value(text)
            field.changed.connect(self.changed)
            self._grid.addWidget(field, row, column)
        about, found, measure = made
        about.finished.connect(found.grab_keyboard)
        found.finished.connect(lambda: self._on_found(made))
        measure.finished.connect(lambda: self._go_on(made))
        return made

    def _on_found(self, line: tuple[TextField, TextField, TextField]) -> None:
        if parted(str(line[1].value())).words:
            line[2].grab_keyboard()
        else:
            self._go_on(line)

    def _go_on(self, line: tuple[TextField, TextField, TextField]) -> None:
        at = self.lines.index(line) + 1
        if at < len(self.lines):
            about, found, _measure = self.lines[at]
            (found if str(about.value()).strip() else about).grab_keyboard()
        else:
            self.finished.emit()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.text() != "+":
            return False
        self.add_by_hand()
        return True
