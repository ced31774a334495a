"""Flags and grades in which two records of one person contradict each other are chosen, as other fields are."""

import datetime as dt

import pytest

from desktop.models import query
from desktop.services.help_services import packages
from desktop.services.help_services.packages import PackageDraft
from desktop.services.register.snapshot import register
from desktop.services.residents import forms, merging

DAY = dt.date(2026, 10, 1)


@pytest.fixture
def two(person):
    """Both 独居, from other days; graded on one day with other results; each with something of its own."""
    keep = person("王芳", flags=[("living_alone", "2026-02-01"), "dementia"], grade="mild", grade_on="2026-09-01")
    other = person(
        "王芬",
        flags=[("living_alone", "2026-05-01"), ("empty_nest", "2026-06-01")],
        grade="severe",
        grade_on="2026-09-01",
    )
    return keep, other


def test_a_merge_asks_which_flags_and_which_grade_hold(two):
    chosen = {field.name: field for field in merging.preview(*two).fields}
    assert (chosen["flags"].keep, chosen["flags"].other) == (
        "living alone 2026-02-01–",
        "living alone 2026-05-01–",
    )
    assert (chosen["grades"].keep, chosen["grades"].other) == (
        "mildly disabled 2026-09-01",
        "severely disabled 2026-09-01",
    )
    assert chosen["flags"].chosen == chosen["grades"].chosen == "keep"


@pytest.mark.parametrize(
    ("choices", "grade", "march"),
    [
        ({}, "mild", True),
        ({"grades": "other"}, "severe", True),
        ({"flags": "other"}, "mild", False),
        ({"flags": "other", "grades": "other"}, "severe", False),
    ],
)
def test_what_was_chosen_holds_and_nothing_else_is_lost(two, actor, choices, grade, march):
    keep, other = two
    merge = merging.merge(actor, keep, other, choices, reason="同一人")
    known = register()
    assert known.grade_on(keep, DAY) == grade
    assert ("living_alone" in known.flags_on(keep, dt.date(2026, 3, 1))) is march
    assert set(known.flags_on(keep, DAY)) == {"living_alone", "dementia", "empty_nest"}
    merging.undo_merge(actor, merge, "是两个人")
    known = register()
    assert (known.grade_on(keep, DAY), known.grade_on(other, DAY)) == ("mild", "severe")
    assert "living_alone" in known.flags_on(keep, dt.date(2026, 3, 1))
    assert set(known.flags_on(other, DAY)) == {"living_alone", "empty_nest"}


def test_undated_grades_that_differ_are_chosen_too(person, actor):
    keep, other = person("王芳", grade="mild"), person("王芬", grade="severe")
    assert [field.name for field in merging.preview(keep, other).fields if field.name == "grades"] == ["grades"]
    merging.merge(actor, keep, other, {"grades": "keep"}, reason="同一人")
    assert register().grade_on(keep, DAY) == "mild"


def test_spans_that_share_no_day_are_no_disagreement(person):
    keep = person("王芳", flags=[("living_alone", "2025-01-01", "2025-06-30")], grade="mild", grade_on="2026-01-01")
    other = person("王芬", flags=[("living_alone", "2026-01-01")], grade="severe", grade_on="2026-02-01")
    assert not {"flags", "grades"} & {field.name for field in merging.preview(keep, other).fields}


def test_a_package_on_both_records_is_granted_once_and_another_follows(person, actor):
    keep, other = person("王芳"), person("王芬")
    for one in (keep, other):
        packages.grant(actor, PackageDraft(one, "bathing", "4", valid_from="2026-10-01"))
    packages.grant(actor, PackageDraft(other, "cleaning", "6", valid_from="2026-10-01", valid_to="2026-12-31"))
    done = merging.merge(actor, keep, other, {}, reason="同一人")
    found = packages.packages()
    assert [(one.resident_id, one.type, one.minutes) for one in found] == [
        (keep, "bathing", 240),
        (keep, "cleaning", 360),
    ]
    merging.undo_merge(actor, done)
    assert sorted((one.resident_id, one.type) for one in packages.packages()) == [
        (keep, "bathing"),
        (other, "bathing"),
        (other, "cleaning"),
    ]


def test_two_equal_records_ask_nothing(person, actor):
    said = {"flags": [("living_alone", "2026-02-01")], "grade": "mild", "grade_on": "2026-09-01"}
    keep, other = person("王芳", **said), person("王芬", **said)
    assert not {"flags", "grades"} & {field.name for field in merging.preview(keep, other).fields}
    merging.merge(actor, keep, other, {}, reason="同一人")
    assert query.count("SELECT count(*) FROM living_grade WHERE resident_id = ?", [keep]) == 1
    assert len(forms.draft_of(keep).flags) == 1
