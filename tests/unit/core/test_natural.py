"""Addresses sort as people count."""

from desktop.core.natural import natural_key


def test_numbers_count_as_numbers_also_in_chinese_and_full_width():
    in_order = ["2栋302室", "2栋1002室", "１０栋1室", "11栋"]
    assert sorted(reversed(in_order), key=natural_key) == in_order
    groups = ["二组", "十组", "十二组", "二十组", "二十一组"]
    assert sorted(reversed(groups), key=natural_key) == groups


def test_a_numeral_in_a_name_stays_a_word():
    assert natural_key("三家村") == ((0, 0, "三家村"),)
