"""The tabs of the visits room, and those of the roster by standing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.labels import set_property

DUE, RECORDS, ROSTER, RISKS, SHEETS, QUALITY, TREND = (
    "due",
    "records",
    "roster",
    "risks",
    "sheets",
    "quality",
    "trend",
)
UNVISITED, VISITED, EXCUSED, REQUIRED, LATE, MOVES = (
    "unvisited",
    "visited",
    "excused",
    "required",
    "late",
    "moves",
)


# As in the stylesheet.
_TAB_PADDING = 16
# The parts of the roster, each a tab of its own.
STANDINGS = (UNVISITED, VISITED, EXCUSED, REQUIRED, LATE)


def standing_words() -> dict[str, str]:
    """The parts of the roster, in Chinese as on the printed report."""
    return {
        UNVISITED: translate("Roster", "Unvisited"),
        VISITED: translate("Roster", "Visited"),
        EXCUSED: translate("Roster", "Excused"),
        REQUIRED: translate("Roster", "Required"),
        LATE: translate("Roster", "Late"),
    }


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


class VisitTabs(CountedTabs):
    """The parts of the visits room."""

    KEYS = (DUE, RECORDS, ROSTER, RISKS, SHEETS, QUALITY, TREND)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = {
            DUE: translate("VisitTabs", "Due"),
            RECORDS: translate("VisitTabs", "Visits"),
            ROSTER: translate("VisitTabs", "Roster"),
            RISKS: translate("VisitTabs", "Risks"),
            SHEETS: translate("VisitTabs", "Sheets"),
            QUALITY: translate("VisitTabs", "Quality"),
            TREND: translate("VisitTabs", "Trend"),
        }
        super().__init__(words, translate("VisitTabs", "Parts of this room"), parent)


class StandingTabs(CountedTabs):
    """The roster's people by standing, and who came and left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = {**standing_words(), MOVES: translate("VisitTabs", "Moves")}
        super().__init__(words, translate("VisitTabs", "Standing on the roster"), parent)
