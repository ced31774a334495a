"""The keys on one page: F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.turning import Turning

Keys = tuple[tuple[str, str], ...]


def keys() -> Keys:
    """Every key that works in all rooms, and what it does."""
    return (
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
    """The room's own keys, then those that work ``everywhere``: in all rooms, if nothing else is said.

    Any of Esc, Enter and F1 closes it.
    """

    def __init__(
        self, parent: QWidget | None = None, of_room: Keys = (), room: str = "", everywhere: Keys | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Keys", "Keys"))
        self._lists = Turning(28)
        for some in (of_room, keys() if everywhere is None else everywhere):
            if some:
                self._lists.add(_listed(some))
        close = button(translate("Keys", "Close"), self.accept, "primary")
        close.setShortcut(Qt.Key.Key_F1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(label(translate("Keys", "Keys"), "section"))
        column.addWidget(Scrolled(self._lists), 1)
        self._room_word = room
        self.manual_button = button(translate("Keys", "Manual (F2)"), self.open_manual)
        self.manual_button.setShortcut(Qt.Key.Key_F2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.manual_button)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()

    def open_manual(self) -> None:
        """Show the manual, at the room's own part where it has one."""
        from desktop.ui.dialogs.manual import ManualDialog

        ManualDialog(self._room_word, self).open()


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
