"""Visits: recorded without a mouse, refused with a sentence, counted on the roster."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.period import Month
from desktop.services import risks, roster, visits
from desktop.services.actor import Actor
from desktop.services.risks import RiskDraft
from desktop.services.visits import VisitDraft, VisitQuery
from desktop.ui.pages.visits_page import VisitsPage
from tests.gui.rooms.desk import Desk

OCTOBER = Month(2026, 10)


@pytest.fixture
def alone(person: Callable[..., int]) -> int:
    """Somebody who lives alone and so stands on the roster."""
    return person("李桂兰", flags=["living_alone"])


def page_of(desk: Desk) -> VisitsPage:
    page = desk.window.page("visits")
    assert isinstance(page, VisitsPage)
    return page


def test_a_visit_is_recorded_from_the_roster_by_keyboard_alone(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    assert page.roster.counts["unvisited"] == 1
    here.key(Qt.Key.Key_Down)  # from the search to the list
    here.enter()  # the form of this person
    here.type("2")  # by phone
    here.enter(5)  # outcome, visitors, date, time, to the first block
    here.type("111111")
    here.control(Qt.Key.Key_S)
    [row] = visits.rows(visits.find_ids(VisitQuery(month=OCTOBER)))
    assert (row.resident_id, row.method, row.outcome, row.visited_on) == (
        alone,
        "phone",
        "reached",
        dt.date(2026, 10, 21),
    )
    assert page.roster.counts == {"unvisited": 0, "visited": 1, "excused": 0, "required": 1, "late": 0}


def test_a_new_visit_begins_with_a_name_typed_by_its_initials(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page_of(here).show_tab("records")
    here.new_record(page_of(here).records)
    here.type("lgl")
    here.enter()  # the only one found, and on
    here.enter(5)
    here.type("1")
    here.control(Qt.Key.Key_S)
    assert [row.name for row in visits.rows(visits.find_ids(VisitQuery(month=OCTOBER)))] == ["李桂兰"]


def test_words_are_asked_only_where_a_block_needs_them(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.roster.begin(None, alone)
    panel = page.roster.panel
    assert panel is not None
    fields = panel.form.fields
    assert not fields["health_words"].isVisible()
    here.go_to(fields["health"])
    here.type("2")
    assert fields["health_words"].isVisible()
    assert QApplication.focusWidget() is fields["health_words"].editor
    assert not fields["risk_due_on"].isVisible()


def test_a_visit_without_a_fresh_fact_is_refused_with_a_sentence(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.roster.begin(None, alone)
    panel = page.roster.panel
    assert panel is not None
    here.go_to(panel.form.fields["health"])
    here.type("444444")
    here.control(Qt.Key.Key_S)
    assert panel.strip.text
    assert visits.find_ids(VisitQuery(month=OCTOBER)) == []
    assert panel.form.fields["health"].value() == "unchanged"


def test_save_and_next_leads_to_the_next_person_of_the_roster(
    person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    first, second = person("李桂兰", flags=["living_alone"]), person("王芳", flags=["living_alone"])
    here = desk("visits")
    page = page_of(here)
    page.roster.begin(None, first)
    panel = page.roster.panel
    assert panel is not None
    here.go_to(panel.form.fields["health"])
    here.type("1")
    here.control(Qt.Key.Key_Return)
    assert panel.form.fields["resident_id"].value() == second
    assert panel.form.fields["health"].value() == ""


def test_the_director_confirms_an_excuse(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    visits.save(actor, VisitDraft(resident_id=alone, visited_on="2026-10-20", outcome="hospital"))
    here = desk("visits")
    page = page_of(here)
    page.roster.table.select_id(alone)
    button = page.roster.excuse_button
    assert button is not None
    assert button.isVisible()
    button.click()
    assert [line.person.resident_id for line in roster.roster(OCTOBER).excused] == [alone]
    assert page.roster.counts["excused"] == 1


def test_a_risk_is_closed_with_its_result(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    risks.save(actor, RiskDraft(alone, "2026-10-20", "燃气管老化", "urgent", "更换", "2026-10-25"))
    here = desk("visits")
    page = page_of(here)
    page.receive("risks")
    here.key(Qt.Key.Key_Down)
    here.enter()
    here.control(Qt.Key.Key_S)
    assert len(risks.open_risks()) == 1  # without words nothing is closed
    panel = page.risks.panel
    assert panel is not None
    panel.form.fields["result"].set_value("已更换")
    here.control(Qt.Key.Key_S)
    assert risks.open_risks() == []
