"""Urgent help that nobody closed yet stands above every room, whatever is open in it, and takes no keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.urgent_view import UrgentView
from tests.gui.furnished import ROOMS, entered, window

__all__ = ["window"]

NINE = dt.datetime(2026, 10, 21, 9, 0)
HALF_PAST = dt.datetime(2026, 10, 21, 9, 30)


@pytest.fixture
def urgent(actor: Actor, person: Callable[..., int]) -> int:
    """普云 asked for urgent help at nine."""
    with clock.standing_at(NINE):
        draft = ServiceDraft(resident_id=person("普云"), type="emergency", state="requested", service_on="2026-10-21")
        return orders.save(actor, draft)


def seen(strip: QWidget) -> bool:
    """Whether the strip is wholly on the screen."""
    return strip.visibleRegion().boundingRect() == strip.rect()


def test_it_stands_above_every_room(urgent: int, window: MainWindow, qtbot: QtBot) -> None:
    with clock.standing_at(HALF_PAST):
        window.urgent.tell()
        for room in ROOMS:
            page = entered(window, qtbot, room)
            assert window.urgent.text == "助急还没有办结（1）：普云 已等 30 分钟（Ctrl+J）", room
            assert seen(window.urgent), room
            held = QApplication.focusWidget()
            assert held is not None and (held is page or page.isAncestorOf(held)), room


def test_it_stands_above_a_view_and_goes_with_the_order(
    urgent: int,
    window: MainWindow,
    actor: Actor,
    qtbot: QtBot,
) -> None:
    page = entered(window, qtbot, "services")
    page.open_board()  # type: ignore[attr-defined]
    assert seen(window.urgent) and "普云" in window.urgent.text
    held = QApplication.focusWidget()
    window.session.bus.tell(Topic.SERVICES)
    assert QApplication.focusWidget() is held
    steps.finish(actor, urgent)
    window.session.bus.tell(Topic.SERVICES)
    assert (window.urgent.text, window.urgent.isVisible()) == ("", False)


def test_a_scan_of_the_lunch_line_asks_for_no_orders(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(window, "_urgent_orders", lambda: asked.append(1) or [])
    window.session.bus.tell(Topic.MEALS)
    assert asked == []
    window.session.bus.tell(Topic.SERVICES)
    assert asked == [1]


def test_a_key_leads_to_it_from_any_room_and_escape_comes_back_to_where_one_was(
    urgent: int, window: MainWindow, qtbot: QtBot
) -> None:
    for room in ROOMS:
        entered(window, qtbot, room)
        held = QApplication.focusWidget()
        press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        services = window.page("services")
        assert window.current_room == "services" and isinstance(services, ServicesPage), room
        view = services.view
        assert isinstance(view, UrgentView) and view.table.current_id() == urgent, room
        assert (view.table.view.hasFocus(), seen(window.urgent)) == (True, True), room
        press(window, Qt.Key.Key_Escape)
        assert (window.current_room, services.view) == (room, None)
        if room != "services":
            assert QApplication.focusWidget() is held, room


def test_what_was_being_typed_is_still_there_and_goes_on(urgent: int, window: MainWindow, qtbot: QtBot) -> None:
    page = entered(window, qtbot, "residents")
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TypingLine))
    QTest.keyClicks(QApplication.focusWidget(), "wang")
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Escape)
    QTest.keyClicks(QApplication.focusWidget(), "fang")
    held = QApplication.focusWidget()
    assert isinstance(held, QLineEdit) and page.isAncestorOf(held) and held.text() == "wangfang"


def test_the_steps_are_taken_there_and_who_goes_on_by_hand_is_not_called_back(
    urgent: int, window: MainWindow, qtbot: QtBot
) -> None:
    entered(window, qtbot, "beds")
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_F7)
    assert orders.rows([urgent])[0].state == "done"
    services = window.page("services")
    assert isinstance(services, ServicesPage) and isinstance(services.view, UrgentView)
    assert services.view.table.model.rowCount() == 0 and window.urgent.text == ""
    window.go("visits")
    window.go("services")
    press(window, Qt.Key.Key_Escape)
    assert (window.current_room, services.view) == ("services", None)
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert (window.current_room, services.view) == ("services", None)
    assert "没有人在等助急" in window.toast.text


def test_enter_reads_the_record_in_the_room_of_services(urgent: int, window: MainWindow, qtbot: QtBot) -> None:
    entered(window, qtbot, "canteen")
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Return)
    services = window.page("services")
    assert isinstance(services, ServicesPage) and services.view is None
    assert (window.current_room, services.table.current_id()) == ("services", urgent)


def test_the_key_is_said_on_f1(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F1)
    box = window.findChild(KeysDialog)
    assert box is not None
    said = [one.text() for one in box.findChildren(QLabel)]
    assert said[said.index("Ctrl+J") + 1] == "还没有办结的助急；在那里按 Esc 回到原来的地方"


@pytest.fixture
def lunch(window: MainWindow, qtbot: QtBot) -> Iterator[LunchScreen]:
    """The full screen of the lunch line."""
    page = entered(window, qtbot, "canteen")
    press(window, Qt.Key.Key_F9)
    assert isinstance(page, CanteenPage) and page.lunch is not None
    QApplication.processEvents()
    yield page.lunch
    page.lunch.close()


def test_the_lunch_line_has_it_as_a_narrow_line_on_top_and_the_queue_goes_on(
    actor: Actor, person: Callable[..., int], lunch: LunchScreen, window: MainWindow
) -> None:
    strip, line = lunch.face.urgent, lunch.line
    assert not strip.isVisible() and line.hasFocus()
    who = person("普云")
    with clock.standing_at(NINE):
        draft = ServiceDraft(resident_id=who, type="emergency", state="requested", service_on="2026-10-21")
        asked = orders.save(actor, draft)
        QTest.keyClicks(line, "w")
        window.session.bus.tell(Topic.SERVICES)
        QApplication.processEvents()
        assert strip.text == "助急还没有办结（1）：普云 已等 0 分钟"
        QTest.keyClicks(line, "f")
    assert (line.text(), line.hasFocus()) == ("wf", True), "it came between two keys"
    assert seen(strip) and strip.geometry().top() == 0
    assert strip.height() <= lunch.height() / 12, "narrow: the light and the name keep the screen"
    assert QApplication.activeModalWidget() is None
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    with clock.standing_at(HALF_PAST):
        strip.tell()
    assert strip.text == "助急还没有办结（1）：普云 已等 30 分钟"
    line.clear()
    QTest.keyClicks(line, printed_codes.code_of(CodeKind.RESIDENT, who))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert lunch.face.face.tone is not Tone.ACCENT, "the card was taken"
    steps.finish(actor, asked)
    window.session.bus.tell(Topic.SERVICES)
    assert not strip.isVisible() and line.hasFocus()


def test_a_covered_lunch_line_names_nobody(urgent: int, lunch: LunchScreen) -> None:
    assert "普云" in lunch.face.urgent.text
    lunch.cover()
    assert lunch.face.urgent.text == "助急还没有办结（1）"
    lunch.uncover()
    assert "普云" in lunch.face.urgent.text


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()
