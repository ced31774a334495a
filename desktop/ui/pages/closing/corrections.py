"""更正单: the corrections of the centre, the newest first; Enter opens one, Ctrl+N begins one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.trade import CorrectionState
from desktop.core.words.months import month_text
from desktop.core.words.terms import CORRECTION_STATES
from desktop.services.closing import corrections
from desktop.services.closing.corrections import CorrectionRow
from desktop.services.writing import months, permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.closing import answering
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec

_TONES = {CorrectionState.OPEN: Tone.ATTENTION, CorrectionState.APPROVED: Tone.OK}


def state_chip(row: CorrectionRow) -> ChipSpec:
    """待审批, 已批准, 未批准 or 已撤回."""
    return ChipSpec(CORRECTION_STATES.shown[row.state], _TONES.get(CorrectionState(row.state), Tone.NEUTRAL))


class CorrectionsView(PageView):
    """The list; ``opened`` carries the correction to show. ``likely`` is the month that a new one is proposed for."""

    opened = Signal(int)

    def __init__(self, page: Page, likely: Month | None) -> None:
        super().__init__(page, translate("Corrections", "Corrections of closed months"))
        self._likely = likely
        self._rows: dict[int, CorrectionRow] = {}
        self.table: RecordTable[CorrectionRow] = RecordTable(
            translate("Corrections", "Corrections"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.table.set_empty(
            translate("Corrections", "No month was put right yet"),
            translate("Corrections", "Ctrl+N opens a correction; so does a record that a closed month refuses."),
            "info",
        )
        self.table.row_activated.connect(self.opened)
        self.content.addWidget(self.table, 1)
        if permissions.may(self.session.actor.role, Action.CORRECT_MONTH):
            self.header.set_primary(translate("Corrections", "New correction"), self.begin_new, "add", "Ctrl+N")
        install(self, self.keys())
        self.refresh()

    def refresh(self) -> None:
        """Read the corrections anew."""
        reading(self, self._show)

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def keys(self) -> tuple[Key, ...]:
        """What the list answers to."""
        return (
            Key("Ctrl+N", translate("CorrectionKeys", "open a correction of a closed month")),
            Key("Enter", translate("CorrectionKeys", "open the correction: its acts, what they come to, the answer")),
        )

    @asks(Action.CORRECT_MONTH)
    def begin_new(self) -> SmallForm | None:
        """Ask for month and reason."""
        closed = {str(one): one for one in map(Month.parse, reversed(months.closed_months()))}
        waiting = {row.month for row in self._rows.values() if row.state == CorrectionState.OPEN}
        offered = {key: month for key, month in closed.items() if key not in waiting}
        if not offered or not permissions.may(self.session.actor.role, Action.CORRECT_MONTH):
            words = translate("Corrections", "There is no closed month without an open correction.")
            self.page.strip.say(words, Tone.ATTENTION)
            return None
        likely = str(self._likely) if str(self._likely) in offered else next(iter(offered))
        return answering.ask_opening(self, self.session.actor, offered, likely, self.opened.emit)

    def _show(self) -> None:
        self._rows = {row.id: row for row in corrections.listed()}
        self.table.set_ids(list(self._rows))
        if self.table.current_id() is None and self._rows:
            self.table.select_id(next(iter(self._rows)))


def _columns() -> tuple[Column[CorrectionRow], ...]:
    return (
        Column(translate("Corrections", "Month"), lambda row: month_text(Month.parse(row.month)), 120),
        Column(translate("Corrections", "No."), lambda row: str(row.number), 56, Align.RIGHT),
        Column(translate("Corrections", "State"), lambda row: Chips((state_chip(row),)), 110),
        Column(translate("Corrections", "Reason"), lambda row: row.reason, 240, stretch=True),
        Column(translate("Corrections", "Opened by"), lambda row: row.opened_by, 100),
        Column(translate("Corrections", "Opened at"), lambda row: row.opened_at[:16], 150),
        Column(translate("Corrections", "Answered by"), lambda row: row.second_person, 100, spare=True),
        Column(translate("Corrections", "Version"), lambda row: f"V{row.version}" if row.version else "", 70),
    )
