"""The register of a past day, and figures of a past month that stay what they were."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.period import Month
from desktop.models import query
from desktop.services import figures
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.figures.contract import as_json
from desktop.services.register.as_of import AsOfQuery, register_as_of
from desktop.services.residents import card as resident_card
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.residents.drafts import FlagDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft

SEPTEMBER = Month(2026, 9)
TODAY = dt.date(2026, 10, 21)


def names(day: str, **wanted) -> list[str]:
    return [row.name for row in register_as_of(dt.date.fromisoformat(day), AsOfQuery(**wanted))]


def test_who_was_on_the_register_on_a_day(person, actor):
    person("甲", registered_on="2026-03-01")
    gone = person("乙")
    states.apply(actor, gone, "moved_out", dt.date(2026, 6, 10), "随子女")
    assert names("2026-02-28") == ["乙"]
    assert names("2026-03-01") == ["乙", "甲"]
    assert names("2026-06-09") == ["乙", "甲"]
    assert names("2026-06-10") == ["甲"]
    assert names("2026-06-10", state="moved_out") == ["乙"]
    assert [(row.state, str(row.since)) for row in register_as_of(TODAY, AsOfQuery(state="", text="乙"))] == [
        ("moved_out", "2026-06-10")
    ]


def test_flags_grade_and_age_are_those_of_the_day(person, actor):
    one = person("王芳", born="1946-06-15", flags=[("living_alone", "2026-01-01", "2026-06-30")], grade="mild")
    draft = resident_forms.draft_of(one)
    draft.grade, draft.grade_on = "severe", "2026-08-01"
    resident_forms.save(actor, draft)
    (before,) = register_as_of(dt.date(2026, 6, 14))
    (after,) = register_as_of(dt.date(2026, 8, 1))
    assert (before.flags, before.grade, before.age) == (("living_alone",), "mild", 79)
    assert (after.flags, after.grade, after.age) == (("advanced_age",), "severe", 80)
    assert names("2026-06-14", flag="living_alone", grade="mild", age_to=79) == ["王芳"]
    assert names("2026-08-01", flag="living_alone") == []


def test_a_certificate_of_any_level_is_told_and_so_is_who_is_severely_handicapped(person):
    person("甲", disability_kind="肢体", disability_level="3")
    person("乙", flags=[("severely_handicapped", "2026-08-01", "2026-08-31")])
    assert names("2026-08-15", flag="handicapped") == ["乙", "甲"]
    assert names("2026-09-01", flag="handicapped") == ["甲"]


def test_a_new_grade_without_a_date_holds_from_today(person, actor):
    one = person("王芳", grade="mild")
    draft = resident_forms.draft_of(one)
    draft.grade = "severe"
    resident_forms.save(actor, draft)
    assert [row.grade for day in (20, 21) for row in register_as_of(dt.date(2026, 10, day))] == ["mild", "severe"]


@pytest.fixture
def september(person, actor, canteen_prices):
    """Four people in the September figures: visited, unvisited, eating, gone in that month."""
    people = [
        person("甲", flags=["living_alone"], grade="mild"),
        person("乙", born="1960-01-01", flags=[("disabled", "2026-08-01", "")]),
        person("丙", flags=["minimum_living"], grade="severe"),
        person("丁", flags=["dementia"]),
    ]
    visits.save(actor, VisitDraft(resident_id=people[0], visited_on="2026-09-08"))
    canteen.save(actor, MealDraft(people[2], "2026-09-09"))
    states.apply(actor, people[3], "deceased", dt.date(2026, 9, 20), "因病")
    return people


changes = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(("flag", "end", "grade", "state", "phone")),
        st.sampled_from(("living_alone", "disabled", "dementia", "minimum_living", "kinless")),
        st.sampled_from(("intact", "moderate", "complete")),
        st.sampled_from(("moved_out", "deceased", "cancelled", "on_register")),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changed=changes)
def test_figures_of_a_past_month_do_not_follow_what_changes_today(actor, september, changed):
    before, listed = as_json(figures.figures_of(SEPTEMBER)), register_as_of(SEPTEMBER.last)
    for who, what, flag, grade, state in changed:
        change_today(actor, september[who], what, (flag, grade, state))
    assert as_json(figures.figures_of(SEPTEMBER)) == before
    assert [(row.name, row.flags, row.grade, row.state) for row in register_as_of(SEPTEMBER.last)] == [
        (row.name, row.flags, row.grade, row.state) for row in listed
    ]


def change_today(actor, one, what, codes):
    flag, grade, state = codes
    draft = resident_forms.draft_of(one)
    if what == "flag":
        draft.flags.append(FlagDraft(flag, TODAY.isoformat()))
    elif what == "end":
        ends = (TODAY - dt.timedelta(days=1)).isoformat()
        draft.flags = [
            FlagDraft(old.kind, old.from_on, old.to_on or max(ends, old.from_on), old.proof) for old in draft.flags
        ]
    elif what == "grade":
        draft.grade, draft.grade_on = grade, ""
    elif what == "phone":
        draft.phone = "13888880009"
    else:
        try:
            states.apply(actor, one, state, TODAY, "变动")
        except UserError:
            assert query.count("SELECT count(*) FROM resident WHERE id = ? AND register_state = ?", [one, state])
        return
    resident_forms.save(actor, draft)


def test_building_and_room_are_those_of_the_day(person, actor):
    one = person("王芳", building="3栋", room="402")
    draft = resident_forms.draft_of(one)
    draft.building, draft.room, draft.holds_from = "5栋", "101", "2026-10-05"
    resident_forms.save(actor, draft)
    before, after = (register_as_of(dt.date(2026, 10, day))[0] for day in (4, 5))
    assert (before.building, before.room) == ("3栋", "402")
    assert (after.building, after.room) == ("5栋", "101")


def test_the_card_of_a_day_shows_dwelling_and_every_enrolment_of_that_day(person, actor):
    one = person("王芳", building="3栋", insured_care=True)
    draft = resident_forms.draft_of(one)
    draft.building, draft.insured_care, draft.holds_from = "5栋", False, "2026-10-05"
    resident_forms.save(actor, draft)
    before, after = (
        {fact.name: fact.words for fact in resident_card.card(one, dt.date(2026, 10, day)).facts} for day in (4, 5)
    )
    assert (before["building"], before["insured_care"]) == ("3栋", "yes")
    assert (after["building"], after["insured_care"]) == ("5栋", "no")
