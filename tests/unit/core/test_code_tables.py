"""Ethnic groups, relations and marital status as the national standards number them."""

import pytest

from desktop.core import code_tables


def completed(table: str, typed: str) -> list[str]:
    return [word.text for word in code_tables.load(table).complete(typed)]


def test_there_are_56_ethnic_groups_numbered_without_a_gap():
    names = code_tables.load(code_tables.ETHNIC_GROUPS).names
    assert list(names) == [f"{number:02d}" for number in range(1, 57)]
    assert (names["07"], names["56"]) == ("彝族", "基诺族")
    assert len(set(names.values())) == 56


@pytest.mark.parametrize("typed", ["yz", "yizu", "彝", "07", "YZ "])
def test_a_group_is_completed_by_initials_pinyin_character_or_code(typed):
    assert "彝族" in completed(code_tables.ETHNIC_GROUPS, typed)[:2]


def test_readings_that_pinyin_gets_wrong_are_right():
    assert completed(code_tables.ETHNIC_GROUPS, "zangzu") == ["藏族"]
    assert "曾孙子" in completed(code_tables.RELATIONS, "zengsun")
    assert completed(code_tables.RELATIONS, "zhangzi") == ["长子"]


def test_relations_know_the_words_people_use():
    table = code_tables.load(code_tables.RELATIONS)
    assert [table.name(table.code_of(word)) for word in ("老伴", "儿子", "邻居")] == ["配偶", "子", "非亲属"]
    assert completed(code_tables.RELATIONS, "ez")[0] == "儿子"


def test_marital_status_and_unknown_codes():
    table = code_tables.load(code_tables.MARITAL)
    assert [table.name(code) for code in ("10", "20", "30", "40", "77")] == ["未婚", "已婚", "丧偶", "离婚", ""]
    assert table.code_of("没有这个词") == ""
    assert table.complete("  ") == []
