"""A new centre, from the wizard to its first priced, subsidised lunch: keys only, and only what the screens say.

Keys that are pressed are those that stand on the way: Enter, Tab, what a button or a line of the screen names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.prices import PricesSection
from tests.conftest import id_number
from tests.gui.desk import Desk
from tests.gui.keyboard import type_words

Opened = Callable[[Actor], MainWindow]


@pytest.fixture
def opened(folder: DataFolder, qtbot: QtBot) -> Iterator[Opened]:
    """The window of whoever has just come out of the wizard."""
    windows: list[MainWindow] = []

    def opened(actor: Actor) -> MainWindow:
        window = build_window(open_session(folder, Preferences(sounds=False), actor))
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
        return window

    yield opened
    for window in windows:
        window._closing = True
        window.jobs.stop()
        window.session.reads.stop()
        window.hide()
        window.deleteLater()
    QApplication.processEvents()
    centres.close_centre()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def say(here: Desk, text: str) -> None:
    """Type as people do: letters by keys, characters out of an input method."""
    if text.isascii():
        here.type(text)
    else:
        type_words(focused(), text)


def through_the_wizard(folder: DataFolder, qtbot: QtBot) -> Actor:
    wizard = FirstRunDialog(folder)
    qtbot.addWidget(wizard)
    with qtbot.waitActive(wizard):
        wizard.show()
    with qtbot.waitSignal(wizard.accepted):
        for text in ("示例街道中心", "530114", "", "", "马丽", "", "", ""):
            if text:
                type_words(focused(), text)
            qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert wizard.actor is not None
    return wizard.actor


def tab_to(here: Desk, words: str) -> None:
    """Press Tab until what has the keyboard bears these words."""
    for _ in range(120):
        if words in (focused().accessibleName() or "") or words in str(focused().property("text") or ""):
            return
        here.key(Qt.Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {words}")


def box_of(here: Desk) -> SmallForm:
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm)
    here.qtbot.waitUntil(box.isActiveWindow)
    return box


def saved(here: Desk) -> None:
    here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()


def at_home(here: Desk) -> None:
    here.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)


def test_from_the_wizard_to_the_first_lunch(
    app: QApplication, folder: DataFolder, now: object, opened: Opened, qtbot: QtBot
) -> None:
    here = Desk(opened(through_the_wizard(folder, qtbot)), qtbot)
    qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    QApplication.processEvents()
    # The first of the first steps has the keyboard.
    assert "登记第一位老人" in str(focused().property("text"))
    here.enter()
    page = here.window.page("residents")
    assert isinstance(page, ResidentsPage)
    qtbot.waitUntil(lambda: page.form_open)
    # Birth date and sex follow from the number.
    say(here, "王芳")
    here.enter()
    say(here, id_number("1944-03-05", "female", 1))
    here.control(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: query.count("SELECT count(*) FROM living_resident") == 1)
    at_home(here)
    # What is done is crossed off, and the keyboard waits on what is left.
    assert "导入花名册" in str(focused().property("text"))
    tab_to(here, "定餐价和补贴")
    here.enter()
    system = here.window.page("system")
    assert isinstance(system, SystemPage)
    section = system.sections["prices"]
    assert isinstance(section, PricesSection)
    assert "Ctrl+N" in section._next.text()
    here.control(Qt.Key.Key_N)
    box_of(here)
    # 午餐 is chosen; what it costs; from today on.
    here.enter()
    here.type("15")
    here.control(Qt.Key.Key_S)
    saved(here)
    assert "F6" in section._next.text()
    here.key(Qt.Key.Key_F6)
    here.control(Qt.Key.Key_N)
    box = box_of(here)
    here.type("5")
    while focused() is not box.form.fields["min_age"].editor:
        here.enter()
    here.type("80")
    here.control(Qt.Key.Key_S)
    saved(here)
    assert not section._next.isVisible()
    at_home(here)
    tab_to(here, "刷第一餐")
    here.enter()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), LunchScreen))
    screen = QApplication.activeWindow()
    assert isinstance(screen, LunchScreen) and screen.line.hasFocus()
    # No card is printed yet: the name does.
    say(here, "王芳")
    here.enter()
    assert screen.face.face.tone is Tone.OK
    assert "10.00" in screen.face.words
    assert query.fetch(
        "SELECT r.name, m.meal, m.price_fen, m.subsidy_fen, m.paid_fen, p.price_fen, s.amount_fen FROM living_meal m"
        " JOIN living_resident r ON r.id = m.resident_id JOIN living_meal_price p ON p.id = m.price_id"
        " JOIN living_subsidy_rule s ON s.id = m.rule_id"
    ) == [("王芳", "lunch", 1500, 500, 1000, 1500, 500)]
    here.key(Qt.Key.Key_Escape)
    saved(here)
    at_home(here)
    assert "导入花名册" in str(focused().property("text"))
    tab_to(here, "刷第一餐：已完成")
