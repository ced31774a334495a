"""The tabs of the visits room: the visits themselves, the roster by standing, the risks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.core.i18n import translate

RECORDS, UNVISITED, VISITED, EXCUSED, REQUIRED, LATE, RISKS = (
    "records",
    "unvisited",
    "visited",
    "excused",
    "required",
    "late",
    "risks",
)
# The roster's words are those of the printed report.
WORDS = {UNVISITED: "未访", VISITED: "已访", EXCUSED: "免访", REQUIRED: "应访", LATE: "新增"}


class VisitTabs(QTabBar):
    """One row of tabs with counts; ``chosen`` carries a tab's key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._words = {
            RECORDS: translate("VisitTabs", "Visits"),
            **WORDS,
            RISKS: translate("VisitTabs", "Open risks"),
        }
        for words in self._words.values():
            self.addTab(words)
        self.setAccessibleName(translate("VisitTabs", "Parts of this room"))
        self.currentChanged.connect(lambda at: self.chosen.emit(list(self._words)[at]))

    def show_tab(self, key: str) -> None:
        """Mark a tab without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(list(self._words).index(key))
        self.blockSignals(False)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers beside the words."""
        for at, (key, words) in enumerate(self._words.items()):
            self.setTabText(at, f"{words} {counts[key]}" if key in counts else words)
