"""Visit figures: risks as they stood in the month, and who of those at home was helped."""

import datetime as dt

import pytest

from desktop.core.period import Month
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.figures import visits as visit_figures
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def stay(actor):
    def make(one, number, first, last="", mode="full"):
        bed = beds.save(actor, BedDraft(building="1号楼", room="304", number=number, mode=mode))
        return stays.admit(actor, StayDraft(one, bed, first, last))

    return make


def risk_lines(month):
    return [
        (line.what, line.closed_on, line.result, line.age_days, line.overdue) for line in visit_figures(month).risks
    ]


def test_a_risk_closed_after_the_month_was_open_in_it(person, actor):
    one = person("甲", flags=["disabled"])
    first = risks.save(actor, RiskDraft(one, "2026-09-10", "地面湿滑", "general", "换防滑垫", "2026-09-25"))
    risks.save(actor, RiskDraft(one, "2026-09-30", "电线老化", "elevated"))
    before = risk_lines(SEPTEMBER)
    assert before == [("地面湿滑", None, "", 20, True), ("电线老化", None, "", 0, False)]
    risks.close(actor, first, "已换", dt.date(2026, 10, 1))
    assert risk_lines(SEPTEMBER) == before
    assert risk_lines(OCTOBER) == [
        ("电线老化", None, "", 21, False),
        ("地面湿滑", dt.date(2026, 10, 1), "已换", 21, True),
    ]


def test_a_risk_closed_on_the_last_day_of_a_month_was_closed_in_it(person, actor):
    one = person("甲")
    risk = risks.save(actor, RiskDraft(one, "2026-08-31", "独自用火", "urgent", due_on="2026-09-30"))
    risks.close(actor, risk, "装了报警器", dt.date(2026, 9, 30))
    assert risk_lines(Month(2026, 8)) == [("独自用火", None, "", 0, False)]
    assert risk_lines(SEPTEMBER) == [("独自用火", dt.date(2026, 9, 30), "装了报警器", 30, False)]
    assert risk_lines(OCTOBER) == []


def helped(month=OCTOBER):
    found = visit_figures(month)
    return found.helped, found.helped_of, str(found.help_rate)


def test_a_canteen_meal_helps_as_a_service_does(person, actor, canteen_prices):
    """rules.md B12."""
    visited, served, fed, nothing = (person(name, flags=["disabled"]) for name in "甲乙丙丁")
    visits.save(actor, VisitDraft(visited, "2026-10-03", outcome="reached"))
    help_services.save(actor, ServiceDraft(resident_id=served, type="bathing", service_on="2026-10-04"))
    canteen.save(actor, MealDraft(resident_id=fed, eaten_on="2026-10-05"))
    canteen.save(actor, MealDraft(resident_id=nothing, eaten_on="2026-09-30"))
    assert helped() == (3, 4, "75.00")


def test_only_a_service_that_was_done_helps(person, actor):
    one = person("甲", flags=["disabled"])
    help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-04", state="requested"))
    assert helped() == (0, 1, "0.00")


def test_who_lives_in_a_full_care_bed_all_month_is_not_asked_for(person, actor, stay):
    housed, leaving, by_day, at_home = (person(name, flags=["disabled"]) for name in "甲乙丙丁")
    stay(housed, "1", "2026-09-01")
    # Not in the bed in the last night of September.
    stay(leaving, "2", "2026-09-01", "2026-09-30")
    stay(by_day, "3", "2026-09-01", mode="day")
    for one in (housed, leaving, at_home):
        visits.save(actor, VisitDraft(one, "2026-09-03", outcome="reached"))
    assert helped(SEPTEMBER) == (2, 3, "66.67")
    assert visit_figures(SEPTEMBER).visited == 3


def test_a_move_between_beds_and_days_away_are_days_in_a_bed(person, actor, stay):
    one = person("甲", flags=["disabled"])
    first = stay(one, "1", "2026-08-31", "2026-09-10")
    stays.add_leave(actor, first, "2026-09-01", "2026-09-05", "住院")
    stay(one, "2", "2026-09-10")
    assert helped(SEPTEMBER) == (0, 0, "None")


def test_who_is_excused_counts_on_neither_side(person, actor):
    one = person("甲", flags=["disabled"])
    visits.save(actor, VisitDraft(one, "2026-10-03", outcome="hospital"))
    roster.confirm_excuse(actor, one, OCTOBER, "hospital")
    help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-04"))
    assert helped() == (0, 0, "None")
