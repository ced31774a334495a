"""The window of a centre: the frame with its nine rooms, urgent help above them, locking, taking back.

It navigates; it knows no page by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.services.centre import accounts
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.deeds import Deeds
from desktop.ui.frame.focus import Left
from desktop.ui.frame.lock import Locker
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.practice_strip import PracticeStrip
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.frame.rooms import Errand, RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import StatusFacts
from desktop.ui.frame.urgent_strip import UrgentStrip
from desktop.ui.look.theme import Tone

if TYPE_CHECKING:
    from desktop.services.help_services.orders import ServiceRow


class MainWindow(RoomWindow[RoomKey]):
    """The window of a centre, for the person who sits there."""

    def __init__(
        self,
        session: Session,
        rooms: Sequence[Room[RoomKey]],
        facts: Callable[[], StatusFacts] = StatusFacts,
        urgent_orders: Callable[[], Sequence[ServiceRow]] = tuple,
        urgent_ask: object = None,
        parent: QWidget | None = None,
    ) -> None:
        self._facts = facts
        self._urgent_orders, self._urgent_ask = urgent_orders, urgent_ask
        # The room that an errand began in.
        self._sent_from: RoomKey | None = None
        # From where one was called away to urgent help, and what had the keyboard there.
        self._called_from: tuple[RoomKey, Left] | None = None
        self._reopening = False
        super().__init__(session, rooms, parent)

    def rooms(self) -> Sequence[Room[RoomKey]]:
        """The rooms, in the order of the rail."""
        return tuple(self._rooms.values())

    def page(self, key: RoomKey) -> Page:
        """The page of a room; from urgent help one comes back to where one was."""
        known = key in self._pages
        made = super().page(key)
        if not known:
            made.left_again.connect(self._return)
        return made

    def go(self, key: RoomKey, argument: object = None) -> None:
        """Open a room; ``argument`` is handed to its page. An errand leaves a line that leads back."""
        if isinstance(argument, Errand):
            # A page that cannot be made is no errand.
            self.page(key)
            self._offer_way_back(self._current, argument.words)
            argument = argument.argument
        super().go(key, argument)

    def above(self) -> tuple[QWidget, ...]:
        """Urgent help stands above every room, so that none can leave it out."""
        self.urgent = UrgentStrip("Ctrl+J")
        self.practice = PracticeStrip()
        self.practice.tell()
        return (self.practice, self.urgent, *super().above())

    def card(self) -> Callable[[], object]:
        """The day's keys on one page, for the wall."""
        from desktop.ui.frame.day_card import show_card

        return partial(show_card, self.page(self._current), self.page)

    def go_back(self) -> None:
        """Back from an errand to the room where one was sent for it."""
        if self._sent_from is None:
            return
        room, self._sent_from = self._sent_from, None
        self.strip.clear()
        self.go(room)
        self.page(room).come_back()

    def refresh_status(self) -> None:
        """Say the facts of the status bar anew."""
        reading(self, lambda: self._status.show_facts(self._facts()))

    def refresh_urgent(self) -> None:
        """Say anew who waits for urgent help: above every room, so that none can leave it out."""
        reading(self, lambda: self.urgent.show_orders(self._urgent_orders()))

    def open_urgent(self) -> None:
        """Ctrl+J: urgent help that is open, from any room; Esc there comes back to where one was."""
        if not self.urgent.text:
            self.toast.say(translate("MainWindow", "Nobody waits for urgent help."))
            return
        room, called_from = self._current, self._called_from
        if room != RoomKey.SERVICES:
            called_from = room, Left()
        self.go(RoomKey.SERVICES, self._urgent_ask)
        self._called_from = called_from

    def _return(self) -> None:
        if self._called_from is None:
            return
        room, left = self._called_from
        self._stand_in(room)
        if not left.go_on():
            self.page(room).take_keyboard()

    def _stand_in(self, key: RoomKey) -> None:
        self._called_from = None
        super()._stand_in(key)

    def after_first_paint(self) -> None:
        """What the status bar and the line of urgent help say is read when the window stands."""
        self.refresh_status()
        self.refresh_urgent()
        super().after_first_paint()

    def lock(self) -> None:
        """Ctrl+L: show nothing until the own password is given; typing is kept."""
        if self.locker.lock() is None:
            self.toast.say(translate("MainWindow", "Without a password nothing can be locked: set one under System."))

    def switch_user(self) -> None:
        """Ctrl+Shift+L: somebody else signs in, without the program being closed; drafts are kept."""
        if not accounts.accounts_exist():
            self.toast.say(translate("MainWindow", "Nobody has a password yet: accounts are made under System."))
            return
        self._reopening = True
        if self._may_close():
            self.close_at_once()
        else:
            # While a job is being cancelled the window closes by itself.
            self._reopening = self._closing

    @property
    def reopening(self) -> bool:
        """Whether it closed to be opened anew: for somebody else, or on a database that was restored."""
        return self._reopening

    def _build(self, rooms: Sequence[Room[RoomKey]]) -> None:
        super()._build(rooms)
        self.locker = Locker(self, self.session.actor, self._keep_drafts, lambda: self.jobs.busy, self._reopen)
        self.deeds = Deeds(self.session, self.toast, lambda: self.page(self._current), self)

    def _connect(self) -> None:
        super()._connect()
        self.bus.changed.connect(self._on_changed)
        self.bus.replaced.connect(self._reopen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.deeds.take_back_last)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self).activated.connect(self.deeds.show_list)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self).activated.connect(self.switch_user)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.open_urgent)

    def _on_changed(self, topics: Topic) -> None:
        self.refresh_status()
        # A lunch of two hundred scans asks for no orders.
        if topics & (Topic.SERVICES | Topic.RESIDENTS):
            self.refresh_urgent()

    def _offer_way_back(self, room: RoomKey, words: str) -> None:
        self._sent_from = room
        self.strip.say(words, Tone.ACCENT, {translate("MainWindow", "Go back (Alt+←)"): self.go_back})

    def _reopen(self) -> None:
        self._reopening = True
        self.close_at_once()
