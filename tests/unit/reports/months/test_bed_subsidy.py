"""运营补贴申请表: a line for each person, whatever beds they had; summary and list add up to the figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.resident import Grade
from desktop.reports.months.render import report_of
from desktop.services.beds import moving, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import figures_of
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

SEPTEMBER = Month(2026, 9)


def lodgers(actor: Actor, person: Callable[..., int]) -> None:
    """李桂兰 轻度, 重度 from the 21st, moves on the 16th and is away on the 28th; 王芳 ungraded; 张三 by day only."""
    beds = [places.save(actor, BedDraft(room="304", number=one, opened_on="2026-01-01")) for one in "123"]
    day_place = places.save(actor, BedDraft(room="101", number="1", mode="day", opened_on="2026-01-01"))
    one, other, third = person("李桂兰"), person("王芳"), person("张三")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident=one, grade="mild", assessed_on=dt.date(2026, 8, 1)))
        unit.add(Grade(resident=one, grade="severe", assessed_on=dt.date(2026, 9, 21)))
    stay = stays.admit(actor, StayDraft(one, beds[0], "2026-09-01"))
    stays.admit(actor, StayDraft(other, beds[1], "2026-09-11", "2026-09-21"))
    stays.admit(actor, StayDraft(third, day_place, "2026-09-01"))
    moved = moving.move(actor, stay, beds[2], "2026-09-16")
    stays.add_leave(actor, moved, "2026-09-28", "2026-09-28", "", "hospital")


def test_somebody_who_moved_and_got_worse_is_one_line(actor: Actor, person: Callable[..., int]) -> None:
    lodgers(actor, person)
    figures = figures_of(SEPTEMBER)
    summary, listed = report_of("subsidy", figures).sections
    rows = {str(row[1]): [str(cell) for cell in row[6:12]] for row in listed.rows}
    # 15 nights at 70; 5 at 70 and 9 at 150, rounded once for each stay: 35.00 + 11.67 + 45.00.
    assert rows["李桂兰"] == ["304-1 → 304-3", "轻度失能20天、重度失能9天", "2026-09-01", "None", "29", "1"]
    assert rows["王芳"] == ["304-2", "未评估", "2026-09-11", "2026-09-21", "10", "0"]
    assert [str(row[12]) for row in (*listed.rows, listed.totals or ())] == ["91.67", "16.67", "108.34"]
    tiers = {str(row[0]): [str(cell) for cell in row[1:]] for row in (*summary.rows, summary.totals or ())}
    assert tiers["轻度失能"] == ["70.00", "1", "20", "46.67"]
    assert tiers["重度失能"] == ["150.00", "1", "9", "45.00"]
    assert tiers["未评估"][1:] == ["1", "10", "16.67"]
    assert tiers["合计"][1:] == ["2", "39", "108.34"]
    assert figures.beds.operating_subsidy_fen == 10834
    assert "壹佰零捌元叁角肆分" in summary.note
