"""Which columns a list shows and in which order: Space ticks, Ctrl+up and Ctrl+down move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label

_CODE = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Words to tick; Space ticks, Ctrl with arrows moves the current one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Ctrl; Enter is the dialog's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_current(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def move_current(self, step: int) -> None:
        """Move the current line up or down."""
        at = self.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.count():
            item = self.takeItem(at)
            self.insertItem(to, item)
            self.setCurrentRow(to)

    def ticked(self) -> list[str]:
        """The codes of the ticked lines, from top to bottom."""
        items = (self.item(at) for at in range(self.count()))
        return [str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]


class ColumnsDialog(GrowingDialog):
    """``take`` gets the chosen codes; ``usual`` are those of the button that goes back to the beginning."""

    def __init__(
        self,
        offered: Mapping[str, str],
        chosen: Sequence[str],
        usual: Sequence[str],
        take: Callable[[list[str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Columns", "Columns"))
        self._offered, self._usual, self._take = dict(offered), list(usual), take
        self.ticks = TickList()
        self.ticks.setSpacing(4)
        self.ticks.setAccessibleName(translate("Columns", "Columns"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(translate("Columns", "Columns of the list"), "section"))
        words = translate("Columns", "Space ticks, Ctrl+↑ and Ctrl+↓ move. The name always stands first.")
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(self.ticks, 1)
        column.addWidget(
            ButtonRow(
                button(translate("Columns", "As at first"), self.show_usual, "quiet"),
                button(translate("Columns", "Go back"), self.reject),
                button(translate("Columns", "Show these"), self.press, "primary"),
            )
        )
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.press)
        self.be_large(460, 560)
        self.show_chosen(chosen)
        self.ticks.setFocus()

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Tick these; they stand first, in their order."""
        self.ticks.clear()
        for code in [*chosen, *(one for one in self._offered if one not in chosen)]:
            item = QListWidgetItem(self._offered.get(code, code))
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            self.ticks.addItem(item)
        self.ticks.setCurrentRow(0)

    def show_usual(self) -> None:
        """The columns of the beginning."""
        self.show_chosen(self._usual)

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("Space", translate("Columns", "tick the column")),
            ("Ctrl+↑ Ctrl+↓", translate("Columns", "move the column")),
            ("Enter", translate("Columns", "show what is ticked")),
            ("Ctrl+S", translate("Columns", "show what is ticked")),
        )

    def press(self) -> None:
        """Show what is ticked."""
        self._take(self.ticks.ticked())
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the choice."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
        else:
            super().keyPressEvent(event)
