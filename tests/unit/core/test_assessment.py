"""GB/T 42195: every threshold, everything that makes a grade worse, and the sentence that says so."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from desktop.core import i18n
from desktop.core.assessment import Area, RiskEvent, assess, diagnosis, grade_of, items, read_items
from desktop.core.assessment_errors import WrongItemSet
from desktop.core.paths import resource
from desktop.core.trade import Capability
from desktop.core.words.graded import sentence

GRADES = list(Capability)
FALLS = {RiskEvent.FALL: 2}


@pytest.fixture
def chinese():
    before = i18n.language()
    i18n.install("zh_CN")
    yield
    i18n.install(before)


def points(total):
    """Answers that add up to so many points: the items are filled one after the other."""
    answers = {}
    for one in items():
        answers[one.key] = min(one.most, total)
        total -= answers[one.key]
    return answers


def said(total, diagnoses=(), events=None, coma=False):
    return sentence(assess(items(), {} if total is None else points(total), diagnoses, events, coma))


# The set of items


def test_the_items_are_those_of_the_standard():
    most = {area: [one.most for one in items() if one.area == area] for area in Area}
    assert [(len(one), sum(one)) for one in most.values()] == [(8, 32), (4, 15), (9, 28), (5, 15)]
    assert [one.name for one in items()][:3] + [one.name for one in items()][-2:] == [
        *("进食", "修饰", "洗澡"),
        *("使用交通工具外出", "社会交往"),
    ]
    assert len({one.key for one in items()}) == len({one.name for one in items()}) == 26


@pytest.mark.parametrize(
    ("old", "new", "total"),
    [
        ('english = "Eating"\nmost = 4', 'english = "Eating"\nmost = 5', 91),
        ('english = "Stairs"\nmost = 3', 'english = "Stairs"\nmost = 0', 87),
        ('key = "stairs"', 'key = "walking"', 90),
    ],
)
def test_a_set_that_is_not_of_90_points_is_refused(old, new, total):
    text = resource("rules", "assessment.toml").read_text("utf-8")
    assert text.count(old) == 1
    with pytest.raises(WrongItemSet) as caught:
        read_items(text.replace(old, new))
    assert (caught.value.total, caught.value.wanted) == (total, 90)


# Points


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        *((90, "intact"), (89, "mild"), (66, "mild"), (65, "moderate"), (46, "moderate")),
        *((45, "severe"), (30, "severe"), (29, "complete"), (0, "complete")),
    ],
)
def test_both_sides_of_every_threshold(total, grade):
    found = assess(items(), points(total))
    assert (found.total, found.by_points, found.grade, found.why) == (total, grade, grade, ())


def test_the_sub_totals_are_those_of_the_areas():
    found = assess(items(), points(62))
    assert list(found.scores.items()) == [("self_care", 32), ("movement", 15), ("mind", 15), ("senses", 0)]


# What makes it worse


@pytest.mark.parametrize("code", ["F00", "F03", "F03.9", "F00.1*", "F04", "F99", "F20.000X001"])
@pytest.mark.parametrize(
    ("total", "grade"), [(90, "mild"), (89, "moderate"), (65, "severe"), (45, "complete"), (29, "complete")]
)
def test_a_mental_disease_is_one_level(code, total, grade):
    assert assess(items(), points(total), [code]).grade == grade


@pytest.mark.parametrize("code", ["G30", "I10", "E00"])
def test_another_disease_is_none(code):
    assert assess(items(), points(70), [code]).grade == "mild"


def test_two_events_of_any_kind_are_one_level_and_one_event_is_none():
    for kind in RiskEvent:
        assert assess(items(), points(70), events={kind: 1}).grade == "mild"
        assert assess(items(), points(70), events={kind: 2}).grade == "moderate"
    for one, two in combinations(RiskEvent, 2):
        assert assess(items(), points(70), events={one: 1, two: 1}).grade == "moderate"


def test_all_together_are_one_level():
    found = assess(items(), points(70), ["F00", "F20"], {RiskEvent.FALL: 5})
    assert (found.grade, found.why) == ("moderate", ("dementia", "mental", "events"))


def test_coma_is_complete_whatever_the_points_and_needs_none():
    assert assess(items(), points(90), coma=True).grade == "complete"
    found = assess(items(), {}, coma=True)
    assert (found.total, found.by_points, found.grade, found.scores) == (None, None, "complete", {})


def slow(total, dementia, mental, events, coma):
    """Somebody who reads the standard from top to bottom."""
    if coma:
        return "complete"
    if total == 90:
        level = 0
    elif total >= 66:
        level = 1
    elif total >= 46:
        level = 2
    elif total >= 30:
        level = 3
    else:
        level = 4
    if (dementia or mental or events >= 2) and level < 4:
        level = level + 1
    return ["intact", "mild", "moderate", "severe", "complete"][level]


def test_every_total_with_everything_that_makes_it_worse_is_what_a_reader_finds():
    for total, dementia, mental, falls, lost, coma in product(range(91), (0, 1), (0, 1), range(3), (0, 1), (0, 1)):
        diagnoses = ["I10", *["F01.3"] * dementia, *["F32"] * mental]
        found = assess(items(), points(total), diagnoses, {RiskEvent.FALL: falls, RiskEvent.LOST: lost}, bool(coma))
        assert found.grade == slow(total, dementia, mental, falls + lost, coma)
        assert found.total == total and found.by_points == grade_of(total)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("f00", "F00"), (" F03.9 ", "F03.9"), ("Ｆ20", "F20"), ("f00.1*", "F00.1*"), ("痴呆", ""), ("F0", ""), ("", "")],
)
def test_a_code_of_icd_10_as_typed(typed, kept):
    assert diagnosis(typed) == kept


# The sentence


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ((62,), "62 分 中度"),
        ((62, (), FALLS), "62 分 中度；近30天跌倒2次，上调一级 → 重度"),
        ((62, (), {RiskEvent.FALL: 1}), "62 分 中度"),
        ((90, (), {RiskEvent.FALL: 1, RiskEvent.LOST: 1}), "90 分 完好；近30天跌倒1次、走失1次，上调一级 → 轻度"),
        ((70, ("F00",)), "70 分 轻度；认知障碍或痴呆（F00–F03），上调一级 → 中度"),
        ((70, ("F20",), FALLS), "70 分 轻度；其他精神疾病（F04–F99）、近30天跌倒2次，上调一级 → 中度"),
        ((10, (), FALLS), "10 分 完全；近30天跌倒2次，已是最重一级"),
        ((62, ("F00",), FALLS, True), "62 分 中度；昏迷 → 完全"),
        ((None, (), None, True), "昏迷 → 完全"),
    ],
)
def test_the_sentence_says_points_and_what_is_worse(chinese, about, words):
    assert said(*about) == words


def test_the_sentence_in_english():
    assert said(62, (), FALLS) == "62 points, moderate; in 30 days fall × 2, one level worse → severe"
