"""Help on F1: the keys of the place, and what the manual says of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.core.i18n import DEFAULT_LANGUAGE, language, translate
from desktop.core.manual import Section, Topic, find, part_of
from desktop.ui.dialogs.manual import ManualReader
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.turning import OpenPart, Turning

# What keys and text have beside each other, at normal text size.
_LEFT, _RIGHT = 420, 480
Keys = tuple[tuple[str, str], ...]


def keys() -> Keys:
    """Every key that works in all rooms, and what it does."""
    return (
        ("F1", translate("Keys", "help: the keys here, what the manual says of it, and a search in it")),
        ("Alt+1 … Alt+9", translate("Keys", "switch rooms")),
        ("Alt+←", translate("Keys", "back to where one was sent from, as by the list of a month close")),
        ("Ctrl+J", translate("Keys", "urgent help that is not closed yet; Esc comes back to where one was")),
        ("Ctrl+K", translate("Keys", "a page, an act or a person, found by typing")),
        ("Ctrl+F", translate("Keys", "search")),
        ("Ctrl+N", translate("Keys", "new record")),
        ("Enter", translate("Keys", "open the chosen line; in a form, go on to the next field")),
        ("Esc", translate("Keys", "go back")),
        ("Ctrl+S", translate("Keys", "save")),
        ("Ctrl+Enter", translate("Keys", "save and start the next")),
        ("Ctrl+B", translate("Keys", "in a form, bring back what was typed earlier and not saved")),
        ("Ctrl+Tab", translate("Keys", "the next part of the room; with Shift the one before")),
        ("Ctrl+Z", translate("Keys", "take back what was just done; in a field, what was typed")),
        ("Ctrl+Shift+Z", translate("Keys", "the last ten acts, to take one of them back")),
        ("Ctrl+PgUp Ctrl+PgDn", translate("Keys", "the month before and the month after, where one is chosen")),
        ("Ctrl+E", translate("Keys", "export: the list of the room, a month's reports or file")),
        ("Ctrl+I", translate("Keys", "take in a workbook for the list of the room")),
        ("F4", translate("Keys", "today, in a date")),
        ("F6", translate("Keys", "the numbers of a picture")),
        ("F9", translate("Keys", "scan meals")),
        ("Ctrl+P", translate("Keys", "the monthly report of the room; in a preview, print")),
        ("Ctrl+C", translate("Keys", "copy the chosen lines; with Shift under their heads, with Alt one cell")),
        ("Ctrl+L", translate("Keys", "lock the screen; only the own password opens it")),
        ("Ctrl+Shift+L", translate("Keys", "another person signs in")),
        ("Shift+F10", translate("Keys", "the menu of a line or a card, as the menu key")),
    )


def keys_of_boxes() -> Keys:
    """Every key that works in all boxes, and what it does."""
    return (
        ("Enter", translate("Keys", "go on to the next field; behind the last one, press the coloured button")),
        ("Tab", translate("Keys", "the next field or button; with Shift the one before")),
        ("Space", translate("Keys", "press the button, or tick the box, that has the keyboard")),
        ("F4", translate("Keys", "today, in a date")),
        ("Ctrl+Z", translate("Keys", "take back what was typed in a field")),
        ("Esc", translate("Keys", "go back")),
    )


class KeysDialog(GrowingDialog):
    """Help: the keys of the place, then those that work ``everywhere``, and beside them the manual's topic.

    What is typed searches the manual: the list of what was found takes the place of the keys. F2 lists all of it.
    Any of Esc, Enter and F1 closes it.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        of_room: Keys = (),
        topic: Topic | None = None,
        everywhere: Keys | None = None,
        print_card: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Keys", "Help"))
        self._found: list[Section] = []
        self._print_card = print_card
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Keys", "search the manual: words or initials"))
        self.search.setAccessibleName(translate("Keys", "Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.hits = QListWidget()
        self.hits.setAccessibleName(translate("Keys", "Parts of the manual"))
        self.hits.setWordWrap(True)
        self.hits.setProperty("role", "choices")
        self.reader = ManualReader()
        lists = QWidget()
        beneath = QVBoxLayout(lists)
        beneath.setContentsMargins(0, 0, 8, 0)
        beneath.setSpacing(20)
        for some in (of_room, keys() if everywhere is None else everywhere):
            if some:
                beneath.addWidget(_listed(some))
        self._keys = Scrolled(lists)
        self._build()
        self._connect()
        if topic is not None:
            self.reader.show_topic(topic)
        self.search.setFocus()

    def list_all(self) -> None:
        """F2: every part of the manual, the one that is read chosen."""
        self.search.clear()
        self._list(find(""))
        self.hits.setFocus()

    def print_card(self) -> None:
        """Ctrl+P: the day's keys on one page; the help gives way to it."""
        if self._print_card is not None:
            self.accept()
            self._print_card()

    def look(self, words: str) -> None:
        """List what speaks of it; without words the keys stand there again."""
        if words.strip():
            self._list(find(words))
        else:
            self._left.setCurrentWidget(self._keys)
            self.reader.setExtraSelections([])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through what was found and the pages through the text, wherever the keyboard is."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._left.currentWidget() is self.hits:
            self.hits.keyPressEvent(event)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.reader.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _list(self, found: list[Section]) -> None:
        self._found = found
        self.hits.blockSignals(True)
        self.hits.clear()
        self.hits.addItems([one.title for one in found])
        self.hits.blockSignals(False)
        self._left.setCurrentWidget(self.hits)
        shown = self.reader.section
        self.hits.setCurrentRow(found.index(shown) if not self.search.text() and shown in found else 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._found):
            words, one = self.search.text().strip(), self._found[row]
            self.reader.show_section(one, words, part_of(one, words))

    def _build(self) -> None:
        self._left = OpenPart()
        self._left.addWidget(self._keys)
        self._left.addWidget(self.hits)
        parts = Turning(20)
        parts.add(self._left, 1, least=_LEFT)
        parts.add(self.reader, 1, least=_RIGHT)
        self.close_button = button(translate("Keys", "Close"), self.accept, "primary")
        self.close_button.setShortcut(Qt.Key.Key_F1)
        self.manual_button = button(translate("Keys", "All of the manual (F2)"), self.list_all)
        self.manual_button.setShortcut(Qt.Key.Key_F2)
        # Enter closes it, wherever the keyboard is.
        self.close_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        if language() != DEFAULT_LANGUAGE:
            column.addWidget(label(translate("Keys", "The manual is in Chinese."), "secondary", wrap=True))
        column.addWidget(parts, 1)
        buttons = [self.manual_button, self.close_button]
        if self._print_card is not None:
            self.card_button = button(translate("Keys", "Keys for the wall (Ctrl+P)"), self.print_card, icon="print")
            self.card_button.setShortcut("Ctrl+P")
            buttons.insert(0, self.card_button)
        column.addWidget(ButtonRow(*buttons))
        self.be_large(1080, 680)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.look)
        self.hits.currentRowChanged.connect(self._show)


def _listed(some: Keys) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for line, (key, meaning) in enumerate(some):
        grid.addWidget(label(key, "strong"), line, 0)
        grid.addWidget(label(meaning, wrap=True), line, 1)
    grid.setRowStretch(len(some), 1)
    grid.setColumnStretch(1, 1)
    return made
