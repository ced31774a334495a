"""Choosing a person by typing a name, initials, the end of an ID number, or by a scan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.core.i18n import translate
from desktop.ui.forms.choice_fields import choice_list
from desktop.ui.forms.field import Field
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.header import search_words

_TYPING_PAUSE = 120
_SHOWN = 12


@dataclass(frozen=True)
class PersonChoice:
    """Somebody who can be chosen: name, and a line that tells one from another."""

    id: int
    name: str
    detail: str = ""

    @property
    def line(self) -> str:
        """How the list shows it."""
        return f"{self.name}    {self.detail}".rstrip()


Search = Callable[[str], Sequence[PersonChoice]]


class PersonField(Field):
    """A line that finds people; the value is an id, or None as long as nobody is chosen."""

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._chosen: PersonChoice | None = None
        self._found: list[PersonChoice] = []
        self.line = TypingLine()
        self.line.setPlaceholderText(search_words())
        self._lines = QStringListModel(self)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._completer.setPopup(choice_list())
        self._completer.popup().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._on_activated)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self.look)
        self.line.textEdited.connect(self._on_edited)
        self._set_editor(self.line)

    @property
    def person(self) -> PersonChoice | None:
        """Who is chosen."""
        return self._chosen

    def value(self) -> int | None:
        """The id of who is chosen."""
        return self._chosen.id if self._chosen else None

    def set_value(self, value: object) -> None:
        """Show a ``PersonChoice``; None empties the field."""
        self._show(value if isinstance(value, PersonChoice) else None)

    def unfinished(self) -> str:
        """Words that stand for nobody are never saved as nobody: at the canteen that would be a guest."""
        if self._chosen is not None or not self.line.text().strip():
            return ""
        return translate("PersonField", "Nobody is chosen yet: choose from the list, or empty the field.")

    def choose(self, person: PersonChoice) -> None:
        """Choose as a click in the list does."""
        # Who is chosen is searched for no more.
        self._pause.stop()
        self._show(person)
        self.changed.emit()

    def take_scan(self, digits: str) -> None:
        """A card that was scanned here chooses its person; of any other code it is said what it is."""
        found = list(self._search(digits))
        if len(found) != 1:
            self.set_note(self.why_nobody(digits), Tone.ATTENTION)
            return
        self.choose(found[0])
        # The keyboard goes on once the scanner's Enter is done.
        QTimer.singleShot(0, self, self.finished.emit)

    def why_nobody(self, typed: str) -> str:
        """What is said when nobody is found."""
        return translate("PersonField", "Nobody found")

    def look(self) -> None:
        """Search for what was typed and offer what was found."""
        self._pause.stop()
        typed = self.line.text().strip()
        self._found = list(self._search(typed))[:_SHOWN] if typed else []
        self._lines.setStringList([person.line for person in self._found])
        if not self._found:
            self._completer.popup().hide()
            self.set_note(self.why_nobody(typed) if typed else "", Tone.ATTENTION)
            return
        self.set_note("")
        self._completer.complete(QRect(0, 0, self._list_width(), self.line.height()))
        self._completer.popup().setCurrentIndex(self._lines.index(0))

    def _list_width(self) -> int:
        """As wide as the longest line, whatever the field is; Qt keeps it on the screen."""
        popup = self._completer.popup()
        lines = popup.sizeHintForColumn(0) + popup.verticalScrollBar().sizeHint().width() + 2 * popup.frameWidth()
        return max(self.line.width(), min(lines, self.screen().availableGeometry().width()))

    def _show(self, person: PersonChoice | None) -> None:
        self._chosen = person
        with QSignalBlocker(self.line):
            self.line.setText(person.name if person else "")
        self.set_note(person.detail if person else "")
        self._completer.popup().hide()

    def _on_edited(self, _typed: str) -> None:
        self._chosen = None
        self._pause.start()
        self.changed.emit()

    def _on_activated(self, line: str) -> None:
        index = self._completer.popup().currentIndex().row()
        match = next((person for person in self._found if person.line == line), None)
        if 0 <= index < len(self._found) and self._found[index].line == line:
            match = self._found[index]
        if match is not None:
            # The completer writes its own text after this signal; ours comes last.
            QTimer.singleShot(0, self, lambda: self.choose(match))

    def _enter_goes_on(self) -> bool:
        if not super()._enter_goes_on() or self._completer.popup().isVisible():
            return False
        if self._chosen is None and self.line.text().strip():
            only = self._only_one()
            if only is None:
                self.look()
                return False
            self.choose(only)
        return True

    def _only_one(self) -> PersonChoice | None:
        # Whoever is meant beyond doubt is chosen without a list that would only flash up.
        self._pause.stop()
        found = list(self._search(self.line.text().strip()))
        return found[0] if len(found) == 1 else None
