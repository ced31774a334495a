"""Timing two things side by side and saying how many times the floor the program takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Measured:
    """One benchmark: medians in milliseconds of the program and of its floor."""

    name: str
    ours_ms: float
    floor_ms: float
    floor: str

    def __str__(self) -> str:
        ratio = self.ours_ms / self.floor_ms if self.floor_ms else float("inf")
        return f"{self.name:<34} {self.ours_ms:10.2f} ms   {ratio:6.2f} x {self.floor} ({self.floor_ms:.2f} ms)"


def median_ms(call: Callable[[], object], times: int) -> float:
    """The median time of so many calls."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)
