"""Beds: a new one, an admission, an overlap that is refused, a leave, a discharge, labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from desktop.core.acts import Thing
from desktop.models import query
from desktop.services.beds import insurance, leaves, moving, natures, stays
from desktop.services.beds import places as beds
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.places import BedDraft, BedQuery, BedRow
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.asks import Open
from desktop.ui.pages.beds.file_view import BedFileView, PersonBedsView
from desktop.ui.pages.beds.page import BedsPage
from tests.gui.desk import Desk


@pytest.fixture
def bed(actor: Actor) -> int:
    """Bed 101-1."""
    return beds.save(actor, BedDraft(building="1号楼", room="101", number="1"))


def row(bed: int) -> BedRow:
    return beds.rows([bed])[0]


def page_of(desk: Desk) -> BedsPage:
    page = desk.window.page("beds")
    assert isinstance(page, BedsPage)
    return page


def box_of(page: BedsPage) -> SmallForm:
    """The box that is open."""
    return next(box for box in page.findChildren(SmallForm) if box.isVisible())


def test_a_bed_is_made_by_keyboard(actor: Actor, desk: Callable[[str], Desk]) -> None:
    here = desk("beds")
    here.new_record(page_of(here))
    here.enter(2)
    here.type("304")
    here.enter()
    here.type("2")
    here.control(Qt.Key.Key_S)
    [made] = beds.rows(beds.find_ids(BedQuery()))
    assert made.place == "304-2"
    assert len(made.code) == 17


def test_somebody_is_admitted(bed: int, person: Callable[..., int], desk: Callable[[str], Desk]) -> None:
    one = person("李桂兰")
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    box = page.admit()
    box.form.fields["resident_id"].set_value(one)
    box.press()
    assert (row(bed).resident, row(bed).state) == ("李桂兰", "occupied")
    assert not box.isVisible()


def test_a_second_person_in_the_bed_is_refused_with_a_sentence(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    box = page.admit()
    box.form.fields["resident_id"].set_value(person("王芳"))
    box.press()
    assert box.isVisible()
    assert "床" in box.strip.text
    assert row(bed).resident == "李桂兰"
    box.give_up()


def test_a_leave_keeps_the_bed_and_a_discharge_frees_it(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    leave = page.leave()
    assert leave is not None
    leave.press()
    assert not row(bed).on_leave, "a leave says of what kind it is"
    leave.form.fields["kind"].set_value("hospital")
    leave.press()
    assert row(bed).on_leave
    assert [(one.kind, one.reason) for one in leaves.of_bed(bed)] == [("hospital", "")]
    leaving = page.discharge()
    assert leaving is not None
    leaving.form.fields["to_on"].set_value("2026-10-21")
    leaving.press()
    assert row(bed).state == "occupied", "a discharge says why"
    leaving.form.fields["reason"].set_value("回家")
    leaving.press()
    assert row(bed).state == "free"
    assert "李桂兰" in here.window.toast.text
    here.window.deeds.take_back_last()
    assert row(bed).state == "occupied"


def test_a_leave_is_put_right_and_voided_from_the_bed_after_the_discharge(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stay = stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-05", "2026-10-06", "住院")
    stays.discharge(actor, stay, "2026-10-13", "转院")
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    here.key(Qt.Key.Key_F2)
    file = page.view
    assert isinstance(file, BedFileView)
    file.table.select_id(next(at for at, one in enumerate(file.entries()) if one.thing == "leave"))
    box = file.put_right()
    assert box is not None
    assert box.form.fields["leave_from"].value() == "2026-10-05"
    box.form.fields["leave_to"].set_value("2026-10-08")
    box.press()
    assert [str(one.to_on) for one in leaves.of_bed(bed)] == ["2026-10-08"]
    void = file.void()
    assert void is not None
    void.form.fields["reason"].set_value("没有请假")
    void.press()
    assert leaves.of_bed(bed) == []


def test_the_return_from_a_leave_is_typed(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stay = stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    assert page._steps["leave"].isVisible() and not page._steps["back"].isVisible()
    stays.add_leave(actor, stay, "2026-10-12", "", "住院")
    page.refresh_now()
    assert page._steps["back"].isVisible() and not page._steps["leave"].isVisible()
    page._steps["back"].setFocus()
    here.enter()
    here.control(Qt.Key.Key_A)
    here.type("1011")
    here.control(Qt.Key.Key_S)
    assert row(bed).on_leave, "nobody is back before they went"
    here.control(Qt.Key.Key_A)
    here.type("1019")
    here.control(Qt.Key.Key_S)
    assert (row(bed).on_leave, row(bed).state) == (False, "occupied")
    assert page._steps["leave"].isVisible() and not page._steps["back"].isVisible()


def test_a_stay_recorded_by_mistake_is_voided_with_a_reason(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    page._steps["void"].setFocus()
    here.enter()
    here.control(Qt.Key.Key_S)
    assert row(bed).state == "occupied", "not without a reason"
    here.type("wrong bed")
    here.control(Qt.Key.Key_S)
    assert row(bed).state == "free"


def test_the_plan_shows_each_bed_and_opens_the_one_that_is_clicked(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    other = beds.save(actor, BedDraft(building="1号楼", room="102", number="1"))
    here = desk("beds")
    page = page_of(here)
    here.qtbot.mouseClick(page.plan_button, Qt.MouseButton.LeftButton)
    assert not page.table.isVisible()
    assert page.plan.tiles[bed].text() == "1号楼 101-1 在住 李桂兰 护理型"
    here.qtbot.mouseClick(page.plan.tiles[other], Qt.MouseButton.LeftButton)
    assert page.table.current_id() == other
    page.show_plan(False)
    assert page.table.isVisible()


def test_the_rooms_of_the_plan_fill_its_breadth(actor: Actor, desk: Callable[[str], Desk]) -> None:
    made = [
        beds.save(actor, BedDraft(building="1号楼", room=f"10{room}", number=number))
        for room in range(1, 6)
        for number in "12"
    ]
    here = desk("beds")
    page = page_of(here)
    page.show_plan(True)
    here.qtbot.waitUntil(lambda: all(page.plan.tiles[one].isVisible() for one in made))
    rooms = [page.plan.tiles[one].parentWidget() for one in made[::2]]
    edges = [room.geometry().right() for room in rooms if room is not None]
    room = rooms[0].parentWidget() if rooms[0] is not None else None
    assert room is not None and room.width() - len(rooms) <= max(edges) <= room.width()
    assert len({one.width() for one in rooms if one is not None}) == 1


def test_a_new_bed_is_there_from_today_on_unless_another_day_is_typed(
    actor: Actor, desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    here.new_record(page)
    here.enter(2)
    here.type("304")
    here.enter()
    here.type("2")
    assert page.panel is not None
    here.go_to(page.panel.form.fields["opened_on"])
    here.control(Qt.Key.Key_A)
    here.type("1001")
    here.control(Qt.Key.Key_S)
    here.new_record(page)
    here.enter(2)
    here.type("304")
    here.enter()
    here.type("3")
    here.control(Qt.Key.Key_S)
    assert [(one.place, str(one.opened_on)) for one in beds.rows(beds.find_ids(BedQuery()))] == [
        ("304-2", "2026-10-01"),
        ("304-3", "2026-10-21"),
    ]


def test_another_kind_of_a_bed_holds_from_the_day_that_is_typed(
    bed: int, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    here.new_record(page)
    assert page.panel is not None
    fields = page.panel.form.fields
    assert not fields["holds_from"].isVisible(), "a new bed has always been what it is"
    page.panel.try_close()
    page.table.select_id(bed)
    page.edit_current()
    here.go_to(fields["bed_class"])
    here.type("2")
    here.go_to(fields["holds_from"])
    here.control(Qt.Key.Key_A)
    here.type("1005")
    here.control(Qt.Key.Key_S)
    known = natures.natures()
    assert [known.on(bed, dt.date(2026, 10, day)).bed_class for day in (4, 5)] == ["", "inclusive"]


def test_a_bed_is_closed_with_a_day_and_the_close_taken_back(bed: int, desk: Callable[[str], Desk]) -> None:
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    page._steps["close"].setFocus()
    here.enter()
    here.control(Qt.Key.Key_A)
    here.type("1020")
    here.control(Qt.Key.Key_S)
    assert (row(bed).state, str(row(bed).closed_on)) == ("out_of_service", "2026-10-20")
    assert page._steps["reopen"].isVisible() and not page._steps["close"].isVisible()
    again = page.take_back_close()
    assert again is not None
    again.press()
    assert row(bed).closed_on is not None, "not without a reason"
    again.form.fields["reason"].set_value("点错了床")
    again.press()
    assert (row(bed).state, row(bed).closed_on) == ("free", None)


def test_the_first_label_lies_on_the_sheet_and_labels_and_sheets_are_counted(
    bed: int, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    for number in range(2, 32):
        beds.save(actor, BedDraft(building="1号楼", room="101", number=str(number)))
    here = desk("beds")
    dialog = page_of(here).open_labels()
    start = dialog.form.fields["start"]
    assert "31 张标签" in start._words.text() and "用纸 2 张" in start._words.text()
    here.go_to(start)
    here.control(Qt.Key.Key_A)
    here.type("20")
    assert "用纸 3 张" in start._words.text(), "five on the first, 24 on the second"
    here.control(Qt.Key.Key_A)
    here.type("99")
    assert "1–24" in start.error
    dialog.press()
    assert dialog.isVisible(), "nothing is printed from a label that is not there"
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_a_free_bed_has_nobody_to_send_away_or_move(bed: int, desk: Callable[[str], Desk], key: Qt.Key) -> None:
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    here.key(key)
    assert page.findChildren(SmallForm) == []


def stand_at(here: Desk, bed: int) -> None:
    """The list has the keyboard again, at this bed; offscreen nobody raises the window once a box has gone."""
    with here.qtbot.waitActive(here.window):
        here.window.activateWindow()
    page = page_of(here)
    page.table.select_id(bed)
    page.table.take_keyboard()


def test_leave_return_move_and_discharge_have_keys(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    other = beds.save(actor, BedDraft(building="1号楼", room="102", number="2"))
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    here = desk("beds")
    page = page_of(here)
    stand_at(here, bed)
    here.key(Qt.Key.Key_F6)
    here.enter(2)
    here.type("1")
    here.control(Qt.Key.Key_S)
    assert row(bed).on_leave
    stand_at(here, bed)
    here.key(Qt.Key.Key_F6)
    assert list(box_of(page).form.fields) == ["leave_to"], "whoever is away comes back"
    box_of(page).reject()
    stand_at(here, bed)
    here.key(Qt.Key.Key_F7)
    here.type("102")
    here.enter(2)
    here.control(Qt.Key.Key_S)
    assert (row(bed).state, row(other).resident) == ("free", "李桂兰")
    stand_at(here, other)
    here.key(Qt.Key.Key_F8)
    here.enter()
    here.type("1")
    here.control(Qt.Key.Key_S)
    assert row(other).state == "free"


def test_a_leave_that_has_no_end_yet_is_put_right(
    bed: int, actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    stay = stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-10", "", "探亲")
    here = desk("beds")
    page = page_of(here)
    page.table.select_id(bed)
    page.open_file()
    file = page.view
    assert isinstance(file, BedFileView)
    box = file.put_right()
    assert box is not None
    box.form.fields["leave_from"].set_value("2026-10-12")
    box.press()
    assert [str(one.from_on) for one in leaves.of_bed(bed)] == ["2026-10-12"]


@pytest.fixture
def house(actor: Actor, person: Callable[..., int]) -> dict[str, int]:
    """Two floors: 101 with two beds, 102 with one, 201 with two; the first of each floor is taken."""
    made = {
        f"{room}-{number}": beds.save(actor, BedDraft(building="1号楼", floor=room[0], room=room, number=number))
        for room, number in (("101", "1"), ("101", "2"), ("102", "1"), ("201", "1"), ("201", "2"))
    }
    severe = person("李桂兰", grade="severe", grade_on="2026-09-01")
    stays.admit(actor, StayDraft(severe, made["101-1"], "2026-10-01"))
    stays.admit(actor, StayDraft(person("王芳"), made["201-1"], "2026-10-01"))
    return made


def test_the_arrow_keys_walk_through_the_picture_and_each_act_is_one_key_away(
    house: dict[str, int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    here.key(Qt.Key.Key_F4)
    assert page.plan.isVisible() and not page.table.isVisible()
    here.qtbot.waitUntil(lambda: all(tile.isVisible() for tile in page.plan.tiles.values()))
    names = {bed: name for name, bed in house.items()}

    def at() -> str:
        return names[next(one for one, tile in page.plan.tiles.items() if tile.hasFocus())]

    assert at() == "101-1"
    first, other = (page.plan.tiles[house[name]] for name in ("101-1", "102-1"))

    def one_row() -> bool:
        return first.mapTo(page, QPoint()).y() == other.mapTo(page, QPoint()).y()

    here.qtbot.waitUntil(one_row)
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        here.key(key)
        walked.append(at())
        assert one_row(), "the rooms stay where they are while one walks"
    assert walked == ["101-2", "102-1", "201-1", "101-1", "101-1", "101-1"]
    assert page.plan.tiles[house["101-1"]].text() == "1号楼 101-1 在住 李桂兰 重度失能 护理型"
    here.key(Qt.Key.Key_Down)
    assert page.table.current_id() == house["201-1"], "where the keyboard is, that bed is meant"
    here.key(Qt.Key.Key_F6)
    here.enter(2)
    here.type("1")
    here.control(Qt.Key.Key_S)
    assert row(house["201-1"]).on_leave
    assert "请假" in page.plan.tiles[house["201-1"]].text()


def test_a_bed_is_kept_for_somebody_and_free_again_by_one_key(
    house: dict[str, int], desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    stand_at(here, house["102-1"])
    here.key(Qt.Key.Key_F9)
    box_of(page).form.fields["name"].set_value("zhao")
    here.control(Qt.Key.Key_S)
    assert row(house["102-1"]).state == "reserved"
    stand_at(here, house["102-1"])
    here.key(Qt.Key.Key_F9)
    assert "zhao" in box_of(page).windowTitle() + box_of(page).findChild(QLabel).text()
    here.control(Qt.Key.Key_S)
    assert row(house["102-1"]).state == "free"


def test_the_label_of_a_bed_scanned_anywhere_opens_it_in_the_picture_too(
    house: dict[str, int], desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    page.show_plan(True)
    page.receive(Open(house["201-2"]))
    assert page.table.current_id() == house["201-2"]
    assert page.plan.tiles[house["201-2"]].isChecked()
    assert page.plan.tiles[house["201-2"]].hasFocus()


def test_what_holds_of_a_bed_is_recorded_put_right_and_voided_in_its_file(
    bed: int, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    stand_at(here, bed)
    here.key(Qt.Key.Key_F2)
    file = page.view
    assert isinstance(file, BedFileView)
    here.key(Qt.Key.Key_F6)
    here.type("1005")
    here.enter()
    here.type("2")
    here.control(Qt.Key.Key_S)
    known = natures.natures()
    assert [known.on(bed, dt.date(2026, 10, day)).kind for day in (4, 5)] == ["nursing", "ordinary"]
    file.add_insurance()
    box = box_of(page)
    box.form.set_values({"from_on": "2026-01-01", "to_on": "2026-12-31", "code": "YN-1"})
    box.press()
    file.add_outage()
    box = box_of(page)
    box.form.set_values({"from_on": "2026-10-21", "to_on": "2026-10-22", "reason": "漏水"})
    box.press()
    assert row(bed).state == "out_of_service"
    assert [one.thing for one in file.entries()] == ["bed_outage", "bed_nature", "bed_insurance", "bed_nature"]
    file.table.select_id(0)
    void = file.void()
    assert void is not None
    void.form.fields["reason"].set_value("记错床")
    void.press()
    assert row(bed).state == "free"
    file.table.select_id(1)
    right = file.put_right()
    assert right is not None
    assert right.form.fields["code"].value() == "YN-1"
    right.form.fields["to_on"].set_value("2026-10-31")
    right.press()
    assert str(insurance.covers(dt.date(2026, 10, 21))[bed].until) == "2026-10-31"


def test_the_beds_of_a_person_are_shown_and_esc_leads_back(
    house: dict[str, int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    here = desk("beds")
    page = page_of(here)
    moving.move(actor, query.ids("SELECT id FROM living_stay ORDER BY id")[0], house["102-1"], "2026-10-15")
    stand_at(here, house["102-1"])
    here.key(Qt.Key.Key_F2)
    here.key(Qt.Key.Key_F4)
    lived = page.view
    assert isinstance(lived, PersonBedsView)
    assert [(one.place, str(one.first)) for one in lived.entries()] == [
        ("1号楼 102-1", "2026-10-15"),
        ("1号楼 101-1", "2026-10-01"),
    ]
    here.key(Qt.Key.Key_Escape)
    assert isinstance(page.view, BedFileView)
    here.key(Qt.Key.Key_Escape)
    assert page.view is None


def test_a_record_of_nobody_leads_to_whoever_lies_in_the_bed_and_insurance_is_told(
    house: dict[str, int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    beds_of = [house["101-1"], house["102-1"]]
    insurance.insure(actor, beds_of, InsuranceDraft("2026-01-01", "2026-12-31", "平安", "YN-1"))
    here = desk("beds")
    page = page_of(here)
    stand_at(here, house["101-1"])
    assert any("2026-12-31" in one.text() and "YN-1" in one.text() for one in page.detail.findChildren(QLabel))
    for bed, found in ((house["101-1"], PersonBedsView), (house["102-1"], BedFileView)):
        stand_at(here, bed)
        here.key(Qt.Key.Key_F2)
        view = page.view
        assert isinstance(view, BedFileView)
        view.table.select_id(next(at for at, one in enumerate(view.entries()) if one.thing == Thing.BED_INSURANCE))
        here.key(Qt.Key.Key_F4)
        assert isinstance(page.view, found)
        page.close_views()
    assert view.what_if() is None and "没有" in view.said.text


def test_the_picture_is_printed(house: dict[str, int], desk: Callable[[str], Desk]) -> None:
    here = desk("beds")
    page = page_of(here)
    page.print_board()
    here.finish_job()
    preview = page.findChild(PreviewDialog)
    assert preview is not None
    preview.close()
