"""The window as the program builds it, over a centre with people, driven by keys."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desk
from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.models import driver
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import scanning
from desktop.services.centre import centres
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import risks
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages import rooms
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.page import ResidentsPage
from tests.conftest import id_number
from tests.gui.keyboard import type_words
from tests.gui.whole import opened
from tests.statements import heard

CTRL = Qt.KeyboardModifier.ControlModifier
Person = Callable[..., int]


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window of a new centre."""
    return opened(folder, actor, qtbot)


def test_it_opens_at_home_and_every_room_has_a_key(window: MainWindow, qtbot: QtBot) -> None:
    assert window.current_room == "home"
    seen = []
    for key in range(Qt.Key.Key_1, Qt.Key.Key_9 + 1):
        qtbot.keyClick(window, Qt.Key(key), Qt.KeyboardModifier.AltModifier)
        seen.append(window.current_room)
    assert seen == ["home", "residents", "visits", "services", "canteen", "beds", "reports", "sync", "system"]


def test_the_rooms_are_loaded_behind_the_window_and_made_one_after_the_other(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind: list[str] = []
    load = rooms.load

    def noted(key: RoomKey) -> object:
        if threading.get_ident() != threading.main_thread().ident:
            behind.append(key)
        return load(key)

    monkeypatch.setattr(rooms, "load", noted)
    (desk,) = window.findChildren(Desk)
    desk.load_rooms()
    qtbot.waitUntil(lambda: len(window._pages) == 10)
    assert behind[:3] == ["home", "residents", "visits"]
    assert len(behind) == 10
    assert window.current_room == "home"


# 老年人


def residents_of(window: MainWindow) -> ResidentsPage:
    window.go("residents")
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    return page


def test_a_new_resident_is_recorded_without_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    page = residents_of(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.form_open)
    type_words(page.panel.form.fields["name"].editor, "王㛃华")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    number = page.panel.form.fields["id_number"]
    assert number.editor.hasFocus(), "Enter goes on to the number"
    qtbot.keyClicks(number.editor, id_number("1944-03-05", "female", 7))
    assert page.panel.form.values()["born_on"] == "1944-03-05", "the number fills the birth date"
    assert page.panel.form.values()["sex"] == "female"
    qtbot.keyClick(number.editor, Qt.Key.Key_S, CTRL)
    (row,) = residents.rows(residents.find_ids(ResidentQuery(text="王㛃华")))
    assert (row.sex, row.age) == ("female", 82)
    assert not page.form_open
    assert page.table.current_id() == row.id
    assert "王㛃华" in window.toast.text


def test_a_wrong_check_digit_offers_the_number_that_was_meant(window: MainWindow, qtbot: QtBot) -> None:
    page = residents_of(window)
    page.begin_new()
    right = id_number("1944-03-05", "female", 7)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    form = page.panel.form
    form.set_values({"born_on": "1944-03-05", "sex": "female"})
    qtbot.keyClicks(form.fields["id_number"].editor, wrong)
    assert form.fields["accept_to_verify"].isVisible(), "it may be kept as 待核"
    if form._suggested:  # type: ignore[attr-defined]
        qtbot.keyClick(form.fields["id_number"].editor, Qt.Key.Key_F8)
        assert form.fields["id_number"].value() == form.fields["id_number"].line.text() != wrong  # type: ignore[attr-defined]


def test_the_same_number_is_named_while_it_is_typed(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    number = id_number("1944-03-05", "female", 3)
    person("王芳", id_number=number)
    page = residents_of(window)
    page.begin_new()
    field = page.panel.form.fields["id_number"]
    qtbot.keyClicks(field.editor, number)
    assert "王芳" in field._words.text()


def test_typing_finds_by_initials_and_enter_opens(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    person("欧阳雪梅", born="1950-01-01")
    person("王芳")
    page = residents_of(window)
    qtbot.keyClicks(page.header.search, "oyxm")
    qtbot.keyClick(page.header.search, Qt.Key.Key_Return)
    assert [row.name for row in page.load_rows(page.table.model.ids)] == ["欧阳雪梅"]
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    card = page.view
    assert isinstance(card, ResidentCardView) and card.header.title.text() == "欧阳雪梅", "Enter opens the card"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: page.form_open)
    assert page.panel is not None and page.panel.form.values()["name"] == "欧阳雪梅"


def test_contacts_and_flags_are_typed_in_rows(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    one = person("王芳")
    page = residents_of(window)
    page.edit(one)
    form = page.panel.form
    contacts = form.fields["contacts"]
    contacts.add_by_hand()  # type: ignore[attr-defined]
    type_words(QApplication.focusWidget(), "王建国")
    form.fields["flags"].set_value([("living_alone", "2026-10-01", "", "")])
    assert page.panel.save()
    (row,) = residents.rows([one])
    assert row.flags == ("living_alone",)


def test_scanning_a_card_anywhere_opens_the_person(window: MainWindow, person: Person) -> None:
    one = person("王芳")
    person("李桂兰", born="1950-01-01")
    code = printed_codes.code_of(CodeKind.RESIDENT, one)
    (desk,) = window.findChildren(Desk)
    desk.open_scanned(code)
    assert window.current_room == "residents"
    assert residents_of(window).table.current_id() == one


# 幸福食堂


def lunch_of(window: MainWindow) -> LunchScreen:
    page = window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    return page.lunch


@pytest.fixture
def lunch(window: MainWindow, canteen_prices: None, qtbot: QtBot) -> Iterator[LunchScreen]:
    """The full screen, opened with F9 from home."""
    qtbot.keyClick(window, Qt.Key.Key_F9)
    made = lunch_of(window)
    qtbot.waitExposed(made)
    yield made
    made.close()


def scan(lunch: LunchScreen, qtbot: QtBot, digits: str) -> None:
    qtbot.keyClicks(lunch.line, digits)
    qtbot.keyClick(lunch.line, Qt.Key.Key_Return)


def eaten(name: str = "") -> list[int]:
    return canteen.find_ids(canteen.MealQuery(day=clock.today(), text=name))


def test_a_fresh_card_is_green_and_on_disk(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    one = person("王㛃华")
    scan(lunch, qtbot, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert lunch.face.face.tone is Tone.OK
    assert lunch.face.name == "王㛃华"
    assert "10.00" in lunch.face.words, "15.00 less 5.00 for somebody of 82"
    assert len(eaten()) == 1
    assert lunch.line.text() == ""


def test_a_second_scan_is_yellow_and_not_counted(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    code = printed_codes.code_of(CodeKind.RESIDENT, person("王芳"))
    scan(lunch, qtbot, code)
    scan(lunch, qtbot, code)
    assert lunch.face.face.tone is Tone.ATTENTION
    assert len(eaten()) == 1


def test_an_unknown_card_is_queued_and_the_line_goes_on(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    scan(lunch, qtbot, "15301149999999900")
    assert lunch.face.face.tone is Tone.ATTENTION
    assert len(scanning.queue()) == 1
    scan(lunch, qtbot, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    assert lunch.face.face.tone is Tone.OK


def test_a_name_that_several_bear_is_chosen_by_its_digit(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    person("王芳")
    person("王芳", born="1950-01-01")
    type_words(lunch.line, "王芳")
    qtbot.keyClick(lunch.line, Qt.Key.Key_Return)
    assert lunch.face.choices.count("王芳") == 2
    assert eaten() == []
    qtbot.keyClick(lunch.line, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(eaten()) == 1)
    assert lunch.face.name == "王芳"


def test_esc_leaves_the_question_who_it_is_and_waits_for_a_card(
    lunch: LunchScreen, person: Person, qtbot: QtBot
) -> None:
    for born in ("1944-03-05", "1950-01-02"):
        person("王芳", born=born)
    type_words(lunch.line, "王芳")
    qtbot.keyClick(lunch.line, Qt.Key.Key_Return)
    assert lunch.face.choices.count("王芳") == 2
    qtbot.keyClick(lunch.line, Qt.Key.Key_Escape)
    assert lunch.isVisible()
    assert (lunch.face.choices, lunch.face.name) == ("", "请刷卡")
    qtbot.keyClick(lunch.line, Qt.Key.Key_2)
    assert eaten() == []


def test_more_people_of_one_name_than_nine_are_counted(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    for year in range(1940, 1951):
        person("王芳", born=f"{year}-03-05")
    type_words(lunch.line, "王芳")
    qtbot.keyClick(lunch.line, Qt.Key.Key_Return)
    assert lunch.face.choices.count("王芳") == 9
    assert "还有 2 位" in lunch.face.words


def test_f6_takes_back_the_last_scan_whatever_its_colour(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    code = printed_codes.code_of(CodeKind.RESIDENT, person("王芳"))
    scan(lunch, qtbot, code)
    scan(lunch, qtbot, "15301149999999900")
    assert len(scanning.queue()) == 1
    qtbot.keyClick(lunch.line, Qt.Key.Key_F6)
    assert (len(scanning.queue()), len(eaten())) == (0, 1), "the yellow one, not the meal before it"
    scan(lunch, qtbot, code)
    assert lunch.face.face.tone is Tone.ATTENTION
    qtbot.keyClick(lunch.line, Qt.Key.Key_F6)
    assert len(eaten()) == 1, "a scan that recorded nothing takes nothing with it"
    qtbot.keyClick(lunch.line, Qt.Key.Key_F6)
    assert eaten() == []


def test_undo_mode_and_guest_have_keys(lunch: LunchScreen, person: Person, qtbot: QtBot) -> None:
    qtbot.keyClick(lunch.line, Qt.Key.Key_F4)
    scan(lunch, qtbot, printed_codes.code_of(CodeKind.RESIDENT, person("王芳")))
    (row,) = canteen.rows(eaten())
    assert row.mode == "delivered"
    qtbot.keyClick(lunch.line, Qt.Key.Key_F6)
    assert eaten() == []
    qtbot.keyClick(lunch.line, Qt.Key.Key_F7)
    assert scanning.day_counts(clock.today()).guests == 1
    qtbot.keyClick(lunch.line, Qt.Key.Key_Escape)
    assert not lunch.isVisible()


def test_the_clock_asks_for_the_counts_only_when_something_was_written(
    lunch: LunchScreen, person: Person, qtbot: QtBot
) -> None:
    unchanged = ["PRAGMA data_version"]  # whether another till wrote: one number, read from no table
    with heard() as said:
        lunch._clock.timeout.emit()
    assert said == unchanged
    scanning.add_guest(lunch.session.actor, "lunch", "dine_in")
    lunch.session.bus.tell(Topic.MEALS)
    with heard() as said:
        lunch._clock.timeout.emit()
    assert [text for text in said if "living_meal" in text] != []
    scan(lunch, qtbot, printed_codes.code_of(CodeKind.RESIDENT, person("王㛃华", born="1944-03-05")))
    with heard() as said:
        lunch._clock.timeout.emit()
    assert said == unchanged


def test_what_cannot_be_read_is_a_sentence_in_the_same_screen(lunch: LunchScreen, qtbot: QtBot) -> None:
    type_words(lunch.line, "没有这个人")
    qtbot.keyClick(lunch.line, Qt.Key.Key_Return)
    assert lunch.face.face.tone is Tone.DANGER
    assert lunch.face.words
    assert lunch.isVisible() and lunch.line.text() == ""


# 首页


def home_of(window: MainWindow, qtbot: QtBot) -> HomePage:
    page = window.page("home")
    assert isinstance(page, HomePage)
    page.refresh_now()
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return page


def test_home_puts_urgent_help_first_and_enter_opens_it(
    window: MainWindow, actor: Actor, person: Person, qtbot: QtBot
) -> None:
    one = person("李桂兰", flags=["living_alone"])
    risks.save(actor, RiskDraft(one, "2026-10-20", "燃气管老化", "elevated", "更换", "2026-10-22"))
    order = ServiceDraft(resident_id=one, type="emergency", state="requested", service_on="2026-10-21")
    help_services.save(actor, order)
    page = home_of(window, qtbot)
    first, second = page.open_list.lines[:2]
    assert first.spec.chip.text == "助急" and first.spec.chip.tone is Tone.DANGER
    assert "燃气管老化" in second.spec.text
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert window.current_room == "services"


def test_home_tells_who_is_due_and_the_ring_counts(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    person("李桂兰", flags=["living_alone"])
    page = home_of(window, qtbot)
    assert [line.spec.text.split()[0] for line in page.due_list.lines] == ["李桂兰"]
    line = page.due_list.lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.current_room == "visits"


def test_home_reminds_of_birthdays(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    person("张芬", born="1946-10-26")
    page = home_of(window, qtbot)
    assert any("张芬" in line.spec.text for line in page.reminders.lines)
    next(line for line in page.reminders.lines if "张芬" in line.spec.text).click()
    assert window.current_room == "residents"


def test_a_meal_form_left_blank_is_no_guest(window: MainWindow, canteen_prices: None, qtbot: QtBot) -> None:
    window.go("canteen")
    page = window.page("canteen")
    assert isinstance(page, CanteenPage)
    page.begin_new()
    assert page.panel is not None
    page.panel.save()
    assert page.form_open and page.panel.form.fields["resident_id"].error
    assert eaten() == []
    page.panel.form.fields["guest"].set_value(True)
    page.panel.save()
    assert len(eaten()) == 1 and "临时就餐" in window.toast.text
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert eaten() == []


def test_a_centre_that_can_only_be_looked_at_says_so_and_makes_no_backup(
    app: QApplication, actor: Actor, folder: DataFolder, person: Person, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    person("王芳", community="上村")
    centres.close_centre()
    connect = driver.Store._connect

    def without_room(store: driver.Store) -> sqlite3.Connection:
        if "immutable" not in store.database:
            raise sqlite3.OperationalError("database or disk is full")
        return connect(store)

    monkeypatch.setattr(driver.Store, "_connect", without_room)
    centres.open_centre(folder)
    made = opened(folder, actor, qtbot)
    desk = made.findChild(Desk)
    assert desk is not None
    desk.check()
    assert "只能查看" in made.strip.text and "磁盘满了" in made.strip.text
    assert not desk.back_up_when_due() and not made.session.jobs.busy
    for room in RoomKey:
        made.go(room)
        qtbot.waitUntil(lambda: not made.session.reads.busy)
        assert "只能查看" in made.strip.text, "no room reads what cannot be read"
    page = made.page(RoomKey.RESIDENTS)
    assert isinstance(page, ResidentsPage) and len(page.table.model.ids) == 1
