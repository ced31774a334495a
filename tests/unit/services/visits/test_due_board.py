"""Who is due, why, and in which order somebody walks to them."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed, NothingToDo
from desktop.core.period import Month
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.visits import assignments, crises, due_board, risks, rounds
from desktop.services.visits import recording as visits
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.rounds import GroupQuery, RoundDraft
from desktop.services.writing import rules

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def visited(actor):
    def visit(one: int, on: str, outcome: str = "reached", **more) -> int:
        return visits.save(actor, VisitDraft(one, on, outcome=outcome, **more))

    return visit


def names(people) -> list[str]:
    return [one.name for one in people]


def test_the_monthly_visit_is_due_on_the_target_day_and_overdue_after_it(person, actor):
    person("甲", flags=["disabled"])
    (one,) = due_board.board(TODAY).this_week
    assert (one.name, one.due_on, one.reasons[0].kind) == ("甲", dt.date(2026, 10, 25), "month")
    assert names(due_board.board(dt.date(2026, 10, 12)).later) == ["甲"]
    assert names(due_board.board(dt.date(2026, 10, 25)).today) == ["甲"]
    assert names(due_board.board(dt.date(2026, 10, 26)).overdue) == ["甲"]


def test_who_was_reached_or_died_is_due_no_more(person, actor, visited):
    visited(person("甲", flags=["disabled"]), "2026-10-03")
    gone = resident_forms.draft_of(person("乙", flags=["disabled"]))
    gone.state, gone.state_on = "deceased", "2026-10-10"
    resident_forms.save(actor, gone)
    found = due_board.board(TODAY)
    assert found.people == ()
    assert (found.progress.required, found.progress.visited, found.progress.excused) == (2, 1, 1)


def test_neighbours_stand_together_and_the_second_block_before_the_tenth(person):
    for name, building, room in (("甲", "10栋", "101"), ("乙", "2栋", "1002"), ("丙", "2栋", "302")):
        person(name, flags=["disabled"], building=building, room=room)
    person("丁", flags=["disabled"], community="江尾村", address="江尾村三组2号")
    person("戊", flags=["disabled"], community="江尾村", address="江尾村二组12号")
    assert names(due_board.board(TODAY).people) == ["丙", "乙", "甲", "戊", "丁"]


def test_an_open_risk_asks_for_a_visit_each_week_until_it_is_closed(person, actor, visited):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-10-12", risk="燃气管老化", risk_level="urgent", risk_due_on="2026-10-30")
    (row,) = due_board.board(TODAY).overdue
    assert [(reason.kind, str(reason.due_on)) for reason in row.reasons] == [
        ("week", "2026-10-19"),
        ("risk", "2026-10-30"),
    ]
    assert (row.tier.level, row.tier.reasons[0].value, row.risks) == ("high", "urgent", 1)
    visited(one, "2026-10-20")
    (row,) = due_board.board(TODAY).people
    assert (row.bucket, str(row.due_on)) == ("later", "2026-10-27")
    risks.close(actor, risks.open_risks()[0].id, "已更换")
    assert due_board.board(TODAY).people == ()


def test_a_crisis_is_due_within_a_day_also_for_somebody_without_a_flag(person, actor, visited):
    one = person("甲")
    crises.record_crisis(actor, CrisisDraft(one, "fall", "2026-10-20", "10:00"))
    (row,) = due_board.board(TODAY).overdue
    assert (row.reasons[0].kind, row.reasons[0].words, row.due_on) == ("crisis", "fall", TODAY)
    visited(one, "2026-10-20", visited_at="9:00")
    assert len(due_board.board(TODAY).overdue) == 1, "that visit was before the fall"
    visited(one, "2026-10-21", visited_at="11:00")
    assert due_board.board(TODAY).people == ()


def test_a_crisis_needs_a_known_kind_and_a_day_that_has_been(person, actor):
    with pytest.raises(InvalidDraft) as caught:
        crises.record_crisis(actor, CrisisDraft(person(), "ufo", "2026-10-22"))
    assert [error.name for error in caught.value.fields] == ["kind", "happened_on"]


def test_unreached_twice_by_phone_becomes_a_door_visit_until_somebody_stands_there(person, visited):
    one = person("甲", flags=["disabled"])
    visited(one, "2026-10-05", "not_reached", method="phone")
    assert not due_board.board(TODAY).people[0].door
    visited(one, "2026-10-06", "not_reached", method="phone")
    (row,) = due_board.board(TODAY).people
    assert (row.door, row.unreached, row.attempts) == (True, 2, 2)
    visited(one, "2026-10-07", "not_reached", method="home")
    assert not due_board.board(TODAY).people[0].door


def test_each_visitor_and_each_community_has_its_own_board_and_progress(person, actor, visited):
    mine, other = person("甲", flags=["disabled"]), person("乙", flags=["disabled"], community="江尾村")
    assert assignments.assign(actor, [mine, other], "马丽", "2026-10-01") == 2
    assert assignments.assign(actor, [other], "何云", "2026-10-15") == 1
    assert names(due_board.board(TODAY, visitor="马丽").people) == ["甲"]
    assert names(due_board.board(dt.date(2026, 10, 10), visitor="马丽").people) == ["甲", "乙"]
    visited(mine, "2026-10-20")
    found = due_board.board(TODAY, community="江尾村")
    assert (names(found.people), found.progress.required, found.progress.visited) == (["乙"], 1, 0)
    assert due_board.board(TODAY).progress.visited == 1


def test_the_same_visitor_again_changes_nothing_and_nobody_takes_them_off(person, actor):
    one = person()
    assignments.assign(actor, [one], "马丽")
    assert assignments.assign(actor, [one], "马丽") == 0
    assert assignments.assign(actor, [one], "") == 1
    assert assignments.visitors_on(TODAY) == {}
    with pytest.raises(NothingToDo):
        assignments.assign(actor, [], "马丽")


def test_the_director_starts_a_round_for_a_group_and_sees_how_far_it_is(person, actor, clerk, visited):
    old, young = person("甲", born="1930-01-01"), person("乙", born="1960-01-01")
    person("丙", born="1930-01-01", community="江尾村")
    draft = RoundDraft("重阳慰问", "festival", "2026-10-19", "2026-10-21", GroupQuery(communities=("前卫社区",)))
    draft.group = GroupQuery(flags=("advanced_age",), communities=("前卫社区",))
    with pytest.raises(NotAllowed):
        rounds.start_round(clerk, draft)
    round_id = rounds.start_round(actor, draft)
    assert rounds.progress(round_id).members == (old,)
    (row,) = due_board.board(TODAY).today
    assert (row.name, row.reasons[0].kind, row.reasons[0].words) == ("甲", "round", "重阳慰问")
    assert names(due_board.board(dt.date(2026, 10, 24)).overdue) == ["甲"]
    visited(old, "2026-10-20")
    visited(young, "2026-10-20")
    found = rounds.progress(round_id)
    assert (found.reached, found.open) == ((old,), ())
    assert [one.id for one in rounds.rounds(Month(2026, 10))] == [round_id]


def test_a_round_for_nobody_is_not_started(person, actor):
    person(born="1960-01-01")
    draft = RoundDraft("寒潮", "cold_wave", "2026-10-19", "2026-10-21", GroupQuery(age_from=80))
    with pytest.raises(NothingToDo):
        rounds.start_round(actor, draft)


def test_grade_and_findings_make_the_middle_tier_and_the_rule_is_data(person, actor, visited):
    person("甲", flags=["disabled"], grade="severe")
    seen = person("乙", flags=["disabled"])
    visited(seen, "2026-10-02", blocks={"health": "risk", "spirit": "normal"})
    visited(seen, "2026-10-09", blocks={"health": "unchanged", "spirit": "unchanged", "safety": "normal"})
    found = due_board.board(TODAY)
    assert [(row.name, row.tier.level) for row in found.people] == [("甲", "medium")]
    frequency = {"default": "month", "medium_risk": "fortnight", "high_risk": "week", "crisis_hours": 24}
    rules.set_rule(actor, "visit_frequency", dt.date(2026, 10, 1), frequency)
    assert [(row.name, str(row.due_on)) for row in due_board.board(TODAY).people] == [
        ("乙", "2026-10-23"),
        ("甲", "2026-10-25"),
    ]


def test_whose_record_is_void_is_of_no_round(person, actor):
    kept, wrong = person("王芳"), person("李四")
    draft = RoundDraft("重阳慰问", "festival", "2026-10-19", "2026-10-25", GroupQuery(communities=("前卫社区",)))
    round_id = rounds.start_round(actor, draft)
    states.void(actor, wrong, "登记错误")
    found = rounds.progress(round_id)
    assert (found.members, found.open) == ((kept,), (kept,))


def test_who_was_found_well_again_or_holds_the_grade_no_more_is_ordinary(person, actor, visited):
    well, once = person("甲", flags=["disabled"]), person("乙", flags=["disabled"])
    visited(well, "2026-09-02", blocks={"health": "risk", "spirit": "attention"})
    visited(well, "2026-09-20", blocks={"health": "normal"})
    visited(once, "2026-09-02", blocks={"health": "normal"})
    found = {row.name: row.tier.level for row in due_board.board(TODAY).people}
    assert found == {"甲": "ordinary", "乙": "ordinary"}
    visited(well, "2026-09-25", blocks={"health": "risk", "spirit": "unchanged"})
    assert [(row.name, row.tier.level) for row in due_board.board(TODAY).people] == [
        ("乙", "ordinary"),
        ("甲", "medium"),
    ]


def test_a_part_of_a_board_that_was_read_is_the_board_of_that_part(person, actor, visited):
    ids = [person(name, flags=["disabled"], community=place) for name, place in (("甲", "A"), ("乙", "A"), ("丙", "B"))]
    assignments.assign(actor, ids[1:], "马丽")
    visited(ids[0], "2026-10-03")
    visited(ids[1], "2026-10-04", outcome="not_reached", method="phone")
    whole = due_board.board(TODAY)
    for visitor, community in (("马丽", ""), ("", "A"), ("马丽", "B"), ("", "C")):
        assert due_board.narrowed(whole, visitor, community) == due_board.board(TODAY, visitor, community)
    mine = due_board.narrowed(whole, "马丽", "").progress
    assert (mine.required, mine.visited, mine.unvisited, mine.attempted) == (2, 0, 2, 1)
    theirs = due_board.narrowed(whole, "", "A").progress
    assert (theirs.required, theirs.visited, theirs.unvisited, theirs.attempted) == (2, 1, 1, 1)
