"""一床一码: the beds without a printed label, and those not insured on a day; one key prints what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft
from desktop.core.i18n import translate
from desktop.core.printers import LabelKind
from desktop.core.words.beds import INSURED, floor_name, label_words
from desktop.services.beds import lacking
from desktop.services.beds.lacking import Lacking
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages import papers
from desktop.ui.pages.acts import Ask, Texts
from desktop.ui.pages.beds import fact_acts
from desktop.ui.pages.beds.label_batches import missing_words
from desktop.ui.pages.label_dialog import Batch, LabelsDialog
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.papers import ShownList
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip


class LackingView(PageView):
    """The list; F4 narrows it to labels or to insurance."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Lacking", "Labels and insurance"))
        self.day = clock.today()
        self._kinds: tuple[tuple[str, Callable[[Lacking], bool]], ...] = (
            (translate("Lacking", "label or insurance missing"), lambda _one: True),
            (translate("Lacking", "only without a label"), lambda one: one.label),
            (translate("Lacking", "only not insured"), lambda one: one.insurance),
        )
        self._kind = 0
        self._every: list[Lacking] = []
        self._rows: dict[int, Lacking] = {}
        self.said, self.shown = MessageStrip(), label(role="secondary", wrap=True)
        self.table: RecordTable[Lacking] = RecordTable(
            translate("Lacking", "Beds that lack something"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with the list, by keys."""
        return (
            Key("F10", translate("Lacking", "print the missing labels"), self.print_missing),
            Key("F8", translate("Lacking", "the marked beds bear their label already"), self.are_labelled),
            Key("F6", translate("Lacking", "insure the marked beds"), self.insure),
            Key("F4", translate("Lacking", "both, only labels, only insurance"), self.turn),
            Key("F3", translate("Lacking", "insured on which day"), self.ask_day),
            Key("Ctrl+P", translate("Lacking", "the list on paper"), self.print_list),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        chosen = self.table.current_id()
        self._every = lacking.lacking(self.day)
        _words, holds = self._kinds[self._kind]
        self._rows = {one.bed.id: one for one in self._every if holds(one)}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        if chosen in self._rows:
            self.table.select_id(chosen)
        words = translate("Lacking", "{labels} without a label · {uninsured} not insured")
        labels, uninsured = sum(one.label for one in self._every), sum(one.insurance for one in self._every)
        self.header.set_subtitle(words.format(labels=labels, uninsured=uninsured))
        shown = translate("Lacking", "Shown: {shown}; insured on {day}.")
        self.shown.setText(shown.format(shown=self._kinds[self._kind][0], day=day_text(self.day)))
        self.shown.setVisible(bool(self._kind) or self.day != clock.today())

    def turn(self) -> None:
        """Both, only those without a label, only those that are not insured."""
        self._kind = (self._kind + 1) % len(self._kinds)
        self.refresh()

    @asks(Action.PRINT_LABELS)
    def print_missing(self) -> LabelsDialog | None:
        """Labels of the beds that have none."""
        missing = [one.bed.id for one in self._every if one.label and one.bed.code]
        if not missing:
            self.said.say(translate("Lacking", "Every bed has its label."), Tone.OK)
            return None
        dialog = LabelsDialog(self.page, LabelKind.BEDS, {"missing": Batch(missing_words(len(missing)), missing)})
        dialog.open()
        return dialog

    @asks(Action.PRINT_LABELS)
    def are_labelled(self) -> None:
        """Note of the marked beds that their label was there before printing was noted."""
        ids = [one for one in self._marked() if self._rows[one].label]
        if ids:
            done = translate("Lacking", "{count} beds bear their label").format(count=len(ids))
            succeeds(self, lambda: lacking.are_labelled(self.session.actor, ids), Topic.BEDS, done)

    @asks(Action.EDIT_BED)
    def insure(self) -> SmallForm | None:
        """One policy for the marked beds."""
        ids = self._marked()
        if not ids:
            return None
        place = self._rows[ids[0]].bed.place
        many = translate("Lacking", "{count} beds").format(count=len(ids))
        return fact_acts.ask_insurance(self.page, self.session.actor, ids, place if len(ids) == 1 else many)

    def ask_day(self) -> SmallForm:
        """On which day the beds are to be insured."""
        asked = Texts(Ask("day", translate("Lacking", "Day"), DateField(), True, self.day.isoformat()))

        def show(box: SmallForm) -> bool:
            typed = answer(lambda: lacking.asked_day(asked.given()["day"]))
            if isinstance(typed, InvalidDraft):
                box.show_errors(typed.fields)
            elif isinstance(typed, dt.date):
                self.day = typed
                self.refresh()
            return isinstance(typed, dt.date)

        words = translate("Lacking", "Insured on which day?")
        box = SmallForm(words, asked.form, translate("Lacking", "Show"), show, self.page)
        box.begin()
        return box

    def print_list(self) -> None:
        """What is listed, as pages."""
        rows = dict(self._rows)
        title = translate("Lacking", "Beds without a label or an insurance")
        shown = ShownList(
            title, _paper_columns(), tuple(rows), lambda ids: [rows[one] for one in ids], day_text(self.day)
        )
        papers.preview_list(self.page, shown)

    def _marked(self) -> list[int]:
        """The marked beds, else the one that the keyboard is on."""
        current = self.table.current_id()
        found = self.table.selected_ids() or ([] if current is None else [current])
        if not found:
            self.said.say(translate("Lacking", "Mark beds in the list first (Ctrl+A marks all)."), Tone.ATTENTION)
        return found

    def _build(self) -> None:
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("Lacking", "Print labels… (F10)"), self.print_missing, "scan"),
            (translate("Lacking", "Label is there (F8)"), self.are_labelled, "check"),
            (translate("Lacking", "Insure… (F6)"), self.insure, "add"),
            (translate("Lacking", "Labels, insurance (F4)"), self.turn, ""),
            (translate("Lacking", "Day… (F3)"), self.ask_day, "calendar"),
            (translate("Lacking", "Print the list (Ctrl+P)"), self.print_list, "print"),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(self.shown)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        self.table.set_empty(translate("Lacking", "No bed lacks anything"), "", "beds")
        self.table.set_keys(translate("Lacking", "↑↓ choose   Ctrl+A all   Enter insure   Esc back"))
        self.table.row_activated.connect(lambda _one: self.insure())
        self.table.left.connect(self.closed)


def _columns() -> tuple[Column[Lacking], ...]:
    return (
        Column(translate("Lacking", "Bed"), lambda one: one.bed.place, 110, stretch=True),
        Column(translate("Lacking", "Floor"), lambda one: floor_name("", one.bed.floor), 90, spare=True),
        Column(translate("Lacking", "Label"), _label, 200, stretch=True),
        Column(translate("Lacking", "Insurance"), _insurance, 150),
        Column(translate("Lacking", "Insured until"), _until, 150, spare=True),
        Column(translate("Lacking", "Resident"), lambda one: one.bed.resident, 100, spare=True),
    )


def _paper_columns() -> tuple[Column[Lacking], ...]:
    """No names: whoever walks with labels needs none."""
    return (
        Column(translate("Lacking", "Bed"), lambda one: one.bed.place, 120),
        Column(translate("Lacking", "Floor"), lambda one: floor_name("", one.bed.floor), 90),
        Column(translate("Lacking", "Label"), lambda one: label_words(*one.printed), 200),
        Column(translate("Lacking", "Insurance"), lambda one: INSURED.shown[one.bed.cover.state], 110),
        Column(translate("Lacking", "Insured until"), _until, 110),
    )


def _label(one: Lacking) -> Chips:
    return Chips((ChipSpec(label_words(*one.printed), Tone.ATTENTION if one.label else Tone.OK),))


def _insurance(one: Lacking) -> Chips:
    return Chips((ChipSpec(INSURED.shown[one.bed.cover.state], Tone.ATTENTION if one.insurance else Tone.OK),))


def _until(one: Lacking) -> str:
    return day_text(one.bed.cover.until) if one.bed.cover.until else ""
