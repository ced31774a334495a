"""The frame that every window of the program has: rail, pages, progress, status bar, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

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
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.focus import FocusKeeper
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.lock import keep_boxes
from desktop.ui.frame.navigation import Rail, Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import StatusBar
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.widgets.menus import ask_for_menu
from desktop.ui.widgets.page_area import PageArea
from desktop.ui.widgets.strips import MessageStrip, ProgressStrip, ToastLine

Key = TypeVar("Key", bound=StrEnum)
# Title bar and borders of a common desktop; a window has none yet before it is shown.
_FRAME = (2, 40)


class RoomWindow(QMainWindow, Generic[Key]):
    """One window for all rooms; a page is made when its room is first entered. It knows no page by name.

    A subclass says what stands above the pages and in the status bar, and what is read once the window stands.
    """

    def __init__(self, session: Session, rooms: Sequence[Room[Key]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.bus: Bus = session.bus
        self.jobs: Jobs = session.jobs
        self._rooms = {room.key: room for room in rooms}
        self._pages: dict[Key, Page] = {}
        self._current = rooms[0].key
        self._painted = False
        self._closing = False
        self._build(rooms)
        self._connect()
        self._restore()
        self.go(rooms[0].key)

    @property
    def current_room(self) -> Key:
        """The key of the room that is open."""
        return self._current

    def add_room(self, room: Room[Key]) -> None:
        """Add a room without a place on the rail, which other rooms lead to."""
        self._rooms[room.key] = room

    def page(self, key: Key) -> Page:
        """The page of a room, made when it was not yet."""
        if key not in self._pages:
            made = self._rooms[key].make(self.session)
            made.go_requested.connect(self.go)
            self._pages[key] = made
            self._stack.addWidget(PageArea(made))
        return self._pages[key]

    def go(self, key: Key, argument: object = None) -> None:
        """Open a room; ``argument`` is handed to its page."""
        page = self.page(key)
        self._stand_in(key)
        page.take_keyboard()
        if argument is not None:
            page.receive(argument)

    def set_centre(self, name: str) -> None:
        """Name on the rail whose window it is."""
        self._rail.set_centre(name)

    def above(self) -> tuple[QWidget, ...]:
        """What stands above the pages."""
        return (self.strip,)

    def status_bar(self) -> StatusBar:
        """The bar at the bottom."""
        return StatusBar()

    def keys_everywhere(self) -> tuple[tuple[str, str], ...] | None:
        """The keys of all rooms, for F1; None: those of a centre's window."""
        return None

    def words_of_job(self) -> str:
        """What is asked before a job is cut short by closing."""
        return translate("MainWindow", "“{title}” is still running. Closing cancels it; nothing of it remains.")

    def after_first_paint(self) -> None:
        """The window stands: what takes long is read from now on."""
        self.session.reads.begin()

    def _stand_in(self, key: Key) -> None:
        self._current = key
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
            QTimer.singleShot(0, self, self.after_first_paint)
        return super().eventFilter(watched, event)

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

    def show_keys(self) -> None:
        """F1: the keys of the room that is open, and of all rooms, and what the manual says of the open place."""
        from desktop.ui.dialogs.keys import KeysDialog
        from desktop.ui.dialogs.topics import topic_near

        of_room = self.page(self._current).keys()
        said = tuple((one.keys, one.words) for one in of_room)
        KeysDialog(self, said, topic_near(self.place()), self.keys_everywhere(), self.card()).open()

    def card(self) -> Callable[[], object] | None:
        """What makes a card of keys for the wall, where there is one."""
        return None

    def place(self) -> QWidget:
        """Where one is in the open room: what has the keyboard, else the room."""
        page, has = self.page(self._current), QApplication.focusWidget()
        return has if has is not None and page.isAncestorOf(has) else page

    def open_part(self) -> QWidget:
        """What one sees of the open room: a box over the window tells of it."""
        return self.page(self._current).open_part()

    def come_forward(self) -> None:
        """Raise the window, because the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

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

    def _build(self, rooms: Sequence[Room[Key]]) -> None:
        self.setWindowTitle(translate("MainWindow", "Shizhu Desk"))
        self._rail = Rail(rooms, "")
        self._stack = QStackedWidget()
        self.strip = MessageStrip()
        self.progress = ProgressStrip()
        above = self.above()
        for strip in (*above, self.progress):
            strip.setProperty("place", "window")
        self._status = self.status_bar()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 0, 0, 0)
        for part in above:
            right.addWidget(part)
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

    def _connect(self) -> None:
        self._rail.chosen.connect(self.go)
        self._status.place_requested.connect(self.go)
        self.jobs.started.connect(self.progress.begin)
        self.jobs.progressed.connect(self.progress.advance)
        self.jobs.idle.connect(self._on_idle)
        self.progress.cancel_requested.connect(self.jobs.cancel)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.show_keys)
        QShortcut(QKeySequence("Shift+F10"), self).activated.connect(ask_for_menu)

    def _restore(self) -> None:
        self.resize(1280, 760)
        kept = self.session.preferences.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))

    def _keep_drafts(self) -> None:
        for page in self._pages.values():
            page.keep_drafts()
        keep_boxes()

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

        words = self.words_of_job().format(title=self.jobs.title)
        sure = ask(self, words, translate("MainWindow", "Cancel it and close"))
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
