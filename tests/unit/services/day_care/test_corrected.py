"""A time in day care of a closed month is added, put right and made void by a correction, by the fields of its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.reports.months.render import reports_of
from desktop.services.centre import accounts
from desktop.services.closing import corrections, month_close, staging
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor

SEPTEMBER = Month(2026, 9)


def test_who_was_not_signed_out_in_a_closed_month_is_signed_out_by_a_correction(
    actor: Actor, person: Callable[..., int]
) -> None:
    one, other = person("王芳"), person("李强")
    left = attendance.add(actor, DayDraft(one, "2026-09-10", "0830"))
    gone = attendance.add(actor, DayDraft(other, "2026-09-10", "0830", "1600"))
    accounts.add_account(actor, "主任", Role.DIRECTOR, "yi-er-san-4")
    accounts.add_account(actor, "段春梅", Role.DIRECTOR, "yi-er-san-5")
    second = accounts.sign_in("段春梅", "yi-er-san-5")
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")
    put_right = attendance.draft_of(left)
    put_right.left_at = "1600"
    acts = [
        staging.changing("day_care", left, put_right),
        staging.voiding("day_care", gone, "没有来"),
        staging.adding("day_care", DayDraft(other, "2026-09-11", "0900", "0930")),
    ]
    correction = corrections.open_for(actor, SEPTEMBER, "补离时")
    corrections.stage(actor, correction, acts)
    assert [(line.name, line.day) for line in staging.lines(correction)] == [
        ("王芳", "2026-09-10"),
        ("李强", "2026-09-10"),
        ("李强", "2026-09-11"),
    ]
    corrections.approve(second, correction, reports_of)
    assert [
        (row.name, row.day, row.came_at, row.left_at) for row in attendance.between(SEPTEMBER.first, SEPTEMBER.last)
    ] == [("王芳", dt.date(2026, 9, 10), "08:30", "16:00"), ("李强", dt.date(2026, 9, 11), "09:00", "09:30")]
    kept = frozen.figures(SEPTEMBER)
    assert kept is not None
    assert kept["beds"]["day_care"] == {
        **{"places": 0, "persons": 2, "attendance_days": 2, "minutes": 480, "unsigned": 0},
    }
