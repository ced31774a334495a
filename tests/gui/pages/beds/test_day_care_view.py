"""Day care by keys: scanned in, scanned out, taken back, typed, put right; the sheet of the month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ShowDayCare
from desktop.ui.pages.beds import day_care_acts
from desktop.ui.pages.beds.day_care_view import DayCareView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.home.page import HomePage
from tests.gui.desk import Desk

Person = Callable[..., int]
TODAY, YESTERDAY = dt.date(2026, 10, 21), dt.date(2026, 10, 20)


class Door:
    """Somebody with a scanner at the door of the day care."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        page = here.window.page("beds")
        assert isinstance(page, BedsPage)
        self.page = page
        here.control(Qt.Key.Key_D)

    @property
    def view(self) -> DayCareView:
        view = self.page.view
        assert isinstance(view, DayCareView)
        return view

    def scan(self, text: str, at: str = "11:30") -> str:
        """A scan, or what is typed, and Enter; the words of the light."""
        with clock.standing_at(dt.datetime.combine(TODAY, dt.time.fromisoformat(at))):
            self.here.type(text)
            self.here.enter()
        return self.view.light.text()

    def window_again(self) -> None:
        """A box was closed: the window has the keyboard again."""
        self.here.window.activateWindow()
        self.here.qtbot.waitUntil(self.here.window.isActiveWindow)


@pytest.fixture
def people(actor: Actor, person: Person) -> tuple[int, int]:
    """王芳 and 李强, and one place."""
    places.save(actor, BedDraft(room="日托", number="1", mode="day", opened_on="2026-10-01"))
    return person("王芳"), person("李强")


@pytest.fixture
def door(people: tuple[int, int], desk: Callable[[str], Desk]) -> Door:
    return Door(desk("beds"))


def times(day: dt.date = TODAY) -> list[tuple[str, str, str]]:
    return [(row.name, row.came_at, row.left_at) for row in attendance.rows(attendance.of_day(day))]


def test_a_card_lets_in_and_the_next_scan_lets_out(door: Door, people: tuple[int, int]) -> None:
    card = printed_codes.code_of(CodeKind.RESIDENT, people[0])
    assert door.scan(card, "08:30") == "王芳 到，08:30"
    assert door.scan("lq", "08:31") == "李强 到，08:31"
    assert "2 人" in door.view.count.text() and "超过" in door.view.count.text(), "one place, two people"
    assert "没有重复登记" in door.scan(card, "08:32")
    assert door.scan(card, "16:00") == "王芳 离开，16:00"
    assert times() == [("李强", "08:31", ""), ("王芳", "08:30", "16:00")]
    door.here.key(Qt.Key.Key_F6)
    assert times() == [("李强", "08:31", ""), ("王芳", "08:30", "")]
    door.here.key(Qt.Key.Key_F6)
    assert times() == [("王芳", "08:30", "")]
    door.here.control(Qt.Key.Key_Z)
    assert times() == []
    assert "没有" in door.scan("zzqq")


def test_who_leaves_and_was_not_signed_in_is_asked_when_they_came(door: Door, people: tuple[int, int]) -> None:
    door.here.key(Qt.Key.Key_F5)
    assert "F2" in door.view.light.text(), "nobody was let in yet"
    words = door.scan(printed_codes.code_of(CodeKind.RESIDENT, people[0]), "16:30")
    assert words.startswith("王芳 到，16:30") and "F5" in words
    door.here.key(Qt.Key.Key_F5)
    door.here.type("0830")
    door.here.enter()
    assert times() == [("王芳", "08:30", "16:30")]
    door.window_again()
    door.here.control(Qt.Key.Key_Z)
    assert times() == [("王芳", "16:30", "")]
    door.view.take_keyboard()
    assert "F5" not in door.scan("lq", "08:31")


def test_an_old_card_lets_in_and_the_light_says_so(door: Door, people: tuple[int, int], actor: Actor) -> None:
    old = printed_codes.code_of(CodeKind.RESIDENT, people[0])
    printed_codes.replace(actor, CodeKind.RESIDENT, people[0], "卡丢了")
    words = door.scan(old, "08:30")
    assert words.startswith("王芳 到，08:30\n") and "旧" in words


def test_of_two_of_a_name_a_digit_says_who(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> None:
    person("王芳"), person("王芳", born="1950-01-01")
    door = Door(desk("beds"))
    assert door.scan("wf").count("王芳") == 2
    door.here.key(Qt.Key.Key_Escape)
    assert times() == [] and door.page.view is door.view, "Esc forgets the two and stays"
    door.scan("wf")
    assert door.scan("2", "08:30") == "王芳 到，08:30"
    assert len(times()) == 1


def test_a_day_before_is_typed_put_right_and_void_without_a_mouse(door: Door, people: tuple[int, int]) -> None:
    here = door.here
    here.key(Qt.Key.Key_F3)
    assert door.view.day == YESTERDAY
    here.control(Qt.Key.Key_N)
    here.type("wf")
    here.enter(2)
    here.type("0830")
    here.enter(3)
    assert times(YESTERDAY) == [("王芳", "08:30", "")]
    door.window_again()
    here.key(Qt.Key.Key_F7)
    assert door.view.day == TODAY and "F8" in door.view.unsigned.text()
    here.key(Qt.Key.Key_F8)
    here.type("1600")
    here.control(Qt.Key.Key_S)
    assert times(YESTERDAY) == [("王芳", "08:30", "16:00")]
    assert door.view.unsigned.text() == ""
    door.window_again()
    here.key(Qt.Key.Key_F12)
    here.type("meilai")
    here.enter()
    assert times(YESTERDAY) == []


def test_the_sheet_of_the_month_is_shown_and_written(
    door: Door, actor: Actor, people: tuple[int, int], tmp_path: Path
) -> None:
    attendance.add(actor, DayDraft(people[0], "2026-10-20", "0830", "1600"))
    door.here.control(Qt.Key.Key_P)
    door.here.enter(2)
    door.here.finish_job()
    preview = next(one for one in door.here.window.findChildren(PreviewDialog) if one.isVisible())
    preview.reject()
    path = tmp_path / "sheet.xlsx"
    day_care_acts.write_workbook(door.page, Month(2026, 10), path)
    door.here.finish_job()
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "王芳" in cells and "√" in cells and 7.5 in cells


def test_home_leads_to_whom_nobody_signed_out(
    app: object, actor: Actor, folder: DataFolder, people: tuple[int, int], desk: Callable[[str], Desk]
) -> None:
    attendance.add(actor, DayDraft(people[0], "2026-10-20", "0830"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    page.go_requested.connect(lambda _room, argument: asked.append(argument))
    page.refresh_now()
    (line,) = [line for line in page.reminders.lines if line.spec.chip.text == "日托"]
    assert line.text() == "日托有 1 次没有签退"
    line.click()
    assert asked == [ShowDayCare()]
    beds = desk("beds").window.page("beds")
    assert isinstance(beds, BedsPage)
    beds.receive(asked[0])
    assert isinstance(beds.view, DayCareView)
