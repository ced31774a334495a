"""Day lists come back: a scan and at most three keys an order, on disk before it is said; what is out is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.services.help_services import on_paper, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.paper_view import PaperView
from tests.gui.desk import Desk

Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)


class Paper:
    """Somebody with a stack of day lists; every key that the hand presses is counted, a scan is none."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("services")
        assert isinstance(page, ServicesPage)
        self.page, self.pressed = page, 0
        here.key(Qt.Key.Key_F10)
        self.time = 0.0
        self.view.now = lambda: self.time

    @property
    def view(self) -> PaperView:
        view = self.page.view
        assert isinstance(view, PaperView)
        return view

    def scan(self, digits: str) -> None:
        QTest.keyClicks(self._focus(), digits)
        QTest.keyClick(self._focus(), Qt.Key.Key_Return)

    def type(self, text: str) -> int:
        """The keys of a text and Enter, a second after whatever was before; how many they were."""
        self.time += 1
        for char in text:
            if char.isascii():
                QTest.keyClicks(self._focus(), char)
            else:
                word = QInputMethodEvent()
                word.setCommitString(char)
                QApplication.sendEvent(self._focus(), word)
        QTest.keyClick(self._focus(), Qt.Key.Key_Return)
        self.pressed += len(text) + 1
        return len(text) + 1

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.here.window


@pytest.fixture
def codes(actor: Actor, person: Person) -> dict[str, str]:
    """Bathing for three by 普建国 and for 周杰 by 李秀英, planned for nine, printed: the code of each by name."""
    for at, name in enumerate(("王芳", "李强", "赵敏", "周杰")):
        one = person(name, community="莲花社区", building=f"{at + 1}栋", room="101")
        worker = "李秀英" if name == "周杰" else "普建国"
        said = {"started": "09:00", "ended": "10:00", "worker": worker, "service_on": TODAY}
        orders.save(actor, ServiceDraft(resident_id=one, type="bathing", state="dispatched", **said))
    return {row.name: row.code for one in on_paper.day_lists(actor, TODAY) for row in one.rows}


@pytest.fixture
def paper(codes: dict[str, str], desk: Callable[[str], Desk]) -> Paper:
    return Paper(desk("services"))


def row_of(name: str) -> orders.ServiceRow:
    return next(row for row in orders.rows([1, 2, 3, 4]) if row.name == name)


def test_a_stack_of_lists_comes_back_with_at_most_three_keys_each_where_it_went_as_planned(
    paper: Paper, codes: dict[str, str]
) -> None:
    assert paper.view.left.text() == "还没收回：普建国 3（王芳、李强、赵敏）；李秀英 1（周杰）"
    paper.scan(codes["王芳"])
    assert "王芳" in paper.view.name.text() and "莲花社区 1栋 101" in paper.view.under.text()
    assert paper.type("") == 1
    assert (row_of("王芳").state, row_of("王芳").started, row_of("王芳").ended) == ("done", "09:00", "10:00")
    assert "王芳" in paper.view.light.text() and "09:00–10:00" in paper.view.light.text()
    paper.scan(codes["李强"])
    assert paper.type("5") == 2
    assert (row_of("李强").state, row_of("李强").satisfaction, row_of("李强").minutes) == ("rated", 5, 60)
    paper.scan(codes["赵敏"])
    assert paper.type("4") <= 3
    paper.scan(codes["周杰"])
    assert paper.type("") <= 3
    assert paper.view.left.isHidden() and not paper.view.row
    assert "4 单中已收回 4 单" in paper.view.header.subtitle.text()


def test_other_times_nobody_at_home_and_cancelled_are_typed_into_the_same_line(
    paper: Paper, codes: dict[str, str]
) -> None:
    paper.scan(codes["王芳"]), paper.type("0930-1015 4")
    one = row_of("王芳")
    assert (one.started, one.ended, one.minutes, one.satisfaction, one.planned_at) == (
        "09:30",
        "10:15",
        45,
        4,
        "2026-10-21 09:00",
    )
    paper.scan(codes["李强"]), paper.type("0")
    assert (row_of("李强").state, row_of("李强").cancel_reason) == ("cancelled", "没人在家")
    paper.scan(codes["赵敏"]), paper.type("9")
    assert row_of("赵敏").state == "dispatched" and "看不懂" in paper.view.light.text()
    paper.type("9 老人不需要了")
    assert (row_of("赵敏").state, row_of("赵敏").cancel_reason) == ("cancelled", "老人不需要了")
    paper.scan(codes["周杰"])
    paper.view.done_on.set_value("2026-10-20")
    paper.view.take_keyboard()
    paper.type("-1015")
    assert (row_of("周杰").service_on, row_of("周杰").started, row_of("周杰").ended) == (
        dt.date(2026, 10, 20),
        "09:00",
        "10:15",
    )


def test_who_went_and_the_day_are_said_once_for_a_list_and_not_of_the_next_one(
    paper: Paper, codes: dict[str, str]
) -> None:
    for name in ("王芳", "李强", "周杰"):
        paper.scan(codes[name])
        if name == "王芳":
            paper.view.worker.set_value("马丽"), paper.view.done_on.set_value("2026-10-20")
        paper.view.take_keyboard()
        paper.type("")
    said = [(row.name, row.worker, row.service_on.day, row.started) for row in orders.rows([1, 2, 4])]
    assert said == [("王芳", "马丽", 20, ""), ("李强", "马丽", 20, ""), ("周杰", "李秀英", 21, "09:00")]


def test_ctrl_z_and_f6_take_the_last_back_and_it_is_out_again(paper: Paper, codes: dict[str, str]) -> None:
    for name in ("王芳", "李强"):
        paper.scan(codes[name]), paper.type("5")
    paper.here.control(Qt.Key.Key_Z)
    assert (row_of("李强").state, row_of("李强").satisfaction) == ("dispatched", None)
    assert "李强" in paper.view.left.text()
    paper.here.key(Qt.Key.Key_F6)
    assert row_of("王芳").state == "dispatched" and "王芳" in paper.view.left.text()


def test_an_enter_that_the_scanner_sends_twice_records_nothing_and_a_row_passed_over_is_said(
    paper: Paper, codes: dict[str, str]
) -> None:
    paper.scan(codes["王芳"])
    paper.here.enter()
    assert row_of("王芳").state == "dispatched"
    paper.scan(codes["李强"])
    assert "王芳 没有录入" in paper.view.light.text()
    paper.type("3")
    assert (row_of("李强").satisfaction, row_of("王芳").state) == (3, "dispatched")
    paper.scan(codes["李强"])
    assert "已经录过" in paper.view.light.text() and paper.view.row is None


def test_without_a_scanner_a_name_or_the_digits_beneath_the_code_do(paper: Paper, codes: dict[str, str]) -> None:
    paper.type("王芳"), paper.type("")
    assert row_of("王芳").state == "done"
    paper.type(codes["周杰"][-5:]), paper.type("5")
    assert row_of("周杰").satisfaction == 5
    paper.type("没有这个人")
    assert "没有打印过" in paper.view.light.text()
    paper.here.key(Qt.Key.Key_Escape)
    assert paper.page.view is None


def test_another_code_is_called_what_it_is_and_esc_forgets_the_row_first(
    paper: Paper, codes: dict[str, str], person: Person
) -> None:
    paper.scan(printed_codes.code_of(CodeKind.RESIDENT, person("孙丽")))
    assert "孙丽 的服务卡" in paper.view.light.text()
    paper.scan(codes["王芳"])
    paper.here.key(Qt.Key.Key_Escape)
    assert paper.page.view is paper.view and paper.view.row is None
    assert row_of("王芳").state == "dispatched"


def test_a_list_of_another_day_is_opened_by_its_row_and_what_lies_ahead_is_refused(
    paper: Paper, actor: Actor, person: Person
) -> None:
    ahead = dt.date(2026, 10, 22)
    draft = ServiceDraft(resident_id=person("吴刚"), type="cleaning", state="requested", service_on=ahead)
    one = orders.save(actor, draft)
    paper.scan(on_paper.sheet(actor, one).code)
    assert paper.view.day.day() == ahead
    assert "以前各天还没收回：10-21 周三 4" in paper.view.left.text()
    paper.type("")
    [row] = orders.rows([one])
    assert row.state == "requested", "nobody has been there yet"
    assert paper.view.row is not None


def test_f3_prints_the_lists_of_the_day_and_the_sheet_of_one(paper: Paper, qtbot: QtBot) -> None:
    with clock.standing_at(dt.datetime(2026, 10, 21, 8, 0)):
        paper.here.key(Qt.Key.Key_F3)
        box = paper.page.findChild(SmallForm)
        assert box is not None
        assert box.form.fields["who"].value() == "all"
        paper.here.control(Qt.Key.Key_S)
        paper.here.finish_job()
    [shown] = paper.page.findChildren(PreviewDialog)
    assert shown.windowTitle() == "服务日程单"
    shown.reject()
    paper.here.window.activateWindow()
    qtbot.waitUntil(paper.view.line.hasFocus)
    paper.type("王芳")
    paper.here.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    paper.here.finish_job()
    assert any(one.windowTitle() == "服务单" for one in paper.page.findChildren(PreviewDialog))
