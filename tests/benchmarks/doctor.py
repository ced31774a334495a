"""The look at every start (doctor's start-up part) with 20 000 residents; its goal is a time."""

from __future__ import annotations

from pathlib import Path

from desktop.core import clock
from desktop.services.centre import centres
from desktop.services.keeping import startup
from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured, median_ms

GOAL_MS, RUNS = 300.0, 7


def measure(folder: Path) -> Measured:
    """The median of some looks."""
    took = {size: _looks(folder / f"doctor-{size}", size) for size in (made_centre.SMALL, made_centre.LARGE)}
    ours, floor = took[made_centre.LARGE], took[made_centre.SMALL]
    return Measured("doctor's start-up part, 20 000", ours, floor, "with 500 residents", GOAL_MS, absolute=True)


def _looks(place: Path, size: int) -> float:
    made = made_centre.copy(place, size)
    with clock.standing_at(made_centre.TODAY):
        centres.open_centre(made)
        found = median_ms(lambda: startup.check(made), RUNS)
        centres.close_centre()
    return found
