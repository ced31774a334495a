"""月探访: the month's visits, the roster, open risks; one row of tabs leads through them."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.services import risks
from desktop.ui.bus import Topic
from desktop.ui.page import Page
from desktop.ui.pages.asks import New, Open, Show
from desktop.ui.pages.visits_records import VisitRecords
from desktop.ui.pages.visits_risks import VisitRisks
from desktop.ui.pages.visits_roster import VisitRoster
from desktop.ui.pages.visits_tabs import RECORDS, RISKS, UNVISITED, WORDS, VisitTabs
from desktop.ui.perform import reading
from desktop.ui.printing import preview_report
from desktop.ui.session import Session


class _Parts(QStackedWidget):
    """The registers; Qt would take the height that the hidden ones prefer for the least that is needed."""

    def hasHeightForWidth(self) -> bool:
        """No: each register scrolls by itself."""
        return False


class VisitsPage(Page):
    """Three registers under one row of tabs; each keeps its own list, the month is common to them."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.MONTHS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Visits", "Welfare visits"), parent)
        self.records = VisitRecords(session)
        self.roster = VisitRoster(session)
        self.risks = VisitRisks(session)
        self.tabs: list[VisitTabs] = []
        self._current = UNVISITED
        self._build()
        self.show_tab(UNVISITED)

    @property
    def current(self) -> str:
        """The key of the tab that is open."""
        return self._current

    def refresh(self) -> None:
        """Count anew; the open register looks after itself."""
        self.roster.refresh_now()
        counts = {**self.roster.counts, RISKS: len(risks.open_risks())}
        for tabs in self.tabs:
            tabs.set_counts(counts)

    def receive(self, argument: object) -> None:
        """Open a visit, begin one for somebody, list some, or open the tab of this name."""
        if isinstance(argument, str) and argument in {RECORDS, RISKS, *WORDS}:
            self.show_tab(argument)
        elif isinstance(argument, New | Open | Show):
            self.show_tab(RECORDS)
            self.records.receive(argument)

    def unsaved(self) -> bool:
        """Whether one of the registers holds unsaved words."""
        return any(part.unsaved() for part in (self.records, self.roster, self.risks))

    def show_tab(self, key: str) -> None:
        """Open a tab."""
        self._current = key
        for tabs in self.tabs:
            tabs.show_tab(key)
        shown: Page = self.records if key == RECORDS else self.risks if key == RISKS else self.roster
        if shown is self.roster:
            self.roster.show_standing(key)
        self._stack.setCurrentWidget(shown)

    def set_month(self, month: Month) -> None:
        """Show another month in every register."""
        for part in (self.records, self.roster):
            if part.months is not None:
                part.months.set_month(month)

    def _build(self) -> None:
        # Each register brings its own head; a second one above it would only take room.
        self.header.hide()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.setContentsMargins(0, 0, 0, 0)
        self._stack = _Parts()
        for part in (self.records, self.roster, self.risks):
            self._stack.addWidget(part)
            tabs = VisitTabs()
            tabs.chosen.connect(self.show_tab)
            part.content.insertWidget(0, tabs)
            self.tabs.append(tabs)
            part.go_requested.connect(self.go_requested)
        for part in (self.records, self.roster):
            part.header.add_action(translate("Visits", "Monthly report"), self._preview, "print")
            if part.months is not None:
                part.months.month_changed.connect(self._on_month)
        self.content.addWidget(self._stack, 1)

    def _on_month(self, month: Month) -> None:
        self.set_month(month)
        reading(self, self.refresh)

    def _preview(self) -> None:
        if self.records.month is not None:
            preview_report(self, "visits", self.records.month)
