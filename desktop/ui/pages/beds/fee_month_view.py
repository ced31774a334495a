"""住养计费: what a month comes to for everybody, of what it is made, and the one act that charges it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.period import Month
from desktop.core.stay_fees import ChargeState, FeeGap, FeeLine
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.core.words.stay_fees import CHARGE_STATES, FEE_PARTS, FEE_UNITS, gap_words, what_words
from desktop.core.words.staying import LEAVE_KINDS
from desktop.services.stay_fees import charges
from desktop.services.stay_fees.charges import MonthFees
from desktop.services.writing import rules
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds import fee_acts as acts
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.month_picker import MonthPicker
from desktop.ui.widgets.turning import Turning

_TONES = {
    ChargeState.NO_RATE: Tone.DANGER,
    ChargeState.TO_CHARGE: Tone.ACCENT,
    ChargeState.DIFFERS: Tone.ATTENTION,
    ChargeState.CHARGED: Tone.OK,
}


@dataclass(frozen=True)
class _Line:
    """A line of what a month comes to, or a part for which a rate is missing."""

    id: int
    line: FeeLine | None
    gap: FeeGap | None = None


class FeeMonthView(PageView):
    """The people of a month beside the lines of the one chosen; ``who`` is chosen first."""

    def __init__(self, page: Page, month: Month, who: int | None = None) -> None:
        super().__init__(page, translate("Fees", "Charges of a month"))
        self._wanted = who
        self._found: dict[int, MonthFees] = {}
        self._lines: dict[int, _Line] = {}
        # At most the next month is charged beforehand.
        self.picker = MonthPicker(month, Month.of(clock.today()).shifted(1))
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[MonthFees] = RecordTable(
            translate("Fees", "Charges of a month"), _columns(), lambda ids: [self._found[one] for one in ids]
        )
        self.lines: RecordTable[_Line] = RecordTable(
            translate("Fees", "What it is made of"), _line_columns(), lambda ids: [self._lines[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.picker.month

    def keys(self) -> tuple[Key, ...]:
        """What is done with a month."""
        return (
            Key("F7", translate("Fees", "charge the month to everybody whom it was not charged yet"), self.charge),
            Key("F6", translate("Fees", "charge the month to the chosen person alone"), self.charge_one),
            Key("F2", translate("Fees", "book what the month comes to otherwise by now"), self.book_difference),
            Key("Enter", translate("Fees", "from the people to the lines")),
            Key("Ctrl+PgUp", translate("Fees", "the month before")),
            Key("Ctrl+PgDown", translate("Fees", "the month after")),
        )

    def take_keyboard(self) -> None:
        """The people; while they are read the act at the head: a low screen is not scrolled to an empty table."""
        if self._found:
            self.table.take_keyboard()
        else:
            self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the month behind the window, then show it."""
        month = self.month
        self.header.set_reading(True)
        self.session.reads.read(
            self,
            lambda: (rules.stay_fees_on(month.first), charges.months(month)),
            lambda found: self._show(month, *found),
            self._failed,
        )

    @asks(Action.CHARGE_STAY)
    def charge(self) -> SmallForm | None:
        """Ask once, with how many people and how much."""
        if not any(one.state == ChargeState.TO_CHARGE for one in self._found.values()):
            self._tell(translate("Fees", "Nobody is left to be charged this month."))
            return None
        return acts.ask_charge(self.page, self.month, list(self._found.values()))

    @asks(Action.CHARGE_STAY)
    def charge_one(self) -> SmallForm | None:
        """Ask for the chosen person."""
        one = self._chosen(ChargeState.TO_CHARGE, translate("Fees", "The month is not to be charged to this person."))
        return None if one is None else acts.ask_charge(self.page, self.month, list(self._found.values()), one)

    @asks(Action.CHARGE_STAY)
    def book_difference(self) -> SmallForm | None:
        """Ask why the month comes to something else."""
        one = self._chosen(ChargeState.DIFFERS, translate("Fees", "What was charged is what the month comes to."))
        return None if one is None else acts.ask_difference(self.page, one)

    def _chosen(self, state: ChargeState, otherwise: str) -> MonthFees | None:
        one = self.table.current_row()
        if one is None or one.state != state:
            self._tell(otherwise if one is not None else translate("Fees", "Nobody is chosen."))
            return None
        return one

    def _tell(self, words: str) -> None:
        self.page.strip.say(words, Tone.ATTENTION)

    def _failed(self, error: ShizhuError) -> None:
        self.header.set_reading(False)
        self.page.strip.say(sentence(error), Tone.DANGER)

    def _show(self, month: Month, on: bool, found: Sequence[MonthFees]) -> None:
        if month != self.month:
            # Another one was chosen meanwhile, and is being read.
            return
        self.header.set_reading(False)
        chosen = self._wanted if self._wanted is not None else self.table.current_id()
        self._wanted = None
        self._found = {one.resident_id: one for one in found}
        title = translate("Fees", "Nobody stayed in this month whom it costs something")
        hint = translate("Fees", "Rates are set from the list of fees (Ctrl+R); Ctrl+PgUp shows the month before.")
        if not on:
            title = translate("Fees", "Fees of stays are off in this month")
            hint = translate("Fees", "The director turns them on: System › Rules › Fees of stays. Then rates are set.")
        self.table.set_empty(title, hint, "beds")
        self.table.set_ids(list(self._found))
        self.table.model.reload()
        if self._found and (chosen is None or not self.table.select_id(chosen)):
            self.table.select_id(next(iter(self._found)))
        if self._found and self.act.hasFocus():
            # The keyboard waited there.
            self.table.take_keyboard()
        self.header.set_subtitle(month_text(month))
        self.said.setText(_summary(found))
        self._show_lines()

    def _show_lines(self) -> None:
        one = self.table.current_row()
        parts: list[tuple[FeeLine | None, FeeGap | None]] = []
        if one is not None:
            parts = [*((line, None) for line in one.lines), *((None, gap) for gap in one.gaps)]
        self._lines = {at: _Line(at, *part) for at, part in enumerate(parts, 1)}
        self.lines.set_ids(list(self._lines))
        self.lines.model.reload()

    def _to_lines(self) -> None:
        if self._lines and self.lines.current_id() is None:
            self.lines.select_id(1)
        self.lines.take_keyboard()

    def _build(self) -> None:
        self.act = self.header.set_primary(translate("Fees", "Charge… (F7)"), self.charge, "check")
        both = Turning()
        both.add(self.table, 1, least=600)
        both.add(self.lines, 1, least=640)
        told: tuple[tuple[str, Callable[[], object]], ...] = (
            (translate("Fees", "This person alone… (F6)"), self.charge_one),
            (translate("Fees", "Book the difference… (F2)"), self.book_difference),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(both, 1)
        # Beneath, so that on a low screen the act and the people are seen together.
        self.content.addWidget(FlowRow(self.picker, *(button(words, call) for words, call in told)))
        self.lines.set_empty(translate("Fees", "Nothing"), "", "table")
        self.table.set_keys(translate("Fees", "↑↓ choose   Enter lines   F7 charge   Esc back"))
        self.picker.month_changed.connect(lambda _month: self.refresh())
        self.table.current_changed.connect(lambda _one: self._show_lines())
        self.table.row_activated.connect(lambda _one: self._to_lines())
        self.table.left.connect(self.closed)
        self.lines.left.connect(self.table.take_keyboard)


def _summary(found: Sequence[MonthFees]) -> str:
    """How many are to be charged and how much; how many lack a rate or differ."""
    by_state = {state: [one for one in found if one.state == state] for state in ChargeState}
    to_charge, charged = by_state[ChargeState.TO_CHARGE], [one for one in found if one.charges]
    told = [
        translate("Fees", "to charge: {people} people, {amount} yuan").format(
            people=len(to_charge), amount=yuan_shown(sum(one.whole_fen for one in to_charge))
        ),
        translate("Fees", "charged: {people} people, {amount} yuan").format(
            people=len(charged), amount=yuan_shown(sum(one.charged_fen for one in charged))
        ),
    ]
    for state, words in (
        (ChargeState.NO_RATE, translate("Fees", "without a rate: {people} people")),
        (ChargeState.DIFFERS, translate("Fees", "differing by now: {people} people")),
    ):
        if by_state[state]:
            told.append(words.format(people=len(by_state[state])))
    return " · ".join(told)


def _columns() -> tuple[Column[MonthFees], ...]:
    return (
        Column(translate("Fees", "Name"), lambda one: one.name, 84, stretch=True),
        Column(translate("Fees", "Nights"), lambda one: str(one.nights), 60, Align.RIGHT, spare=True),
        Column(translate("Fees", "State"), _state, 110),
        Column(translate("Fees", "Comes to"), lambda one: yuan_shown(one.whole_fen), 104, Align.RIGHT),
        Column(translate("Fees", "Charged"), lambda one: _or_dash(one.charged_fen), 104, Align.RIGHT),
        Column(translate("Fees", "Difference"), _difference, 96, Align.RIGHT, spare=True),
    )


def _state(one: MonthFees) -> Chips:
    return Chips((ChipSpec(CHARGE_STATES.shown[one.state], _TONES[one.state]),))


def _difference(one: MonthFees) -> str:
    return yuan_text(one.difference_fen) if one.state == ChargeState.DIFFERS else "—"


def _or_dash(fen: int) -> str:
    return yuan_shown(fen) if fen else "—"


def _line_columns() -> tuple[Column[_Line], ...]:
    return (
        Column(translate("Fees", "Part"), _part, 84),
        Column(translate("Fees", "Of what"), _of_what, 110, stretch=True, spare=True),
        Column(translate("Fees", "Nights"), _nights, 200),
        Column(translate("Fees", "Rate"), _rate, 150, Align.RIGHT),
        Column(translate("Fees", "Leave"), _leave, 100, spare=True),
        Column(
            translate("Fees", "Amount"), lambda one: yuan_shown(one.line.fen) if one.line else "—", 104, Align.RIGHT
        ),
    )


def _part(one: _Line) -> str:
    part = one.line.part if one.line else one.gap.part if one.gap else ""
    return FEE_PARTS.shown.get(part, "")


def _of_what(one: _Line) -> str:
    if one.gap is not None:
        return gap_words(one.gap)
    return what_words(one.line.part, one.line.what) if one.line else ""


def _nights(one: _Line) -> str:
    if one.line is None:
        return ""
    words = translate("Fees", "{first} – {last}: {nights}")
    return words.format(first=f"{one.line.first:%m-%d}", last=f"{one.line.last:%m-%d}", nights=one.line.nights)


def _rate(one: _Line) -> Chips | str:
    if one.line is None:
        return Chips((ChipSpec(CHARGE_STATES.shown[ChargeState.NO_RATE], Tone.DANGER),))
    return f"{yuan_shown(one.line.rate_fen)} {FEE_UNITS.shown[one.line.unit]}"


def _leave(one: _Line) -> str:
    if one.line is None or not one.line.leave:
        return ""
    return f"{LEAVE_KINDS.shown[one.line.leave]} {one.line.percent}%"
