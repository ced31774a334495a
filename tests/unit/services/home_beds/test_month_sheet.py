"""The plan of a care bed at home and its month on paper: the weeks, what was done, and where to sign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.core.document import Report
from desktop.core.errors import NotFound
from desktop.core.period import Month
from desktop.reports import home_bed_sheet
from desktop.services.centre.centres import centre
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.home_beds import steps
from desktop.services.home_beds.month_sheet import month_sheet
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, ReviewDraft, SignDraft
from desktop.services.writing.actor import Actor

SEPTEMBER = Month(2026, 9)
PRINTED = dt.date(2026, 10, 21)


@pytest.fixture
def served(actor: Actor, person: Callable[..., int]) -> int:
    """王芳, bathed twice a week since Monday 7 September, and somebody else who is no part of it."""
    ids = [person("王芳"), person("李强")]
    made = []
    for who in ids:
        one = steps.assess(actor, AssessDraft(who, "2026-09-01", "马丽", "助浴"))
        steps.sign(actor, one, SignDraft("2026-09-07", "HT-1", "女儿王梅", "2027-09-06", "2026-12-07"))
        steps.plan(actor, one, PlanDraft("bathing", "2", "2026-09-07", "2026-09-20"))
        steps.plan(actor, one, PlanDraft("cleaning", "1", "2026-10-05"))
        made.append(one)
    for who, day, kind, place in (
        (ids[0], "2026-09-08", "bathing", "home"),
        (ids[0], "2026-09-09", "bathing", "home"),
        (ids[0], "2026-09-10", "bathing", "home"),
        (ids[0], "2026-09-15", "bathing", "centre"),
        (ids[0], "2026-09-16", "cleaning", "home"),
        (ids[0], "2026-10-01", "bathing", "home"),
        (ids[1], "2026-09-08", "bathing", "home"),
    ):
        orders.save(actor, ServiceDraft(resident_id=who, type=kind, service_on=day, place=place, worker="马丽"))
    steps.review(actor, made[0], ReviewDraft("2026-09-28", "go_on", "还好", "马丽", "2026-12-20"))
    return made[0]


def tables(found: Report) -> dict[str, list[tuple[object, ...]]]:
    return {one.title: [*one.rows, *([one.totals] if one.totals else [])] for one in found.sections}


def test_plan_weeks_and_services_of_one_person_stand_on_it(served: int, actor: Actor) -> None:
    found = month_sheet(served, SEPTEMBER)
    assert [(one.monday.day, one.line.times, one.done) for one in found.weeks] == [(7, 2, 2), (14, 2, 0)]
    told = tables(home_bed_sheet.report(found, centre()))
    about = dict(told["基本情况"])
    assert about["协议"] == "HT-1 2026-09-07 至 2027-09-06 女儿王梅"
    assert about["老人"].startswith("王芳 女 82岁") and "*" in about["证件号码"]
    assert told["服务计划"] == [(1, "助浴", 2, "2026-09-07", "2026-09-20")], "what begins later is of a later month"
    assert told["按周完成情况"] == [
        ("09-07 至 09-13", "助浴", 2, 2, 0),
        ("09-14 至 09-20", "助浴", 2, 0, 2),
        ("合计", "", 4, 2, 2),
    ]
    assert [row[1:4] for row in told["上门服务记录"][:-1]] == [
        ("2026-09-08", "—", "助浴"),
        ("2026-09-09", "—", "助浴"),
        ("2026-09-10", "—", "助浴"),
        ("2026-09-16", "—", "助洁"),
    ]
    assert told["复评"] == [("2026-09-28", "继续", "马丽", "还好")]
    assert "复评" not in tables(home_bed_sheet.report(month_sheet(served, Month(2026, 10)), centre()))
    with pytest.raises(NotFound):
        month_sheet(999, SEPTEMBER)


def test_it_is_printed_and_written_without_a_name_in_the_file(served: int, tmp_path: Path) -> None:
    found = month_sheet(served, SEPTEMBER)
    for ext in ("pdf", "xlsx"):
        path = tmp_path / home_bed_sheet.file_name(SEPTEMBER, served, ext)
        assert "王" not in path.name
        assert home_bed_sheet.write(found, centre(), path, printed_on=PRINTED).missing == ()
        if ext == "pdf":
            words = "".join(page.extract_text() for page in PdfReader(path).pages)
        else:
            rows = load_workbook(path).active.iter_rows(values_only=True)
            words = "".join(str(cell) for row in rows for cell in row if cell is not None)
        for part in ("王芳", "助浴", "HT-1", "马丽"):
            assert part in words, (ext, part)
        assert "李强" not in words
