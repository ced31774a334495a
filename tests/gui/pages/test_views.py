"""A screen in the place of a room: what it covers, and what stands again when Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.page_view import PageView
from tests.gui.furnished import entered, window

__all__ = ["window"]


class _Screen(PageView):
    """A screen with one place to type."""

    def __init__(self, page: BedsPage, title: str) -> None:
        super().__init__(page, title)
        self.typing = QLineEdit()
        self.content.addWidget(self.typing)

    def take_keyboard(self) -> None:
        self.typing.setFocus()


def beds(window: MainWindow, qtbot: QtBot) -> BedsPage:
    page = entered(window, qtbot, RoomKey.BEDS)
    assert isinstance(page, BedsPage)
    return page


def test_a_screen_takes_the_whole_room_and_esc_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    page = beds(window, qtbot)
    first, second = _Screen(page, "一"), _Screen(page, "二")
    page.lay(first)
    page.lay(second)
    assert second.isVisible() and second.typing.hasFocus()
    assert not any(part.isVisible() for part in (first, page.header, page.filter_bar, page.table))
    window.resize(1280, 720)
    QApplication.processEvents()
    assert not page.header.isVisible() and not page.table.isVisible()
    QTest.keyClick(second.typing, Qt.Key.Key_Escape)
    assert page.view is first and first.typing.hasFocus()
    QTest.keyClick(first.typing, Qt.Key.Key_Escape)
    assert page.view is None and page.table.view.hasFocus()
    assert page.header.isVisible() and page.filter_bar.isVisible() and page.table.isVisible()


def test_the_rooms_own_keys_are_silent_under_a_screen(window: MainWindow, qtbot: QtBot) -> None:
    page = beds(window, qtbot)
    screen = _Screen(page, "一")
    page.lay(screen)
    assert page.keys() == ()
    QTest.keyClick(screen.typing, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.current_room == RoomKey.BEDS
    page.close_views()
    assert page.room_keys() != ()
    assert set(page.room_keys()) <= set(page.keys()), "those of the panel beside the list come with them"
    QTest.keyClick(page.table.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.current_room == RoomKey.IMPORT
