"""Who must be visited in October 2026, who is excused, who was reached (handbook section 4, Visits)."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft, NotAllowed, NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.figures import visits as visit_figures
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.visits import due_board, roster
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.roster import DueCounts
from desktop.services.writing import rules

OCTOBER = Month(2026, 10)


@pytest.fixture
def leaves(actor):
    def leave(one: int, state: str, on: str) -> None:
        draft = resident_forms.draft_of(one)
        draft.state, draft.state_on = state, on
        resident_forms.save(actor, draft)

    return leave


@pytest.fixture
def visited(actor):
    def visit(one: int, on: str, outcome: str = "reached", **more) -> int:
        return visits.save(actor, VisitDraft(one, on, outcome=outcome, visitors="马丽", **more))

    return visit


def counts() -> tuple[int, int, int, int, int]:
    found = visit_figures(OCTOBER)
    return (found.required, found.visited, len(found.excused_people), found.unvisited, found.late_joiners)


def test_a_flag_from_the_fifteenth_counts_and_from_the_sixteenth_joins_late(person):
    person("甲", flags=[("living_alone", "2026-10-15")])
    person("乙", flags=[("living_alone", "2026-10-16")])
    assert counts() == (1, 0, 0, 1, 1)


def test_flag_and_register_must_hold_on_the_same_day(person, leaves):
    # The flag begins on the day after the person left: never both.
    one = person("甲", flags=[("living_alone", "2026-10-08")])
    leaves(one, "moved_out", "2026-10-08")
    # Registered after the cut-off day with an old flag: a late joiner.
    person("乙", flags=["disabled"], registered_on="2026-10-20")
    assert counts() == (0, 0, 0, 0, 1)


def test_economic_flags_and_high_age_alone_put_nobody_on_the_roster(person):
    person("甲", born="1930-01-01", flags=["minimum_living", "destitute_institution"])
    person("乙", born="1930-01-01", flags=["destitute_home"])
    assert counts()[0] == 1


def test_a_flag_that_ended_before_the_month_does_not_count(person):
    person("甲", flags=[("living_alone", "", "2026-09-30")])
    person("乙", flags=[("living_alone", "", "2026-10-01")])
    assert counts()[0] == 1


def test_one_visit_that_reached_the_person_is_enough(person, visited):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-10-03", "not_reached")
    visited(one, "2026-10-05")
    visited(one, "2026-10-06")
    found = visit_figures(OCTOBER)
    (line,) = found.visited_people
    assert (str(line.first_on), line.times, line.visitors) == ("2026-10-05", 2, "马丽")
    assert (found.attempts_not_reached, str(found.visit_rate)) == (1, "100.00")


def test_attempts_are_listed_and_never_counted(person, visited):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-10-03", "not_reached")
    visited(one, "2026-10-04", "refused")
    (line,) = visit_figures(OCTOBER).unvisited_people
    assert (line.attempts, line.last_outcome, line.last_contact) == (2, "refused", None)


def test_who_died_unvisited_is_excused_and_who_died_visited_is_visited(person, visited, leaves):
    one, other = person("甲", flags=["disabled"]), person("乙", flags=["disabled"])
    visited(other, "2026-10-02")
    for each in (one, other):
        leaves(each, "deceased", "2026-10-10")
    assert counts() == (2, 1, 1, 0, 0)
    assert str(visit_figures(OCTOBER).visit_rate) == "100.00"


def test_hospital_at_every_attempt_excuses_only_when_the_director_confirms(person, visited, actor, clerk):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-10-03", "hospital")
    visited(one, "2026-10-13", "away")
    assert counts() == (1, 0, 0, 1, 0)
    with pytest.raises(NotAllowed):
        roster.confirm_excuse(clerk, one, OCTOBER, "hospital")
    roster.confirm_excuse(actor, one, OCTOBER, "hospital")
    assert counts() == (1, 0, 1, 0, 0)
    assert visit_figures(OCTOBER).excused_confirmed == 1
    visited(one, "2026-10-14", "not_reached")
    assert counts() == (1, 0, 0, 1, 0)


def test_nobody_a_void_record_and_another_reason_are_excused_from_no_month(person, actor):
    one = person("甲", flags=["living_alone"])
    states.void(actor, void := person("乙", born="1950-01-01"), "重复登记")
    for who in (void, 4711):
        with pytest.raises(NotFound) as missing:
            roster.confirm_excuse(actor, who, OCTOBER, "hospital")
        assert (missing.value.kind, missing.value.key) == (Thing.RESIDENT, str(who))
    for reason, wrong in (("not_reached", Reason.UNKNOWN_WORD), ("", Reason.REQUIRED)):
        with pytest.raises(InvalidDraft) as refused:
            roster.confirm_excuse(actor, one, OCTOBER, reason)
        assert refused.value.fields == [FieldError("reason", wrong)]
    assert query.count("SELECT count(*) FROM excusal") == 0
    roster.confirm_excuse(actor, one, OCTOBER, "away")
    with pytest.raises(AlreadyRecorded):
        roster.confirm_excuse(actor, one, OCTOBER, "hospital")
    assert query.texts("SELECT reason FROM living_excusal") == ["away"]


def test_nothing_to_visit_prints_a_dash_and_not_a_hundred_percent(actor):
    assert visit_figures(OCTOBER).visit_rate is None


def test_help_counts_who_was_reached_or_served(person, visited, actor):
    one, other = person("甲", flags=["disabled"]), person("乙", flags=["disabled"])
    person("丙", flags=["disabled"])
    visited(one, "2026-10-03")
    help_services.save(actor, ServiceDraft(resident_id=other, type="bathing", service_on="2026-10-04"))
    found = visit_figures(OCTOBER)
    assert (found.helped, str(found.help_rate), str(found.visit_rate)) == (2, "66.67", "33.33")


def test_the_roster_follows_the_rules_of_its_own_month(person, actor):
    person("甲", flags=[("living_alone", "2026-10-18")])
    assert counts()[0] == 0
    rules.set_rule(actor, "visit_cutoff_day", OCTOBER.first, 20)
    assert counts()[0] == 1


def test_groups_by_community_and_flag_add_up(person, visited):
    one = person("甲", flags=["disabled", "living_alone"], community="江尾村")
    person("乙", flags=["disabled"], community="前卫社区")
    visited(one, "2026-10-03")
    found = visit_figures(OCTOBER)
    assert [(group.name, group.required, group.visited) for group in found.by_community] == [
        ("前卫社区", 1, 0),
        ("江尾村", 1, 1),
    ]
    assert {group.name: group.required for group in found.by_flag} == {"living_alone": 1, "disabled": 2}


def test_a_void_visit_counts_no_more(person, visited, actor):
    one = person("甲", flags=["disabled"])
    visits.void(actor, visited(one, "2026-10-03"), "录错人")
    assert counts() == (1, 0, 0, 1, 0)


def test_who_left_twice_is_excused_from_the_second_day_on(person, actor):
    one = person(flags=["living_alone"], registered_on="2020-01-01")
    for state, day in (("moved_out", (2024, 1, 10)), ("on_register", (2025, 1, 10)), ("moved_out", (2026, 10, 10))):
        states.apply(actor, one, state, dt.date(*day), "随子女")
    (line,) = roster.roster(Month(2026, 10)).excused
    assert (line.reason, line.since) == ("moved_out", dt.date(2026, 10, 10))


def test_who_left_came_back_and_left_again_left_this_month_on_the_day_of_this_month(person, actor):
    one = person(flags=["living_alone"], registered_on="2020-01-01")
    with clock.standing_at(dt.datetime(2026, 12, 20, 9, 0)):
        for state, day in (("moved_out", (2026, 10, 10)), ("on_register", (2026, 11, 5)), ("moved_out", (2026, 11, 9))):
            states.apply(actor, one, state, dt.date(*day), "随子女")
        (line,) = roster.roster(OCTOBER).excused
    assert (line.reason, line.since) == ("moved_out", dt.date(2026, 10, 10))


def test_who_is_excused_in_hospital_left_on_no_day(person, visited, actor):
    one = person(flags=["living_alone"], registered_on="2026-10-02")
    visited(one, "2026-10-03", "hospital")
    roster.confirm_excuse(actor, one, OCTOBER, "away")
    (line,) = roster.roster(OCTOBER).excused
    assert (line.reason, line.since) == ("away", None)


def test_an_excuse_holds_for_its_own_month_only(person, visited, actor):
    one = person(flags=["living_alone"])
    for on in ("2026-09-03", "2026-10-03"):
        visited(one, on, "hospital")
    roster.confirm_excuse(actor, one, OCTOBER, "hospital")
    assert [len(roster.roster(month).excused) for month in (Month(2026, 9), OCTOBER)] == [0, 1]


def test_the_last_contact_is_the_last_day_of_reaching_up_to_a_day(person, visited):
    one, other = person("甲"), person("乙")
    for on in ("2026-09-03", "2026-10-05", "2026-10-20"):
        visited(one, on)
    visited(one, "2026-10-21", "not_reached")
    visited(other, "2026-10-01", "refused")
    found = [roster.last_contacts(dt.date.fromisoformat(day)) for day in ("2026-09-02", "2026-10-04", "2026-10-05")]
    assert found == [{}, {one: dt.date(2026, 9, 3)}, {one: dt.date(2026, 10, 5)}]
    assert roster.last_contacts(dt.date(2026, 10, 21)) == {one: dt.date(2026, 10, 20)}


def test_attempts_of_one_day_stand_by_their_hour(person, visited):
    one = person(flags=["living_alone"])
    visited(one, "2026-10-03", "refused", visited_at="15:30")
    visited(one, "2026-10-03", "not_reached", visited_at="09:00")
    visited(one, "2026-10-02", "hospital", visited_at="17:00")
    (line,) = roster.roster(OCTOBER).unvisited
    assert (line.attempts, line.last_outcome) == (3, "refused")
    assert [fact.at for fact in roster.visit_facts(OCTOBER)[one]] == ["17:00", "09:00", "15:30"]


def test_visits_of_the_first_and_the_last_day_belong_to_the_month(person, visited):
    one = person()
    with clock.standing_at(dt.datetime(2026, 11, 20, 9, 0)):
        for on in ("2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"):
            visited(one, on)
    assert [fact.day.day for fact in roster.visit_facts(OCTOBER)[one]] == [1, 31]


def test_the_progress_of_a_month_is_counted_for_everybody_or_for_a_community(person, visited, leaves):
    reached, again, gone, tried, *_ = (
        person(
            name,
            community=community,
            flags=["disabled"] if name != "己" else [("disabled", "2026-10-16")],
        )
        for name, community in zip("甲乙丙丁戊己", ("上村", "下村", "上村", "下村", "中村", "下村"), strict=True)
    )
    visited(reached, "2026-10-03")
    visited(again, "2026-10-03")
    visited(tried, "2026-10-04", "not_reached")
    leaves(gone, "moved_out", "2026-10-08")
    day = dt.date(2026, 10, 21)
    assert due_board.board(day).progress == DueCounts(5, 2, 1, 2, attempted=1, days_left=10)
    part = {name: due_board.board(day, community=name).progress for name in ("上村", "下村", "中村", "别处")}
    assert part["上村"] == DueCounts(2, 1, 1, 0, attempted=0, days_left=10)
    assert part["下村"] == DueCounts(2, 1, 0, 1, attempted=1, days_left=10)
    assert part["中村"] == DueCounts(1, 0, 0, 1, attempted=0, days_left=10)
    assert part["别处"] == DueCounts(0, 0, 0, 0, attempted=0, days_left=10)


def test_lists_of_a_roster_stand_by_community_and_name_with_ages_of_the_last_day(person):
    person("乙", born="1946-10-31", flags=["disabled"], community="云山社区")
    person("王", born="1946-11-01", flags=["disabled"], community="上村")
    person("丁", flags=["disabled"], community="上村")
    found = roster.roster(OCTOBER)
    assert [line.person.name for line in found.unvisited] == ["丁", "王", "乙"]
    assert [line.person.age for line in found.unvisited][1:] == [79, 80]


def test_an_excuse_is_withdrawn_with_a_reason_and_counts_no_more(person, visited, actor, clerk):
    one = person(flags=["living_alone"])
    visited(one, "2026-10-03", "hospital")
    roster.confirm_excuse(actor, one, OCTOBER, "hospital")
    with pytest.raises(NotAllowed):
        roster.withdraw_excuse(clerk, one, OCTOBER, "确认错了")
    with pytest.raises(ReasonNeeded):
        roster.withdraw_excuse(actor, one, OCTOBER, " ")
    roster.withdraw_excuse(actor, one, OCTOBER, "确认错了")
    assert roster.roster(OCTOBER).excused == ()
    with pytest.raises(NotFound):
        roster.withdraw_excuse(actor, one, OCTOBER, "确认错了")


def test_partly_disabled_and_a_certificate_put_people_on_the_roster_where_the_rule_names_them(person, actor):
    """rules.md B6, section 4 rows 8 and 9."""
    rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, ["partly_disabled", "handicapped"])
    partly = person("甲", flags=["partly_disabled"])
    certified = person("乙", disability_kind="听力", disability_level="3")
    severe = person("丙", flags=[("severely_handicapped", "2026-10-10", "")])
    late = person("丁", flags=[("severely_handicapped", "2026-10-16", "")])
    person("戊", flags=["disabled"], disability_kind="无")
    found = roster.roster(OCTOBER)
    assert {line.person.resident_id for line in found.unvisited} == {partly, certified, severe}
    assert [line.resident_id for line in found.late_joiners] == [late]
    groups = {group.name: group.required for group in visit_figures(OCTOBER).by_flag}
    assert groups == {"partly_disabled": 1, "handicapped": 2}


def test_advanced_age_puts_people_on_the_roster_where_the_rule_names_it(person, actor):
    """rules.md B6."""
    rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, ["advanced_age"])
    old, turning, late = (
        person(name, born=day) for name, day in (("甲", "1940-05-01"), ("乙", "1946-10-15"), ("丙", "1946-10-16"))
    )
    person("丁", born="1950-01-01", flags=["living_alone"])
    found = roster.roster(OCTOBER)
    assert {line.person.resident_id for line in found.unvisited} == {old, turning}
    assert [line.resident_id for line in found.late_joiners] == [late]


def test_a_void_record_is_on_no_roster_whatever_flags_it_had(person, actor):
    person("甲", flags=["living_alone"])
    states.void(actor, person("乙", flags=["living_alone"], born="1950-01-01"), "重复登记")
    assert counts() == (1, 0, 0, 1, 0)
