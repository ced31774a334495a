"""A meal that many eat together (聚餐): the occasion once, then scan after scan."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.period import Month
from desktop.services.canteen import meals, scanning
from desktop.services.canteen.meals import MealQuery
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.keyboard import type_words
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
FEAST = "重阳节聚餐"


@pytest.fixture
def room(register: Callable[[], RegisterDesk], canteen_prices: None) -> CanteenPage:
    window = register().window
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    page = window.page("canteen")
    assert isinstance(page, CanteenPage)
    return page


def begin(page: CanteenPage, qtbot: QtBot, words: str = FEAST) -> LunchScreen:
    """Shift+F9, the occasion, Enter."""
    QTest.keyClick(page.window(), Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SmallForm))
    line = QApplication.focusWidget()
    assert line is not None
    type_words(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.lunch is not None and page.lunch.line.hasFocus())
    assert page.lunch is not None
    return page.lunch


def scan(lunch: LunchScreen, digits: str) -> None:
    QTest.keyClicks(lunch.line, digits)
    QTest.keyClick(lunch.line, Qt.Key.Key_Return)


def shown(lunch: LunchScreen) -> str:
    return "\n".join(label.text() for label in lunch.findChildren(QLabel))


def test_a_feast_is_scan_after_scan_and_all_of_it_is_of_its_occasion(
    room: CanteenPage, person: Person, actor: Actor, qtbot: QtBot
) -> None:
    wang, li = person("王芳"), person("李桂兰", born="1950-01-01")
    scanning.record(actor, li, "dinner", "dine_in", clock.now())
    lunch = begin(room, qtbot)
    assert f"{FEAST} 0 人" in shown(lunch)
    for one in (wang, li):
        scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, one))
        assert lunch.face.face.tone is Tone.OK
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, li))
    assert lunch.face.face.tone is Tone.ATTENTION, "nobody sits down twice"
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    scan(lunch, "15301149999999900")
    assert f"{FEAST} 4 人" in shown(lunch)
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    assert f"{FEAST} 3 人" in shown(lunch), "the waiting card, then the guest are taken back"
    scan(lunch, "15301149999999900")
    QTest.keyClick(lunch.line, Qt.Key.Key_Escape)
    (waiting,) = scanning.queue()
    scanning.resolve(actor, waiting.id, person("赵正光"))
    rows = meals.rows(meals.find_ids(MealQuery(day=clock.today(), occasion=FEAST)))
    assert sorted((row.name, row.host) for row in rows) == [
        ("", "李桂兰"),
        ("李桂兰", ""),
        ("王芳", ""),
        ("赵正光", ""),
    ]
    assert meals.occasions(Month.of(clock.today())) == [FEAST]


def test_the_next_f9_is_an_ordinary_meal(room: CanteenPage, person: Person, qtbot: QtBot) -> None:
    lunch = begin(room, qtbot)
    QTest.keyClick(lunch.line, Qt.Key.Key_Escape)
    with qtbot.waitActive(room.window()):
        room.window().activateWindow()
    QTest.keyClick(room.window(), Qt.Key.Key_F9)
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    assert FEAST not in shown(lunch) and lunch.face.face.tone is Tone.OK
    assert meals.occasions(Month.of(clock.today())) == []
    lunch.close()


def test_an_occasion_has_a_name(room: CanteenPage, qtbot: QtBot) -> None:
    box = room.ask_occasion()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.isVisible() and room.lunch is None
    box.reject()
