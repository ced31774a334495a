"""Which words a typed text may mean, and which one an unknown text most likely means."""

from __future__ import annotations

import pytest

from desktop.core.offering import fitting, nearest, nearest_person

GRADES = ["能力完好", "轻度失能", "中度失能", "重度失能", "完全失能"]
PLACES = ["前卫社区", "南亭社区", "北亭社区", "江尾村", "乐居社区"]


@pytest.mark.parametrize(
    ("words", "typed", "found"),
    [
        (GRADES, "zd", ["中度失能", "重度失能"]),
        (GRADES, "完", ["完全失能", "能力完好"]),
        (GRADES, "  ", GRADES),
        (["小王", "王小", "王"], "王", ["王", "王小", "小王"]),
        (["赵阳", "杨梅", "阳光"], "yang", ["杨梅", "阳光"]),
        (["单雄信"], "sxx", ["单雄信"]),
        (["单雄信"], "dxx", ["单雄信"]),
        (["A区", "安宁"], "a", ["A区", "安宁"]),
        (["前卫社区"], "卫社", ["前卫社区"]),
        (["前卫社区"], "ｑｗ", ["前卫社区"]),
    ],
)
def test_words_are_offered_exact_first_then_by_beginning_sound_and_part(words, typed, found):
    assert fitting(words, typed) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nt", "南亭社区"),
        ("nanting", "南亭社区"),
        ("南亭", "南亭社区"),
        ("南亭村", "南亭社区"),
        ("南庭社区", "南亭社区"),
        ("江尾社区居委会", "江尾村"),
        ("呈贡区前卫社区", "前卫社区"),
        ("外地", ""),
        ("xyz", ""),
        ("社区", ""),
    ],
)
def test_the_nearest_word_is_found_by_stem_sound_or_likeness(text, meant):
    assert nearest(PLACES, text) == meant


@pytest.mark.parametrize("text", ["小杨", "杨师傅", "老杨", "杨姐", "志愿者小杨", "杨秀瑛", "yxy"])
def test_what_people_are_called_by_means_the_only_one_of_that_surname(text):
    assert nearest_person(["杨秀英", "李建国"], text) == "杨秀英"


def test_of_two_of_one_surname_neither_is_meant_and_a_stranger_means_nobody():
    assert nearest_person(["杨秀英", "杨国强"], "小杨") == ""
    assert nearest_person(["杨秀英", "李建国"], "小王") == ""
    assert nearest_person(["杨秀英", "李建国"], "工") == ""
