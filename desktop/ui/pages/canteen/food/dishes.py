"""菜单: the dishes of a week, of which batches they were made, and which have a sample."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown
from desktop.core.words import terms
from desktop.core.words.food import ALLERGENS
from desktop.services.food import dishes, weeks
from desktop.services.food.dishes import DishRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.food import dish_acts as acts
from desktop.ui.pages.canteen.food import papers, today_acts
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label


class DishesPart(LedgerPart):
    """The menu of the week of the day."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._rows: dict[int, DishRow] = {}
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[DishRow] = RecordTable(
            translate("Dishes", "Dishes"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self._build()

    @property
    def monday(self) -> dt.date:
        """The first day of the week that is shown."""
        return weeks.monday(self.day)

    def own_keys(self) -> tuple[Key, ...]:
        """The menu by keys."""
        return (
            Key("Ctrl+N", translate("Dishes", "dishes of a meal, several at once"), self.add),
            Key("Enter", translate("Dishes", "of which batches the dish was made")),
            Key("F2", translate("Dishes", "name, price, allergens of the dish"), self.change),
            Key("F7", translate("Dishes", "a sample of the dish"), self.sample),
            Key("F3", translate("Dishes", "copy the menu of another week"), self.copy),
            Key("F12", translate("Dishes", "void a dish that was not served"), self.void),
            Key("Ctrl+P", translate("Dishes", "the menu of the week for the wall, A3 or A4"), self.poster),
        )

    def read(self) -> None:
        """The week."""
        last = self.monday + dt.timedelta(days=6)
        self._rows = {one.id: one for one in dishes.menu(self.monday, last)}
        self.fill(self.table, list(self._rows), self._first() if self._rows else None)
        words = translate("Dishes", "The week from {first} to {last}: {count} dishes")
        self.said.setText(words.format(first=day_text(self.monday), last=day_text(last), count=len(self._rows)))

    def take_keyboard(self) -> None:
        """The dishes."""
        self.table.take_keyboard()

    @asks(Action.RECORD_DISH)
    def add(self) -> SmallForm | None:
        """Dishes of the day, of the meal that is chosen."""
        if not self.may(Action.RECORD_DISH):
            return None
        one = self.table.current_row()
        day, meal = (one.served_on, one.meal) if one is not None else (self.day, "")
        return acts.ask_dishes(self.page, self.session.actor, day, meal)

    @asks(Action.RECORD_DISH)
    def batches(self) -> SmallForm | None:
        """Of which batches the chosen dish was made."""
        one = self._chosen(Action.RECORD_DISH)
        if one is not None and one.served_on > clock.today():
            self.say(translate("Dishes", "This dish is still to be cooked: its batches are named on the day."))
            return None
        return today_acts.ask_batches(self.page, self.session.actor, one) if one else None

    @asks(Action.RECORD_DISH)
    def change(self) -> SmallForm | None:
        """Put the chosen dish right."""
        one = self._chosen(Action.RECORD_DISH)
        return acts.ask_change(self.page, self.session.actor, one) if one else None

    @asks(Action.RECORD_KITCHEN)
    def sample(self) -> SmallForm | None:
        """A sample of the chosen dish, once there is none."""
        one = self._chosen(Action.RECORD_KITCHEN)
        if one is None:
            return None
        if one.sample_id is not None or one.served_on > clock.today():
            self.say(translate("Dishes", "This dish has its sample already, or is still to be cooked."))
            return None
        return today_acts.ask_samples(self.page, self.session.actor, [one])

    @asks(Action.RECORD_DISH)
    def copy(self) -> SmallForm | None:
        """The menu of another week into this one."""
        if not self.may(Action.RECORD_DISH):
            return None
        return acts.ask_copy(self.page, self.session.actor, self.monday)

    @asks(Action.VOID_FOOD)
    def void(self) -> SmallForm | None:
        """The chosen dish was not served."""
        one = self._chosen(Action.VOID_FOOD)
        return acts.ask_void(self.page, self.session.actor, one) if one else None

    def poster(self) -> SmallForm | None:
        """The menu of the week for the wall."""
        return papers.ask_poster(self.page, self.day)

    def _first(self) -> int:
        """The first dish of the day that is shown, else of the week."""
        of_day = (one.id for one in self._rows.values() if one.served_on >= self.day)
        return next(of_day, next(iter(self._rows)))

    def _chosen(self, action: Action) -> DishRow | None:
        return self.chosen(self.table, action, translate("Dishes", "Choose a dish first."))

    def _build(self) -> None:
        self.column.addWidget(self.said)
        self.column.addWidget(self.table, 1)
        self.add_acts(
            (
                (translate("Dishes", "New dishes… (Ctrl+N)"), self.add, "add"),
                (translate("Dishes", "Batches… (Enter)"), self.batches, "edit"),
                (translate("Dishes", "Edit… (F2)"), self.change, ""),
                (translate("Dishes", "Sample… (F7)"), self.sample, ""),
                (translate("Dishes", "Copy a week… (F3)"), self.copy, ""),
                (translate("Dishes", "Void… (F12)"), self.void, ""),
                (translate("Dishes", "For the wall… (Ctrl+P)"), self.poster, "print"),
            )
        )
        what = translate("Dishes", "Ctrl+N writes dishes down, F3 copies the menu of last week.")
        self.table.set_empty(translate("Dishes", "No dish in this week yet"), what, "canteen")
        self.table.set_keys(translate("Dishes", "↑↓ choose   Enter batches   F2 edit   F3 copy a week   Esc back"))
        self.table.row_activated.connect(lambda _one: self.batches())
        self.table.left.connect(self.left)


def _columns() -> tuple[Column[DishRow], ...]:
    return (
        Column(translate("Dishes", "Day"), lambda one: day_text(one.served_on), 110),
        Column(translate("Dishes", "Meal"), lambda one: terms.MEALS.shown[one.meal], 56),
        Column(translate("Dishes", "Dish"), lambda one: one.name, 130, stretch=True),
        Column(translate("Dishes", "Price"), _price, 70, Align.RIGHT, spare=True),
        Column(translate("Dishes", "Allergens"), _allergens, 140, stretch=True, spare=True),
        Column(translate("Dishes", "Batches"), _batches, 100),
        Column(translate("Dishes", "Sample"), _sample, 100),
    )


def _price(one: DishRow) -> str:
    return "—" if one.price_fen is None else yuan_shown(one.price_fen)


def _allergens(one: DishRow) -> str:
    return "、".join(ALLERGENS.shown[code] for code in one.contains) or "—"


def _batches(one: DishRow) -> Chips:
    if one.batches:
        return Chips((ChipSpec(str(one.batches), Tone.OK),))
    return Chips((_still(one),))


def _sample(one: DishRow) -> Chips:
    if one.sample_id is not None:
        return Chips((ChipSpec(translate("Dishes", "taken"), Tone.OK),))
    return Chips((_still(one),))


def _still(one: DishRow) -> ChipSpec:
    if one.served_on > clock.today():
        return ChipSpec(translate("Dishes", "planned"))
    return ChipSpec(translate("Dishes", "missing"), Tone.ATTENTION)
