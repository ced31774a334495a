"""Scan to durable commit ÷ the same rows put in by sqlite3 alone, with the same schema and pragmas."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.models.database import copy_to
from desktop.services.canteen import price_edits, scanning
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.register import listing as residents
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.residents.forms import store
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.benchmarks.measuring import Measured, median_ms

PEOPLE, SCANS, GOAL = 300, 300, 3.0
AT = dt.datetime(2026, 10, 8, 11, 42)


def begun(folder: Path) -> tuple[Actor, list[str]]:
    """A centre with prices and so many people, and their cards."""
    actor = centres.initialise(DataFolder(folder), CentreDraft("中心", "530114", "chenggong", "", "甲"))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_price(unit, AT.date(), "lunch", 1500)
        price_edits.store_subsidies(unit, AT.date(), [(60, (), 300), (80, (), 500)])
        ids = [
            store(unit, ResidentDraft(name=f"老人{number}", born_on="1944-03-05", accept_to_verify=True))
            for number in range(PEOPLE)
        ]
    return actor, [row.code for row in residents.rows(ids)]


def measure(folder: Path) -> Measured:
    """The median of 300 scans of 300 people."""
    actor, found = begun(folder / "scans")
    codes = iter(found)
    copy_to(folder / "raw.db")
    logged = query.count("SELECT max(id) FROM change_log")
    ours = median_ms(lambda: scanning.scan(actor, next(codes), "lunch", "dine_in", AT), SCANS)
    meals = query.fetch("SELECT * FROM meal ORDER BY id")
    log = query.fetch("SELECT * FROM change_log WHERE id > ? ORDER BY id", [logged])
    centres.close_centre()
    floor = _floor(folder / "raw.db", list(zip(meals, log, strict=True)))
    return Measured("scan to durable commit", ours, floor, "the same rows by sqlite3", GOAL)


def _floor(path: Path, scans: list[tuple[query.Row, query.Row]]) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=1;")
        waiting = iter(enumerate(scans))

        def insert() -> None:
            number, (meal, change) = next(waiting)
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(f"INSERT INTO meal VALUES ({query.marks(meal)})", meal)
            raw.execute(f"INSERT INTO change_log VALUES ({query.marks(change)})", change)
            raw.execute("UPDATE station SET counter = ? WHERE number = 1", [number])
            raw.execute("COMMIT")

        return median_ms(insert, len(scans))
