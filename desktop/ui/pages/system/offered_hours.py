"""待存入的服务: what volunteers did as help services and is in no time bank yet, a month of it, and booking it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.quantities import hours_text
from desktop.core.words.reasons import field_reason
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.work import service_hours
from desktop.services.work.service_hours import Offer
from desktop.services.writing import permissions
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import perform, reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.month_picker import MonthPicker


class OfferedHours(QWidget):
    """The month, what is offered of it and why something is not; one press books all of it or the chosen services."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[int, Offer] = {}
        self.months = MonthPicker()
        self.table: RecordTable[Offer] = RecordTable(
            translate("Timebank", "Services not yet booked"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.table.set_keys(translate("Timebank", "Enter books the chosen ones   F4 books the month   Esc volunteers"))
        self.book_button = button(translate("Timebank", "Book the month (F4)"), self.book_month)
        head = FlowRow(gap=12)
        for part in (label(translate("Timebank", "Services not yet booked"), "strong"), self.months, self.book_button):
            head.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        self.months.month_changed.connect(lambda _month: reading(self, self.refresh))
        self.table.row_activated.connect(lambda _one: self.book_chosen())

    def refresh(self) -> None:
        """Read anew; what lies in other months is said."""
        if not permissions.may(self._session.actor.role, Action.READ_WORKERS):
            self.table.set_ids(())
            self.setVisible(False)
            return
        found = service_hours.offers(self._session.actor)
        self._rows = {one.id: one for one in found if Month.of(one.day) == self.months.month}
        others = sum(one.why is None for one in found) - len(self._ready())
        nothing = translate("Timebank", "Nothing of this month is to be booked")
        self.table.set_empty(nothing, _elsewhere(others), "info")
        line = max(self.table.view.currentIndex().row(), 0)
        ids = list(self._rows)
        self.table.set_ids(ids)
        self.table.model.reload()
        if ids and self.table.current_id() is None:
            # Whoever books one after the other stands on the next.
            self.table.select_id(ids[min(line, len(ids) - 1)])
        self.table.set_totals(self._total(others) if self._rows else "")
        self.book_button.setVisible(permissions.may(self._session.actor.role, Action.ENTER_HOURS))
        self.book_button.setEnabled(bool(self._ready()))

    @asks(Action.ENTER_HOURS)
    def book_month(self) -> None:
        """All that is listed and that nothing keeps out."""
        self._book(self._ready())

    def book_chosen(self) -> None:
        """The chosen services; what keeps one out is said."""
        self._book([self._rows[one] for one in self.table.selected_ids()])

    def _book(self, wanted: list[Offer]) -> None:
        if not wanted or not permissions.may(self._session.actor.role, Action.ENTER_HOURS):
            return
        only = {one.id for one in wanted}
        told = translate("Timebank", "{count} services are in the time bank, {hours} hours")
        minutes = sum(one.minutes for one in wanted)
        words = told.format(count=len(wanted), hours=hours_text(minutes))
        perform(
            self,
            lambda: service_hours.book(self._session.actor, self.months.month, only),
            Topic.SETTINGS,
            words,
        )

    def _ready(self) -> list[Offer]:
        return [one for one in self._rows.values() if one.why is None]

    def _total(self, others: int) -> str:
        ready = self._ready()
        words = translate("Timebank", "To be booked: {count} services, {hours} hours.")
        minutes = sum(one.minutes for one in ready)
        said = words.format(count=len(ready), hours=hours_text(minutes))
        return " ".join(part for part in (said, _elsewhere(others)) if part)


def _elsewhere(others: int) -> str:
    words = translate("Timebank", "{count} more lie in other months (Ctrl+PgUp).")
    return words.format(count=others) if others else ""


def _columns() -> tuple[Column[Offer], ...]:
    return (
        Column(translate("Timebank", "Day"), lambda one: one.day.isoformat(), 116),
        Column(translate("Timebank", "Worker"), lambda one: one.worker, 90),
        Column(translate("Timebank", "Service"), lambda one: SERVICE_TYPES.shown[one.type], 80),
        Column(translate("Timebank", "For whom"), lambda one: one.name, 90, spare=True),
        Column(translate("Timebank", "Hours"), lambda one: hours_text(one.minutes), 70, Align.RIGHT),
        Column(translate("Timebank", "Why not"), _why, 160, stretch=True),
    )


def _why(one: Offer) -> str:
    return "" if one.why is None else field_reason(one.why)
