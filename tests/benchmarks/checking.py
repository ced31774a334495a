"""100 000 plain rows of a register: reading, checking and showing their verdicts, beside calamine's bare read."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import python_calamine
import xlsxwriter

from desktop.core.paths import DataFolder
from desktop.importing import staging
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from tests.benchmarks.importing import HEADS, row_of
from tests.benchmarks.measuring import Measured

ROWS = 100_000
# Three bare reads and a minute.
READS, MINUTE_MS = 3, 60_000.0


def measure(folder: Path) -> list[Measured]:
    """The whole way to a page of verdicts, and its parts."""
    path = _workbook(folder / "register.xlsx")
    floor = _timed(lambda: python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
    actor = centres.initialise(DataFolder(folder / "checking"), CentreDraft("中心", "530114", "chenggong", "", "甲"))
    begin = time.perf_counter()
    book = staging.open_book(path)
    read = time.perf_counter()
    checked = staging.check(actor, staging.propose(book, "residents"))
    judged = time.perf_counter()
    shown = sum(1 for _ in checked.verdicts)
    end = time.perf_counter()
    centres.close_centre()
    assert shown == ROWS
    most = READS * floor + MINUTE_MS
    return [
        Measured(f"check of {ROWS} rows from file to verdicts", (end - begin) * 1000, most, "3 bare reads + 60 s", 1),
        Measured("  reading in the child", (read - begin) * 1000, floor, "calamine's bare read"),
        Measured("  judging", (judged - read) * 1000, floor, "calamine's bare read"),
        Measured("  verdicts as rows", (end - judged) * 1000, floor, "calamine's bare read"),
    ]


def _timed(read: Callable[[], object]) -> float:
    begin = time.perf_counter()
    read()
    return (time.perf_counter() - begin) * 1000


def _workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADS)
        for number in range(ROWS):
            page.write_row(number + 1, 0, row_of(number))
    return path
