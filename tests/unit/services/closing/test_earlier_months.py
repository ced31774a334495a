"""A data folder of version 0.1 opens with every row, and its closed months are frozen once, marked as 补冻."""

from __future__ import annotations

import datetime as dt
import json
import lzma
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.period import Month
from desktop.models import query
from desktop.reports.months.month_set import freeze_earlier, month_reports, printed
from desktop.reports.months.render import KINDS
from desktop.services import figures
from desktop.services.centre import centres
from desktop.services.writing import frozen

KEPT = Path(__file__).parents[3] / "data" / "v0.1"
AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)
# What later versions count otherwise, with the reason.
COUNTED_OTHERWISE = {
    # Only beds of full care count as beds of the centre.
    "beds.beds",
    "beds.nursing_share",
    "beds.available_bed_days",
    "beds.occupied_bed_days",
    "beds.leave_bed_days",
    "beds.occupancy",
    "beds.operating_subsidy",
    "indicators.2.value",
    # Canteen meals help too, and who lives here all month needs no visit.
    "visits.help_rate",
    # A risk closed later was open at the end of its month.
    "visits.risks_open",
}


def flat(value, name=""):
    if isinstance(value, dict):
        return {key: one for part, inner in value.items() for key, one in flat(inner, f"{name}.{part}").items()}
    if isinstance(value, list):
        return {key: one for at, inner in enumerate(value, 1) for key, one in flat(inner, f"{name}.{at}").items()}
    return {name.removeprefix("."): value}


@pytest.fixture
def upgraded(folder):
    with clock.standing_at(dt.datetime(2026, 11, 5, 10, 0)):
        folder.root.mkdir(parents=True)
        folder.database.write_bytes(lzma.decompress((KEPT / "shizhu.db.xz").read_bytes()))
        centres.open_centre(folder)
        yield folder
        centres.close_centre()


def test_every_row_is_there_after_the_upgrade(upgraded):
    wanted = json.loads((KEPT / "counts.json").read_text(encoding="utf-8"))
    del wanted["schema_migration"]
    tables = {row[0] for row in query.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")}
    gone = {table: count for table, count in wanted.items() if table not in tables and count}
    assert not gone, "only an empty table may go"
    assert query.count("SELECT count(*) FROM change_log") >= wanted.pop("change_log"), "the upgrade itself is logged"
    kept = [table for table in wanted if table in tables]
    assert {table: query.count(f"SELECT count(*) FROM {table}") for table in kept} == {
        table: wanted[table] for table in kept
    }


def test_its_closed_months_are_frozen_once_and_marked(upgraded):
    assert frozen.without_documents() == [AUGUST, SEPTEMBER]
    old = dict(query.fetch("SELECT month, sha256 FROM month"))
    assert [(one.month, one.number, one.origin) for one in freeze_earlier()] == [
        (AUGUST, 1, "frozen_later"),
        (SEPTEMBER, 1, "frozen_later"),
    ]
    assert freeze_earlier() == []
    assert frozen.without_documents() == []
    for month in (AUGUST, SEPTEMBER):
        found = month_reports(month)
        assert [*found.reports] == [*KINDS]
        assert printed("visits", found).number.endswith(f"-V1-{found.version.sha256[:8]}（补冻）")
    assert dict(query.fetch("SELECT month, sha256 FROM month")) == old, "the close itself stands as it was"


def test_what_differs_from_the_figures_of_the_close_is_listed(upgraded):
    freeze_earlier()
    version = frozen.latest(SEPTEMBER)
    [(text,)] = query.fetch("SELECT figures FROM month WHERE month = '2026-09'")
    old, now = flat(json.loads(text)), flat(frozen.figures(SEPTEMBER))
    assert version.differences
    for figure, before, after in version.differences:
        assert (old[figure], now[figure]) == (before, after)
    assert {figure for figure, _, _ in version.differences} <= COUNTED_OTHERWISE
    told = {figure for figure, _, _ in version.differences}
    same = {figure for figure in old if not figure.startswith("roster.")} - told
    assert all(now[figure] == old[figure] for figure in same)


def test_asking_for_a_report_of_such_a_month_freezes_it_first(upgraded):
    assert month_reports(AUGUST).version is not None


def test_the_figures_of_the_open_month_are_answered_as_version_0_1_did(upgraded):
    wanted = flat(json.loads((KEPT / "figures-2026-10.json").read_text(encoding="utf-8")))
    found = flat(json.loads(json.dumps(figures.as_json(figures.figures_of(OCTOBER)))))
    assert set(wanted) <= set(found), "no key of the contract is lost"
    assert {key for key in wanted if found[key] != wanted[key]} <= COUNTED_OTHERWISE
