"""Rooms that read behind the window: they stand at once, say that they read, and show no number of before as true."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.answers import ReportKind
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.storage_errors import DiskFull
from desktop.models.database import close_thread
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus, Topic
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.reads import ReadsBehind
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import New
from desktop.ui.pages.reports import page as reports_page
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.visits import page as visits_page
from desktop.ui.pages.visits import roster as roster_page
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.tables.section_view import key_figures
from tests.gui.desk import ROOMS, Desk


class Gate:
    """Keeps a reading waiting until the test has looked at the page."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.open.set()

    def before(self, monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> None:
        """From now on ``place.name`` waits at the gate."""
        real = getattr(place, name)

        def waiting(*given: object) -> object:
            assert self.open.wait(30)
            return real(*given)

        monkeypatch.setattr(place, name, waiting)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


@pytest.fixture
def behind(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[Callable[[str], Desk]]:
    """A room of a window that reads in a thread of its own, as the program does."""
    opened: list[MainWindow] = []

    def open_in(room: str) -> Desk:
        session = Session(actor, folder, Bus(), Jobs(close_thread), Preferences(), ReadsBehind(close_thread))
        window = MainWindow(session, [Room(room, room, room, ROOMS[room])])
        opened.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window._painted)
        QApplication.processEvents()
        return Desk(window, qtbot)

    yield open_in
    for window in opened:
        window.jobs.stop()
        window.session.reads.stop()
        window.hide()
        window.deleteLater()
    QApplication.processEvents()


def read_through(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.window.session.reads.busy)
    QApplication.processEvents()


def visits_of(desk: Desk) -> VisitsPage:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    return page


def reports_of(desk: Desk) -> ReportsPage:
    page = desk.window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


@pytest.fixture
def people(person: Callable[..., int]) -> list[int]:
    return [person(name, flags=["living_alone"], address=f"1栋{at}室") for at, name in enumerate(("李桂兰", "王芳"), 1)]


def test_the_board_stands_before_it_is_read_and_says_so(
    people: list[int], behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.open.clear()
    gate.before(monkeypatch, visits_page, "visit_facts")
    here = behind("visits")
    page = visits_of(here)
    assert page.board.isVisible()
    assert page.board.table.empty.isVisible()
    assert page.board.table.empty._title.text() == "正在读取…"
    assert page.tabs[0].tabText(0) == "待访看板"
    here.qtbot.waitUntil(lambda: page.board.header.sign == "正在读取…")
    gate.open.set()
    read_through(here)
    assert list(page.board.table.model.ids) == people
    assert page.board.header.sign == ""
    assert page.board.table.view.hasFocus(), "the keyboard waited for the list"


def test_after_a_visit_no_old_number_stands_and_the_next_person_follows(
    people: list[int], actor: Actor, behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.before(monkeypatch, visits_page, "visit_facts")
    here = behind("visits")
    read_through(here)
    page = visits_of(here)
    here.enter()
    gate.open.clear()
    here.enter(5)  # method, outcome, visitors, date, time
    here.type("111111")
    here.control(Qt.Key.Key_S)
    assert page.board.table.current_id() == people[1], "not the one who was just visited"
    here.qtbot.waitUntil(lambda: page.board.header.sign == "正在读取…")
    assert all("0" not in tabs.tabText(0) and "2" not in tabs.tabText(0) for tabs in page.tabs)
    gate.open.set()
    read_through(here)
    assert list(page.board.table.model.ids) == [people[1]]
    assert page.board.board is not None
    assert page.board.board.progress.visited == 1


def test_who_is_named_by_another_room_is_begun_once_the_board_is_read(
    people: list[int], behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.open.clear()
    gate.before(monkeypatch, visits_page, "visit_facts")
    here = behind("visits")
    page = visits_of(here)
    here.window.go("visits", New(people[1]))
    assert not page.board.form_open
    gate.open.set()
    read_through(here)
    assert page.board.form_open
    panel = page.board.panel
    assert panel is not None
    assert panel.form.values()["resident_id"] == people[1]


def test_another_tab_that_was_opened_meanwhile_stays(
    people: list[int], behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.open.clear()
    gate.before(monkeypatch, visits_page, "visit_facts")
    here = behind("visits")
    page = visits_of(here)
    here.window.go("visits", New(people[1]))
    page.receive("risks")
    gate.open.set()
    read_through(here)
    assert page.current == "risks"
    assert not page.board.form_open


def test_a_board_that_cannot_be_read_does_not_go_on_saying_that_it_reads(
    people: list[int], behind: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_month: Month) -> object:
        raise DiskFull("D:")

    monkeypatch.setattr(visits_page, "visit_facts", broken)
    here = behind("visits")
    read_through(here)
    page = visits_of(here)
    assert page.strip.text
    assert page.board.table.empty._title.text() == "未能读取。"


def test_the_roster_of_another_month_takes_the_old_lines_away_first(
    people: list[int], actor: Actor, behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits.save(actor, VisitDraft(people[0], "2026-10-20", method="phone"))
    gate.before(monkeypatch, roster_page, "read_roster")
    here = behind("visits")
    read_through(here)
    page = visits_of(here)
    page.receive("visited")
    read_through(here)
    assert list(page.roster.table.model.ids) == [people[0]]
    gate.open.clear()
    page.set_month(Month(2026, 9))
    assert list(page.roster.table.model.ids) == []
    assert page.roster.table.empty._title.text() == "正在读取…"
    assert [page.roster.standings.tabText(at) for at in range(2)] == ["未访", "已访"]
    gate.open.set()
    read_through(here)
    assert page.roster.counts["visited"] == 0
    assert page.roster.table.empty._title.text() != "正在读取…"


def test_reports_show_no_figures_until_they_are_read_and_then_what_was_asked_for(
    people: list[int], actor: Actor, behind: Callable[[str], Desk], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits.save(actor, VisitDraft(people[0], "2026-10-20", method="phone"))
    gate.before(monkeypatch, reports_page, "_read")
    here = behind("reports")
    read_through(here)
    page = reports_of(here)
    assert dict(key_figures(page._sections["visits"][0]))["实访人数"] == "1"
    gate.open.clear()
    page.session.bus.tell(Topic.VISITS)
    assert "正在读取" in page.heading.text()
    assert page._shown is None
    assert page.contents.topLevelItemCount() == 0
    assert not page.export_button.isEnabled()
    here.window.go("reports", "beds")
    gate.open.set()
    read_through(here)
    assert page.kind == "beds"
    assert page.contents.topLevelItemCount() == len(ReportKind)
    assert page.export_button.isEnabled()


def test_a_preview_prints_the_figures_that_the_page_shows(
    people: list[int], behind: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = behind("reports")
    read_through(here)
    page = reports_of(here)

    def again(*_given: object) -> object:
        raise AssertionError("the page had them")

    monkeypatch.setattr("desktop.services.figures.figures_of", again)
    page.preview()
    here.finish_job()
    [pdf] = (page.session.folder.root / "preview").iterdir()
    assert pdf.stat().st_size > 1000
