"""Help services: recorded by keyboard, orders led to their end, urgent help on top."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.services.help_services import fees
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.fees import FeeDraft
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery, ServiceRow
from desktop.services.named.resolving import resolver
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.work import service_hours, timebank
from desktop.services.work.timebank import Hours, HoursDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.help_services.page import ServicesPage
from tests.gui.desk import Desk


def listed() -> list[ServiceRow]:
    return help_services.rows(help_services.find_ids(ServiceQuery(month=Month(2026, 10))))


def test_a_service_is_recorded_by_keyboard_alone(person: Callable[..., int], desk: Callable[[str], Desk]) -> None:
    person("李桂兰")
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    here.new_record(page)
    here.type("lgl")
    here.enter()  # the only one found, and on to the type
    here.type("3")  # 助浴, and on to the state
    here.enter(3)  # state, date, place
    here.type("930")
    here.enter()
    here.type("1015")
    here.control(Qt.Key.Key_S)
    [row] = listed()
    assert (row.type, row.state, row.minutes, row.name) == ("bathing", "done", 45, "李桂兰")


def test_an_end_before_the_start_stands_beside_its_field(
    person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    one = person("李桂兰")
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin(None, one)
    assert page.panel is not None
    page.panel.form.set_values({"type": "bathing", "started": "1015", "ended": "930"})
    here.control(Qt.Key.Key_S)
    assert page.panel.form.fields["ended"].error
    assert listed() == []


def test_an_order_goes_from_request_to_done(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    order = ServiceDraft(resident_id=person("李桂兰"), type="emergency", state="requested", service_on="2026-10-20")
    help_services.save(actor, order)
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    assert "李桂兰" in here.window.urgent.text
    here.key(Qt.Key.Key_Down)
    page._steps["dispatch"].click()
    box = page.findChild(SmallForm)
    assert box is not None
    box.press()
    assert box.form.fields["worker"].error  # somebody has to be named
    box.form.fields["worker"].set_value("李师傅")
    box.press()
    assert listed()[0].state == "dispatched"
    page._steps["finish"].click()
    assert (listed()[0].state, listed()[0].worker) == ("done", "李师傅")
    assert here.window.toast.text == "李桂兰 的助急已记为今天完成", "what was done names the person"
    assert here.window.urgent.text == ""


def test_cancelling_needs_a_reason(actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]) -> None:
    order = ServiceDraft(resident_id=person("李桂兰"), type="cleaning", state="requested", service_on="2026-10-20")
    help_services.save(actor, order)
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    here.key(Qt.Key.Key_Down)
    page._steps["cancel"].click()
    box = page.findChild(SmallForm)
    assert box is not None
    box.press()
    assert listed()[0].state == "requested"
    box.form.fields["reason"].set_value("家属来了")
    box.press()
    assert listed()[0].state == "cancelled"
    assert here.window.toast.text == "李桂兰 的助洁已取消"


def test_a_new_service_is_taken_back_from_the_line_at_the_bottom(
    person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    one = person("李桂兰")
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin(None, one)
    assert page.panel is not None
    page.panel.form.set_values({"type": "bathing"})
    here.control(Qt.Key.Key_S)
    [row] = listed()
    assert row.name == "李桂兰"
    assert here.window.toast.text.startswith("李桂兰：助浴已保存。没有登记：服务人员、付费方式"), "a hint, not a block"
    here.window.toast.undo_button.click()
    assert listed() == []


def test_a_worker_whom_the_list_does_not_have_is_saved_and_asked_about(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    yang = entries.save(actor, WorkerDraft(name="杨秀英", role="carer"))
    one = person("李桂兰")
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin(None, one)
    assert page.panel is not None
    page.panel.form.set_values({"type": "bathing", "worker": "小杨"})
    here.control(Qt.Key.Key_S)
    assert [row.worker for row in listed()] == ["小杨"]
    assert "小杨" in page.strip.text
    here.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert resolver(NamedList.PERSON).of("小杨") == yang
    assert [row.worker for row in listed()] == ["小杨"], "the row keeps what was typed"


def test_an_item_of_the_menu_is_ordered_by_keys_at_the_price_of_the_list(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    person("李桂兰", born="1940-03-05")
    line = FeeDraft("2026-10-01", "cleaning", "家政预约", fee="40", subsidy="10", min_age="80")
    fees.set_fee(actor, line)
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    here.new_record(page)
    here.type("lgl")
    here.enter()
    here.type("2")  # 助洁, and on to its items
    here.type("1")  # 家政预约, and on to the state
    here.enter(3)
    here.type("900")
    here.enter()
    assert page.panel is not None
    fields = page.panel.form.fields
    assert fields["fee"].value() == "", "an hour's price says nothing before the times are there"
    here.type("1030")
    here.enter()
    assert (fields["fee"].value(), fields["subsidy"].value()) == ("60.00", "15.00")
    here.go_to(fields["subsidy"])
    here.type("20")
    here.go_to(fields["ended"])
    here.type("1000")
    here.enter()
    assert (fields["fee"].value(), fields["subsidy"].value()) == ("40.00", "20.00"), "what was typed stands"
    here.control(Qt.Key.Key_S)
    [row] = listed()
    assert (row.type, row.item, row.fee_fen, row.subsidy_fen) == ("cleaning", "家政预约", 4000, 2000)
    model = page.table.view.model()
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    assert model.index(0, heads.index("项目")).data() == "家政预约"


def test_what_is_on_record_is_proposed_nothing_and_another_type_has_other_items(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    fees.set_fee(actor, FeeDraft("2026-10-01", "shopping", "物品代购", fee="5"))
    one = person("李桂兰")
    made = help_services.save(
        actor, ServiceDraft(resident_id=one, type="shopping", item="物品代购", quantity="3", service_on="2026-10-08")
    )
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin(made)
    assert page.panel is not None
    form = page.panel.form
    assert (form.fields["item"].value(), form.fields["quantity"].value(), form.fields["fee"].value()) == (
        "物品代购",
        "3",
        "",
    )
    assert form.fields["quantity"].isVisibleTo(form) and not form.is_dirty()
    here.go_to(form.fields["type"])
    here.type("3")  # 助浴 has no items
    assert (form.fields["item"].value(), form.fields["item"].isVisibleTo(form)) == ("", False)
    assert not form.fields["quantity"].isVisibleTo(form) and form.fields["fee"].value() == ""


def test_a_void_service_says_what_becomes_of_its_hours_and_is_refused_where_they_are_spent(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    ma = entries.save(actor, WorkerDraft(name="马丽", role="volunteer"))
    draft = ServiceDraft(resident_id=person("李桂兰"), type="cleaning", worker="马丽", payer="volunteer")
    draft.service_on, draft.started, draft.ended = "2026-10-20", "9:00", "10:30"
    one = help_services.save(actor, draft)
    service_hours.book(actor)
    out = timebank.take_out(actor, HoursDraft(ma, "1", "2026-10-20", whom="马丽的母亲"))
    here = desk("services")
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    page.table.select_id(one)
    here.key(Qt.Key.Key_F12)
    box = page.findChild(SmallForm)
    assert box is not None
    assert "已存入马丽时间银行的 1.50 小时会一并冲正。" in " ".join(one.text() for one in box.findChildren(QLabel))
    here.go_to(box.form.fields["reason"])
    here.type("record twice")
    here.control(Qt.Key.Key_S)
    assert box.strip.text.startswith(
        "没有办：这项服务的时长已存入马丽的时间银行，那里只余 0.50 小时，要收回 1.50 小时。"
    )
    timebank.correct(actor, out, "没有来")
    here.control(Qt.Key.Key_S)
    assert listed() == [] and timebank.hours_of(actor, ma) == Hours(0, 0, 0)
    here.window.deeds.take_back_last()
    assert [row.id for row in listed()] == [one] and timebank.hours_of(actor, ma) == Hours(90, 0, 90)
