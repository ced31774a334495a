"""助急 that nobody closed yet: its orders and their steps, from any room; Esc goes back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.i18n import translate
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceRow
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.pages.help_services.acts import OrderActs
from desktop.ui.pages.help_services.order_words import order_columns
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button, judge_anew
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.strips import MessageStrip


class UrgentView(PageView):
    """The orders of urgent help that are open, the longest waiting first; ``record_wanted`` carries one's id."""

    record_wanted = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Urgent", "Urgent help that is not closed yet"))
        self._rows: dict[int, ServiceRow] = {}
        self.said = MessageStrip()
        self.table: RecordTable[ServiceRow] = RecordTable(
            translate("Urgent", "Urgent help"), order_columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.acts = OrderActs(self, lambda: self.session.actor, self.table.current_row, self.said)
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(FlowRow(*(button(words, call) for words, call in self.acts.buttons())))
        self.table.set_empty(translate("Urgent", "Nobody waits for urgent help"), "", "services")
        self.table.set_keys(translate("Urgent", "↑↓ choose   F6 dispatch   F7 done   Enter record   Esc back"))
        self.table.row_activated.connect(self.record_wanted)
        self.table.current_changed.connect(lambda _one: judge_anew(self))
        self.table.left.connect(self.closed)
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """The steps of the chosen order."""
        return (
            *self.acts.keys(),
            self.acts.cancel_key(),
            Key("Enter", translate("Urgent", "the record of the chosen order")),
        )

    def refresh(self) -> None:
        """Read anew; the order that was chosen stays so, else the first one is."""
        current = self.table.current_id()
        self._rows = {row.id: row for row in orders.urgent_orders()}
        self.table.set_ids(list(self._rows))
        chosen = current if current in self._rows else next(iter(self._rows), None)
        if chosen is not None:
            self.table.select_id(chosen)
        judge_anew(self)

    def take_keyboard(self) -> None:
        """The orders."""
        self.table.take_keyboard()
