"""今天: what the kitchen's ledger still lacks, each line opens its box; beside it what was written down."""

from __future__ import annotations

from desktop.core.acts import Action
from desktop.core.food import FoodPart
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.quantities import scaled_text
from desktop.core.words import terms
from desktop.core.words.food import FOOD_PARTS, SHEETS_OF
from desktop.services.food import sheets, todo
from desktop.services.food.sheets import SheetRow
from desktop.services.food.todo import Todo
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.food import dish_acts, papers, today_acts
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.turning import Turning


class TodayPart(LedgerPart):
    """What is missing of the day, in the order of a kitchen's day."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._todo: list[Todo] = []
        self._lines: dict[int, SheetRow] = {}
        self.table: RecordTable[Todo] = RecordTable(
            translate("FoodToday", "Still to be done"), _todo_columns(), lambda ids: [self._todo[one] for one in ids]
        )
        self.written: RecordTable[SheetRow] = RecordTable(
            translate("FoodToday", "Written down"), _line_columns(), lambda ids: [self._lines[one] for one in ids]
        )
        self._build()

    def own_keys(self) -> tuple[Key, ...]:
        """The day by keys."""
        return (
            Key("Enter", translate("FoodToday", "do what is missing: everything is proposed, Ctrl+S saves it")),
            Key("F6", translate("FoodToday", "from what is missing to what was written down, and back"), self.turn),
            Key("F2", translate("FoodToday", "put the chosen line of a sheet right"), self.change),
            Key("F12", translate("FoodToday", "void the chosen line of a sheet"), self.void),
            Key("Ctrl+P", translate("FoodToday", "the sheets of the month on paper"), self.print_month),
        )

    def read(self) -> None:
        """What the day lacks, and the lines of its sheets."""
        at = self.table.view.currentIndex().row()
        self._todo = todo.of_day(self.day)
        self.table.set_ids(range(len(self._todo)))
        self.table.model.reload()
        if self._todo:
            # The next thing moves up to where the one that was done stood.
            self.table.select_id(min(max(at, 0), len(self._todo) - 1))
        self._lines = {one.id: one for one in sheets.lines(self.day, self.day)}
        self.written.set_ids(list(self._lines))
        self.written.model.reload()

    def open_count(self) -> int:
        """How much is missing."""
        return len(self._todo)

    def take_keyboard(self) -> None:
        """What is missing."""
        self.table.take_keyboard()

    def turn(self) -> None:
        """From what is missing to what was written down, or back."""
        if self.written.isAncestorOf(self.focusWidget() or self):
            self.table.take_keyboard()
            return
        if self._lines and self.written.current_id() is None:
            self.written.select_id(next(iter(self._lines)))
        self.written.take_keyboard()

    def do(self, at: int) -> SmallForm | None:
        """Open the box of what is missing."""
        one, actor = self._todo[at], self.session.actor
        if one.sheet is not None:
            made = Action.RECORD_KITCHEN
            return today_acts.ask_sheet(self.page, actor, one.sheet, self.day) if self.may(made) else None
        if one.part == FoodPart.SAMPLES:
            made = Action.RECORD_KITCHEN
            return today_acts.ask_samples(self.page, actor, one.dishes) if self.may(made) else None
        if not self.may(Action.RECORD_DISH):
            return None
        if one.part == FoodPart.BATCHES:
            return today_acts.ask_batches(self.page, actor, one.dishes[0])
        return dish_acts.ask_dishes(self.page, actor, self.day, one.meal)

    @asks(Action.RECORD_KITCHEN)
    def change(self) -> SmallForm | None:
        """Put the chosen line right."""
        one = self._chosen(Action.RECORD_KITCHEN)
        return today_acts.ask_line(self.page, self.session.actor, one) if one else None

    @asks(Action.VOID_FOOD)
    def void(self) -> SmallForm | None:
        """The chosen line was written by mistake."""
        one = self._chosen(Action.VOID_FOOD)
        return today_acts.ask_void_line(self.page, self.session.actor, one) if one else None

    def print_month(self) -> None:
        """The sheets of the month of the day, to be signed."""
        papers.preview_sheets(self.page, Month.of(self.day))

    def _chosen(self, action: Action) -> SheetRow | None:
        return self.chosen(
            self.written, action, translate("FoodToday", "Choose a line that was written down first (F6).")
        )

    @asks(Action.RECORD_KITCHEN)
    def _do_first(self) -> SmallForm | None:
        at = self.table.current_id()
        return self.do(at) if at is not None else None

    def _build(self) -> None:
        both = Turning()
        both.add(self.table, 1, least=340)
        both.add(self.written, 1, least=440)
        self.column.addWidget(both, 1)
        self.add_acts(
            (
                (translate("FoodToday", "Do it… (Enter)"), self._do_first, "edit"),
                (translate("FoodToday", "Edit the line… (F2)"), self.change, ""),
                (translate("FoodToday", "Void the line… (F12)"), self.void, ""),
                (translate("FoodToday", "Print the month (Ctrl+P)"), self.print_month, "print"),
            )
        )
        self.table.set_empty(translate("FoodToday", "Nothing is missing of this day"), "", "check")
        self.table.set_keys(translate("FoodToday", "↑↓ choose   Enter do it   F6 what was written   Esc back"))
        self.written.set_empty(translate("FoodToday", "No sheet of this day yet"), "", "info")
        self.written.set_keys(translate("FoodToday", "Enter, F2 edit   F12 void   F6, Esc what is missing"))
        self.table.row_activated.connect(self.do)
        self.table.left.connect(self.left)
        self.written.row_activated.connect(lambda _one: self.change())
        self.written.left.connect(self.table.take_keyboard)


def _todo_columns() -> tuple[Column[Todo], ...]:
    return (
        Column(translate("FoodToday", "Missing"), lambda one: Chips((_chip(one),)), 120),
        Column(translate("FoodToday", "Of what"), _of_what, 220, stretch=True),
    )


def _chip(one: Todo) -> ChipSpec:
    return ChipSpec(FOOD_PARTS.shown[one.part], Tone.ATTENTION)


def _of_what(one: Todo) -> str:
    meal = terms.MEALS.shown[one.meal] if one.meal else ""
    return " · ".join(part for part in (meal, "、".join(dish.name for dish in one.dishes)) if part)


def _line_columns() -> tuple[Column[SheetRow], ...]:
    return (
        Column(translate("FoodToday", "Sheet"), lambda one: SHEETS_OF.shown[one.kind], 100),
        Column(translate("FoodToday", "Time"), lambda one: one.at or "—", 66, spare=True),
        Column(translate("FoodToday", "Whom or what"), lambda one: one.about, 110, stretch=True),
        Column(translate("FoodToday", "Found"), _found, 130, stretch=True),
        Column(translate("FoodToday", "Done about it"), lambda one: one.measure or "—", 110, spare=True),
        Column(translate("FoodToday", "By"), lambda one: one.done_by or "—", 80, spare=True),
    )


def _found(one: SheetRow) -> Chips:
    number = "" if one.tenths is None else f"{scaled_text(one.tenths, 1)}℃"
    if one.fit:
        return Chips((ChipSpec(number or translate("FoodToday", "in order"), Tone.OK),))
    return Chips((ChipSpec(f"{number} {one.words}".strip(), Tone.DANGER),))
