"""Closing the busiest month: how long others have to wait, and how long counting takes beside the bare SQL aggregates.

The month has 20 000 residents, 15 000 visits, 60 000 services and 130 000 meals. The floor of counting is that of the
figures: the numbers of the reports, in SQLite alone. The program reads the register with its dated facts besides, makes
every list of people, looks for what is unfinished, builds all reports and packs them as they are frozen.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from desktop.core import clock
from desktop.core.period import Month
from desktop.models.database import transaction
from desktop.reports.months.render import reports_of
from desktop.services.centre import centres
from desktop.services.closing import month_close
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from tests.benchmarks import figures, made_centre
from tests.benchmarks.measuring import Measured, median_ms

MONTH = figures.MONTH
RUNS = 3
# The made stays begin before it.
_BEFORE = [Month(2026, number) for number in (5, 6, 7, 8)]


def measure(folder: Path) -> list[Measured]:
    """Counting, and the time that the lock of the writers is held while the month is closed."""
    made = made_centre.copy(folder / "month", recipe=made_centre.BUSY_MONTH)
    floor = sum(figures.floor_ms(made.database, part) for part in figures.AGGREGATES.values())
    held: list[float] = []

    @contextmanager
    def timed() -> Iterator[None]:
        with transaction():
            begin = time.perf_counter()
            yield
        held.append((time.perf_counter() - begin) * 1000)

    with clock.standing_at(made_centre.TODAY):
        centres.open_centre(made)
        try:
            actor = Actor(None, "主任甲", "director", 1)
            for month in _BEFORE:
                if months.state(month) == "open":
                    month_close.close(actor, month, reports_of, "测量")
            counting = median_ms(lambda: month_close.count(MONTH, reports_of), RUNS)
            begin = time.perf_counter()
            with patch.object(month_close, "transaction", timed):
                month_close.close(actor, MONTH, reports_of, "测量")
            whole = (time.perf_counter() - begin) * 1000
        finally:
            centres.close_centre()
    bare = "the bare SQL aggregates of the same rows"
    return [
        Measured("month: counting all of it", counting, floor, bare, goal=3),
        Measured("month: close, the lock is held", max(held), 0, "", goal=300, absolute=True),
        Measured("month: close as a whole", whole, floor, bare),
    ]
