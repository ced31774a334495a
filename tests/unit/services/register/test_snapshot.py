"""What somebody was on a day: the grade in force."""

import datetime as dt

from desktop.core.acts import Action
from desktop.models.resident import Flag
from desktop.services.register.snapshot import register
from desktop.services.residents import forms, states
from desktop.services.writing.journal import writing


def test_from_the_day_of_a_move_on_the_dwelling_is_the_new_one(person, actor):
    one = person("甲", community="前卫社区", address="1号")
    draft = forms.draft_of(one)
    draft.community, draft.address, draft.holds_from = "江尾村", "2号", "2026-10-05"
    forms.save(actor, draft)
    known = register([one])
    told = [known.line(one, dt.date(2026, 10, day)) for day in (4, 5)]
    assert [(line.community, line.address) for line in told] == [("前卫社区", "1号"), ("江尾村", "2号")]


def test_somebody_stays_on_register_who_neither_comes_nor_goes_on_any_of_the_days(person, actor):
    one = person("甲")
    states.apply(actor, one, "moved_out", dt.date(2026, 10, 10), "随子女")
    states.apply(actor, one, "on_register", dt.date(2026, 10, 15), "回来")
    known = register([one])
    spans = [(1, 9), (9, 10), (10, 14), (14, 15), (15, 21), (9, 16)]
    stays = [known.stays_on(one, dt.date(2026, 10, first), dt.date(2026, 10, last)) for first, last in spans]
    assert stays == [True, False, False, False, True, False]


def test_flags_stay_where_none_begins_ends_or_comes_with_a_birthday(person, actor):
    one = person("甲", born="1946-10-21")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Flag(resident_id=one, kind="kinless", from_on=dt.date(2026, 10, 3), to_on=dt.date(2026, 10, 10)))
    known = register([one])
    spans = [(1, 2), (2, 3), (3, 10), (10, 11), (11, 20), (20, 21), (21, 31)]
    stays = [known.flags_stay(one, dt.date(2026, 10, first), dt.date(2026, 10, last)) for first, last in spans]
    assert stays == [True, False, True, False, True, False, True]


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
