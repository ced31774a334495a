"""The board of open orders by keys: by state, worker and day; urgent help on top with its clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.help_services.board_view import BoardView
from desktop.ui.pages.help_services.page import ServicesPage
from tests.gui.desk import Desk

Person = Callable[..., int]
MORNING = dt.datetime(2026, 10, 21, 9, 0)


class Board:
    """Somebody at the board, who sees its groups and the orders of the chosen one."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("services")
        assert isinstance(page, ServicesPage)
        self.page = page
        here.key(Qt.Key.Key_F4)

    @property
    def view(self) -> BoardView:
        view = self.page.view
        assert isinstance(view, BoardView)
        return view

    def groups(self) -> list[tuple[str, int]]:
        return [(one.key, len(one.orders)) for one in self.view._groups]

    def names(self) -> list[str]:
        return [row.name for row in self.view._rows.values()]

    def choose(self, group: str) -> None:
        """↓ to a group, Enter to its orders."""
        keys = [one.key for one in self.view._groups]
        for _ in keys:
            self.here.key(Qt.Key.Key_Up)
        for _ in range(keys.index(group)):
            self.here.key(Qt.Key.Key_Down)
        self.here.enter()

    @property
    def box(self) -> SmallForm:
        box = self.view.findChild(SmallForm)
        assert box is not None
        return box


@pytest.fixture
def board(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> Board:
    """Cleaning for 王芳, bathing by 普建国 for 李强 of yesterday, and urgent help for 赵敏, asked for at nine."""
    made = (("王芳", "cleaning", "2026-10-22", ""), ("李强", "bathing", "2026-10-19", "普建国"))
    with clock.standing_at(MORNING):
        for name, kind, day, worker in made:
            state = "dispatched" if worker else "requested"
            draft = ServiceDraft(resident_id=person(name), type=kind, state=state, service_on=day, worker=worker)
            orders.save(actor, draft)
        urgent = ServiceDraft(resident_id=person("赵敏"), type="emergency", state="requested", service_on="2026-10-21")
        orders.save(actor, urgent)
    return Board(desk("services"))


def test_by_state_by_worker_by_day_with_urgent_help_first(board: Board) -> None:
    lanes = [("open", 3), ("stale", 2), ("requested", 2), ("dispatched", 1), ("to_ask", 0)]
    assert (board.groups(), board.names()) == (lanes, ["赵敏", "李强", "王芳"])
    assert board.here.window.urgent.text == "助急还没有办结（1）：赵敏 已等 2 小时 30 分（Ctrl+J）"
    board.here.key(Qt.Key.Key_F2)
    assert board.groups() == [("open", 3), ("", 2), ("普建国", 1)]
    board.here.key(Qt.Key.Key_F2)
    assert board.groups() == [("open", 3), ("2026-10-19", 1), ("2026-10-21", 1), ("2026-10-22", 1)]
    board.choose("2026-10-22")
    assert board.names() == ["王芳"]


def test_the_clock_runs_until_it_is_closed(board: Board) -> None:
    with clock.standing_at(dt.datetime(2026, 10, 21, 11, 31)):
        board.here.window.urgent.tell()
        assert board.here.window.urgent.text.endswith("已等 2 小时 31 分（Ctrl+J）")
    board.choose("open")
    board.here.key(Qt.Key.Key_F7)
    assert board.here.window.urgent.text == "" and not board.here.window.urgent._clock.isActive()
    assert board.names() == ["李强", "王芳"]


def test_an_order_goes_its_way_by_keys_and_two_at_once_is_said(board: Board) -> None:
    board.choose("requested")
    board.here.key(Qt.Key.Key_Down)
    board.here.key(Qt.Key.Key_F6)
    board.box.form.fields["worker"].set_value("普建国")
    board.here.control(Qt.Key.Key_S)
    [row] = orders.rows([1])
    assert (row.name, row.state, row.worker, row.dispatched_by) == ("王芳", "dispatched", "普建国", "主任甲")
    assert dict(board.groups())["dispatched"] == 2


def test_when_it_was_done_past_midnight_and_who_is_to_be_asked(board: Board, qtbot: QtBot) -> None:
    board.choose("dispatched")
    board.here.key(Qt.Key.Key_F11)
    board.box.form.set_values({"started": "2330", "ended": "015"})
    board.here.control(Qt.Key.Key_S)
    [row] = orders.rows([2])
    assert (row.state, row.service_on.isoformat(), row.minutes, row.planned_at) == (
        "done",
        "2026-10-19",
        45,
        "2026-10-19",
    )
    assert dict(board.groups())["to_ask"] == 1, "a tenth of one is one"
    assert board.names() == []
    board.here.window.activateWindow()
    qtbot.waitUntil(board.view.groups.view.hasFocus)
    board.choose("to_ask")
    board.here.key(Qt.Key.Key_F8)
    board.box.form.set_values({"satisfaction": "4", "rated_how": "door", "rating_words": "水有点凉"})
    board.here.control(Qt.Key.Key_S)
    [row] = orders.rows([2])
    assert (row.state, row.satisfaction, row.rated_how, row.rating_words) == ("rated", 4, "door", "水有点凉")
    assert dict(board.groups())["to_ask"] == 0


def test_enter_goes_to_the_record_and_esc_back(board: Board) -> None:
    board.choose("dispatched")
    board.here.enter()
    assert board.page.view is None
    assert board.page.table.current_id() == 2
    board.here.key(Qt.Key.Key_F4)
    board.here.key(Qt.Key.Key_Escape)
    assert board.page.view is None


def test_what_waits_is_listed_in_the_room_and_two_at_once_is_said_when_saved(board: Board, person: Person) -> None:
    board.here.key(Qt.Key.Key_Escape)
    page = board.page
    page.filter_bar.set_values({"state": "stale"})
    assert [row.name for row in orders.rows(list(page.table.model.ids))] == ["赵敏", "李强"]
    page.filter_bar.set_values({"state": ""})
    for name in ("甲", "乙"):
        page.begin(None, person(name))
        assert page.panel is not None
        times = {"service_on": "2026-10-23", "started": "900", "ended": "1000", "worker": "普建国"}
        page.panel.form.set_values({"type": "bathing", "state": "dispatched", **times})
        board.here.control(Qt.Key.Key_S)
    assert page.doubts.text == "普建国同一时间还有甲的助浴（10-23 周五 09:00–10:00）"
