"""The tabs of the visits room, and those of the roster by standing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.counted_tabs import CountedTabs

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


def tab_words() -> dict[str, str]:
    """The parts of the visits room, by key."""
    return {
        DUE: translate("VisitTabs", "Due"),
        RECORDS: translate("VisitTabs", "Visits"),
        ROSTER: translate("VisitTabs", "Roster"),
        RISKS: translate("VisitTabs", "Risks"),
        SHEETS: translate("VisitTabs", "Sheets"),
        QUALITY: translate("VisitTabs", "Quality"),
        TREND: translate("VisitTabs", "Trend"),
    }


class VisitTabs(CountedTabs):
    """The parts of the visits room."""

    KEYS = (DUE, RECORDS, ROSTER, RISKS, SHEETS, QUALITY, TREND)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tab_words(), translate("VisitTabs", "Parts of this room"), parent)


class StandingTabs(CountedTabs):
    """The roster's people by standing, and who came and left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = {**standing_words(), MOVES: translate("VisitTabs", "Moves")}
        super().__init__(words, translate("VisitTabs", "Standing on the roster"), parent)
