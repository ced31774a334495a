"""Timing two things side by side and saying how many times the floor the program takes, beside the goal."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Measured:
    """One benchmark: what the program takes (a median, milliseconds unless ``unit`` says otherwise) and its floor.

    ``goal`` is the largest ratio that is good enough; where ``absolute``, the largest measure itself.
    """

    name: str
    ours: float
    floor_measure: float
    floor: str
    goal: float | None = None
    unit: str = "ms"
    absolute: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor_measure if self.floor_measure else float("inf")

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.goal is None:
            return "no goal"
        return "ok" if (self.ours if self.absolute else self.ratio) <= self.goal else "missed"

    def __str__(self) -> str:
        floor = f"{self.floor_measure:.2f} {self.unit}" if self.floor_measure else "-"
        ratio = f"{self.ratio:.2f} x" if self.floor_measure else "-"
        goal = "-" if self.goal is None else f"{self.goal:g} {self.unit}" if self.absolute else f"{self.goal:g} x"
        measured = f"{self.ours:.2f} {self.unit}"
        return f"{self.name:<38} {measured:>13}  {floor:>12}  {ratio:>9}  {goal:>9}  {self.verdict:<7}  {self.floor}"


HEAD = f"{'what':<38} {'measured':>13}  {'floor':>12}  {'ratio':>9}  {'goal':>9}  {'':<7}  floor is"


def median_ms(call: Callable[[], object], times: int) -> float:
    """The median time of so many calls."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)
