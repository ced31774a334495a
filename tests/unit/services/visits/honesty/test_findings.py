"""Each check fires on a planted case and stays silent beside it."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import attachments, honesty, route_sheets
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import rules

OCTOBER = Month(2026, 10)


@pytest.fixture
def visited(actor):
    def visit(one: int, on: str, method: str = "home", **more) -> int:
        return visits.save(actor, VisitDraft(one, on, method=method, **more))

    return visit


@pytest.fixture
def many(person):
    def make(count: int, **fields) -> list[int]:
        return [person(f"老人{number}", **fields) for number in range(count)]

    return make


@pytest.fixture
def leaves(actor):
    def leave(one: int, state: str, on: str) -> None:
        draft = resident_forms.draft_of(one)
        draft.state, draft.state_on = state, on
        resident_forms.save(actor, draft)

    return leave


def kinds() -> list[str]:
    return [found.kind for found in honesty.findings(OCTOBER)]


def typing_at(minute: float):
    return clock.standing_at(dt.datetime(2026, 10, 21, 9, 0) + dt.timedelta(minutes=minute))


def test_an_ordinary_day_raises_nothing(many, visited):
    for place, one in enumerate(many(12)):
        with typing_at(place * 4):
            visited(one, "2026-10-21", "phone", contact="spoken", words={"health": "血压稳定"[: place % 4]})
    assert honesty.findings(OCTOBER) == []


def test_fifteen_visits_in_ten_minutes_and_not_fourteen(many, visited):
    people = many(16)
    for place, one in enumerate(people[:14]):
        with typing_at(place / 2):
            visited(one, "2026-10-20")
    assert kinds() == []
    for one in people[14:]:
        with typing_at(8):
            visited(one, "2026-10-20")
    (found,) = honesty.findings(OCTOBER)
    assert (found.kind, len(found.visits), found.facts["name"]) == ("burst", 16, "主任甲")
    assert honesty.sentence(found) == "主任甲 typed 16 visits in 9 minutes from 2026-10-21 09:00 on."


def test_a_signed_sheet_proves_what_was_typed_fast(many, actor, tmp_path):
    sheet = route_sheets.make_sheet(actor, many(20), "马丽", "2026-10-20")
    for row in sheet.rows:
        route_sheets.record_row(actor, row.code, RowEntry(every_block="normal"))
    assert kinds() == ["burst"]
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7")
    attachments.attach(actor, "sheet", sheet.id, scan)
    assert kinds() == []


def test_the_same_words_about_five_people(many, visited):
    for number, one in enumerate(many(5)):
        visited(one, f"2026-10-{number + 1:02d}", remark="身体 健康 无异常 需求")
        assert kinds() == (["same_words"] if number == 4 else [])
    (found,) = honesty.findings(OCTOBER)
    assert "身体 健康 无异常 需求" in honesty.sentence(found)


def test_short_words_are_everybodys(many, visited):
    for one in many(9):
        visited(one, "2026-10-03", remark="挺好")
    assert kinds() == []


def test_reached_after_the_day_of_death(person, visited, leaves):
    one = person("甲")
    visited(one, "2026-10-10")
    visited(one, "2026-10-12")
    leaves(one, "deceased", "2026-10-10")
    (found,) = honesty.findings(OCTOBER)
    assert (found.kind, found.names, found.facts["day"]) == ("after_death", ("甲",), "2026-10-12")


def test_seen_at_home_while_on_leave_in_hospital(person, visited, actor):
    one = person("甲")
    bed = beds.save(actor, BedDraft(room="101", number="1", kind="nursing", mode="full"))
    stay = stays.admit(actor, StayDraft(resident_id=one, bed_id=bed, from_on="2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-05", "2026-10-09", "住院")
    visited(one, "2026-10-05")
    visited(one, "2026-10-07", "phone")
    assert kinds() == []
    visited(one, "2026-10-07")
    assert kinds() == ["in_hospital"]


def test_in_hospital_and_at_home_on_one_day(person, visited):
    one = person("甲")
    visited(one, "2026-10-07", outcome="hospital")
    visited(one, "2026-10-08")
    assert kinds() == []
    visited(one, "2026-10-07")
    assert kinds() == ["in_hospital"]


def test_dated_on_a_day_off_register(person, visited, leaves):
    late, gone = person("甲", registered_on="2026-10-10"), person("乙")
    visited(late, "2026-10-10")
    visited(gone, "2026-10-11")
    leaves(gone, "moved_out", "2026-10-12")
    assert kinds() == []
    visited(late, "2026-10-09")
    visited(gone, "2026-10-12")
    found = {(one.kind, one.names, one.facts["day"]) for one in honesty.findings(OCTOBER)}
    assert found == {("off_register", ("甲",), "2026-10-09"), ("off_register", ("乙",), "2026-10-12")}


@pytest.mark.parametrize("more", [{"contact": "seen"}, {"remark": "入户见到本人，精神好"}])
def test_seen_in_person_on_the_phone(person, visited, more):
    visited(person("甲"), "2026-10-07", "phone", contact="spoken")
    assert kinds() == []
    visited(person("乙"), "2026-10-07", "phone", **more)
    assert kinds() == ["phone_seen"]


def test_a_visitor_at_two_doors_at_once(person, visited):
    here, next_door = person("甲", building="1栋", room="1"), person("乙", building="1栋", room="2")
    far = person("丙", community="江尾村", building="3栋")
    visited(here, "2026-10-07", visited_at="9:00", visitors="马丽")
    visited(next_door, "2026-10-07", visited_at="9:00", visitors="马丽")
    visited(far, "2026-10-07", visited_at="9:02", visitors="何云")
    visited(far, "2026-10-07", visited_at="9:30", visitors="马丽")
    assert kinds() == []
    visited(far, "2026-10-07", visited_at="9:04", visitors="马丽、何云")
    (found,) = honesty.findings(OCTOBER)
    assert (found.kind, found.facts["visitor"], found.facts["other"]) == ("two_places", "马丽", "09:04")


def test_a_hundred_percent_on_the_last_evening(many, visited, leaves):
    people = many(8, flags=["disabled"])
    for one in people[:3]:
        visited(one, "2026-10-05")
    with clock.standing_at(dt.datetime(2026, 10, 31, 20, 0)):
        for one in people[3:7]:
            visited(one, "2026-10-30")
        assert kinds() == [], "one is still open"
        visited(people[7], "2026-10-30")
        (found,) = honesty.findings(OCTOBER)
    assert (found.kind, found.facts["count"], found.facts["total"]) == ("last_evening", "5", "8")


def test_an_explanation_is_kept_with_its_finding(person, visited, actor):
    visited(person("乙"), "2026-10-07", "phone", contact="seen")
    (found,) = honesty.findings(OCTOBER)
    with pytest.raises(ReasonNeeded):
        honesty.explain(actor, OCTOBER, found.key, " ")
    with pytest.raises(NotFound):
        honesty.explain(actor, OCTOBER, "burst-0", "为什么")
    honesty.explain(actor, OCTOBER, found.key, "先电话后在楼下见面")
    honesty.explain(actor, OCTOBER, found.key, "在楼下见面")
    (found,) = honesty.findings(OCTOBER)
    assert (found.state, found.words) == ("explained", "在楼下见面")


def test_a_finding_whose_visit_was_voided_is_fixed(person, visited, actor):
    wrong = visited(person("乙"), "2026-10-07", "phone", contact="seen")
    visits.void(actor, wrong, "方式选错")
    (found,) = honesty.findings(OCTOBER)
    assert (found.state, found.words) == ("fixed", "方式选错")


def test_the_limits_are_data(many, visited, actor):
    for one in many(3):
        visited(one, "2026-10-20")
    limits = rules.value("visit_honesty", OCTOBER.first)
    rules.set_rule(actor, "visit_honesty", OCTOBER.first, {**limits, "burst_visits": 3})
    assert kinds() == ["burst"]


@pytest.mark.parametrize("kind", honesty.CHECKS)
def test_each_kind_says_what_to_do(kind):
    assert honesty.advice(kind).endswith((".", "?", ")"))


def test_a_day_of_visits_without_a_time_of_day_cannot_escape(many, visited):
    """rules.md B15: without times nobody could be in two places."""
    people = many(15)
    for place, one in enumerate(people):
        with typing_at(place * 4):
            visited(one, "2026-10-20", visited_at="9:30" if place == 14 else "", visitors="马丽")
    assert kinds() == []
    with typing_at(90):
        visited(people[14], "2026-10-20", visitors="马丽")
    (found,) = honesty.findings(OCTOBER)
    assert (found.kind, found.facts["visitor"], found.facts["count"]) == ("untimed", "马丽", "15")
    assert "15" in honesty.sentence(found)


def test_a_visitor_at_a_door_and_on_the_phone_in_one_minute(person, visited):
    """rules.md B15."""
    here, called = person("甲"), person("乙")
    visited(here, "2026-10-07", visited_at="9:00", visitors="马丽")
    visited(called, "2026-10-07", "phone", visited_at="9:01", visitors="马丽")
    visited(called, "2026-10-07", "phone", visited_at="9:00", visitors="何云")
    assert kinds() == []
    visited(called, "2026-10-08", "phone", visited_at="9:00", visitors="马丽")
    visited(here, "2026-10-08", visited_at="9:00", visitors="马丽")
    (found,) = honesty.findings(OCTOBER)
    assert (found.kind, found.facts["one"], found.facts["other"]) == ("two_places", "09:00", "09:00")
