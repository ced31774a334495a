"""Closed months that say something else than their file are listed, and no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.bed import Bed, Stay
from desktop.models.month import SyncExport
from desktop.models.visit import Visit
from desktop.reports.months.render import reports_of
from desktop.services.closing import changed_months, month_close
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour)


def handed_in(actor: Actor, period: str, number: int) -> None:
    with writing(actor, Action.EXPORT) as unit:
        unit.add(SyncExport(period=period, sequence=number, file_name="x", sha256="0" * 64))


def test_a_month_is_listed_once_its_version_or_a_row_of_it_changed(
    actor: Actor, person: Callable[..., int], canteen_prices: None
) -> None:
    one = person("王芳", born="1940-03-05")
    with clock.standing_at(dt.datetime(2026, 10, 5, 9)), writing(actor, Action.EDIT_RESIDENT) as unit:
        visit = unit.add(Visit(resident_id=one, visited_on=dt.date(2026, 10, 5), method="home", outcome="reached"))
        bed = unit.add(Bed(room="201", number="1", kind="nursing", mode="full"))
        stay = unit.add(Stay(resident_id=one, bed_id=bed.id, from_on=dt.date(2026, 10, 1)))
    with clock.standing_at(at(2)):
        handed_in(actor, "2026-10", 1)
    assert changed_months.changed() == [], "an open month is exported when it is closed"
    with clock.standing_at(at(3)):
        month_close.close(actor, OCTOBER, reports_of, "演示")
        assert changed_months.changed() == [OCTOBER], "its file is of before the close"
    with clock.standing_at(at(4)):
        handed_in(actor, "2026-10", 2)
        assert changed_months.changed() == []
    with clock.standing_at(at(5)), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(Stay.get_by_id(stay.id), {"end_reason": "回家"})
    assert changed_months.changed() == [], "what spans months is none of a closed one"
    with clock.standing_at(at(6)), writing(actor, Action.RECORD_VISIT) as unit:
        unit.change(Visit.get_by_id(visit.id), {"remark": "补记"})
    assert changed_months.changed() == [OCTOBER]
    with clock.standing_at(at(7)):
        handed_in(actor, "full", 3)
        assert changed_months.changed() == [], "a full file carries it too"
