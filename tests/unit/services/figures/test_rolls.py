"""Lists that offices ask for, from dated facts: allowances, 集中供养特困人员, carers; a slow twin of the changes."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from decimal import Decimal

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.core.trade import StopReason
from desktop.models.bed import Bed, Stay
from desktop.models.named import Named, NamedName
from desktop.models.resident import Enrolment, Flag, Grade, RegisterEvent, Resident
from desktop.models.worker import Certificate, Post, Worker
from desktop.reports.months.render import report_of
from desktop.services.figures.contract import as_json
from desktop.services.figures.month import figures_of
from desktop.services.writing import rules
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)
FIRST, END = OCTOBER.first, OCTOBER.last
SEEN = dt.datetime(2026, 11, 20, 9)


def october():
    with clock.standing_at(SEEN):
        return figures_of(OCTOBER).rolls


def held(one, kind, since, yes=True, detail="", reason=""):
    with writing_rows() as unit:
        unit.add(Enrolment(resident_id=one, kind=kind, from_on=since, held=yes, detail=detail, reason=reason))


def writing_rows():
    from desktop.services.writing.actor import Actor

    return writing(Actor(1, "主任甲", "director", 1), Action.EDIT_RESIDENT)


def told(found):
    return [(one.person.name, one.kind, one.step, one.day.day, one.before, one.after, one.reason) for one in found]


def test_an_allowance_begins_changes_its_class_and_stops_each_on_its_day(actor, person):
    one = person("甲一")
    held(one, "allowance_age", dt.date(2026, 10, 3), detail="80岁档")
    held(one, "allowance_age", dt.date(2026, 10, 10), detail="90岁档")
    held(one, "allowance_age", dt.date(2026, 10, 20), yes=False, reason="not_certified")
    assert told(october().changes) == [
        ("甲一", "allowance_age", "started", 3, "", "80岁档", ""),
        ("甲一", "allowance_age", "changed", 10, "80岁档", "90岁档", ""),
        ("甲一", "allowance_age", "stopped", 20, "90岁档", "", "not_certified"),
    ]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("deceased", StopReason.DECEASED),
        ("moved_out", StopReason.MOVED_OUT),
        ("cancelled", StopReason.OTHER),
    ],
)
def test_who_leaves_the_register_receives_nothing_from_that_day_and_the_office_has_a_word_for_it(
    actor, person, state, reason
):
    one = person("甲一")
    held(one, "allowance_care", dt.date(2026, 1, 1), detail="重度")
    with writing_rows() as unit:
        unit.add(RegisterEvent(resident_id=one, state=state, on_date=dt.date(2026, 10, 12)))
    found = october()
    assert told(found.changes) == [("甲一", "allowance_care", "stopped", 12, "重度", "", reason)]
    assert (found.receiving["allowance_care"].before, found.receiving["allowance_care"].after) == (1, 0)


def test_a_stop_that_nobody_gave_a_reason_for_says_so_on_paper(actor, person):
    one = person("甲一")
    held(one, "allowance_age", None)
    held(one, "allowance_age", dt.date(2026, 10, 8), yes=False)
    with clock.standing_at(SEEN):
        report = report_of("allowances", figures_of(OCTOBER))
    stopped = next(part for part in report.sections if part.title.endswith("本月停止"))
    assert [row[-2] for row in stopped.rows] == ["未填原因"]


def test_who_reaches_an_age_is_told_with_the_old_age_allowance(actor, person):
    person("甲一", born="1936-10-12")
    other = person("乙二", born="1946-10-30")
    held(other, "allowance_age", dt.date(2026, 10, 30), detail="80岁档")
    found = [(one.person.name, one.age, one.day.day, one.held, one.detail) for one in october().turning]
    assert found == [("乙二", 80, 30, True, "80岁档"), ("甲一", 90, 12, False, "")]


def test_the_kept_are_those_with_the_flag_on_any_day_with_days_grade_and_bed(actor, person):
    one, half, gone, home = (person(name) for name in ("甲一", "乙二", "丙三", "丁四"))
    with writing_rows() as unit:
        unit.add(Flag(resident_id=one, kind="destitute_institution", from_on=dt.date(2025, 1, 1)))
        unit.add(Flag(resident_id=half, kind="destitute_institution", from_on=dt.date(2026, 10, 22)))
        unit.add(Flag(resident_id=gone, kind="destitute_institution", from_on=None))
        unit.add(Flag(resident_id=home, kind="destitute_home", from_on=None))
        unit.add(RegisterEvent(resident_id=gone, state="deceased", on_date=dt.date(2026, 10, 11)))
        unit.add(Grade(resident_id=one, grade="severe", assessed_on=dt.date(2026, 10, 5)))
        bed = unit.add(Bed(room="101", number="1", kind="nursing", mode="full"))
        unit.add(Stay(resident_id=one, bed=bed, from_on=dt.date(2026, 9, 1)))
    found = {
        line.person.name: (line.grade, line.since, line.until, line.days, bool(line.bed), line.admitted)
        for line in october().kept
    }
    assert found == {
        "甲一": ("severe", dt.date(2025, 1, 1), None, 31, True, dt.date(2026, 9, 1)),
        "乙二": ("", dt.date(2026, 10, 22), None, 10, False, None),
        "丙三": ("", None, dt.date(2026, 10, 10), 10, False, None),
    }


def carer(name, posts, papers=(), retired=None):
    with writing_rows() as unit:
        named = unit.add(Named(list="person", retired_on=retired))
        unit.add(NamedName(named=named, name=name))
        unit.add(Worker(named=named))
        for role, first, last in posts:
            unit.add(Post(named=named, role=role, unit="一楼", valid_from=first, valid_to=last))
        for kind, number, first, last, *level in papers:
            level = level[0] if level else ""
            unit.add(Certificate(named=named, kind=kind, number=number, valid_from=first, valid_to=last, level=level))


def test_the_roll_has_who_was_a_carer_on_any_day_and_the_certificate_in_force_at_the_end(actor):
    carer("甲", [("carer", None, None)], [("carer", "旧", None, dt.date(2026, 10, 20)), ("carer", "新", END, None)])
    carer("乙", [("carer", dt.date(2026, 10, 30), None)], [("carer", "期", None, dt.date(2026, 10, 30))])
    carer("丙", [("carer", None, dt.date(2026, 10, 1))], [("health", "健", None, None)])
    carer("丁", [("carer", None, dt.date(2026, 9, 30)), ("cook", None, None)])
    carer("戊", [("carer", None, None)], retired=dt.date(2026, 10, 11))
    carer("己", [("carer", None, None)], retired=FIRST)
    found = {one.name: (one.days, one.certificate, one.certified) for one in october().carers}
    assert found == {
        "甲": (31, "新", True),
        "乙": (2, "期", False),
        "丙": (1, "", False),
        "戊": (10, "", False),
    }


def test_who_holds_post_and_certificate_on_the_last_day_gets_the_months_allowance_by_level_once(actor):
    carer("甲", [("carer", END, None), ("carer", None, None)], [("carer", "一", None, None, "level_5")])
    carer("乙", [("carer", None, dt.date(2026, 10, 30))], [("carer", "二", None, None, "level_1")])
    carer("丙", [("carer", None, None)], [("carer", "三", None, dt.date(2026, 10, 30), "level_1")])
    carer("丁", [("carer", None, None)], [("carer", "四", None, None)])
    carer("戊", [("carer", None, END)], [("carer", "旧", None, None, "level_4"), ("carer", "新", None, END, "level_1")])
    found = october()
    assert [(one.name, one.certificate, one.allowance_fen) for one in found.carers] == [
        ("丁", "四", 0),
        ("丙", "三", 0),
        ("乙", "二", 0),
        ("戊", "新", 15000),
        ("甲", "一", 5000),
        ("甲", "一", 0),
    ]
    assert (found.allowed, found.allowance_fen) == (2, 20000)
    with clock.standing_at(SEEN):
        figures = figures_of(OCTOBER)
        assert as_json(figures)["rolls"] == {"carer_allowance": {"persons": 2, "amount": "200.00"}}
        paid, roll = report_of("carers", figures).sections
    assert [row[-2:] for row in roll.rows][3:5] == [
        ("高级技师（一级）", Decimal("150.00")),
        ("初级（五级）", Decimal("50.00")),
    ]
    assert roll.totals is not None and roll.totals[-1] == Decimal("200.00")
    assert "初级（五级）50元，中级（四级）75元" in paid.note


def test_the_amounts_are_a_dated_rule(actor):
    carer("甲", [("carer", None, None)], [("carer", "一", None, None, "level_5")])
    amounts = rules.carer_allowance_fen(OCTOBER.first)
    rules.set_rule(actor, "carer_allowance_fen", dt.date(2026, 10, 1), {**amounts, "level_5": 8000})
    with clock.standing_at(SEEN):
        assert [figures_of(month).rolls.allowance_fen for month in (Month(2026, 9), OCTOBER)] == [5000, 8000]


@pytest.mark.parametrize("seed", range(6))
def test_the_changes_of_random_people_are_those_of_a_walk_day_by_day(actor, seed):
    """The twin asks of each day of the month what somebody receives, and notes where it differs from the day before."""
    chance = random.Random(seed)
    expected, counts = [], {"before": 0, "after": 0}
    with clock.standing_at(SEEN), writing_rows() as unit:
        for number in range(30):
            row = unit.add(Resident(name=f"甲{number:02d}", name_key=f"{number}", sex="male", id_state="none"))
            days = sorted(chance.sample(range(-10, 40), 4))
            dates = [FIRST + dt.timedelta(days=day) for day in days]
            events = [("on_register", None)]
            if chance.random() < 0.4:
                events.append((chance.choice(["deceased", "moved_out"]), dates[3]))
            facts = [
                (since, chance.choice([True, True, False]), chance.choice(["", "一档", "二档"]), "disqualified")
                for since in chance.choice([dates[:2], dates[:3], [None, dates[1]]])
            ]
            for state, on in events:
                unit.add(RegisterEvent(resident=row, state=state, on_date=on))
            for since, yes, detail, reason in facts:
                unit.add(
                    Enrolment(
                        resident=row, kind="allowance_service", from_on=since, held=yes, detail=detail, reason=reason
                    )
                )
            walked = [received(events, facts, FIRST + dt.timedelta(days=day)) for day in range(-1, 31)]
            counts["before"] += walked[0] is not None
            counts["after"] += walked[-1] is not None
            for day, (was, now) in enumerate(itertools.pairwise(walked), 1):
                if was == now:
                    continue
                step = "started" if was is None else "stopped" if now is None else "changed"
                off = [state for state, on in events if on == OCTOBER.day(day)]
                reason = "" if now is not None else off[0] if off else "disqualified"
                expected.append((row.name, "allowance_service", step, day, was or "", now or "", reason))
    found = october()
    assert told(found.changes) == expected
    both = found.receiving["allowance_service"]
    assert {"before": both.before, "after": both.after} == counts
    steps = [one[2] for one in expected]
    assert both.before + steps.count("started") - steps.count("stopped") == both.after


def received(events, facts, day):
    """The class that somebody receives on a day; None for nothing."""
    state = [state for state, on in events if on is None or on <= day][-1]
    known = [(yes, detail) for since, yes, detail, _ in facts if since is None or since <= day]
    return known[-1][1] if state == "on_register" and known and known[-1][0] else None
