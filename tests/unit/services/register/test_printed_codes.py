"""Codes on cards and labels: given once, in the range of their station, found for ever, one row each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import BadCode, OtherCode, UnknownCode
from desktop.core.period import Month
from desktop.models import query
from desktop.models.base import new_uid
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.help_services import orders
from desktop.services.register import printed_codes
from desktop.services.register.printed_codes import Found, Replaced, ReportPaper
from desktop.services.visits import route_sheets
from desktop.services.writing import epochs
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

RESIDENT = CodeKind.RESIDENT
OCTOBER = Month(2026, 10)


def test_serials_of_a_kind_follow_one_another_from_one(person: Callable[..., int]) -> None:
    codes = [printed_codes.code_of(RESIDENT, person(name)) for name in ("王芳", "李桂兰", "赵正光")]
    assert [Code.parse(digits).serial for digits in codes] == [1, 2, 3]
    assert {Code.parse(digits).centre_no for digits in codes} == {"530114"}


def test_who_has_a_code_is_given_the_same_again(actor: Actor, person: Callable[..., int]) -> None:
    one = person("王芳")
    before = printed_codes.code_of(RESIDENT, one)
    with writing(actor, Action.EDIT_RESIDENT) as unit:
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


@pytest.fixture
def third(actor):
    """Somebody at station 3 of the same centre."""
    query.execute("INSERT INTO station (number, uid, name) VALUES (3, 'x', '3')")
    epochs.begin("store", 3)
    return Actor(None, "前台丙", "clerk", 3)


def codes(kind):
    return [row[0] for row in query.fetch("SELECT digits FROM printed_code WHERE kind = ? ORDER BY id", [int(kind)])]


def test_the_first_station_counts_on_from_one(person):
    person("王芳"), person("李强")
    assert codes(CodeKind.RESIDENT) == ["15301140000000177", "15301140000000274"]


def test_the_serials_of_another_station_begin_with_its_number_less_one(person, actor, third):
    one = person("王芳")
    with writing(third, Action.EDIT_RESIDENT) as unit:
        first = printed_codes.next_code(unit, CodeKind.RESIDENT)
    assert (first.serial, first.station) == (20_000_001, 3)
    made = printed_codes.replace(third, CodeKind.RESIDENT, one, "卡丢了")
    again = printed_codes.replace(third, CodeKind.RESIDENT, one, "又丢了")
    assert [made[7:15], again[7:15]] == ["20000001", "20000002"]
    assert made == "15301142000000109"
    person("李强")
    assert codes(CodeKind.RESIDENT)[-1][7:15] == "00000002", "station 1 does not go on behind the numbers of station 3"


def test_rows_of_route_sheets_are_numbered_by_the_station_that_makes_them(person, actor, third):
    people = [person("王芳"), person("李强")]
    elsewhere = route_sheets.make_sheet(third, people, "马丽", "2026-10-21")
    here = route_sheets.make_sheet(actor, people, "马丽", "2026-10-21")
    assert [Code.parse(row.code).serial for row in here.rows] == [1, 2]
    assert [Code.parse(row.code).serial for row in elsewhere.rows] == [20_000_001, 20_000_002]
    assert {Code.parse(row.code).kind for row in here.rows} == {CodeKind.ROSTER_ROW}


def test_a_station_does_not_give_the_numbers_of_the_next_one(person, actor, folder):
    person("王芳")
    with closing(sqlite3.connect(folder.database)) as other, other:
        other.execute("UPDATE printed_code SET serial = 9999999")
    with pytest.raises(IndexError), writing(actor, Action.EDIT_RESIDENT) as unit:
        printed_codes.next_code(unit, CodeKind.RESIDENT)


def test_every_code_of_before_still_finds_its_row(person, actor):
    one = person("王芳")
    first = printed_codes.code_of(CodeKind.RESIDENT, one)
    second = printed_codes.replace(actor, CodeKind.RESIDENT, one, "卡丢了")
    assert printed_codes.find(first) == printed_codes.find(second) == Found(CodeKind.RESIDENT, one)


def test_a_service_order_bears_a_code_of_kind_4(person, actor):
    order = orders.save(actor, orders.ServiceDraft(resident_id=person("王芳"), type="bathing", service_on="2026-10-20"))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        digits = printed_codes.give(unit, CodeKind.SERVICE_ORDER, order)
        assert printed_codes.give(unit, CodeKind.SERVICE_ORDER, order) == digits
    assert digits == "45301140000000185"
    assert printed_codes.find(digits) == Found(CodeKind.SERVICE_ORDER, order)


def test_a_report_bears_one_code_for_each_version(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        first = printed_codes.give_report(unit, OCTOBER, "visits", 1)
        assert printed_codes.give_report(unit, OCTOBER, "visits", 1) == first
        second = printed_codes.give_report(unit, OCTOBER, "visits", 2)
    assert (first, second) == ("55301140000000123", "55301140000000220")
    assert printed_codes.report_of(first) == ReportPaper(OCTOBER, "visits", 1)
    assert printed_codes.report_of(f"{second[0]} {second[1:7]} {second[7:]}") == ReportPaper(OCTOBER, "visits", 2)
    assert printed_codes.find(first).kind is CodeKind.REPORT


def test_a_code_of_another_thing_is_no_report(person, actor):
    card = printed_codes.code_of(CodeKind.RESIDENT, person("王芳"))
    with pytest.raises(UnknownCode):
        printed_codes.report_of(card)
    with pytest.raises(UnknownCode):
        printed_codes.find(Code(CodeKind.LEDGER_ROW, "530114", 1).digits)
    with pytest.raises(BadCode):
        printed_codes.find("6" + card[1:])


def given(kind: CodeKind, row_id: int, serial: int) -> None:
    """A code that was printed some other day."""
    code = Code(kind, "530114", serial)
    query.execute(
        "INSERT INTO printed_code (uid, created_at, changed_at, station, counter, epoch, created_station, digits, kind,"
        " serial, resident_id) SELECT ?, created_at, changed_at, station, counter, epoch, created_station, ?, ?, ?, ?"
        " FROM printed_code LIMIT 1",
        [new_uid(), code.digits, int(kind), serial, row_id],
    )


def following(actor: Actor, kind: CodeKind) -> int:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        return printed_codes.next_code(unit, kind).serial


def test_a_station_goes_on_behind_its_own_last_number_whatever_the_next_one_gave(actor: Actor, person) -> None:
    one = person("王芳")
    given(RESIDENT, one, 10_000_001)
    assert following(actor, RESIDENT) == 2
    given(RESIDENT, one, 41)
    assert following(actor, RESIDENT) == 42
    assert following(actor, CodeKind.BED) == 1


def test_the_numbers_of_a_station_end_before_those_of_the_next(actor: Actor, person) -> None:
    one = person("王芳")
    given(RESIDENT, one, 9_999_998)
    assert following(actor, RESIDENT) == 9_999_999
    given(RESIDENT, one, 9_999_999)
    with pytest.raises(IndexError):
        following(actor, RESIDENT)


def test_an_old_code_says_since_when_and_which_stands_now(actor: Actor, person: Callable[..., int]) -> None:
    one = person("王芳")
    first = printed_codes.code_of(RESIDENT, one)
    assert printed_codes.replaced(first) is None
    second = printed_codes.replace(actor, RESIDENT, one, "卡丢了")
    third = printed_codes.replace_scanned(actor, first, "又丢了")
    today = clock.today()
    assert printed_codes.replaced(first) == printed_codes.replaced(second) == Replaced(today, third)
    assert printed_codes.replaced(third) is None
    assert printed_codes.of_what(first) == printed_codes.of_what(third) == (RESIDENT, "王芳")


def test_two_old_codes_of_different_rows_do_not_mix(actor: Actor, person: Callable[..., int]) -> None:
    bed = places.save(actor, BedDraft(room="301", number="1", opened_on="2026-01-01"))
    one = person("王芳")
    old = printed_codes.code_of(CodeKind.BED, bed), printed_codes.code_of(RESIDENT, one)
    new = [printed_codes.replace_scanned(actor, code, "丢了") for code in old]
    assert [printed_codes.replaced(code).by for code in old] == new
    assert [code[0] for code in new] == ["2", "1"]


def test_a_row_of_paper_gets_no_other_code(actor: Actor, person: Callable[..., int]) -> None:
    sheet = route_sheets.make_sheet(actor, [person("王芳")], "马丽", "2026-10-21")
    with pytest.raises(OtherCode):
        printed_codes.replace_scanned(actor, sheet.rows[0].code, "丢了")
