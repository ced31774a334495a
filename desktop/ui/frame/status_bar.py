"""The status bar: six facts, each of which opens its place."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.status import StatusItem

Fact = tuple[str, Tone]
_NOTHING: Fact = ("", Tone.NEUTRAL)


@dataclass(frozen=True)
class StatusFacts:
    """What the status bar says: words and state of each item; empty words hide it."""

    centre: Fact = _NOTHING
    station: Fact = _NOTHING
    user: Fact = _NOTHING
    month: Fact = _NOTHING
    backup: Fact = _NOTHING
    sync: Fact = _NOTHING


# Which room an item opens, and what it asks for there.
PLACES = {
    "centre": (RoomKey.SYSTEM, "centre"),
    "station": (RoomKey.SYSTEM, "station"),
    "user": (RoomKey.SYSTEM, "user"),
    "month": (RoomKey.REPORTS, "month"),
    "backup": (RoomKey.SYSTEM, "backup"),
    "sync": (RoomKey.SYNC, None),
}


class StatusBar(QFrame):
    """A row of facts at the bottom; ``place_requested`` carries room and argument."""

    place_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        names = {
            "centre": translate("StatusBar", "Centre"),
            "station": translate("StatusBar", "Station"),
            "user": translate("StatusBar", "Signed in"),
            "month": translate("StatusBar", "State of the month"),
            "backup": translate("StatusBar", "Last backup"),
            "sync": translate("StatusBar", "State of the sync file"),
        }
        self.items = {key: StatusItem(name) for key, name in names.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(6)
        for key, item in self.items.items():
            if key == "month":
                row.addStretch(1)
            row.addWidget(item)
            room, argument = PLACES[key]
            item.clicked.connect(lambda _=False, to=room, what=argument: self.place_requested.emit(to, what))
        self.show_facts(StatusFacts())

    def show_facts(self, facts: StatusFacts) -> None:
        """Say these facts."""
        for entry in fields(facts):
            words, tone = getattr(facts, entry.name)
            self.items[entry.name].show_fact(words, tone)
