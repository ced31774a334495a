"""What every room of the window is built on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QVBoxLayout, QWidget

from desktop.core.errors import ShizhuError
from desktop.ui.frame import focus
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import reading, show_trouble
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import PAGE_MARGIN
from desktop.ui.widgets import tab_order
from desktop.ui.widgets.header import PageHeader
from desktop.ui.widgets.menus import menu_of, popup
from desktop.ui.widgets.strips import MessageStrip

T = TypeVar("T")
# What is read within this time need not be announced.
_SIGN_AFTER_MS = 150


@dataclass(frozen=True)
class Place:
    """A screen or part of a room that one can be led to: its words, and what is sent along to the room for it."""

    words: str
    argument: object


class Page(QWidget):
    """A room: header, message strip, and ``content``, a vertical layout for the rest.

    A subclass sets ``topics`` and overrides ``refresh``; it is called on the first show and whenever one of the
    topics changed: at once when visible, else on the next show. ``go_requested`` asks the window for another room;
    ``left_again`` says that one is done with what one was called away for.
    """

    topics = Topic.NOTHING
    go_requested = Signal(str, object)
    left_again = Signal()

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.header = PageHeader(title)
        self.strip = MessageStrip()
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 6, PAGE_MARGIN, 14)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addLayout(self.content, 1)
        self._stale = True
        self._reads = False
        self._sign = QTimer(self, singleShot=True, interval=_SIGN_AFTER_MS)
        self._sign.timeout.connect(lambda: self.show_reading(True))
        session.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read everything shown anew."""

    def keys(self) -> tuple[Key, ...]:
        """The room's own keys, for F1; a room installs those that it answers itself."""
        return ()

    def places(self) -> tuple[Place, ...]:
        """The screens and parts of the room that one is led to from elsewhere; ``receive`` opens them."""
        return ()

    def open_part(self) -> QWidget:
        """The part of the room that one sees: what F1 tells of."""
        return self

    def receive(self, argument: object) -> None:
        """Take what another room sent along, such as the id of a resident to open."""

    def come_back(self) -> None:
        """One is here again from an errand in another room."""

    def unsaved(self) -> bool:
        """Whether something typed here would be lost by closing the window."""
        return False

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved, because the window closes without a question."""

    def take_keyboard(self) -> None:
        """On entering the room: the search field, so that typing finds at once; else the list that one sees first."""
        if self.header.search is not None:
            self.header.focus_search()
            return
        lists = (one for one in self.findChildren(QAbstractItemView) if _takes_keys(one) and one.isVisibleTo(self))
        place: QWidget = next(lists, self)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_now(self) -> None:
        """Refresh; trouble with reading stands in the strip."""
        self._stale = False
        reading(self, self.refresh)

    def read_later(self, call: Callable[[], T], then: Callable[[T], object]) -> None:
        """Read what takes long behind the window, then show it; trouble with reading stands in the strip.

        Meanwhile the page says that it reads; a page that must not show what stood before takes it away itself.
        """

        def read(result: T) -> None:
            self._end_reading()
            reading(self, lambda: then(result))

        def failed(error: ShizhuError) -> None:
            self._end_reading()
            show_trouble(self, error)
            self.read_failed()

        self._reads = True
        self._sign.start()
        self.session.reads.read(self, call, read, failed)

    def show_reading(self, reads: bool) -> None:
        """Say that what is shown is being read anew, or that it was."""
        self.header.set_reading(reads)

    def read_failed(self) -> None:
        """What was to be read later could not be; the strip says why, and no place may go on saying that it reads."""

    def _end_reading(self) -> None:
        self._reads = False
        self._sign.stop()
        self.show_reading(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab: in reading order, and within the page; other rooms have keys of their own.

        Qt calls it too when what has the keyboard is hidden or greyed: then it goes to where the next key belongs.
        """
        lost = QApplication.focusWidget()
        if lost is not None and self.isAncestorOf(lost) and not focus.takes_keys(lost):
            return focus.give_back(focus.homes(lost)) or super().focusNextPrevChild(forward)
        return tab_order.go(self, forward) or super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh_now()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The acts of the page, wherever a part of it has no menu of its own."""
        near = self.childAt(event.pos()) or self
        if popup(menu_of(near), event.globalPos()):
            event.accept()
        else:
            super().contextMenuEvent(event)

    def _on_changed(self, topics: Topic) -> None:
        if not topics & self.topics:
            return
        if self.isVisible():
            self.refresh_now()
        else:
            self._stale = True


def _takes_keys(view: QAbstractItemView) -> bool:
    return not isinstance(view, QHeaderView) and bool(view.focusPolicy() & Qt.FocusPolicy.TabFocus)
