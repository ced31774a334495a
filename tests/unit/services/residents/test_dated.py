"""Dwelling and enrolments hold from a day on: what is learned later changes no day before it."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.errors import AlreadyRecorded, InvalidDraft
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services import figures
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.figures.contract import as_json
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register.as_of import AsOfQuery, register_as_of
from desktop.services.register.snapshot import register
from desktop.services.residents import forms, merging, states
from desktop.services.residents.drafts import FlagDraft
from desktop.services.residents.timeline import timeline
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)


def move(actor, one: int, day: str, **fields: object) -> None:
    draft = forms.draft_of(one)
    draft.holds_from = day
    for name, value in fields.items():
        setattr(draft, name, value)
    forms.save(actor, draft)


def communities(month: Month) -> dict[str, int]:
    return figures.people(month).by_community


def test_a_move_shows_in_the_tables_from_its_month_on_and_not_before(person, actor):
    one = person("王芳", community="前卫社区", flags=["living_alone"])
    move(actor, one, "2026-09-10", community="江尾村")
    assert communities(AUGUST) == {"前卫社区": 1}
    assert communities(SEPTEMBER) == {"江尾村": 1}
    assert [group.name for group in figures.visits(AUGUST).by_community] == ["前卫社区"]
    assert [group.name for group in figures.visits(SEPTEMBER).by_community] == ["江尾村"]
    assert forms.draft_of(one).community == "江尾村"


def test_a_list_of_a_past_day_has_the_dwelling_of_that_day(person, actor):
    one = person("王芳", community="前卫社区", address="旧址", living="alone")
    move(actor, one, "2026-09-10", community="江尾村", address="新址", living="with_children")
    (before,) = register_as_of(dt.date(2026, 9, 9))
    (after,) = register_as_of(dt.date(2026, 9, 10))
    assert (before.community, before.address, before.living) == ("前卫社区", "旧址", "alone")
    assert (after.community, after.address, after.living) == ("江尾村", "新址", "with_children")
    assert register_as_of(dt.date(2026, 9, 9), AsOfQuery(community="江尾村")) == []


def test_a_service_counts_for_the_community_of_its_day(person, actor):
    one = person("王芳", community="前卫社区")
    for day in ("2026-09-09", "2026-09-10"):
        orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on=day))
    move(actor, one, "2026-09-10", community="江尾村")
    bathing = next(line for line in figures.services(SEPTEMBER).lines if line.type == "bathing")
    assert bathing.by_community == {"前卫社区": 1, "江尾村": 1}


def test_a_form_changes_from_today_unless_another_day_is_typed(person, actor):
    one = person("王芳", community="前卫社区")
    draft = forms.draft_of(one)
    draft.community = "江尾村"
    forms.save(actor, draft)
    known = register()
    assert known.person_on(one, dt.date(2026, 10, 20)).community == "前卫社区"
    assert known.person_on(one, dt.date(2026, 10, 21)).community == "江尾村"


def test_without_a_day_the_change_puts_right_what_stands(person, actor):
    one = person("王芳", community="前卫社区")
    move(actor, one, "2026-09-10", community="江尾存")
    move(actor, one, "", community="江尾村")
    assert communities(AUGUST) == {"前卫社区": 1}
    assert communities(SEPTEMBER) == {"江尾村": 1}
    wrong = person("李明", community="前为社区")
    move(actor, wrong, "", community="前卫社区")
    assert communities(AUGUST) == {"前卫社区": 2}


def test_the_same_day_again_takes_the_place_of_what_was_said(person, actor):
    one = person("王芳", community="前卫社区")
    move(actor, one, "2026-09-10", community="彩龙社区")
    move(actor, one, "2026-09-10", community="江尾村")
    assert communities(SEPTEMBER) == {"江尾村": 1}
    assert query.fetch("SELECT community, void_reason FROM dwelling WHERE voided_at IS NOT NULL") == [
        ("彩龙社区", "replaced")
    ]


def test_a_day_before_the_last_change_is_refused_and_named(person, actor):
    one = person("王芳", community="前卫社区")
    move(actor, one, "2026-09-10", community="江尾村")
    with pytest.raises(InvalidDraft) as refused:
        move(actor, one, "2026-09-01", community="彩龙社区")
    (error,) = refused.value.fields
    assert (error.name, error.reason, error.hint) == ("holds_from", Reason.LATER_FACT, "2026-09-10")
    assert forms.draft_of(one).community == "江尾村"


def test_a_day_to_come_is_refused(person, actor):
    one = person("王芳", community="前卫社区")
    with pytest.raises(InvalidDraft) as refused:
        move(actor, one, "2026-10-22", community="江尾村")
    assert [(error.name, error.reason) for error in refused.value.fields] == [("holds_from", Reason.FUTURE_DATE)]


def test_a_family_doctor_counts_from_the_day_of_the_contract(person, actor):
    one = person("王芳", born="1940-01-01")
    move(actor, one, "2026-09-10", family_doctor=True, family_doctor_name="何医生")
    assert figures.people(AUGUST).family_doctor_65 == (0, 1)
    assert figures.people(SEPTEMBER).family_doctor_65 == (1, 1)
    move(actor, one, "2026-10-01", family_doctor=False)
    assert figures.people(SEPTEMBER).family_doctor_65 == (1, 1)
    assert figures.people(Month(2026, 10)).family_doctor_65 == (0, 1)


def test_an_allowance_keeps_its_history_apart_from_the_others(person, actor):
    one = person("王芳")
    move(actor, one, "2026-08-01", allowance_age=True)
    move(actor, one, "2026-09-01", insured_care=True)
    found = query.fetch("SELECT kind, from_on, held FROM living_enrolment ORDER BY kind, from_on")
    assert found == [
        ("allowance_age", None, None),
        ("allowance_age", "2026-08-01", 1),
        ("insured_care", None, None),
        ("insured_care", "2026-09-01", 1),
    ]


def test_the_card_tells_every_dwelling_with_its_day(person, actor):
    one = person("王芳", community="前卫社区")
    move(actor, one, "2026-09-10", community="江尾村", living="alone")
    told = [(entry.day, entry.words) for entry in timeline(one) if entry.kind == "dwelling"]
    assert told == [(dt.date(2026, 9, 10), ("江尾村", "alone")), (None, ("前卫社区",))]


def test_of_two_records_the_chosen_ones_dwellings_hold_and_an_undo_gives_both_back(person, actor):
    keep, other = person("王芳", community="前卫社区"), person("王芬", community="彩龙社区")
    move(actor, other, "2026-09-10", community="江尾村")
    before = query.fetch("SELECT id, resident_id, community, voided_at FROM dwelling ORDER BY id")
    done = merging.merge(actor, keep, other, {"community": "other"})
    known = register()
    assert known.person_on(keep, dt.date(2026, 9, 9)).community == "彩龙社区"
    assert known.person_on(keep, dt.date(2026, 9, 10)).community == "江尾村"
    merging.undo_merge(actor, done)
    assert query.fetch("SELECT id, resident_id, community, voided_at FROM dwelling ORDER BY id") == before
    merging.merge(actor, keep, other, {"community": "keep"})
    assert register().person_on(keep, dt.date(2026, 9, 10)).community == "前卫社区"


CUT = dt.date(2026, 8, 15)
SAID: tuple[dict[str, object], ...] = (
    {"community": "江尾村"},
    {"community": "彩龙社区", "address": "新址"},
    {"community": "前卫社区", "building": "1栋", "room": "302"},
    {"living": "alone"},
    {"living": "with_children"},
    {"family_doctor": True, "family_doctor_name": "何医生"},
    {"family_doctor": False},
    {"health_record": True, "health_record_no": "7"},
    {"health_record": False},
    {"allowance_age": True},
    {"insured_accident": True},
    {"grade": "severe"},
    {"grade": "mild"},
)


def _flagged(actor, one: int, day: str) -> None:
    draft = forms.draft_of(one)
    draft.flags = [*draft.flags, FlagDraft("disabled", day)]
    with suppress(InvalidDraft):
        # Of a category that goes on already a second is refused.
        forms.save(actor, draft)


def _fed(actor, one: int, day: str) -> None:
    with suppress(AlreadyRecorded):
        # One lunch a day.
        meals.save(actor, MealDraft(one, day, "", "lunch", "dine_in"))


# What is recorded of a later day beside what the card says of it.
DONE = (
    _flagged,
    lambda actor, one, day: visits.save(actor, VisitDraft(one, day, outcome="reached")),
    lambda actor, one, day: orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on=day)),
    _fed,
)
LEARNED = st.tuples(st.integers(0, 2), st.integers(1, 67), st.sampled_from((*SAID, *DONE)))


def _nothing_moves(person, actor, learned: list[tuple[int, int, object]]) -> None:
    """Three people, and what is learned of them, in the order of its days, leaves all days up to the cut alone."""
    people = [person(f"王{n}芳", born="1940-01-01", community="前卫社区", flags=["living_alone"]) for n in "甲乙丙"]
    before = _said(people)
    for which, after, fact in sorted(learned, key=lambda one: one[1]):
        day = (CUT + dt.timedelta(days=after)).isoformat()
        if isinstance(fact, dict):
            move(actor, people[which], day, **fact, **({"grade_on": day} if "grade" in fact else {}))
        else:
            fact(actor, people[which], day)
    assert _said(people) == before
    for one, state in zip(people, ("moved_out", "deceased", "cancelled"), strict=True):
        states.apply(actor, one, state, CUT + dt.timedelta(days=67), "随子女")
    assert _said(people) == before


def _said(people: list[int]) -> list[object]:
    """What lists, figures and cards say of days up to the cut."""
    days = [CUT - dt.timedelta(days=gone) for gone in (0, 1, 14, 100)]
    lists: list[object] = [register_as_of(day, AsOfQuery(state="")) for day in days]
    cards = [[entry for entry in timeline(one, 2000) if entry.day and entry.day <= CUT] for one in people]
    return [*lists, as_json(figures.figures_of(Month(2026, 7))), cards]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(learned=st.lists(LEARNED, min_size=1, max_size=15))
def test_what_is_learned_of_later_days_changes_no_day_before(person, actor, learned):
    _nothing_moves(person, actor, learned)


@pytest.mark.slow
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_a_thousand_later_facts_change_no_day_before(person, actor, random):
    _nothing_moves(
        person,
        actor,
        [(random.randrange(3), random.randint(1, 67), random.choice((*SAID, *DONE))) for _ in range(1000)],
    )


def test_the_joining_day_is_put_right_and_counts_from_the_right_month(person, actor):
    """rules.md A9."""
    one = person("王芳", registered_on="2026-09-05")
    draft = forms.draft_of(one)
    assert draft.registered_on == "2026-09-05"
    draft.registered_on = "2026-08-05"
    forms.save(actor, draft)
    assert [len(figures.people(month).added) for month in (AUGUST, SEPTEMBER)] == [1, 0]
    assert query.fetch("SELECT state_on FROM resident WHERE id = ?", [one]) == [("2026-08-05",)]
    assert forms.draft_of(one).registered_on == "2026-08-05"


def test_nobody_joins_after_having_left(person, actor):
    one = person("王芳", registered_on="2026-08-05")
    states.apply(actor, one, "moved_out", dt.date(2026, 9, 10), "随子女")
    draft = forms.draft_of(one)
    draft.registered_on = "2026-09-11"
    with pytest.raises(InvalidDraft) as refused:
        forms.save(actor, draft)
    assert [(error.name, error.reason) for error in refused.value.fields] == [("registered_on", Reason.AFTER_LEAVING)]


def test_a_number_taken_in_a_merge_brings_its_birth_date_so_that_the_form_can_be_saved(person, actor):
    """rules.md B2."""
    keep = person("王芳", born="1944-03-05", id_number="无", accept_to_verify=True)
    other = person("王芬", born="1945-04-06")
    merging.merge(actor, keep, other, {"id_number": "other"})
    draft = forms.draft_of(keep)
    assert draft.born_on == "1945-04-06"
    draft.phone = "13900000002"
    forms.save(actor, draft)
    assert forms.draft_of(keep).phone == "13900000002"
