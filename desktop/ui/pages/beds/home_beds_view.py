"""家庭照护床位: who is served at home, beside the plan of the chosen one against what was done in a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.home_beds import HomeBedState
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.home_beds import HOME_BED_STATES, REVIEW_OUTCOMES
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import Attention, HomeBedRow, PlanLine
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages import papers
from desktop.ui.pages.beds import home_bed_acts as acts
from desktop.ui.pages.detail_keys import PAPER_KEY
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.papers import ShownList
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning

_TONES = {
    HomeBedState.ASSESSED: Tone.ATTENTION,
    HomeBedState.SIGNED: Tone.ACCENT,
    HomeBedState.SERVING: Tone.OK,
    HomeBedState.ENDED: Tone.NEUTRAL,
    HomeBedState.DECLINED: Tone.NEUTRAL,
}
_WEEK = dt.timedelta(days=progress.WEEK)


@dataclass(frozen=True)
class _Planned:
    """A line of the plan with how many were done in the week; None where it asks for nothing in that week."""

    line: PlanLine
    done: int | None


class HomeBedsView(PageView):
    """The list, and of the chosen one the plan of a week and its reviews."""

    def __init__(self, page: Page, to_do: bool = False) -> None:
        super().__init__(page, translate("HomeBeds", "Care beds at home"))
        self.monday = progress.monday_of(clock.today())
        self.to_do = to_do
        self._rows: dict[int, HomeBedRow] = {}
        self._plans: dict[int, _Planned] = {}
        self._asked = Attention({}, frozenset(), frozenset())
        self.said = MessageStrip()
        self.week, self.reviews = label(role="section", wrap=True), label(role="secondary", wrap=True)
        self.table: RecordTable[HomeBedRow] = RecordTable(
            translate("HomeBeds", "Care beds at home"), self._columns(), self._load
        )
        self.plan: RecordTable[_Planned] = RecordTable(
            translate("HomeBeds", "Plan of the week"), _plan_columns(), lambda ids: [self._plans[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """The way of a care bed at home, by keys."""
        return (
            Key("Ctrl+N", translate("HomeBeds", "somebody was assessed for care at home"), self.assess),
            Key("F6", translate("HomeBeds", "the next step: sign, then plan a kind of help"), self.advance),
            Key("F7", translate("HomeBeds", "the chosen line of the plan ends"), self.end_line),
            Key("F8", translate("HomeBeds", "a review, and the day of the next"), self.review),
            Key("F9", translate("HomeBeds", "only those somebody has to see to, or all"), self.show_to_do),
            Key("F10", translate("HomeBeds", "the chosen one ends, or was not signed"), self.end),
            Key("F2", translate("HomeBeds", "put the chosen one right"), self.change),
            Key("F12", translate("HomeBeds", "void the chosen one"), self.void),
            Key("Shift+F12", translate("HomeBeds", "void the chosen line of the plan"), self.void_line),
            Key("Ctrl+F3", translate("HomeBeds", "the picture of the contract"), self.show_picture),
            Key("Ctrl+F7", translate("HomeBeds", "another picture; the one before is kept"), self.replace_picture),
            Key("Shift+F6", translate("HomeBeds", "the contract goes on to a later day"), self.renew),
            Key("F3", translate("HomeBeds", "the week before"), lambda: self.turn(-1)),
            Key("F4", translate("HomeBeds", "the week after"), lambda: self.turn(1)),
            Key("Ctrl+P", translate("HomeBeds", "the list on paper"), self.print_list),
            Key(PAPER_KEY, translate("HomeBeds", "plan and month of the chosen one on paper"), self.print_sheet),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        chosen = self.table.current_id()
        self._asked = progress.attention()
        # What is to be seen to stands first.
        every = sorted(progress.rows(), key=lambda one: not self._asked.of(one.id))
        self._rows = {one.id: one for one in every if not self.to_do or self._asked.of(one.id)}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        if chosen in self._rows:
            self.table.select_id(chosen)
        elif self._rows:
            self.table.select_id(next(iter(self._rows)))
        held = sum(one.holds(clock.today()) for one in every)
        words = translate("HomeBeds", "{held} contracts hold · {to_do} to be seen to")
        to_do = sum(self._asked.of(one.id) for one in every)
        only = translate("HomeBeds", " (only these are shown: F9)") if self.to_do else ""
        self.header.set_subtitle(words.format(held=held, to_do=to_do) + only)
        self._show_plan()

    def turn(self, weeks: int) -> None:
        """Another week."""
        self.monday += weeks * _WEEK
        self._show_plan()

    def show_to_do(self) -> None:
        """Only those that are to be seen to, or all again."""
        self.to_do = not self.to_do
        self.refresh()

    @asks(Action.EDIT_HOME_BED)
    def assess(self) -> SmallForm:
        """Somebody was assessed."""
        return acts.ask_assess(self.page, self.session.actor, self.table.select_id)

    @asks(Action.EDIT_HOME_BED)
    def advance(self) -> SmallForm | None:
        """Sign the chosen one, or plan a kind of help."""
        one = self._chosen()
        if one is None:
            return None
        if one.state == HomeBedState.ASSESSED:
            return acts.ask_sign(self.page, self.session.actor, one)
        return acts.ask_plan(self.page, self.session.actor, one) if self._goes_on(one) else None

    @asks(Action.EDIT_HOME_BED)
    def renew(self) -> SmallForm | None:
        """The contract of the chosen one goes on."""
        one = self._chosen()
        if one is None or not self._goes_on(one, signed=True):
            return None
        return acts.ask_renew(self.page, self.session.actor, one)

    def show_picture(self) -> None:
        """The picture of the contract of the chosen one; without one, choose it."""
        one = self._signed()
        if one is not None:
            acts.show_or_choose(self.page, self.session.actor, one)

    @asks(Action.EDIT_HOME_BED)
    def replace_picture(self) -> None:
        """Another picture of that contract."""
        one = self._signed()
        if one is not None:
            acts.choose_picture(self.page, self.session.actor, one)

    @asks(Action.EDIT_HOME_BED)
    def end_line(self) -> SmallForm | None:
        """Until which day the chosen line of the plan holds."""
        one = self._line()
        return acts.ask_end_line(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_HOME_BED)
    def void_line(self) -> SmallForm | None:
        """The chosen line was planned by mistake."""
        one = self._line()
        return acts.ask_void_line(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_HOME_BED)
    def review(self) -> SmallForm | None:
        """How the care of the chosen one goes."""
        one = self._chosen()
        if one is None or not self._goes_on(one, signed=True):
            return None
        return acts.ask_review(self.page, self.session.actor, one)

    @asks(Action.EDIT_HOME_BED)
    def end(self) -> SmallForm | None:
        """The chosen one ends, or nothing came of its assessment."""
        one = self._chosen()
        return acts.ask_end(self.page, self.session.actor, one) if one and self._goes_on(one) else None

    @asks(Action.EDIT_HOME_BED)
    def change(self) -> SmallForm | None:
        """Put the chosen one right."""
        one = self._chosen()
        return acts.ask_change(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_HOME_BED)
    def void(self) -> SmallForm | None:
        """The chosen one was recorded by mistake."""
        one = self._chosen()
        return acts.ask_void(self.page, self.session.actor, one) if one else None

    def print_list(self) -> None:
        """What is listed, as pages."""
        rows = dict(self._rows)
        title = translate("HomeBeds", "Care beds at home")
        shown = ShownList(title, _paper_columns(self._asked), tuple(rows), lambda ids: [rows[one] for one in ids])
        papers.preview_list(self.page, shown)

    def print_sheet(self) -> None:
        """The plan of the chosen one, with the month in which the Sunday of the shown week lies."""
        one = self._chosen()
        if one is not None:
            sunday = self.monday + _WEEK - dt.timedelta(days=1)
            acts.preview_sheet(self.page, one, Month.of(sunday))

    def _goes_on(self, one: HomeBedRow, signed: bool = False) -> bool:
        """Whether it has not ended, and was signed where that is asked; what is not so is said."""
        goes_on = one.ended_on is None and (one.signed_on is not None or not signed)
        if not goes_on:
            self.said.say(translate("HomeBeds", "The chosen one is not at this step."), Tone.ATTENTION)
        return goes_on

    def _signed(self) -> HomeBedRow | None:
        """The chosen one that has a contract, also one that ended; that there is none is said."""
        one = self._chosen()
        if one is not None and one.signed_on is None:
            self.said.say(translate("HomeBeds", "There is no contract yet: F6 signs it."), Tone.ATTENTION)
            return None
        return one

    def _chosen(self) -> HomeBedRow | None:
        one = self.table.current_row()
        if one is None:
            self.said.say(translate("HomeBeds", "Choose somebody in the list first."), Tone.ATTENTION)
        return one

    def _line(self) -> PlanLine | None:
        one = self.plan.current_row()
        if one is None:
            self.said.say(translate("HomeBeds", "Choose a line of the plan first: Enter goes there."), Tone.ATTENTION)
        return one.line if one else None

    def _show_plan(self) -> None:
        one = self.table.current_row()
        chosen = self.plan.current_id()
        done = {week.line.id: week.done for week in progress.weeks([self.monday])} if one else {}
        lines = progress.plans(one.id) if one else []
        self._plans = {line.id: _Planned(line, done.get(line.id)) for line in lines}
        self.plan.set_ids(list(self._plans))
        self.plan.model.reload()
        if chosen in self._plans:
            self.plan.select_id(chosen)
        elif self._plans:
            self.plan.select_id(next(iter(self._plans)))
        sunday = self.monday + _WEEK - dt.timedelta(days=1)
        words = translate("HomeBeds", "Week {first} – {last}")
        self.week.setText(words.format(first=day_text(self.monday), last=day_text(sunday)))
        held = progress.reviews(one.id) if one else []
        self.reviews.setText("\n".join(map(_review_words, held[:3])))
        self.reviews.setVisible(bool(held))

    def _load(self, ids: list[int]) -> Sequence[HomeBedRow]:
        return [self._rows[one] for one in ids]

    def _build(self) -> None:
        self.header.set_primary(translate("HomeBeds", "Assessed… (Ctrl+N)"), self.assess, "add")
        right = acts.column(self.week, self.plan, self.reviews)
        both = Turning()
        both.add(self.table, 3, least=480)
        both.add(right, 2, least=360)
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("HomeBeds", "Sign or plan… (F6)"), self.advance, "add"),
            (translate("HomeBeds", "Renew… (Shift+F6)"), self.renew, ""),
            (translate("HomeBeds", "Picture of the contract… (Ctrl+F3)"), self.show_picture, ""),
            (translate("HomeBeds", "Review… (F8)"), self.review, "check"),
            (translate("HomeBeds", "Edit… (F2)"), self.change, "edit"),
            (translate("HomeBeds", "End… (F10)"), self.end, ""),
            (translate("HomeBeds", "Void… (F12)"), self.void, ""),
            (translate("HomeBeds", "Line ends… (F7)"), self.end_line, ""),
            (translate("HomeBeds", "Void the line… (Shift+F12)"), self.void_line, ""),
            (translate("HomeBeds", "To be seen to (F9)"), self.show_to_do, ""),
            (translate("HomeBeds", "Week before (F3)"), lambda: self.turn(-1), "chevron-left"),
            (translate("HomeBeds", "Week after (F4)"), lambda: self.turn(1), "chevron-right"),
            (translate("HomeBeds", "Print (Ctrl+P)"), self.print_list, "print"),
            (translate("HomeBeds", "Plan and month on paper (Ctrl+Shift+P)"), self.print_sheet, "print"),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(both, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        first = translate("HomeBeds", "Ctrl+N records that somebody was assessed.")
        self.table.set_empty(translate("HomeBeds", "No care bed at home"), first, "beds")
        self.plan.set_empty(
            translate("HomeBeds", "No plan yet"), translate("HomeBeds", "F6 signs, then plans."), "beds"
        )
        self.table.set_keys(translate("HomeBeds", "↑↓ choose   Enter plan   Esc back"))
        self.plan.set_keys(translate("HomeBeds", "F7 ends   Esc list"))
        self.table.current_changed.connect(lambda _one: self._show_plan())
        self.table.row_activated.connect(lambda _one: self.plan.take_keyboard())
        self.table.left.connect(self.closed)
        self.plan.left.connect(self.table.take_keyboard)

    def _columns(self) -> tuple[Column[HomeBedRow], ...]:
        return (
            Column(translate("HomeBeds", "Name"), lambda one: one.name, 84, stretch=True),
            Column(translate("HomeBeds", "State"), _state, 110),
            Column(translate("HomeBeds", "To do"), lambda one: _to_do(one, self._asked), 190),
            Column(translate("HomeBeds", "Signed"), lambda one: _day(one.signed_on), 112, spare=True),
            Column(translate("HomeBeds", "Next review"), lambda one: _day(one.review_on), 140, spare=True),
            Column(translate("HomeBeds", "Contract until"), lambda one: _iso(one.contract_to), 120, spare=True),
        )


def _plan_columns() -> tuple[Column[_Planned], ...]:
    return (
        Column(translate("HomeBeds", "Help"), lambda one: SERVICE_TYPES.shown[one.line.type], 70, stretch=True),
        Column(translate("HomeBeds", "A week"), lambda one: str(one.line.times), 60, Align.RIGHT),
        Column(translate("HomeBeds", "Done"), _done, 84, Align.RIGHT),
        Column(translate("HomeBeds", "Until"), lambda one: _day(one.line.valid_to) or "—", 110, spare=True),
    )


def _paper_columns(asked: Attention) -> tuple[Column[HomeBedRow], ...]:
    def to_do(one: HomeBedRow) -> str:
        return "、".join(chip.text for chip in _to_do(one, asked).chips)

    return (
        Column(translate("HomeBeds", "Name"), lambda one: one.name, 80),
        Column(translate("HomeBeds", "Community"), lambda one: one.community, 120),
        Column(translate("HomeBeds", "State"), lambda one: HOME_BED_STATES.shown[one.state], 80),
        Column(translate("HomeBeds", "Assessed"), lambda one: one.assessed_on.isoformat(), 90),
        Column(translate("HomeBeds", "Signed"), lambda one: _iso(one.signed_on), 90),
        Column(translate("HomeBeds", "Contract no."), lambda one: one.contract_no, 100),
        Column(translate("HomeBeds", "Next review"), lambda one: _iso(one.review_on), 90),
        Column(translate("HomeBeds", "Ended"), lambda one: _iso(one.ended_on), 90),
        Column(translate("HomeBeds", "To do"), to_do, 140),
    )


def _state(one: HomeBedRow) -> Chips:
    return Chips((ChipSpec(HOME_BED_STATES.shown[one.state], _TONES[one.state]),))


def _to_do(one: HomeBedRow, asked: Attention) -> Chips:
    chips = []
    if one.id in asked.behind:
        words = translate("HomeBeds", "{count} behind").format(count=asked.behind[one.id])
        chips.append(ChipSpec(words, Tone.DANGER))
    if one.id in asked.due:
        chips.append(ChipSpec(translate("HomeBeds", "review"), Tone.ATTENTION))
    if one.id in asked.gone:
        chips.append(ChipSpec(translate("HomeBeds", "off the register"), Tone.ATTENTION))
    return Chips(tuple(chips))


def _done(one: _Planned) -> Chips | str:
    if one.done is None:
        return "—"
    tone = Tone.OK if one.done >= one.line.times else Tone.ATTENTION
    return Chips((ChipSpec(f"{one.done}/{one.line.times}", tone),))


def _review_words(one: progress.ReviewRow) -> str:
    return " · ".join(
        part
        for part in (day_text(one.reviewed_on), REVIEW_OUTCOMES.shown[one.outcome], one.reviewer, one.words)
        if part
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _day(day: dt.date | None) -> str:
    return day_text(day) if day else ""
