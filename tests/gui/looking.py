"""What window tests look at: made-up people, and words that do not fit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget


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
