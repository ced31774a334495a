"""Tab follows the screen in every room, stays in the room, and Shift+Tab goes the same way back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.pages.residents.page import ResidentsPage
from tests.gui.furnished import ROOMS, entered, window

__all__ = ["window"]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def place(page: Page, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def tabbed(page: Page, key: Qt.Key) -> list[QWidget]:
    """Where the keyboard comes by, from where it is and until it is there again."""
    seen = [focus()]
    for _ in range(80):
        QTest.keyClick(focus(), key)
        if focus() is seen[0]:
            return seen
        assert page.isAncestorOf(focus()), "the keyboard fell out of the room"
        seen.append(focus())
    raise AssertionError("Tab never comes back")


def goes_back(page: Page, one: QWidget, following: QWidget) -> bool:
    """Whether the next stop stands above this one without standing to its right, as a next column does."""
    here, there = place(page, one), place(page, following)
    return there.bottom() <= here.top() and there.left() < here.right()


@pytest.mark.parametrize("room", ROOMS)
def test_tab_goes_as_the_eye_does_and_back_the_same_way(window: MainWindow, qtbot: QtBot, room: str) -> None:
    page = entered(window, qtbot, room)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    stops = tabbed(page, Qt.Key.Key_Tab)
    assert len(stops) > 1
    assert [(one, two) for one, two in pairwise(stops) if goes_back(page, one, two)] == []
    assert tabbed(page, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


def test_tab_in_a_form_goes_from_field_to_field(window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    assert isinstance(page, ResidentsPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    assert page.panel is not None
    names = []
    for _ in range(3):
        names += [name for name, field in page.panel.form.fields.items() if field.isAncestorOf(focus())]
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert names == ["name", "id_number", "sex"]
