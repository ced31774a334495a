"""The menu of a line, a card, a page: the same acts and keys as its buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.menus import acts_near, ask_for_menu

NAMES = {1: "李桂兰", 2: "=王芳", 3: "赵正光"}
COLUMNS = (
    Column[int]("姓名", lambda row: NAMES[row], 110, stretch=True),
    Column[int]("编号", lambda row: str(row), 60),
)


class Place(QWidget):
    """A table with the panel of one record beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.table: RecordTable[int] = RecordTable("名册", COLUMNS, lambda ids: ids)
        self.panel = DetailPanel()
        self.panel.add_button("登记探访", lambda: self.pressed.append("visit")).with_shortcut("Ctrl+G")
        self.gone = self.panel.add_button("去世", lambda: self.pressed.append("death"))
        row = QHBoxLayout(self)
        row.addWidget(self.table)
        row.addWidget(self.panel)
        self.table.current_changed.connect(lambda now: self.panel.show_record(NAMES[now]) if now else None)
        self.table.set_ids(list(NAMES))


@pytest.fixture
def place(app: QApplication, qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def opened() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def right_click(place: Place, line: int) -> QMenu:
    view = place.table.view
    at = view.visualRect(place.table.model.index(line, 0)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    return opened()


def test_the_menu_of_a_line_has_the_acts_of_its_panel_with_their_keys(place: Place) -> None:
    place.gone.setEnabled(False)
    menu = right_click(place, 1)
    assert place.table.current_id() == 2, "the line under the pointer"
    assert lines(menu)[1:3] == ["登记探访\tCtrl+G", "去世"]
    assert [action.isEnabled() for action in menu.actions()[:3]] == [True, True, False]
    menu.actions()[1].trigger()
    assert place.pressed == ["visit"]
    menu.close()


def test_what_the_panel_does_not_offer_is_in_no_menu(place: Place) -> None:
    place.gone.hide()
    menu = right_click(place, 0)
    assert not any("去世" in words for words in lines(menu))
    menu.close()


def test_a_panel_that_stands_aside_still_gives_its_acts(place: Place) -> None:
    place.panel.hide()
    menu = right_click(place, 0)
    assert "登记探访\tCtrl+G" in lines(menu)
    menu.close()


def test_shift_f10_opens_the_menu_of_the_current_line(place: Place) -> None:
    place.table.select_id(3)
    place.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
    ask_for_menu()
    menu = opened()
    with_enter = next(action for action in menu.actions() if action.text().endswith("\tEnter"))
    found: list[int] = []
    place.table.row_activated.connect(found.append)
    with_enter.trigger()
    assert found == [3]
    menu.close()


def test_several_marked_lines_stay_marked_and_are_copied(place: Place) -> None:
    place.table.view.selectAll()
    menu = right_click(place, 1)
    copy = next(action for action in menu.actions() if action.text().endswith("\tCtrl+C"))
    copy.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "李桂兰\t1\n'=王芳\t2\n赵正光\t3"


def test_one_cell_is_copied_guarded(place: Place, qtbot: QtBot) -> None:
    place.table.select_id(2)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(place.table.view, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "'=王芳"


def test_a_place_without_buttons_has_no_acts(app: QApplication, qtbot: QtBot) -> None:
    bare = QWidget()
    qtbot.addWidget(bare)
    assert acts_near(bare) == []
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(bare, asked)
    assert QApplication.activePopupWidget() is None
