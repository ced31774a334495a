"""Every room as each of the five roles: what one may not do is grey and says who may; what is on offer is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.services.centre import rights
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button
from tests.gui.furnished import entered
from tests.gui.places import furnish
from tests.gui.test_looks import gone
from tests.gui.whole import standing

# What opens a screen of a room, by the room; whoever may enter it may look.
VIEWS = {
    RoomKey.BEDS: ("open_waiting", "open_home_beds", "open_day_care", "open_lacking", "open_fees", "open_contracts"),
    RoomKey.CANTEEN: ("open_balances", "open_sheets", "open_deliveries", "open_food"),
    RoomKey.SERVICES: ("open_board", "open_packages", "open_standing", "open_paper"),
    RoomKey.REPORTS: ("open_trends", "open_versions"),
    RoomKey.SYNC: ("open_corrections",),
    RoomKey.RESIDENTS: ("open_duplicates",),
}
ACTS = {"plain", "primary", "danger", "quiet"}


@pytest.fixture
def sitting(app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot):
    """A window of a furnished centre with somebody of a role before it."""
    furnish(actor, person)
    made: list[MainWindow] = []

    def sit(role: Role) -> MainWindow:
        made.append(standing(folder, replace(actor, role=role), qtbot))
        return made[-1]

    yield sit
    for one in made:
        gone(one)


def places(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, Page]]:
    """Every room, its tabs, sections and screens."""
    for room in RoomKey:
        page = entered(window, qtbot, room)
        yield room, page
        if isinstance(page, SystemPage):
            for key in page._makers:
                page.open_section(key)
                yield f"{room}/{key}", page
        if isinstance(page, VisitsPage):
            for tab in page._makers:
                page.show_tab(tab)
                yield f"{room}/{tab}", page
        for name in VIEWS.get(room, ()):
            getattr(page, name)()
            qtbot.waitUntil(lambda: not window.session.reads.busy)
            yield f"{room}/{name}", page
            qtbot.waitUntil(lambda: not window.session.reads.busy)
            page.close_view()


def acts(page: Page) -> list[Button]:
    """What is offered, with the first line of each table chosen."""
    for table in page.findChildren(RecordTable):
        if table.isVisible() and table.model.ids and table.current_id() is None:
            table.select_id(table.model.ids[0])
    QApplication.processEvents()
    return [one for one in page.findChildren(Button) if one.isVisible() and one.text() and one.property("kind") in ACTS]


# Acts that ask for nothing: they look, lead on, print what is shown, or take back what one did oneself.
_LOOKS = """
    一天 上一周 下一周 上个月 下个月 上月/上年同月 上午 下午 前一天 后一天 日期… 返回 更多… 整页 全部 查找
    重新查找 预览 预览打印 打印 打印名单 打印本月 再打印 月报 就餐月报 月度出勤表… 收银日报… 证明… 公示…
    名册 名称表… 空白模板… 导入导出 导出 导出… 床位档案 日托 待处理 没有签退 标签/保险 位次变化… 月矩阵
    结算 送餐 预存 食品台账 打开待访看板 打开档案 打开老人档案 看这个月的报表 看板 纸单 服务包 定期服务
    服务日程单 版本 走势与对比 更正单 核验文件… 核验所选 质量检查 开始检查 旧记录里的名字… 试算… 修改我的密码…
    换人登录 锁屏 打印权限表 协议照片… 打印计划与月度记录 测试页 核验日志 按月计费… 收费标准 换看名单 待办、全部
    撤回上一次 撤销上一户 撤回上一条 打开演示中心
"""
# The first steps of a new centre lead to the rooms, which ask.
_STEPS = "加密本机数据 登记第一位老人 导入花名册 定餐价和补贴 刷第一餐 建账号 选第二个备份处"
# Which act it is depends on what is listed: the page leaves them out for who may not.
_BY_PAGE = "新项目… 修改… 新增指标… 读入文件… 换成保留另一份"
LOOKS = frozenset((_LOOKS + _STEPS + " " + _BY_PAGE).split()) | {"打印或 Excel…"}


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_no_role_is_offered_an_act_that_is_refused_and_what_is_not_offered_says_who_may(
    role: Role, sitting: Callable[[Role], MainWindow], qtbot: QtBot
) -> None:
    window, wrong, asked = sitting(role), [], set()
    for name, page in places(window, qtbot):
        for one in acts(page):
            said = re.split(r" ?[（(]", one.text())[0]
            if one.asks is None:
                wrong += [f"{name}: “{said}” asks for nothing"] if one.isEnabled() and said not in LOOKS else []
                continue
            asked.add(one.asks)
            may = permissions.may(role, one.asks)
            wrong += [f"{name}: “{said}” is offered"] if one.isEnabled() and not may else []
            told = sentence(NotAllowed(one.asks, role, permissions.who_may(one.asks)))
            if not may and (one.toolTip(), one.accessibleDescription()) != (told, told):
                wrong.append(f"{name}: “{said}” does not say who may: {one.toolTip()}")
    assert not wrong, "\n".join(wrong)
    assert len(asked) > 40


def test_the_key_of_an_act_that_is_not_ones_own_says_who_may_and_opens_nothing(
    sitting: Callable[[Role], MainWindow], qtbot: QtBot, actor: Actor
) -> None:
    window = sitting(Role.VISITOR)
    page = entered(window, qtbot, RoomKey.BEDS)
    page.table.select_id(page.table.model.ids[0])
    before = query.count("SELECT count(*) FROM change_log")
    for key, act in ((Qt.Key.Key_F8, "办理退住"), (Qt.Key.Key_F3, "办理入住")):
        QTest.keyClick(page.table.view, key)
        assert page.strip.text.startswith(f"“{act}”只能由主任、前台办理")
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert "维护房间和床位" in page.strip.text
    assert not page.form_open
    assert query.count("SELECT count(*) FROM change_log") == before
    rights.say(actor, Role.VISITOR, Action.EDIT_BED, Grant.ALL)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.form_open, "what the director says holds for the next key"
