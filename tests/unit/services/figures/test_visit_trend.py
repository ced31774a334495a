"""Figures of a month in depth: visitors, methods, risks with their age, and the year behind."""

import json

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.services.figures import as_json, figures_of, visit_trend
from desktop.services.figures import visits as visit_figures
from desktop.services.register.snapshot import register
from desktop.services.visits import recording as visits
from desktop.services.visits import roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import months
from tests.unit.services.figures import hard_months

OCTOBER = Month(2026, 10)


@pytest.fixture
def visited(actor):
    def visit(one: int, on: str, outcome: str = "reached", **more) -> int:
        return visits.save(actor, VisitDraft(one, on, outcome=outcome, **more))

    return visit


def test_each_visitor_with_people_visits_and_attempts(person, visited):
    one, other, guest = person("甲", flags=["disabled"]), person("乙", flags=["disabled"]), person("丙")
    visited(one, "2026-10-01", visitors="马丽、何云")
    visited(one, "2026-10-08", visitors="马丽", method="phone")
    visited(guest, "2026-10-08", visitors="马丽", method="phone")
    visited(other, "2026-10-08", "not_reached", visitors="何云")
    found = visit_figures(OCTOBER)
    assert [(line.name, line.people, line.times, line.attempts) for line in found.visitors] == [
        ("马丽", 1, 3, 0),
        ("何云", 1, 1, 1),
    ]
    assert {method: count for method, count in found.people_by_method.items() if count} == {"home": 1, "phone": 1}


def test_the_unvisited_stand_with_their_reason(person, visited):
    person("甲", flags=["disabled"])
    visited(person("乙", flags=["disabled"]), "2026-10-08", "refused")
    found = {line.person.name: line.reason for line in visit_figures(OCTOBER).unvisited_people}
    assert found == {"甲": "untried", "乙": "refused"}


def test_a_risk_ages_until_it_is_closed(person, visited):
    visited(person(), "2026-10-01", risk="燃气管老化", risk_due_on="2026-10-15")
    (risk,) = visit_figures(OCTOBER).risks
    assert (risk.age_days, risk.overdue) == (20, True)


def test_a_year_of_months_and_none_before_the_first_visit(person, visited):
    one = person("甲", flags=["disabled"])
    person("乙", flags=["disabled"])
    visited(one, "2026-08-20")
    visited(one, "2026-10-20")
    found = visit_trend(OCTOBER)
    assert [str(point.month) for point in found][::11] == ["2025-11", "2026-10"]
    assert [rate_text(point.visit_rate) for point in found][-4:] == ["—", "50.00", "0.00", "50.00"]
    assert figures_of(OCTOBER).visits.trend == found


def test_a_closed_month_stands_as_it_was_frozen(person, visited, actor):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-09-20")
    months.close(actor, Month(2026, 9), json.dumps(as_json(figures_of(Month(2026, 9)))))
    person("乙", flags=["disabled"])
    assert [str(point.visit_rate) for point in visit_trend(OCTOBER, 2)] == ["100.00", "0.00"]


def test_each_month_of_the_year_counts_what_its_own_roster_counts(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
    known = register()
    span = [OCTOBER.shifted(back) for back in range(-11, 3)]
    found = roster.tallies(span, known)
    standings = [roster.standing(month, known) for month in span]
    assert [found[month] for month in span] == [
        roster.Tally(len(one.required), len(one.excused), len(one.reached), len(one.unvisited)) for one in standings
    ]
    # Or the two would agree on nothing.
    assert found[OCTOBER].required and found[OCTOBER].excused and found[OCTOBER].reached and found[OCTOBER].unvisited


def test_no_months_have_no_counts(person):
    person("甲", flags=["disabled"])
    assert roster.tallies([], register()) == {}
