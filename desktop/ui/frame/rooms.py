"""The rooms of the window by their keys, so that nobody asks for one that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RoomKey(StrEnum):
    """Which room; all but ``IMPORT`` stand on the rail, in this order. The key names the room's icon too."""

    HOME = "home"
    RESIDENTS = "residents"
    VISITS = "visits"
    SERVICES = "services"
    CANTEEN = "canteen"
    BEDS = "beds"
    REPORTS = "reports"
    SYNC = "sync"
    SYSTEM = "system"
    IMPORT = "import"


@dataclass(frozen=True)
class Errand:
    """Something to see to in another room, from which one comes back; ``words`` say what one left for it."""

    argument: object
    words: str
