"""``export --changed``: each closed month that says something else than its file, written again whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.visit import Visit
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync.read import verify
from desktop.sync.write import export_month
from tests.unit.cli.conftest import Shizhu

SEPTEMBER = Month(2026, 9)


def test_a_changed_month_is_told_and_written_again(
    actor: Actor, shizhu: Shizhu, tmp_path: Path, person: object
) -> None:
    one = person("王芳", born="1940-03-05")  # type: ignore[operator]
    with clock.standing_at(dt.datetime(2026, 10, 18, 9)), writing(actor, Action.EDIT_RESIDENT) as unit:
        visit = unit.add(Visit(resident_id=one, visited_on=dt.date(2026, 9, 5), method="home", outcome="reached"))
    with clock.standing_at(dt.datetime(2026, 10, 19, 9)):
        month_close.close(actor, SEPTEMBER, reports_of, "演示")
    with clock.standing_at(dt.datetime(2026, 10, 20, 9)):
        export_month(actor, SEPTEMBER, tmp_path / "first")
    with clock.standing_at(dt.datetime(2026, 10, 20, 10)), writing(actor, Action.RECORD_VISIT) as unit:
        unit.change(Visit.get_by_id(visit.id), {"remark": "补记"})
    told = shizhu("export", "--month", "2026-10", "--out", tmp_path / "october", "--json").json
    assert told["again"] == ["2026-09"] and told["period"] == "2026-10"
    again = shizhu("export", "--changed", "--out", tmp_path / "again", "--json").json
    (made,) = again["files"]
    assert made["period"] == "2026-09" and again["again"] == []
    assert verify(Path(made["file"])).sequence == 3
    none = shizhu("export", "--changed", "--out", tmp_path / "none", "--json").json
    assert none == {"files": [], "again": []}
