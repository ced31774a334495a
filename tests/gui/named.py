"""What reaches who does not see the screen, or not its colours: names of what takes the keyboard, and words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QTableView, QWidget

from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import Chip, Chips, ChipSpec
from desktop.ui.widgets.status import StatusItem

_ROWS = 30


def nameless(root: QWidget) -> list[str]:
    """The visible widgets of ``root`` that take the keyboard by Tab and have no name in the accessibility tree."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and takes_keyboard(widget) and not said_of(widget):
            found.append(f"{type(widget).__name__} in {_way(widget)}")
    return found


def said_of(widget: QWidget) -> str:
    """The name that a screen reader says of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def takes_keyboard(widget: QWidget) -> bool:
    """Whether the keyboard can stand in it itself, not only in something that it hands it to."""
    if widget.isWindow() or widget.focusProxy() is not None or not widget.isEnabled():
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def wordless(root: QWidget) -> list[str]:
    """What says a state by its colour alone: labels, chips and cells with a tone and nothing to read."""
    found = []
    for widget in root.findChildren(QWidget):
        tone = widget.property("tone")
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and tone not in (None, "", Tone.NEUTRAL.value) and not widget.text().strip():
            found.append(f"QLabel in {_way(widget)}")
        elif isinstance(widget, Chip | StatusItem) and not said_of(widget):
            found.append(f"{type(widget).__name__} in {_way(widget)}")
        elif isinstance(widget, QTableView) and not all(_readable(chip) for chip in _chips(widget)):
            found.append(f"chip of {said_of(widget)} in {_way(widget)}")
    return found


def _readable(chip: ChipSpec) -> bool:
    return any(char.isalnum() for char in chip.text)


def _chips(view: QTableView) -> list[ChipSpec]:
    model, found = view.model(), list[ChipSpec]()
    if model is None:
        return found
    for line in range(min(model.rowCount(), _ROWS)):
        for column in range(model.columnCount()):
            value = model.index(line, column).data(Qt.ItemDataRole.UserRole)
            found += value.chips if isinstance(value, Chips) else ()
    return found


def _way(widget: QWidget) -> str:
    names, part = [], widget.parentWidget()
    while part is not None and len(names) < 4:
        names.append(type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names)
