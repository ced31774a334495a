"""The director changes rules from a day on; a wrong value never becomes one."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.services.writing import months, rules

NOVEMBER = dt.date(2026, 11, 1)


def test_every_shipped_rule_passes_its_own_check(actor):
    assert [key for key in rules.known_keys() if rules.validate(key, rules.value(key, NOVEMBER))] == []


@pytest.mark.parametrize(
    ("key", "wrong", "field"),
    [
        ("visit_roster_flags", [], "value"),
        ("visit_roster_flags", ["very_old"], "value"),
        ("visit_cutoff_day", 32, "value"),
        ("visit_cutoff_day", "15", "value"),
        ("visit_cutoff_day", True, "value"),
        ("grade_proposals", {"disabled": ["grave"], "partly_disabled": []}, "disabled"),
        ("grade_proposals", {"disabled": []}, "partly_disabled"),
        ("visit_frequency", {"default": "month", "high_risk": "often", "crisis_hours": 24}, "high_risk"),
        ("visit_frequency", {"default": "month", "high_risk": "week"}, "crisis_hours"),
        ("visit_honesty", {"burst": 3}, "burst"),
        ("visit_risk_tiers", "high", "value"),
        ("order_stale", {"waiting_days": 2, "past_days": 1, "urgent_minutes": 0}, "urgent_minutes"),
        ("service_follow_up", {"always": ["emergency"], "percent": 101}, "percent"),
        ("service_follow_up", {"always": ["urgent"], "percent": 10}, "always"),
        ("carer_allowance_fen", {"level_5": -1}, "level_5"),
        ("no_such_rule", 1, "key"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(actor, key, wrong, field):
    with pytest.raises(InvalidDraft) as caught:
        rules.set_rule(actor, key, NOVEMBER, wrong)
    assert caught.value.fields[0].name == field


def test_the_history_says_from_when_to_when(actor, clerk):
    with pytest.raises(NotAllowed):
        rules.set_rule(clerk, "visit_cutoff_day", NOVEMBER, 10)
    rules.set_rule(actor, "visit_cutoff_day", NOVEMBER, 10, "区里要求")
    now, before = rules.history("visit_cutoff_day")
    assert (now.value, now.valid_from, now.valid_to, now.note) == (10, NOVEMBER, None, "区里要求")
    assert (before.value, before.valid_from, before.valid_to) == (15, None, dt.date(2026, 10, 31))


def test_a_rule_never_changes_under_a_closed_month(actor):
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        rules.set_rule(actor, "visit_cutoff_day", dt.date(2026, 8, 1), 10)


def test_a_centre_older_than_a_rule_lives_by_what_is_shipped(actor):
    query.execute("UPDATE rule SET voided_at = 'x' WHERE key = 'visit_target_day'")
    assert rules.value("visit_target_day", NOVEMBER) == 25
    assert [version.value for version in rules.history("visit_target_day")] == [25]
    rules.set_rule(actor, "visit_target_day", NOVEMBER, 20)
    found = [(one.value, one.valid_from, one.valid_to) for one in rules.history("visit_target_day")]
    assert found == [(20, NOVEMBER, None), (25, None, dt.date(2026, 10, 31))]


def test_each_rule_is_read_with_its_type(actor):
    assert rules.roster_flags(NOVEMBER) >= {"living_alone", "destitute_home"}
    assert (rules.cutoff_day(NOVEMBER), rules.target_day(NOVEMBER), rules.calls_until_door(NOVEMBER)) == (15, 25, 2)
    assert [rules.frequency(tier, NOVEMBER) for tier in ("medium", "high")] == ["month", "week"]
    assert rules.crisis_hours(NOVEMBER) == 24
    assert rules.risk_tiers(NOVEMBER)["high"].risk_levels == ("elevated", "urgent")
    assert rules.honesty_limits(NOVEMBER)["burst_visits"] == 15
    assert rules.bed_subsidy_fen(NOVEMBER)["severe"] == 15000
    assert (rules.bed_subsidy_ungraded(NOVEMBER), rules.bed_subsidy_by(NOVEMBER)) == ("intact", "day")
    assert rules.canteen_hours(NOVEMBER) == ("09:30", "15:00")


def test_a_tier_that_names_no_frequency_is_visited_as_everybody(actor):
    rules.set_rule(actor, "visit_frequency", NOVEMBER, {"default": "month", "high_risk": "week", "crisis_hours": 48})
    assert rules.frequency("medium", NOVEMBER) == "month"
    assert rules.crisis_hours(NOVEMBER) == 48
