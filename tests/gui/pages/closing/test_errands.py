"""What keeps a month from being closed opens its place by Enter, and Alt+← leads back to the close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.answers import Unfinished
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.canteen import scanning
from desktop.services.closing import quality
from desktop.services.closing.quality import Finding
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits import risks
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.canteen.queue_dialog import QueueDialog
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.closing.finding_places import finding_words
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.visits.page import VisitsPage
from tests.gui.keyboard import type_words
from tests.gui.whole import opened

OCTOBER = Month(2026, 10)
ALT = Qt.KeyboardModifier.AltModifier
Person = Callable[..., int]


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, person: Person, qtbot: QtBot) -> Iterator[MainWindow]:
    """2 November, with one of everything that is unfinished in October."""
    one = person("李桂兰", flags=["living_alone"])
    person("王芳", accept_to_verify=True, id_number="530114194403050021")
    scanning.scan(actor, "15301149999999900", "lunch", "dine_in")
    for kind in ("emergency", "cleaning"):
        draft = ServiceDraft(resident_id=one, type=kind, state="requested", service_on="2026-10-20")
        orders.save(actor, draft)
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-19"))
    risks.save(actor, RiskDraft(resident_id=one, what="燃气软管老化", level="urgent", found_on="2026-10-20"))
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        made = opened(folder, actor, qtbot)
        yield made


def close_of(window: MainWindow, qtbot: QtBot) -> CloseMonthDialog:
    """The dialog of the close, when it has the keyboard."""
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in page.findChildren(CloseMonthDialog)))
    box = next(box for box in page.findChildren(CloseMonthDialog) if box.isVisible())
    qtbot.waitUntil(box.isActiveWindow)
    return box


def go_to(window: MainWindow, qtbot: QtBot, kind: Unfinished) -> Finding:
    """Open the close of October, go down to a finding and press Enter."""
    found = quality.check(OCTOBER)
    finding = next(one for one in found if one.kind is kind)
    window.go("sync")
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    QTest.keyClick(page.months.view, Qt.Key.Key_Return)
    box = close_of(window, qtbot)
    for _ in range(found.index(finding)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    line = QApplication.focusWidget()
    assert line is box.findings.lines[found.index(finding)]
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_room != "sync")
    # Offscreen nobody raises the window again once a box has gone.
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return finding


def shown_services(window: MainWindow) -> list[str]:
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    assert page.month == OCTOBER
    return [row.type for row in page.load_rows(list(page.table.model.ids))]


def visits_of(window: MainWindow) -> VisitsPage:
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    return page


def test_every_kind_of_finding_is_there_to_be_opened(window: MainWindow) -> None:
    made = {
        Unfinished.QUEUED_SCANS, Unfinished.OPEN_EMERGENCIES, Unfinished.OPEN_ORDERS, Unfinished.UNVISITED,
        Unfinished.OPEN_RISKS, Unfinished.TO_VERIFY,
    }  # fmt: skip
    assert {one.kind for one in quality.check(OCTOBER)} == made


def test_orders_that_are_not_finished_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.OPEN_ORDERS)
    assert sorted(shown_services(window)) == ["cleaning", "emergency"]


def test_urgent_help_that_is_not_finished_is_listed_alone(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.OPEN_EMERGENCIES)
    assert shown_services(window) == ["emergency"]


def test_who_was_not_visited_is_listed_in_that_month(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.UNVISITED)
    page = visits_of(window)
    assert (page.current, page.roster.standing, page.month) == ("roster", "unvisited", OCTOBER)
    qtbot.waitUntil(
        lambda: [row.person.name for row in page.roster.load_rows(list(page.roster.table.model.ids))] == ["李桂兰"]
    )


def test_open_risks_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.OPEN_RISKS)
    assert visits_of(window).current == "risks"


def test_numbers_to_verify_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.TO_VERIFY)
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    assert [row.name for row in page.load_rows(list(page.table.model.ids))] == ["王芳"]


def test_scans_that_wait_are_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, qtbot, Unfinished.QUEUED_SCANS)
    assert window.current_room == "canteen"
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QueueDialog)))


def test_alt_left_leads_back_to_the_close(window: MainWindow, qtbot: QtBot) -> None:
    finding = go_to(window, qtbot, Unfinished.OPEN_RISKS)
    assert finding_words(finding) in window.strip.text and "2026年10月" in window.strip.text
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert window.current_room == "sync"
    box = close_of(window, qtbot)
    assert box.month == OCTOBER
    assert window.strip.text == ""


def test_alt_left_without_an_errand_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.go("beds")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert window.current_room == "beds"


def test_the_explanation_that_was_typed_waits_while_a_finding_is_seen_to(window: MainWindow, qtbot: QtBot) -> None:
    window.go("sync")
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    QTest.keyClick(page.months.view, Qt.Key.Key_Return)
    box = close_of(window, qtbot)
    box.form.focus_first()
    type_words(QApplication.focusWidget(), "外出，已电话联系家属")
    risks_line = box.findings.lines[[one.kind for one in quality.check(OCTOBER)].index(Unfinished.OPEN_RISKS)]
    risks_line.setFocus()
    QTest.keyClick(risks_line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_room != "sync")
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    again = close_of(window, qtbot)
    assert again is not box and "没有保存" in again.strip.text
    QTest.keyClick(again.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert again.form.values()["explanation"] == "外出，已电话联系家属"
    again.reject()
