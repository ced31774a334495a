"""A sheet is printed, walked, and comes back row by row."""

import datetime as dt

import pytest

from desktop.core.codes import Code, CodeKind
from desktop.core.errors import (
    AlreadyRecorded,
    BadCode,
    InvalidDraft,
    NothingToDo,
    OtherCode,
    UnknownCode,
)
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.reasons import CodeWanted
from desktop.core.trade import MealMode
from desktop.services.canteen import scanning
from desktop.services.register import printed_codes
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import recording as visits
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import months
from tests.statements import heard

YESTERDAY = dt.date(2026, 10, 20)


@pytest.fixture
def sheet(person, actor):
    people = [person(name, flags=["disabled"], room=room) for name, room in (("甲", "10"), ("乙", "9"))]
    return route_sheets.make_sheet(actor, people, "马丽", YESTERDAY)


def test_rows_stand_in_walking_order_each_with_a_code_of_its_own(sheet):
    assert [(row.position, row.name) for row in sheet.rows] == [(1, "乙"), (2, "甲")]
    codes = [Code.parse(row.code) for row in sheet.rows]
    assert [code.kind for code in codes] == [CodeKind.ROSTER_ROW] * 2
    assert [code.serial for code in codes] == [1, 2]
    assert route_sheets.find_row(sheet.rows[1].code) == sheet.rows[1]
    assert route_sheets.sheets(Month(2026, 10)) == [sheet]


def test_a_month_of_sheets_asks_no_more_than_a_month_of_one(sheet, person, actor):
    with heard() as one:
        route_sheets.sheets(Month(2026, 10))
    later = [route_sheets.make_sheet(actor, [person(name)], "马丽", YESTERDAY) for name in ("丙", "丁")]
    with heard() as three:
        found = route_sheets.sheets(Month(2026, 10))
    assert found == [*reversed(later), sheet]
    assert len(three) == len(one) == 8


def test_a_row_becomes_a_visit_of_the_sheets_day_typed_today(sheet, actor):
    visit = route_sheets.record_row(actor, sheet.rows[0].code, RowEntry(every_block="normal"))
    (row,) = visits.rows([visit])
    assert (row.name, row.visited_on, row.method, row.visitors) == ("乙", YESTERDAY, "home", "马丽")
    draft = visit_edits.draft_of(visit)
    assert (draft.contact, set(draft.blocks.values()), len(draft.blocks)) == ("seen", {"normal"}, 6)
    assert visit_edits.entry_of(visit).entered_at == "2026-10-21 11:30:00"
    assert route_sheets.sheet(sheet.id).recorded == 1


def test_a_row_is_recorded_once_and_again_only_after_its_visit_was_voided(sheet, actor):
    code = sheet.rows[0].code
    visit = route_sheets.record_row(actor, code, RowEntry(outcome="not_reached"))
    with pytest.raises(AlreadyRecorded):
        route_sheets.record_row(actor, code, RowEntry())
    visits.void(actor, visit, "录错行")
    assert route_sheets.record_row(actor, code, RowEntry(every_block="normal")) != visit


def test_another_day_of_an_open_month_may_be_named_and_no_day_to_come(sheet, actor):
    visit = route_sheets.record_row(actor, sheet.rows[0].code, RowEntry(day="10.5", every_block="normal"))
    assert str(visits.rows([visit])[0].visited_on) == "2026-10-05"
    with pytest.raises(InvalidDraft):
        route_sheets.record_row(actor, sheet.rows[1].code, RowEntry(day="2026-10-22"))


def test_a_closed_month_takes_no_row_and_no_sheet(person, actor):
    one = person(flags=["disabled"])
    late = route_sheets.make_sheet(actor, [one], "马丽", "2026-09-30")
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        route_sheets.record_row(actor, late.rows[0].code, RowEntry(every_block="normal"))
    with pytest.raises(MonthClosed):
        route_sheets.make_sheet(actor, [one], "马丽", "2026-09-30")


def test_codes_of_nobody_are_told_apart(sheet, actor):
    with pytest.raises(BadCode):
        route_sheets.find_row("3530114")
    with pytest.raises(UnknownCode):
        route_sheets.find_row(Code(CodeKind.ROSTER_ROW, "530114", 99).digits)
    route_sheets.void(actor, sheet.id, "未走")
    with pytest.raises(UnknownCode):
        route_sheets.find_row(sheet.rows[0].code)


@pytest.mark.parametrize("kind", [kind for kind in CodeKind if kind is not CodeKind.ROSTER_ROW])
def test_a_code_of_another_kind_is_called_what_it_is(actor, kind):
    with pytest.raises(OtherCode) as refused:
        route_sheets.find_row(Code(kind, "530114", 7).digits)
    assert refused.value == OtherCode(kind, "", CodeWanted.ROUTE_ROW)


def test_a_card_in_the_place_of_a_row_is_called_by_its_name(actor, person):
    code = printed_codes.code_of(CodeKind.RESIDENT, person("李培礼"))
    with pytest.raises(OtherCode) as refused:
        route_sheets.find_row(code)
    assert refused.value.of == "李培礼"


def test_a_row_of_a_sheet_earns_no_meal_and_is_called_what_it_is(sheet, actor):
    result = scanning.scan(actor, sheet.rows[0].code, "lunch", MealMode.DINE_IN)
    assert result.error == OtherCode(CodeKind.ROSTER_ROW, sheet.rows[0].name, CodeWanted.CARD)


def test_a_sheet_for_nobody_is_not_made(actor):
    with pytest.raises(NothingToDo):
        route_sheets.make_sheet(actor, [], "马丽", YESTERDAY)


def test_the_visit_that_puts_a_row_right_takes_its_place(sheet, actor):
    code = sheet.rows[0].code
    wrong = route_sheets.record_row(actor, code, RowEntry(every_block="normal"))
    draft = visit_edits.draft_of(wrong)
    draft.outcome, draft.blocks = "hospital", {}
    right = visit_edits.supersede(actor, wrong, draft, "看错行")
    assert route_sheets.find_row(code).visit_id == right
