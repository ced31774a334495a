"""The frame: rail, pages, progress, status bar, what was done. It navigates; it knows no page by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.i18n import translate
from desktop.services.centre import accounts
from desktop.ui.frame.bus import Bus, Topic
from desktop.ui.frame.deeds import Deeds
from desktop.ui.frame.focus import FocusKeeper, Left
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.lock import Locker, keep_boxes
from desktop.ui.frame.navigation import Rail, Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rooms import Errand, RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import StatusBar, StatusFacts
from desktop.ui.frame.urgent_strip import UrgentStrip
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize, Tone
from desktop.ui.widgets.menus import ask_for_menu
from desktop.ui.widgets.page_area import PageArea
from desktop.ui.widgets.strips import MessageStrip, ProgressStrip, ToastLine

if TYPE_CHECKING:
    from desktop.services.help_services.orders import ServiceRow

# Title bar and borders of a common desktop; a window has none yet before it is shown.
_FRAME = (2, 40)


class MainWindow(QMainWindow):
    """One window for all rooms; a page is made when its room is first entered."""

    def __init__(
        self,
        session: Session,
        rooms: Sequence[Room],
        facts: Callable[[], StatusFacts] = StatusFacts,
        urgent_orders: Callable[[], Sequence[ServiceRow]] = tuple,
        urgent_ask: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.bus: Bus = session.bus
        self.jobs: Jobs = session.jobs
        self._rooms = {room.key: room for room in rooms}
        self._pages: dict[RoomKey, Page] = {}
        self._facts = facts
        self._urgent_orders, self._urgent_ask = urgent_orders, urgent_ask
        self._current = rooms[0].key
        # The room that an errand began in.
        self._sent_from: RoomKey | None = None
        # From where one was called away to urgent help, and what had the keyboard there.
        self._called_from: tuple[RoomKey, Left] | None = None
        self._painted = False
        self._closing = False
        self._reopening = False
        self._build(rooms)
        self._connect()
        self._restore()
        self.go(rooms[0].key)

    @property
    def current_room(self) -> RoomKey:
        """The key of the room that is open."""
        return self._current

    def add_room(self, room: Room) -> None:
        """Add a room without a place on the rail, which other rooms lead to."""
        self._rooms[room.key] = room

    def rooms(self) -> Sequence[Room]:
        """The rooms, in the order of the rail."""
        return tuple(self._rooms.values())

    def page(self, key: RoomKey) -> Page:
        """The page of a room, made when it was not yet."""
        if key not in self._pages:
            made = self._rooms[key].make(self.session)
            made.go_requested.connect(self.go)
            made.left_again.connect(self._return)
            self._pages[key] = made
            self._stack.addWidget(PageArea(made))
        return self._pages[key]

    def go(self, key: RoomKey, argument: object = None) -> None:
        """Open a room; ``argument`` is handed to its page. An errand leaves a line that leads back."""
        page = self.page(key)
        if isinstance(argument, Errand):
            self._offer_way_back(self._current, argument.words)
            argument = argument.argument
        self._stand_in(key)
        page.take_keyboard()
        if argument is not None:
            page.receive(argument)

    def go_back(self) -> None:
        """Back from an errand to the room where one was sent for it."""
        if self._sent_from is None:
            return
        room, self._sent_from = self._sent_from, None
        self.strip.clear()
        self.go(room)
        self.page(room).come_back()

    def set_centre(self, name: str) -> None:
        """Name the centre on the rail."""
        self._rail.set_centre(name)

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
        self._current, self._called_from = key, None
        self._stack.setCurrentIndex(list(self._pages).index(key))
        self._rail.show_current(key)

    def set_text_size(self, size: TextSize, contrast: bool) -> None:
        """Dress the program anew, and remember it."""
        preferences = self.session.preferences
        preferences.text_size, preferences.contrast = int(size), contrast
        preferences.save()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, size, contrast)

    def appear(self) -> None:
        """Show the window; where its frame would not fit on the screen, it takes the whole of it."""
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        if self.width() + _FRAME[0] > room.width() or self.height() + _FRAME[1] > room.height():
            self.showMaximized()
        else:
            self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail takes less of a small window."""
        super().resizeEvent(event)
        self._rail.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """And less where the text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_rail"):
            self._rail.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """From the first time on look out for the first paint."""
        super().showEvent(event)
        if not self._painted:
            self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to be painted for the first time: what takes long is read when it has been."""
        if event.type() == QEvent.Type.Expose and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._after_first_paint)
        return super().eventFilter(watched, event)

    def _after_first_paint(self) -> None:
        self.refresh_status()
        self.refresh_urgent()
        self.session.reads.begin()

    def close_at_once(self) -> None:
        """Close without a question, because the computer ends or the data was replaced; drafts are kept."""
        self._keep_drafts()
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QDialog) and box.isVisible():
                # Not as by Esc: nobody is there to answer.
                box.done(QDialog.DialogCode.Rejected)
        self._closing = True
        if self.jobs.busy:
            self.jobs.cancel()
        else:
            self.close()

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

    def show_keys(self) -> None:
        """F1: the keys of the room that is open, and of all rooms."""
        from desktop.ui.dialogs.keys import KeysDialog

        of_room = self.page(self._current).keys()
        KeysDialog(self, tuple((one.keys, one.words) for one in of_room), self._current).open()

    def come_forward(self) -> None:
        """Raise the window, because the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def reopening(self) -> bool:
        """Whether it closed to be opened anew: for somebody else, or on a database that was restored."""
        return self._reopening

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless a job runs or something typed would be lost; then one question decides."""
        # The second look: while the question stands, the system may ask the program to end.
        if self._closing or self._may_close() or self._closing:
            self._closing = True
            self._keep_drafts()
            self.session.preferences.geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self.session.preferences.save()
            self.jobs.stop()
            self.session.reads.stop()
            event.accept()
        else:
            event.ignore()

    def _build(self, rooms: Sequence[Room]) -> None:
        self.setWindowTitle(translate("MainWindow", "Shizhu Desk"))
        self._rail = Rail(rooms, "")
        self._stack = QStackedWidget()
        self.urgent = UrgentStrip("Ctrl+J")
        self.strip = MessageStrip()
        self.progress = ProgressStrip()
        for strip in (self.urgent, self.strip, self.progress):
            strip.setProperty("place", "window")
        self._status = StatusBar()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.urgent)
        right.addWidget(self.strip)
        right.addWidget(self._stack, 1)
        right.addWidget(self.progress)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._rail)
        upper.addLayout(right, 1)
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        self.toast = ToastLine()
        # What was done is said where the centre and its month stand otherwise: it covers nothing that is worked at.
        foot = QStackedWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for line in (self._status, self.toast):
            foot.addWidget(line)
        self.toast.stands.connect(lambda on: foot.setCurrentWidget(self.toast if on else self._status))
        whole.addWidget(foot)
        self.setCentralWidget(centre)
        self._keeper = FocusKeeper(self, lambda: self.page(self._current), (self.strip, self.progress, self.toast))
        self.locker = Locker(self, self.session.actor, self._keep_drafts, lambda: self.jobs.busy, self._reopen)
        self.deeds = Deeds(self.session, self.toast, lambda: self.page(self._current), self)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.go)
        self._status.place_requested.connect(self.go)
        self.bus.changed.connect(self._on_changed)
        self.bus.replaced.connect(self._reopen)
        self.jobs.started.connect(self.progress.begin)
        self.jobs.progressed.connect(self.progress.advance)
        self.jobs.idle.connect(self._on_idle)
        self.progress.cancel_requested.connect(self.jobs.cancel)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.deeds.take_back_last)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self).activated.connect(self.deeds.show_list)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self).activated.connect(self.switch_user)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.open_urgent)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.show_keys)
        QShortcut(QKeySequence("Shift+F10"), self).activated.connect(ask_for_menu)

    def _on_changed(self, topics: Topic) -> None:
        self.refresh_status()
        # A lunch of two hundred scans asks for no orders.
        if topics & (Topic.SERVICES | Topic.RESIDENTS):
            self.refresh_urgent()

    def _offer_way_back(self, room: RoomKey, words: str) -> None:
        self._sent_from = room
        self.strip.say(words, Tone.ACCENT, {translate("MainWindow", "Go back (Alt+←)"): self.go_back})

    def _restore(self) -> None:
        self.resize(1280, 760)
        kept = self.session.preferences.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))

    def _keep_drafts(self) -> None:
        for page in self._pages.values():
            page.keep_drafts()
        keep_boxes()

    def _reopen(self) -> None:
        self._reopening = True
        self.close_at_once()

    def _may_close(self) -> bool:
        unsaved = any(page.unsaved() for page in self._pages.values())
        if self.jobs.busy:
            return self._ask_about_job()
        if unsaved:
            from desktop.ui.dialogs.question import ask

            words = translate("MainWindow", "A form is not saved yet. What was typed is kept as a draft.")
            return ask(self, words, translate("MainWindow", "Close all the same"))
        return True

    def _ask_about_job(self) -> bool:
        from desktop.ui.dialogs.question import ask

        words = translate("MainWindow", "“{title}” is still running. Closing cancels it; nothing of it remains.")
        sure = ask(self, words.format(title=self.jobs.title), translate("MainWindow", "Cancel it and close"))
        if sure and self.jobs.busy:
            # The job stops at its next step; the window closes when it has.
            self._closing = True
            self.jobs.cancel()
            self.progress.advance(0, 0, translate("MainWindow", "Cancelling…"))
            return False
        return sure

    def _on_idle(self) -> None:
        self.progress.end()
        if self._closing:
            self.close()
