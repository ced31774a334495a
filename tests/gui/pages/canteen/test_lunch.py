"""The canteen: what the full screen says where nobody has set a price yet, and what is offered on a guest's meal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.period import Month
from desktop.services.canteen import meals
from desktop.services.register import printed_codes
from desktop.services.residents import photos
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]


@pytest.fixture
def lunch(register: Callable[[], RegisterDesk]) -> Iterator[LunchScreen]:
    """The screen of a centre that has set no price."""
    window = register().window
    QTest.keyClick(window, Qt.Key.Key_F9)
    QApplication.processEvents()
    page = window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    yield page.lunch
    page.lunch.close()


def scan(lunch: LunchScreen, digits: str) -> None:
    QTest.keyClicks(lunch.line, digits)
    QTest.keyClick(lunch.line, Qt.Key.Key_Return)


def test_a_meal_without_a_price_is_recorded_and_says_that_there_is_none(lunch: LunchScreen, person: Person) -> None:
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    assert lunch.face.face.tone is Tone.OK
    assert "还没有定餐价" in lunch.face.words and "0.00" not in lunch.face.words
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    assert "还没有定餐价" in lunch.face.words and "全价" not in lunch.face.words
    assert meals.unpriced(Month.of(clock.today())) == 2, "both are listed to be priced"


def test_where_there_is_a_price_it_is_said(lunch: LunchScreen, person: Person, canteen_prices: None) -> None:
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    assert "10.00" in lunch.face.words, "15.00 less 5.00 for somebody of 82"
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    assert "全价" in lunch.face.words and "还没有定餐价" not in lunch.face.words


def test_no_person_is_offered_to_be_opened_on_the_meal_of_a_guest(lunch: LunchScreen, person: Person) -> None:
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    QTest.keyClick(lunch.line, Qt.Key.Key_Escape)
    page = lunch.parentWidget().page("canteen")  # type: ignore[attr-defined]
    assert isinstance(page, CanteenPage)
    rows = {row.name: row.id for row in meals.rows(meals.find_ids(meals.MealQuery(day=clock.today())))}
    offered = {}
    for name, meal in rows.items():
        page.table.select_id(meal)
        QApplication.processEvents()
        offered[name] = page._person.isVisibleTo(page)
    assert offered == {"王芳": True, "": False}


@pytest.mark.parametrize("digits", ["530114194309113354", "53011419430911335x", "]Q1530114194309113354"])
def test_the_id_card_of_a_stranger_is_nowhere_whole_on_the_screen(lunch: LunchScreen, digits: str) -> None:
    """files.md 31b."""
    scan(lunch, digits)
    shown = [label.text() for label in lunch.window().findChildren(QLabel)] + [lunch.line.text(), lunch.face.words]
    assert not [text for text in shown if "19430911" in text]


def picture() -> bytes:
    """A small green JPEG."""
    image, held = QImage(60, 80, QImage.Format.Format_RGB32), QBuffer()
    image.fill(Qt.GlobalColor.green)
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "JPG")  # type: ignore[call-overload]
    return bytes(held.data().data())


def test_photograph_age_band_and_allergies_stand_beside_the_name_and_go_with_it(
    lunch: LunchScreen, person: Person, actor: Actor
) -> None:
    one = person("王芳", allergies="花生、海鲜")
    photos.store(actor, one, picture())
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert (lunch.face.face.tone, lunch.face.has_photo) == (Tone.OK, True)
    assert lunch.face.careful == "⚠ 过敏：花生、海鲜" and "82 岁（80-89）" in lunch.face.words
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert lunch.face.face.tone is Tone.ATTENTION
    assert lunch.face.has_photo and lunch.face.careful, "who comes twice is looked at, too"
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("李桂兰", allergies="无")))
    assert (lunch.face.has_photo, lunch.face.careful, lunch.face.face.tone) == (False, "", Tone.OK)
    lunch.cover()
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert (lunch.face.has_photo, lunch.face.careful) == (False, ""), "nobody is shown on a locked screen"


def test_f8_counts_who_came_along_with_the_person_shown(
    lunch: LunchScreen, person: Person, canteen_prices: None
) -> None:
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert lunch.face.face.tone is Tone.DANGER, "nobody was scanned with whom they might have come"
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert lunch.face.face.tone is Tone.DANGER, "a guest brings no one on record"
    one = person("王芳", allergies="花生", diet="清真、软食")
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert lunch.face.careful == "⚠ 过敏：花生   饮食：清真、软食"
    QTest.keyClick(lunch.line, Qt.Key.Key_F3)
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert (lunch.face.name, lunch.face.face.tone) == ("王芳 + 2", Tone.OK)
    rows = meals.rows(meals.find_ids(meals.MealQuery(day=clock.today())))
    company = [row for row in rows if row.host]
    assert [(row.name, row.host, row.mode, row.paid_fen) for row in company] == [("", "王芳", "takeaway", 1500)] * 2
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert lunch.face.name == "王芳 + 2", "one was taken back, and the person is still the one they came with"
    for _ in range(3):
        QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    assert len(meals.find_ids(meals.MealQuery(day=clock.today()))) == 1, "the guest of the beginning"
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert lunch.face.face.tone is Tone.DANGER


def test_ctrl_and_a_digit_is_how_the_meal_pleased_whoever_is_shown(
    lunch: LunchScreen, person: Person, canteen_prices: None
) -> None:
    def press(digit: Qt.Key) -> None:
        QTest.keyClick(lunch.line, digit, Qt.KeyboardModifier.ControlModifier)

    def said() -> dict[str, int | None]:
        return {row.name: row.rating for row in meals.rows(meals.find_ids(meals.MealQuery(day=clock.today())))}

    press(Qt.Key.Key_4)
    assert (lunch.face.face.tone, said()) == (Tone.DANGER, {}), "nobody is shown who could say it"
    one, two = (printed_codes.code_of(CodeKind.RESIDENT, person(name)) for name in ("王芳", "李桂兰"))
    scan(lunch, one)
    press(Qt.Key.Key_4)
    assert (lunch.face.name, lunch.face.face.tone) == ("王芳", Tone.OK)
    assert "已评4分" in lunch.face.words and "★★★★☆" in lunch.face.words and lunch.line.text() == ""
    scan(lunch, two)
    scan(lunch, one)
    assert lunch.face.face.tone is Tone.ATTENTION
    press(Qt.Key.Key_2)
    assert said() == {"王芳": 2, "李桂兰": None}, "who comes back after the meal scans again and says it anew"
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    assert said() == {"王芳": 4, "李桂兰": None}, "F6 takes back what came last, and that was the rating"
    press(Qt.Key.Key_5)
    assert said()["王芳"] == 5, "still the person shown"
    for digit in (Qt.Key.Key_0, Qt.Key.Key_6):
        press(digit)
    assert said()["王芳"] == 5, "there are no such scores"
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    press(Qt.Key.Key_3)
    QTest.keyClick(lunch.line, Qt.Key.Key_F8)
    assert lunch.face.name == "王芳 + 2", "a rating in between leaves the count of the company"
    scan(lunch, "13901140000000199")
    press(Qt.Key.Key_3)
    assert lunch.face.face.tone is Tone.DANGER, "an unknown card has no meal"


def test_a_meal_is_rated_in_the_list_by_key(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    QTest.keyClick(lunch.line, Qt.Key.Key_Escape)
    page = lunch.parentWidget().page("canteen")  # type: ignore[attr-defined]
    assert isinstance(page, CanteenPage)
    meal = meals.find_ids(meals.MealQuery(day=clock.today()))[0]
    page.table.select_id(meal)
    page.window().activateWindow()
    page.table.setFocus()
    QApplication.processEvents()
    QTest.keyClick(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SmallForm))
    box = QApplication.activeModalWidget()
    assert isinstance(box, SmallForm) and any("王芳" in one.text() for one in box.findChildren(QLabel))
    qtbot.waitUntil(lambda: box.isAncestorOf(QApplication.focusWidget() or page))
    for key in (Qt.Key.Key_3, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or box, key)
    qtbot.waitUntil(lambda: meals.rows([meal])[0].rating == 3)


def test_whom_the_canteen_serves_first_is_counted_with_each_scan_and_undo(lunch: LunchScreen, person: Person) -> None:
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("王芳", flags=["living_alone", "kinless"])))
    assert lunch.face.first_served == "优先服务：高龄 1   孤寡 1   独居 1   空巢 0"
    scan(lunch, printed_codes.code_of(CodeKind.RESIDENT, person("李桂兰", born="1950-01-01", flags=["empty_nest"])))
    assert lunch.face.first_served == "优先服务：高龄 1   孤寡 1   独居 1   空巢 1"
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    assert lunch.face.first_served == "优先服务：高龄 1   孤寡 1   独居 1   空巢 0"
