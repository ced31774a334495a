"""追溯: who ate of a batch, with phones; and from a person to the batches."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.core.words.months import month_text
from desktop.services.food import purchases, trace
from desktop.services.food.purchases import PurchaseRow
from desktop.services.food.trace import Eater, Trace
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.scan import ScanLine
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import Open
from desktop.ui.pages.canteen.food import papers
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.turning import Turning

# More days or batches of one name are told by the first and the last; the tables have each.
_FEW = 4


class TracePart(LedgerPart):
    """One line takes both: part of a batch, or a person; the answer names people on the right, batches on the left."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._batches: dict[int, PurchaseRow] = {}
        self._people: dict[int, Eater] = {}
        self.line = ScanLine(translate("Trace", "Part of a food, a batch number or a supplier; or a person, or a card"))
        self.said = label(role="section", wrap=True)
        self.batches: RecordTable[PurchaseRow] = RecordTable(
            translate("Trace", "Batches"), _batch_columns(), lambda ids: [self._batches[one] for one in ids]
        )
        self.people: RecordTable[Eater] = RecordTable(
            translate("Trace", "Who may have eaten of them"),
            _people_columns(),
            lambda ids: [self._people[one] for one in ids],
        )
        self._build()

    def own_keys(self) -> tuple[Key, ...]:
        """A trace by keys."""
        return (
            Key("Enter", translate("Trace", "look for what stands in the line; on a batch: who ate of it alone")),
            Key("F6", translate("Trace", "from the line to the batches, to the people, and back"), self.turn),
            Key("Ctrl+G", translate("Trace", "open the chosen person"), self.open_person),
            Key("Ctrl+P", translate("Trace", "the list on paper, to call by"), self.print_list),
        )

    def take_keyboard(self) -> None:
        """The line."""
        self.line.setFocus()

    def turn(self) -> None:
        """From the line to the batches, to the people, and back to the line."""
        if self.line.hasFocus() and self._batches:
            self.batches.take_keyboard()
        elif self.batches.isAncestorOf(self.focusWidget() or self) and self._people:
            self.people.take_keyboard()
        else:
            self.take_keyboard()

    def look(self, text: str) -> None:
        """Those who ate of the batches that the text means; where it means none, the batches of the person meant."""
        if not self.may(Action.TRACE_FOOD):
            return
        if purchases.batches(text):
            found = perform(self, lambda: trace.batch(self.session.actor, text))
            if found is not None:
                self._show(found)
            return
        meant = residents.find_ids(ResidentQuery(text=text, state=""))
        if len(meant) == 1:
            self._show_person(meant[0])
        elif meant:
            words = translate("Trace", "{count} people are called so: type more, or scan the card.")
            self._say(words.format(count=len(meant)), Tone.ATTENTION)
        else:
            perform(self, lambda: trace.batch(self.session.actor, text))

    def look_at(self, purchase_id: int) -> None:
        """Those who ate of one batch."""
        if self.may(Action.TRACE_FOOD):
            found = perform(self, lambda: trace.of_batches(self.session.actor, [purchase_id]))
            if found is not None:
                self._show(found)

    def open_person(self) -> None:
        """The person of the chosen line."""
        one = self.people.current_row()
        if one is not None and one.resident_id is not None:
            self.page.go_requested.emit(RoomKey.RESIDENTS, Open(one.resident_id))

    @asks(Action.TRACE_FOOD)
    def print_list(self) -> None:
        """Who may have eaten of the batches shown, on paper."""
        if not self._batches:
            self.say(translate("Trace", "Look for a batch first."))
        elif self.may(Action.TRACE_FOOD):
            papers.preview_trace(self.page, list(self._batches))

    def _show(self, found: Trace) -> None:
        self._batches = {one.id: one for one in found.batches}
        self._people = {one.meal_id: one for one in found.people}
        self._say_empty(translate("Trace", "Nobody on record ate of it"))
        self._show_tables()
        words = translate("Trace", "{count} people and {guests} guests may have eaten of {batches}, in {dishes}")
        batches = _grouped([(one.name, one.batch) for one in found.batches])
        dishes = _grouped([(one.name, day_text(one.served_on)) for one in found.dishes])
        said = words.format(count=found.persons, guests=found.guests, batches=batches, dishes=dishes or "—")
        self._say(said, Tone.DANGER if found.persons else Tone.OK)

    def _show_person(self, resident_id: int) -> None:
        month = Month.of(self.day)
        found = perform(self, lambda: trace.of_person(self.session.actor, resident_id, month))
        if found is None:
            return
        self._batches, self._people = {one.id: one for one in found}, {}
        self._say_empty(translate("Trace", "Enter on a batch: who else ate of it"))
        self._show_tables()
        words = translate("Trace", "{name} may have eaten of {count} batches in {month}; Enter on one: who else")
        name = residents.name_of(resident_id)
        self._say(words.format(name=name, count=len(found), month=month_text(month)), Tone.ACCENT)

    def _show_tables(self) -> None:
        self.batches.set_ids(list(self._batches))
        self.people.set_ids(list(self._people))
        self.batches.model.reload()
        self.people.model.reload()

    def _say_empty(self, words: str) -> None:
        hint = translate("Trace", "Whoever ate at a meal may have eaten of each of its dishes.")
        self.people.set_empty(words, hint, "residents")

    def _say(self, words: str, tone: Tone) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)

    def _build(self) -> None:
        self.column.addWidget(self.line)
        self.column.addWidget(self.said)
        both = Turning()
        both.add(self.batches, 2, least=340)
        both.add(self.people, 3, least=420)
        self.column.addWidget(both, 1)
        self.add_acts(
            (
                (translate("Trace", "Open the person (Ctrl+G)"), self.open_person, "residents"),
                (translate("Trace", "Print the list (Ctrl+P)"), self.print_list, "print"),
            )
        )
        self.batches.set_empty(translate("Trace", "Which batch is it about?"), "", "search")
        self._say_empty(translate("Trace", "Nobody so far"))
        self.batches.set_keys(translate("Trace", "Enter who ate of it   F6 on"))
        self.people.set_keys(translate("Trace", "↑↓ choose   Ctrl+G open the person   F6, Esc the line"))
        self.line.typed.connect(self.look)
        self.line.scanned.connect(self.look)
        self.batches.row_activated.connect(self.look_at)
        self.batches.left.connect(self.take_keyboard)
        self.people.row_activated.connect(lambda _one: self.open_person())
        self.people.left.connect(self.take_keyboard)


def _batch_columns() -> tuple[Column[PurchaseRow], ...]:
    return (
        Column(translate("Trace", "Food"), lambda one: one.name, 100, stretch=True),
        Column(translate("Trace", "Batch number"), lambda one: one.batch, 100),
        Column(translate("Trace", "Supplier"), lambda one: one.supplier, 110, stretch=True),
        Column(translate("Trace", "Came on"), lambda one: day_text(one.received_on), 100, spare=True),
    )


def _people_columns() -> tuple[Column[Eater], ...]:
    return (
        Column(translate("Trace", "Name"), lambda one: one.name, 90, stretch=True),
        Column(translate("Trace", "Phone"), lambda one: one.phone or "—", 130),
        Column(translate("Trace", "Day"), lambda one: day_text(one.day), 110),
        Column(translate("Trace", "Meal"), lambda one: terms.MEALS.shown[one.meal], 60),
    )


def _grouped(found: Sequence[tuple[str, str]]) -> str:
    """Each name with what tells its pieces apart, such as the day; of many the first and the last, and how many."""
    by_name: dict[str, list[str]] = {}
    for name, piece in dict.fromkeys(found):
        by_name.setdefault(name, []).append(piece)
    told = []
    for name, pieces in by_name.items():
        said = "、".join(pieces)
        if len(pieces) > _FEW:
            words = translate("Trace", "{first} … {last}, {count} in all")
            said = words.format(first=pieces[0], last=pieces[-1], count=len(pieces))
        told.append(f"{name}（{said}）")
    return "、".join(told)
