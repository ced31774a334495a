"""The keyboard never falls out of the page: what it was in goes, and it comes to where the next key belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid


def takes_keys(widget: QWidget) -> bool:
    """Whether keys can arrive in it."""
    return isValid(widget) and widget.isVisible() and widget.isEnabled()


def homes(widget: QWidget) -> list[QWidget]:
    """What the widget stands in and can be given the keyboard, the nearest first."""
    found = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if _giver(at) is not None:
            found.append(at)
        at = at.parentWidget()
    return found


def give_back(places: Iterable[QWidget]) -> bool:
    """Let the nearest place that is still there take the keyboard; False when none does."""
    there = [place for place in places if takes_keys(place)]
    for place in there:
        give = _giver(place)
        if give is not None:
            give()
        if _is_in(place):
            return True
    # Nothing in it takes keys now, but its own keys still work there.
    for place in there:
        place.setFocus()
        if _is_in(place):
            return True
    return False


class Left:
    """What has the keyboard now, with the place in its text, to go on there later."""

    def __init__(self) -> None:
        self._widget = QApplication.focusWidget()
        line = self._widget
        self._at = line.cursorPosition() if isinstance(line, QLineEdit) else 0

    def go_on(self) -> bool:
        """Give it the keyboard again; False when it is there no more."""
        if self._widget is None or not takes_keys(self._widget):
            return False
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._widget, QLineEdit):
            # A line that is hidden may choose all that stands in it: the next key would take it away.
            self._widget.deselect()
            self._widget.setCursorPosition(self._at)
        return True


class FocusKeeper(QObject):
    """Watches the keyboard of a window: nowhere or on the rail, it goes back into the open page.

    ``beside`` are the parts of the window that may have it too, such as the line of what was done.
    """

    def __init__(self, window: QWidget, page: Callable[[], QWidget], beside: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window, self._page, self._beside = window, page, tuple(beside)
        # Where the keyboard was last: what it was in may be gone by the time it is looked for.
        self._homes: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_changed)

    def _on_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._belongs(now):
            self._homes = homes(now)
        elif now is None or now.window() is self._window:
            # Whoever hides a part may be about to say where the keyboard goes.
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        now = QApplication.focusWidget()
        if QApplication.activeWindow() is not self._window or QApplication.activePopupWidget() is not None:
            return
        if now is not None and self._belongs(now):
            return
        page = self._page()
        within = [one for one in self._homes if isValid(one) and (one is page or page.isAncestorOf(one))]
        if not give_back([*within, page]):
            page.setFocus()

    def _belongs(self, widget: QWidget) -> bool:
        page = self._page()
        return takes_keys(widget) and any(
            widget is place or place.isAncestorOf(widget) for place in (page, *self._beside)
        )


def _is_in(place: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and takes_keys(now) and (now is place or place.isAncestorOf(now))


def _giver(widget: QWidget) -> Callable[[], object] | None:
    # A list is come back to where one was in it, and entered by its search.
    found = getattr(widget, "take_keyboard_back", None) or getattr(widget, "take_keyboard", None)
    return found if callable(found) else None
