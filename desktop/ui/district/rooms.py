"""The rooms of a district's window; the module of a room is loaded when it is first entered."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from desktop.core.i18n import translate
from desktop.ui.district.office import Office
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session


class DistrictRoom(StrEnum):
    """Which room of a district's window; they stand on the rail in this order."""

    CENTRES = "centres"
    FIGURES = "figures"
    ACROSS = "across"
    PAPERS = "papers"
    RECEIPTS = "receipts"
    OFFICE = "office"


def rooms(office: Office) -> list[Room[DistrictRoom]]:
    """The rooms, none of them made yet."""

    def centres(session: Session) -> Page:
        from desktop.ui.district.centres_page import CentresPage

        return CentresPage(session, office)

    def figures(session: Session) -> Page:
        from desktop.ui.district.figures_page import FiguresPage

        return FiguresPage(session, office)

    def across(session: Session) -> Page:
        from desktop.ui.district.across_page import AcrossPage

        return AcrossPage(session, office)

    def papers(session: Session) -> Page:
        from desktop.ui.district.papers_page import PapersPage

        return PapersPage(session, office)

    def receipts(session: Session) -> Page:
        from desktop.ui.district.receipts_page import ReceiptsPage

        return ReceiptsPage(session, office)

    def of_office(session: Session) -> Page:
        from desktop.ui.district.office_page import OfficePage

        return OfficePage(session, office)

    made: list[tuple[DistrictRoom, str, str, Callable[[Session], Page]]] = [
        (DistrictRoom.CENTRES, translate("DistrictRooms", "Centres"), "home", centres),
        (DistrictRoom.FIGURES, translate("DistrictRooms", "Indicators"), "reports", figures),
        (DistrictRoom.ACROSS, translate("DistrictRooms", "Across centres"), "residents", across),
        (DistrictRoom.PAPERS, translate("DistrictRooms", "Reports"), "table", papers),
        (DistrictRoom.RECEIPTS, translate("DistrictRooms", "Receipts"), "sync", receipts),
        (DistrictRoom.OFFICE, translate("DistrictRooms", "System"), "system", of_office),
    ]
    return [Room(key, word, icon, make) for key, word, icon, make in made]
