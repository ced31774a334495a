"""A row of tabs with counts beside their words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui.widgets.labels import set_property

# As in the stylesheet.
_TAB_PADDING = 16


class CountedTabs(QTabBar):
    """One row of tabs with counts; ``chosen`` carries a tab's key."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._words = dict(words)
        for text in self._words.values():
            self.addTab(text)
        self.setAccessibleName(name)
        self.currentChanged.connect(lambda at: self.chosen.emit(list(self._words)[at]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer together where the row would not hold all of them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_words"):
            self._fit()

    def show_tab(self, key: str) -> None:
        """Mark a tab without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(list(self._words).index(key))
        self.blockSignals(False)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers beside the words."""
        for at, (key, words) in enumerate(self._words.items()):
            self.setTabText(at, f"{words} {counts[key]}" if counts.get(key) is not None else words)
        self._fit()

    def _fit(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        words = sum(QFontMetrics(font).horizontalAdvance(self.tabText(at)) for at in range(self.count()))
        set_property(self, "close", words + 2 * _TAB_PADDING * self.count() > self.width())
