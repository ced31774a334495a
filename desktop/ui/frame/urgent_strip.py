"""Urgent help (助急) that nobody closed yet: on top of every room and of the lunch line, with a clock that runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.words.orders import waited_words
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.strips import MessageStrip

if TYPE_CHECKING:
    from desktop.services.help_services.orders import ServiceRow

_EVERY_MS = 20_000
_NAMED = 3


class UrgentStrip(MessageStrip):
    """Who waits for urgent help and for how long; it hides by itself once nobody does, and nobody can put it away.

    It takes no keyboard, not by a click either: whoever types or scans goes on. ``key`` leads to the orders.
    """

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._named = True
        self.close_button.hide()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._waiting: tuple[ServiceRow, ...] = ()
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.tell)

    def show_orders(self, orders: Sequence[ServiceRow], named: bool = True) -> None:
        """Say the open orders of urgent help; the clock runs as long as there are any.

        Without names where the screen shows nobody.
        """
        self._waiting, self._named = tuple(orders), named
        if not self._waiting:
            self._clock.stop()
            self.clear()
            return
        self._clock.start()
        self.tell()

    def tell(self) -> None:
        """Say it as it is now."""
        count = len(self._waiting)
        if self._named:
            names = "、".join(_named(row) for row in self._waiting[:_NAMED])
            words = translate("UrgentStrip", "Urgent help is not closed yet ({count}): {names}")
            words = words.format(names=names, count=count)
        else:
            words = translate("UrgentStrip", "Urgent help is not closed yet ({count})").format(count=count)
        self.say(f"{words}（{self._key}）" if self._key else words, Tone.DANGER)


def _named(row: ServiceRow) -> str:
    # Loaded once somebody waits: the window begins without it.
    from desktop.services.help_services import board

    time = board.waited(row)
    if time is None:
        return row.name
    return translate("UrgentStrip", "{name}, waiting {time}").format(name=row.name, time=waited_words(time))
