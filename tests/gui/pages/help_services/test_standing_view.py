"""Services for certain weekdays by keys: agreed, made a week ahead, brought in line, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core import clock
from desktop.models import query
from desktop.services.help_services import agreements, fees
from desktop.services.help_services.fees import FeeDraft
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.asks import ShowStanding
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.standing_view import StandingView
from tests.gui.desk import Desk

Person = Callable[..., int]


@pytest.fixture
def here(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> Desk:
    """Somebody in the room of services, at what stands week after week; 王芳 is on the register."""
    person("王芳")
    found = desk("services")
    found.control(Qt.Key.Key_T)
    return found


def view_of(here: Desk) -> StandingView:
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    view = page.view
    assert isinstance(view, StandingView)
    return view


def agreed(actor: Actor, who: int) -> int:
    draft = ServiceArrangementDraft(who, "bathing", started="09:00", weekdays=["2", "5"], valid_from="2026-10-01")
    return agreements.agree(actor, draft)


def orders_on_record() -> list[tuple[str, str, str]]:
    rows = query.fetch("SELECT service_on, state, started FROM living_help_service WHERE arrangement_id IS NOT NULL")
    return sorted((row[0][5:], row[1], row[2]) for row in rows)


def test_it_is_agreed_by_keys_and_f3_makes_a_week_of_orders_in_one_act(here: Desk, actor: Actor) -> None:
    view = view_of(here)
    here.control(Qt.Key.Key_N)
    box = view.page.findChild(SmallForm)
    assert box is not None
    fields = box.form.fields
    here.go_to(fields["resident_id"])
    here.type("wf")
    here.enter()
    here.go_to(fields["type"])
    here.type("3")
    fields["weekdays"].set_value(["2", "5"])
    here.go_to(fields["started"])
    here.type("0900")
    here.go_to(fields["valid_from"])
    fields["valid_from"].set_value(dt.date(2026, 10, 1))
    here.control(Qt.Key.Key_S)
    assert here.window.focusWidget() is view.agreed, "the keyboard is where the next key belongs"
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)
    assert [(one.agreed.name, f"{one.day:%m-%d}") for one in view._due] == [("王芳", "10-23"), ("王芳", "10-27")]
    here.key(Qt.Key.Key_F3)
    assert orders_on_record() == [("10-23", "requested", "09:00"), ("10-27", "requested", "09:00")]
    assert (view._due, view.said.text) == ([], "已生成 2 单")
    here.key(Qt.Key.Key_F3)
    assert len(orders_on_record()) == 2
    here.control(Qt.Key.Key_Z)
    assert orders_on_record() == []
    assert len(view._due) == 2


def test_an_item_is_chosen_its_price_is_said_and_who_is_in_two_places_at_once(
    here: Desk, actor: Actor, person: Person
) -> None:
    fees.set_fee(actor, FeeDraft("2026-01-01", "shopping", fee="8", subsidy="3"))
    busy = ServiceArrangementDraft(person("李兰"), "bathing", started="09:00", ended="10:00", valid_from="2026-10-01")
    busy.worker, busy.weekdays = "普建国", ["5"]
    agreements.agree(actor, busy)
    view = view_of(here)
    here.control(Qt.Key.Key_N)
    box = view.page.findChild(SmallForm)
    assert box is not None
    fields = box.form.fields
    here.go_to(fields["resident_id"])
    here.type("wf")
    here.enter()
    assert not box.form.fields["item"].isVisible()
    here.go_to(fields["type"])
    here.type("7")
    here.go_to(fields["item"])
    here.type("1")
    fields["weekdays"].set_value(["5"])
    here.go_to(fields["started"])
    here.type("0930")
    fields["worker"].set_value("普建国")
    assert (fields["item"].value(), fields["fee"].value()) == ("物品代购", ""), (
        "nothing is filled: each day has its own"
    )
    told = " ".join(one.text() for one in fields["fee"].findChildren(QLabel))
    assert "不填：按每次当天的价目。现在：" in told and "8.00" in told
    here.control(Qt.Key.Key_S)
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)
    here.key(Qt.Key.Key_F3)
    rows = query.fetch("SELECT type, item, quantity, fee_fen, subsidy_fen FROM living_help_service ORDER BY type")
    assert rows == [("bathing", "", 1, 0, 0), ("shopping", "物品代购", 1, 800, 300)]
    first, second = view.said.text.splitlines()
    assert first == "已生成 2 单；请看一看（1 处）："
    assert second.startswith("10-23 周五") and "普建国" in second


def test_of_many_that_meet_some_are_named_and_where_the_others_are(here: Desk, actor: Actor, person: Person) -> None:
    for name in ("李兰", "张秀英", "普建华", "何云"):
        one = ServiceArrangementDraft(person(name), "cleaning", started="09:00", valid_from="2026-10-01")
        one.worker, one.weekdays = "普建国", ["5"]
        agreements.agree(actor, one)
    view = view_of(here)
    view.refresh()
    here.key(Qt.Key.Key_F3)
    lines = view.said.text.splitlines()
    assert lines[0] == "已生成 4 单；请看一看（6 处）：", "each of six pairs once"
    assert (len(lines), lines[-1]) == (6, "其余的到看板（F4）按服务人员、按日期看。")


def test_a_change_says_which_orders_are_otherwise_and_f9_brings_them_in_line(
    here: Desk, actor: Actor, person: Person
) -> None:
    one = agreed(actor, person("李兰"))
    view = view_of(here)
    view.refresh()
    here.key(Qt.Key.Key_F3)
    draft = arrangements.service_draft_of(one)
    draft.weekdays, draft.started = ["5"], "15:00"
    agreements.change(actor, one, draft)
    view.refresh()
    assert view._drifts == {one: 2}
    view.agreed.select_id(one)
    here.key(Qt.Key.Key_F9)
    assert orders_on_record() == [("10-23", "requested", "15:00"), ("10-27", "cancelled", "09:00")]
    assert view.said.text == "取消 1 单，修改 1 单"
    assert view._drifts == {}


def test_a_day_further_on_shows_more_and_a_day_gone_shows_today_alone(here: Desk, actor: Actor, person: Person) -> None:
    agreed(actor, person("李兰"))
    view = view_of(here)
    view.until.set_value(clock.today() + dt.timedelta(days=13))
    view.refresh()
    assert [f"{one.day:%m-%d}" for one in view._due] == ["10-23", "10-27", "10-30", "11-03"]
    view.until.set_value(clock.today() - dt.timedelta(days=3))
    view.refresh()
    assert view._due == []
    assert view.header.subtitle.text() == "约定 1 项，到 10-21 周三 待生成 0 单"


def test_who_comes_from_the_home_page_finds_it_open_and_once(here: Desk) -> None:
    view = view_of(here)
    here.window.go(RoomKey.SERVICES, ShowStanding())
    assert view_of(here) is view, "it stood already"
    here.key(Qt.Key.Key_Escape)
    here.window.go(RoomKey.SERVICES, ShowStanding())
    assert view_of(here) is not view
