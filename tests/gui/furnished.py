"""A window in which every room has something to show, for tests that walk all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import scanning
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from tests.gui.whole import opened

ROOMS = ("home", "residents", "visits", "services", "canteen", "beds", "reports", "sync", "system", "import")


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot) -> MainWindow:
    """A window in which every room has something to show."""
    one = person("王芳", flags=["living_alone"])
    person("李强", flags=["empty_nest"])
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-08"))
    places.save(actor, BedDraft(room="301", number="1"))
    scanning.add_guest(actor, "lunch", "dine_in")
    return opened(folder, actor, qtbot)


def entered(window: MainWindow, qtbot: QtBot, room: str) -> Page:
    """A room with all that it reads."""
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return window.page(room)
