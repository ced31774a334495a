"""What window tests look at: made-up people, and words that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

# Tables of a workbook that somebody brought may be broader than any screen.
SCROLLS_SIDEWAYS = "scrollsSideways"


@dataclass(frozen=True)
class PersonRow:
    """A row as services give them."""

    id: int
    name: str
    age: int
    community: str
    flags: tuple[str, ...] = ()


def compose(widget: QWidget, letters: str) -> None:
    """Begin a word with an input method, as somebody typing pinyin does."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget: QWidget, words: str) -> None:
    """End a word with an input method: the words arrive."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)


def cut_widgets(window: QWidget) -> list[str]:
    """The visible labels and buttons whose words do not fit into them."""
    found = []
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            if widget.isVisible() and not _hidden_by_scrolling(widget) and not _fits(widget):
                found.append(f"{type(widget).__name__} “{widget.text()}” {widget.size()} < {widget.sizeHint()}")
    return found


def _fits(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 1
    hint = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
    return hint.width() <= widget.width() + 1 and hint.height() <= widget.height() + 1


def _hidden_by_scrolling(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty() or isinstance(widget.parent(), QLineEdit)


def misfits(window: QWidget, screen: tuple[int, int]) -> list[str]:
    """What does not fit: the window into the screen, words into their widgets, controls into the window."""
    found = []
    if window.width() > screen[0] or window.height() > screen[1]:
        found.append(f"is {window.width()}×{window.height()} large")
    found += cut_widgets(window)
    found += list(_sideways(window))
    found += list(_off(window))
    found += list(_cut_heads(window))
    return found


def _sideways(window: QWidget) -> Iterator[str]:
    """Areas that scroll from side to side, except tables of somebody else's columns."""
    for area in window.findChildren(QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and bar.maximum() > 0 and not area.property(SCROLLS_SIDEWAYS):
            yield f"{type(area).__name__} “{area.accessibleName()}” scrolls sideways by {bar.maximum()}"


def _off(window: QWidget) -> Iterator[str]:
    """The filled button that is not wholly seen, and tabs that are scrolled away."""
    for made in window.findChildren(QAbstractButton):
        if made.isVisible() and made.property("kind") == "primary" and not _wholly_seen(made):
            yield f"the act “{made.text()}” is off the screen"
    for tabs in window.findChildren(QTabBar):
        if tabs.isVisible() and tabs.count() and not tabs.rect().contains(tabs.tabRect(tabs.count() - 1)):
            yield f"the tab “{tabs.tabText(tabs.count() - 1)}” is off the screen"


def _wholly_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _cut_heads(window: QWidget) -> Iterator[str]:
    """Heads of columns that are narrower than their words."""
    for table in window.findChildren(QTableView):
        if not table.isVisible() or table.model() is None or table.horizontalHeader().isHidden():
            continue
        heads = table.horizontalHeader()
        for at in range(table.model().columnCount()):
            words = str(table.model().headerData(at, Qt.Orientation.Horizontal) or "")
            if not table.isColumnHidden(at) and heads.fontMetrics().horizontalAdvance(words) > heads.sectionSize(at):
                yield f"the head “{words}” is cut: {heads.sectionSize(at)}"
