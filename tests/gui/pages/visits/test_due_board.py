"""The due board by keyboard: sections, people, a visit, a visitor, a crisis, an extra round."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.period import Month
from desktop.services.visits import assignments, crises, due_board, rounds, route_sheets
from desktop.services.visits import recording as visits
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.visits import due_acts
from desktop.ui.pages.visits.due_board import DueBoard
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.widgets.chips import Chips
from tests.gui.desk import Desk
from tests.gui.looking import cut_widgets


@pytest.fixture
def people(person: Callable[..., int]) -> list[int]:
    """Three who live alone, in one building."""
    return [
        person(name, flags=["living_alone"], community="春晓社区", address=f"1栋1单元{room}室", phone=f"1380000{room}0")
        for name, room in (("李桂兰", 101), ("王芳", 302), ("赵正光", 201))
    ]


def board_of(desk: Desk) -> DueBoard:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    return page.board


def listed(board: DueBoard) -> list[str]:
    return [row.name for row in board.load_rows(list(board.table.model.ids))]


def box_over(board: DueBoard) -> SmallForm:
    [box] = [found for found in board.findChildren(SmallForm) if found.isVisible()]
    return box


def test_it_is_the_first_tab_and_lists_people_in_walking_order(people: list[int], desk: Callable[[str], Desk]) -> None:
    board = board_of(desk("visits"))
    assert board.isVisible()
    assert listed(board) == ["李桂兰", "赵正光", "王芳"], "by room, not by name"
    assert board.section == "this_week", "the 25th is the Sunday of this week"
    assert board.sections.tiles["this_week"].count == 3


def test_arrows_lead_from_section_to_section_and_from_person_to_person(
    people: list[int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    crises.record_crisis(actor, CrisisDraft(people[1], "fall", "2026-10-19"))
    here = desk("visits")
    board = board_of(here)
    assert board.section == "overdue"
    assert listed(board) == ["王芳"]
    here.key(Qt.Key.Key_Right)
    here.key(Qt.Key.Key_Right)
    assert board.section == "this_week"
    assert listed(board) == ["李桂兰", "赵正光"]
    here.key(Qt.Key.Key_Down)
    assert board.table.current_id() == people[2]
    here.key(Qt.Key.Key_Left)
    assert board.section == "today"
    assert listed(board) == []


def test_enter_records_a_visit_and_the_next_person_is_selected(people: list[int], desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    board = board_of(here)
    here.enter()
    here.enter(5)  # method, outcome, visitors, date, time
    here.type("111111")
    here.control(Qt.Key.Key_S)
    assert listed(board) == ["赵正光", "王芳"]
    assert board.table.current_id() == people[2]
    assert board.board is not None
    assert board.board.progress.visited == 1


def test_tier_and_door_are_said_in_words_and_colour(
    people: list[int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    for day in ("2026-10-19", "2026-10-20"):
        draft = VisitDraft(resident_id=people[0], visited_on=day, method="phone", outcome="not_reached")
        visits.save(actor, draft)
    risky = VisitDraft(resident_id=people[1], visited_on="2026-10-01", risk="燃气管老化", risk_level="urgent")
    visits.save(actor, risky)
    here = desk("visits")
    board = board_of(here)
    signs = {}
    for section in ("overdue", "today", "this_week", "later"):
        board.show_section(section)
        for line, name in enumerate(listed(board)):
            cell = board.table.model.cell(line, 1)
            assert isinstance(cell, Chips)
            signs[name] = str(cell)
    assert signs == {"李桂兰": "改上门", "王芳": "高风险", "赵正光": ""}


def test_those_selected_are_given_a_visitor_who_then_filters(people: list[int], desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    board = board_of(here)
    here.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    here.type("a")
    box = box_over(board)
    box.form.set_values({"visitor": "马丽"})
    box.press()
    assert assignments.visitors_on(clock.today()) == {people[0]: "马丽", people[2]: "马丽"}
    board.filter_bar.set_values({"visitor": "马丽"})
    assert listed(board) == ["李桂兰", "赵正光"]


def test_a_crisis_makes_a_visit_due_within_a_day(people: list[int], desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    board = board_of(here)
    here.type("c")
    here.type("3")  # a fall
    box_over(board).press()
    [crisis] = crises.open_crises(clock.today())
    assert (crisis.name, crisis.kind) == ("李桂兰", "fall")
    found = {row.name: row.bucket for row in due_board.board(clock.today()).people}
    assert found["李桂兰"] == "this_week", "the whole day of the fall counts, so until tomorrow night"


@pytest.fixture
def round_box(people: list[int], desk: Callable[[str], Desk]) -> due_acts.RoundDialog:
    """The box of an extra round."""
    box = due_acts.start_round(board_of(desk("visits")))
    assert box is not None
    return box


def test_the_director_sees_who_is_in_a_round_before_starting_it(round_box: due_acts.RoundDialog) -> None:
    assert len(round_box.members) == 3
    round_box.form.set_values({"flags": ("dementia",)})
    round_box.preview()
    assert round_box.members == []
    round_box.form.set_values({"flags": (), "name": "重阳慰问", "to_on": "2026-10-23"})
    round_box.preview()
    assert round_box.start()
    [started] = rounds.rounds(Month.of(clock.today()))
    assert (started.name, len(started.members), len(started.open)) == ("重阳慰问", 3, 3)


def test_only_the_director_starts_a_round(people: list[int], desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    board = board_of(here)
    here.window.session.actor = Actor(9, "前台", "clerk", 1)
    assert due_acts.start_round(board) is None
    assert board.strip.text


def test_home_leads_to_the_person_on_the_board(people: list[int], desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    board = board_of(here)
    assert board.knows(people[1])
    QApplication.processEvents()
    assert board.section == "this_week"


@pytest.mark.parametrize("size", list(TextSize))
def test_nothing_is_cut_at_any_text_size(
    size: TextSize, people: list[int], actor: Actor, desk: Callable[[str], Desk]
) -> None:
    visits.save(actor, VisitDraft(resident_id=people[0], visited_on="2026-10-20", method="phone", contact="seen"))
    made = route_sheets.make_sheet(actor, people, "马丽", "2026-10-21")
    here = desk("visits")
    here.window.set_text_size(size, False)
    page = here.window.page("visits")
    assert isinstance(page, VisitsPage)
    for tab in ("due", "records", "unvisited", "moves", "risks", "sheets", "quality", "trend"):
        page.receive(tab)
        # Sizes settle once the events of the new text size are through.
        here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    page.begin_phone()
    here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
    page.bring_back(made.id)
    here.qtbot.waitUntil(lambda: cut_widgets(here.window) == [])
