"""留样: the samples that stand in the fridge; what has stood long enough is thrown away by one key."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.food import samples
from desktop.services.food.samples import SampleDraft, SampleRow
from desktop.services.people import names
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import TextField, TimeField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec


class SamplesPart(LedgerPart):
    """Those that are kept, the oldest first; then those of the day that were thrown away."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._rows: dict[int, SampleRow] = {}
        self.table: RecordTable[SampleRow] = RecordTable(
            translate("Samples", "Samples"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self._build()

    def own_keys(self) -> tuple[Key, ...]:
        """Samples by keys."""
        return (
            Key("F8", translate("Samples", "throw away all that have stood long enough"), self.throw_due),
            Key("Enter", translate("Samples", "throw the chosen one away")),
            Key("F2", translate("Samples", "put the chosen one right"), self.change),
            Key("F12", translate("Samples", "void a sample that was never taken"), self.void),
        )

    def read(self) -> None:
        """What is kept, and what was thrown away of the day's."""
        kept = samples.kept()
        gone = [one for one in samples.samples(self.day, self.day) if one.thrown_on is not None]
        self._rows = {one.id: one for one in (*kept, *gone)}
        self.fill(self.table, list(self._rows))

    def open_count(self) -> int:
        """How many have stood long enough."""
        return len(self._due())

    def take_keyboard(self) -> None:
        """The samples."""
        self.table.take_keyboard()

    @asks(Action.RECORD_KITCHEN)
    def throw_due(self) -> None:
        """Throw away all that have stood long enough."""
        due = self._due()
        if not due:
            self.say(translate("Samples", "No sample has stood long enough yet."))
        else:
            self._throw(due)

    @asks(Action.RECORD_KITCHEN)
    def throw_one(self) -> None:
        """Throw the chosen one away; refused before its hours are over."""
        one = self.table.current_row()
        if one is not None and one.thrown_on is None:
            self._throw([one])

    @asks(Action.RECORD_KITCHEN)
    def change(self) -> SmallForm | None:
        """Put the chosen one right."""
        one = self._chosen(Action.RECORD_KITCHEN)
        if one is None:
            return None
        form = DraftForm(SampleDraft)
        form.add("grams", translate("Samples", "Grams"), TextField())
        form.add("taken_at", translate("Samples", "Taken at"), TimeField())
        form.add("taken_by", translate("Samples", "Taken by"), TextField())
        form.add("place", translate("Samples", "Kept where"), TextField())
        act = Act(
            f"{day_text(one.taken_on)} · {terms.MEALS.shown[one.meal]} · {one.name}",
            translate("Samples", "Save"),
            Drafted(form, samples.draft_of(one.id)),
            lambda given: samples.change(self.session.actor, one.id, given),
            Topic.MEALS,
            translate("Samples", "The sample is put right"),
            about=one.id,
        )
        return ask_for(self.page, act)

    @asks(Action.VOID_FOOD)
    def void(self) -> SmallForm | None:
        """The chosen one was never taken."""
        one = self._chosen(Action.VOID_FOOD)
        if one is None:
            return None
        act = Act(
            translate("Samples", "Void the sample of {name}").format(name=one.name),
            translate("Samples", "Void"),
            Texts(reason()),
            lambda given: samples.void(self.session.actor, one.id, given["reason"]),
            Topic.MEALS,
            translate("Samples", "The sample is void"),
            about=one.id,
        )
        return ask_for(self.page, act)

    def _due(self) -> list[SampleRow]:
        return samples.due(clock.now())

    def _throw(self, thrown: Sequence[SampleRow]) -> None:
        if not self.may(Action.RECORD_KITCHEN):
            return
        actor, ids = self.session.actor, [one.id for one in thrown]
        words = translate("Samples", "Thrown away: {names}").format(names="、".join(one.name for one in thrown))
        succeeds(self, lambda: samples.throw_all(actor, ids, names.own(actor)), Topic.MEALS, words)

    def _chosen(self, action: Action) -> SampleRow | None:
        return self.chosen(self.table, action, translate("Samples", "Choose a sample first."))

    def _build(self) -> None:
        self.column.addWidget(self.table, 1)
        self.add_acts(
            (
                (translate("Samples", "Throw away what is due (F8)"), self.throw_due, "check"),
                (translate("Samples", "Throw this one away (Enter)"), self.throw_one, ""),
                (translate("Samples", "Edit… (F2)"), self.change, "edit"),
                (translate("Samples", "Void… (F12)"), self.void, ""),
            )
        )
        what = translate("Samples", "Enter on a line of the day's list takes samples.")
        self.table.set_empty(translate("Samples", "No sample is kept"), what, "info")
        self.table.set_keys(translate("Samples", "↑↓ choose   F8 throw away what is due   F2 edit   Esc back"))
        self.table.row_activated.connect(lambda _one: self.throw_one())
        self.table.left.connect(self.left)


def _columns() -> tuple[Column[SampleRow], ...]:
    return (
        Column(translate("Samples", "Taken"), lambda one: f"{day_text(one.taken_on)} {one.taken_at}", 160),
        Column(translate("Samples", "Meal"), lambda one: terms.MEALS.shown[one.meal], 56),
        Column(translate("Samples", "Dish"), lambda one: one.name, 120, stretch=True),
        Column(translate("Samples", "Grams"), lambda one: str(one.grams), 60, Align.RIGHT),
        Column(translate("Samples", "Taken by"), lambda one: one.taken_by or "—", 90, spare=True),
        Column(translate("Samples", "Kept where"), lambda one: one.place or "—", 90, spare=True),
        Column(translate("Samples", "State"), _state, 200),
    )


def _state(one: SampleRow) -> Chips:
    if one.thrown_on is not None:
        words = translate("Samples", "thrown away {day} {at} {by}")
        return Chips(
            (ChipSpec(words.format(day=f"{one.thrown_on:%m-%d}", at=one.thrown_at, by=one.thrown_by).strip()),)
        )
    until = one.keeps_until
    if until <= clock.now():
        return Chips((ChipSpec(translate("Samples", "may be thrown away"), Tone.ATTENTION),))
    return Chips((ChipSpec(translate("Samples", "keep until {when}").format(when=f"{until:%m-%d %H:%M}"), Tone.OK),))
