"""Care beds at home by keys: assessed, signed, planned, behind, reviewed, ended; taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.core.paths import DataFolder
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.home_beds import progress, steps
from desktop.services.home_beds.progress import HomeBedRow
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, SignDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ShowHomeBeds
from desktop.ui.pages.beds.home_beds_view import HomeBedsView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.home.page import HomePage
from tests.gui.desk import Desk

Person = Callable[..., int]


class Room:
    """Somebody at the keyboard in the list of care beds at home."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("beds")
        assert isinstance(page, BedsPage)
        self.page = page
        here.control(Qt.Key.Key_H)

    @property
    def view(self) -> HomeBedsView:
        view = self.page.view
        assert isinstance(view, HomeBedsView)
        return view

    def key(self, key: Qt.Key) -> None:
        """A key in the window, once the box of before is closed."""
        self.here.window.activateWindow()
        self.here.qtbot.waitUntil(self.here.window.isActiveWindow)
        self.here.key(key)

    def to_do(self, at: int = 0) -> list[str]:
        row = self.view.table.model.row_at(at)
        assert row is not None
        cell = self.view.table.model.columns[2].value(row)
        return [chip.text for chip in cell.chips]


@pytest.fixture
def served(actor: Actor, person: Person) -> int:
    """王芳, bathed twice a week since 7 September; once in the last whole week."""
    who = person("王芳")
    one = steps.assess(actor, AssessDraft(who, "2026-09-01"))
    steps.sign(actor, one, SignDraft("2026-09-07", "HT-1", review_on="2026-10-20"))
    steps.plan(actor, one, PlanDraft("bathing", "2", "2026-09-07"))
    orders.save(actor, ServiceDraft(resident_id=who, type="bathing", service_on="2026-10-13", place="home"))
    return one


def row() -> HomeBedRow:
    (found,) = progress.rows()
    return found


def test_the_whole_way_without_a_mouse(person: Person, desk: Callable[[str], Desk]) -> None:
    person("王芳")
    room = Room(desk("beds"))
    room.here.control(Qt.Key.Key_N)
    room.here.type("wf")
    room.here.enter()
    room.here.control(Qt.Key.Key_S)
    assert (row().state, row().assessed_on) == ("assessed", dt.date(2026, 10, 21))
    room.key(Qt.Key.Key_F6)
    room.here.control(Qt.Key.Key_S)
    assert (row().state, row().signed_on, row().review_on) == ("signed", dt.date(2026, 10, 21), dt.date(2027, 1, 20))
    room.key(Qt.Key.Key_F6)
    room.here.type("32")
    room.here.control(Qt.Key.Key_S)
    assert row().state == "serving"
    assert [(line.type, line.times, line.valid_from) for line in progress.plans()] == [
        ("bathing", 2, dt.date(2026, 10, 26))
    ]
    room.key(Qt.Key.Key_F8)
    room.here.control(Qt.Key.Key_S)
    assert [one.outcome for one in progress.reviews()] == ["go_on"]
    assert "继续" in room.view.reviews.text()
    room.key(Qt.Key.Key_F10)
    room.here.enter()
    room.here.type("banzou")
    room.here.enter()
    assert (row().state, row().end_reason) == ("ended", "banzou")
    room.here.window.activateWindow()
    room.here.qtbot.waitUntil(room.here.window.isActiveWindow)
    room.here.control(Qt.Key.Key_Z)
    assert row().state == "serving"


def test_a_week_stands_against_its_plan_and_what_is_behind_is_said(
    served: int, person: Person, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    steps.assess(actor, AssessDraft(person("李强"), "2026-10-20"))
    room = Room(desk("beds"))
    view = room.view
    assert view.header.subtitle.text() == "在签 1 户 · 待处理 1 户"
    names = [view.table.model.row_at(at).name for at in range(2)]  # type: ignore[union-attr]
    at = names.index("王芳")
    assert room.to_do(at) == ["欠 1 次", "该复评"]
    view.table.select_id(served)
    assert [one.done for one in view._plans.values()] == [0], "this week nothing yet"
    room.here.key(Qt.Key.Key_F3)
    assert view.week.text() == "10-12 周一 至 10-18 周日 这一周"
    assert [one.done for one in view._plans.values()] == [1]
    room.here.key(Qt.Key.Key_F9)
    assert list(view.table.model.ids) == [served]
    room.here.key(Qt.Key.Key_F7)
    room.here.enter()
    assert [line.valid_to for line in progress.plans(served)] == [dt.date(2026, 10, 21)]


def test_the_list_is_printed(served: int, desk: Callable[[str], Desk]) -> None:
    room = Room(desk("beds"))
    room.here.control(Qt.Key.Key_P)
    room.here.finish_job()
    preview = next(one for one in room.here.window.findChildren(PreviewDialog) if one.isVisible())
    preview.reject()


def test_the_contract_goes_on_and_its_picture_is_kept_and_replaced(
    served: int, desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(desk("beds"))
    chosen = []
    for letter in "ab":
        chosen.append(tmp_path / f"{letter}.png")
        chosen[-1].write_bytes(b"\x89PNG\r\n\x1a\n" + letter.encode() * 50)
    files = iter(chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(files)), ""))

    def photo() -> str:
        return next(one.photo for one in progress.rows() if one.id == served)

    room.here.control(Qt.Key.Key_F3)
    first = photo()
    assert first and "照片" in room.here.window.toast.text
    room.here.control(Qt.Key.Key_F3)
    shown = [one for one in room.page.findChildren(QDialog) if one.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    room.here.window.activateWindow()
    room.here.qtbot.waitUntil(room.here.window.isActiveWindow)
    room.here.control(Qt.Key.Key_F7)
    assert photo() not in ("", first)
    room.here.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    room.here.control(Qt.Key.Key_S)
    (row,) = progress.rows()
    assert (row.contract_to, row.photo) == (dt.date(2027, 10, 21), "")


def test_who_is_not_signed_has_no_picture_and_nothing_to_go_on(
    person: Person, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    steps.assess(actor, AssessDraft(person("李强"), "2026-10-20"))
    room = Room(desk("beds"))
    room.here.control(Qt.Key.Key_F3)
    assert "F6" in room.view.said.text
    assert room.view.renew() is None and room.view.replace_picture() is None


def test_plan_and_month_of_the_chosen_one_are_printed(served: int, desk: Callable[[str], Desk]) -> None:
    room = Room(desk("beds"))
    room.here.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    room.here.finish_job()
    preview = next(one for one in room.here.window.findChildren(PreviewDialog) if one.isVisible())
    assert "王芳" in preview.windowTitle()
    preview.reject()


def test_home_says_who_is_behind_and_whose_review_is_due(
    app: object, served: int, actor: Actor, folder: DataFolder, desk: Callable[[str], Desk]
) -> None:
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    page.go_requested.connect(lambda _room, argument: asked.append(argument))
    page.refresh_now()
    lines = [line for line in page.reminders.lines if line.spec.chip.text == "家庭照护"]
    assert [line.text() for line in lines] == ["家庭照护床位有 1 户上周没有完成计划", "家庭照护床位有 1 户该复评"]
    lines[0].click()
    assert asked == [ShowHomeBeds()]
    beds = desk("beds").window.page("beds")
    assert isinstance(beds, BedsPage)
    beds.receive(asked[0])
    assert isinstance(beds.view, HomeBedsView) and beds.view.to_do
