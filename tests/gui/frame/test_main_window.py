"""The frame: nine rooms by key, facts that open their place, work in the background, closing without loss."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.acts import Action
from desktop.core.progress import Progress
from desktop.core.storage_errors import FileLocked
from desktop.services import undoing
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.done import Done
from desktop.ui.dialogs.deeds import DeedsDialog
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.navigation import RailItem, Room
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform, perform_job, succeeds
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import StatusFacts
from desktop.ui.frame.terminate import Termination
from desktop.ui.look.theme import TextSize, Tone
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.strips import MessageStrip
from tests.gui.looking import PersonRow, cut_widgets

ROOMS = (
    ("home", "首页"),
    ("residents", "老年人"),
    ("visits", "月探访"),
    ("services", "十助服务"),
    ("canteen", "幸福食堂"),
    ("beds", "床位"),
    ("reports", "报表"),
    ("sync", "上报"),
    ("system", "系统"),
)
FACTS = StatusFacts(
    centre=("示例街道综合养老服务中心", Tone.NEUTRAL),
    station=("前台工位 1", Tone.NEUTRAL),
    user=("马丽（前台）", Tone.NEUTRAL),
    month=("2026年10月 未月结", Tone.NEUTRAL),
    backup=("上次备份 今天 08:31", Tone.OK),
    sync=("9月 已接收", Tone.OK),
)


class Place(Page):
    """A room that counts how often it was read."""

    topics = Topic.RESIDENTS

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.reads = 0
        self.received: list[object] = []
        self.typed = False

    def refresh(self) -> None:
        self.reads += 1

    def receive(self, argument: object) -> None:
        self.received.append(argument)

    def unsaved(self) -> bool:
        return self.typed


def make(title: str) -> Callable[[Session], Page]:
    return lambda session: Place(session, title)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    rooms = [Room(key, title, key, make(title)) for key, title in ROOMS]
    made = MainWindow(session, rooms, lambda: FACTS)
    qtbot.addWidget(made, before_close_func=lambda one: setattr(one, "_closing", True))
    made.resize(1280, 760)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def place(window: MainWindow, key: str) -> Place:
    page = window.page(key)
    assert isinstance(page, Place)
    return page


def test_alt_and_a_digit_open_each_room(window: MainWindow, qtbot: QtBot) -> None:
    for number, (key, title) in enumerate(ROOMS, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.current_room == key
        checked = [item.text() for item in window.findChildren(RailItem) if item.isChecked()]
        assert checked == [title]


def test_f1_lists_the_keys(window: MainWindow, qtbot: QtBot, app: QApplication) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert cut_widgets(dialog) == []
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_page_is_made_on_the_first_visit_and_read_when_shown(window: MainWindow) -> None:
    assert len(window.findChildren(Place)) == 1
    window.go("beds")
    assert len(window.findChildren(Place)) == 2
    assert place(window, "beds").reads == 1


def test_a_change_is_read_at_once_where_it_shows_and_later_where_it_does_not(window: MainWindow) -> None:
    window.go("beds")
    window.go("home")
    window.bus.tell(Topic.RESIDENTS)
    assert place(window, "home").reads == 2
    assert place(window, "beds").reads == 1
    window.go("beds")
    assert place(window, "beds").reads == 2
    window.bus.tell(Topic.MEALS)
    assert place(window, "beds").reads == 2


def test_each_fact_opens_its_place(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window._status.items["backup"], Qt.MouseButton.LeftButton)
    assert window.current_room == "system"
    assert place(window, "system").received == ["backup"]
    qtbot.mouseClick(window._status.items["sync"], Qt.MouseButton.LeftButton)
    assert window.current_room == "sync"


def test_a_page_asks_the_window_for_another_room(window: MainWindow) -> None:
    place(window, "home").go_requested.emit("residents", 7)
    assert window.current_room == "residents"
    assert place(window, "residents").received == [7]


class Boxed(QWidget):
    """A box with a strip of its own over a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = MessageStrip()


@pytest.fixture
def undone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the acts that were taken back; nothing is written here."""
    taken: list[int] = []

    def take_back(actor: Actor, act: Done, _progress: object = None) -> None:
        taken.append(act.first)
        done.taken_back(act)

    monkeypatch.setattr(undoing, "take_back", take_back)
    centres.initialise(window.session.folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "马丽"))
    done.begin()
    yield taken
    centres.close_centre()


def act(window: MainWindow, number: int) -> Callable[[], int]:
    """What writes something."""

    def write() -> int:
        at = "2026-10-21 11:30:00"
        kept = done.keep(Done(Action.RECORD_MEAL, window.session.actor, at, "", 1, number, number))
        assert kept is not None
        done.remember(kept)
        return number

    return write


def ctrl_z(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_success_is_told_and_can_be_taken_back(window: MainWindow, qtbot: QtBot, undone: list[int]) -> None:
    page, after = window.page("home"), []
    with qtbot.waitSignal(window.bus.changed) as told:
        assert perform(page, act(window, 42), Topic.MEALS, "已登记", after_undo=lambda: after.append("后")) == 42
    assert told.args == [Topic.MEALS]
    assert window.toast.text == "已登记"
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert (undone, after) == ([42], ["后"])
    assert window.toast.text == "已撤销：已登记"


def test_ctrl_z_takes_back_one_act_after_the_other(window: MainWindow, qtbot: QtBot, undone: list[int]) -> None:
    page = window.page("home")
    perform(page, act(window, 1), Topic.MEALS, "第一件")
    perform(page, act(window, 2), Topic.MEALS, "第二件")
    window.toast.hide()  # its ten seconds are over
    ctrl_z(window, qtbot)
    assert undone == [2]
    assert window.toast.text == "已撤销：第二件"
    ctrl_z(window, qtbot)
    assert undone == [2, 1]
    ctrl_z(window, qtbot)
    assert undone == [2, 1]
    assert window.toast.text == "没有可撤销的操作。"


def test_what_wrote_nothing_has_no_undo(window: MainWindow, qtbot: QtBot, undone: list[int]) -> None:
    perform(window.page("home"), lambda: 1, Topic.MEALS, "已打印")
    assert window.toast.text == "已打印" and not window.toast.undo_button.isVisible()


def test_one_of_the_last_ten_acts_is_taken_back_from_their_list(
    window: MainWindow, qtbot: QtBot, undone: list[int]
) -> None:
    for number in range(12):
        perform(window.page("home"), act(window, number), Topic.MEALS, f"第{number}件")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    (box,) = window.findChildren(DeedsDialog)
    shown = [box.list.item(at).text() for at in range(box.list.count())]
    assert shown == [f"11:30  第{number}件" for number in range(11, 1, -1)]
    qtbot.keyClick(box.list, Qt.Key.Key_Down)
    qtbot.keyClick(box.list, Qt.Key.Key_Return)
    assert undone == [10]
    assert window.toast.text == "已撤销：第10件"


def test_ctrl_z_in_a_line_takes_back_typing_first(window: MainWindow, qtbot: QtBot, undone: list[int]) -> None:
    perform(window.page("home"), act(window, 1), Topic.MEALS, "第一件")
    line = TypingLine(window)
    line.show()
    line.setFocus()
    qtbot.keyClicks(line, "a")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (line.text(), undone) == ("", [])
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_what_was_refused_before_is_not_said_of_what_was_done(window: MainWindow) -> None:
    page = window.page("home")
    page.strip.say("不能这样做")
    box = Boxed(page)
    perform(box, lambda: 1, done_text="已做好")
    assert page.strip.text == ""


def test_what_was_done_is_said_beneath_the_page_and_moves_and_covers_nothing(window: MainWindow) -> None:
    page = window.page("home")
    QApplication.processEvents()
    before = page.rect().size()
    window.toast.say("已登记 欧阳淑芬", lambda: None)
    QApplication.processEvents()
    assert page.rect().size() == before
    lower_edge = page.mapToGlobal(page.rect().bottomLeft()).y()
    assert window.toast.isVisible() and window.toast.mapToGlobal(QPoint(0, 0)).y() > lower_edge
    window.toast.hide()
    QApplication.processEvents()
    assert page.rect().size() == before


def test_trouble_is_a_sentence_in_the_page_and_nothing_is_told(window: MainWindow, qtbot: QtBot) -> None:
    def locked() -> int:
        raise FileLocked("/data/名册.xlsx")

    page = window.page("home")
    with qtbot.assertNotEmitted(window.bus.changed):
        assert perform(page, locked, Topic.MEALS, "已登记") is None
    assert "名册.xlsx" in page.strip.text
    assert page.strip.isVisible()
    assert not window.toast.isVisible()
    assert succeeds(page, lambda: None)
    assert not page.strip.isVisible(), "the next success takes the old sentence away"


def test_a_job_shows_its_progress_and_its_result(window: MainWindow, qtbot: QtBot) -> None:
    results: list[int] = []
    shown: list[str] = []
    window.jobs.progressed.connect(lambda done, total, what: shown.append(f"{what} {done}/{total}"))

    def count(progress: Progress) -> int:
        progress.start(3, "读表格")
        for _ in range(3):
            progress.step()
        return 3

    with qtbot.waitSignal(window.jobs.idle):
        perform_job(window.page("home"), "导入老年人", count, results.append)
        assert not window.progress.isVisible(), "short work shows no progress"
    assert results == [3]
    assert shown[0] == "读表格 0/3"
    assert shown[-1] == "读表格 3/3"
    assert not window.progress.isVisible()


def test_a_job_that_is_refused_says_so_in_its_page(window: MainWindow, qtbot: QtBot) -> None:
    def locked(progress: Progress) -> int:
        raise FileLocked("/data/名册.xlsx")

    with qtbot.waitSignal(window.jobs.idle):
        perform_job(window.page("home"), "导入老年人", locked)
    assert "名册.xlsx" in window.page("home").strip.text


class Left(QWidget):
    """A view that is closed while its job runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: list[int] = []

    def show_found(self, found: int) -> None:
        self.found.append(found)


def test_a_job_whose_view_was_left_meanwhile_tells_what_it_did_and_shows_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page("home")
    begun = Left(page), Left(page)
    found = [view.found for view in begun]
    with qtbot.waitSignal(window.jobs.idle):
        perform_job(begun[0], "查找重复", lambda _progress: 1, begun[0].show_found, Told(done_text="找完了"))
        shiboken6.delete(begun[0])
    assert window.toast.text == "找完了"
    with qtbot.waitSignal(window.jobs.idle):
        # The page stands; what was to be shown was to stand in a view of it.
        perform_job(page, "查找重复", lambda _progress: 2, begun[1].show_found)
        shiboken6.delete(begun[1])
    assert found == [[], []]


def test_trouble_of_a_job_whose_view_was_left_is_said_by_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def locked(progress: Progress) -> int:
        raise FileLocked("/data/名册.xlsx")

    view = Left(window.page("home"))
    with qtbot.waitSignal(window.jobs.idle):
        perform_job(view, "导入老年人", locked)
        shiboken6.delete(view)
    assert "名册.xlsx" in window.toast.text


def endless(progress: Progress) -> int:
    while True:
        progress.step()


def test_a_job_can_be_cancelled(window: MainWindow, qtbot: QtBot) -> None:
    results: list[int] = []
    perform_job(window.page("home"), "导入老年人", endless, results.append)
    cancel = window.progress.findChild(QPushButton)
    qtbot.waitUntil(window.progress.isVisible)
    with qtbot.waitSignal(window.jobs.idle):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert results == []
    assert not window.page("home").strip.isVisible()


def answer(qtbot: QtBot, act: bool) -> list[str]:
    """Press a button of the question that is about to come up."""
    asked: list[str] = []

    def press() -> None:
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, QuestionDialog) and one.isVisible()
        )
        asked.append(dialog.windowTitle())
        (dialog.act_button if act else dialog.back_button).click()

    QTimer.singleShot(0, press)
    return asked


def test_closing_while_a_job_runs_asks_and_cancels_it(window: MainWindow, qtbot: QtBot) -> None:
    perform_job(window.page("home"), "导入老年人", endless)
    answer(qtbot, act=False)
    assert not window.close()
    assert window.jobs.busy
    answer(qtbot, act=True)
    with qtbot.waitSignal(window.jobs.idle):
        window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_with_something_typed_asks_once(window: MainWindow, qtbot: QtBot) -> None:
    place(window, "home").typed = True
    asked = answer(qtbot, act=False)
    assert not window.close()
    assert asked == ["请确认"]
    answer(qtbot, act=True)
    assert window.close()


def test_the_window_fits_a_small_screen_without_a_scroll_bar(window: MainWindow, app: QApplication) -> None:
    for width, height in ((1280, 760), (1366, 728), (1920, 1040)):
        window.resize(width, height)
        app.processEvents()
        assert (window.width(), window.height()) == (width, height)
        area = window._stack.currentWidget()
        assert not area.verticalScrollBar().isVisible()
        assert window._status.mapTo(window, QPoint(0, window._status.height())).y() <= height


@pytest.mark.parametrize("contrast", [False, True], ids=["calm", "contrast"])
@pytest.mark.parametrize("size", TextSize)
def test_no_word_is_cut_at_any_text_size(
    session: Session,
    qtbot: QtBot,
    app: QApplication,
    people: Callable[[list[int]], list[PersonRow]],
    size: TextSize,
    contrast: bool,
) -> None:
    window = MainWindow(session, [Room(key, title, key, full_page(people)) for key, title in ROOMS], lambda: FACTS)
    qtbot.addWidget(window)
    window.resize(1280, 760)
    window.show()
    window.set_text_size(size, contrast)
    window.page("home").strip.say(
        "“名册.xlsx”正被其他程序打开。请关闭后再试。", Tone.ATTENTION, {"再试一次": window.close}
    )
    window.toast.say("已登记 欧阳淑芬", window.close)
    for _ in range(4):
        app.processEvents()
    assert (window.width(), window.height()) == (1280, 760)
    assert cut_widgets(window) == []
    assert session.preferences.text_size == size


def full_page(people: Callable[[list[int]], list[PersonRow]]) -> Callable[[Session], Page]:
    def made(session: Session) -> Page:
        page = Page(session, "老年人")
        page.header.set_subtitle("在册 1,246 人 · 待核 9 人 · 可能重复 2 组")
        page.header.add_search("姓名 / 拼音首字母 / 身份证后四位 / 电话 / 扫码")
        page.header.add_action("导入", page.refresh, "import")
        page.header.add_action("导出", page.refresh, "export")
        page.header.set_primary("新增", page.refresh, "add", "Ctrl+N")
        page.content.addWidget(FlowRow(*(QPushButton(f"筛选条件 {number}") for number in range(6))))
        table = RecordTable("老年人", [Column[PersonRow]("姓名", lambda row: row.name, 110)], people)
        table.set_ids(range(200))
        table.set_totals("独居 12 · 失能 7 · 助餐 1,204 人次")
        page.content.addWidget(table, 1)
        return page

    return made


def test_a_window_too_large_for_the_screen_takes_the_whole_of_it(window: MainWindow, app: QApplication) -> None:
    room = window.screen().availableGeometry()
    window.hide()
    window.resize(1280, room.height() - 8)
    window.appear()
    assert window.isMaximized(), "with its title bar it would reach below the screen"
    window.hide()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(room.width() // 2, room.height() // 2)
    window.appear()
    assert not window.isMaximized()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")
def test_the_system_asks_the_program_to_end(app: QApplication, qtbot: QtBot) -> None:
    termination = Termination()
    termination.watch()
    with qtbot.waitSignal(termination.asked):
        os.kill(os.getpid(), signal.SIGTERM)
    termination.forget()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_asked_by_the_system_it_closes_without_a_question(window: MainWindow, qtbot: QtBot) -> None:
    place = window.page("residents")
    assert isinstance(place, Place)
    place.typed = True
    QTimer.singleShot(0, window, window.close_at_once)
    window.close()
    assert window.isHidden(), "also while the question stands"
