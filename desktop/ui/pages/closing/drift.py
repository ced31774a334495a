"""What a closed month would say differently today, by figure and person, and the correction that takes it up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.trade import CorrectionStep
from desktop.core.words.months import month_text
from desktop.services.closing import drift, staging
from desktop.services.closing.drift import Drift
from desktop.services.closing.staged import Act
from desktop.services.writing import permissions
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import show_trouble
from desktop.ui.frame.rights import asks
from desktop.ui.pages import into_correction
from desktop.ui.pages.closing.differences import Line, difference_table, line_of
from desktop.ui.pages.page_view import PageView
from desktop.ui.widgets.labels import label


def drift_of(month: Month) -> list[Drift]:
    """The differences of a closed month, counted now."""
    # The reports bring the printing with them, which the room does not need before.
    from desktop.reports.months.render import reports_of

    return drift.of(month, reports_of)


class DriftView(PageView):
    """The differences with their causes; ``corrected`` carries the correction that takes them up."""

    corrected = Signal(int)

    def __init__(self, page: Page, month: Month) -> None:
        super().__init__(page, translate("Drift", "{month}: told differently today").format(month=month_text(month)))
        self.month = month
        self._lines: dict[int, Line] = {}
        self.table = difference_table(self._lines)
        about = translate(
            "Drift",
            "What was learned since the close does not change the paper. Where the district has to know, open a "
            "correction that takes it up.",
        )
        self.content.addWidget(label(about, "secondary", wrap=True))
        self.content.addWidget(self.table, 1)
        if permissions.may(self.session.actor.role, Action.CORRECT_MONTH):
            self.header.set_primary(translate("Drift", "Open a correction (Ctrl+N)"), self.take_up, "add")
        install(self, self.keys())
        self.refresh()

    def refresh(self) -> None:
        """Count anew, behind the window."""
        self._lines.clear()
        self.table.set_ids(())
        self.table.set_empty(translate("RecordsPage", "Reading…"), "", "info")
        month = self.month
        self.session.reads.read(self, lambda: drift_of(month), self._show, self._failed)

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def keys(self) -> tuple[Key, ...]:
        """What the list answers to."""
        return (Key("Ctrl+N", translate("Drift", "open a correction that takes it up"), self.take_up),)

    @asks(Action.CORRECT_MONTH)
    def take_up(self) -> None:
        """Stage it in the month's correction, which is opened with a reason where there is none."""
        if self._lines and permissions.may(self.session.actor.role, Action.CORRECT_MONTH):
            act = Act(CorrectionStep.REFRESH)
            into_correction.begin(self, self.session.actor, self.month, act, self._open)

    def _open(self) -> None:
        made = staging.standing_open(self.month)
        if made is not None:
            self.corrected.emit(made.id)

    def _show(self, found: Sequence[Drift]) -> None:
        self._lines.update({at: line_of(one.difference, one.causes) for at, one in enumerate(found, 1)})
        self.table.set_empty(translate("Corrections", "Nothing is told differently"), "", "info")
        self.table.set_ids(list(self._lines))
        self.table.take_keyboard()

    def _failed(self, error: ShizhuError) -> None:
        self.table.set_empty(translate("Page", "This could not be read."), "", "warning")
        show_trouble(self, error)
