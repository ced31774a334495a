"""The district office of the simulated district: what it does on a day on which it sits down to the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.demo.district.places import DistrictPlaces
from desktop.district import figures, intake, printing, receipts
from desktop.district.answers import Engine, Found
from desktop.district.intake import Merged
from desktop.district.opening import opened
from desktop.district.printing import Folders, Written
from desktop.district.receipts import Receipts


@dataclass(frozen=True)
class Day:
    """What came of one day at the office."""

    merged: Merged
    found: dict[Month, Found]
    reports: tuple[Written, ...]
    receipts: Receipts


def work(places: DistrictPlaces, sticks: Sequence[Path], months: Sequence[Month], day: str) -> Day:
    """Take the files in, count and report the months, write the receipts."""
    found, reports = {}, []
    with opened(places.folder) as desk:
        merged = intake.merge(desk, sticks)
        known = {one.number: one.name for one in desk.catalogue.centres()}
        out = places.reports / day
        for month in months:
            with figures.counting(places.out, month, Engine.DUCKDB) as engine:
                found[month] = figures.figures_of(figures.ask(engine, month), month, known)
            written = printing.write_report(places.out, desk.district.name, found[month], Folders(out, out), Progress())
            reports.append(written)
        return Day(merged, found, tuple(reports), receipts.write(desk, places.receipts))
