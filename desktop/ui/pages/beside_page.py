"""A list with its record beside it: detail or form, in the list's place where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.ui.forms.panel import FormPanel
from desktop.ui.frame.keys import Key
from desktop.ui.frame.session import Session
from desktop.ui.look import theme
from desktop.ui.pages.detail_keys import keys_of
from desktop.ui.pages.list_page import Draft, Listing, ListPage, Row
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets import laid_out
from desktop.ui.widgets.filters import FilterBar
from desktop.ui.widgets.month_picker import MonthPicker
from desktop.ui.widgets.side import SidePlace

_DETAIL_WIDTH = 310
_FORM_WIDTH = 400
_TABLE_LEAST = 620


class BesidePage(ListPage[Row, Draft]):
    """How a register stands: filters, a table, and beside it the place of one record.

    Widgets between filters and table go into ``above``.
    """

    def __init__(self, session: Session, listing: Listing[Row], parent: QWidget | None = None) -> None:
        super().__init__(session, listing, parent)
        self._panel: FormPanel | None = None
        self._detail_open = False
        self._build()

    @property
    def panel(self) -> FormPanel | None:
        """The form's panel, once it was opened."""
        return self._panel

    @property
    def form_open(self) -> bool:
        """Whether a form stands in the place of the detail."""
        return (
            self._panel is not None and self._side.currentWidget() is self._panel and not self._side_holder.isHidden()
        )

    def panel_keys(self) -> tuple[Key, ...]:
        """The keys that stand on the acts of the panel; over a form they do nothing."""
        return keys_of(self.detail, lambda: not self.form_open)

    def keys(self) -> tuple[Key, ...]:
        """Those of the room and of its panel, or of the screen that stands in its place."""
        return super().keys() if self.view is not None else (*super().keys(), *self.panel_keys())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panel beside the table, or in its place."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The text size decides too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self._arrange()

    def _build(self) -> None:
        listing = self.listing
        self.header.add_search(listing.search_hint)
        self.months = MonthPicker() if listing.with_month else None
        self.filter_bar = FilterBar(listing.filters)
        if self.months:
            self.filter_bar.add(self.months)
        self.table: RecordTable[Row] = RecordTable(listing.title, listing.columns, self.load_rows)
        self.table.set_sort(listing.order, listing.descending)
        self.detail = self.make_detail()
        self._side_holder = SidePlace()
        self._side = self._side_holder.stack
        if self.detail is not None:
            self._side.addWidget(self.detail)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._row.addWidget(self.table, 1)
        self._row.addWidget(self._side_holder)
        self._above = QWidget()
        self.above = QVBoxLayout(self._above)
        self.above.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.filter_bar)
        self.content.addWidget(self._above)
        self.content.addLayout(self._row, 1)

    def _show_side(self, detail: bool) -> None:
        self._detail_open = detail
        shown = self.detail if detail else self._panel
        if shown is not None:
            self._side.setCurrentWidget(shown)
        self._arrange()
        if detail and shown is not None:
            shown.setFocus()

    def _wide(self) -> bool:
        margins = 2 * theme.PAGE_MARGIN + self._row.spacing()
        return self.width() - margins >= theme.px(_DETAIL_WIDTH) + theme.px(_TABLE_LEAST)

    def _arrange(self) -> None:
        if self.view is not None:
            return
        form = self._panel is not None and self._side.currentWidget() is self._panel
        wide, taken = self._wide(), form or self._detail_open
        self._side_holder.setVisible((wide and self._side.count() > 0) or taken)
        self._show_list(wide or not taken)
        self._stand_alone(taken and not wide)
        self._side_holder.stand(theme.px(_FORM_WIDTH if form else _DETAIL_WIDTH) if wide else 0)

    def _show_list(self, shown: bool) -> None:
        self.table.setVisible(shown)

    def _stand_alone(self, alone: bool) -> None:
        """A form that takes the table's place takes the head's and the filters' too: they belong to the list."""
        has_filters = bool(self.listing.filters) or self.listing.with_month
        self.header.setVisible(not alone)
        self.filter_bar.setVisible(has_filters and not alone)
        self._above.setVisible(self.above.count() > 0 and not alone)
        for tabs in laid_out.parts(self.content):
            if isinstance(tabs, QTabBar):
                tabs.setVisible(not alone)
