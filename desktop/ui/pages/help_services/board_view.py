"""派单看板: the open orders by how far they are, by who goes or by the day; urgent help first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from desktop.core.answers import BoardAxis, BoardLane
from desktop.core.dates import read_date
from desktop.core.i18n import translate
from desktop.services.help_services import board
from desktop.services.help_services.board import Group
from desktop.services.help_services.orders import ServiceRow
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import Open, PaperOfDay
from desktop.ui.pages.detail_keys import PAPER_KEY
from desktop.ui.pages.help_services import paper_acts
from desktop.ui.pages.help_services.acts import OrderActs
from desktop.ui.pages.help_services.order_words import order_columns
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button, judge_anew
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning


class BoardView(PageView):
    """The groups beside the orders of the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Board", "Orders at a glance"))
        self._groups: list[Group] = []
        self._rows: dict[int, ServiceRow] = {}
        self.said = MessageStrip()
        self.axis = SegmentField(_axes())
        self.axis.set_name(translate("Board", "Grouped by"))
        self.groups: RecordTable[Group] = RecordTable(
            translate("Board", "Groups"), _group_columns(), lambda ids: [self._groups[one] for one in ids]
        )
        self.table: RecordTable[ServiceRow] = RecordTable(
            translate("Board", "Orders"), order_columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.acts = OrderActs(self, lambda: self.session.actor, self.table.current_row, self.said)
        self._build()
        self.axis.set_value(BoardAxis.STATE)
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """By what the orders stand, and the steps of the chosen one."""
        return (
            Key("F2", translate("Board", "by state, by worker, by day in turn"), self.turn),
            *self.acts.keys(),
            self.acts.cancel_key(),
            Key("F10", translate("Services", "day lists on paper: print them, bring them back"), self._open_paper),
            Key(PAPER_KEY, translate("OrderPaper", "print the service sheet of the chosen order"), self._print_sheet),
            Key("Enter", translate("Board", "from the groups to the orders, from there to the record")),
        )

    def refresh(self) -> None:
        """Read anew; the group and the order that were chosen stay so where they are there."""
        chosen, current = self._chosen(), self.table.current_id()
        before = list(self._rows)
        self._groups = board.board(BoardAxis(self.axis.value()))
        self.groups.set_ids(range(len(self._groups)))
        keys = [one.key for one in self._groups]
        self.groups.select_id(keys.index(chosen) if chosen in keys else 0)
        self._show_orders()
        if current is None:
            return
        if not self._rows:
            # The last one went on its way; the box of its act gives the keyboard back first.
            QTimer.singleShot(0, self, self.groups.take_keyboard)
            return
        if current not in self._rows:
            # It went on its way: the one that stood after it.
            left = [one for one in before[before.index(current) :] if one in self._rows]
            current = left[0] if left else list(self._rows)[-1]
        self.table.select_id(current)

    def take_keyboard(self) -> None:
        """The orders while one of them is chosen, else the groups."""
        (self.groups if self.table.current_id() is None else self.table).take_keyboard()

    def turn(self) -> None:
        """The next axis."""
        axes = list(BoardAxis)
        self.axis.set_value(axes[(axes.index(BoardAxis(self.axis.value())) + 1) % len(axes)])
        self._on_axis()

    def _chosen(self) -> str:
        at = self.groups.current_id()
        return self._groups[at].key if at is not None and at < len(self._groups) else BoardLane.OPEN

    def _on_axis(self) -> None:
        self.refresh()
        self.groups.take_keyboard()

    def _show_orders(self) -> None:
        at = self.groups.current_id()
        group = self._groups[at if at is not None and at < len(self._groups) else 0]
        self._rows = {row.id: row for row in group.orders}
        self.table.set_ids(list(self._rows))
        judge_anew(self)

    def _to_orders(self) -> None:
        if self._rows and self.table.current_id() is None:
            self.table.select_id(next(iter(self._rows)))
        self.table.take_keyboard()

    def _open_paper(self) -> None:
        self.page.receive(PaperOfDay())

    def _print_sheet(self) -> None:
        row = self.table.current_row()
        if row is not None:
            paper_acts.preview_sheet(self.page, row.id)

    def _open(self, service_id: int) -> None:
        page = self.page
        self.closed.emit()
        page.receive(Open(service_id))

    def _build(self) -> None:
        both = Turning()
        both.add(self.groups, 1, least=300)
        both.add(self.table, 3, least=620)
        told: tuple[tuple[str, Callable[[], object]], ...] = (
            *self.acts.buttons(),
            (translate("Services", "On paper (F10)"), self._open_paper),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(FlowRow(self.axis))
        self.content.addWidget(both, 1)
        self.content.addWidget(FlowRow(*(button(words, call) for words, call in told)))
        self.groups.set_empty(translate("Board", "No order is open"), "", "services")
        self.table.set_empty(translate("Board", "No order here"), "", "services")
        self.groups.set_keys(translate("Board", "↑↓ choose   Enter orders   F2 another axis   Esc back"))
        self.table.set_keys(translate("Board", "↑↓ choose   F6 dispatch   F7 done   F8 follow up   Esc groups"))
        self.axis.changed.connect(self._on_axis)
        self.groups.current_changed.connect(lambda _one: self._show_orders())
        self.groups.row_activated.connect(lambda _one: self._to_orders())
        self.groups.left.connect(self.closed)
        self.table.row_activated.connect(self._open)
        self.table.current_changed.connect(lambda _one: judge_anew(self))
        self.table.left.connect(self.groups.take_keyboard)


def _axes() -> dict[str, str]:
    return {
        BoardAxis.STATE: translate("Board", "By state"),
        BoardAxis.WORKER: translate("Board", "By worker"),
        BoardAxis.DAY: translate("Board", "By day"),
    }


def _lanes() -> dict[str, str]:
    return {
        BoardLane.OPEN: translate("Board", "All that is open"),
        BoardLane.STALE: translate("Board", "Waiting too long"),
        BoardLane.REQUESTED: translate("Board", "Nobody sent yet"),
        BoardLane.DISPATCHED: translate("Board", "Somebody was sent"),
        BoardLane.TO_ASK: translate("Board", "To be asked how it pleased"),
        "": translate("Board", "Nobody sent yet"),
    }


def _head(group: Group) -> str:
    lanes = _lanes()
    if group.key in lanes:
        return lanes[group.key]
    try:
        return day_text(read_date(group.key))
    except ValueError:
        return group.key


def _late(group: Group) -> Chips | str:
    return Chips((ChipSpec(str(group.stale), Tone.DANGER),)) if group.stale else ""


def _group_columns() -> tuple[Column[Group], ...]:
    return (
        Column(translate("Board", "Group"), _head, 150, stretch=True),
        Column(translate("Board", "Orders"), lambda one: str(len(one.orders)), 60, Align.RIGHT),
        Column(translate("Board", "Late"), _late, 80),
    )
