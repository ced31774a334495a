"""The roster of October against that of September."""

import datetime as dt

from desktop.core.period import Month
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.visits.roster_changes import roster_changes
from desktop.services.writing import rules

OCTOBER = Month(2026, 10)


def moves(found) -> list[tuple[str, str]]:
    return [(move.person.name, move.reason) for move in found]


def test_each_who_came_has_a_reason(person, actor):
    person("一直", flags=["disabled"])
    person("新增", flags=[("disabled", "2026-09-20")])
    person("认定", flags=[("disabled", "2026-10-08")])
    person("登记", flags=["disabled"], registered_on="2026-10-05")
    found = roster_changes(OCTOBER)
    assert sorted(moves(found.came)) == sorted([("新增", "late_before"), ("认定", "flagged"), ("登记", "joined")])
    assert (found.left, found.stayed) == ((), 1)


def test_each_who_left_has_a_reason(person, actor):
    gone = resident_forms.draft_of(person("去世", flags=["disabled"]))
    gone.state, gone.state_on = "deceased", "2026-09-10"
    resident_forms.save(actor, gone)
    person("期满", flags=[("disabled", "", "2026-09-15")])
    person("改口径", flags=["kinless"])
    rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, ["disabled"])
    found = roster_changes(OCTOBER)
    assert sorted(moves(found.left)) == sorted([("去世", "deceased"), ("期满", "unflagged"), ("改口径", "rule")])


def test_who_came_back_is_told_from_who_is_new(person, actor):
    back = person("回来", flags=["disabled"], registered_on="2020-01-01")
    states.apply(actor, back, "moved_out", dt.date(2026, 8, 10), "随子女")
    states.apply(actor, back, "on_register", dt.date(2026, 10, 1), "回本地")
    person("登记", flags=["disabled"], registered_on="2026-10-01")
    assert sorted(moves(roster_changes(OCTOBER).came)) == sorted([("回来", "returned"), ("登记", "joined")])


def test_a_rule_brings_those_whom_nothing_else_brought_since_the_first_of_last_month(person, actor):
    # 失独 puts nobody on the roster before October: whoever comes with it has the rule or what happened behind 1 Sept.
    rules.set_rule(actor, "visit_roster_flags", Month(2026, 1).first, ["disabled"])
    rules.set_rule(actor, "visit_roster_flags", OCTOBER.first, ["disabled", "bereaved_family"])
    flag = "bereaved_family"
    person("早已登记", flags=[flag])
    person("八月登记", flags=[flag], registered_on="2026-08-15")
    person("一日登记", flags=[flag], registered_on="2026-09-01")
    person("二日登记", flags=[flag], registered_on="2026-09-02")
    person("八月认定", flags=[(flag, "2026-08-15")])
    person("一日认定", flags=[(flag, "2026-09-01")])
    person("二日认定", flags=[(flag, "2026-09-02")])
    # A flag that counts for nothing began since; it brought nobody.
    person("别的认定", flags=[flag, ("minimum_living", "2026-09-20")])
    assert dict(moves(roster_changes(OCTOBER).came)) == {
        "早已登记": "rule",
        "八月登记": "rule",
        "一日登记": "rule",
        "二日登记": "joined",
        "八月认定": "rule",
        "一日认定": "rule",
        "二日认定": "flagged",
        "别的认定": "rule",
    }


def test_who_left_on_the_first_day_left_by_that(person, actor):
    one, other = person("搬走", flags=["disabled"]), person("注销", flags=["disabled"])
    states.apply(actor, one, "moved_out", OCTOBER.first, "随子女")
    states.apply(actor, other, "cancelled", dt.date(2026, 9, 30), "重复")
    assert sorted(moves(roster_changes(OCTOBER).left)) == sorted([("搬走", "moved_out"), ("注销", "cancelled")])


def test_who_is_on_both_rosters_stayed_and_each_stands_by_community_and_name(person):
    person("甲", flags=["disabled"])
    person("乙", flags=["disabled"])
    person("王", flags=["disabled"], registered_on="2026-10-02", community="云山社区")
    person("丙", flags=["disabled"], registered_on="2026-10-03", community="云山社区")
    person("丁", flags=["disabled"], registered_on="2026-10-03", community="上村")
    found = roster_changes(OCTOBER)
    assert [move.person.name for move in found.came] == ["丁", "丙", "王"]
    assert (found.month, found.left, found.stayed) == (OCTOBER, (), 2)
