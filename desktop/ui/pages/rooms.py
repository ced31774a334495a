"""The rooms of the window, and which page each has: loaded behind the first window, or when it is entered before."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

from desktop.core.i18n import translate
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session

# Each room's page, imported behind the first window, or when the room is entered before.
PAGES = {
    RoomKey.HOME: "home.page:HomePage",
    RoomKey.RESIDENTS: "residents.page:ResidentsPage",
    RoomKey.VISITS: "visits.page:VisitsPage",
    RoomKey.SERVICES: "help_services.page:ServicesPage",
    RoomKey.CANTEEN: "canteen.page:CanteenPage",
    RoomKey.BEDS: "beds.page:BedsPage",
    RoomKey.REPORTS: "reports.page:ReportsPage",
    RoomKey.SYNC: "closing.page:SyncPage",
    RoomKey.SYSTEM: "system.page:SystemPage",
    RoomKey.IMPORT: "importing.page:ImportPage",
}


def rooms() -> list[Room[RoomKey]]:
    """The nine rooms, in the order of the rail; their key names their icon too."""
    words = {
        RoomKey.HOME: translate("Rooms", "Home"),
        RoomKey.RESIDENTS: translate("Rooms", "Residents"),
        RoomKey.VISITS: translate("Rooms", "Monthly visits"),
        RoomKey.SERVICES: translate("Rooms", "Help services"),
        RoomKey.CANTEEN: translate("Rooms", "Canteen"),
        RoomKey.BEDS: translate("Rooms", "Beds"),
        RoomKey.REPORTS: translate("Rooms", "Reports"),
        RoomKey.SYNC: translate("Rooms", "Handing in"),
        RoomKey.SYSTEM: translate("Rooms", "System"),
    }
    return [Room(key, word, key, maker(key)) for key, word in words.items()]


def load(key: RoomKey) -> object:
    """The class of a room's page, with everything that it is made of."""
    module, _, name = PAGES[key].partition(":")
    return getattr(importlib.import_module(f"desktop.ui.pages.{module}"), name)


def maker(key: RoomKey) -> Callable[[Session], Page]:
    """What makes a room's page, which is imported only then."""

    def make(session: Session) -> Page:
        made = cast(Callable[[Session], Page], load(key))(session)
        return made

    return make
