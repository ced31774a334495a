"""One day of the canteen in a line: counts by mode, guests, scans that wait for a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.canteen.scanning import DayCounts
from desktop.ui.forms.text_fields import day_text
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label


@dataclass(frozen=True)
class DayActs:
    """What the buttons of the line call."""

    add_guest: Callable[[], object]
    open_queue: Callable[[], object]
    open_balances: Callable[[], object]
    deliver: Callable[[], object]
    open_food: Callable[[], object]
    settle: Callable[[], object]


class DayStrip(Card):
    """The counts of a day, and what one does with guests and unknown cards."""

    def __init__(self, acts: DayActs, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(18, 6, 12, 6)
        self._day = label(role="strong")
        self._counts = {mode: label() for mode in (*terms.MEAL_MODES, "guests")}
        self.guest_button = button(translate("DayStrip", "Guest +1 (F7)"), acts.add_guest, icon="add")
        self.queue_button = button("", acts.open_queue, icon="warning")
        self.balances_button = button(translate("DayStrip", "Prepaid (F10)"), acts.open_balances)
        self.settle_button = button(translate("DayStrip", "Settle (Ctrl+Shift+P)"), acts.settle)
        self.deliver_button = button(translate("DayStrip", "Delivery (F11)"), acts.deliver)
        self.food_button = button(translate("DayStrip", "Food ledger (Ctrl+T)"), acts.open_food)
        others = (self.balances_button, self.deliver_button, self.food_button, self.settle_button)
        buttons = (self.guest_button, self.queue_button, *others)
        self.body.addWidget(FlowRow(self._day, *self._counts.values(), *buttons, gap=14))

    def show_counts(self, day: dt.date, counts: DayCounts) -> None:
        """Show the counts of a day."""
        total = translate("DayStrip", "{day}: {count} meals").format(day=day_text(day), count=counts.total)
        self._day.setText(total)
        words = translate("DayStrip", "{word} {count}")
        for mode, word in terms.MEAL_MODES.shown.items():
            self._counts[mode].setText(words.format(word=word, count=counts.by_mode[mode]))
        self._counts["guests"].setText(words.format(word=translate("DayStrip", "Guests"), count=counts.guests))
        self.queue_button.setText(translate("DayStrip", "Waiting: {count} (F8)").format(count=counts.queued))
        self.queue_button.setVisible(counts.queued > 0)
