"""The six blocks of a call: a digit answers one and goes on; 0 says of all the rest that nothing changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.core.i18n import translate
from desktop.core.trade import BlockState
from desktop.core.words.terms import BLOCK_STATES, VISIT_BLOCKS
from desktop.services.visits.answered import TOLD
from desktop.ui.look import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_CODES = tuple(BLOCK_STATES)
# Room above and below the line that is asked for.
_AROUND = 8
_PLACES = ("first", "middle", "middle", "last")


class PhoneBlocks(QWidget):
    """Six lines of four words; ``changed`` follows every answer, ``stands_at`` says which line is asked for.

    Enter and other keys are left to the page.
    """

    changed = Signal()
    stands_at = Signal(QWidget, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("PhoneRound", "The six blocks"))
        self._states = dict.fromkeys(VISIT_BLOCKS, "")
        self._at = 0
        self.words: dict[str, QLineEdit] = {}
        self._buttons: dict[str, dict[str, Button]] = {}
        self._before: Mapping[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 4, 4, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)
        for line, (block, word) in enumerate(VISIT_BLOCKS.shown.items()):
            self._add(line, block, word)
        self.clear({})

    @property
    def current(self) -> str:
        """The block that the next digit answers; "" when all are answered."""
        return list(VISIT_BLOCKS)[self._at] if self._at < len(VISIT_BLOCKS) else ""

    def states(self) -> dict[str, str]:
        """What was answered."""
        return {block: state for block, state in self._states.items() if state}

    def said(self) -> dict[str, str]:
        """The words beside the blocks."""
        return {block: line.text().strip() for block, line in self.words.items() if line.text().strip()}

    def clear(self, before: Mapping[str, str]) -> None:
        """Nothing is answered; ``before`` is what the last visit said."""
        self._states = dict.fromkeys(VISIT_BLOCKS, "")
        self._at = 0
        self._before = before
        for line in self.words.values():
            line.clear()
        self._show()

    def put(self, states: Mapping[str, str], said: Mapping[str, str]) -> None:
        """What was answered before a call was taken back; the keyboard is at the first block again."""
        self._states |= states
        for block, words in said.items():
            self.words[block].setText(words)
        self._go(0)

    def answer(self, state: str) -> None:
        """Answer the current block and go on."""
        if self.current:
            self._states[self.current] = state
            self._at += 1
            self._show()
            self.changed.emit()

    def answer_rest(self) -> None:
        """Nothing changed in the blocks that are not answered yet."""
        for block, state in self._states.items():
            self._states[block] = state or BlockState.UNCHANGED
        self._at = len(VISIT_BLOCKS)
        self._show()
        self.changed.emit()

    def lead_to(self, name: str) -> None:
        """Take the keyboard to a block, or to the words of one (``health_words``)."""
        block = name.removesuffix("_words")
        if block in self.words and name != block:
            self.words[block].setFocus(Qt.FocusReason.OtherFocusReason)
        elif block in self.words:
            self._go(list(VISIT_BLOCKS).index(block))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, arrows move, Backspace takes the last answer back, a blank leads to the words."""
        text, key = event.text(), event.key()
        if text in {"1", "2", "3", "4"}:
            self.answer(_CODES[int(text) - 1])
        elif text == "0":
            self.answer_rest()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backspace):
            self._go(self._at - 1)
        elif key == Qt.Key.Key_Down:
            self._go(self._at + 1)
        elif key == Qt.Key.Key_Space:
            self._to_words()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it went."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The current line is tinted and has a bar."""
        if not self.current:
            return
        painter = QPainter(self)
        box = self._grid.cellRect(self._at, 0)
        line = box.adjusted(-8, -3, 0, 3)
        line.setRight(self.width() - 2)
        painter.fillRect(line, theme.color("accent_tint" if self.hasFocus() else "hover"))
        painter.fillRect(line.left(), line.top(), 4, line.height(), theme.color("accent"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the words goes back to the blocks."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() == QEvent.Type.KeyPress:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _add(self, line: int, block: str, word: str) -> None:
        self._grid.addWidget(label(word), line, 0)
        states = FlowRow(gap=0, one_line=True)
        self._buttons[block] = {}
        for place, (code, state) in zip(_PLACES, BLOCK_STATES.shown.items(), strict=True):
            made = Button(state, "segment")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setProperty("place", place)
            made.clicked.connect(lambda _on=False, block=block, code=code: self._choose(block, code))
            self._buttons[block][code] = made
            states.add(made)
        self._grid.addWidget(states, line, 1)
        words = QLineEdit()
        words.setPlaceholderText(translate("VisitForm", "in words"))
        words.setAccessibleName(word)
        words.textEdited.connect(lambda _text: self.changed.emit())
        words.installEventFilter(self)
        self.words[block] = words
        self._grid.addWidget(words, line, 2)

    def _choose(self, block: str, code: str) -> None:
        self._at = list(VISIT_BLOCKS).index(block)
        self.answer(code)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(VISIT_BLOCKS))
        self._show()

    def _to_words(self) -> None:
        # A blank after 2 or 3 leads to the words of the block that was just answered.
        blocks = list(VISIT_BLOCKS)
        self.words[blocks[max(self._at - 1, 0)]].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        for block, buttons in self._buttons.items():
            for code, made in buttons.items():
                made.setChecked(self._states[block] == code)
            self.words[block].setEnabled(bool(self._states[block]))
            self.words[block].setPlaceholderText(self._hint(block))
        self.update()
        if self.current:
            self.stands_at.emit(self, self._grid.cellRect(self._at, 0).adjusted(0, -_AROUND, 0, _AROUND))

    def _hint(self, block: str) -> str:
        if self._states[block] in TOLD:
            return translate("PhoneRound", "in words (space)")
        word = BLOCK_STATES.shown.get(self._before.get(block, ""), "")
        return translate("PhoneRound", "last: {state}").format(state=word) if word else ""
