"""What somebody met on the first day with the window, each as it should have been; driven by keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import open_session, work
from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.reasons import field_reason
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import scanning
from desktop.services.centre import centres
from desktop.services.keeping import backups
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from desktop.sync.write import export_month
from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.forms.panel import FormPanel
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.single import Claim, SingleInstance
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.queue_dialog import QueueDialog
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.backups import BackupsSection
from desktop.ui.pages.system.page import SystemPage
from tests.gui.keyboard import type_words
from tests.gui.looking import cut_widgets
from tests.gui.whole import opened

CTRL = Qt.KeyboardModifier.ControlModifier
UNKNOWN = "10112345600000199"
Person = Callable[..., int]


def geometry_of(widget: QWidget, box: QWidget) -> QRect:
    return QRect(widget.mapTo(box, QPoint(0, 0)), widget.size())


def come_forward(box: QWidget, qtbot: QtBot) -> None:
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window of a new centre."""
    return opened(folder, actor, qtbot)


@pytest.mark.parametrize(("digit", "list_name"), [("7", "contents"), ("8", "months"), ("9", "contents")])
def test_rooms_without_a_search_put_the_keyboard_into_their_list(
    window: MainWindow, qtbot: QtBot, digit: str, list_name: str
) -> None:
    qtbot.keyClick(window, Qt.Key(ord(digit)), Qt.KeyboardModifier.AltModifier)
    found = getattr(window.page(window.current_room), list_name)
    view = getattr(found, "view", found)
    assert view.hasFocus()
    qtbot.waitUntil(lambda: view.selectionModel().hasSelection())


def test_a_small_box_grows_with_what_is_said_in_it(window: MainWindow, qtbot: QtBot) -> None:
    scanning.scan(window.session.actor, UNKNOWN, "lunch", "dine_in")
    box = QueueDialog(window.session, window)
    box.begin()
    come_forward(box, qtbot)
    field = box.form.fields["resident_id"]
    qtbot.keyClick(field.editor, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: cut_widgets(box) == [])
    line, words = geometry_of(field.editor, box), geometry_of(field._words, box)
    assert not line.intersects(words), "the words stand beneath the line, not in it"
    assert field.editor.height() >= field.editor.sizeHint().height()


def test_a_scan_that_was_none_is_taken_off_the_list_with_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    scanning.scan(window.session.actor, UNKNOWN, "lunch", "dine_in")
    queue = QueueDialog(window.session, window)
    queue.begin()
    box = queue.ask_to_dismiss()
    assert box is not None
    come_forward(box, qtbot)
    reason = box.form.fields["reason"]
    qtbot.keyClick(reason.editor, Qt.Key.Key_S, CTRL)
    assert reason.error, "without a reason it stays"
    type_words(reason.editor, "试机")
    qtbot.keyClick(reason.editor, Qt.Key.Key_S, CTRL)
    assert scanning.queue() == []
    assert scanning.day_counts(clock.today()).queued == 0
    assert queue.isHidden()


def test_the_canteen_says_why_a_card_earns_no_meal(
    window: MainWindow, person: Person, canteen_prices: None, qtbot: QtBot
) -> None:
    gone = person("李桂兰")
    states.apply(window.session.actor, gone, "deceased", dt.date(2026, 10, 1), "亲属来电")
    bed = beds.save(window.session.actor, BedDraft(room="101", number="1"))
    screen = LunchScreen(window.session, window)
    qtbot.addWidget(screen)
    screen.take(printed_codes.code_of(CodeKind.RESIDENT, gone))
    assert "已登记去世，请到前台核对" in screen.face.words and "日期" not in screen.face.words
    screen.take(printed_codes.code_of(CodeKind.BED, bed))
    assert "床位标签" in screen.face.words
    assert scanning.queue() == [], "a bed does not wait to be recorded later"


def form_of_a_resident(window: MainWindow, qtbot: QtBot) -> FormPanel:
    window.go("residents")
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.form_open)
    assert page.panel is not None
    return page.panel


def test_each_field_of_a_resident_says_its_own_trouble(window: MainWindow, qtbot: QtBot) -> None:
    panel = form_of_a_resident(window, qtbot)
    fields = panel.form.fields
    type_words(fields["name"].editor, "王芳")
    qtbot.keyClicks(fields["born_on"].editor, "2")
    qtbot.keyClicks(fields["phone"].editor, "1381234abcd")
    qtbot.keyClick(fields["phone"].editor, Qt.Key.Key_S, CTRL)
    assert "1008" in fields["born_on"].error, "what was typed is no date; it is not missing"
    assert "请只填数字" in fields["phone"].error
    assert fields["sex"].error == "请填写。"
    panel.give_up()


def test_a_wrong_check_digit_says_what_to_do() -> None:
    assert "对照证件" in field_reason("wrong_check_digit", "") and "待核" in field_reason("wrong_check_digit", "")
    assert "539901194403050024" in field_reason("wrong_check_digit", "539901194403050024")


def test_a_new_centre_is_asked_for_nothing_that_it_cannot_have(window: MainWindow, qtbot: QtBot) -> None:
    home = window.page("home")
    assert isinstance(home, HomePage)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert not any("9月" in line.text() for line in home.reminders.lines), "no record is as old as September"
    assert "本月没有应访老年人" in home.due_list.findChildren(QLabel)[0].text()


def test_the_status_bar_says_how_the_last_file_stands(window: MainWindow, tmp_path: Path, person: Person) -> None:
    item = window._status.items["sync"]
    assert item.text() == "尚无上报文件"
    person("王芳")
    export_month(window.session.actor, Month(2026, 9), tmp_path, Progress())
    window.bus.tell(Topic.MONTHS)
    assert item.text() == "2026年9月 已导出"


def test_what_was_done_does_not_cover_the_keys_of_the_table(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    person("王芳")
    window.go("residents")
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)
    window.toast.say("已保存：王芳的档案，可以在十秒内撤销", lambda: None)
    QApplication.processEvents()
    toast = geometry_of(window.toast, window)
    for part in (page.table._hint, page.table._count, page.table._totals):
        assert not part.isVisible() or not toast.intersects(geometry_of(part, window))


def answer(qtbot: QtBot, box: QWidget | None) -> None:
    assert isinstance(box, QuestionDialog)
    assert "不会删除" in box.findChildren(QLabel)[0].text()
    qtbot.keyClick(box.back_button, Qt.Key.Key_Backtab)
    qtbot.keyClick(box.act_button, Qt.Key.Key_Return)


def test_a_backup_is_restored_in_the_window(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    person("王芳")
    kept = backups.back_up(window.session.folder, "manual")
    person("李兰")
    window.go("system", "backup")
    page = window.page("system")
    assert isinstance(page, SystemPage)
    section = page.sections["backup"]
    assert isinstance(section, BackupsSection) and section.restore_button.text() == "恢复所选备份…"
    QTimer.singleShot(0, window, lambda: answer(qtbot, QApplication.activeModalWidget()))
    section.restore(kept.path)
    assert window.reopening and window.isHidden(), "it opens anew on what was restored"
    assert [row.name for row in residents.rows(residents.find_ids(ResidentQuery()))] == ["王芳"]
    assert list(window.session.folder.root.glob("replaced-*.db")), "the database of before is set aside"


def test_after_a_restore_the_program_goes_on_with_a_new_window(
    app: QApplication, actor: Actor, folder: DataFolder
) -> None:
    single = SingleInstance(folder.root)
    assert single.claim() is Claim.OURS
    session = open_session(folder, Preferences(sounds=False), actor)
    QTimer.singleShot(0, session.bus, session.bus.replaced.emit)
    again = work(app, single, session)
    assert again is not None and again.role == "director", "nobody has a password, so nobody has to sign in"
    assert centres.centre().name == "示例中心", "the centre stays open for the next window"
    assert backups.listed(folder) == [], "the program has not ended, so there is no backup of the end"
    single.release()
    app.setQuitOnLastWindowClosed(True)
