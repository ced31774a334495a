"""F1 in a box or in a window of its own: the keys that work there, as F1 of the window says those of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.ui.widgets.growing import GrowingDialog

if TYPE_CHECKING:
    from desktop.ui.dialogs.keys import Keys, KeysDialog


@runtime_checkable
class SaysKeys(Protocol):
    """A box with keys of its own."""

    def said_keys(self) -> Keys:
        """Each with what it does there."""


class BoxKeys(QObject):
    """Hears F1 wherever the keyboard is in a box; a window without boxes says its keys itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 in a box opens the list over it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        box = watched.window()
        if cast(QKeyEvent, event).key() != Qt.Key.Key_F1 or not isinstance(box, GrowingDialog | SaysKeys):
            return False
        show_keys(box)
        return True


def listen() -> None:
    """From now on F1 is heard in every box; once for the whole program."""
    app = QApplication.instance()
    if app is not None and app.findChild(BoxKeys) is None:
        app.installEventFilter(BoxKeys(app))


def show_keys(box: QWidget) -> KeysDialog:
    """The box's own keys, then those of all boxes, but for what it does otherwise itself."""
    from desktop.ui.dialogs.keys import KeysDialog, keys_of_boxes
    from desktop.ui.dialogs.topics import topic_near

    own = box.said_keys() if isinstance(box, SaysKeys) else ()
    named = {keys for keys, _words in own}
    others = tuple(line for line in keys_of_boxes() if line[0] not in named) if isinstance(box, QDialog) else ()
    found = KeysDialog(box, own, topic_near(box), others)
    found.open()
    return found
