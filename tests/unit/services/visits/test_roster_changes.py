"""The roster of October against that of September."""

from desktop.core.period import Month
from desktop.services.residents import forms as resident_forms
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
