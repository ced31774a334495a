"""Whole months as golden files, and beside them the numbers that were reckoned by hand from the handbook.

``GOLDEN=write`` writes the files anew (see golden.py); the numbers below are never written by a program.
"""

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.importing.importer import import_workbook
from desktop.services.figures import as_json, figures_of
from tests.e2e.running import SAMPLE
from tests.unit.services.figures import golden, hard_months

OCTOBER, FEBRUARY = Month(2026, 10), Month(2028, 2)


@pytest.fixture
def october(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        yield figures_of(OCTOBER)


@pytest.fixture
def february(actor):
    with clock.standing_at(hard_months.FEBRUARY_SEEN):
        hard_months.leap_february(actor)
        yield figures_of(FEBRUARY)


def test_the_sample_centre_comes_to_exactly_this(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        for kind in ("residents", "beds", "services", "meals", "visits"):
            import_workbook(actor, kind, SAMPLE / f"{kind}.xlsx")
        found = figures_of(OCTOBER)
    assert golden.agrees(golden.whole(found), "sample-2026-10")
    assert golden.agrees(as_json(found), "sample-2026-10-contract")


def test_a_month_of_turning_days_comes_to_exactly_this(october):
    assert golden.agrees(golden.whole(october), "hard-2026-10")


def test_a_leap_february_comes_to_exactly_this(february):
    assert golden.agrees(golden.whole(february), "leap-2028-02")


def names(lines):
    return "".join(sorted(line.person.name[0] for line in lines))


def test_the_visits_of_october_by_hand(october):
    found = october.visits
    # Required: all with a roster flag on day 1 or up to the 15th, on register the same day.
    assert names(found.visited_people) == "".join(sorted("安孔秦"))
    assert names(found.excused_people) == "".join(sorted("何李马严"))
    assert names(found.unvisited_people) == "".join(sorted("白丁江牛彭唐许"))
    assert sorted(person.name[0] for person in found.late_joiners_people) == sorted("陈冯吴")
    assert (found.required, found.visited, found.excused_gone, found.excused_confirmed) == (14, 3, 3, 1)
    # 3 ÷ (14 − 4), 3 ÷ 14; of the ten at home without 许, whom a bed holds: 安 孔 秦, 白 served, 彭 fed.
    assert [rate_text(one) for one in (found.visit_rate, found.gross_rate, found.help_rate)] == [
        "30.00",
        "21.43",
        "55.56",
    ]
    assert (found.helped, found.helped_of, found.attempts_not_reached) == (5, 9, 4)
    assert found.by_method == {"home": 3, "phone": 1, "video": 1, "remote": 0}
    assert found.people_by_method == {"home": 2, "phone": 1, "video": 1, "remote": 0}
    assert found.by_visitor == {"马丽": 3, "何云": 2}
    assert [(one.name, one.people, one.times, one.attempts) for one in found.visitors] == [
        ("马丽", 1, 3, 2),
        ("何云", 2, 2, 0),
    ]
    assert {one.person.name: (one.reason, str(one.since)) for one in found.excused_people} == {
        "何七": ("deceased", "2026-10-31"),
        "李十": ("moved_out", "2026-10-22"),
        "马甲": ("hospital", "None"),
        "严癸": ("cancelled", "2026-10-09"),
    }
    assert {one.person.name: (one.attempts, one.reason, str(one.last_contact)) for one in found.unvisited_people} == {
        "白二": (0, "untried", "None"),
        "丁四": (2, "refused", "2026-09-20"),
        "江八": (0, "untried", "None"),
        "牛乙": (2, "not_reached", "None"),
        "彭丙": (0, "untried", "None"),
        "唐庚": (0, "untried", "None"),
        "许壬": (0, "untried", "None"),
    }
    assert {one.name: (one.required, one.excused, one.visited, one.unvisited) for one in found.by_flag} == {
        "living_alone": (4, 1, 2, 1),
        "empty_nest": (2, 0, 0, 2),
        "left_behind": (2, 1, 0, 1),
        "disabled": (2, 0, 1, 1),
        "dementia": (1, 1, 0, 0),
        "bereaved_family": (1, 0, 0, 1),
        "kinless": (1, 1, 0, 0),
        "destitute_home": (1, 0, 0, 1),
    }
    assert [(one.what, one.age_days, one.overdue, str(one.closed_on)) for one in found.risks] == [
        ("独自用火", 91, False, "None"),
        ("地面湿滑", 0, False, "None"),
        ("电线老化", 16, True, "2026-10-01"),
    ]
    assert [(one.required, one.excused, one.visited, one.unvisited) for one in found.trend[-2:]] == [
        (13, 0, 1, 12),
        (14, 4, 3, 7),
    ]
    assert [point.recorded for point in found.trend] == [False] * 10 + [True] * 2


def test_the_services_and_meals_of_october_by_hand(october):
    done, eaten = october.services, october.canteen
    assert {line.type: (line.person_times, line.persons, line.minutes) for line in done.lines if line.person_times} == {
        "meals": (1, 1, 0),
        "cleaning": (1, 1, 45),
        "bathing": (1, 1, 60),
        "recreation": (2, 1, 120),
    }
    assert (done.total, done.persons, done.minutes, done.fee_fen, done.subsidy_fen) == (5, 3, 225, 5000, 500)
    assert done.by_payer == {"government": 0, "subsidy": 1, "self": 1, "volunteer": 2, "": 1}
    assert done.canteen_meals == eaten.total == 7
    assert (eaten.persons, eaten.guests, eaten.guest_paid_fen) == (4, 3, 2250)
    assert eaten.by_band == {"<60": 1, "60-69": 0, "70-79": 4, "80-89": 1, "90+": 1}
    assert (eaten.price_fen, eaten.subsidy_fen, eaten.paid_fen) == (8905, 2200, 6705)
    assert {
        (line.person.name, line.meals, line.price_fen, line.subsidy_fen, line.paid_fen) for line in eaten.people
    } == {
        ("安一", 2, 3100, 800, 2300),
        ("冯五", 1, 1500, 500, 1000),
        ("彭丙", 3, 4305, 900, 3405),
        ("郑卯", 1, 0, 0, 0),
    }
    assert {day.day.day: day.total for day in eaten.by_day if day.total} == {1: 1, 5: 2, 7: 1, 30: 1, 31: 2}


def test_the_beds_of_october_by_hand(october):
    found = october.beds
    # At the end 101-1, 101-2, 102-2, 103-1; days 31 + 21 + 20 + 26 + 0.
    assert (found.beds, found.nursing_beds, found.in_service_end, found.available_bed_days) == (4, 3, 3, 98)
    # 许 31 − 4, 杨 the 11th to the 30th, 宋 the 1st to the 19th, 冯 the 16th to the 31st.
    assert [(one.person.name, one.occupied_days, one.leave_days) for one in found.stays] == [
        ("许壬", 27, 4),
        ("杨子", 20, 0),
        ("宋己", 19, 0),
        ("冯五", 16, 0),
    ]
    assert (found.occupied_bed_days, found.leave_bed_days, found.occupied_end) == (82, 4, 2)
    assert [rate_text(one) for one in (found.nursing_share, found.occupancy)] == ["75.00", "87.76"]
    # 许: (13 × 70 + 14 × 150) ÷ 31 = 97.0968; 杨 50 × 20 ÷ 31 = 32.2581; 宋 150 × 19 ÷ 31 = 91.9355;
    # 冯 150 × 16 ÷ 31 = 77.4194.
    assert [one.subsidy_fen for one in found.stays] == [9710, 3226, 9194, 7742]
    assert found.operating_subsidy_fen == 29872
    assert found.subsidy_by_grade == {"mild": (13, 2935), "severe": (30, 14517), "complete": (19, 9194), "": (20, 3226)}
    assert [
        (one.mode, one.places, one.taken_end, one.available_days, one.taken_days, one.away_days, one.persons)
        for one in found.places
    ] == [("day", 1, 0, 31, 6, 1, 1), ("home", 1, 1, 12, 12, 0, 1)]


def test_the_register_at_the_end_of_october_by_hand(october):
    found = october.people
    assert found.on_register_end == 19
    assert found.by_band == {"<60": 2, "60-69": 4, "70-79": 3, "80-89": 7, "90+": 3}
    assert found.by_band_sex == {
        ("<60", "male"): 1, ("<60", "female"): 1, ("60-69", "male"): 3, ("60-69", "female"): 1,
        ("70-79", "male"): 1, ("70-79", "female"): 2, ("80-89", "male"): 3, ("80-89", "female"): 4,
        ("90+", "female"): 3,
    }  # fmt: skip
    assert {flag: count for flag, count in found.by_flag.items() if count} == {
        "living_alone": 4,
        "empty_nest": 2,
        "left_behind": 1,
        "disabled": 2,
        "severely_handicapped": 1,
        "bereaved_family": 1,
        "advanced_age": 10,
        "handicapped": 1,
        "destitute_home": 1,
        "minimum_living": 2,
    }
    assert {grade: count for grade, count in found.by_grade.items() if count} == {"severe": 2, "complete": 1, "": 16}
    assert names(found.added) == "".join(sorted("丁冯唐吴"))
    assert {(one.person.name[0], str(one.day)[5:], one.reason) for one in found.stopped} == {
        ("高", "10-01", "deceased"),
        ("何", "10-31", "deceased"),
        ("孔", "10-25", "deceased"),
        ("李", "10-22", "moved_out"),
        ("严", "10-09", "cancelled"),
    }
    assert {age: [(one.person.name, str(one.day)) for one in lines] for age, lines in found.turning.items()} == {
        80: [("安一", "2026-10-31")],
        90: [("章寅", "2026-10-01")],
        100: [("袁丑", "2026-10-15")],
    }
    # Of the 15 aged 65 or more: 安 and 丁 have a record, 冯 a doctor; 宋 is 64.
    assert (found.health_record_65, found.family_doctor_65, found.to_verify) == ((2, 15), (1, 15), 19)


def test_the_leap_february_by_hand(february):
    visits, beds, people, eaten = february.visits, february.beds, february.people, february.canteen
    # Only 独居 and a cut-off after the last day: 赵 excused, 周 reached on the day of death, 吴 and 郑 of the 29th.
    assert (names(visits.visited_people), names(visits.excused_people)) == ("周", "赵")
    assert (names(visits.unvisited_people), visits.late_joiners) == ("".join(sorted("吴郑")), 0)
    assert [rate_text(one) for one in (visits.visit_rate, visits.gross_rate, visits.help_rate)] == [
        "33.33",
        "25.00",
        "66.67",
    ]
    assert (visits.attempts_not_reached, visits.by_method["home"], visits.by_method["remote"]) == (2, 1, 1)
    # 1-1 without the first three days 26, 1-2 and 1-3 29 each; 赵 29, 郑 1, 钱 28 of which 9 away.
    assert (beds.beds, beds.available_bed_days, beds.occupied_bed_days, beds.leave_bed_days) == (3, 84, 49, 9)
    assert [rate_text(one) for one in (beds.nursing_share, beds.occupancy)] == ["33.33", "69.05"]
    # By the last night: 赵 severe for all 29 (15000), 郑 moderate for one (10000 ÷ 29), 钱 complete (15000 × 19 ÷ 29).
    assert {line.person.name[0]: line.subsidy_fen for line in beds.stays} == {"赵": 15000, "郑": 345, "钱": 9828}
    assert people.on_register_end == 5
    assert {age: [(one.person.name, one.day.day) for one in lines] for age, lines in people.turning.items()} == {
        80: [("赵一", 29)],
        90: [("钱二", 28)],
        100: [],
    }
    assert eaten.by_band == {"<60": 1, "60-69": 1, "70-79": 1, "80-89": 1, "90+": 0}
    assert (eaten.price_fen, eaten.subsidy_fen, eaten.paid_fen) == (5000, 800, 4200)
    assert (february.services.minutes, february.services.persons) == (1, 1)
