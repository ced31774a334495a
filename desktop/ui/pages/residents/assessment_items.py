"""The items of an assessment as cells: a digit each, the next one follows by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.assessment import Area, items
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words.assessments import AREAS, RISK_EVENTS, item_word
from desktop.core.words.messages import field_sentence
from desktop.ui.tables.cell_grid import CellGrid, GridLine, Put
from desktop.ui.widgets.counted_tabs import CountedTabs

# The page after those of the items: how often something happened.
EVENTS = "events"
_DIGITS = "0123456789"
# One digit is typed; from two on the count changes nothing.
_MOST_EVENTS = 9


@dataclass(frozen=True)
class _Asked:
    """What a cell asks for: on which page, its name, the most that may be typed."""

    key: str
    page: str
    words: str
    most: int


def _asked() -> list[_Asked]:
    every = [_Asked(one.key, one.area, item_word(one.key) or one.name, one.most) for one in items()]
    return every + [_Asked(kind, EVENTS, word, _MOST_EVENTS) for kind, word in RISK_EVENTS.shown.items()]


class _DigitGrid(CellGrid):
    """A digit needs no Enter; ``taken`` says that one was right."""

    taken = Signal()

    def __init__(self, name: str, put: Put) -> None:
        super().__init__(name, put)
        self.horizontalHeader().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is what is meant, and the next cell follows."""
        index, typed = self.currentIndex(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (index.isValid() and plain and len(typed) == 1 and typed in _DIGITS):
            super().keyPressEvent(event)
        elif self.cells.setData(index, typed):
            self.taken.emit()


@dataclass
class Typed:
    """What was typed so far, by the key of an item or a kind of event."""

    answers: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)


class ItemPages(QWidget):
    """Four pages of items and one of events, of which one is seen; ``changed`` at each digit, ``ended`` at the last."""

    changed = Signal()
    ended = Signal()
    left = Signal()

    def __init__(self, before: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = Typed()
        self._before, self._asked = before, _asked()
        words: dict[str, str] = {area: AREAS.shown[area] for area in Area}
        words[EVENTS] = translate("Assessment", "Events")
        self._pages = list(words)
        self.tabs = CountedTabs(words, translate("Assessment", "Pages of the assessment"))
        self.grid = _DigitGrid(translate("Assessment", "Items, a digit each"), self._put)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(self.grid, 1)
        self.tabs.chosen.connect(lambda _page: self._show())
        self.grid.taken.connect(self._go_on)
        self.grid.left.connect(self.left)
        self._show()

    @property
    def page(self) -> str:
        """The area that is seen, or EVENTS."""
        return self._pages[self.tabs.currentIndex()]

    def take_keyboard(self) -> None:
        """The cells."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, by: int) -> None:
        """Another page, its first cell."""
        at = self.tabs.currentIndex() + by
        if 0 <= at < len(self._pages):
            self.tabs.setCurrentIndex(at)
            self.take_keyboard()

    def bring_back(self, answers: Mapping[str, int], events: Mapping[str, int]) -> None:
        """What was typed earlier; the first item without an answer is next."""
        self.typed = Typed(dict(answers), dict(events))
        self.next_open()

    def next_open(self) -> None:
        """The first item without an answer, or the first of all."""
        wanted = next((one.key for one in self._asked if one.page != EVENTS and one.key not in self.typed.answers), "")
        self.go_to(wanted or self._asked[0].key)

    def mark(self, errors: list[FieldError]) -> bool:
        """Say in the cells what is wrong of them, and go to the first; whether any cell is."""
        known = {one.key: at for at, one in enumerate(self._asked)}
        wrong = [one for one in errors if one.name in known]
        for one in wrong:
            self.grid.cells.refused[known[one.name], 0] = self._text(self._asked[known[one.name]]), field_sentence(one)
        if wrong:
            self.go_to(wrong[0].name)
        return bool(wrong)

    def go_to(self, key: str) -> None:
        """A cell, on its page."""
        at = next(at for at, one in enumerate(self._asked) if one.key == key)
        self.tabs.show_tab(self._asked[at].page)
        self._show()
        self.grid.go_to(at, 0)

    def _put(self, at: int, _column: int, text: str) -> str:
        asked = self._asked[at]
        into = self.typed.events if asked.page == EVENTS else self.typed.answers
        if not text:
            into.pop(asked.key, None)
        elif not text.isdecimal():
            return field_sentence(FieldError(asked.key, Reason.BAD_NUMBER))
        elif int(text) > asked.most:
            return field_sentence(FieldError(asked.key, Reason.OUT_OF_RANGE, f"0–{asked.most}"))
        else:
            into[asked.key] = int(text)
        row = next(row for row, line in enumerate(self.grid.cells.lines) if line.id == at)
        self.grid.cells.lines[row] = self._line(at)
        self._count()
        self.changed.emit()
        return ""

    def _go_on(self) -> None:
        index = self.grid.currentIndex()
        if index.row() + 1 < self.grid.cells.rowCount():
            self.grid.setCurrentIndex(self.grid.cells.index(index.row() + 1, 0))
        elif self.tabs.currentIndex() + 2 < len(self._pages):
            self.turn(1)
        else:
            self.ended.emit()

    def _show(self) -> None:
        heads = [
            translate("Assessment", "Points"),
            translate("Assessment", "At most"),
            translate("Assessment", "Last time"),
        ]
        here = [at for at, one in enumerate(self._asked) if one.page == self.page]
        if self.page == EVENTS:
            heads[0] = translate("Assessment", "Times")
        self.grid.show_lines(heads, [self._line(at) for at in here])
        self.grid.setCurrentIndex(self.grid.cells.index(0, 0))
        self._count()

    def _line(self, at: int) -> GridLine:
        asked = self._asked[at]
        before = self._before.get(asked.key)
        return GridLine(at, asked.words, [self._text(asked)], [str(asked.most), "—" if before is None else str(before)])

    def _text(self, asked: _Asked) -> str:
        into = self.typed.events if asked.page == EVENTS else self.typed.answers
        return str(into[asked.key]) if asked.key in into else ""

    def _count(self) -> None:
        counts = {area: sum(one.page == area and one.key in self.typed.answers for one in self._asked) for area in Area}
        shown: dict[str, int] = dict(counts) | {EVENTS: sum(self.typed.events.values())}
        self.tabs.set_counts(shown)
