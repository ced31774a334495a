"""Many services typed row by row, by keys: few keys a row, errors in the cell, nothing saved half, nothing lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.period import Month
from desktop.core.text import pinyin_initials
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery, ServiceRow
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.residents import states
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.sheet_rows import Cell
from desktop.ui.pages.help_services.sheet_view import ServiceSheetView
from tests.gui.desk import Desk
from tests.statements import heard

Person = Callable[..., int]
OCTOBER = Month(2026, 10)
FAMILY, GIVEN = "赵钱孙李周吴", "芳兰强敏云山海英杰涛"
NAMES = [f"{one}{two}" for one in FAMILY for two in GIVEN]


class Counted(Desk):
    """Counts the keys that are pressed, each letter one of them."""

    presses = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        self.presses += 1
        super().key(key, modifier)

    def type(self, text: str) -> None:
        """Type."""
        self.presses += len(text)
        super().type(text)


@pytest.fixture
def here(actor: Actor, desk: Callable[[str], Desk]) -> Desk:
    """Somebody in the room of services; 普建国 and 马丽 go to people's homes."""
    for name in ("普建国", "马丽"):
        entries.save(actor, WorkerDraft(name=name, role="carer", since="2026-01-01"))
    return desk("services")


def sheet_of(here: Desk) -> ServiceSheetView:
    here.control(Qt.Key.Key_M)
    page = here.window.page("services")
    assert isinstance(page, ServicesPage)
    view = page.view
    assert isinstance(view, ServiceSheetView)
    return view


def saved() -> list[ServiceRow]:
    return sorted(orders.rows(orders.find_ids(ServiceQuery(month=OCTOBER))), key=lambda row: row.id)


def letters(name: str) -> str:
    return pinyin_initials(name)[0]


def test_sixty_services_take_no_more_than_seven_keys_each(here: Desk, person: Person) -> None:
    for at, name in enumerate(NAMES):
        person(name, born=f"19{30 + at // 12}-0{1 + at % 9}-1{at % 9}")
    view = sheet_of(here)
    counted = Counted(here.window, here.qtbot)
    wanted = type_sixty(counted, view)
    counted.control(Qt.Key.Key_S)
    assert [(row.name, row.type, row.worker, row.started, row.ended, row.payer) for row in saved()] == wanted
    assert {(row.service_on.isoformat(), row.state, row.fee_fen) for row in saved()} == {("2026-10-21", "done", 4000)}
    assert len(wanted) == 60 and 180 < counted.presses <= 7 * 60, counted.presses
    assert not view.rows[0].begun


def type_sixty(here: Desk, view: ServiceSheetView) -> list[tuple[str, str, str, str, str, str]]:
    """Six rounds of ten homes: a round has its type, worker and hours; what the rows are to say."""
    rounds = (
        ("2", "cleaning", "pjg", "普建国", "0900-1000"),
        ("3", "bathing", "ml", "马丽", "0900-1030"),
        ("7", "shopping", "pjg", "普建国", "1015-1100"),
        ("0", "companionship", "ml", "马丽", "1400-1445"),
        ("6", "mobility", "pjg", "普建国", "1400-1530"),
        ("4", "medical", "ml", "马丽", "1600-1630"),
    )
    wanted = []
    for number, (digit, kind, initials, worker, hours) in enumerate(rounds):
        for at in range(10):
            name = NAMES[number * 10 + at]
            here.type(digit)
            if at == 0:
                # The first of a round says what the others repeat.
                for at_text, text in enumerate((initials, hours, *(("1", "40") if number == 0 else ()))):
                    here.key(Qt.Key.Key_Tab if at_text else Qt.Key.Key_Right)
                    here.type(text)
                here.enter()
            here.type(letters(name))
            here.enter()
            choose(here, view, name)
            start, end = (f"{one[:2]}:{one[2:]}" for one in hours.split("-"))
            wanted.append((name, kind, worker, start, end, "government"))
    return wanted


def choose(here: Desk, view: ServiceSheetView, name: str) -> None:
    """Where several fit, the digit of the one that is meant."""
    choices = view.rows[view.grid.currentIndex().row()].choices
    if choices:
        here.type(str([one.name for one in choices].index(name) + 1))


def test_a_cell_that_is_wrong_says_so_and_nothing_is_saved_half(here: Desk, actor: Actor, person: Person) -> None:
    person("王芳"), person("李兰", born="1940-01-02")
    view = sheet_of(here)
    here.type("2")
    here.type("wf")
    here.enter()
    here.type("2")
    here.type("xyz")
    here.enter()
    assert view.grid.currentIndex().column() == Cell.PERSON, "one stays where it is wrong"
    assert view.about.text() == "在册的人里没有“xyz”。"
    here.control(Qt.Key.Key_S)
    assert saved() == []
    assert view.said.text.startswith("还没有保存，要改的行（F8）：2")
    here.type("ll")
    here.enter()
    here.control(Qt.Key.Key_S)
    assert [(row.name, row.type) for row in saved()] == [("王芳", "cleaning"), ("李兰", "cleaning")]
    here.control(Qt.Key.Key_Z)
    assert saved() == [], "one act, taken back as one"


def test_several_of_the_same_initials_are_told_apart_by_a_digit(here: Desk, person: Person) -> None:
    person("王芳"), person("王峰", born="1950-02-03", sex="male")
    view = sheet_of(here)
    here.type("2")
    here.type("wf")
    here.enter()
    told = view.about.text()
    names = [one.name for one in view.rows[0].choices]
    assert sorted(names) == ["王峰", "王芳"] and "哪一位？1 " in told
    here.type(str(names.index("王峰") + 1))
    here.control(Qt.Key.Key_S)
    assert [row.name for row in saved()] == ["王峰"]


def test_whose_initials_are_typed_goes_before_whose_name_begins_so(here: Desk, person: Person) -> None:
    person("周海"), person("赵敏", born="1950-02-03")
    view = sheet_of(here)
    here.type("2")
    here.type("zh")
    here.enter()
    assert (view.rows[0].texts[Cell.PERSON], view.rows[0].choices) == ("周海", ())


def test_who_is_dead_that_day_and_a_closed_month_are_said_in_the_cell(here: Desk, actor: Actor, person: Person) -> None:
    who = person("王芳")
    person("李兰", born="1940-01-02")
    states.apply(actor, who, "deceased", dt.date(2026, 10, 20), "家属来电")
    months.close(actor, Month(2026, 9), "{}")
    view = sheet_of(here)
    view.rows[0].put(Cell.TYPE, "2")
    view.rows[0].resident_id, view.rows[0].texts[Cell.PERSON] = who, "王芳"
    second = view.rows[0].following()
    second.put(Cell.DAY, "2026-09-30")
    second.put(Cell.PERSON, "李兰")
    view.rows.append(second)
    view.save()
    assert saved() == []
    assert {Cell.PERSON} == set(view.rows[0].refused) == set(view.rows[1].refused)
    assert "2026年9月" in view.rows[1].refused[Cell.PERSON]
    assert view.said.text.startswith("还没有保存，要改的行（F8）：1、2")


HEADS = "日期\t姓名\t服务项目\t服务人员\t开始时间\t结束时间\t付费方式\t收费"


def test_forty_rows_out_of_a_spreadsheet_with_three_wrong_ones(here: Desk, person: Person) -> None:
    for at in range(40):
        person(NAMES[at], born=f"19{30 + at // 12}-0{1 + at % 9}-1{at % 9}")
    lines = [f"2026-10-{1 + at % 20}\t{NAMES[at]}\t助洁\t普建国\t9:00\t10:30\t政府购买\t40" for at in range(40)]
    lines[3], lines[17], lines[30] = (
        lines[3].replace(NAMES[3], "没有此人"),
        lines[17].replace("助洁", "理发"),
        lines[30].replace("10:30", "26:30"),
    )
    view = sheet_of(here)
    QApplication.clipboard().setText("\n".join([HEADS, *lines]))
    with heard() as said:
        here.control(Qt.Key.Key_V)
    # Who works here is read once, however many rows name somebody.
    assert len([one for one in said if "FROM living_help_service WHERE worker" in one]) == 1
    assert [at for at, row in enumerate(view.rows) if row.refused] == [3, 17, 30]
    assert view.grid.currentIndex().row() == 3
    here.control(Qt.Key.Key_S)
    assert saved() == []
    for at, cell, text in ((3, Cell.PERSON, NAMES[3]), (17, Cell.TYPE, "助洁"), (30, Cell.TIME, "0900-1030")):
        assert view.rows[at].refused.keys() == {cell}
        view.rows[at].put(cell, text)
    here.key(Qt.Key.Key_F8)
    assert view.said.text == "没有写错的格子。"
    here.control(Qt.Key.Key_S)
    assert len(saved()) == 40
    row = next(row for row in saved() if row.name == NAMES[30])
    assert (row.service_on.isoformat(), row.type, row.worker) == ("2026-10-11", "cleaning", "普建国")
    assert (row.started, row.ended, row.minutes, row.payer, row.fee_fen) == ("09:00", "10:30", 90, "government", 4000)


def test_what_was_typed_is_there_again_after_the_view_was_left(here: Desk, person: Person) -> None:
    person("王芳")
    view = sheet_of(here)
    here.type("2")
    here.type("wf")
    here.enter()
    view._keeper.keep_now()
    here.key(Qt.Key.Key_Escape)
    again = sheet_of(here)
    assert [row.texts[Cell.PERSON] for row in again.rows] == ["王芳", ""]
    assert again.said.text == "上次在这里录入、没有保存的 1 行已带回。"
    here.control(Qt.Key.Key_S)
    assert [row.name for row in saved()] == ["王芳"]
    here.key(Qt.Key.Key_Escape)
    assert not sheet_of(here).rows[0].begun


def test_fill_down_and_a_row_that_goes(here: Desk, person: Person) -> None:
    person("王芳"), person("李兰", born="1940-01-02")
    view = sheet_of(here)
    for name in ("wf", "ll"):
        here.type("2")
        here.type(name)
        here.enter()
    view.rows[0].put(Cell.CONTENT, "擦窗")
    view.grid.setCurrentIndex(view.grid.cells.index(1, Cell.CONTENT))
    here.control(Qt.Key.Key_D)
    assert view.rows[1].texts[Cell.CONTENT] == "擦窗"
    view.grid.setCurrentIndex(view.grid.cells.index(0, Cell.TYPE))
    here.control(Qt.Key.Key_Delete)
    here.control(Qt.Key.Key_S)
    assert [(row.name, row.content) for row in saved()] == [("李兰", "擦窗")]
