"""The status bar: facts, each of which opens its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

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
_SHORTENED = ("centre", "station", "district")

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


@dataclass(frozen=True)
class Place:
    """An item of the bar: what it is called, the room that it opens, and what it asks for there."""

    key: str
    name: str
    room: StrEnum
    argument: object = None
    to_right: bool = False


def places_of_a_centre() -> tuple[Place, ...]:
    """The facts of a centre, named as in ``StatusFacts``."""
    return (
        Place("centre", translate("StatusBar", "Centre"), RoomKey.SYSTEM, "centre"),
        Place("station", translate("StatusBar", "Station"), RoomKey.SYSTEM, "station"),
        Place("user", translate("StatusBar", "Signed in"), RoomKey.SYSTEM, "user"),
        Place("month", translate("StatusBar", "State of the month"), RoomKey.REPORTS, "month", to_right=True),
        Place("backup", translate("StatusBar", "Last backup"), RoomKey.SYSTEM, "backup"),
        Place("sync", translate("StatusBar", "State of the sync file"), RoomKey.SYNC),
    )


class StatusBar(QFrame):
    """A row of facts at the bottom; ``place_requested`` carries room and argument."""

    place_requested = Signal(str, object)

    def __init__(self, places: Sequence[Place] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        of_window = places or places_of_a_centre()
        self.items = {one.key: StatusItem(one.name) for one in of_window}
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGINS // 2, 2, _MARGINS // 2, 2)
        row.setSpacing(_GAP)
        for one in of_window:
            item = self.items[one.key]
            if one.to_right:
                row.addStretch(1)
            row.addWidget(item)
            item.clicked.connect(lambda _=False, to=one.room, what=one.argument: self.place_requested.emit(to, what))
            item.show_fact("")

    def show_facts(self, facts: StatusFacts) -> None:
        """Say these facts of a centre."""
        self.show_all({entry.name: getattr(facts, entry.name) for entry in fields(facts)})

    def show_all(self, facts: Mapping[str, Fact]) -> None:
        """Say these facts, by the key of their place."""
        for key, (words, tone) in facts.items():
            self.items[key].show_fact(words, tone)
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
