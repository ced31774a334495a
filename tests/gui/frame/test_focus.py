"""The keyboard stays in the page, whatever is hidden, greyed, closed or taken away under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.residents.duplicates_view import DuplicatesView
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.tabs import VisitTabs
from desktop.ui.widgets import tab_order
from tests.gui.furnished import ROOMS, entered, window
from tests.gui.whole import opened

__all__ = ["window"]
CTRL = Qt.KeyboardModifier.ControlModifier
Person = Callable[..., int]


def within(page: QWidget) -> bool:
    """Whether the keyboard is in something of the page that is there to be seen."""
    now = QApplication.focusWidget()
    return now is not None and now.isVisible() and now.isEnabled() and (now is page or page.isAncestorOf(now))


def parts_of(page: QWidget) -> list[QWidget]:
    """Everything that the keyboard may be in, and all that it stands in up to the page."""
    found: list[QWidget] = []
    for stop in tab_order.stops(page):
        at: QWidget | None = stop
        while at is not None and at is not page and at not in found:
            found.append(at)
            at = at.parentWidget()
    return found


def lose(part: QWidget, how: str) -> None:
    """Take what has the keyboard away."""
    if how == "hidden":
        part.hide()
    else:
        part.setEnabled(False)


def give_again(part: QWidget, how: str) -> None:
    if how == "hidden":
        part.show()
    else:
        part.setEnabled(True)


def check_parts(page: QWidget, qtbot: QtBot, how: str) -> int:
    tried = 0
    for part in parts_of(page):
        stop = next((one for one in tab_order.stops(page) if one is part or part.isAncestorOf(one)), None)
        if stop is None:
            continue
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        lose(part, how)
        qtbot.waitUntil(lambda: within(page))
        give_again(part, how)
        tried += 1
    return tried


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_goes_the_keyboard_stays_in_the_page(window: MainWindow, qtbot: QtBot, room: str) -> None:
    page = entered(window, qtbot, room)
    assert check_parts(page, qtbot, "hidden") > 3
    assert check_parts(page, qtbot, "greyed") > 3


@pytest.mark.parametrize("room", ["residents", "services", "canteen", "beds"])
def test_whatever_goes_from_a_form_the_keyboard_stays_in_the_page(window: MainWindow, qtbot: QtBot, room: str) -> None:
    page = entered(window, qtbot, room)
    assert isinstance(page, RecordsPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    assert check_parts(page, qtbot, "hidden") > 10


@pytest.mark.parametrize("tab", VisitTabs.KEYS)
def test_whatever_goes_from_a_part_of_the_visits_room_the_keyboard_stays_there(
    window: MainWindow, qtbot: QtBot, tab: str
) -> None:
    page = entered(window, qtbot, "visits")
    assert isinstance(page, VisitsPage)
    page.show_tab(tab)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert check_parts(page, qtbot, "hidden") > 2
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CTRL)
    keys = VisitTabs.KEYS
    assert page.current == keys[(keys.index(tab) + 1) % len(keys)], "Ctrl+Tab still turns the tabs"
    qtbot.waitUntil(lambda: within(page))


def test_whatever_goes_from_a_part_of_the_system_room_the_keyboard_stays_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = entered(window, qtbot, "system")
    assert isinstance(page, SystemPage)
    for key in page._makers:
        page.receive(key)
        qtbot.waitUntil(lambda: not window.session.reads.busy)
        assert check_parts(page, qtbot, "hidden") > 1


def test_a_part_that_is_deleted_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "home")
    assert isinstance(page, HomePage)
    line = tab_order.stops(page)[-1]
    line.setFocus()
    line.deleteLater()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not line and within(page))


def test_the_rail_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    window._rail._items["beds"].setFocus()
    qtbot.waitUntil(lambda: within(page))


def test_discarding_what_was_typed_leads_back_into_the_list(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    # 保存, then 不要了.
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.form_open)
    assert page.table.view.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.header.search is not None and page.header.search.hasFocus()


def test_discarding_where_nothing_is_listed_leads_to_the_search(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot
) -> None:
    made = opened(folder, actor, qtbot)
    page = entered(made, qtbot, "beds")
    assert isinstance(page, RecordsPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    assert page.panel is not None
    page.panel.give_up()
    assert page.header.search is not None and page.header.search.hasFocus()


@pytest.fixture
def twins(window: MainWindow, person: Person, qtbot: QtBot) -> DuplicatesView:
    """The last pair of the register, compared."""
    person("赵正光", born="1950-01-02", phone="13800000001")
    person("赵正光", born="1950-01-02", phone="13800000001")
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    page.open_duplicates()
    view = page.view
    assert isinstance(view, DuplicatesView)
    qtbot.waitUntil(lambda: not window.jobs.busy and view.panel.isVisible())
    return view


def test_after_the_last_pair_was_merged_esc_and_ctrl_tab_still_work(
    window: MainWindow, twins: DuplicatesView, qtbot: QtBot
) -> None:
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    assert len(twins.pairs) == 1
    reason = twins.panel.form.fields["reason"]
    reason.set_value("同一人")
    reason.grab_keyboard()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: twins.pairs == {})
    assert within(twins)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CTRL)
    assert twins.tabs.currentIndex() == 1 and within(twins)
    window.go("beds")
    window.go("residents")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.view is None and within(page)


@pytest.mark.parametrize("screen", ["card", "duplicates", "as_of"])
def test_whatever_goes_from_a_screen_in_the_place_of_the_list_esc_leads_back(
    window: MainWindow, qtbot: QtBot, screen: str
) -> None:
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    open_it = {"card": lambda: page.open_card(page.table.model.ids[0]), "duplicates": page.open_duplicates}
    open_it.get(screen, page.open_as_of)()
    qtbot.waitUntil(lambda: not window.jobs.busy and not window.session.reads.busy)
    assert isinstance(page.view, PageView)
    assert check_parts(page.view, qtbot, "hidden") > 3
    assert within(page.view)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.view is None)
    assert within(page)


# One line is meant by the list, its mark and the panel beside it.


def meant(page: RecordsPage) -> tuple[list[int], int | None]:
    """The marked lines and the current one."""
    return page.table.selected_ids(), page.table.current_id()


def test_after_a_merge_list_mark_and_panel_stand_at_one_person(
    window: MainWindow, twins: DuplicatesView, qtbot: QtBot
) -> None:
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    page.table.select_id(twins.pairs[1].other.resident_id)
    twins.panel.form.fields["reason"].set_value("同一人")
    twins.merge()
    qtbot.waitUntil(lambda: twins.pairs == {})
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.view is None and page.table.view.hasFocus())
    row = page.table.current_row()
    assert row is not None
    assert meant(page) == ([row.id], row.id)
    assert page.detail is not None and page.detail._title.text() == row.name
    assert page.table.view.viewport().rect().contains(page.table.view.visualRect(page.table.view.currentIndex()))


def test_a_line_that_becomes_current_is_marked_however_it_did(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    view, ids = page.table.view, list(page.table.model.ids)
    view.selectionModel().clear()
    view.selectionModel().setCurrentIndex(page.table.model.index(1, 0), view.selectionModel().SelectionFlag.NoUpdate)
    qtbot.waitUntil(lambda: meant(page) == ([ids[1]], ids[1]))
    view.clearSelection()
    qtbot.waitUntil(lambda: meant(page) == ([ids[1]], ids[1]))


def test_a_line_that_is_unmarked_with_the_mouse_is_no_longer_meant(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    view, ids = page.table.view, list(page.table.model.ids)

    def click(line: int, modifier: Qt.KeyboardModifier) -> None:
        place = view.visualRect(page.table.model.index(line, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    click(0, Qt.KeyboardModifier.NoModifier)
    click(1, CTRL)
    assert sorted(page.table.selected_ids()) == sorted(ids)
    click(1, CTRL)
    qtbot.waitUntil(lambda: meant(page) == ([ids[0]], ids[0]))


def test_a_bed_of_the_plan_that_the_keyboard_reaches_is_the_one_that_is_meant(
    window: MainWindow, actor: Actor, qtbot: QtBot
) -> None:
    second = places.save(actor, BedDraft(room="302", number="1", opened_on=dt.date(2026, 1, 1)))
    page = entered(window, qtbot, "beds")
    assert isinstance(page, RecordsPage)
    page.show_plan(True)  # type: ignore[attr-defined]
    tile = page.plan.tiles[second]  # type: ignore[attr-defined]
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.table.current_id() == second
    assert page.detail is not None and "302" in page.detail._title.text()
