"""The record table: rows come by pages, keys do what one expects."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize, Tone
from desktop.ui.tables.model import PAGE_ROWS, Align, Column, PagedTableModel
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec
from tests.gui.looking import PersonRow

Load = Callable[[list[int]], list[PersonRow]]
COLUMNS = (
    Column[PersonRow]("姓名", lambda row: row.name, 110, sort="name", stretch=True),
    Column[PersonRow]("年龄", lambda row: str(row.age), 64, Align.RIGHT, "age"),
    Column[PersonRow]("社区", lambda row: row.community, 130, spare=True),
    Column[PersonRow](
        "类别", lambda row: Chips(tuple(ChipSpec(flag, Tone.ATTENTION) for flag in row.flags)), 160, spare=True
    ),
)


@pytest.fixture
def table(app: QApplication, qtbot: QtBot, people: Load) -> RecordTable[PersonRow]:
    made = RecordTable("老年人", COLUMNS, people)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_ids(range(1, 1001))
    return made


def test_only_the_page_that_is_looked_at_is_loaded(app: QApplication, people: Load) -> None:
    asked: list[int] = []

    def load(ids: list[int]) -> list[PersonRow]:
        asked.append(len(ids))
        return people(ids)

    model = PagedTableModel(COLUMNS, load)
    model.set_ids(range(100_000))
    assert model.row_at(54_321).id == 54_321
    assert asked == [PAGE_ROWS]


def test_a_reload_keeps_place_and_reads_anew(table: RecordTable[PersonRow], people: Load) -> None:
    table.select_id(7)
    table.reload()
    assert table.current_id() == 7
    assert table.current_row() == people([7])[0]


def test_enter_and_double_click_open(table: RecordTable[PersonRow], qtbot: QtBot) -> None:
    table.select_id(3)
    with qtbot.waitSignal(table.row_activated) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [3]
    place = table.view.visualRect(table.model.index(4, 0)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.row_activated) as opened:
        qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [5]


def test_escape_leaves(table: RecordTable[PersonRow], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.left):
        qtbot.keyClick(table.view, Qt.Key.Key_Escape)


def test_arrows_move_the_current_record(table: RecordTable[PersonRow], qtbot: QtBot) -> None:
    table.select_id(1)
    with qtbot.waitSignal(table.current_changed) as changed:
        qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert changed.args == [2]


def test_copy_gives_tabs_between_cells(table: RecordTable[PersonRow], qtbot: QtBot, app: QApplication) -> None:
    table.select_id(2)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert app.clipboard().text() == "赵正光\t62\t2社区\t独居、失能"


def test_the_head_sorts_and_turns_round(table: RecordTable[PersonRow], qtbot: QtBot) -> None:
    head = table.view.horizontalHeader()
    for expected in (["age", False], ["age", True], ["age", False]):
        with qtbot.waitSignal(table.sort_changed) as sorted_by:
            head.sectionClicked.emit(1)
        assert sorted_by.args == expected


def test_nothing_found_says_what_to_do(table: RecordTable[PersonRow]) -> None:
    table.set_empty("没有找到", "换一个姓名再试")
    table.set_ids([])
    assert table.empty.isVisible()
    assert not table.view.isVisible()


def test_the_current_record_stays_when_the_list_changes(table: RecordTable[PersonRow]) -> None:
    table.select_id(500)
    table.set_ids(range(490, 510))
    assert table.current_id() == 500


@pytest.mark.parametrize("size", TextSize)
def test_rows_grow_with_the_text(table: RecordTable[PersonRow], app: QApplication, size: TextSize) -> None:
    theme.apply(app, size)
    app.processEvents()
    assert table.view.rowHeight(0) == theme.px(42)


def test_spare_columns_step_aside(table: RecordTable[PersonRow], app: QApplication) -> None:
    table.resize(300, 400)
    app.processEvents()
    assert [table.view.isColumnHidden(at) for at in range(4)] == [False, False, True, True]
    assert not table.view.horizontalScrollBar().isVisible()
    table.resize(900, 400)
    app.processEvents()
    assert not any(table.view.isColumnHidden(at) for at in range(4))


def test_columns_do_not_come_and_go_with_the_number_of_lines(table: RecordTable[PersonRow], app: QApplication) -> None:
    def hidden(lines: int) -> list[bool]:
        table.set_ids(range(1, lines + 1))
        app.processEvents()
        return [table.view.isColumnHidden(at) for at in range(4)]

    for width in range(420, 560, 4):
        table.resize(width, 400)
        app.processEvents()
        assert hidden(3) == hidden(1000), width
