"""Names and phone numbers, and the keys by which they are compared."""

from __future__ import annotations

import pytest

from desktop.core import text


def test_rare_characters_and_compatibility_ideographs_survive() -> None:
    assert text.name_text("李 𬱖") == "李𬱖"
    assert text.name_text("王㛃华　") == "王㛃华"
    assert text.name_text("凉\ufa15") == "凉\ufa15"


def test_middle_dots_are_one_and_ignored_for_comparing() -> None:
    assert text.name_text("阿依•木") == text.name_text("阿依．木") == "阿依·木"
    assert text.name_key("阿依·木") == text.name_key("阿依 木")


def test_latin_names_keep_their_blanks() -> None:
    assert text.name_text(" Marie   Curie ") == "Marie Curie"
    assert text.name_key("Ｍarie Curie") == "mariecurie"


@pytest.mark.parametrize(
    ("name", "initials", "full"),
    [
        ("单雄信", "sxx", "shanxiongxin"), ("曾国", "zg", "zengguo"), ("解珍", "xz", "xiezhen"), ("区大", "od", "ouda"),
        ("仇和", "qh", "qiuhe"), ("万俟林", "mql", "moqilin"), ("吕布", "lb", "lvbu"),
    ],
)  # fmt: skip
def test_surnames_with_their_own_reading(name: str, initials: str, full: str) -> None:
    assert initials in text.pinyin_initials(name)
    assert full in text.pinyin_full(name)


def test_same_sounding_names() -> None:
    assert text.sound_alike("李明", "黎明") and not text.sound_alike("李明", "李白")


def test_no_name_has_no_reading() -> None:
    assert text.pinyin_full("") == () and text.pinyin_initials("  ") == ()


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        (13123968184.0, "13123968184"), ("187-9487 8646", "18794878646"), ("+86 13912345678", "13912345678"),
        ("0871-6801 2345", "087168012345"), ("13123968184.0", "13123968184"), ("１３９１２３４５６７８", "13912345678"),
        ("13912345678/13812345678", "13912345678"), (None, ""), ("无", ""), (float("nan"), ""),
    ],
)  # fmt: skip
def test_phone_numbers(cell: object, digits: str) -> None:
    assert text.phone_digits(cell) == digits


def test_several_phones_in_one_cell() -> None:
    assert text.phone_numbers("13912345678、13812345678") == ("13912345678", "13812345678")


def test_the_search_key_holds_every_way_to_look_somebody_up() -> None:
    key = text.search_key("单 雄信", id_number="53012119470101379X", phones=["13912345678"], codes=["153011400000001"])
    for typed in ("单雄", "sxx", "shanxiong", "379x", "13912345678", "153011400000001"):
        assert typed in key


@pytest.mark.parametrize(
    ("community", "address", "said"),
    [
        ("南亭社区", "南亭社区32栋", "南亭社区32栋"),
        ("南亭社区", "32栋2单元", "南亭社区 32栋2单元"),
        ("", "32栋", "32栋"),
        ("南亭社区", "", "南亭社区"),
    ],
)
def test_a_community_is_said_once(community: str, address: str, said: str) -> None:
    assert text.place_text(community, address) == said


def test_names_sort_by_their_sounds():
    names = ["王芳", "林爱", "仇红", "万俟云", "李娜", "曾丽", "阿依·木"]
    assert sorted(names, key=text.sort_key) == ["阿依·木", "李娜", "林爱", "万俟云", "仇红", "王芳", "曾丽"]
