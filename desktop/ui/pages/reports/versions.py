"""Every month's reports by version with what became of each; Enter opens that version."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.core.words.terms import REPORT_STATES
from desktop.services.closing import report_states
from desktop.services.closing.report_states import VersionState
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.look.theme import Tone
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec


def states_text(one: VersionState) -> str:
    """已结 · 已导出."""
    return " · ".join(REPORT_STATES.shown[state] for state in (one.state, one.handed_in) if state is not None)


class VersionsView(PageView):
    """The list; ``opened`` carries month and number of a version, None for what an open month says now."""

    opened = Signal(object, object)

    def __init__(self, page: Page, month: Month) -> None:
        super().__init__(page, translate("Versions", "Reports by month and version"))
        self._month = month
        self._lines: dict[int, VersionState] = {}
        self.table: RecordTable[VersionState] = RecordTable(
            translate("Versions", "Versions"), _columns(), lambda ids: [self._lines[one] for one in ids]
        )
        self.table.row_activated.connect(self._open)
        self.content.addWidget(self.table, 1)
        self.refresh()

    def refresh(self) -> None:
        """Read versions and files anew."""
        reading(self, self._show)

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def keys(self) -> tuple[Key, ...]:
        """What the list answers to."""
        return (Key("Enter", translate("Versions", "open the reports of that version")),)

    def _show(self) -> None:
        self._lines = dict(enumerate(report_states.listed(), 1))
        self.table.set_ids(list(self._lines))
        if self.table.current_id() is None:
            self.table.select_id(next((at for at, one in self._lines.items() if one.month == self._month), 1))

    def _open(self, at: int) -> None:
        one = self._lines[at]
        self.opened.emit(one.month, one.version.number if one.version else None)


def _columns() -> tuple[Column[VersionState], ...]:
    return (
        Column(translate("Versions", "Month"), lambda one: month_text(one.month), 120),
        Column(translate("Versions", "Version"), lambda one: f"V{one.version.number}" if one.version else "", 70),
        Column(translate("Versions", "State"), _chips, 190),
        Column(translate("Versions", "Made at"), lambda one: one.version.made_at[:16] if one.version else "", 150),
        Column(translate("Versions", "Mark"), lambda one: one.version.sha256[:8] if one.version else "", 110),
        Column(translate("Versions", "File"), lambda one: one.file.file_name if one.file else "", 260, stretch=True),
        Column(translate("Versions", "No."), lambda one: str(one.file.sequence) if one.file else "", 60, Align.RIGHT),
    )


def _chips(one: VersionState) -> Chips:
    chips = [ChipSpec(REPORT_STATES.shown[one.state], Tone.OK if one.version else Tone.NEUTRAL)]
    if one.handed_in is not None:
        chips.append(ChipSpec(REPORT_STATES.shown[one.handed_in], Tone.ACCENT))
    return Chips(tuple(chips))
