"""送餐 by keys: agree, make the list, and bring its stops back by code, by card and by number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.acts import Action
from desktop.core.codes import CodeKind
from desktop.core.routes import StandingSubject
from desktop.models.meal import Meal
from desktop.services.deliveries import lists
from desktop.services.register import printed_codes
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import ArrangementDraft, HolidayDraft, StopDraft
from desktop.services.visits import risks, route_sheets
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.asks import PaperRow
from desktop.ui.pages.canteen.deliveries_view import DeliveriesView
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.desk import Desk

Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def people(actor: Actor, person: Person) -> list[int]:
    found = [person(f"王{name}", room=str(101 + at)) for at, name in enumerate("甲乙丙")]
    for who in found:
        arrangements.arrange(actor, ArrangementDraft(who, valid_from="2026-10-01"))
    return found


def view_of(here: Desk) -> DeliveriesView:
    page = here.window.page("canteen")
    assert isinstance(page, CanteenPage)
    assert isinstance(page.view, DeliveriesView)
    return page.view


def opened(desk: Callable[[str], Desk]) -> tuple[Desk, DeliveriesView]:
    here = desk("canteen")
    here.key(Qt.Key.Key_F11)
    return here, view_of(here)


def box(here: Desk) -> SmallForm:
    found: list[SmallForm] = []

    def seen() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]
        return bool(found) and found[-1].isActiveWindow()

    here.qtbot.waitUntil(seen)
    return found[-1]


def states(view: DeliveriesView) -> list[str]:
    return [row.outcome for row in view._stops.values()]


def test_stops_come_back_by_code_by_card_and_by_number(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    made = lists.make(actor, TODAY, "lunch", "马丽")
    with writing(actor, Action.REPLACE_CODE) as unit:
        card = printed_codes.give(unit, CodeKind.RESIDENT, people[1])
    here, view = opened(desk)
    assert view.line.hasFocus()
    for code, result in ((made.rows[0].code, "1"), (card, "2"), ("3", "3 OUT")):
        here.type(code)
        here.enter()
        here.type(result)
        here.enter()
    assert states(view) == ["delivered", "nobody", "not_delivered"]
    assert [(meal.resident_id, meal.mode) for meal in Meal.select()] == [(people[0], "delivered")]
    assert [(one.name, one.what) for one in risks.open_risks()] == [("王乙", "送餐无人应门")]
    assert view._stops[made.rows[2].id].words == "OUT"


def test_a_result_without_words_is_asked_for_them_and_the_last_is_taken_back(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    lists.make(actor, TODAY, "lunch", "马丽")
    here, view = opened(desk)
    here.type("1")
    here.enter()
    here.type("3")
    here.enter()
    assert states(view) == ["", "", ""]
    here.type("2")
    here.enter()
    assert states(view) == ["nobody", "", ""]
    here.key(Qt.Key.Key_F6)
    assert states(view) == ["", "", ""]
    assert risks.open_risks() == []


def test_the_list_is_made_and_shown_for_printing(desk: Callable[[str], Desk], actor: Actor, people: list[int]) -> None:
    here, view = opened(desk)
    here.key(Qt.Key.Key_F3)
    box(here)
    here.enter()
    here.qtbot.waitUntil(lambda: len(view._stops) == 3)
    here.finish_job()
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]
    assert "送餐路线单" in dialog.windowTitle()
    dialog.reject()


def test_meals_are_agreed_on_and_stopped_by_keys(desk: Callable[[str], Desk], actor: Actor, people: list[int]) -> None:
    here, view = opened(desk)
    view.agreed.select_id(next(iter(view._agreed)))
    here.key(Qt.Key.Key_F8)
    form = box(here).form
    here.go_to(form.fields["reason"])
    here.type("ICU")
    here.enter()
    here.qtbot.waitUntil(lambda: bool(calendar.stops()))
    [one] = calendar.stops()
    assert (one.arrangement_id, one.from_on, one.to_on, one.reason) == (next(iter(view._agreed)), TODAY, None, "ICU")
    assert "王丙（暂停）" in view.left.text()
    assert len(calendar.agreed(StandingSubject.MEAL_DELIVERY)) == 3


def test_a_stop_and_a_holiday_are_taken_back_by_keys(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    first = next(one.id for one in calendar.agreed(StandingSubject.MEAL_DELIVERY) if one.name == "王甲")
    arrangements.stop(actor, first, StopDraft("2026-10-22", "2026-10-24", "女儿来住"))
    arrangements.set_holiday(actor, HolidayDraft("2026-10-25", "重阳节"))
    here, view = opened(desk)
    coming = ("10-21 3", "10-22 2", "10-23 2", "10-24 2", "10-25 0", "10-26 3", "10-27 3")
    assert view.coming.text().endswith("　".join(coming))
    for left in ("10-22 3　10-23 3　10-24 3　10-25 0", "10-24 3　10-25 3"):
        here.key(Qt.Key.Key_F4)
        made = box(here)
        here.go_to(made.form.fields["reason"])
        here.type("ERR")
        here.enter()
        here.qtbot.waitUntil(lambda left=left: left in view.coming.text())
        here.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        with here.qtbot.waitActive(here.window):
            here.window.activateWindow()
    assert calendar.stops() == [] and arrangements.holidays_since(TODAY) == []
    here.key(Qt.Key.Key_F4)
    assert "没有" in view.said.text()


def test_a_stop_scanned_anywhere_waits_for_its_key_here(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    made = lists.make(actor, TODAY, "lunch", "马丽")
    here = desk("canteen")
    page = here.window.page("canteen")
    assert isinstance(page, CanteenPage)
    page.receive(PaperRow(made.rows[1].code))
    page.receive(PaperRow(made.rows[0].code))
    view = view_of(here)
    assert view.row is not None
    assert view.row.position == 1
    here.type("1")
    here.enter()
    assert states(view) == ["delivered", "", ""]
    assert (route_sheets.kind_of(made.rows[0].code), route_sheets.kind_of("3")) == ("delivery", "")
