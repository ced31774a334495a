"""Home tells the month's figures, as the report prints them, over one pass of the register."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.services import figures
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.register import snapshot
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.ui.pages.home.facts import home_facts
from desktop.ui.pages.visits.facts import visit_facts

OCTOBER = Month(2026, 10)


@pytest.fixture
def month(person, actor) -> dict[str, int]:
    """One visited, one tried, one not yet, one who died, one who came late; and one who only eats."""
    ids = {name: person(name, flags=["disabled"]) for name in ("甲", "乙", "丙", "丁")}
    ids["己"] = person("己")
    visits.save(actor, VisitDraft(ids["甲"], "2026-10-03"))
    visits.save(actor, VisitDraft(ids["甲"], "2026-10-09"))
    visits.save(actor, VisitDraft(ids["乙"], "2026-10-04", method="phone", outcome="not_reached"))
    gone = resident_forms.draft_of(ids["丁"])
    gone.state, gone.state_on = "deceased", "2026-10-10"
    resident_forms.save(actor, gone)
    for one in (ids["甲"], ids["己"], None):
        meals.save(actor, MealDraft(one, "2026-10-20", "11:30", "lunch", guest=one is None))
    return ids


def test_home_tells_the_figures_of_the_month(month, actor):
    told, found = home_facts(actor), figures.figures_of(OCTOBER)
    assert (told.required, told.visited, told.excused, len(told.unvisited)) == (4, 1, 1, 2)
    assert told.required == found.visits.required
    assert told.visited == found.visits.visited
    assert told.excused == found.visits.excused_gone + found.visits.excused_confirmed
    assert len(told.unvisited) == found.visits.unvisited
    assert told.late_joiners == found.visits.late_joiners
    assert told.rate_text == "33.33%"
    assert sum(count for _, count in told.days) == sum(found.canteen.meals.values()) == 2, "guests apart"


@pytest.mark.parametrize("facts", [home_facts, lambda _actor: visit_facts(Month.of(clock.today()))])
def test_one_page_reads_the_register_once(month, actor, monkeypatch, facts):
    read: list[object] = []
    people = snapshot._people

    def counted(only=None):
        read.append(only)
        return people(only)

    monkeypatch.setattr(snapshot, "_people", counted)
    facts(actor)
    assert read == [None]


def test_the_visits_room_counts_what_its_board_lists(month):
    told = visit_facts(OCTOBER)
    assert [one.name for one in told.board.people] == ["丙", "乙"]
    assert (told.risks, told.findings) == (0, 0)
    assert told.board.day == dt.date(2026, 10, 21)
