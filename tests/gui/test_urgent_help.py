"""Urgent help that nobody closed yet stands above every room, whatever is open in it, and takes no keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.main_window import MainWindow
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
            assert window.urgent.text == "助急还没有办结（1）：普云 已等 30 分钟", room
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
