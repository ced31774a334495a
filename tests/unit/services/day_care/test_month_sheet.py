"""The sheet of a month, read back from its pages and its workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.core.period import Month
from desktop.reports import day_care_sheet
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.centre.centres import centre
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.day_care.month_sheet import month_sheet
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import whole_text

OCTOBER = Month(2026, 10)
PRINTED = dt.date(2026, 10, 21)


@pytest.fixture
def people(actor: Actor, person: Callable[..., int]) -> tuple[int, int]:
    """王芳 on two days, of one of which nobody signed her out; 李强 twice on one day."""
    one, other = person("王芳"), person("李强")
    attendance.add(actor, DayDraft(one, "2026-10-19", "0830", "1130"))
    attendance.add(actor, DayDraft(one, "2026-10-20", "0830"))
    attendance.add(actor, DayDraft(other, "2026-10-20", "0800", "1000"))
    attendance.add(actor, DayDraft(other, "2026-10-20", "1400", "1530"))
    attendance.add(actor, DayDraft(other, "2026-09-30", "1400", "1530"))
    places.save(actor, BedDraft(room="日托", number="1", mode="day"))
    return one, other


def test_each_has_a_mark_on_every_day_and_the_days_are_counted(people: tuple[int, int]) -> None:
    found = month_sheet(OCTOBER)
    assert found.places == 1
    assert [
        (line.person.name, [(day.day, mark.minutes, mark.signed_out) for day, mark in sorted(line.days.items())])
        for line in found.lines
    ] == [("李强", [(20, 210, True)]), ("王芳", [(19, 180, True), (20, 0, False)])]
    assert [found.on(dt.date(2026, 10, day)) for day in (18, 19, 20)] == [0, 1, 2]


def test_the_workbook_says_the_same(people: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / day_care_sheet.file_name(OCTOBER, "xlsx")
    assert day_care_sheet.write(month_sheet(OCTOBER), centre(), path, printed_on=PRINTED).missing == ()
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell for cell in row if cell not in (None, "")] for row in sheet.iter_rows(values_only=True)]
    marks = {str(row[1]): row[2:] for row in rows if len(row) > 3 and row[1] in ("王芳", "李强")}
    assert [cell for cell in marks["王芳"] if cell in ("√", "○")] == ["√", "○"]
    assert marks["王芳"][-2:] == [2, 3] and marks["李强"][-2:] == [1, 3.5]
    total = next(row for row in rows if row[0] == "合计")
    assert total[1:] == [1, 2, 3, 6.5], "the 19th, the 20th, days, hours"


def test_the_pages_say_it_with_room_for_signatures(people: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / day_care_sheet.file_name(OCTOBER, "pdf")
    assert path.name == "2026-10-日托月度出勤表.pdf"
    assert day_care_sheet.write(month_sheet(OCTOBER), centre(), path, printed_on=PRINTED).missing == ()
    text = whole_text(path)
    for word in ("日托月度出勤表", "2026年10月", "王芳", "李强", "√", "○", "6.50", "月末日托位1个", "日托负责人"):
        assert word in text.replace(" ", ""), word


def test_an_empty_month_is_a_sheet_without_lines(actor: Actor, tmp_path: Path) -> None:
    found = month_sheet(OCTOBER)
    assert found.lines == ()
    path = tmp_path / "empty.pdf"
    day_care_sheet.write(found, centre(), path, printed_on=PRINTED)
    assert "日托月度出勤表" in whole_text(path)
