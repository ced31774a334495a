"""食品台账 by keys: the sheets of a day, what came, the menu, samples, and who ate of a batch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.core.food import FoodPart, LicenceKind, SheetOf
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.food import dishes, licences, pictures, purchases, samples, sheets
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.people.certificates import LicenceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.asks import ShowFood
from desktop.ui.pages.canteen.food.dishes import DishesPart
from desktop.ui.pages.canteen.food.purchases import PurchasesPart
from desktop.ui.pages.canteen.food.samples import SamplesPart
from desktop.ui.pages.canteen.food.today import TodayPart
from desktop.ui.pages.canteen.food.trace import TracePart
from desktop.ui.pages.canteen.food.view import FoodView
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.desk import Desk

Opens = Callable[[str], Desk]
Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)
YESTERDAY = TODAY - dt.timedelta(days=1)


def opened(desk: Opens) -> tuple[Desk, FoodView]:
    here = desk("canteen")
    here.control(Qt.Key.Key_T)
    page = here.window.page("canteen")
    assert isinstance(page, CanteenPage)
    assert isinstance(page.view, FoodView)
    return here, page.view


def at_part(desk: Opens, steps: int) -> tuple[Desk, FoodView]:
    here, view = opened(desk)
    for _ in range(steps):
        here.control(Qt.Key.Key_Tab)
    return here, view


def box(here: Desk) -> SmallForm:
    found: list[SmallForm] = []

    def seen() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]
        return bool(found) and found[-1].isActiveWindow()

    here.qtbot.waitUntil(seen)
    return found[-1]


def back(here: Desk) -> None:
    """Until the box is gone and the window has the keyboard again."""
    here.qtbot.waitUntil(
        lambda: not any(isinstance(one, SmallForm) and one.isVisible() for one in QApplication.topLevelWidgets())
    )
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)


def bought(actor: Actor, name: str, **values: object) -> int:
    given: dict[str, object] = {"supplier": "春城粮油", "quantity": "10", "unit": "kg", "received_on": "2026-10-19"}
    return purchases.add(actor, PurchaseDraft(name=name, **(given | values)))  # type: ignore[arg-type]


def cooked(actor: Actor, name: str, day: dt.date = TODAY, *batches: int) -> int:
    dish = dishes.add(actor, DishDraft(day, "lunch", name))
    if batches:
        dishes.use(actor, dish, batches)
    return dish


def missing(view: FoodView) -> list[tuple[str, str]]:
    part = view.parts["today"]
    assert isinstance(part, TodayPart)
    return [(one.part, "、".join(dish.name for dish in one.dishes)) for one in part._todo]


def test_a_role_that_may_not_is_told_so_and_no_box_comes(desk: Opens, actor: Actor) -> None:
    bought(actor, "五花肉")
    here, view = at_part(desk, 1)
    here.window.session.actor = Actor(None, "审核甲", Role.AUDITOR, actor.station)
    here.key(Qt.Key.Key_F12)
    assert not any(isinstance(one, SmallForm) for one in QApplication.topLevelWidgets() if one.isVisible())
    assert view.page.strip.text == "“作废食品台账记录”只能由主任、前台办理，您的岗位是审核，请找他们办理。"


def test_a_whole_day_of_sheets_as_yesterday_in_few_keys(desk: Opens, actor: Actor) -> None:
    for kind, about, degrees in (
        (SheetOf.MORNING_CHECK, "张师傅", ""),
        (SheetOf.CLEANING, "餐具", ""),
        (SheetOf.TEMPERATURE, "冷藏柜", "4"),
        (SheetOf.TEMPERATURE, "冷冻柜", "-18"),
    ):
        sheets.add(actor, SheetDraft(kind, YESTERDAY, about, "07:30", degrees, done_by="张师傅"))
    cooked(actor, "红烧肉", TODAY, bought(actor, "五花肉"))
    cooked(actor, "炒青菜", TODAY, bought(actor, "青菜"))
    here, view = opened(desk)
    parts = [FoodPart.MORNING_CHECK, FoodPart.CLEANING, FoodPart.TEMPERATURE, FoodPart.SAMPLES]
    assert [part for part, _dishes in missing(view)] == parts
    # 晨检 and 消毒: Enter and Ctrl+S each.
    for kind in (SheetOf.MORNING_CHECK, SheetOf.CLEANING):
        here.enter()
        asked = box(here)
        if kind == SheetOf.MORNING_CHECK:
            assert any("张师傅 没有登记" in one.text() for one in asked.findChildren(QLabel)), "no health certificate"
        here.control(Qt.Key.Key_S)
        back(here)
        assert [(one.fit, one.done_by) for one in sheets.lines(TODAY, TODAY, kind)] == [(True, "张师傅")]
    # What was measured is typed: nine keys.
    here.enter()
    box(here)
    here.type("5")
    here.enter()
    here.type("-17")
    here.control(Qt.Key.Key_S)
    back(here)
    found = [(one.about, one.tenths, one.fit) for one in sheets.lines(TODAY, TODAY, SheetOf.TEMPERATURE)]
    assert found == [("冷藏柜", 50, True), ("冷冻柜", -170, True)]
    # 留样 of all dishes of lunch.
    here.enter()
    box(here)
    here.control(Qt.Key.Key_S)
    back(here)
    assert [(one.name, one.grams) for one in samples.kept()] == [("红烧肉", 125), ("炒青菜", 125)]
    assert missing(view) == []
    # One key takes an act back whole.
    here.control(Qt.Key.Key_Z)
    here.qtbot.waitUntil(lambda: samples.kept() == [])
    assert missing(view) == [(FoodPart.SAMPLES, "红烧肉、炒青菜")]


def test_what_was_not_in_order_is_written_behind_the_number(desk: Opens, actor: Actor) -> None:
    sheets.add(actor, SheetDraft(SheetOf.TEMPERATURE, YESTERDAY, "冷藏柜", "07:30", "4"))
    here, view = opened(desk)
    part = view.parts["today"]
    assert isinstance(part, TodayPart)
    here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Down)
    here.enter()
    box(here)
    here.type("12 DOOR")
    here.enter()
    here.type("SHUT")
    here.control(Qt.Key.Key_S)
    back(here)
    [line] = sheets.lines(TODAY, TODAY)
    assert (line.tenths, line.fit, line.words, line.measure) == (120, False, "DOOR", "SHUT")


def test_a_store_without_a_reading_is_said_in_its_line(desk: Opens, actor: Actor) -> None:
    for about in ("冷藏柜", "冷冻柜"):
        sheets.add(actor, SheetDraft(SheetOf.TEMPERATURE, YESTERDAY, about, "07:30", "4"))
    here, _view = opened(desk)
    here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Down)
    here.enter()
    shown = box(here)
    here.type("4")
    here.control(Qt.Key.Key_S)
    rows = shown.form.fields["lines"].lines  # type: ignore[attr-defined]
    assert [bool(one[1].error) for one in rows] == [False, True]
    assert rows[1][1].line.hasFocus()
    assert sheets.lines(TODAY, TODAY) == []


def test_what_came_is_proposed_as_it_was_bought_last(desk: Opens, actor: Actor) -> None:
    bought(actor, "五花肉", unit_price="28", received_on="2026-10-12")
    here, view = at_part(desk, 1)
    here.control(Qt.Key.Key_N)
    shown = box(here)
    here.type("wuhuarou")
    # A real Enter goes to the list of what is offered.
    QTest.keyClick(shown.form.fields["name"]._completer.popup(), Qt.Key.Key_Return)  # type: ignore[attr-defined]
    QApplication.processEvents()
    here.enter()
    assert shown.form.fields["supplier"].value() == "春城粮油"
    here.go_to(shown.form.fields["quantity"])
    here.type("8.5")
    here.control(Qt.Key.Key_S)
    back(here)
    last, _first = purchases.batches("五花肉")
    assert (last.received_on, last.quantity, last.unit_price_fen, last.batch) == (TODAY, "8.5 kg", 2800, "20261021")
    part = view.parts["purchases"]
    assert isinstance(part, PurchasesPart)
    assert next(iter(part.table.model.ids)) == last.id


def test_a_licence_that_has_ended_is_said_at_once_and_put_right(desk: Opens, actor: Actor) -> None:
    one = bought(actor, "大米")
    licences.record(actor, "春城粮油", LicenceDraft(LicenceKind.FOOD, valid_to="2026-10-01"))
    here, view = at_part(desk, 1)
    part = view.parts["purchases"]
    assert isinstance(part, PurchasesPart)
    assert part.said.text() == "春城粮油 · 食品经营许可证：已过期 20 天"
    here.key(Qt.Key.Key_F7)
    shown = box(here)
    here.go_to(shown.form.fields["valid_to"])
    here.control(Qt.Key.Key_A)
    here.type("20271001")
    here.control(Qt.Key.Key_S)
    back(here)
    found = licences.food_licence("春城粮油")
    assert found is not None
    assert found.valid_to == dt.date(2027, 10, 1)
    assert "已过期" not in part.said.text()
    assert purchases.batch(one).ended_on is None


def test_a_batch_comes_to_its_end_and_its_picture_is_kept(desk: Opens, actor: Actor, tmp_path: Path) -> None:
    one = bought(actor, "豆腐", expires_on="2026-10-20")
    here, view = at_part(desk, 1)
    part = view.parts["purchases"]
    assert isinstance(part, PurchasesPart)
    assert part.open_count() == 1
    file = tmp_path / "scan.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n1234")
    part.keep_picture(file)
    assert pictures.read(one)[1] == file.read_bytes()
    here.key(Qt.Key.Key_F8)
    box(here)
    here.control(Qt.Key.Key_S)
    back(here)
    row = purchases.batch(one)
    assert (row.ended_on, row.ended_as) == (TODAY, "thrown_away")
    assert part.open_count() == 0


def test_dishes_are_planned_several_at_once_and_a_week_is_copied(desk: Opens, actor: Actor) -> None:
    dishes.add(actor, DishDraft(TODAY - dt.timedelta(days=7), "lunch", "红烧肉", "12", allergens=["soybeans"]))
    here, view = at_part(desk, 2)
    here.control(Qt.Key.Key_N)
    box(here)
    here.type("hongshaorou,")
    here.type("SOUP")
    here.control(Qt.Key.Key_S)
    back(here)
    found = [(one.name, one.price_fen, one.contains) for one in dishes.menu(TODAY, TODAY)]
    assert found == [("红烧肉", 1200, ("soybeans",)), ("SOUP", None, ())]
    # The next week is copied from this one.
    for _ in range(7):
        here.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    part = view.parts["dishes"]
    assert isinstance(part, DishesPart)
    assert part.monday == dt.date(2026, 10, 26)
    here.key(Qt.Key.Key_F3)
    box(here)
    here.control(Qt.Key.Key_S)
    back(here)
    assert [one.name for one in dishes.menu(TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=7))] == [
        "红烧肉",
        "SOUP",
    ]
    assert [one.name for one in part._rows.values()] == ["红烧肉", "SOUP"]


def test_batches_are_named_by_part_of_a_name_and_by_number(desk: Opens, actor: Actor) -> None:
    pork, rice = bought(actor, "五花肉", batch="A-17"), bought(actor, "大米", batch="690123")
    soy = bought(actor, "酱油", batch="S-3")
    cooked(actor, "红烧肉", YESTERDAY, soy)
    dish = cooked(actor, "红烧肉")
    here, _view = at_part(desk, 2)
    here.key(Qt.Key.Key_Down)
    here.enter()
    shown = box(here)
    # As it was made before.
    assert shown.form.fields["batches"].value() == (soy,)
    here.type("wuhua")
    here.enter()
    here.type("690123")
    here.enter()
    assert shown.form.fields["batches"].value() == (soy, pork, rice)
    here.key(Qt.Key.Key_Backspace)
    here.enter()
    here.enter()
    back(here)
    assert {one.id for one in dishes.made_of(dish)} == {soy, pork}


def test_samples_that_stood_long_enough_go_by_one_key(desk: Opens, actor: Actor) -> None:
    old = cooked(actor, "红烧肉", TODAY - dt.timedelta(days=3))
    new = cooked(actor, "炒青菜")
    for dish in (old, new):
        samples.add(actor, SampleDraft(dish, "11:00", "130", "张师傅"))
    here, view = at_part(desk, 3)
    part = view.parts["samples"]
    assert isinstance(part, SamplesPart)
    assert part.open_count() == 1
    here.key(Qt.Key.Key_F8)
    assert [one.name for one in samples.kept()] == ["炒青菜"]
    here.key(Qt.Key.Key_F8)
    page = here.window.page("canteen")
    assert "还没有到期的留样" in page.strip.text
    here.control(Qt.Key.Key_Z)
    here.qtbot.waitUntil(lambda: len(samples.kept()) == 2)


def test_who_ate_of_a_batch_and_of_what_somebody_ate(desk: Opens, actor: Actor, person: Person) -> None:
    one, other = person("王芳", phone="13900000001"), person("李强", phone="13900000002")
    pork = bought(actor, "五花肉", batch="A-17")
    cooked(actor, "红烧肉", TODAY, pork)
    noon = dt.datetime.combine(TODAY, dt.time(11, 20))
    scanning.record(actor, one, "lunch", "dine_in", noon)
    scanning.record(actor, other, "breakfast", "dine_in", noon)
    here, view = at_part(desk, 4)
    part = view.parts["trace"]
    assert isinstance(part, TracePart)
    assert part.line.hasFocus()
    here.type("A-17")
    here.enter()
    assert [(eater.name, eater.phone) for eater in part._people.values()] == [("王芳", "13900000001")]
    assert "1 位老人" in part.said.text()
    here.type("wangfang")
    here.enter()
    assert (list(part._batches), list(part._people)) == ([pork], [])
    here.key(Qt.Key.Key_F6)
    here.enter()
    assert [eater.resident_id for eater in part._people.values()] == [one]


def test_the_home_page_leads_to_a_part(desk: Opens, actor: Actor) -> None:
    here = desk("canteen")
    page = here.window.page("canteen")
    assert isinstance(page, CanteenPage)
    page.receive(ShowFood("samples"))
    assert isinstance(page.view, FoodView)
    assert page.view.part is page.view.parts["samples"]


def shown_paper(here: Desk) -> PreviewDialog:
    here.finish_job()
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]
    return dialog


def test_the_sheets_the_menu_and_a_trace_are_shown_for_printing(desk: Opens, actor: Actor) -> None:
    pork = bought(actor, "五花肉", batch="A-17")
    cooked(actor, "红烧肉", TODAY, pork)
    sheets.add(actor, SheetDraft(SheetOf.CLEANING, TODAY, "餐具"))
    here, view = opened(desk)
    here.control(Qt.Key.Key_P)
    paper = shown_paper(here)
    assert "后厨每日记录" in paper.windowTitle()
    paper.reject()
    back(here)
    view.show_part("dishes")
    here.control(Qt.Key.Key_P)
    box(here)
    here.control(Qt.Key.Key_S)
    paper = shown_paper(here)
    assert "一周菜谱" in paper.windowTitle()
    paper.reject()
    back(here)
    view.show_part("trace")
    here.control(Qt.Key.Key_P)
    page = here.window.page("canteen")
    assert page.strip.text == "请先查一批食材。"
    here.type("A-17")
    here.enter()
    here.control(Qt.Key.Key_P)
    paper = shown_paper(here)
    assert "追溯名单" in paper.windowTitle()
    paper.reject()
    assert query.texts("SELECT action FROM change_log WHERE action = 'print'") == ["print"]
