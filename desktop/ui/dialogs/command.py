"""One line that finds what can be gone to or done: Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.header import SearchField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

_WIDE, _HIGH = 720, 520
_PAUSE_MS = 60
_LINE = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True)
class CommandLine:
    """What is found: its words, what tells it from others, what Enter does, and why it cannot be done now."""

    words: str
    detail: str
    call: Callable[[], object]
    refused: str = ""


class CommandDialog(GrowingDialog):
    """Typing narrows, arrow keys choose, Enter goes, Esc leaves; the keyboard stays in the line.

    ``find`` gives the lines for what was typed, the likeliest first.
    """

    def __init__(self, find: Callable[[str], Sequence[CommandLine]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Command", "Go to, do"))
        self._find = find
        self._lines: Sequence[CommandLine] = ()
        self.line = SearchField(translate("Command", "page, act or person: words, pinyin, initials, a code"))
        self.line.set_pause(_PAUSE_MS)
        self.line.setClearButtonEnabled(False)
        self.strip = MessageStrip()
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(translate("Command", "What was found"))
        # The keyboard stays in the line; what is chosen is said there.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self._none = label(translate("Command", "Nothing found."), "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        for part in (self.line, self.strip, self.list, self._none):
            column.addWidget(part, 1 if part is self.list else 0)
        keys = translate("Command", "↑↓ choose   Enter go   Esc back")
        column.addWidget(label(keys, "small", wrap=True))
        self.be_large(_WIDE, _HIGH)
        self.line.installEventFilter(self)
        self.line.searched.connect(self.show_found)
        self.list.itemClicked.connect(lambda _item: self.take())
        self.list.currentItemChanged.connect(lambda now, _before: self._say(now))
        self.show_found("")
        self.line.setFocus()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("↑ ↓", translate("Command", "choose a line")),
            ("Enter", translate("Command", "go there, or do it")),
        )

    def show_found(self, typed: str) -> None:
        """List what fits; the first one is chosen."""
        self.strip.clear()
        self._lines = self._find(typed)
        self.list.clear()
        for one in self._lines:
            made = QTreeWidgetItem([one.words, one.detail])
            if one.refused:
                made.setForeground(0, theme.color("disabled"))
                made.setText(1, one.refused)
            made.setForeground(1, theme.color("secondary"))
            made.setToolTip(0, one.words)
            made.setToolTip(1, made.text(1))
            self.list.addTopLevelItem(made)
        self._choose(0)
        self.list.setVisible(bool(self._lines))
        self._none.setVisible(not self._lines)

    def take(self) -> None:
        """Go, or say why not."""
        at = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else -1
        if at < 0:
            return
        chosen = self._lines[at]
        if chosen.refused:
            self.strip.say(chosen.refused, Tone.ATTENTION)
            return
        self.accept()
        # Once the keyboard is back where it was: acts are about what had it.
        QTimer.singleShot(0, self.parent(), lambda: chosen.call())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types, Enter goes."""
        if watched is not self.line or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._lines:
            at = self.list.indexOfTopLevelItem(self.list.currentItem())
            self._choose(min(max(at + step, 0), len(self._lines) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.search_now()
            self.take()
        else:
            return False
        return True

    def _choose(self, at: int) -> None:
        item = self.list.topLevelItem(at)
        if item is not None:
            self.list.setCurrentItem(item)

    def _say(self, item: QTreeWidgetItem | None) -> None:
        # A screen reader hears the line; the list never has the keyboard.
        words = "" if item is None else "  ".join(part for part in (item.text(0), item.text(1)) if part)
        self.line.setAccessibleDescription(words)
