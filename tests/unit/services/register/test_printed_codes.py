"""Codes on cards and labels: given once, found for ever, one row each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.codes import Code, CodeKind
from desktop.core.errors import BadCode, UnknownCode
from desktop.services.register import printed_codes
from desktop.services.register.printed_codes import Found
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

RESIDENT = CodeKind.RESIDENT


def test_serials_of_a_kind_follow_one_another_from_one(person: Callable[..., int]) -> None:
    codes = [printed_codes.code_of(RESIDENT, person(name)) for name in ("王芳", "李桂兰", "赵正光")]
    assert [Code.parse(digits).serial for digits in codes] == [1, 2, 3]
    assert {Code.parse(digits).centre_no for digits in codes} == {"530114"}


def test_who_has_a_code_is_given_the_same_again(actor: Actor, person: Callable[..., int]) -> None:
    one = person("王芳")
    before = printed_codes.code_of(RESIDENT, one)
    with writing(actor) as unit:
        assert printed_codes.give(unit, RESIDENT, one) == before
    assert Code.parse(printed_codes.code_of(RESIDENT, person("李桂兰"))).serial == 2


def test_a_lost_card_is_replaced_and_the_old_one_still_finds_its_row(actor: Actor, person: Callable[..., int]) -> None:
    one, other = person("王芳"), person("李桂兰")
    old, others = (printed_codes.code_of(RESIDENT, who) for who in (one, other))
    new = printed_codes.replace(actor, RESIDENT, one, "卡丢了")
    assert new not in {old, others}
    assert printed_codes.code_of(RESIDENT, one) == new
    assert printed_codes.code_of(RESIDENT, other) == others
    assert printed_codes.find(old) == printed_codes.find(new) == Found(RESIDENT, one)
    assert printed_codes.find(others) == Found(RESIDENT, other)


def test_a_row_without_a_code_has_none(actor: Actor) -> None:
    assert printed_codes.code_of(RESIDENT, 4711) == ""


def test_what_is_no_code_and_what_is_no_code_of_this_centre_are_told_apart(person: Callable[..., int]) -> None:
    person("王芳")
    with pytest.raises(BadCode):
        printed_codes.find("12345")
    with pytest.raises(UnknownCode):
        printed_codes.find(Code(RESIDENT, "530115", 1).digits)
