"""What window tests look at: made-up people, and words that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTreeWidget,
    QWidget,
)

from desktop.ui.pages.importing.preview import SheetPreview
from desktop.ui.tables.cell_grid import CellGrid

# What a line keeps free at its ends.
_CURSOR = 3
# Tables of a workbook that somebody brought, and the days of a month, may be broader than any screen.
SCROLLS_SIDEWAYS = (SheetPreview, CellGrid)


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
                found.append(f"{_named(widget)} {_size(widget.size())} < {_size(widget.sizeHint())}")
    return found


def _fits(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 1
    hint = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
    return hint.width() <= widget.width() + 1 and hint.height() <= widget.height() + 1


def _hidden_by_scrolling(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty() or isinstance(widget.parent(), QLineEdit)


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"


def misfits(window: QWidget, screen: tuple[int, int]) -> list[str]:
    """What does not fit: the window into the screen, words into their widgets, controls into the window."""
    found = []
    if window.width() > screen[0] or window.height() > screen[1]:
        found.append(f"is {window.width()}×{window.height()} large")
    found += cut_widgets(window)
    for look in (_sideways, _off, _out_of_reach, _cut_heads, _cut_choices, _cut_items):
        found += list(look(window))
    return found


def _sideways(window: QWidget) -> Iterator[str]:
    """Areas that scroll from side to side, except tables of somebody else's columns."""
    for area in window.findChildren(QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and bar.maximum() > 0 and not isinstance(area, SCROLLS_SIDEWAYS):
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


def _out_of_reach(window: QWidget) -> Iterator[str]:
    """Words and controls that stand outside of what holds them, where no scrolling leads."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
            continue
        part: QWidget = widget
        while part is not window and part.parentWidget() is not None and not part.isWindow():
            holder = part.parentWidget()
            area = holder.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
                if part.width() > holder.width() and area.horizontalScrollBar().maximum() == 0:
                    yield f"{_named(widget)} is out of reach: {type(area).__name__} does not scroll sideways"
                    break
            elif not holder.rect().adjusted(-1, -1, 1, 1).contains(part.geometry()):
                yield f"{_named(widget)} is out of reach: {type(part).__name__} leaves its {type(holder).__name__}"
                break
            part = holder


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


def _cut_choices(window: QWidget) -> Iterator[str]:
    """Pick lists that are too narrow for the choice that stands in them."""
    for box in window.findChildren(QComboBox):
        if not box.isVisible() or not box.currentText():
            continue
        line = box.lineEdit()
        if line is not None:
            room = line.width() - 2 * _CURSOR
            beneath = {one.text() for one in (box.parentWidget() or box).findChildren(QLabel) if one.isVisible()}
            if line.fontMetrics().horizontalAdvance(box.currentText()) > room and box.currentText() not in beneath:
                yield f"the choice “{box.currentText()}” is cut: {room}"
            continue
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = box.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
        )
        if box.fontMetrics().horizontalAdvance(box.currentText()) > field.width() + 1:
            yield f"the choice “{box.currentText()}” is cut: {field.width()}"


def _cut_items(window: QWidget) -> Iterator[str]:
    """Lines of a list of places that are longer than it is wide."""
    for tree in window.findChildren(QTreeWidget):
        if not tree.isVisible():
            continue
        for at in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(at)
            if item is None:
                continue
            room = tree.visualItemRect(item).width()
            if tree.fontMetrics().horizontalAdvance(item.text(0)) > room:
                yield f"the item “{item.text(0)}” is cut: {room}"
