"""The waiting list by keys: applied, offered to the next, refused, accepted, told why; the line of the home page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.core.paths import DataFolder
from desktop.services.beds import offers, places, stays, waiting
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ShowWaiting
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.beds.waiting_view import WaitingView
from desktop.ui.pages.home.page import HomePage
from desktop.ui.widgets.chips import Chips
from tests.gui.desk import Desk

Person = Callable[..., int]


class Line:
    """Somebody at the waiting list."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("beds")
        assert isinstance(page, BedsPage)
        self.page = page
        here.control(Qt.Key.Key_T)

    @property
    def view(self) -> WaitingView:
        view = self.page.view
        assert isinstance(view, WaitingView)
        return view

    def box(self) -> SmallForm:
        (box,) = self.boxes()
        return box

    def boxes(self) -> list[SmallForm]:
        return [one for one in self.page.findChildren(SmallForm) if one.isVisible()]

    def saved(self) -> None:
        """Ctrl+S in the box that is open."""
        assert self.box()
        self.here.control(Qt.Key.Key_S)
        self.here.qtbot.waitUntil(lambda: not self.boxes())
        self.here.window.activateWindow()
        self.here.qtbot.waitUntil(self.here.window.isActiveWindow)

    def cells(self, title: str) -> list[str]:
        """What a column of the list shows."""
        (column,) = [one for one in self.view._columns() if one.title == title]
        shown = [column.value(self.view._places[one]) for one in self.view.table.model.ids]
        return [one.chips[0].text if isinstance(one, Chips) else str(one) for one in shown]


def facts_of(page: BedsPage) -> list[str]:
    """What the panel beside the list says of the chosen bed."""
    assert page.detail is not None
    QApplication.processEvents()
    return [one.text() for one in page.detail.findChildren(QLabel) if not one.isHidden()]


@pytest.fixture
def line(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> Line:
    """王芳 has waited since September; 李兰, poor and older than 70, applied on 20 October; two beds are free."""
    waiting.apply(actor, ApplicationDraft(person("王芳"), "2026-09-01"))
    waiting.apply(actor, ApplicationDraft(person("李兰", flags=["minimum_living"]), "2026-10-20"))
    for number in ("1", "2"):
        places.save(actor, BedDraft(building="1号楼", room="304", number=number))
    return Line(desk("beds"))


def test_the_list_says_who_stands_where_why_and_what_moved(line: Line) -> None:
    view = line.view
    assert view.header.subtitle.text() == "2 人轮候 · 空床 2 张 · 已通知 0 张"
    assert (line.cells("姓名"), line.cells("位次"), line.cells("变化")) == (["李兰", "王芳"], ["1", "2"], ["新", "↓1"])
    assert line.cells("优先类别") == ["第一类（低保、70岁以上）", "其他"]
    assert [one.name for one in view._lines.values()] == ["李兰", "李兰"]
    view.table.select_id(view.table.model.ids[1])
    assert view.why.text().splitlines() == [
        "李兰在王芳之前：优先类别在前（李兰第一类（低保、70岁以上），王芳其他）。",
        "2026-09-21 以来：从第1位到第2位：李兰新申请，优先类别在前，排到前面，后退1位。",
    ]
    assert "年长者在前" in view.rule.text()
    line.here.key(Qt.Key.Key_F4)
    line.here.control(Qt.Key.Key_A)
    line.here.type("2026-10-20")
    line.saved()
    assert line.cells("变化") == ["—", "—"]


def test_somebody_is_put_on_the_list_by_keys_and_taken_back(line: Line, person: Person) -> None:
    person("杨秀", born="1950-01-01")
    line.here.control(Qt.Key.Key_N)
    line.here.type("yangxiu")
    line.here.enter()
    line.saved()
    assert line.cells("姓名") == ["李兰", "王芳", "杨秀"]
    line.here.control(Qt.Key.Key_Z)
    assert line.cells("姓名") == ["李兰", "王芳"]


def test_a_free_bed_goes_to_the_next_who_refuses_and_then_to_the_one_behind(line: Line) -> None:
    view, here = line.view, line.here
    here.key(Qt.Key.Key_F10)
    view.beds.select_id(view.beds.model.ids[0])
    here.enter()
    line.saved()
    (offer,) = offers.offers()
    assert (offer.name, offer.bed, offer.expires_on) == ("李兰", "1号楼 304-1", dt.date(2026, 10, 24))
    assert line.cells("通知") == ["待答复", ""]
    assert view.header.subtitle.text() == "2 人轮候 · 空床 1 张 · 已通知 1 张"
    view.table.select_id(offer.application_id)
    here.key(Qt.Key.Key_F7)
    box = line.box()
    box.form.fields["reason"].set_value("家属不同意")
    line.saved()
    assert line.cells("姓名") == ["李兰", "王芳"], "the place stays"
    assert view.why.text().splitlines()[-1] == "通知过：1号楼 304-1，2026-10-21，已放弃（家属不同意）"
    names = {one.bed: one.name for one in view._lines.values()}
    assert names == {"1号楼 304-1": "王芳", "1号楼 304-2": "李兰"}
    view.beds.select_id(next(bed for bed, one in view._lines.items() if one.bed.endswith("-1")))
    here.enter()
    line.saved()
    here.key(Qt.Key.Key_F6)
    line.saved()
    assert [(one.name, one.state) for one in offers.offers()] == [("王芳", "accepted"), ("李兰", "refused")]


def test_out_of_turn_is_refused_until_it_is_said_why(line: Line) -> None:
    view, here = line.view, line.here
    view.table.take_keyboard()
    view.table.select_id(view.table.model.ids[1])
    here.enter()
    box = line.box()
    here.control(Qt.Key.Key_S)
    assert box.isVisible()
    assert offers.offers() == []
    box.form.fields["turn_reason"].set_value("急需护理")
    line.saved()
    assert [(one.name, one.turn_reason) for one in offers.offers()] == [("王芳", "急需护理")]


def test_the_list_of_beds_says_who_comes_next_and_for_whom_a_bed_is_kept(line: Line, actor: Actor) -> None:
    first = waiting.places()[0].application.id
    kept, free = (one.bed.id for one in offers.free_beds())
    offers.offer(actor, OfferDraft(first, kept, "2026-10-21"))
    line.here.key(Qt.Key.Key_Escape)
    page = line.page
    page.refresh_now()
    assert page.subtitle() == "共 2 张床 · 在住 0 · 空闲 1"
    page.table.select_id(kept)
    assert "李兰，10-24 周六 前答复" in facts_of(page)
    admit = page.admit()
    offered = admit.form.fields["bed_id"]
    assert isinstance(offered, PickField)
    assert offered.box.currentText() == "1号楼 304-1（预留给 李兰）"
    admit.reject()
    page.table.select_id(kept)
    # Whether it is kept no longer is answered where it was offered.
    assert page.reserve_or_release() is None and line.view.beds.current_id() == kept
    assert line.view.said.text == "这张床已通知轮候的人。在这里登记接受、放弃，或者收回通知。"
    line.here.key(Qt.Key.Key_Escape)
    page.table.select_id(free)
    assert "王芳，第 2 位" in facts_of(page)


def test_the_home_page_says_that_free_beds_are_waited_for_and_leads_there(
    line: Line, actor: Actor, folder: DataFolder
) -> None:
    home = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    home.go_requested.connect(lambda _room, argument: asked.append(argument))
    home.refresh_now()
    (told,) = [one for one in home.reminders.lines if one.spec.chip.text == "轮候"]
    assert told.text() == "2 张空床有人轮候：1号楼 304-1，轮到 李兰"
    told.click()
    assert asked == [ShowWaiting()]
    line.page.close_views()
    line.page.receive(asked[0])
    assert isinstance(line.page.view, WaitingView)
    who = next(one.application.resident_id for one in waiting.places() if one.waiting.name == "李兰")
    stays.admit(actor, StayDraft(who, next(iter(line.view._lines)), "2026-10-21"))
    line.view.refresh()
    assert line.cells("姓名") == ["王芳"], "an admission ends it"


def test_the_list_is_printed_after_a_look(line: Line) -> None:
    line.here.control(Qt.Key.Key_P)
    line.here.finish_job()
    (preview,) = line.page.findChildren(PreviewDialog)
    assert preview.windowTitle()
    preview.reject()
