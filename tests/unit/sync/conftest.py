"""A small centre with something of everything, and its sync file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.bed import Bed, BedOutage, Leave, Stay
from desktop.models.help_service import HelpService
from desktop.models.resident import ExternalId
from desktop.models.visit import Excusal, Risk, Visit, VisitNeed, Visitor
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync.write import Exported, export_month

OCTOBER = Month(2026, 10)


@pytest.fixture
def centre(actor: Actor, person: Callable[..., int], canteen_prices: None) -> dict[str, int]:
    """Four residents by name: 王芳 with a full October, 李强 with a September, 赵敏 in a bed, 钱丽 with nothing."""
    people = {
        name: person(name, born=f"19{40 + index}-03-05") for index, name in enumerate(("王芳", "李强", "赵敏", "钱丽"))
    }
    for name, day in (("王芳", "2026-10-08"), ("李强", "2026-09-08"), ("王芳", "2026-09-30")):
        canteen.save(actor, MealDraft(people[name], day))
    canteen.save(actor, MealDraft(None, "2026-10-09", guest=True))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for name, day in (("王芳", dt.date(2026, 10, 5)), ("李强", dt.date(2026, 9, 5))):
            visit = unit.add(Visit(resident_id=people[name], visited_on=day, method="home", outcome="reached"))
            unit.add(Visitor(visit_id=visit.id, name="探访员丙"))
            unit.add(VisitNeed(visit_id=visit.id, type="bathing"))
            unit.add(Risk(resident_id=people[name], visit_id=visit.id, found_on=day, what="地面湿滑"))
            unit.add(HelpService(resident_id=people[name], type="bathing", service_on=day))
        bed = unit.add(Bed(room="201", number="1", kind="nursing", mode="full", insured=True))
        unit.add(BedOutage(bed_id=bed.id, from_on=dt.date(2026, 8, 1), to_on=dt.date(2026, 8, 9)))
        stay = unit.add(Stay(resident_id=people["赵敏"], bed_id=bed.id, from_on=dt.date(2026, 8, 20)))
        unit.add(Leave(stay_id=stay.id, from_on=dt.date(2026, 10, 3), to_on=dt.date(2026, 10, 4), reason="回家"))
        unit.add(Excusal(resident_id=people["赵敏"], month="2026-10", reason="hospital", confirmed_by="主任甲"))
        unit.add(ExternalId(resident_id=people["王芳"], platform="医保", value="A-1"))
    return people


@pytest.fixture
def exported(actor: Actor, centre: dict[str, int], tmp_path: Path) -> Exported:
    """October's file."""
    return export_month(actor, OCTOBER, tmp_path / "out")
