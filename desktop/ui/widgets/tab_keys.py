"""Ctrl+Tab leads through the parts of a room, Ctrl+Shift+Tab back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

STEPS = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1}


def step_by_keys(owner: QWidget, step: Callable[[int], object]) -> None:
    """Call ``step`` with 1 or -1 wherever in ``owner`` the keyboard is."""
    for keys, by in STEPS.items():
        shortcut = QShortcut(QKeySequence(keys), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda by=by: step(by))


def turn_by_keys(owner: QWidget, tabs: QTabBar) -> None:
    """Turn a row of tabs; behind the last one comes the first."""
    step_by_keys(owner, lambda by: tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count()))
