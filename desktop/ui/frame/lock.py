"""锁屏: the window shows nothing and takes nothing until whoever sits here gives the own password.

One thing goes on: a screen of scanning that was open covers what it shows of people and goes on recording cards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from desktop.services.centre import accounts, idling
from desktop.services.writing.actor import Actor

if TYPE_CHECKING:
    from desktop.ui.frame.lock_dialog import LockDialog

_LOOK_MS = 20_000
_USE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


@runtime_checkable
class Lockable(Protocol):
    """A window that can be locked."""

    def lock(self) -> None:
        """Show nothing until the own password is given."""


@runtime_checkable
class ScansLocked(Protocol):
    """A screen of scanning that goes on while everything else is locked; it shows nobody then."""

    def cover(self) -> None:
        """Show colours and counts alone from now on."""

    def uncover(self) -> None:
        """Show people again, and take the keyboard."""

    def take_covered(self, code: str) -> None:
        """Record a card."""

    def close(self) -> bool:
        """Scan no more."""


@runtime_checkable
class HoldsTyping(Protocol):
    """A box in which something may be typed."""

    def keep_typing(self) -> bool:
        """Write down what is typed; whether nothing would be lost by going away now."""


def keep_boxes() -> None:
    """Write down what is typed in every box that stands open."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, HoldsTyping):
            one.keep_typing()


class Locker(QObject):
    """Locks by key, and by itself when nobody has used keyboard or mouse for as long as the centre says."""

    def __init__(
        self,
        window: QMainWindow,
        actor: Actor,
        keep: Callable[[], object],
        busy: Callable[[], bool],
        switch: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._actor, self._keep, self._busy, self._switch = window, actor, keep, busy, switch
        self._box: LockDialog | None = None
        self._put_away: list[QWidget] = []
        self._scanning: ScansLocked | None = None
        self._focus: QWidget | None = None
        self._mouse = QPoint()
        self._idle_ms = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(lambda: self.look())
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def begin(self) -> None:
        """From now on look whether somebody is here."""
        self._timer.start()

    @property
    def box(self) -> LockDialog | None:
        """What asks for the password while the window is locked."""
        return self._box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever presses a key is here."""
        if event.type() in _USE:
            self._idle_ms = 0
        return False

    def look(self, passed_ms: int = _LOOK_MS) -> None:
        """So much time has gone by: lock when nobody was here for long enough."""
        if QCursor.pos() != self._mouse:
            self._mouse, self._idle_ms = QCursor.pos(), 0
            return
        self._idle_ms += passed_ms
        minutes = idling.minutes()
        if minutes and self._idle_ms >= minutes * 60_000 and self._box is None and accounts.has_password(self._actor):
            self.lock()

    def lock(self) -> LockDialog | None:
        """Show nothing any more; None where this person has no password that would open it again."""
        if self._box is not None or not accounts.has_password(self._actor):
            return self._box
        self._keep()
        self._focus = QApplication.focusWidget()
        self._put_away, self._scanning = [], None
        over: QWidget = self._window
        for one in QApplication.topLevelWidgets():
            if one is self._window or not one.isVisible():
                continue
            if isinstance(one, QDialog):
                self._put_away.append(one)
                one.hide()
            elif one.windowType() == Qt.WindowType.Popup:
                one.close()
            elif isinstance(one, ScansLocked):
                self._scanning, over = one, one
                one.cover()
        self._window.centralWidget().hide()
        from desktop.ui.frame.lock_dialog import LockDialog

        self._box = LockDialog(self._actor, self._busy, self._unsaved, over)
        if self._scanning is not None:
            self._box.scan_on(self._scanning.take_covered)
        self._box.finished.connect(lambda _result: self._open())
        self._box.show()
        self._box.form.focus_first()
        return self._box

    def _open(self) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        box.deleteLater()
        self._idle_ms = 0
        if box.switching:
            # Whoever comes next is not shown what lies here.
            if self._scanning is not None:
                self._scanning.close()
            self._switch()
            return
        self._bring_back()

    def _bring_back(self) -> None:
        self._window.centralWidget().show()
        if self._scanning is None:
            self._window.activateWindow()
        for one in self._put_away:
            if isValid(one):
                one.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._scanning is not None:
            self._scanning.uncover()

    def _unsaved(self) -> bool:
        return any(isinstance(one, HoldsTyping) and not one.keep_typing() for one in self._put_away if isValid(one))
