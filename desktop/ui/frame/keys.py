"""The keys of a room, said once: what they call and their line in F1 come from the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Key:
    """A key, what it does in words, and what it calls; nothing where a part of the room listens itself.

    ``also`` is the same key by another name, as Enter has two.
    """

    keys: str
    words: str
    call: Callable[[], object] | None = None
    also: tuple[str, ...] = ()


def install(owner: QWidget, keys: Iterable[Key]) -> list[QShortcut]:
    """Let the keys work wherever the keyboard is within the owner."""
    return [_shortcut(owner, name, one.call) for one in keys if one.call for name in (one.keys, *one.also)]


def calls(keys: Iterable[Key]) -> dict[Qt.Key, Callable[[], object]]:
    """What single keys call by their codes, for a part that hears them itself."""
    return {Qt.Key[f"Key_{one.keys}"]: one.call for one in keys if one.call}


def _shortcut(owner: QWidget, name: str, call: Callable[[], object]) -> QShortcut:
    made = QShortcut(QKeySequence(name), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(lambda: call())
    return made
