"""食品台账: the parts of the food ledger under one row of tabs; a day is common to those that have days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.pages.canteen.food.complaints import ComplaintsPart
from desktop.ui.pages.canteen.food.dishes import DishesPart
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.pages.canteen.food.purchases import PurchasesPart
from desktop.ui.pages.canteen.food.samples import SamplesPart
from desktop.ui.pages.canteen.food.today import TodayPart
from desktop.ui.pages.canteen.food.trace import TracePart
from desktop.ui.pages.page_view import PageView
from desktop.ui.widgets.counted_tabs import CountedTabs
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.tab_keys import step_by_keys
from desktop.ui.widgets.turning import OpenPart

TODAY, PURCHASES, DISHES, SAMPLES, TRACE = "today", "purchases", "dishes", "samples", "trace"
COMPLAINTS = "complaints"


def parts() -> dict[str, str]:
    """The parts of the ledger, by key."""
    return {
        TODAY: translate("FoodLedger", "Today"),
        PURCHASES: translate("FoodLedger", "Purchases"),
        DISHES: translate("FoodLedger", "Dishes"),
        SAMPLES: translate("FoodLedger", "Samples"),
        TRACE: translate("FoodLedger", "Trace"),
        COMPLAINTS: translate("FoodLedger", "Complaints"),
    }


class FoodView(PageView):
    """One part is open; the keys of the others are silent."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("FoodLedger", "Food ledger"))
        self.parts: dict[str, LedgerPart] = {
            TODAY: TodayPart(page),
            PURCHASES: PurchasesPart(page),
            DISHES: DishesPart(page),
            SAMPLES: SamplesPart(page),
            TRACE: TracePart(page),
            COMPLAINTS: ComplaintsPart(page),
        }
        self.tabs = CountedTabs(parts(), translate("FoodLedger", "Parts of the food ledger"))
        self.day = DateField()
        self.day.set_name(translate("FoodLedger", "Day"))
        self._stack = OpenPart()
        self._shortcuts: dict[str, list[QShortcut]] = {}
        self._current = TODAY
        self._build()
        self.day.set_value(clock.today())
        self.show_part(TODAY)

    @property
    def part(self) -> LedgerPart:
        """The open part."""
        return self.parts[self._current]

    def keys(self) -> tuple[Key, ...]:
        """Those of the open part, then those of all."""
        return (*self.part.own_keys(), *self._common())

    def refresh(self) -> None:
        """Read all parts anew: the numbers beside the tabs are theirs."""
        for part in self.parts.values():
            part.day = self.shown_day()
            part.read()
        counts = {key: part.open_count() for key, part in self.parts.items()}
        self.tabs.set_counts({key: count for key, count in counts.items() if count})

    def take_keyboard(self) -> None:
        """The open part."""
        self.part.take_keyboard()

    def show_part(self, key: str) -> None:
        """Open a part, with all that it shows read anew."""
        self._current = key
        self.tabs.show_tab(key)
        for name, shortcuts in self._shortcuts.items():
            for shortcut in shortcuts:
                shortcut.setEnabled(name == key)
        self._stack.setCurrentWidget(self.part)
        self._stack.updateGeometry()
        reading(self, self.refresh)
        self.take_keyboard()

    def step(self, by: int) -> None:
        """The next part, or the one before."""
        keys = list(self.parts)
        self.show_part(keys[(keys.index(self._current) + by) % len(keys)])

    def shift(self, by: int) -> None:
        """A day later or earlier."""
        self.day.set_day(self.shown_day() + dt.timedelta(days=by))

    def shown_day(self) -> dt.date:
        """The day that is shown; today where none can be read."""
        return self.day.day() or clock.today()

    def _common(self) -> tuple[Key, ...]:
        return (
            Key("Ctrl+Tab", translate("FoodLedger", "the next part of the ledger; with Shift the one before")),
            Key("Ctrl+PgUp", translate("FoodLedger", "the day before"), lambda: self.shift(-1)),
            Key("Ctrl+PgDown", translate("FoodLedger", "the day after"), lambda: self.shift(1)),
        )

    def _build(self) -> None:
        self.content.addWidget(FlowRow(self.tabs, self.day, gap=16))
        self.content.addWidget(self._stack, 1)
        for key, part in self.parts.items():
            self._stack.addWidget(part)
            self._shortcuts[key] = install(self, part.own_keys())
            part.left.connect(self.closed)
        install(self, self._common())
        step_by_keys(self, self.step)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.chosen.connect(self.show_part)
        self.day.changed.connect(lambda: reading(self, self.refresh))
