"""Scan to durable commit ÷ one raw sqlite3 insert with the same pragmas."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from desktop.core.paths import DataFolder
from desktop.services.canteen import scanning
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.register import listing as residents
from desktop.services.residents.forms import ResidentDraft, store
from desktop.services.writing.journal import writing
from tests.benchmarks.measuring import Measured, median_ms

PEOPLE, SCANS = 300, 300


def measure(folder: Path) -> Measured:
    """The median of 300 scans of 300 people."""
    actor = centres.initialise(DataFolder(folder / "scans"), CentreDraft("中心", "530114", "chenggong", "", "甲"))
    with writing(actor) as unit:
        ids = [
            store(unit, ResidentDraft(name=f"老人{number}", born_on="1944-03-05", accept_to_verify=True))
            for number in range(PEOPLE)
        ]
    codes = iter([row.code for row in residents.rows(ids)])
    at = dt.datetime(2026, 10, 8, 11, 42)
    ours = median_ms(lambda: scanning.scan(actor, next(codes), "lunch", "dine_in", at), SCANS)
    centres.close_centre()
    return Measured("scan to durable commit", ours, _floor(folder / "raw.db"), "raw sqlite3 insert, WAL, FULL")


def _floor(path: Path) -> float:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE meal (who, day, meal, mode);")
    numbers: Iterator[int] = iter(range(SCANS))

    def insert() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO meal VALUES (?, '2026-10-08', 'lunch', 'dine_in')", [next(numbers)])
        raw.execute("COMMIT")

    found = median_ms(insert, SCANS)
    raw.close()
    return found
