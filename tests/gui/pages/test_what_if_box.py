"""What if somebody left, or had another grade: told while it is typed, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.core.period import Month
from desktop.models import query
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_what_if import what_if
from desktop.services.residents import assessments
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.pages.beds.file_view import BedFileView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.residents.assessment_view import AssessmentView
from desktop.ui.pages.residents.assessments_view import AssessmentsView
from desktop.ui.pages.what_if_box import WhatIfBox
from tests.gui.desk import Desk
from tests.gui.pages.residents.test_card import card_of
from tests.gui.register_desk import RegisterDesk
from tests.unit.core.test_assessment import points

Person = Callable[..., int]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def lodger(actor: Actor, person: Person) -> tuple[int, int]:
    """李桂兰, 轻度 since August, in bed 101-1 from 1 October, beside somebody without a grade; her id and the bed's."""
    beds = [places.save(actor, BedDraft(room="101", number=one, opened_on="2026-01-01")) for one in "12"]
    one, other = person("李桂兰"), person("王芳")
    said = {"reason": "first", "assessor": "李明", "second_assessor": "王琴", "answers": points(74)}
    assessments.record(actor, AssessmentDraft(one, "2026-08-01", **said))
    stays.admit(actor, StayDraft(one, beds[0], "2026-10-01"))
    stays.admit(actor, StayDraft(other, beds[1], "2026-10-01"))
    return one, beds[0]


def test_a_bed_tells_what_a_day_of_leaving_and_a_grade_would_make(
    actor: Actor, person: Person, desk: Callable[[str], Desk]
) -> None:
    one, bed = lodger(actor, person)
    logged = query.count("SELECT count(*) FROM change_log")
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(bed)
    page.table.take_keyboard()
    here.key(Qt.Key.Key_F8, SHIFT)
    box = next(iter(page.findChildren(WhatIfBox)))
    assert box.own.text() == "填一个离院日期，或选一个等级。"
    here.type("2026-10-16")
    here.enter()
    # 70 yuan a month: 31 nights of 31, then 15 of them, 33.87.
    assert box.own.text() == "2026年10月：在住 31 → 15 天，请假 0 → 0 天；运营补贴 70.00 → 33.87 元"
    here.control(Qt.Key.Key_S)
    plain = what_if(one, Month(2026, 10)).before
    assert (plain.occupied, plain.subsidy_fen) == (62, 12000)
    assert box.house.text() == "全院：床日 62 → 46，请假 0 → 0；入住率 100.00 → 74.19；补贴 120.00 → 83.87 元"
    box.form.set_values({"leaves_on": "", "grade": "severe", "since": "2026-10-17"})
    box.tell()
    # 16 nights of 70 and 15 of 150: (1120 + 2250) / 31.
    assert box.own.text().endswith("在住 31 → 31 天，请假 0 → 0 天；运营补贴 70.00 → 108.71 元")
    assert box.house.text() == ""
    box.form.set_values({"leaves_on": "2025-01-05"})
    box.tell()
    assert box.form.values()["month"] == "2025-01" and "2025-01-05" in box.own.text()
    here.key(Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in page.findChildren(WhatIfBox))
    assert query.count("SELECT count(*) FROM change_log") == logged


def test_the_file_of_a_bed_and_a_closed_month(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> None:
    _one, bed = lodger(actor, person)
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(bed)
    page.table.take_keyboard()
    here.key(Qt.Key.Key_F2)
    assert isinstance(page.view, BedFileView)
    here.key(Qt.Key.Key_F8, SHIFT)
    box = next(iter(page.findChildren(WhatIfBox)))
    box.form.set_values({"grade": "complete", "month": "2026-09"})
    box.tell()
    assert box.own.text() == "2026年9月：没有全托床位，没有变化。"
    with_closed = months.closed_months
    try:
        months.closed_months = lambda: ["2026-09"]  # type: ignore[assignment]
        box.tell()
        assert box.own.text().endswith("这个月已月结，报表不变。")
    finally:
        months.closed_months = with_closed
    box.give_up()


def test_a_grade_that_is_being_typed_tells_what_it_would_make(
    actor: Actor, person: Person, register: Callable[[], RegisterDesk]
) -> None:
    one, _bed = lodger(actor, person)
    here = register()
    card_of(here, "李桂兰")
    here.control(Qt.Key.Key_G)
    assert here.view(AssessmentsView)
    here.control(Qt.Key.Key_N)
    view = here.view(AssessmentView)
    view.pages.bring_back(points(40), {})
    view.form.fields["day"].set_value("2026-10-01")
    view.take_keyboard()
    here.key(Qt.Key.Key_F8, SHIFT)
    box = next(one for one in view.page.findChildren(WhatIfBox) if one.isVisible())
    assert box.form.values()["grade"] == "severe"
    assert box.own.text().endswith("运营补贴 70.00 → 150.00 元")
    box.give_up()
    assert len(assessments.of(one)) == 1


def test_the_assessments_of_a_person_ask_it_by_the_same_key(
    actor: Actor, person: Person, register: Callable[[], RegisterDesk]
) -> None:
    lodger(actor, person)
    here = register()
    card_of(here, "李桂兰")
    here.control(Qt.Key.Key_G)
    here.key(Qt.Key.Key_F8, SHIFT)
    box = next(iter(here.view(AssessmentsView).page.findChildren(WhatIfBox)))
    box.form.set_values({"grade": "intact", "since": "2026-10-01"})
    box.tell()
    assert box.own.text().endswith("运营补贴 70.00 → 50.00 元")
    box.give_up()
