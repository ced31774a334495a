"""What somebody was on a day: the grade in force."""

import datetime as dt

from desktop.services.register.snapshot import register
from desktop.services.residents import forms


def test_from_the_day_of_a_move_on_the_dwelling_is_the_new_one(person, actor):
    one = person("甲", community="前卫社区", address="1号")
    draft = forms.draft_of(one)
    draft.community, draft.address, draft.holds_from = "江尾村", "2号", "2026-10-05"
    forms.save(actor, draft)
    known = register([one])
    told = [known.line(one, dt.date(2026, 10, day)) for day in (4, 5)]
    assert [(line.community, line.address) for line in told] == [("前卫社区", "1号"), ("江尾村", "2号")]


def graded(actor, one, grade, on):
    draft = forms.draft_of(one)
    draft.grade, draft.grade_on = grade, on
    forms.save(actor, draft)


def test_of_one_day_the_grade_recorded_last_holds(person, actor):
    one = person("甲", grade="mild", grade_on="2026-09-01")
    for grade in ("severe", "mild", "severe"):
        graded(actor, one, grade, "2026-10-01")
        assert register([one]).grade_on(one, dt.date(2026, 10, 1)) == grade
    assert register([one]).grade_on(one, dt.date(2026, 9, 30)) == "mild"
    assert [grade for _, grade in register([one]).grades[one]] == ["mild", "severe", "mild", "severe"]


def test_a_grade_saved_again_unchanged_is_not_recorded_twice(person, actor):
    one = person("甲", grade="mild", grade_on="2026-09-01")
    graded(actor, one, "mild", "2026-09-01")
    assert len(register([one]).grades[one]) == 1
