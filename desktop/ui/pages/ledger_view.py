"""People with an account, beside them the entries of the one chosen: what the ledgers of meals and stays look like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.core.i18n import translate
from desktop.services.ledger.listing import Entry
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.look.theme import Tone
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning

Holder = TypeVar("Holder")


@dataclass(frozen=True)
class Listing(Generic[Holder]):
    """One of the two lists: what it is called, its columns, the keys said beneath it, its share of the width."""

    name: str
    columns: tuple[Column[Holder], ...]
    keys: str
    stretch: int
    least: int


class LedgerView(PageView, Generic[Holder]):
    """A subclass says who holds an account, what was entered for one of them, and what is done with it."""

    def __init__(self, page: Page, title: str, people: Listing[Holder], entries: Listing[Entry]) -> None:
        super().__init__(page, title)
        self._people: dict[int, Holder] = {}
        self._entries: dict[int, Entry] = {}
        self.said = label(role="secondary", wrap=True)
        self.search = self.header.add_search(search_words())
        self.table: RecordTable[Holder] = RecordTable(
            people.name, people.columns, lambda ids: [self._people[one] for one in ids]
        )
        self.entries: RecordTable[Entry] = RecordTable(
            entries.name, entries.columns, lambda ids: [self._entries[one] for one in ids]
        )
        self._both = Turning()
        self._both.add(self.table, people.stretch, least=people.least)
        self._both.add(self.entries, entries.stretch, least=entries.least)
        self.table.set_keys(people.keys)
        self.entries.set_keys(entries.keys)

    def take_keyboard(self) -> None:
        """The people."""
        self.table.take_keyboard()

    def entries_of(self, who: int) -> Sequence[Entry]:
        """What was entered for somebody, in the order in which it is listed."""
        raise NotImplementedError

    def list_people(self) -> None:
        """List whom the search means."""
        raise NotImplementedError

    def _meant(self) -> Collection[int]:
        text = self.search.text().strip()
        return set(residents.find_ids(ResidentQuery(text=text, state=""))) if text else set(self._people)

    def _show_people(self, ids: Sequence[int]) -> None:
        """Whoever was chosen stays so where they are listed."""
        self.table.set_ids(ids)
        if ids and self.table.current_id() is None:
            self.table.select_id(ids[0])
        self._show_entries()

    def _chosen(self) -> int | None:
        who = self.table.current_id()
        if who is None:
            self._tell(translate("Ledger", "Nobody is chosen."))
        return who

    def _chosen_entry(self) -> Entry | None:
        one = self.entries.current_row()
        if one is None:
            self._tell(translate("Ledger", "Choose the entry first (Enter)."))
        return one

    def _tell(self, words: str) -> None:
        self.page.strip.say(words, Tone.ATTENTION)

    def _lay_out(self, acts: Sequence[tuple[str, Callable[[], object], str]]) -> None:
        """Put the lists above the acts: words, what is done, icon."""
        self.content.addWidget(self.said)
        self.content.addWidget(self._both, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in acts)))
        self.entries.set_empty(translate("Ledger", "No entry"), "", "table")
        self.search.searched.connect(lambda _text: reading(self, self.list_people))
        self.search.entered.connect(self.table.take_keyboard)
        self.table.current_changed.connect(lambda _one: self._show_entries())
        self.table.row_activated.connect(lambda _one: self._to_entries())
        self.table.left.connect(self.closed)
        self.entries.left.connect(self.table.take_keyboard)

    def _show_entries(self) -> None:
        who = self.table.current_id()
        self._entries = {one.id: one for one in (() if who is None else self.entries_of(who))}
        self.entries.set_ids(list(self._entries))

    def _to_entries(self) -> None:
        if self._entries and self.entries.current_id() is None:
            self.entries.select_id(next(iter(self._entries)))
        self.entries.take_keyboard()
