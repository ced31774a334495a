"""The acts about an activity by keyboard: its list on paper and back, one taken off, all of it void."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.help_services import attendance, on_paper, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.printing import preview_folder
from tests.gui.desk import Desk
from tests.gui.keyboard import type_words
from tests.gui.pages.help_services.test_attendance_view import Afternoon, card
from tests.unit.reports.reading import seen_codes, whole_text

Person = Callable[..., int]


@pytest.fixture
def afternoon(desk: Callable[[str], Desk], person: Person) -> Afternoon:
    """Two people on record, the room open."""
    person("李强")
    person("王芳")
    return Afternoon(desk("services"))


def back(afternoon: Afternoon, qtbot: QtBot) -> None:
    """The window is in front again, once a box went: the keyboard is in the scan line."""
    afternoon.here.window.activateWindow()
    qtbot.waitUntil(afternoon.view.line.hasFocus)


def test_a_row_of_the_printed_list_opens_its_activity_and_f7_takes_its_person_off(
    afternoon: Afternoon, qtbot: QtBot
) -> None:
    afternoon.begin()
    for name in ("王芳", "李强"):
        afternoon.scan(card(name))
    afternoon.here.control(Qt.Key.Key_P)
    afternoon.here.finish_job()
    [shown] = afternoon.page.findChildren(PreviewDialog)
    paper = preview_folder(afternoon.page) / "attendance-2026-10-21.pdf"
    codes = {on_paper.find(seen.digits).name: seen.digits for seen in seen_codes(paper, 150)}
    assert sorted(codes) == ["李强", "王芳"] and shown.windowTitle() == "活动签到表"
    shown.reject()
    back(afternoon, qtbot)
    afternoon.here.key(Qt.Key.Key_Escape)
    # Another day's desk: nothing is said, and a row says all of it.
    afternoon.open()
    assert afternoon.view.activity is None
    afternoon.view.take_scan(codes["王芳"])
    assert afternoon.view.count.text() == "2 人" and "14:00–15:30" in afternoon.view.header.subtitle.text()
    assert afternoon.view.light.text() == "王芳：按 F7 去掉"
    afternoon.here.key(Qt.Key.Key_F7)
    box = afternoon.page.findChild(SmallForm)
    assert box is not None and box.form.values()["reason"] == "没有到场"
    afternoon.here.control(Qt.Key.Key_S)
    assert (afternoon.people(), afternoon.view.count.text()) == (["李强"], "1 人")
    back(afternoon, qtbot)
    afternoon.scan(codes["王芳"])
    assert afternoon.view.light.text() == "这一行已经去掉：这项服务已作废。"
    afternoon.here.control(Qt.Key.Key_Z)
    assert afternoon.people() == ["李强", "王芳"]


def test_before_anybody_came_the_list_has_room_for_names(afternoon: Afternoon) -> None:
    afternoon.begin()
    afternoon.here.control(Qt.Key.Key_P)
    afternoon.here.finish_job()
    [shown] = afternoon.page.findChildren(PreviewDialog)
    text = "".join(whole_text(preview_folder(afternoon.page) / "attendance-2026-10-21.pdf").split())
    assert shown.windowTitle() == "活动签到表" and "时间：14:00–15:30" in text and "日期：2026年10月21日" in text
    assert [f"{number}姓名社区签名" in text for number in (1, 21, 22)] == [True, True, False]
    shown.reject()


def test_a_row_of_another_activity_or_of_an_open_order_is_called_what_it_is(
    afternoon: Afternoon, actor: Actor, person: Person
) -> None:
    said = ServiceDraft(type="learning", place="centre", service_on="1020", started="0900")
    other = attendance.enter(actor, person("吴刚"), attendance.begin(said))
    asked = ServiceDraft(resident_id=person("赵敏"), type="bathing", state="requested", service_on="1021")
    waiting = orders.save(actor, asked)
    codes = [on_paper.sheet(actor, one).code for one in (other, waiting)]
    afternoon.begin()
    afternoon.scan(codes[0])
    assert "吴刚 在另一个活动" in afternoon.view.light.text() and afternoon.view.count.text() == "0 人"
    afternoon.scan(codes[1])
    assert "赵敏" in afternoon.view.light.text() and "下单" in afternoon.view.light.text()
    afternoon.here.key(Qt.Key.Key_F3)
    afternoon.view.take_scan(codes[1])
    assert "赵敏" in afternoon.page.strip.text and afternoon.view.activity is None
    afternoon.view.take_scan(codes[0])
    assert afternoon.view.activity is not None and afternoon.view.activity.type == "learning"


def test_f12_makes_the_whole_activity_void_and_one_ctrl_z_brings_all_back(afternoon: Afternoon, qtbot: QtBot) -> None:
    afternoon.begin()
    afternoon.here.key(Qt.Key.Key_F12)
    assert afternoon.view.light.text() == "这个活动还没有人登记。"
    for name in ("王芳", "李强"):
        afternoon.scan(card(name))
    afternoon.here.key(Qt.Key.Key_F12)
    assert afternoon.page.findChild(SmallForm) is not None
    afternoon.here.control(Qt.Key.Key_S)
    assert len(afternoon.people()) == 2, "not without a reason"
    type_words(QApplication.focusWidget(), "登记错了日期")
    afternoon.here.control(Qt.Key.Key_S)
    assert (afternoon.people(), afternoon.view.count.text()) == ([], "0 人")
    back(afternoon, qtbot)
    afternoon.here.control(Qt.Key.Key_Z)
    assert (afternoon.people(), afternoon.view.count.text()) == (["李强", "王芳"], "2 人")


def test_enter_on_a_line_asks_to_take_it_off_and_without_one_f7_says_what_to_do(
    afternoon: Afternoon, qtbot: QtBot
) -> None:
    afternoon.begin()
    afternoon.here.key(Qt.Key.Key_F7)
    assert afternoon.view.light.text() == "请先扫签到表上的一行，或在下面选中一位。"
    for name in ("王芳", "李强"):
        afternoon.scan(card(name))
    afternoon.view.table.take_keyboard()
    afternoon.view.table.select_id(afternoon.rows()[1].id)
    afternoon.here.enter()
    assert afternoon.page.findChild(SmallForm) is not None
    afternoon.here.control(Qt.Key.Key_S)
    assert afternoon.people() == ["李强"]
    back(afternoon, qtbot)
    afternoon.scan(card("王芳"))
    assert afternoon.people() == ["李强", "王芳"], "who was taken off by mistake is scanned again"
