"""The waiting list on paper: a table of each mode, each place with its reason, masked numbers, the rule beneath."""

from __future__ import annotations

import datetime as dt

from pypdf import PdfReader

from desktop.reports import waiting_list
from desktop.services.beds import waiting
from desktop.services.beds.waiting import ApplicationDraft

TODAY = dt.date(2026, 10, 21)


def test_each_mode_has_its_order_and_its_reasons(actor, person):
    same = [person(name, born=born) for name, born in (("王芳", "1944-03-05"), ("李兰", "1936-01-01"))]
    for who in same:
        waiting.apply(actor, ApplicationDraft(who, "2026-10-01", kind="nursing"))
    waiting.apply(actor, ApplicationDraft(same[0], "2026-10-02", mode="day"))
    report = waiting_list.report_of(waiting.places(), TODAY)
    assert [part.title for part in report.sections] == [
        "一、全托",
        "二、全托：顺序说明",
        "三、日托",
        "四、日托：顺序说明",
    ]
    full, why, day, first = (part.rows for part in report.sections)
    assert [(row[0], row[1], row[2][6:14], *row[3:]) for row in full] == [
        (1, "李兰", "********", "其他", "未评估", "2026-10-01", "护理型"),
        (2, "王芳", "********", "其他", "未评估", "2026-10-01", "护理型"),
    ]
    assert why == (
        (1, "李兰排在最前。"),
        (
            2,
            "李兰在王芳之前：同为其他、未评估、2026-10-01申请，更年长（李兰1936-01-01出生，王芳1944-03-05出生）。",
        ),
    )
    assert (day[0][1], day[0][6], first[0][1]) == ("王芳", "不限", "王芳排在最前。")
    assert report.note.startswith("共3人。顺序：先看优先类别")


def test_nobody_waits_and_the_paper_says_so(actor, tmp_path):
    made = waiting_list.write_list([], TODAY, tmp_path / "a.pdf")
    text = "".join(page.extract_text() for page in PdfReader(made.path).pages)
    assert (made.pages, "共0人。" in text) == (1, True)
