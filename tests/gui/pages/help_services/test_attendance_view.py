"""An activity of many by keyboard: said once, then one scan a person; nobody is held up by an unknown card."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.codes import CodeKind
from desktop.core.period import Month
from desktop.services.help_services import fees, orders
from desktop.services.help_services.fees import FeeDraft
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.help_services.attendance_view import AttendanceView
from desktop.ui.pages.help_services.page import ServicesPage
from tests.gui.desk import Desk
from tests.gui.keyboard import Presses, type_words

Person = Callable[..., int]
STRANGER = "15301140000012345"


class Afternoon:
    """Somebody with a scanner in the services room."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("services")
        assert isinstance(page, ServicesPage)
        self.page = page

    @property
    def view(self) -> AttendanceView:
        view = self.page.view
        assert isinstance(view, AttendanceView)
        return view

    def open(self) -> None:
        self.here.key(Qt.Key.Key_F3)

    def begin(self) -> None:
        """F3, recreation today at the centre from 14:00 to 15:30 with 陈志强."""
        self.open()
        self.here.type("9")
        self.here.enter(2)
        self.here.type("1400")
        self.here.enter()
        self.here.type("1530")
        self.here.control(Qt.Key.Key_S)

    def scan(self, text: str) -> None:
        """A scan, or letters and digits typed, and Enter."""
        self.here.type(text)
        self.here.enter()

    def name(self, text: str) -> None:
        """A name written with an input method, and Enter."""
        type_words(self.view.line, text)
        self.here.enter()

    def people(self) -> list[str]:
        return [row.name for row in self.rows()]

    def rows(self) -> list[orders.ServiceRow]:
        return orders.rows(orders.find_ids(ServiceQuery(month=Month(2026, 10), order="name", descending=False)))


@pytest.fixture
def afternoon(desk: Callable[[str], Desk], person: Person) -> Afternoon:
    """Two people on record, the room open."""
    person("李强")
    person("王芳")
    return Afternoon(desk("services"))


def card(name: str) -> str:
    from desktop.services.register import listing

    (one,) = listing.find_ids(listing.ResidentQuery(text=name))
    return printed_codes.code_of(CodeKind.RESIDENT, one)


def test_one_scan_is_one_person_and_a_second_says_so(afternoon: Afternoon) -> None:
    afternoon.begin()
    assert afternoon.view.line.hasFocus()
    afternoon.scan(card("王芳"))
    assert (afternoon.view.light.text(), afternoon.view.light.property("tone")) == ("已登记：王芳", "ok")
    assert afternoon.view.count.text() == "1 人"
    afternoon.scan(card("王芳"))
    assert afternoon.view.light.text() == "王芳 已经扫过，不重复登记。"
    assert afternoon.view.light.property("tone") == "attention"
    afternoon.scan("lq")
    assert (afternoon.view.count.text(), afternoon.people()) == ("2 人", ["李强", "王芳"])
    assert {(row.type, row.state, row.minutes, row.place) for row in afternoon.rows()} == {
        ("recreation", "done", 90, "centre")
    }


def test_f6_takes_the_last_back_and_what_ctrl_z_took_is_passed_over(afternoon: Afternoon) -> None:
    afternoon.begin()
    for name in ("王芳", "李强"):
        afternoon.scan(card(name))
    afternoon.here.control(Qt.Key.Key_Z)
    assert afternoon.people() == ["王芳"]
    afternoon.here.key(Qt.Key.Key_F6)
    assert (afternoon.people(), afternoon.view.light.text(), afternoon.view.count.text()) == (
        [],
        "已撤销：王芳",
        "0 人",
    )
    afternoon.here.key(Qt.Key.Key_F6)
    assert afternoon.view.light.text() == "没有可撤销的。"


def test_an_unknown_card_waits_over_a_way_out_until_it_is_said_whose_it_is(afternoon: Afternoon) -> None:
    afternoon.begin()
    afternoon.scan(STRANGER)
    assert "先记下" in afternoon.view.light.text() and afternoon.view.unknown.isVisible()
    afternoon.scan(card("王芳"))
    assert afternoon.people() == ["王芳"]
    afternoon.here.key(Qt.Key.Key_Escape)
    assert afternoon.page.view is None
    afternoon.open()
    # What was said today stands there again, and so does the card.
    assert afternoon.view.form.values()["started"] == "14:00"
    assert [one.scanned for one in afternoon.view.waiting] == [STRANGER]
    afternoon.here.control(Qt.Key.Key_S)
    assert afternoon.view.count.text() == "1 人"
    afternoon.here.key(Qt.Key.Key_F8)
    assert afternoon.page.findChild(SmallForm) is not None
    afternoon.here.type("lq")
    afternoon.here.enter()
    afternoon.here.control(Qt.Key.Key_S)
    assert afternoon.people() == ["李强", "王芳"]
    assert afternoon.view.waiting == [] and not afternoon.view.unknown.isVisible()
    assert afternoon.view.count.text() == "2 人"


def test_a_card_of_nobody_is_taken_off_the_list(afternoon: Afternoon) -> None:
    afternoon.begin()
    afternoon.scan(STRANGER)
    afternoon.here.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert afternoon.view.waiting == [] and afternoon.people() == []


def test_one_of_several_is_chosen_by_number_and_esc_scans_on(afternoon: Afternoon, person: Person) -> None:
    person("王芳", born="1950-01-01")
    afternoon.begin()
    afternoon.name("王芳")
    assert "是哪一位" in afternoon.view.light.text() and afternoon.people() == []
    afternoon.here.key(Qt.Key.Key_Escape)
    assert afternoon.page.view is not None and "请扫下一张卡" in afternoon.view.light.text()
    afternoon.name("王芳")
    afternoon.scan("2")
    assert afternoon.people() == ["王芳"]
    afternoon.here.key(Qt.Key.Key_Escape)
    assert afternoon.page.view is None


def test_what_is_missing_stands_beside_its_field(afternoon: Afternoon) -> None:
    afternoon.open()
    afternoon.view.form.set_values({"service_on": ""})
    afternoon.here.control(Qt.Key.Key_S)
    assert afternoon.view.activity is None and afternoon.view.form.fields["service_on"].error


def test_f3_says_another_activity_and_leaves_who_was_there(afternoon: Afternoon) -> None:
    afternoon.begin()
    afternoon.scan(card("王芳"))
    afternoon.here.key(Qt.Key.Key_F3)
    assert afternoon.view.activity is None
    afternoon.here.type("8")
    afternoon.here.control(Qt.Key.Key_S)
    assert afternoon.view.count.text() == "0 人"
    afternoon.scan(card("王芳"))
    assert sorted(row.type for row in afternoon.rows()) == ["learning", "recreation"]


def test_an_activity_names_its_item_and_each_pays_by_the_list_or_what_was_typed(
    actor: Actor, person: Person, desk: Callable[[str], Desk]
) -> None:
    fees.set_fee(actor, FeeDraft("2026-10-01", "companionship", fee="10"))
    fees.set_fee(actor, FeeDraft("2026-10-01", "companionship", fee="10", subsidy="10", min_age="80"))
    for name, born in (("王芳", "1940-03-05"), ("李强", "1960-03-05")):
        person(name, born=born)
    here = desk("services")
    room = Afternoon(here)
    room.open()
    here.type("0")  # 助聊, and on to its items
    here.type("1")  # 精神慰藉
    here.control(Qt.Key.Key_S)
    assert room.view.activity is not None and "精神慰藉" in room.view.header.subtitle.text()
    room.scan("wf")
    room.scan("lq")
    here.key(Qt.Key.Key_F3)
    here.go_to(room.view.form.fields["started"])
    here.type("1500")
    here.go_to(room.view.form.fields["fee"])
    here.type("3")
    here.control(Qt.Key.Key_S)
    room.scan("lq")
    rows = orders.rows(orders.find_ids(ServiceQuery(month=Month(2026, 10))))
    assert {row.item for row in rows} == {"精神慰藉"}
    assert sorted((row.name, row.started, row.fee_fen, row.subsidy_fen) for row in rows) == [
        ("李强", "", 1000, 0),
        ("李强", "15:00", 300, 0),
        ("王芳", "", 1000, 1000),
    ]


def test_forty_people_scanned_take_no_key_beyond_the_scan_and_its_enter(
    app: QApplication, afternoon: Afternoon, person: Person
) -> None:
    ids = [person(f"来宾{number:02}") for number in range(1, 41)]
    codes = [printed_codes.code_of(CodeKind.RESIDENT, one) for one in ids]
    afternoon.begin()
    pressed = Presses(app)
    for code in codes:
        afternoon.scan(code)
    # A scanner types the digits; where it is not set to send Enter, that is the one key of a hand.
    assert pressed.count == sum(len(code) for code in codes) + 40
    app.removeEventFilter(pressed)
    assert afternoon.view.count.text() == "40 人" and afternoon.view.line.hasFocus()
    rows = afternoon.rows()
    assert sorted(row.resident_id for row in rows) == sorted(ids)
    assert {(row.type, row.state, row.place, row.started, row.ended, row.minutes) for row in rows} == {
        ("recreation", "done", "centre", "14:00", "15:30", 90)
    }
    # Each scan is an act of its own: a wrong one is taken back and leaves the thirty-nine others.
    afternoon.here.key(Qt.Key.Key_F6)
    assert sorted(row.resident_id for row in afternoon.rows()) == sorted(ids[:-1])
    assert afternoon.view.light.text() == "已撤销：来宾40"
