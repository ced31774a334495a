"""A room of a district's window that shows a month; the month chosen in one room holds in all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.ui.district.office import Office
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.session import Session
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.month_picker import MonthPicker


class MonthPage(ViewsPage):
    """A subclass reads and shows in ``refresh``; what stood before is taken away by ``await_month``."""

    topics = Topic.DISTRICT

    def __init__(self, session: Session, office: Office, title: str) -> None:
        super().__init__(session, title)
        self.office = office
        self.months = MonthPicker(office.month, latest=Month.of(clock.today()))
        self.header.add_widget(self.months)
        self.months.month_changed.connect(self._on_month)
        # The month whose figures stand here.
        self._shown: Month | None = None

    def tables(self) -> tuple[RecordTable[Any], ...]:
        """The tables that are emptied while another month is read."""
        return ()

    def stand_with(self, table: RecordTable[Any]) -> None:
        """What was read stands there: its first line is chosen, and the keyboard is in it, unless it is elsewhere."""
        if table.model.ids and table.current_id() is None:
            table.select_id(0)
        now = QApplication.focusWidget()
        if self.isVisible() and self.view is None and (now is self or (now is not None and table.isAncestorOf(now))):
            table.take_keyboard()

    def await_month(self) -> None:
        """Another month is being read: nothing of the one before stands here."""
        if self._shown != self.office.month:
            self._empty(translate("RecordsPage", "Reading…"), "info")
        self._shown = self.office.month

    def read_failed(self) -> None:
        """The strip says why; nothing stands here."""
        self._shown = None
        self._empty(translate("Page", "This could not be read."), "warning")

    def _empty(self, words: str, icon: str) -> None:
        for table in self.tables():
            table.set_empty(words, "", icon)
            table.set_ids(())
            table.set_totals("")

    def showEvent(self, event: QShowEvent) -> None:
        """The month that was chosen in another room."""
        if self.months.month != self.office.month:
            self._stale = True
            self.months.blockSignals(True)
            self.months.set_month(self.office.month)
            self.months.blockSignals(False)
        super().showEvent(event)

    def _on_month(self, month: Month) -> None:
        self.office.month = month
        self.close_views()
        self.refresh_now()
