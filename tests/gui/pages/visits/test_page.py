"""Visits: recorded without a mouse, refused with a sentence, counted on the roster."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.period import Month
from desktop.services.help_services import orders as help_services
from desktop.services.visits import assignments, referrals, risks, roster
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.acts import ActBox
from desktop.ui.pages.asks import Open
from desktop.ui.pages.visits import paper_making
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.trend import VisitTrend
from tests.gui.desk import Desk

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
    page.show_tab("unvisited")
    assert page.roster.counts["unvisited"] == 1
    here.key(Qt.Key.Key_Down)  # from the search to the list
    here.enter()  # the form of this person
    here.type("2")  # by phone
    here.enter(6)  # outcome, visitors, date, time, contact, to the first block
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
    here.type("10")
    here.control(Qt.Key.Key_S)
    assert [row.name for row in visits.rows(visits.find_ids(VisitQuery(month=OCTOBER)))] == ["李桂兰"]


def test_words_are_asked_only_where_a_block_needs_them(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.show_tab("unvisited")
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
    page.show_tab("unvisited")
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
    page.show_tab("unvisited")
    page.roster.begin(None, first)
    panel = page.roster.panel
    assert panel is not None
    here.go_to(panel.form.fields["health"])
    here.type("10")
    here.control(Qt.Key.Key_Return)
    assert panel.form.fields["resident_id"].value() == second
    assert panel.form.fields["health"].value() == ""


def test_the_director_confirms_an_excuse(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    visits.save(actor, VisitDraft(resident_id=alone, visited_on="2026-10-20", outcome="hospital"))
    here = desk("visits")
    page = page_of(here)
    page.show_tab("unvisited")
    page.roster.table.select_id(alone)
    button = page.roster.excuse_button
    assert button is not None
    assert button.isVisible()
    button.click()
    assert [line.person.resident_id for line in roster.roster(OCTOBER).excused] == [alone]
    assert page.roster.counts["excused"] == 1


def test_the_director_withdraws_an_excuse_with_a_reason(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    visits.save(actor, VisitDraft(resident_id=alone, visited_on="2026-10-20", outcome="hospital"))
    roster.confirm_excuse(actor, alone, OCTOBER, "hospital")
    here = desk("visits")
    page = page_of(here)
    page.show_tab("excused")
    page.roster.table.select_id(alone)
    button, confirm = page.roster.withdraw_button, page.roster.excuse_button
    assert button is not None and confirm is not None
    assert button.isVisible() and not confirm.isVisible()
    button.click()
    [box] = page.findChildren(ActBox)
    box.form.set_values({"reason": "确认错了"})
    box.press()
    assert not box.isVisible()
    assert roster.roster(OCTOBER).excused == ()
    assert page.roster.counts["excused"] == 0


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


def test_a_visit_is_put_right_with_a_reason_and_the_first_words_stay(
    alone: int, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    first = visits.save(
        actor, VisitDraft(resident_id=alone, visited_on="2026-10-20", method="phone", blocks={"health": "normal"})
    )
    here = desk("visits")
    page = page_of(here)
    page.receive(Open(first))
    here.enter()
    panel = page.records.panel
    assert panel is not None
    assert panel.form.fields["reason"].isVisible()
    panel.form.fields["method"].set_value("home")
    here.control(Qt.Key.Key_S)
    assert visits.find_ids(VisitQuery(month=OCTOBER)) == [first], "without a reason nothing is changed"
    assert panel.form.fields["reason"].error
    panel.form.fields["reason"].set_value("方式记错")
    here.control(Qt.Key.Key_S)
    [row] = visits.rows(visits.find_ids(VisitQuery(month=OCTOBER)))
    assert row.id != first
    assert row.method == "home"
    assert visit_edits.entry_of(row.id).supersedes_id == first


def test_needs_of_a_visit_become_orders_by_one_key(alone: int, desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    page.show_tab("unvisited")
    page.roster.begin(None, alone)
    panel = page.roster.panel
    assert panel is not None
    here.go_to(panel.form.fields["health"])
    here.type("10")
    panel.form.fields["needs"].set_value(("bathing", "cleaning"))
    here.control(Qt.Key.Key_S)
    assert help_services.open_orders() == []
    here.key(Qt.Key.Key_F7)
    assert sorted(order.type for order in help_services.open_orders()) == ["bathing", "cleaning"]
    here.key(Qt.Key.Key_F7)
    assert len(help_services.open_orders()) == 2, "pressed again it does nothing"


def test_the_roster_says_who_came_and_who_left(
    person: Callable[..., int], alone: int, desk: Callable[[str], Desk]
) -> None:
    person("王芳", flags=[("living_alone", "2026-10-05")])
    here = desk("visits")
    page = page_of(here)
    page.receive("moves")
    assert [line.person.name for line in page.roster.load_rows(list(page.roster.table.model.ids))] == ["王芳"]


def test_a_risk_told_at_the_desk_is_recorded(alone: int, desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("visits"))
    page.receive("risks")
    box = page.risks.add_risk()
    box.form.set_values({"what": "煤气罐放在卧室", "level": "urgent"})
    box.press()
    assert box.form.fields["resident_id"].error
    box.form.set_values({"resident_id": alone})
    box.press()
    assert [(one.what, one.level) for one in risks.open_risks(alone)] == [("煤气罐放在卧室", "urgent")]


def test_a_risk_is_handed_on_with_a_note(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    risk = risks.save(actor, RiskDraft(alone, "2026-10-20", "燃气管老化", "urgent", "更换", "2026-10-25"))
    here = desk("visits")
    page = page_of(here)
    page.receive("risks")
    page.risks.table.select_id(risk)
    box = paper_making.ask_referral(page.risks, risk, "燃气管老化")
    box.form.set_values({"target": "community", "request": "请协调更换燃气管"})
    box.press()
    here.finish_job()
    [(note, target, _at)] = referrals.referrals_of(risk)
    assert target == "community"
    assert referrals.note(note).request == "请协调更换燃气管"
    [preview] = page.risks.findChildren(PreviewDialog)
    preview.close()


def test_the_trend_shows_the_figures_of_the_report(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    visits.save(
        actor, VisitDraft(resident_id=alone, visited_on="2026-10-20", visitors="马丽", blocks={"health": "normal"})
    )
    here = desk("visits")
    page = page_of(here)
    page.receive("trend")
    trend = page.part("trend")
    assert isinstance(trend, VisitTrend)
    assert trend.chart.rows == (("10月", "100%"),)
    for view in trend.views:
        trend.show_view(view)
        assert trend.table is not None
        assert trend.table.model.rowCount() > 0


def test_the_roster_names_tier_and_visitor(alone: int, actor: Actor, desk: Callable[[str], Desk]) -> None:
    risks.save(actor, RiskDraft(alone, "2026-10-20", "燃气管老化", "urgent"))
    assignments.assign(actor, [alone], "马丽", "2026-10-01")
    page = page_of(desk("visits"))
    page.receive("unvisited")
    [line] = page.roster.load_rows(list(page.roster.table.model.ids))
    assert (line.tier.level, line.visitor) == ("high", "马丽")


def test_ctrl_tab_leads_through_the_parts_and_round(desk: Callable[[str], Desk]) -> None:
    here = desk("visits")
    page = page_of(here)
    seen = []
    for _ in range(7):
        here.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.current)
    assert seen == ["records", "roster", "risks", "sheets", "quality", "trend", "due"]
    here.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.current == "trend"
