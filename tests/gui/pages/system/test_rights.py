"""岗位权限 in 系统: every act with every role, changed by keys within bounds, printed."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core.acts import Action
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.writing import permissions
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.widgets.buttons import Button


@pytest.fixture
def here(desk):
    return desk("system")


@pytest.fixture
def page(here):
    return opened(here)


def opened(here):
    page = here.window.page("system")
    page.receive("rights")
    QApplication.processEvents()
    return page


def choose(section, action):
    at = next(one for one, (_title, act) in section._listed.items() if act == action)
    section.table.select_id(at)
    section.table.view.setFocus()


def shown(section):
    title, right = section.table.current_row()
    return [column.value((title, right)) for column in section.table.model.columns][1:6]


def test_the_key_of_a_role_gives_and_takes_what_the_chosen_line_says(page):
    section = page.sections["rights"]
    choose(section, Action.VOID_SERVICE)
    assert shown(section) == ["可以", "可以", "不可", "仅本人", "不可"]
    QTest.keyClick(section.table.view, Qt.Key.Key_F6)
    assert permissions.grant(Role.WORKER, Action.VOID_SERVICE) == Grant.ALL
    assert shown(section) == ["可以", "可以", "不可", "可以 *", "不可"]
    for wanted in (Grant.NO, Grant.OWN):
        QTest.keyClick(section.table.view, Qt.Key.Key_F6)
        assert permissions.grant(Role.WORKER, Action.VOID_SERVICE) == wanted
    QTest.keyClick(section.table.view, Qt.Key.Key_F5)
    assert permissions.grant(Role.VISITOR, Action.VOID_SERVICE) == Grant.OWN
    choose(section, Action.ADMIT)
    QTest.keyClick(section.table.view, Qt.Key.Key_F4)
    assert permissions.grant(Role.CLERK, Action.ADMIT) == Grant.NO


def test_what_cannot_be_said_is_told_with_its_reason(page):
    section, before = page.sections["rights"], query.count("SELECT count(*) FROM change_log")
    choose(section, Action.RESTORE)
    QTest.keyClick(section.table.view, Qt.Key.Key_F5)
    assert page.strip.text == "“恢复备份”不能给探访员：它关系到全中心的数据或账目。"
    choose(section, Action.RECORD_VISIT)
    QTest.keyClick(section.table.view, Qt.Key.Key_F7)
    assert page.strip.text.startswith("审核只查看不登记")
    choose(section, Action.SIGN_IN)
    QTest.keyClick(section.table.view, Qt.Key.Key_F4)
    assert "人人都可以" in page.strip.text
    assert query.count("SELECT count(*) FROM change_log") == before


def test_others_read_the_rights_and_change_none(here, actor):
    here.window.session.actor = dataclasses.replace(actor, role=Role.CLERK)
    page = opened(here)
    section = page.sections["rights"]
    choose(section, Action.ADMIT)
    QTest.keyClick(section.table.view, Qt.Key.Key_F5)
    assert page.strip.text.startswith("“设置岗位权限”只能由主任办理")
    assert permissions.grant(Role.VISITOR, Action.ADMIT) == Grant.NO
    offered = {one.text(): one.isEnabled() for one in section.findChildren(Button) if one.text()}
    roles = ("前台（F4）", "探访员（F5）", "服务人员（F6）", "审核（F7）")
    assert offered == dict.fromkeys(roles, False) | {"打印权限表（Ctrl+P）": True}


def test_the_sheet_is_shown_before_it_is_printed(here, page):
    QTest.keyClick(page.sections["rights"].table.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: bool(here.window.findChildren(PreviewDialog)), timeout=20000)
    assert [one.windowTitle() for one in here.window.findChildren(PreviewDialog)] == ["岗位权限表"]
    for one in here.window.findChildren(PreviewDialog):
        one.reject()
