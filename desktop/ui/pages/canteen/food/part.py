"""What the parts of the food ledger have in common: a table of one day or of all, with acts beneath it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import allowed
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow

Row = TypeVar("Row")
# The words of a button, what it calls, its icon.
Told = tuple[str, Callable[[], object], str]


class LedgerPart(QWidget):
    """A part: ``read`` shows it anew; ``left`` says that Esc was pressed."""

    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.session: Session = page.session
        self.day: dt.date = clock.today()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def read(self) -> None:
        """Show what is on record now, of ``day`` where the part has days."""

    def open_count(self) -> int | None:
        """How much is to be done here; None where nothing is counted."""
        return None

    def own_keys(self) -> tuple[Key, ...]:
        """The keys of the part, said on F1; they work while it is the open one."""
        return ()

    def take_keyboard(self) -> None:
        """Where the keys of the part belong."""

    def may(self, action: Action) -> bool:
        """Whether the role allows it; said where it does not."""
        return allowed(self, action)

    def say(self, words: str) -> None:
        """Say in the strip of the room why nothing was done."""
        self.page.strip.say(words, Tone.ATTENTION)

    def chosen(self, table: RecordTable[Row], action: Action, none: str) -> Row | None:
        """The chosen line, where there is one and the role allows the action; else why nothing is done is said."""
        one = table.current_row()
        if one is None:
            self.say(none)
            return None
        return one if self.may(action) else None

    @staticmethod
    def fill(table: RecordTable[Row], ids: Sequence[int], first: int | None = None) -> None:
        """Show these lines; where none is chosen any more, ``first`` is, else the first of them."""
        table.set_ids(ids)
        table.model.reload()
        if ids and table.current_id() is None:
            table.select_id(ids[0] if first is None else first)

    def add_acts(self, told: Sequence[Told]) -> None:
        """The acts of the part as buttons in a row that wraps."""
        self.column.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
