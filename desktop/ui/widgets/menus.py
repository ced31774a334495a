"""The menu of a place: what its buttons do, with their keys. The button is the one declaration of an act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.ui.widgets.asking import asked_of, refusal, row_of, who_sits_at
from desktop.ui.widgets.buttons import Button

# Buttons of these kinds do something with what is shown; the others choose, filter or lead elsewhere.
_ACTS = frozenset({"plain", "primary", "danger"})
# A panel of one record says so by this property: its acts come first, and count where it stands aside too.
OF_RECORD = "acts_of_record"


def acts_near(place: QWidget) -> list[Button]:
    """The buttons of the nearest place around that has any, those of the chosen record before those of the page."""
    around: QWidget | None = place
    while around is not None and not around.isWindow():
        found = _acts_in(around)
        if found:
            return found
        around = around.parentWidget()
    return _acts_in(around) if around is not None else []


def menu_of(place: QWidget) -> QMenu:
    """A menu with the acts near a place; a grey button is a grey line."""
    menu = QMenu(place)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for one in acts_near(place):
        keys = one.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action = add_line(menu, one.text(), keys)
        action.setEnabled(one.isEnabled())
        action.triggered.connect(one.click)
    return menu


def choose_one(place: QWidget, lines: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """Ask which of several is meant, in the middle of a place; the first is under the keyboard."""
    menu = QMenu(place)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, call in lines:
        menu.addAction(words).triggered.connect(lambda _=False, call=call: call())
    menu.setActiveAction(menu.actions()[0])
    menu.popup(place.mapToGlobal(place.rect().center()))
    return menu


def add_line(menu: QMenu, words: str, keys: str) -> QAction:
    """A line with its key beside it; the key itself is heard elsewhere, not by the menu."""
    return menu.addAction(f"{words}\t{keys}" if keys else words)


def add_act(menu: QMenu, place: QWidget, words: str, call: Callable[[], object]) -> QAction:
    """A line that does an act; grey for a role that may not, and its tip says who may."""
    made = menu.addAction(words)
    made.triggered.connect(lambda: call())
    action, actor, row = asked_of(call), who_sits_at(place), row_of(call)
    words = "" if action is None or actor is None else refusal(actor, action, row() if row is not None else None)
    if words:
        made.setEnabled(False)
        made.setToolTip(words)
        menu.setToolTipsVisible(True)
    return made


def ask_for_menu() -> None:
    """Open the menu of whatever has the keyboard, as the menu key does: for keyboards that have none."""
    focus = QApplication.focusWidget()
    if focus is None or QApplication.activePopupWidget() is not None:
        return
    middle = focus.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, focus.mapToGlobal(middle))
    QApplication.sendEvent(focus, asked)


def popup(menu: QMenu, at: QPoint) -> bool:
    """Show a menu that has lines; False for an empty one, which goes."""
    if not menu.actions():
        menu.deleteLater()
        return False
    menu.popup(at)
    return True


def _acts_in(around: QWidget) -> list[Button]:
    found = [one for one in around.findChildren(Button) if one.text() and _is_act(one) and _offered(one, around)]
    return sorted(found, key=lambda one: _panel_of(one, around) is None)


def _is_act(one: Button) -> bool:
    return one.property("kind") in _ACTS


def _offered(one: Button, around: QWidget) -> bool:
    panel = _panel_of(one, around)
    return one.isVisibleTo(panel if panel is not None else around)


def _panel_of(one: QWidget, around: QWidget) -> QWidget | None:
    above: QWidget | None = one
    while above is not None and above is not around.parentWidget():
        if above.property(OF_RECORD):
            return above
        above = above.parentWidget()
    return None
