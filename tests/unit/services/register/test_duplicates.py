"""Who may be on record twice."""

import datetime as dt

import pytest

from desktop.core.errors import AlreadyRecorded, ReasonNeeded
from desktop.core.person.likeness import Facts
from desktop.models import query
from desktop.services.register import duplicates
from desktop.services.register import listing as residents
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import states
from desktop.services.residents.drafts import ResidentDraft
from tests.conftest import id_number

BORN = dt.date(1944, 3, 5)


def found(facts: Facts) -> list[tuple[str, str]]:
    return [(one.name, one.why) for one in duplicates.similar_to(facts)]


def test_the_surest_match_stands_first(person):
    number = id_number("1951-01-01", "female", 40)
    person("张凤瑛")
    person("章凤英", born="1951-01-01", id_number=number)
    person("张凤英", born="1950-02-02", phone="13888880001")
    person("张凤英")
    person("李梅")
    assert found(Facts("张凤英", BORN, "13888880001", number)) == [
        ("章凤英", "same_number"),
        ("张凤英", "same_name_and_birth"),
        ("张凤瑛", "same_sound_and_birth"),
        ("张凤英", "same_phone"),
    ]


def test_nothing_known_matches_nobody(person):
    person("王芳", phone="")
    assert found(Facts("王芳")) == []


def test_those_off_the_register_are_found_and_void_ones_are_not(person, actor):
    gone = person("王芳")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 1), "随子女")
    states.void(actor, person("王芳"), "试录")
    assert [one.resident_id for one in duplicates.similar_to(Facts("王芳", BORN))] == [gone]


def test_a_draft_being_typed_asks_the_same_check(person):
    one = person("王芳")
    half = ResidentDraft(name="王 芳", born_on="19440305")
    assert [match.resident_id for match in resident_forms.similar(half)] == [one]
    assert resident_forms.similar(resident_forms.draft_of(one)) == []
    assert resident_forms.similar(ResidentDraft(name="王芳", born_on="不知道")) == []


def test_the_work_list_names_each_pair_once(person):
    first, second = person("张凤英", phone="13888880001"), person("章凤英", phone="13888880001")
    third = person("张凤瑛", born="1950-01-01", phone="13888880001")
    person("李梅")
    pairs = duplicates.worklist()
    assert [(pair.one.resident_id, pair.other.resident_id, pair.why) for pair in pairs] == [
        (first, second, "same_sound_and_birth"),
        (first, third, "same_phone"),
        (second, third, "same_phone"),
    ]


def test_a_dismissed_pair_does_not_come_up_again(person, actor, clerk):
    one, other = person("王芳"), person("王芳")
    assert residents.counts().duplicates == 1
    with pytest.raises(ReasonNeeded):
        duplicates.dismiss(clerk, one, other, " ")
    duplicates.dismiss(clerk, other, one, "双胞胎同名，证件不同")
    assert duplicates.worklist() == []
    assert residents.counts().duplicates == 0
    assert resident_forms.similar(resident_forms.draft_of(one)) == []
    with pytest.raises(AlreadyRecorded):
        duplicates.dismiss(clerk, one, other, "再一次")
    duplicates.reopen(actor, one, other, "看错了")
    assert len(duplicates.worklist()) == 1


def test_entries_in_memory_are_judged_by_the_same_rules():
    seen = duplicates.Seen()
    seen.add(Facts("张凤英", BORN, "13888880001"), 7)
    seen.add(Facts("李梅", BORN), 8)
    assert [(why, mark) for why, _, mark in seen.similar_to(Facts("章凤英", BORN))] == [("same_sound_and_birth", 7)]
    assert [(why, mark) for why, _, mark in seen.similar_to(Facts("张凤", None, "13888880001"))] == [("same_phone", 7)]


def test_the_check_uses_indexes_only(actor):
    for condition in ("id_number = 'x' AND id_number IS NOT NULL", "born_on = 'x'", "phone = 'x' AND phone <> ''"):
        (step,) = query.fetch(f"EXPLAIN QUERY PLAN SELECT name FROM resident WHERE {condition} AND voided_at IS NULL")
        assert "USING INDEX" in step[3], step
