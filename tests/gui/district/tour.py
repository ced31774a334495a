"""Every room of a district's window, its screens and its boxes, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.district.centre_view import CentreView
from desktop.ui.district.centres_page import CentresPage
from desktop.ui.district.figures_page import FiguresPage
from desktop.ui.district.office_page import OfficePage
from desktop.ui.district.papers_page import PapersPage
from desktop.ui.district.rooms import DistrictRoom
from desktop.ui.district.window import DistrictWindow
from tests.gui.district.made_office import Made
from tests.gui.places import Shown, Walk


class DistrictTour(Walk[DistrictWindow]):
    """The places of a district's window."""

    def __init__(self, window: DistrictWindow, qtbot: QtBot, office: Made) -> None:
        super().__init__(window, qtbot)
        self.office = office

    def places(self) -> Iterator[Shown]:
        """All of them."""
        yield from self._centres()
        yield from self._figures()
        for room in (DistrictRoom.ACROSS, DistrictRoom.RECEIPTS):
            self._go(room)
            yield self._at(room)
        yield from self._papers()
        yield from self._office()

    def _go(self, room: DistrictRoom) -> QWidget:
        self.window.go(room)
        self.settle()
        return self.window.page(room)

    def _centres(self) -> Iterator[Shown]:
        page = self._go(DistrictRoom.CENTRES)
        assert isinstance(page, CentresPage)
        yield self._at("centres")
        page._open(0)
        yield self._at("centres: one centre")
        assert isinstance(page.view, CentreView)
        page.view.open_figures()
        yield self._at("centres: figures of one")
        page.close_views()
        bad = self.office.stick / "坏文件.shizhu"
        bad.write_bytes(b"junk")
        page.take([self.office.stick])
        yield self._at("centres: what came in")
        page.close_views()

    def _figures(self) -> Iterator[Shown]:
        page = self._go(DistrictRoom.FIGURES)
        assert isinstance(page, FiguresPage)
        yield self._at("figures")
        page._open(0)
        yield self._at("figures: by centre")
        page.close_views()
        page.open_all()
        yield self._at("figures: all")
        page.close_views()

    def _papers(self) -> Iterator[Shown]:
        page = self._go(DistrictRoom.PAPERS)
        assert isinstance(page, PapersPage)
        for at in range(len(page.contents.model.ids)):
            page.contents.select_id(at)
            yield self._at(f"papers: {at}")

    def _office(self) -> Iterator[Shown]:
        page = self._go(DistrictRoom.OFFICE)
        assert isinstance(page, OfficePage)
        yield self._at("office")
        yield from self._box("office: without a key", page.register)
        self.window.show_keys()
        yield from self._box("keys", lambda: None)
