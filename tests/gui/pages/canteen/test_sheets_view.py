"""月矩阵 and 日登记表 by keys: marks typed in the cells, taken back, refused in their place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.core.period import Month
from desktop.models.meal import Meal
from desktop.services.canteen import marking, scanning
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.canteen.sheets_view import SheetsView
from tests.gui.desk import Desk

Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)
LUNCH = {"lunch": "dine_in"}


@pytest.fixture
def people(actor: Actor, person: Person, canteen_prices: None) -> list[int]:
    """Three who ate in September."""
    found = [person(f"王{name}", born="1944-03-05") for name in "一七三"]
    for who in found:
        marking.put(actor, who, dt.date(2026, 9, 30), LUNCH)
    return found


def opened(desk: Callable[[str], Desk]) -> tuple[Desk, SheetsView]:
    here = desk("canteen")
    here.control(Qt.Key.Key_M)
    page = here.window.page("canteen")
    assert isinstance(page, CanteenPage)
    # The button shows for a moment that it was pressed.
    here.qtbot.waitUntil(lambda: isinstance(page.view, SheetsView))
    assert isinstance(page.view, SheetsView)
    return here, page.view


def standing(day: dt.date = TODAY) -> set[tuple[int | None, str, str, int]]:
    rows = Meal.select().where(Meal.voided_at.is_null(), Meal.eaten_on == day)
    return {(one.resident_id, one.meal, one.mode, one.paid_fen) for one in rows}


def cell(view: SheetsView, line: int, column: int) -> str:
    return str(view.grid.cells.index(line, column).data())


def test_one_types_down_the_day_and_the_meals_are_charged(desk: Callable[[str], Desk], people: list[int]) -> None:
    here, view = opened(desk)
    assert view.grid.hasFocus()
    assert view.grid.currentIndex().column() == TODAY.day - 1
    for marks in ("v", "sw"):
        here.type(marks)
        here.enter()
    here.type("ws")
    here.key(Qt.Key.Key_Up)
    first, second, third = people
    assert standing() == {
        (first, "lunch", "dine_in", 1000),
        (second, "lunch", "delivered", 1000),
        (second, "dinner", "dine_in", 700),
        (third, "dinner", "delivered", 700),
    }
    assert [cell(view, line, 20) for line in range(3)] == ["√", "送晚", "晚送"]
    assert (view.grid.currentIndex().row(), cell(view, 1, 31)) == (1, "2")


def test_delete_empties_a_cell_and_ctrl_z_takes_back_what_was_typed(
    desk: Callable[[str], Desk], people: list[int]
) -> None:
    here, view = opened(desk)
    here.type("vw")
    here.enter()
    here.key(Qt.Key.Key_Up)
    here.key(Qt.Key.Key_Delete)
    assert standing() == set()
    here.control(Qt.Key.Key_Z)
    assert {row[1] for row in standing()} == {"lunch", "dinner"}
    assert cell(view, 0, 20) == "√晚"
    here.control(Qt.Key.Key_Z)
    assert (standing(), cell(view, 0, 20)) == (set(), "")


def test_what_is_refused_stays_in_its_cell_with_its_sentence_and_esc_drops_it(
    desk: Callable[[str], Desk], people: list[int]
) -> None:
    here, view = opened(desk)
    here.type("??")
    here.enter()
    assert view.grid.currentIndex().row() == 1, "one goes on"
    refused = view.grid.cells.index(0, 20)
    assert refused.data() == "??"
    said = refused.data(Qt.ItemDataRole.ToolTipRole)
    assert "“??”" in said
    assert said in view.page.strip.text
    view.grid.go_to(people[1], 21)
    here.type("v")
    here.enter()
    assert cell(view, 1, 21) == "v", "a day to come"
    assert standing(TODAY + dt.timedelta(1)) == set()
    view.grid.setCurrentIndex(refused)
    here.key(Qt.Key.Key_Escape)
    assert cell(view, 0, 20) == ""
    assert view.page.view is view, "the sheet is not left by the Esc that drops a cell"  # type: ignore[attr-defined]


def test_a_closed_month_refuses_in_the_cell(desk: Callable[[str], Desk], actor: Actor, people: list[int]) -> None:
    months.close(actor, Month(2026, 9), "{}")
    _here, view = opened(desk)
    closed = SheetsView(view.page, Month(2026, 9))
    closed.grid.cells.setData(closed.grid.cells.index(0, 28), "v")
    assert cell(closed, 0, 28) == "v"
    assert "2026" in str(closed.grid.cells.index(0, 28).data(Qt.ItemDataRole.ToolTipRole))
    assert standing(dt.date(2026, 9, 29)) == set()
    closed.deleteLater()


def test_a_scan_of_the_same_minute_is_not_typed_over(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    here, view = opened(desk)
    scanning.record(actor, people[0], "lunch", "takeaway", dt.datetime(2026, 10, 21, 11, 40))
    here.type("w")
    here.enter()
    assert [row[1:3] for row in standing()] == [("lunch", "takeaway")]
    assert cell(view, 0, 20) == "w"
    here.type("d")
    here.key(Qt.Key.Key_Escape)
    assert cell(view, 1, 20) == "", "Esc leaves the cell that is being typed as it was"
    view.refresh()
    here.key(Qt.Key.Key_Up)
    here.key(Qt.Key.Key_Escape)
    assert cell(view, 0, 20) == "打"


def test_the_day_sheet_has_a_cell_for_each_meal_and_leaves_the_others(
    desk: Callable[[str], Desk], actor: Actor, people: list[int]
) -> None:
    marking.put(actor, people[0], TODAY, LUNCH)
    here, view = opened(desk)
    here.key(Qt.Key.Key_F3)
    assert [cell(view, 0, at) for at in range(6)] == ["", "√", "", "15.00", "5.00", "10.00"]
    view.grid.go_to(people[0], 2)
    here.type("s")
    here.enter()
    assert {row[1:3] for row in standing()} == {("lunch", "dine_in"), ("dinner", "delivered")}
    assert cell(view, 0, 5) == "17.00"


def test_a_person_is_added_by_key(desk: Callable[[str], Desk], person: Person, people: list[int]) -> None:
    other = person("李强", born="1950-01-01")
    here, view = opened(desk)
    box = view.add_person()
    here.qtbot.waitUntil(lambda: box.isActiveWindow())
    box.form.set_values({"resident": other})
    here.enter()
    here.qtbot.waitUntil(lambda: "李强" in [line.head for line in view.grid.cells.lines])
