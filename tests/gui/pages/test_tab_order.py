"""Tab follows the screen in every room, stays in the room, and Shift+Tab goes the same way back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import scanning
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.frame.preferences import Preferences
from desktop.ui.pages.residents.page import ResidentsPage

ROOMS = ("home", "residents", "visits", "services", "canteen", "beds", "reports", "sync", "system", "import")


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot) -> MainWindow:
    """A window in which every room has something to show."""
    one = person("王芳", flags=["living_alone"])
    person("李强", flags=["empty_nest"])
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-08"))
    places.save(actor, BedDraft(room="301", number="1"))
    scanning.add_guest(actor, "lunch", "dine_in")
    made = build_window(open_session(folder, Preferences(sounds=False), actor))
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def entered(window: MainWindow, qtbot: QtBot, room: str) -> Page:
    """A room with all that it reads."""
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return window.page(room)


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
