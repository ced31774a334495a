"""The status bar: six facts, each of which opens its place."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.status import StatusItem

_MARGINS, _GAP, _LEAST, _UNBOUNDED = 16, 6, 70, 16777215
# What gives way first.
_SHORTENED = ("centre", "station")

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
        row.setContentsMargins(_MARGINS // 2, 2, _MARGINS // 2, 2)
        row.setSpacing(_GAP)
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
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the centre and the station, which hardly ever change, are shortened first."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "items"):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        shown = {key: item for key, item in self.items.items() if not item.isHidden()}
        for item in shown.values():
            item.fit(_UNBOUNDED)
        wide = {key: item.sizeHint().width() for key, item in shown.items()}
        room = self.width() - _MARGINS - _GAP * max(len(shown), 1)
        for key in (*_SHORTENED, *(one for one in shown if one not in _SHORTENED)):
            over = sum(wide.values()) - room
            if key in shown and over > 0:
                wide[key] = max(wide[key] - over, theme.px(_LEAST))
                shown[key].fit(wide[key])
