"""The window locked: nothing to read, nothing to press, nothing lost; and another person at the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.centre import accounts, idling
from desktop.services.register import listing, printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.lock_dialog import LockDialog
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.residents.acts import void_record
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.phone_page import PhonePage
from tests.gui.keyboard import type_words
from tests.gui.whole import opened

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
Person = Callable[..., int]


@pytest.fixture
def clerk(actor: Actor) -> Actor:
    """A clerk who signed in."""
    accounts.set_password(actor, "主任甲", "geheim00")
    accounts.add_account(actor, "马丽", "clerk", "geheim01")
    return accounts.sign_in("马丽", "geheim01")


@pytest.fixture
def window(app: QApplication, clerk: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window of a clerk."""
    return opened(folder, clerk, qtbot)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def locked(window: MainWindow, qtbot: QtBot) -> LockDialog:
    qtbot.keyClick(focus(), Qt.Key.Key_L, CTRL)
    box = window.locker.box
    assert box is not None
    qtbot.waitUntil(lambda: box.isAncestorOf(focus()))
    return box


def residents_of(window: MainWindow) -> ResidentsPage:
    window.go("residents")
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    return page


def test_a_locked_window_shows_nobody_and_the_own_password_gives_back_what_was_typed(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    person("李桂兰")
    page = residents_of(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.form_open)
    type_words(page.panel.form.fields["name"].editor, "王㛃华")
    place = focus()
    box = locked(window, qtbot)
    seen = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QLabel) if one.isVisible()]
    assert not [one.text() for one in seen if "李桂兰" in one.text() or "王㛃华" in one.text()]
    assert not page.isVisible() and "王㛃华" not in window.windowTitle() + box.windowTitle()
    assert "王㛃华" in page.panel.keeper._path.read_text(encoding="utf-8"), "a power cut would lose nothing either"
    qtbot.keyClicks(focus(), "geheim00")
    qtbot.keyClick(focus(), ENTER)
    assert window.locker.box is box and "对不上" in box.strip.text, "the director's is not one's own"
    qtbot.keyClicks(focus(), "geheim01")
    qtbot.keyClick(focus(), ENTER)
    assert window.locker.box is None and page.isVisible()
    assert page.panel.form.values()["name"] == "王㛃华"
    assert window.focusWidget() is place, "one goes on where one was"


def test_no_key_of_a_room_works_while_it_is_locked(window: MainWindow, qtbot: QtBot) -> None:
    window.go("home")
    box = locked(window, qtbot)
    for key, modifier in (
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_L, CTRL),
    ):
        qtbot.keyClick(focus(), key, modifier)
    box.close()
    assert window.current_room == "home" and window.locker.box is box and box.isVisible()


def test_a_scan_while_it_is_locked_is_neither_a_meal_nor_a_password(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    code = printed_codes.code_of(CodeKind.RESIDENT, person("李桂兰"))
    window.go("canteen")
    box = locked(window, qtbot)
    for _ in range(5):
        qtbot.keyClicks(focus(), code)
        qtbot.keyClick(focus(), ENTER)
    assert "没有记录" in box.strip.text and "李桂兰" not in box.strip.text
    assert query.count("SELECT count(*) FROM meal") == 0 and query.count("SELECT count(*) FROM scan_queue") == 0
    qtbot.keyClicks(focus(), "geheim01")
    qtbot.keyClick(focus(), ENTER)
    assert window.locker.box is None, "five scans were no five wrong passwords"


def test_a_box_over_the_page_is_put_away_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(focus(), Qt.Key.Key_F1)
    keys = QApplication.activeModalWidget()
    assert keys is not None
    window.lock()
    assert not keys.isVisible()
    box = window.locker.box
    assert box is not None
    box.form.set_values({"password": "geheim01"})
    box.open_again()
    assert keys.isVisible()


def test_it_locks_itself_after_the_minutes_of_the_centre_and_not_while_somebody_types(
    window: MainWindow, actor: Actor, qtbot: QtBot
) -> None:
    window.locker.look()
    idling.choose(actor, "2")
    window.locker.look(110_000)
    qtbot.keyClick(focus(), Qt.Key.Key_Shift)
    window.locker.look(110_000)
    assert window.locker.box is None, "somebody is here"
    QCursor.setPos(QCursor.pos().x() + 7, QCursor.pos().y())
    window.locker.look(110_000)
    assert window.locker.box is None, "the mouse was moved"
    window.locker.look(119_000)
    assert window.locker.box is None
    window.locker.look(1_000)
    assert window.locker.box is not None


def test_zero_minutes_are_never(window: MainWindow, actor: Actor) -> None:
    idling.choose(actor, "0")
    window.locker.look()
    window.locker.look(10**9)
    assert window.locker.box is None


def test_where_nobody_has_a_password_nothing_locks_and_the_line_says_why(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot
) -> None:
    window = opened(folder, actor, qtbot)
    qtbot.keyClick(focus(), Qt.Key.Key_L, CTRL)
    assert window.locker.box is None and "密码" in window.toast.text
    window.locker.look(10**9)
    assert window.locker.box is None
    qtbot.keyClick(focus(), Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.isVisible() and "密码" in window.toast.text


def test_another_person_signs_in_without_the_program_being_closed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(focus(), Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert not window.isVisible() and window.reopening


def test_a_locked_window_lets_another_person_in_and_keeps_the_draft_for_whoever_typed_it(
    window: MainWindow, folder: DataFolder, actor: Actor, clerk: Actor, qtbot: QtBot
) -> None:
    page = residents_of(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.form_open)
    type_words(page.panel.form.fields["name"].editor, "王㛃华")
    box = locked(window, qtbot)
    box.switch_button.setFocus()
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert not window.isVisible() and window.reopening and not page.isVisible()
    other = opened(folder, actor, qtbot)
    theirs = residents_of(other)
    qtbot.keyClick(other, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: theirs.form_open)
    assert theirs.panel.strip.isHidden() and theirs.panel.form.values()["name"] == "", "a draft is nobody else's"
    other.close_at_once()
    own = opened(folder, clerk, qtbot)
    again = residents_of(own)
    qtbot.keyClick(own, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: again.form_open)
    assert "没有保存" in again.panel.strip.text
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL)
    assert again.panel.form.values()["name"] == "王㛃华"


def meals_eaten() -> int:
    return query.count("SELECT count(*) FROM living_meal")


def shown_words() -> str:
    """Everything that can be read on the screen, and what titles tell the task bar."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    labels = [one.text() for top in tops for one in top.findChildren(QLabel) if one.isVisible()]
    return " ".join(labels + [top.windowTitle() for top in tops])


@pytest.fixture
def lunch(window: MainWindow, canteen_prices: None, qtbot: QtBot) -> Iterator[LunchScreen]:
    """The full screen of scanning, opened by F9."""
    qtbot.keyClick(window, Qt.Key.Key_F9)
    page = window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    qtbot.waitUntil(page.lunch.isActiveWindow)
    yield page.lunch
    page.lunch.close()


def scan(qtbot: QtBot, digits: str) -> None:
    qtbot.keyClicks(focus(), digits)
    qtbot.keyClick(focus(), ENTER)


def test_the_line_for_lunch_goes_on_while_it_is_locked_and_shows_nobody(
    window: MainWindow, lunch: LunchScreen, person: Person, qtbot: QtBot
) -> None:
    first, second = (printed_codes.code_of(CodeKind.RESIDENT, person(name)) for name in ("王㛃华", "李桂兰"))
    scan(qtbot, first)
    assert lunch.face.name == "王㛃华"
    box = locked(window, qtbot)
    assert lunch.isVisible() and "王㛃华" not in shown_words() + lunch.face.name + lunch.accessibleName()
    scan(qtbot, second)
    assert (meals_eaten(), lunch.face.face.tone) == (2, Tone.OK)
    scan(qtbot, second)
    assert (meals_eaten(), lunch.face.face.tone) == (2, Tone.ATTENTION), "the second scan of a card is not counted"
    scan(qtbot, "15301149999999900")
    assert (meals_eaten(), len(scanning.queue())) == (2, 1)
    assert "李桂兰" not in shown_words() + lunch.face.words and box.strip.isHidden()
    qtbot.keyClicks(focus(), "geheim01")
    qtbot.keyClick(focus(), ENTER)
    assert window.locker.box is None and lunch.isVisible()
    qtbot.waitUntil(lunch.line.hasFocus)
    scan(qtbot, first)
    assert lunch.face.name == "王㛃华" and lunch.face.face.tone is Tone.ATTENTION
    qtbot.keyClick(focus(), Qt.Key.Key_F6)
    qtbot.keyClick(focus(), Qt.Key.Key_F6)
    assert (meals_eaten(), len(scanning.queue())) == (2, 0), (
        "what was scanned while it was locked is taken back as well"
    )


def test_no_key_of_the_line_for_lunch_works_while_it_is_locked(
    window: MainWindow, lunch: LunchScreen, person: Person, qtbot: QtBot
) -> None:
    scan(qtbot, printed_codes.code_of(CodeKind.RESIDENT, person("李桂兰")))
    box = locked(window, qtbot)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_Escape):
        qtbot.keyClick(focus(), key)
    type_words(focus(), "李桂兰")
    qtbot.keyClick(focus(), ENTER)
    assert (meals_eaten(), lunch.isVisible(), window.locker.box) == (1, True, box)
    assert "对不上" in box.strip.text, "a name is no card: it was tried as a password"


def test_whoever_comes_next_finds_no_line_for_lunch(window: MainWindow, lunch: LunchScreen, qtbot: QtBot) -> None:
    box = locked(window, qtbot)
    box.switch_button.setFocus()
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert window.reopening and not window.isVisible() and not lunch.isVisible()


def small_box(window: MainWindow, qtbot: QtBot) -> SmallForm:
    form = Form()
    form.add("reason", "原因", TextField())
    made = SmallForm("为什么？", form, "保存", lambda _box: True, window)
    made.begin()
    qtbot.waitUntil(lambda: made.isAncestorOf(focus()))
    return made


def test_what_is_typed_in_a_small_box_is_there_again_after_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    small = small_box(window, qtbot)
    type_words(focus(), "搬到女儿家")
    window.lock()
    assert not small.isVisible()
    qtbot.waitUntil(lambda: window.locker.box is not None and window.locker.box.isAncestorOf(focus()))
    qtbot.keyClicks(focus(), "geheim01")
    qtbot.keyClick(focus(), ENTER)
    assert small.isVisible() and small.form.values()["reason"] == "搬到女儿家" and small.unsaved()


def leave_to_somebody_else(window: MainWindow, qtbot: QtBot) -> None:
    box = window.lock() or window.locker.box
    assert box is not None
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert window.reopening and not window.isVisible(), "nobody is asked twice"


def test_what_was_typed_in_a_small_box_waits_for_its_person_and_is_shown_to_nobody_else(
    window: MainWindow, folder: DataFolder, actor: Actor, clerk: Actor, qtbot: QtBot
) -> None:
    small_box(window, qtbot)
    type_words(focus(), "搬到女儿家")
    leave_to_somebody_else(window, qtbot)
    others = opened(folder, actor, qtbot)
    theirs = small_box(others, qtbot)
    assert theirs.strip.isHidden() and theirs.form.values()["reason"] == ""
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL)
    assert theirs.form.values()["reason"] == ""
    type_words(focus(), "另有原因")
    leave_to_somebody_else(others, qtbot)
    own = opened(folder, clerk, qtbot)
    again = small_box(own, qtbot)
    assert "没有保存" in again.strip.text and again.form.values()["reason"] == ""
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL)
    assert again.form.values()["reason"] == "搬到女儿家"
    qtbot.keyClick(focus(), Qt.Key.Key_S, CTRL)
    assert not again.isVisible()
    assert small_box(own, qtbot).strip.isHidden(), "done is done"


def test_the_box_of_a_namesake_is_another_box(
    window: MainWindow, folder: DataFolder, clerk: Actor, person: Person, qtbot: QtBot
) -> None:
    first, second = person("李桂兰"), person("李桂兰")
    page = residents_of(window)
    void_record(page, listing.rows([first])[0])
    qtbot.waitUntil(lambda: focus().window() is not window)
    type_words(focus(), "登记重复")
    leave_to_somebody_else(window, qtbot)
    own = opened(folder, clerk, qtbot)
    of_namesake = void_record(residents_of(own), listing.rows([second])[0])
    assert of_namesake.strip.isHidden()
    of_namesake.give_up()
    again = void_record(residents_of(own), listing.rows([first])[0])
    qtbot.waitUntil(lambda: again.isAncestorOf(focus()))
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL)
    assert again.form.values()["reason"] == "登记重复"
    kept = [one for one in folder.drafts.rglob("*.json")]
    assert kept and not [one for one in kept if "李桂兰" in one.name]


def test_a_password_that_was_being_typed_stands_in_no_file(
    window: MainWindow, folder: DataFolder, qtbot: QtBot
) -> None:
    form = Form()
    form.add("name", "姓名", TextField())
    form.add("password", "密码", PasswordField())
    made = SmallForm("新账号", form, "保存", lambda _box: True, window)
    made.begin()
    qtbot.waitUntil(lambda: made.isAncestorOf(focus()))
    type_words(focus(), "杨春")
    qtbot.keyClick(focus(), ENTER)
    qtbot.keyClicks(focus(), "streng-geheim")
    leave_to_somebody_else(window, qtbot)
    kept = "".join(one.read_text(encoding="utf-8") for one in folder.drafts.rglob("*.json"))
    assert "杨春" in kept and "streng-geheim" not in kept


def test_where_typing_cannot_be_written_down_the_other_person_is_asked_twice(
    window: MainWindow, folder: DataFolder, qtbot: QtBot
) -> None:
    small = small_box(window, qtbot)
    type_words(focus(), "搬到女儿家")
    folder.drafts.rmdir()
    folder.drafts.write_text("no folder", encoding="utf-8")
    window.lock()
    box = window.locker.box
    assert box is not None
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert window.isVisible() and window.locker.box is box and "没能写到硬盘上" in box.strip.text
    assert small.form.values()["reason"] == "搬到女儿家"
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert window.reopening and not window.isVisible()


def test_an_empty_small_box_keeps_nobody_waiting(window: MainWindow, qtbot: QtBot) -> None:
    small_box(window, qtbot)
    window.lock()
    box = window.locker.box
    assert box is not None
    qtbot.keyClick(box.switch_button, Qt.Key.Key_Space)
    assert window.reopening


def test_a_call_that_was_begun_waits_for_whoever_rang(
    window: MainWindow, folder: DataFolder, actor: Actor, clerk: Actor, person: Person, qtbot: QtBot
) -> None:
    someone = person("李桂兰", flags=["living_alone"], phone="13900001234")
    phone = phone_of(window, someone, qtbot)
    qtbot.keyClicks(phone.blocks, "13")
    phone.blocks.lead_to("spirit_words")
    type_words(focus(), "睡不好")
    leave_to_somebody_else(window, qtbot)
    others = opened(folder, actor, qtbot)
    theirs = phone_of(others, someone, qtbot)
    assert theirs.strip.isHidden() and theirs.blocks.states() == {}
    others.close_at_once()
    own = opened(folder, clerk, qtbot)
    again = phone_of(own, someone, qtbot)
    assert "没有保存" in again.strip.text and again.blocks.states() == {}
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL)
    assert again.blocks.states() == {"health": "normal", "spirit": "risk"}
    assert again.blocks.said() == {"spirit": "睡不好"}
    again.pass_over()
    assert "没有保存" in phone_of(own, someone, qtbot).strip.text, "passed over, the answers wait as well"


def phone_of(window: MainWindow, someone: int, qtbot: QtBot) -> PhonePage:
    window.go("visits")
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    page.begin_phone(someone)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    qtbot.waitUntil(lambda: page.phone.isAncestorOf(focus()))
    return page.phone
